//! Fetching the texts of the help.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::super::{Action, Help, Model, ViewAction};
use crate::worker::{at, fetch_text, in_words};

/// Fetches a file of the help.
pub fn fetch_help(model: &Model, name: &'static str) {
    let dispatcher = model.dispatcher();
    spawn_local(async move {
        let fetched = fetch_text(&at(name)).await.map_err(|cause| in_words(&cause));
        dispatcher.dispatch(Action::View(ViewAction::Help(Some(Rc::new(Help::read(name, fetched))))));
    });
}

//! Fetching the texts of the help.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::super::{Action, Help, Model, help_file, help_id};
use super::reveal;
use crate::worker::{at, fetch_text, in_words};

/// Sees to the texts in the language of the page and, once they are there, to the entry that is to be shown.
pub fn see_to_help(model: &Model, entry: Option<&str>) {
    let (name, state) = (help_file(model.state().locale, entry), model.dispatcher());
    if model.state().help.as_ref().is_some_and(|help| help.name == name) {
        if let Some(entry) = entry {
            reveal(&help_id(entry));
        }
        return;
    }
    spawn_local(async move {
        let fetched = fetch_text(&at(name)).await.map_err(|cause| in_words(&cause));
        state.dispatch(Action::Help(Some(Rc::new(Help::read(name, fetched)))));
    });
}

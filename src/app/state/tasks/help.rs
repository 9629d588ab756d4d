//! Fetching the texts of the help.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::super::{Action, Help, Model};
use crate::pack::Locale;
use crate::worker::{base, fetch_text, in_words};

/// Fetches the help in the language of the page.
pub fn ask_help(model: &Model) {
    let (locale, state) = (model.state.locale, model.state.dispatcher());
    spawn_local(async move {
        let name = if locale == Locale::Zh { "help/zh.json" } else { "help/en.json" };
        let fetched = fetch_text(&(base() + name)).await.map_err(|cause| in_words(&cause));
        state.dispatch(Action::Help(Some(Rc::new(Help::read(locale, fetched)))));
    });
}

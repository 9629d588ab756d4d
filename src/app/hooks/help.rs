//! The texts of the help.

use yew::prelude::*;

use crate::app::host::reveal;
use crate::app::state::tasks::fetch_help;
use crate::app::state::{Model, Route, help_file, help_id};

/// Has the texts of the help fetched where the address leads to it or to its terms, in the language of the page, and once they
/// are there shows the entry that it names.
#[hook]
pub fn use_help(model: &Model) {
    let view = &model.state().view;
    let needed = (view.route.clone(), view.locale, view.help.clone());
    let model = model.clone();
    use_effect_with(needed, move |(route, locale, help)| {
        let entry = match route {
            Route::Help(entry) => entry.as_deref(),
            Route::Glossary => None,
            _ => return,
        };
        let name = help_file(*locale, entry);
        if help.as_ref().is_none_or(|help| help.name != name) {
            fetch_help(&model, name);
        } else if let Some(entry) = entry {
            reveal(&help_id(entry));
        }
    });
}

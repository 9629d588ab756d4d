//! The texts of the help.

use yew::prelude::*;

use crate::app::state::tasks::see_to_help;
use crate::app::state::{Model, Route};

/// Has the texts of the help fetched where the address leads to it, and the entry shown that it names.
#[hook]
pub fn use_help(model: &Model) {
    let state = &model.state();
    let needed = (state.route.clone(), state.locale, state.help.clone());
    let model = model.clone();
    use_effect_with(needed, move |(route, ..)| {
        if let Route::Help(entry) = route {
            see_to_help(&model, entry.as_deref());
        }
    });
}

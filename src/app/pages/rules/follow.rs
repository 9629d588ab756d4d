//! What goes along with the rules: they are asked for, shown where the address says, and kept.

use yew::prelude::*;

use super::entry::id_of;
use crate::app::state::tasks::{ask_book, ask_kept, release_clerk, reveal};
use crate::app::state::{Model, Route};

/// Sees to what the rules need beside being drawn.
#[hook]
pub fn use_rules(model: &Model) {
    let state = &model.state;
    let view = &state.rules_view;
    let here = matches!(state.route, Route::Rules(_));
    {
        let model = model.clone();
        use_effect_with((), move |()| ask_kept(&model));
    }
    {
        let model = model.clone();
        use_effect_with(view.taken, move |taken| {
            if *taken > 0 {
                // A full store keeps no rules; they hold all the same until the page is loaded anew.
                let _ = model.state.rules.changes.keep();
            }
        });
    }
    {
        let model = model.clone();
        let asked = (here && !state.waits_for_rules(), state.locale, state.as_of, state.rules.clone());
        use_effect_with(asked, move |(here, ..)| {
            if *here {
                ask_book(&model);
            }
        });
    }
    use_effect_with((state.route.clone(), view.book.is_some()), |(route, told)| {
        if let (Route::Rules(Some(entry)), true) = (route, told) {
            reveal(&id_of(entry));
        }
    });
    {
        let model = model.clone();
        use_effect_with(here || view.asked.is_some(), move |needed| {
            if !needed {
                release_clerk(&model);
            }
        });
    }
}

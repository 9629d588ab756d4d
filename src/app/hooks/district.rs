//! The district behind the pages: what they show of it is requested, and its workers end with it.

use yew::prelude::*;

use crate::app::state::tasks::{ask_record, request_report, restore_district, see_to_help};
use crate::app::state::{District, Model, Route};

/// Has what the page that the address names shows of the district, or of the help, fetched.
#[hook]
pub fn use_content(model: &Model) {
    let state = &model.state();
    let ready = matches!(state.district, District::Ready { .. });
    let needed = (state.route.clone(), (ready, state.readings), state.locale, state.help.clone());
    let model = model.clone();
    use_effect_with(needed, move |(route, ..)| match route {
        Route::Help(entry) => see_to_help(&model, entry.as_deref()),
        Route::Enterprise(code) => ask_record(&model, code),
        Route::Report => {
            request_report(&model, None);
        }
        _ => {}
    });
}

/// Ends the workers of a district that is gone, and brings back the one that the browser keeps.
#[hook]
pub fn use_district(model: &Model) {
    {
        let model = model.clone();
        let state = &model.state();
        let there = (state.front, state.district == District::None, state.aside.as_ref().map(|aside| aside.worker));
        use_effect_with(there, move |_| model.release_workers());
    }
    // Once there is nothing left to release.
    let model = model.clone();
    use_effect_with((), move |()| restore_district(&model));
}

//! The district behind the pages: what they show of it is requested, and its workers end with it.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::state::tasks::{request_record, request_report, restore_district};
use crate::app::state::{District, Handover, Model, Route};

/// Has what the page that the address names shows of the district requested.
#[hook]
pub fn use_content(model: &Model) {
    let state = &model.state();
    let ready = state.district.is_ready();
    let needed = (state.view.route.clone(), (ready, state.district.readings), state.view.locale);
    let model = model.clone();
    use_effect_with(needed, move |(route, ..)| match route {
        Route::Enterprise(code) => request_record(&model, code),
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
        let there = (
            state.district.front,
            state.district.now == District::None,
            state.district.aside.as_ref().map(|aside| aside.worker),
        );
        use_effect_with(there, move |_| model.release_workers());
    }
    // Once there is nothing left to release.
    let model = model.clone();
    use_effect_with((), move |()| restore_district(&model));
}

/// Opens what another build was asked to open, once.
#[hook]
pub fn use_openings(model: &Model, handover: Option<&Rc<Handover>>) {
    let (model, handover) = (model.clone(), handover.cloned());
    use_effect_with((), move |()| {
        for opening in handover.iter().flat_map(|handover| &handover.openings) {
            model.open(opening.clone());
        }
    });
}

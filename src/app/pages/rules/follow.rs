//! What goes along with the rules: they are asked for, shown where the address says, and kept.

use web_sys::Element;
use yew::prelude::*;

use crate::app::host;
use crate::app::host::reveal;
use crate::app::state::tasks::{release_clerk, request_book, request_kept_rules};
use crate::app::state::{Model, Route};

/// Sees to what the rules need beside being drawn.
#[hook]
pub fn use_rules(model: &Model) {
    let state = &model.state();
    let view = &state.rules;
    let here = matches!(state.view.route, Route::Rules(_));
    {
        let model = model.clone();
        use_effect_with(view.taken, move |taken| {
            if *taken > 0 {
                // A full store keeps no rules; they hold all the same until the page is loaded anew.
                let _ = model.state().rules.in_use.changes.keep();
            } else {
                request_kept_rules(&model);
            }
        });
    }
    {
        let model = model.clone();
        let waits = view.asked.is_some();
        let kept = view.kept_calendar.clone();
        let asked = (here, waits, view.answers, state.view.locale, state.view.as_of, view.words.clone(), kept);
        use_effect_with(asked, move |(here, waits, ..)| match (*here, *waits) {
            (true, false) => request_book(&model),
            (false, false) => release_clerk(&model),
            (_, true) => {}
        });
    }
    // Once, as soon as it is there: what is told anew later leaves the person where they are.
    let revealed = use_mut_ref(|| Route::Unknown);
    use_effect_with((state.view.route.clone(), view.book.clone()), move |(route, _)| {
        let mut revealed = revealed.borrow_mut();
        if let Route::Rules(Some(entry)) = route {
            let id = ["rules-", entry].concat();
            if *revealed == *route || host::with_id::<Element>(&id).is_none() {
                return;
            }
            reveal(&id);
        }
        *revealed = route.clone();
    });
}

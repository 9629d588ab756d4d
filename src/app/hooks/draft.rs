//! The draft that survives a reload.

use yew::prelude::*;

use crate::app::fault::has_failed;
use crate::app::listener::Listener;
use crate::app::state::Model;
use crate::app::state::tasks::{Open, keep_open, tell_not_kept};
use crate::facts::Date;
use crate::store::Draft;

/// Keeps the open records for a reload, as they change.
#[hook]
pub fn use_draft(model: &Model) {
    // A record that is opened brings its day along, so the day is kept here, wherever it comes from.
    use_effect_with(day(model), |day| Draft::keep_as_of(*day));
    // What a page begins with is what was kept.
    let now_open = open(model);
    let kept = use_mut_ref(|| Kept { open: now_open.clone(), is_kept: true });
    {
        // The page may be left after a step is on it and before the effect below: Yew lets the browser go on in between.
        let (model, kept) = (model.clone(), kept.clone());
        use_effect_with((), move |()| {
            let left = Listener::new("pagehide", move |_| {
                if has_failed() {
                    return;
                }
                Draft::keep_as_of(day(&model));
                kept.borrow_mut().keep(open(&model));
            });
            move || drop(left)
        });
    }
    let dispatcher = model.dispatcher();
    use_effect_with(now_open, move |open| {
        let mut kept = kept.borrow_mut();
        let was_kept = kept.is_kept;
        kept.keep(open.clone());
        // Said once, not at every change from then on.
        if was_kept && !kept.is_kept {
            tell_not_kept(&dispatcher);
        }
    });
}

/// Returns the day as of which is assessed, unless it is today.
fn day(model: &Model) -> Option<Date> {
    let view = &model.state().view;
    (view.as_of != view.today).then_some(view.as_of)
}

fn open(model: &Model) -> Open {
    let state = model.state();
    (state.records.tabs.clone(), state.records.pastes.clone())
}

/// What was kept last.
struct Kept {
    open: Open,
    /// Whether the browser could keep it.
    is_kept: bool,
}

impl Kept {
    fn keep(&mut self, open: Open) {
        self.is_kept = keep_open(&self.open, &open);
        self.open = open;
    }
}

//! The draft that survives a reload.

use yew::prelude::*;

use crate::app::state::Model;
use crate::app::state::tasks::{keep_open, tell_not_kept};
use crate::store::Draft;

/// Keeps the open records for a reload, as they change.
#[hook]
pub fn use_draft(model: &Model) {
    // A record that is opened brings its day along, so the day is kept here, wherever it comes from.
    use_effect_with((model.state().view.as_of, model.state().view.today), |(as_of, today)| {
        Draft::keep_as_of((as_of != today).then_some(*as_of));
    });
    // What a page begins with is what was kept.
    let open = (model.state().records.tabs.clone(), model.state().records.pastes.clone());
    let before = use_mut_ref(|| (open.clone(), true));
    let dispatcher = model.dispatcher();
    use_effect_with(open, move |open| {
        let mut before = before.borrow_mut();
        let kept = keep_open(&before.0, open);
        // Said once, not at every change from then on.
        if before.1 && !kept {
            tell_not_kept(&dispatcher);
        }
        *before = (open.clone(), kept);
    });
}

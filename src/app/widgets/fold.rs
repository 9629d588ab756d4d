//! What folds away, and is drawn only while it is open: a record may have hundreds of penalties.

use wasm_bindgen::JsCast;
use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use crate::app::element::{El, el};
use crate::app::listener::Listener;
use crate::app::state::{Action, Model, Reading};

/// What every fold has: whether the page has drawn it open.
const DRAWN: &str = "data-drawn";
const OPEN: &str = "open";

/// A fold with a summary; `fill` puts in what is shown while it is open.
#[inline(never)]
pub fn fold(reading: &Reading, id: &str, at_first: bool, summary: El, fill: &dyn Fn(El) -> El) -> El {
    let fold = el("details").id(id).with(summary);
    if reading.is_open(id, at_first) { fill(fold.set(OPEN, "").set(DRAWN, OPEN)) } else { fold.set(DRAWN, "") }
}

/// Remembers what a person folds and unfolds, wherever on the page.
#[hook]
pub fn use_folds(model: &Model) {
    let dispatcher = model.dispatcher();
    use_effect_with((), move |()| {
        let hear = Listener::new("toggle", move |event| {
            let fold = event.target().and_then(|target| target.dyn_into::<HtmlDetailsElement>().ok());
            let Some((fold, drawn)) = fold.and_then(|fold| fold.get_attribute(DRAWN).map(|drawn| (fold, drawn))) else {
                return;
            };
            // A fold that was drawn open tells so too; only what a person does is remembered.
            if fold.open() != (drawn == OPEN) {
                dispatcher.dispatch(Action::Fold(fold.id(), fold.open()));
            }
        });
        move || drop(hear)
    });
}

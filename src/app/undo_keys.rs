//! Ctrl+Z and Ctrl+Y.

use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::app::listener::Listener;
use crate::app::state::tasks::step;
use crate::app::state::{Model, Route};

/// What the keys ask for: a step back, or one forth.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Undo,
    Redo,
}

impl Step {
    /// Returns the step that a key asks for, if it asks for one.
    #[must_use]
    pub fn of(key: &KeyboardEvent) -> Option<Self> {
        let step = match key.key().as_str() {
            "z" | "Z" if key.shift_key() => Self::Redo,
            "z" | "Z" => Self::Undo,
            "y" | "Y" => Self::Redo,
            _ => return None,
        };
        ((key.ctrl_key() || key.meta_key()) && !key.alt_key()).then_some(step)
    }
}

/// Has the keys go through the steps of work on the record that is shown. A field whose text is not the record's yet keeps
/// them from coming here: there the browser's own undo is meant.
#[hook]
pub fn use_undo_keys(model: &Model) {
    let model = model.clone();
    use_effect_with((), move |()| {
        let pressed = Listener::after("keydown", move |event| {
            let asked = event.dyn_ref::<KeyboardEvent>().and_then(Step::of);
            let Some(asked) = asked.filter(|_| matches!(model.state().view.route, Route::Record(_))) else { return };
            event.prevent_default();
            step(&model, asked == Step::Redo);
        });
        move || drop(pressed)
    });
}

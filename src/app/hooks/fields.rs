//! The fields of what the worker renders.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::app::ground;
use crate::app::state::{Model, Route};

/// The attribute that says what a field is to show. The field itself is the person's while it is written in.
const SHOWN: &str = "data-shown";

/// The attribute that says of a control of the worker's which choice it is about.
pub const CHOICE: &str = "data-choice";

/// The attribute that says of such a control what it chooses.
pub const VALUE: &str = "data-value";

/// Writes into the fields that the worker has rendered what they are to show, whenever it has rendered them anew.
#[hook]
pub fn use_fields(model: &Model) {
    let state = &model.state();
    let rendered = (state.rows.clone(), state.report.clone());
    // The last choice that what the worker has rendered knows of.
    let model = model.clone();
    let known = if state.route == Route::Report {
        state.report.as_ref().map(|(number, _)| *number)
    } else {
        state.rows.as_ref().filter(|rows| rows.query.choices == state.choices).map(|_| model.chosen.get())
    };
    let changed = (state.route.clone(), state.locale, known, rendered);
    use_effect_with(changed, move |_| {
        // Nothing is written over what was chosen since, be it that the worker or that rendering was slow.
        let overtaken = known != Some(model.chosen.get());
        let fields = if overtaken { "[data-shown]:not([data-choice])" } else { "[data-shown]" };
        let Some(fields) = ground::all(fields) else { return };
        for index in 0..fields.length() {
            if let Some(field) = fields.item(index).and_then(|node| node.dyn_into::<Element>().ok()) {
                show(&field);
            }
        }
    });
}

/// Returns the text that stands in a field.
pub fn text_of(field: &Element) -> Option<String> {
    Reflect::get(field, &"value".into()).ok()?.as_string()
}

/// The attribute that says what was written last, so that text that is being written is left alone.
const WAS_SHOWN: &str = "data-was-shown";

fn show(field: &Element) {
    let shown = field.get_attribute(SHOWN).unwrap_or_default();
    if field.has_attribute(CHOICE) {
        // The worker hears of every letter, and this is its answer to the last.
        if text_of(field).as_ref() != Some(&shown) {
            let _ = Reflect::set(field, &"value".into(), &shown.into());
        }
        return;
    }
    let before = field.get_attribute(WAS_SHOWN);
    if before.as_ref() == Some(&shown) {
        return;
    }
    // An attribute of this name can always be set.
    let _ = field.set_attribute(WAS_SHOWN, &shown);
    if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
        select.set_value(&shown);
    } else if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        if matches!(input.type_().as_str(), "checkbox" | "radio") {
            input.set_checked(!shown.is_empty());
        } else if before.is_none() || before == Some(input.value()) {
            input.set_value(&shown);
        }
    } else {
        // The box has a value that can be set.
        let _ = Reflect::set(field, &"value".into(), &shown.into());
    }
}

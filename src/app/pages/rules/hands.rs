//! What a person does with the rules.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use crate::app::hooks::SENT;
use crate::app::state::tasks::{
    choose_preset, forget_calendar, keep_calendar, listed, open_files, restore, reveal, save_parameters, set_parameter,
};
use crate::app::state::{Action, Model};
use crate::json::{self, Value};
use crate::worker::RulesPart;

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// A button or a link was pressed: what it does stands with it.
pub(super) fn press(model: &Model, event: &MouseEvent) {
    let pressed = target(event).and_then(|element| element.closest("[data-do]").ok().flatten());
    let Some(pressed) = pressed else { return };
    let does = pressed.get_attribute("data-do").unwrap_or_default();
    let (verb, of) = does.split_once(' ').unwrap_or((&does, ""));
    match verb {
        "reveal" => reveal(of),
        "save" => save_parameters(model),
        "pack" => restore(model, RulesPart::Pack, None),
        "calendar" => forget_calendar(model),
        "keep-calendar" => keep_calendar(model),
        "parameters" => restore(model, RulesPart::Parameters, None),
        "preset" => {
            if let Some(Ok(Value::Object(values))) = pressed.get_attribute("data-value").map(|text| json::parse(&text))
            {
                choose_preset(model, values);
            }
            // The button goes once its values are those in use.
            reveal(&["rules-", of].concat());
        }
        _ => {
            restore(model, RulesPart::Parameters, Some(of));
            // The button goes with what it restores.
            reveal(&["rules-", of].concat());
        }
    }
}

/// What was entered for a parameter is to be used.
pub(super) fn send(model: &Model, event: &SubmitEvent) {
    event.prevent_default();
    let Some(form) = target(event) else { return };
    let (Some(id), Ok(fields)) = (form.get_attribute("data-parameter"), form.query_selector_all("input")) else {
        return;
    };
    let mut values = Vec::new();
    for place in 0..fields.length() {
        let Some(Ok(field)) = fields.item(place).map(JsCast::dyn_into::<HtmlInputElement>) else { continue };
        // A box that is not ticked says nothing.
        if field.type_() == "text" || field.checked() {
            let text = field.value();
            // An attribute of this name can always be set.
            let _ = field.set_attribute(SENT, &text);
            values.push(Value::String(text));
        }
    }
    set_parameter(model, &id, Value::Array(values));
}

/// Words are looked for, or a file was chosen.
pub(super) fn enter(model: &Model, event: &InputEvent) {
    let Some(Ok(field)) = target(event).map(JsCast::dyn_into::<HtmlInputElement>) else { return };
    match field.id().as_str() {
        "find-rules" => model.dispatch(Action::FindRules(field.value())),
        "rules-file" => {
            let files = field.files().map(listed).unwrap_or_default();
            // So that choosing the same file again is a change again.
            field.set_value("");
            open_files(model, files);
        }
        _ => {}
    }
}

//! Choices in what the worker has drawn, which stand in attributes.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};
use yew::html::oninput;
use yew::prelude::*;

use crate::app::element::El;
use crate::app::hooks::{CHOICE, VALUE, text_of};
use crate::app::state::Model;
use crate::app::state::tasks::request_report;

/// An element around drawings in which something can be chosen.
pub fn with_choices(model: &Model, around: El) -> El {
    let (pressed, entered) = (model.clone(), model.clone());
    let entered = Callback::from(move |event: InputEvent| enter(&entered, &event));
    around.press(move |event| press(&pressed, &event)).listen(Rc::new(oninput::Wrapper::new(entered)))
}

/// A button was pressed that chooses something.
fn press(model: &Model, event: &MouseEvent) {
    let pressed = target(event).and_then(|element| element.closest("button[data-choice]").ok().flatten());
    if let Some(button) = pressed {
        choose(model, &button, button.get_attribute(VALUE));
    }
}

/// Words were typed, or another entry of a list was chosen.
fn enter(model: &Model, event: &Event) {
    if let Some(field) = target(event) {
        choose(model, &field, text_of(&field));
    }
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn choose(model: &Model, control: &Element, value: Option<String>) {
    if let (Some(name), Some(value)) = (control.get_attribute(CHOICE), value) {
        request_report(model, name, value);
    }
}

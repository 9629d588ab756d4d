//! Printing. A worker lays the paper out: neither its words nor how they stand there are fetched by who prints nothing.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::super::Model;
use super::rules::ask;
use crate::json::compact;
use crate::pack::Locale;
use crate::worker::{Ask, PaperAsk};

/// Prints the report on the record that is shown, or the notice for its enterprise.
pub fn print(model: &Model, notice: bool) {
    let state = &model.state;
    let Some(opened) = state.record() else { return };
    // The picture is printed as the person has it before them.
    let picture = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector("svg.timeline").ok()?)
        .map(|picture| picture.outer_html());
    let paper = PaperAsk {
        notice,
        english: state.locale == Locale::En,
        made_up: opened.made_up,
        as_of: state.as_of,
        record: compact(&opened.sheet.record(Vec::new())),
        picture: picture.unwrap_or_default(),
    };
    ask(model, &Ask::Paper(paper));
}

/// Has the browser print, after what it is doing now.
pub fn print_soon() {
    if let (Some(window), Some(print)) = (web_sys::window(), browser_print()) {
        // Refused only by a window that is being closed.
        let _ = window.set_timeout_with_callback(&print);
    }
}

/// The browser's own function.
fn browser_print() -> Option<Function> {
    let window: JsValue = web_sys::window()?.into();
    let print = Reflect::get(&window, &"print".into()).ok()?;
    Some(print.dyn_into::<Function>().ok()?.bind0(&window))
}

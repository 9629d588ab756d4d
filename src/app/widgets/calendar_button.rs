//! The browser's own calendar behind a button, beside a field of text for a day.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use crate::app::element::{El, el};

/// An input that is not seen and shows the calendar, and the button that opens it.
pub fn calendar_button(calendar: El, open: El, label: &str) -> El {
    let calendar = calendar
        .set("type", "date")
        .set("tabindex", "-1")
        .set("aria-hidden", "true")
        .set("min", "1990-01-01")
        .set("max", "2199-12-31");
    let icon = el("svg")
        .set("viewBox", "0 0 20 20")
        .set("aria-hidden", "true")
        .with(el("path").set("d", "M3 5h14v12H3zM3 9h14M7 2v5M13 2v5"));
    let open = open.set("type", "button").put("aria-label", label).put("title", label).with(icon);
    el("span").class("picker").with(calendar).with(open)
}

/// Shows the calendar of the button that was pressed, beginning with a day.
pub fn show_calendar(pressed: &Element, day: &str) {
    let button = pressed.closest("button").ok().flatten();
    let calendar = button.and_then(|button| button.previous_element_sibling());
    if let Some(calendar) = calendar.and_then(|found| found.dyn_into::<HtmlInputElement>().ok()) {
        calendar.set_value(day);
        // A browser without it leaves the field of text, which does the same.
        let _ = calendar.show_picker();
    }
}

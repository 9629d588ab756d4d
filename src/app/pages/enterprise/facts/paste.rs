//! Rows copied from a spreadsheet: the box for them, what became of them, and the key that pastes them anywhere.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, Element, Event};

use super::command;
use crate::app::element::{El, el};
use crate::app::ground;
use crate::app::hooks::{PASTED, PASTED_TOLD, SHOWN, text_of};
use crate::app::state::Model;
use crate::app::state::queries::View;
use crate::app::state::tasks::{dismiss_paste, paste_rows, reveal};
use crate::app::text;
use crate::pack::Locale;

/// The box for rows, and what was told about the last ones.
pub(super) fn paste_box(model: &Model, view: &View) -> El {
    let locale = view.locale;
    let paste = model.state.paste(view.opened.id);
    let waiting = paste.map_or("", |paste| &paste.text);
    let told = paste.map_or(&[][..], |paste| &paste.told);
    let asks_unit = paste.is_some_and(|paste| paste.asks_unit);
    let lines = told.iter().map(|(zh, en)| el("p").text(if locale == Locale::Zh { zh } else { en }));
    let close = (!told.is_empty()).then(|| command("told", "", text::CLOSE.get(locale)));
    let class = match (told.is_empty(), waiting.is_empty()) {
        (true, _) => "",
        (_, true) => "notice",
        _ => "notice alarm",
    };
    let said = el("div").class(class).id(PASTED_TOLD).set("role", "status");
    let said = said.with(el("div").each(lines)).maybe(close);
    let ways: &[_] = if asks_unit {
        &[("wan", text::PASTE_TEN_THOUSAND), ("yuan", text::PASTE_YUAN)]
    } else {
        &[("", text::PASTE_ADD)]
    };
    let buttons = ways.iter().map(|(unit, words)| command("rows", unit, words.get(locale)));
    let rows = el("textarea").id(PASTED).set("rows", "5").set("spellcheck", "false").set("wrap", "off");
    let folded = el("details")
        .class("paste")
        .with(el("summary").text(text::PASTE_ROWS.get(locale)))
        .with(el("label").set("for", PASTED).text(text::PASTE_LABEL.get(locale)))
        .with(rows.put(SHOWN, waiting))
        .with(el("p").class("done").each(buttons))
        .with(el("p").class("quiet").text(text::PASTE_NOTE.get(locale)));
    // What waits is in view, after a reload too.
    let folded = if waiting.is_empty() { folded } else { folded.set("open", "") };
    el("div").with(said).with(folded)
}

/// Takes rows that are pasted anywhere in the column. A single value, text without tabs for a field, and what goes
/// into the box are left to the browser.
pub(super) fn take_pasted(model: &Model, event: &Event) {
    let data = Reflect::get(event, &"clipboardData".into()).ok().and_then(|data| data.dyn_into::<DataTransfer>().ok());
    let Some(pasted) = data.and_then(|data| data.get_data("text/plain").ok()) else { return };
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let may = |target: &Element| target.id() != PASTED && !model.state.readonly;
    let Some(target) = target.filter(may) else { return };
    let rows = pasted.trim_matches(['\r', '\n']);
    if rows.contains('\t') || (rows.contains('\n') && target.tag_name() != "INPUT") {
        event.prevent_default();
        paste_rows(model, rows, &waiting(), None);
    }
}

/// Does what a button of the box says.
pub(super) fn press(model: &Model, name: &str, unit: &str) {
    if name == "told" {
        return dismiss_paste(model);
    }
    let rows = waiting();
    if !rows.trim().is_empty() {
        // The button may go with the question about the unit.
        reveal(PASTED);
        let in_yuan = Some(unit).filter(|unit| !unit.is_empty()).map(|unit| unit == "yuan");
        paste_rows(model, &rows, "", in_yuan);
    }
}

/// The text in the box.
fn waiting() -> String {
    ground::with_id::<Element>(PASTED).and_then(|rows| text_of(&rows)).unwrap_or_default()
}

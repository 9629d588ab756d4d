//! Printing. A worker lays the paper out: neither its words nor how they stand there are fetched by who prints nothing.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::super::queries::missing_words;
use super::super::{Action, Model, Notice};
use super::notice::notice;
use super::rules::request;
use crate::app::text;
use crate::facts::Withheld;
use crate::json::compact;
use crate::pack::Locale;
use crate::worker::PaperRequest;

/// Prints the report on the record that is shown, or the notice for its enterprise; pressed again meanwhile, nothing.
pub fn print(model: &Model, for_enterprise: bool) {
    let state = &model.state();
    let Some(opened) = state.record().filter(|_| !state.is_printing()) else { return };
    // A paper without the name or the code of whom it is about is no paper.
    if let Some(incomplete @ Withheld::Incomplete { .. }) = opened.enterprise().withheld(state.as_of) {
        let missing = |locale| missing_words(incomplete, locale);
        state.dispatch(Action::Notice(Some(Notice {
            zh: text::NOT_PRINTED.fill(Locale::Zh, &[&missing(Locale::Zh)]),
            en: text::NOT_PRINTED.fill(Locale::En, &[&missing(Locale::En)]),
            ..notice(true, text::NOT_PRINTED, &[])
        })));
        return;
    }
    let told = Notice { printing: true, ..notice(false, text::PRINTING, &[]) };
    state.dispatch(Action::Notice(Some(told)));
    let paper = PaperRequest {
        notice: for_enterprise,
        locale: state.locale,
        made_up: opened.made_up,
        as_of: state.as_of,
        apply_on: state.reading.apply_on,
        record: compact(&opened.sheet.record(Vec::new())),
    };
    request(model, paper, |dispatch, paper| dispatch(Action::Print(paper)));
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

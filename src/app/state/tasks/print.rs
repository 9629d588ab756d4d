//! Printing.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::super::queries::missing_words;
use super::super::{Action, Model, Notice, Paper, ViewAction};
use super::notice::notice;
use crate::app::text;
use crate::facts::Withheld;
use crate::pack::Locale;

/// Prints a paper about the record that is shown; nothing while the browser is at another.
pub fn print(model: &Model, paper: Paper) {
    let state = &model.state();
    let Some(opened) = state.record().filter(|_| state.records.printing.is_none()) else { return };
    // A paper without the name or the code of whom it is about is no paper.
    if let Some(incomplete @ Withheld::Incomplete { .. }) = opened.enterprise().withheld(state.view.as_of) {
        let missing = |locale| missing_words(incomplete, locale);
        state.dispatch(Action::View(ViewAction::Notice(Some(Notice {
            zh: text::NOT_PRINTED.fill(Locale::Zh, &[&missing(Locale::Zh)]),
            en: text::NOT_PRINTED.fill(Locale::En, &[&missing(Locale::En)]),
            ..notice(true, text::NOT_PRINTED, &[])
        }))));
        return;
    }
    state.dispatch(Action::Print(paper));
}

/// Has the browser print, after what it is doing now. Returns whether it can.
pub fn print_soon() -> bool {
    let Some((window, print)) = web_sys::window().zip(browser_print()) else { return false };
    // Refused only by a window that is being closed.
    window.set_timeout_with_callback(&print).is_ok()
}

/// The browser's own function.
fn browser_print() -> Option<Function> {
    let window: JsValue = web_sys::window()?.into();
    let print = Reflect::get(&window, &"print".into()).ok()?;
    Some(print.dyn_into::<Function>().ok()?.bind0(&window))
}

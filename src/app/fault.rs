//! What a person sees when the program itself fails: words, and the record kept.
//!
//! After a panic nothing of this module may run again, so the words are put on the page while it panics, and its buttons
//! call functions of the browser's own.

use std::cell::Cell;

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element};

thread_local! {
    static HAS_FAILED: Cell<bool> = const { Cell::new(false) };
}

/// Returns whether the program has failed: what it knows is not to be kept any more, for a person may have discarded it.
pub fn has_failed() -> bool {
    HAS_FAILED.get()
}

/// Sees to it that a panic is told in words.
pub fn speak_on_panic() {
    yew::set_custom_panic_hook(Box::new(|fault| {
        HAS_FAILED.set(true);
        // Where even the words cannot be shown there is nothing left to do.
        let _ = speak(&fault.to_string());
    }));
}

/// Puts the words over the page.
///
/// # Errors
/// What the browser says where it cannot show them.
pub fn speak(cause: &str) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    let body = document.body().ok_or(JsValue::NULL)?;
    let panel = append(&document, &body, "section", "")?;
    panel.set_class_name("fault");
    panel.set_attribute("role", "alert")?;
    append(&document, &panel, "h1", "程序出错，已停止")?;
    append(
        &document,
        &panel,
        "p",
        "打开的企业记录已保留。请点“重新打开”继续；如再次出错，请点“放弃记录，重新开始”，并把下面这行告诉维护人员。",
    )?;
    let english = append(
        &document,
        &panel,
        "p",
        "The program has failed and was stopped. The open record is kept: reopen the page to go on. If it fails again, \
         start without the record, and pass the line below on.",
    )?;
    english.set_attribute("lang", "en")?;
    let location: JsValue = window.location().into();
    let reload = method(&location, "reload")?;
    let reopen = append(&document, &panel, "button", "重新打开 Reopen")?;
    reopen.add_event_listener_with_callback("click", &reload)?;
    // A browser that keeps nothing has nothing to clear.
    let storage = window.session_storage().ok().flatten();
    let start_over = append(&document, &panel, "button", "放弃记录，重新开始 Start over")?;
    if let Ok(clear) = method(&storage.into(), "clear") {
        start_over.add_event_listener_with_callback("click", &clear)?;
    }
    start_over.add_event_listener_with_callback("click", &reload)?;
    let words = append(&document, &panel, "p", cause)?;
    words.set_attribute("lang", "en")
}

fn append(document: &Document, parent: &Element, name: &str, text: &str) -> Result<Element, JsValue> {
    let element = document.create_element(name)?;
    element.set_text_content(Some(text));
    parent.append_child(&element)?;
    Ok(element)
}

/// A function of the browser, bound to what it belongs to.
fn method(of: &JsValue, name: &str) -> Result<Function, JsValue> {
    Ok(Reflect::get(of, &name.into())?.dyn_into::<Function>()?.bind0(of))
}

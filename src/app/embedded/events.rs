//! The events by which the element speaks to the script around it.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::prelude::*;

use super::LISTENER;
use crate::app::state::queries::View;
use crate::app::state::tasks::record_to_save;
use crate::app::state::{Model, Notice};
use crate::json::{Value, compact};
use crate::request::answer_by;

thread_local! {
    /// What was said of a record that was given.
    static REPORTED: RefCell<Option<Notice>> = const { RefCell::new(None) };
}

/// Sends the script an event with a text.
pub(super) fn emit(name: &str, words: &str) {
    emit_with(name, words, &JsValue::UNDEFINED);
}

/// Sends the script an event with a text, and hands something over.
fn emit_with(name: &str, words: &str, what: &JsValue) {
    let listener = LISTENER.with(|cell| cell.borrow().clone());
    if let Some(listener) = listener {
        // What a listener of the page does wrong is its own.
        let _ = listener.call3(&JsValue::NULL, &name.into(), &words.into(), what);
    }
}

/// Says at once what is wrong with a record that was given, and whether it was opened all the same: as often as it is given,
/// though nothing changes on the page.
pub(super) fn emit_record_fault(notice: Option<Notice>, opened: bool) {
    let notice = notice.filter(|notice| notice.alarming);
    if let Some(notice) = &notice {
        emit_fault(notice, "bad_record", if opened { "opened" } else { "" });
    }
    REPORTED.with(|told| *told.borrow_mut() = notice);
}

/// Several texts as one.
pub(super) fn emit_all(name: &str, words: &[&str]) {
    let words = words.iter().map(|words| Value::String((*words).to_owned())).collect();
    emit(name, &compact(&Value::Array(words)));
}

/// The record that is shown, as it would be saved.
pub(super) fn record_text(model: &Model) -> Option<String> {
    Some(compact(&record_to_save(&model.state())?))
}

/// Says that the element can be given something.
#[hook]
pub(super) fn use_mounted_event() {
    use_effect_with((), |()| emit("mounted", ""));
}

/// Sends results, changes and what went wrong, as they come.
#[hook]
pub(super) fn use_events(model: &Model, view: Option<&Rc<View>>) {
    let state = &model.state();
    // What was told last: a record by the number of its tab, as it was then, with its day.
    let last = use_mut_ref(|| None);
    let record = state.record().cloned();
    let held = model.clone();
    use_effect_with((record, state.view.as_of), move |(record, as_of)| {
        let Some(record) = record else { return };
        let before = last.replace(Some((record.id, record.sheet.clone(), *as_of)));
        // A record that was given is known to whom it was given by; of another day the saved record is another.
        if before.is_some_and(|(id, sheet, day)| id == record.id && (sheet != record.sheet || day != *as_of))
            && let Some(text) = record_text(&held)
        {
            emit("change", &text);
        }
    });
    let asked = view.map(|view| (view.opened.clone(), view.rules.clone(), view.answer.as_of));
    use_effect_with(asked, move |asked| {
        let Some((opened, rules, as_of)) = asked else { return };
        let enterprise = opened.sheet.record(Vec::new()).get("enterprise").cloned();
        let enterprise = enterprise.unwrap_or(Value::Object(Vec::new()));
        emit("result", &answer_by(*as_of, &enterprise, &rules.pack, &rules.calendar));
    });
    let waits = state.rules.waits();
    use_effect_with((state.view.notice.clone(), waits), |(notice, waits)| {
        let is_new = |notice: &&Notice| notice.alarming && REPORTED.with(|told| told.borrow().as_ref() != Some(notice));
        if let Some(notice) = notice.as_ref().filter(is_new) {
            emit_fault(notice, if *waits { "bad_rules" } else { "not_done" }, "");
        }
    });
}

/// Returns what hands a paper over to the script once all of it is rendered.
#[hook]
pub(super) fn use_print_event(model: &Model) -> Callback<Element> {
    use_callback(model.clone(), |element: Element, model| {
        let state = model.state();
        if let Some((paper, record)) = state.records.printing.zip(state.record()) {
            emit_with("print", &paper.title(record.enterprise(), state.view.locale), &element);
        }
    })
}

fn emit_fault(notice: &Notice, code: &str, opened: &str) {
    let joined = |first: &str, lines: Vec<&str>| std::iter::once(first).chain(lines).collect::<Vec<&str>>().join("\n");
    let zh = joined(&notice.zh, notice.lines.iter().map(|(zh, _)| zh.as_str()).collect());
    let en = joined(&notice.en, notice.lines.iter().map(|(_, en)| en.as_str()).collect());
    emit_all("error", &[code, &zh, &en, opened]);
}

//! What the element tells the script around it.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::prelude::*;

use super::TELL;
use crate::app::state::queries::View;
use crate::app::state::tasks::record_to_save;
use crate::app::state::{Model, Notice};
use crate::json::{Value, compact};
use crate::request::answer_by;

thread_local! {
    /// What was told of a record that was given.
    static TOLD: RefCell<Option<Notice>> = const { RefCell::new(None) };
}

/// Tells the script something, by its name.
pub(super) fn tell(name: &str, words: &str) {
    tell_with(name, words, &JsValue::UNDEFINED);
}

/// Tells the script something, by its name, and hands something over.
fn tell_with(name: &str, words: &str, what: &JsValue) {
    let tell = TELL.with(|tell| tell.borrow().clone());
    if let Some(tell) = tell {
        // What a listener of the page does wrong is its own.
        let _ = tell.call3(&JsValue::NULL, &name.into(), &words.into(), what);
    }
}

/// Tells at once what is wrong with a record that was given: as often as it is given, though nothing changes on the page.
pub(super) fn tell_of_record(notice: Option<Notice>) {
    let notice = notice.filter(|notice| notice.alarming);
    if let Some(notice) = &notice {
        tell_fault(notice, "bad_record");
    }
    TOLD.with(|told| *told.borrow_mut() = notice);
}

/// Several texts as one.
pub(super) fn tell_all(name: &str, words: &[&str]) {
    let words = words.iter().map(|words| Value::String((*words).to_owned())).collect();
    tell(name, &compact(&Value::Array(words)));
}

/// The record that is shown, as it would be saved.
pub(super) fn record_text(model: &Model) -> Option<String> {
    Some(compact(&record_to_save(&model.state())?))
}

/// Tells that the element can be given something.
#[hook]
pub(super) fn use_told_ready() {
    use_effect_with((), |()| tell("mounted", ""));
}

/// Tells results, changes and what went wrong, as they come.
#[hook]
pub(super) fn use_told(model: &Model, view: &Rc<Option<Rc<View>>>) {
    let state = &model.state();
    // What was told last: a record by the number of its tab, as it was then.
    let last = use_mut_ref(|| None);
    let record = state.record().cloned();
    let held = model.clone();
    use_effect_with(record, move |record| {
        let Some(record) = record else { return };
        let before = last.replace(Some((record.id, record.sheet.clone())));
        // What was given is known to whom it was given by.
        if before.is_some_and(|(id, sheet)| id == record.id && sheet != record.sheet)
            && let Some(text) = record_text(&held)
        {
            tell("change", &text);
        }
    });
    let asked = view.as_ref().as_ref().map(|view| (view.opened.clone(), view.rules.clone(), view.answer.as_of));
    use_effect_with(asked, move |asked| {
        let Some((opened, rules, as_of)) = asked else { return };
        let enterprise = opened.sheet.record(Vec::new()).get("enterprise").cloned();
        let enterprise = enterprise.unwrap_or(Value::Object(Vec::new()));
        tell("result", &answer_by(*as_of, &enterprise, &rules.pack, &rules.calendar));
    });
    let waits = state.rules.waits();
    use_effect_with((state.view.notice.clone(), waits), |(notice, waits)| {
        let is_new = |notice: &&Notice| notice.alarming && TOLD.with(|told| told.borrow().as_ref() != Some(notice));
        if let Some(notice) = notice.as_ref().filter(is_new) {
            tell_fault(notice, if *waits { "bad_rules" } else { "not_done" });
        }
    });
}

/// Returns what hands a paper over to the script once all of it is rendered.
#[hook]
pub(super) fn use_told_paper(model: &Model) -> Callback<Element> {
    use_callback(model.clone(), |element: Element, model| {
        let state = model.state();
        if let Some((paper, record)) = state.records.printing.zip(state.record()) {
            tell_with("print", &paper.title(record.enterprise(), state.view.locale), &element);
        }
    })
}

fn tell_fault(notice: &Notice, code: &str) {
    let joined = |first: &str, lines: Vec<&str>| std::iter::once(first).chain(lines).collect::<Vec<&str>>().join("\n");
    let zh = joined(&notice.zh, notice.lines.iter().map(|(zh, _)| zh.as_str()).collect());
    let en = joined(&notice.en, notice.lines.iter().map(|(_, en)| en.as_str()).collect());
    tell_all("error", &[code, &zh, &en]);
}

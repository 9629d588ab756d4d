//! The enterprise that is open.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlDetailsElement, HtmlElement};
use yew::UseReducerDispatcher;

use super::super::{Action, District, Model, Opened, State};
use super::notice::alarm;
use crate::app::text;
use crate::store::{Draft, offer};
use crate::worker::Ask;

/// Opens a record, and keeps it for a reload.
pub(super) fn keep_and_open(state: &UseReducerDispatcher<State>, opened: Rc<Opened>) {
    Draft::keep_enterprise(Some(&opened.enterprise), opened.made_up);
    state.dispatch(Action::Open(opened));
}

/// Asks the worker for an enterprise, unless it is the one that is open.
pub fn ask_record(model: &Model, uscc: &str) {
    let is_open = model.state.record.as_ref().is_some_and(|record| record.enterprise.uscc == uscc);
    if let (false, District::Ready { .. }, Some(worker)) = (is_open, &model.state.district, &*model.worker.borrow()) {
        worker.ask(&Ask::Record(uscc.to_owned()), &[]);
    }
}

/// Saves the open record as a file.
pub fn save_record(model: &Model) {
    if let Some(record) = &model.state.record
        && offer(&record.enterprise, model.state.as_of).is_err()
    {
        alarm(&model.state.dispatcher(), text::NOT_SAVED, &[]);
    }
}

/// Brings the element with an id into view and gives it the focus; what folds it away is opened.
pub fn reveal(id: &str) {
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let Some(element) = element else { return };
    let mut around = Some((*element).clone());
    while let Some(parent) = around {
        if let Some(folded) = parent.dyn_ref::<HtmlDetailsElement>() {
            folded.set_open(true);
        }
        around = parent.parent_element();
    }
    element.scroll_into_view();
    // An element that takes no focus is at least in view.
    let _ = element.focus();
}

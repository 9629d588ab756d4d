//! The records that are open.

use std::rc::Rc;

use yew::UseReducerDispatcher;

use super::super::{Action, Model, Opened, Paste, RecordsAction, Route, State, ViewAction};
use super::notice::{alarm, notice};
use super::worker::request;
use crate::app::text;
use crate::entry::{Change, Part, Sheet};
use crate::json::{self, Value, indented};
use crate::request::record_head;
use crate::store::{Draft, file_name, offer};
use crate::worker::{RecordAnswer, RecordRequest};

/// Opens a record in a tab of its own, which is of no enterprise of the district.
pub(super) fn open_sheet(state: &UseReducerDispatcher<State>, sheet: Sheet, made_up: bool) {
    state.dispatch(Action::Open { sheet, made_up, listed: None });
}

/// Opens a record without a fact in it.
pub fn new_record(model: &Model) {
    open_sheet(&model.dispatcher(), Sheet::default(), false);
}

/// The open records, and the rows that were pasted into them.
pub type Open = (Vec<Rc<Opened>>, Vec<Rc<Paste>>);

/// Keeps for a reload what is not as it was `before`: records, and pasted rows that wait to be mended. Tells whether the
/// browser could.
pub fn keep_open((tabs_before, pastes_before): &Open, (tabs, pastes): &Open) -> bool {
    let ids: Vec<u32> = tabs.iter().map(|tab| tab.id).collect();
    Draft::keep_tabs(&ids);
    for gone in tabs_before.iter().filter(|tab| !ids.contains(&tab.id)) {
        Draft::forget_tab(gone.id);
    }
    let changed = tabs.iter().filter(|tab| !tabs_before.iter().any(|other| Rc::ptr_eq(other, tab)));
    // Each is kept, whatever became of the one before.
    let failed = changed.filter(|tab| !Draft::keep_tab(tab.id, &tab.sheet, tab.made_up)).count();
    let waiting = pastes.iter().filter(|paste| !pastes_before.iter().any(|other| Rc::ptr_eq(other, paste)));
    let lost = waiting.filter(|paste| !Draft::keep_rows(paste.tab, &paste.text)).count();
    failed + lost == 0
}

/// Tells that changes are not kept for a reload.
pub fn tell_not_kept(state: &UseReducerDispatcher<State>) {
    alarm(state, text::DRAFT_NOT_KEPT, &[]);
}

/// Closes a tab; what it held can be reopened until another is closed or the page is left.
pub fn close_record(model: &Model, id: u32) {
    model.dispatch(Action::Close(vec![id]));
}

/// Closes all tabs.
pub fn close_all_records(model: &Model) {
    model.dispatch(Action::Close(model.state().records.tabs.iter().map(|tab| tab.id).collect()));
}

/// Reopens the records that were closed last.
pub fn reopen_records(model: &Model) {
    model.dispatch(Action::Reopen);
}

/// Does a step of work on the record that is shown.
pub fn change(model: &Model, change: Change) {
    model.dispatch(Action::Records(RecordsAction::Change(change)));
}

/// Does a step of work on the record in a tab. A field that is left because another record takes the place of its own comes
/// after that.
pub fn change_in(model: &Model, tab: u32, change: Change) {
    model.dispatch(Action::Records(RecordsAction::ChangeTab(tab, change)));
}

/// Undoes the last step of work on the record that is shown, or with `again` does it again.
pub fn step(model: &Model, again: bool) {
    model.dispatch(Action::Records(RecordsAction::Step(again)));
}

/// Unfolds the fields of a part of the record, or folds them away.
pub fn unfold(model: &Model, part: Option<Part>) {
    model.dispatch(Action::Records(RecordsAction::Unfold(part)));
}

/// Shows an enterprise of the district: in its tab, where it has one, else the worker is asked for it.
pub fn request_record(model: &Model, uscc: &str) {
    // One whose code was changed since is still that of its row.
    let listed = model.state().district.listed.iter().find(|(_, code)| code == uscc).map(|(tab, _)| *tab);
    if let Some(id) = listed {
        model.dispatch(Action::Show(Route::Record(id)));
    } else if model.state().district.is_ready() {
        let asked = uscc.to_owned();
        request(model, RecordRequest { uscc: uscc.to_owned() }, move |dispatch, RecordAnswer { record, beside }| {
            // The worker has written the record by the same code that reads it here.
            match record.and_then(|text| json::parse(&text).ok()) {
                Some(value) => {
                    dispatch(Action::Open { sheet: Sheet::of(&value), made_up: false, listed: Some(beside) });
                }
                None => {
                    let told = notice(true, text::NOT_LISTED, &[&asked]);
                    dispatch(Action::View(ViewAction::Notice(Some(told))));
                    Route::List.go_instead();
                }
            }
        });
    }
}

/// The record that is shown as it is saved, what is wrong in it included.
pub fn record_to_save(state: &State) -> Option<Value> {
    let mut head = record_head(Some(state.view.as_of));
    // Whoever reads the record later is to know that it was judged by other values.
    let parameters = &state.rules.in_use.changes.parameters;
    if !parameters.is_empty() {
        head.push(("parameters".to_owned(), Value::Object(parameters.clone())));
    }
    Some(state.record()?.sheet.record(head))
}

/// Saves the record that is shown as a file.
pub fn save_record(model: &Model) {
    let state = &model.state();
    if let (Some(record), Some(saved)) = (state.record(), record_to_save(state)) {
        save_text(model, &file_name(&record.enterprise().name, state.view.as_of), &indented(&saved));
    }
}

/// Saves a text as a file, and says what the file is called.
pub(super) fn save_text(model: &Model, name: &str, content: &str) {
    let said = match offer(name, content) {
        Ok(()) => notice(false, text::SAVED_AS, &[name]),
        Err(_) => notice(true, text::NOT_SAVED, &[]),
    };
    model.dispatch(Action::View(ViewAction::Notice(Some(said))));
}

//! Rows copied from a spreadsheet: a worker tells what they are, for the page does not carry the reading of tables.

use wasm_bindgen_futures::spawn_local;
use yew::UseReducerDispatcher;

use super::super::{Action, Model, Paste, RecordsAction, State};
use super::clerk::{Clerk, start};
use super::notice::failure_words;
use crate::app::text::{self, Phrase};
use crate::entry::{Change, Part, list_name};
use crate::facts::Term;
use crate::json::{self, Value};
use crate::pack::{FactKind, Locale};
use crate::worker::{PasteAnswer, PasteRequest};

/// Adds the rows of a text to the facts of the record that is shown. What cannot be used stays below `kept`, the text
/// that waits to be mended already. `in_yuan` is the unit of amounts that have none, where it was asked for.
pub fn paste_rows(model: &Model, rows: &str, kept: &str, in_yuan: Option<bool>) {
    let state = model.state();
    let Some(record) = state.record() else { return };
    let known = |name| match record.sheet.value(Part::Basics, name) {
        Some(Value::String(text)) => text.clone(),
        _ => String::new(),
    };
    let request = PasteRequest { text: rows.to_owned(), uscc: known("uscc"), name: known("name"), in_yuan };
    let (tab, rows, kept) = (record.id, rows.to_owned(), kept.to_owned());
    let dispatcher = model.dispatcher();
    let told = vec![both(text::PASTE_READING, "")];
    dispatcher.dispatch(Action::Records(RecordsAction::Paste(Paste {
        tab,
        text: kept.clone(),
        told,
        ..Paste::default()
    })));
    let clerk = Clerk::default();
    start(&clerk, {
        let (dispatcher, kept) = (dispatcher.clone(), kept.clone());
        move |failure| keep(&dispatcher, tab, &kept, &rows, failure_words(failure))
    });
    let answer = clerk.borrow().as_ref().map(|worker| worker.request(request));
    if let Some(answer) = answer {
        spawn_local(async move {
            if let Ok(answer) = answer.await {
                take_in(&dispatcher, tab, &kept, answer);
            }
            // It has done what it was started for.
            *clerk.borrow_mut() = None;
        });
    }
}

/// Takes what was told about pasted rows away.
pub fn dismiss_paste(model: &Model) {
    renew(model, |paste| paste.told.clear());
}

/// Keeps the text that was written into the box for rows.
pub fn keep_pasted(model: &Model, text: &str) {
    renew(model, |paste| text.clone_into(&mut paste.text));
}

fn renew(model: &Model, change: impl FnOnce(&mut Paste)) {
    let state = model.state();
    let Some(record) = state.record() else { return };
    let mut paste = state.records.paste(record.id).map_or_else(Paste::default, |paste| (**paste).clone());
    paste.tab = record.id;
    paste.answered = false;
    change(&mut paste);
    model.dispatch(Action::Records(RecordsAction::Paste(paste)));
}

fn take_in(state: &UseReducerDispatcher<State>, tab: u32, kept: &str, told: PasteAnswer) {
    // The worker has written the facts by the same code that reads them here.
    let record = json::parse(&told.record).ok();
    let facts =
        FactKind::ALL.iter().find_map(|kind| match record.as_ref()?.get("enterprise")?.get(list_name(*kind))? {
            Value::Array(facts) => Some(Change::AddAll(*kind, facts.clone())),
            _ => None,
        });
    if let Some(facts) = facts {
        state.dispatch(Action::Records(RecordsAction::ChangeTab(tab, facts)));
    }
    let text = joined(kept, &told.rest);
    let paste = Paste { tab, answered: true, text, told: told.lines, asks_unit: told.asks_unit };
    state.dispatch(Action::Records(RecordsAction::Paste(paste)));
}

/// Tells that the rows could not be read, and keeps them.
fn keep(state: &UseReducerDispatcher<State>, tab: u32, kept: &str, rows: &str, (phrase, cause): (Phrase, String)) {
    let told = vec![both(phrase, &cause), both(text::PASTE_KEPT, "")];
    let paste = Paste { tab, answered: true, text: joined(kept, rows), told, asks_unit: false };
    state.dispatch(Action::Records(RecordsAction::Paste(paste)));
}

fn joined(kept: &str, rest: &str) -> String {
    let between = if kept.is_empty() || rest.is_empty() { "" } else { "\n" };
    [kept, between, rest].concat()
}

fn both(phrase: Phrase, value: &str) -> (String, String) {
    (phrase.fill(Locale::Zh, &[value]), phrase.fill(Locale::En, &[value]))
}

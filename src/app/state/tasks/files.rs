//! Opening files: tables go to a worker, a record is read at once.

use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::UseReducerDispatcher;

use super::super::{Action, Model, Notice, Opening, RecordsAction, State, ViewAction};
use super::notice::{alarm, notice};
use super::record::open_sheet;
use crate::app::state::queries::problem_words;
use crate::app::text;
use crate::calendar::parse_day;
use crate::entry::{Sheet, can_be_shown};
use crate::facts::Date;
use crate::json::{self, Value, compact};
use crate::ledger::is_ledger;
use crate::pack::{Locale, day_text};
use crate::request::read_record;
use crate::store::{OpenFault, read_json, rules_part};
use crate::worker::{Files, at, fetch_text, in_words};

/// Where the sample of an enterprise lies, below the folder of the site.
const SAMPLE_ENTERPRISE: &str = "sample/enterprise.json";

/// Opens what a person dropped or chose: tables together, each record in a tab of its own.
pub fn open_files(model: &Model, files: Vec<File>) {
    let (records, tables): (Vec<File>, Vec<File>) = files.into_iter().partition(is_json);
    if !tables.is_empty() {
        model.open(Opening::Files(Files(tables)));
    }
    for file in records {
        let model = model.clone();
        // Another build that took over meanwhile would know nothing of it.
        model.dispatch(Action::Records(RecordsAction::ReadFile(true)));
        spawn_local(async move {
            match read_json(&file).await {
                Ok(value) if is_ledger(&value) => {
                    model.open(Opening::Ledger { name: file.name(), text: compact(&value) });
                }
                Ok(value) if rules_part(&value).is_some() => {
                    model.open(Opening::Rules { name: file.name(), text: compact(&value) });
                }
                Ok(value) => open_record(&model, &file.name(), &value, false),
                Err(fault) => tell_fault(&model.dispatcher(), &file.name(), fault),
            }
            model.dispatch(Action::Records(RecordsAction::ReadFile(false)));
        });
    }
}

/// Opens the made-up enterprise that the site brings along: one small file, and no worker.
pub fn open_sample_enterprise(model: &Model) {
    let model = model.clone();
    spawn_local(async move {
        match fetch_text(&at(SAMPLE_ENTERPRISE)).await {
            Ok(text) => match json::parse(&text) {
                Ok(record) => open_record(&model, SAMPLE_ENTERPRISE, &record, true),
                Err(_) => alarm(&model.dispatcher(), text::NOT_A_RECORD, &[SAMPLE_ENTERPRISE]),
            },
            Err(cause) => alarm(&model.dispatcher(), text::SAMPLE_UNREACHABLE, &[&in_words(&cause)]),
        }
    });
}

/// Stops the reading of files; nothing of it is kept, and what was open before comes back.
pub fn cancel(model: &Model) {
    let words = if model.state().district.aside.is_some() { text::CANCELLED_STAYS } else { text::CANCELLED };
    model.dispatch(Action::Forget);
    model.dispatch(Action::View(ViewAction::Notice(Some(notice(false, words, &[])))));
}

/// Whether it may be a record. What comes with a folder is opened for its tables.
fn is_json(file: &File) -> bool {
    let name = file.name();
    !name.contains('/') && name.to_ascii_lowercase().ends_with(".json")
}

/// Opens a record that a page of somebody else's gives, for a day if it says one. Gives whether it could be opened, and what
/// is to be told.
pub fn open_given(model: &Model, name: &str, value: &Value, day: Option<Date>) -> (bool, Option<Notice>) {
    let (opened, told) = opened(model, name, value, false, day);
    model.dispatch(Action::View(ViewAction::Notice(told.clone())));
    (opened, told)
}

/// Opens a saved record, and tells what is to be told.
fn open_record(model: &Model, name: &str, value: &Value, made_up: bool) {
    let (_, told) = opened(model, name, value, made_up, None);
    model.dispatch(Action::View(ViewAction::Notice(told)));
}

/// Opens a saved record, for its own day where there is no other. What is wrong in it is shown at its field, where a field
/// can show it. Gives whether it could be opened, and what is to be told.
fn opened(model: &Model, name: &str, value: &Value, made_up: bool, day: Option<Date>) -> (bool, Option<Notice>) {
    let dispatcher = model.dispatcher();
    let problems = read_record(value).err().unwrap_or_default();
    if problems.iter().any(|problem| problem.path.is_empty()) {
        return (false, Some(notice(true, text::NOT_A_RECORD, &[name])));
    }
    let count = problems.len().to_string();
    if !problems.iter().all(can_be_shown) {
        let mut told = notice(true, text::RECORD_PROBLEMS, &[name, &count]);
        let words = |problem| (problem_words(problem, Locale::Zh), problem_words(problem, Locale::En));
        told.lines = problems.iter().map(words).collect();
        return (false, Some(told));
    }
    open_sheet(&dispatcher, Sheet::of(value), made_up);
    let today = model.state().view.today;
    let own = match value.get("as_of") {
        Some(Value::String(day)) => parse_day(day).unwrap_or(today),
        _ => today,
    };
    let as_of = day.unwrap_or(own);
    let saved = (day.is_none() && as_of != today).then_some(as_of);
    dispatcher.dispatch(Action::AsOf(as_of));
    let told = saved.map(|as_of| {
        let words = |locale| text::DAY_OF_RECORD.fill(locale, &[&day_text(as_of, locale)]);
        Notice { alarming: false, zh: words(Locale::Zh), en: words(Locale::En), lines: Vec::new() }
    });
    let to_mend = (!problems.is_empty()).then(|| notice(true, text::RECORD_TO_MEND, &[name, &count]));
    (true, to_mend.or(told))
}

fn tell_fault(dispatcher: &UseReducerDispatcher<State>, name: &str, fault: OpenFault) {
    let words = match fault {
        OpenFault::TooLarge => text::RECORD_TOO_LARGE,
        OpenFault::Unreadable => text::RECORD_UNREADABLE,
        OpenFault::NotJson => text::NOT_A_RECORD,
    };
    alarm(dispatcher, words, &[name]);
}

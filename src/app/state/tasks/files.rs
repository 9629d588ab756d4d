//! Opening files: tables go to a worker, a record is read at once.

use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::UseReducerDispatcher;

use super::super::{Action, District, Model, Notice, Route, State};
use super::notice::{alarm, notice};
use super::record::open_sheet;
use super::rules::{bring, open_rules};
use super::worker::{Purpose, take_event, take_opened};
use crate::app::state::queries::problem_words;
use crate::app::text;
use crate::calendar::parse_day;
use crate::entry::{Sheet, can_be_shown};
use crate::facts::Date;
use crate::json::{self, Value};
use crate::pack::{Locale, day_text};
use crate::request::read_record;
use crate::store::{OpenFault, kept_corrections, read_json, rules_part};
use crate::worker::{Client, Files, OpenRequest, Source, at, fetch_text, in_words};

/// Where the built-in samples lie below the folder of the site: the record of an enterprise, the tables of a district.
const SAMPLE_ENTERPRISE: &str = "sample/enterprise.json";
const SAMPLE: &str = "sample/district.txt";

/// Opens what a person dropped or chose: tables together, each record in a tab of its own.
pub fn open_files(model: &Model, files: Vec<File>) {
    let (records, tables): (Vec<File>, Vec<File>) = files.into_iter().partition(is_json);
    if !tables.is_empty() {
        start(model, false, Source::Files(Files(tables)));
    }
    for file in records {
        let model = model.clone();
        spawn_local(async move {
            match read_json(&file).await {
                Ok(value) => match rules_part(&value) {
                    Some(part) => open_rules(&model, part, &file.name(), &value),
                    None => open_record(&model, &file.name(), &value, false),
                },
                Err(fault) => tell_fault(&model.dispatcher(), &file.name(), fault),
            }
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

/// Opens the made-up district that the site brings along.
pub fn open_sample(model: &Model) {
    start(model, true, Source::Bundle(at(SAMPLE)));
}

/// Stops the reading of files; nothing of it is kept, and what was open before comes back.
pub fn cancel(model: &Model) {
    let words = if model.state().aside.is_some() { text::CANCELLED_STAYS } else { text::CANCELLED };
    model.dispatch(Action::Forget);
    model.dispatch(Action::Notice(Some(notice(false, words, &[]))));
}

/// Has a district opened by a fresh worker; the one before stands aside with its district.
pub(super) fn start(model: &Model, made_up: bool, source: Source) {
    let number = model.started.get() + 1;
    model.started.set(number);
    let state = &model.state();
    let stays =
        state.aside.is_some() || matches!(state.district, District::Ready { enterprises, .. } if enterprises > 0);
    let purpose = Purpose { made_up, stays };
    let dispatcher = model.dispatcher();
    let dispatch = move |action| dispatcher.dispatch(Action::Told(number, Box::new(action)));
    let started = Client::start({
        let dispatch = dispatch.clone();
        move |event| take_event(&dispatch, purpose, event)
    });
    match started {
        Ok(client) => {
            bring(model, &client);
            // How far the reading is stands on the page of the start.
            let is_read = !matches!(source, Source::Kept);
            let opened = client.request(OpenRequest { source, corrections: kept_corrections() });
            model.workers.borrow_mut().push((number, client));
            model.list_scroll.set(0);
            model.dispatch(Action::Read { made_up, worker: number });
            if is_read {
                Route::Start.go();
            }
            spawn_local(async move {
                // Of a worker that fails it is told by itself.
                if let Ok(opened) = opened.await {
                    take_opened(&dispatch, purpose, opened);
                }
            });
        }
        Err(cause) => alarm(&model.dispatcher(), text::WORKER_NOT_STARTED, &[&in_words(&cause)]),
    }
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
    model.dispatch(Action::Notice(told.clone()));
    (opened, told)
}

/// Opens a saved record, and tells what is to be told.
fn open_record(model: &Model, name: &str, value: &Value, made_up: bool) {
    let (_, told) = opened(model, name, value, made_up, None);
    model.dispatch(Action::Notice(told));
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
    let today = model.state().today;
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

//! Opening files: tables go to a worker, a record is read at once.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{File, FileList};
use yew::UseReducerDispatcher;

use super::super::{Action, Model, Notice, Opened, Route, State};
use super::hear::hear;
use super::notice::{alarm, notice};
use super::record::keep_and_open;
use crate::app::state::queries::problem_words;
use crate::app::text;
use crate::pack::{Locale, day_text};
use crate::request::Record;
use crate::store::{Draft, OpenFault, read_file, read_text};
use crate::worker::{Ask, Client, base, fetch_text, in_words};

/// Where the built-in samples lie below the folder of the site: the record of an enterprise, the tables of a district.
const SAMPLE_ENTERPRISE: &str = "sample/enterprise.json";
const SAMPLE: &str = "sample/district.txt";

/// The files of a list of the browser's.
pub fn listed(files: FileList) -> Vec<File> {
    (0..files.length()).filter_map(|place| files.item(place)).collect()
}

/// Opens what a person dropped or chose: tables, or one record.
pub fn open_files(model: &Model, files: Vec<File>) {
    let (records, tables): (Vec<File>, Vec<File>) = files.into_iter().partition(is_record);
    let Some(first) = records.first() else {
        if !tables.is_empty() {
            start(model, false, &Ask::Read, &tables);
        }
        return;
    };
    if !tables.is_empty() {
        start(model, false, &Ask::Read, &tables);
        alarm(&model.state.dispatcher(), text::MIXED_FILES, &[&first.name()]);
        return;
    }
    if let Some(second) = records.get(1) {
        alarm(&model.state.dispatcher(), text::SEVERAL_RECORDS, &[&second.name()]);
        return;
    }
    let (file, model) = (first.clone(), model.clone());
    spawn_local(async move {
        let read = read_file(&file).await;
        open_record(&model, &file.name(), read, false);
    });
}

/// Opens the made-up enterprise that the site brings along: one small file, and no worker.
pub fn open_sample_enterprise(model: &Model) {
    let model = model.clone();
    spawn_local(async move {
        match fetch_text(&(base() + SAMPLE_ENTERPRISE)).await {
            Ok(record) => open_record(&model, SAMPLE_ENTERPRISE, read_text(&record), true),
            Err(cause) => alarm(&model.state.dispatcher(), text::SAMPLE_UNREACHABLE, &[&in_words(&cause)]),
        }
    });
}

/// Opens the made-up district that the site brings along.
pub fn open_sample(model: &Model) {
    start(model, true, &Ask::ReadBundle(base() + SAMPLE), &[]);
}

/// Stops the reading of files; nothing of it is kept.
pub fn cancel(model: &Model) {
    *model.worker.borrow_mut() = None;
    model.state.dispatch(Action::Forget);
    model.state.dispatch(Action::Notice(Some(notice(false, text::CANCELLED, &[]))));
}

/// Gives the work to a fresh worker; the one before ends, and its district with it.
fn start(model: &Model, made_up: bool, ask: &Ask, files: &[File]) {
    let dispatcher = model.state.dispatcher();
    let started = Client::start({
        let dispatcher = dispatcher.clone();
        move |told| hear(&dispatcher, made_up, told)
    });
    match started {
        Ok(client) => {
            client.ask(ask, files);
            *model.worker.borrow_mut() = Some(client);
            model.list_scroll.set(0);
            dispatcher.dispatch(Action::Read { made_up });
        }
        Err(cause) => alarm(&dispatcher, text::WORKER_NOT_STARTED, &[&in_words(&cause)]),
    }
}

fn is_record(file: &File) -> bool {
    file.name().to_ascii_lowercase().ends_with(".json")
}

fn open_record(model: &Model, name: &str, read: Result<Record, OpenFault>, made_up: bool) {
    let dispatcher = model.state.dispatcher();
    match read {
        Ok(record) => {
            let route = Route::Enterprise(record.enterprise.uscc.clone());
            keep_and_open(&dispatcher, Rc::new(Opened { enterprise: record.enterprise, made_up }));
            let saved = record.as_of.filter(|as_of| *as_of != model.state.today);
            Draft::keep_as_of(saved);
            dispatcher.dispatch(Action::AsOf(record.as_of.unwrap_or(model.state.today)));
            dispatcher.dispatch(Action::Notice(saved.map(|as_of| {
                let words = |locale| text::DAY_OF_RECORD.fill(locale, &[&day_text(as_of, locale)]);
                Notice { alarming: false, zh: words(Locale::Zh), en: words(Locale::En), lines: Vec::new() }
            })));
            route.go();
        }
        Err(fault) => tell_fault(&dispatcher, name, fault),
    }
}

fn tell_fault(dispatcher: &UseReducerDispatcher<State>, name: &str, fault: OpenFault) {
    match fault {
        OpenFault::TooLarge => alarm(dispatcher, text::RECORD_TOO_LARGE, &[name]),
        OpenFault::Unreadable => alarm(dispatcher, text::RECORD_UNREADABLE, &[name]),
        OpenFault::Problems(problems) if problems.iter().all(|problem| problem.path.is_empty()) => {
            alarm(dispatcher, text::NOT_A_RECORD, &[name]);
        }
        OpenFault::Problems(problems) => {
            let mut told = notice(true, text::RECORD_PROBLEMS, &[name, &problems.len().to_string()]);
            let words = |problem| (problem_words(problem, Locale::Zh), problem_words(problem, Locale::En));
            told.lines = problems.iter().map(words).collect();
            dispatcher.dispatch(Action::Notice(Some(told)));
        }
    }
}

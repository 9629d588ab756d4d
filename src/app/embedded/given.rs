//! What the element is given by the script around it.

use std::cell::Cell;

use super::events::{emit, emit_all, emit_record_fault, record_text};
use crate::app::state::tasks::{close_record, give_rules, open_given, print, read_day, set_as_of};
use crate::app::state::{Action, Model, Notice, Paper, RecordsAction, ViewAction};
use crate::app::text;
use crate::builtin;
use crate::calendar::parse_day;
use crate::entry::Sheet;
use crate::facts::Date;
use crate::json::{self, Value, compact};
use crate::pack::Locale;
use crate::store::RulesFile;

thread_local! {
    /// The day that was given: it goes before those of records.
    static DAY: Cell<Option<Date>> = const { Cell::new(None) };
    /// The record's own.
    static OWN_DAY: Cell<Option<Date>> = const { Cell::new(None) };
}

/// How a record is called in what is told of it.
const RECORD: &str = "record";

/// So many characters of what is no record are told.
const MOST_TOLD: usize = 40;

/// Takes in what was given.
pub(super) fn give(model: &Model, name: &str, value: &str) {
    let state = &model.state();
    match name {
        RECORD if is_known(model, value) => stay(model),
        RECORD | "load" => record(model, value, false),
        "reset" => record(model, value, true),
        "as-of" if value.is_empty() => {
            DAY.set(None);
            set_as_of(model, OWN_DAY.get().unwrap_or(state.view.today));
        }
        "as-of" => match read_day(value) {
            Ok(day) => {
                DAY.set(Some(day));
                set_as_of(model, day);
            }
            Err(_) => {
                let words = |locale| text::DAY_UNCLEAR.fill(locale, &[value]);
                emit_all("error", &["bad_day", &words(Locale::Zh), &words(Locale::En)]);
            }
        },
        "rules" => rules(model, value),
        "locale" => state.dispatch(Action::View(ViewAction::Locale(Locale::of(value == "en")))),
        "readonly" => state.dispatch(Action::Records(RecordsAction::ReadOnly(!value.is_empty()))),
        "site" => state.dispatch(Action::View(ViewAction::Site(value.to_owned()))),
        "print" => print(model, if value == "notice" { Paper::Notice } else { Paper::Report }),
        "printed" => state.dispatch(Action::Printed),
        _ => {}
    }
}

/// Whether a record is one that the element has told itself since it opened the one that is shown. A page that gives it back
/// late, as one does that saves it on a server first, must not take away what was entered meanwhile.
fn is_known(model: &Model, text: &str) -> bool {
    let given = json::parse(text).ok().filter(is_record);
    given.zip(model.state().record()).is_some_and(|(given, shown)| shown.has_been(&Sheet::of(&given)))
}

/// Whether a value has anything of a record: what has nothing reads like an empty one, and is none.
fn is_record(value: &Value) -> bool {
    value.get("enterprise").is_some() || Sheet::of(value) != Sheet::default()
}

/// Leaves what is shown, and tells what that is.
fn stay(model: &Model) {
    emit("same", &record_text(model).unwrap_or_default());
}

/// Opens a record in the place of the one before, unless it is the same: then a person may go on writing in it. `afresh` opens
/// that anew as well, without what was being typed.
fn record(model: &Model, text: &str, afresh: bool) {
    let state = model.state();
    let before = state.record();
    let empty = || Some(Sheet::default().record(Vec::new()));
    let value = if text.is_empty() { empty() } else { json::parse(text).ok() }.unwrap_or(Value::Null);
    if !afresh && before.is_some_and(|before| before.sheet == Sheet::of(&value)) && is_record(&value) {
        return stay(model);
    }
    if !text.is_empty() && !is_record(&value) {
        return refuse(model, text);
    }
    let own_day = match value.get("as_of") {
        Some(Value::String(day)) => parse_day(day),
        _ => None,
    };
    let before = before.map(|before| before.id);
    let (opened, told) = open_given(model, RECORD, &value, DAY.get());
    if opened {
        OWN_DAY.set(own_day);
    }
    // What is to be filled in lacks everything, and nothing is wrong with that.
    if text.is_empty() {
        model.dispatch(Action::View(ViewAction::Notice(None)));
    } else {
        emit_record_fault(told, opened);
    }
    if let Some(before) = before.filter(|_| opened) {
        close_record(model, before);
    }
}

/// Tells that what was given is no record. What was there before stays; an empty one where nothing was, so that one can be filled in.
fn refuse(model: &Model, given: &str) {
    if model.state().record().is_none() {
        record(model, "", false);
    }
    let met = match given.char_indices().nth(MOST_TOLD) {
        Some((end, _)) => format!("{}…", given.get(..end).unwrap_or_default()),
        None => given.to_owned(),
    };
    let words = |locale| text::GIVEN_NO_RECORD.fill(locale, &[&met]);
    let told = Some(Notice { alarming: true, zh: words(Locale::Zh), en: words(Locale::En), lines: Vec::new() });
    model.dispatch(Action::View(ViewAction::Notice(told.clone())));
    emit_record_fault(told, false);
}

/// Judges by a pack of its own, or by other parameters, or again by what the product brings along.
fn rules(model: &Model, text: &str) {
    // What was wrong with those before is said no longer.
    if model.state().view.notice.as_ref().is_some_and(|told| told.alarming) {
        model.dispatch(Action::View(ViewAction::Notice(None)));
    }
    let given = json::parse(text).unwrap_or(Value::Null);
    let text_of = |name| match given.get(name) {
        Some(Value::String(text)) => Some(text.clone()),
        _ => None,
    };
    // The one that is used anyway need not be read.
    let own = text_of("pack").filter(|pack| *pack != builtin::pack().id);
    let pack = own.map(|pack| {
        let text = if pack.trim_start().starts_with('{') { pack } else { compact(&Value::String(pack)) };
        RulesFile { name: "pack".to_owned(), text }
    });
    let says_nothing = |text: &String| match json::parse(text) {
        Ok(Value::Null) => true,
        Ok(Value::Object(fields)) => fields.is_empty(),
        _ => false,
    };
    give_rules(model, pack, text_of("parameters").filter(|text| !says_nothing(text)));
}

//! Texts in JSON: requests of the contract, saved records, packs and calendars.

use serde::de::IgnoredAny;
use serde_json::{Value as Known, from_str};
use xinheng::assess::Assessor;
use xinheng::entry::Sheet;
use xinheng::facts::Enterprise;
use xinheng::import::Corrections;
use xinheng::json::{Value, compact, indented, parse};
use xinheng::request::{answer_text, read_half, read_record, write_record};
use xinheng::{builtin, calendar, pack};

use super::imported::today;

/// A request: always answered, with an assessment or with errors. Returns whether with an assessment.
pub fn request(data: &[u8]) -> usize {
    let Ok(text) = str::from_utf8(data) else { return 0 };
    if let Ok(value) = parse(text) {
        assert!(from_str::<IgnoredAny>(text).is_ok(), "other readers take it for no JSON");
        for written in [compact(&value), indented(&value)] {
            assert_eq!(parse(&written).as_ref(), Ok(&value));
        }
    }
    let answer: Known = from_str(&answer_text(text)).expect("an answer is JSON");
    let errors = answer.get("errors").and_then(Known::as_array);
    assert_eq!(errors.is_some(), answer.get("class").is_none());
    for error in errors.into_iter().flatten() {
        let words = |language| error["message"][language].as_str().is_some_and(|words| !words.is_empty());
        assert!(words("zh") && words("en"), "{error}");
    }
    assert!(errors.is_none_or(|errors| !errors.is_empty()));
    usize::from(errors.is_none())
}

/// What people keep and open again: a record, a pack, a calendar or corrections; or, line by line, a place in the
/// built-in pack with what is put there. Returns how much of it could be used.
pub fn saved(data: &[u8]) -> usize {
    let Ok(text) = str::from_utf8(data) else { return 0 };
    let corrections = Corrections::read(text);
    // A line break within a text becomes a blank, once.
    let kept = Corrections::read(&corrections.write());
    assert_eq!(Corrections::read(&kept.write()), kept);
    let value = match parse(text) {
        Ok(value) => value,
        Err(_) if text.starts_with(|first: char| first.is_ascii_digit()) => changed_pack(text),
        Err(_) => return corrections.write().lines().count(),
    };
    usize::from(open_record(&value)) + usize::from(open_pack(&value)) + usize::from(open_calendar(&value))
}

fn open_record(value: &Value) -> bool {
    let half = read_half(value);
    let sheet = Sheet::of(value);
    assert_eq!(sheet.read().enterprise.penalties.len(), half_of(&sheet).enterprise.penalties.len());
    match read_record(value) {
        Ok(record) => {
            let written = parse(&write_record(&record)).expect("a record is JSON");
            assert_eq!(read_record(&written).as_ref(), Ok(&record));
            true
        }
        Err(problems) => {
            // Without an `enterprise` the whole is read as one, and a `judgement` in it is an unknown field.
            let whole = value.get("enterprise").is_some();
            assert!(!problems.is_empty() && (!whole || half.problems.len() <= problems.len()));
            false
        }
    }
}

/// What a sheet holds once it has been saved and opened again.
fn half_of(sheet: &Sheet) -> xinheng::request::Half {
    let saved = compact(&sheet.record(Vec::new()));
    Sheet::of(&parse(&saved).expect("a record is JSON")).read()
}

fn open_pack(form: &Value) -> bool {
    match pack::read(form) {
        Ok(pack) => {
            let nothing_known = Enterprise::default();
            Assessor::new(&pack, builtin::calendar(), today()).assess(&nothing_known, true);
            true
        }
        Err(faults) => {
            let has_words = |fault: &pack::PackFault| {
                let message = fault.message();
                !message.zh.is_empty() && !message.en.is_empty()
            };
            assert!(!faults.is_empty() && faults.iter().all(has_words));
            false
        }
    }
}

fn open_calendar(form: &Value) -> bool {
    match calendar::read(form) {
        Ok(calendar) => {
            assert!(calendar.add_working_days(today(), 20) > today());
            true
        }
        Err(faults) => {
            assert!(!faults.is_empty());
            false
        }
    }
}

/// The built-in pack in which each line `place value` has put a value into a place, counted over all of its values.
fn changed_pack(lines: &str) -> Value {
    let mut form = builtin::form().clone();
    for line in lines.lines().take(8) {
        let Some((place, value)) = line.split_once(' ') else { continue };
        if let (Ok(mut place), Ok(value)) = (place.parse::<usize>(), parse(value)) {
            put(&mut form, &mut place, &value);
        }
    }
    form
}

/// Puts a value where counting down to nothing ends. Returns whether it was put.
fn put(into: &mut Value, left: &mut usize, value: &Value) -> bool {
    if *left == 0 {
        value.clone_into(into);
        return true;
    }
    *left -= 1;
    match into {
        Value::Array(values) => values.iter_mut().any(|inner| put(inner, left, value)),
        Value::Object(fields) => fields.iter_mut().any(|(_, inner)| put(inner, left, value)),
        _ => false,
    }
}

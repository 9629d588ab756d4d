//! A ledger as a text: what is saved as a file, lies in an archive, and goes from one colleague to another.

use facts::json::{Value, compact, parse};
use request::{Problem, ProblemCode, Reader};

use super::Ledger;
use super::entry::Entry;

/// What stands in the `format` of a ledger.
const FORMAT: &str = "xinheng-ledger";

/// The version of the form in which ledgers are saved.
pub const LEDGER_VERSION: u32 = 1;

/// What of a ledger could be read.
#[derive(Clone, Debug, Default)]
pub struct ReadLedger {
    pub ledger: Ledger,
    /// What was wrong with the entries that are left out, each with its place: `entries[3].on`.
    pub problems: Vec<Problem>,
}

/// Returns the text of a ledger, an entry a line:
/// `{"format":"xinheng-ledger","version":1,"entries":[…]}`.
///
/// The same entries give the same text, in whatever order they came.
#[must_use]
pub fn write_ledger(ledger: &Ledger) -> String {
    let mut text = format!("{{\"format\":\"{FORMAT}\",\"version\":{LEDGER_VERSION},\"entries\":[");
    for (place, entry) in ledger.entries().enumerate() {
        text.push_str(if place == 0 { "\n" } else { ",\n" });
        text.push_str(&write_entry(entry));
    }
    text.push_str("\n]}\n");
    text
}

/// Returns the text of one entry, in one line.
#[must_use]
pub fn write_entry(entry: &Entry) -> String {
    compact(&entry.written())
}

/// Returns whether what a file says is a ledger, of whatever version.
#[must_use]
pub fn is_ledger(file: &Value) -> bool {
    matches!(file.get("format"), Some(Value::String(format)) if format == FORMAT)
}

/// Reads a ledger. An entry that cannot be read, or was changed since it was written, is left out and told; the others stand.
///
/// # Errors
/// The text is no JSON object, no ledger, or one of a later version.
///
/// ```
/// use ledger::{Ledger, read_ledger, write_ledger};
///
/// let empty = read_ledger(&write_ledger(&Ledger::default())).unwrap();
/// assert!(empty.ledger.is_empty() && empty.problems.is_empty());
/// let faults = read_ledger(r#"{"format": "xinheng-ledger", "version": 2, "entries": []}"#).unwrap_err();
/// assert_eq!(faults[0].path, "version");
/// ```
pub fn read_ledger(text: &str) -> Result<ReadLedger, Vec<Problem>> {
    let no_json = || vec![Problem::new("", ProblemCode::InvalidJson, "")];
    let value = parse(text.trim_start_matches('\u{feff}')).map_err(|_| no_json())?;
    let mut reader = Reader::default();
    let Some(mut fields) = reader.object(&value, String::new()) else { return Err(no_json()) };
    let expected =
        [("format", Value::String(FORMAT.to_owned())), ("version", Value::Number(LEDGER_VERSION.to_string()))];
    for (name, known) in expected {
        match reader.required(&mut fields, name) {
            Some(met) if *met != known => reader.problem(name, ProblemCode::UnknownValue, met),
            _ => {}
        }
    }
    if !reader.problems().is_empty() {
        return Err(reader.into_problems());
    }
    let entries = reader.list(&mut fields, "entries", Entry::read);
    reader.finish(fields);
    let mut ledger = Ledger::default();
    for entry in entries {
        ledger.add(entry);
    }
    Ok(ReadLedger { ledger, problems: reader.into_problems() })
}

/// Reads the text of one entry, as [`write_entry`] writes it.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read_entry(text: &str) -> Result<Entry, Vec<Problem>> {
    let no_json = || vec![Problem::new("", ProblemCode::InvalidJson, "")];
    let value = parse(text).map_err(|_| no_json())?;
    let mut reader = Reader::default();
    let Some(mut object) = reader.object(&value, String::new()) else { return Err(reader.into_problems()) };
    let entry = Entry::read(&mut reader, &mut object);
    reader.finish(object);
    match entry {
        Some(entry) if reader.problems().is_empty() => Ok(entry),
        _ => Err(reader.into_problems()),
    }
}

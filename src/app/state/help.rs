//! The texts of the help: long, read by few, and so fetched when the page is first opened.

use crate::json::{Value, parse};
use crate::pack::Locale;

/// What was fetched for one language.
pub struct Help {
    /// The file, below the folder of the site's files.
    pub name: &'static str,
    /// The parts of the help in their order, or why they cannot be shown, in words of the browser's; empty when what
    /// came is no help.
    pub parts: Result<Vec<Value>, String>,
}

impl Help {
    /// Reads what was fetched.
    #[must_use]
    pub fn read(name: &'static str, fetched: Result<String, String>) -> Self {
        let parts = fetched.and_then(|text| match parse(&text) {
            Ok(Value::Object(fields)) => fields.into_iter().find_map(parts_of).ok_or_else(String::new),
            _ => Err(String::new()),
        });
        Self { name, parts }
    }
}

fn parts_of((name, value): (String, Value)) -> Option<Vec<Value>> {
    match value {
        Value::Array(parts) if name == "parts" => Some(parts),
        _ => None,
    }
}

/// Equal when they are the same: the texts are replaced as a whole.
impl PartialEq for Help {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// The file that has the entry, which for all that concerns licences is one of its own: `cargo xtask` writes it.
#[must_use]
pub fn help_file(locale: Locale, entry: Option<&str>) -> &'static str {
    let licences = entry.is_some_and(|entry| entry.starts_with("licences"));
    match (locale, licences) {
        (Locale::Zh, false) => "help/zh.json",
        (Locale::En, false) => "help/en.json",
        (Locale::Zh, true) => "help/licences.zh.json",
        (Locale::En, true) => "help/licences.en.json",
    }
}

/// The id that the element of an entry has on the page.
#[must_use]
pub fn help_id(entry: &str) -> String {
    ["help-", entry].concat()
}

/// Returns the values of a list; none where there is no list of this name.
#[must_use]
pub fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    match value.get(name) {
        Some(Value::Array(values)) => values,
        _ => &[],
    }
}

/// Returns the words of a field; none where there is none of this name.
#[must_use]
pub fn word<'v>(value: &'v Value, name: &str) -> &'v str {
    value.get(name).map_or("", string)
}

/// Returns the words that a value is; none where it is none.
#[must_use]
pub fn string(value: &Value) -> &str {
    match value {
        Value::String(words) => words,
        _ => "",
    }
}

//! The draft of the browser's tab: what survives a reload.

use web_sys::Storage;

use crate::entry::Sheet;
use crate::facts::Date;
use crate::import::cell;
use crate::json::{self, Value, compact};
use crate::pack::Locale;

/// The numbers of the open records, with commas between them; each record lies under its number.
const TABS: &str = "xinheng.tabs";
const AS_OF: &str = "xinheng.as_of";
const LOCALE: &str = "xinheng.locale";
const MADE_UP: &str = "made_up";
/// Before the number of the record: the rows that were pasted into it and wait to be mended.
const ROWS: &str = "xinheng.rows.";

/// What is kept for a reload.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The open records, in the order of their tabs.
    pub tabs: Vec<KeptTab>,
    /// The as-of date, where it is another than today.
    pub as_of: Option<Date>,
    pub locale: Locale,
}

/// An open record, right or wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptTab {
    pub id: u32,
    pub sheet: Sheet,
    /// Whether it comes from a built-in sample.
    pub made_up: bool,
    /// The rows that were pasted and wait to be mended.
    pub rows: String,
}

impl Draft {
    /// What this tab of the browser kept. What cannot be read is as if it had not been kept.
    #[must_use]
    pub fn load() -> Self {
        let Some(storage) = storage() else { return Self::default() };
        let kept = |key: &str| storage.get_item(key).ok().flatten();
        let tab = |id: &str| {
            let id = id.parse().ok()?;
            let value = json::parse(&kept(&key(id))?).ok()?;
            let rows = kept(&rows_key(id)).unwrap_or_default();
            Some(KeptTab { id, sheet: Sheet::of(&value), made_up: value.get(MADE_UP).is_some(), rows })
        };
        Self {
            tabs: kept(TABS).unwrap_or_default().split(',').filter_map(tab).collect(),
            as_of: kept(AS_OF).and_then(|text| cell::date(&text).ok()),
            locale: if kept(LOCALE).as_deref() == Some("en") { Locale::En } else { Locale::Zh },
        }
    }

    /// Keeps which records are open.
    pub fn keep_tabs(ids: &[u32]) {
        let ids: Vec<String> = ids.iter().map(u32::to_string).collect();
        keep(TABS, Some(&ids.join(",")));
    }

    /// Keeps an open record as it is, and tells whether the browser could.
    pub fn keep_tab(id: u32, sheet: &Sheet, made_up: bool) -> bool {
        let about = if made_up { vec![(MADE_UP.to_owned(), Value::Bool(true))] } else { Vec::new() };
        keep(&key(id), Some(&compact(&sheet.record(about))))
    }

    /// Keeps the rows that were pasted into a record and wait to be mended, and tells whether the browser could.
    pub fn keep_rows(id: u32, rows: &str) -> bool {
        keep(&rows_key(id), (!rows.is_empty()).then_some(rows))
    }

    /// Forgets a record that was closed.
    pub fn forget_tab(id: u32) {
        keep(&key(id), None);
        keep(&rows_key(id), None);
    }

    /// Keeps the as-of date; `None` is today, whichever day that will be.
    pub fn keep_as_of(as_of: Option<Date>) {
        keep(AS_OF, as_of.map(|day| day.to_string()).as_deref());
    }

    /// Keeps the language.
    pub fn keep_locale(locale: Locale) {
        keep(LOCALE, (locale == Locale::En).then_some("en"));
    }
}

/// The key under which an open record lies.
fn key(id: u32) -> String {
    ["xinheng.tab.", &id.to_string()].concat()
}

fn rows_key(id: u32) -> String {
    [ROWS, &id.to_string()].concat()
}

/// Keeps a text, or forgets it; whether the browser did. A full store keeps nothing new.
pub(super) fn keep(key: &str, value: Option<&str>) -> bool {
    let Some(storage) = storage() else { return false };
    let done = match value {
        Some(value) => storage.set_item(key, value),
        None => storage.remove_item(key),
    };
    done.is_ok()
}

pub(super) fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}

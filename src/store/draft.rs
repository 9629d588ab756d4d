//! The draft of the tab: what survives a reload.

use web_sys::Storage;

use crate::facts::{Date, Enterprise};
use crate::import;
use crate::json;
use crate::pack::Locale;
use crate::request::{Record, read_record, write_record};

const RECORD: &str = "xinheng.record";
const MADE_UP: &str = "xinheng.made_up";
const AS_OF: &str = "xinheng.as_of";
const LOCALE: &str = "xinheng.locale";

/// What is kept for a reload.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    pub enterprise: Option<Enterprise>,
    /// Whether the enterprise comes from the built-in sample.
    pub made_up: bool,
    /// The as-of date, where it is another than today.
    pub as_of: Option<Date>,
    pub locale: Locale,
}

impl Draft {
    /// What this tab kept. What cannot be read is as if it had not been kept.
    #[must_use]
    pub fn load() -> Self {
        let Some(storage) = storage() else { return Self::default() };
        let kept = |key| storage.get_item(key).ok().flatten();
        let record = kept(RECORD).and_then(|text| json::parse(&text).ok()).and_then(|value| read_record(&value).ok());
        Self {
            enterprise: record.map(|record| record.enterprise),
            made_up: kept(MADE_UP).is_some(),
            as_of: kept(AS_OF).and_then(|text| import::read_day(&text).ok()),
            locale: if kept(LOCALE).as_deref() == Some("en") { Locale::En } else { Locale::Zh },
        }
    }

    /// Keeps the enterprise, or forgets the last one.
    pub fn keep_enterprise(enterprise: Option<&Enterprise>, made_up: bool) {
        let record = |enterprise: &Enterprise| write_record(&Record { as_of: None, enterprise: enterprise.clone() });
        keep(RECORD, enterprise.map(record).as_deref());
        keep(MADE_UP, made_up.then_some("1"));
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

fn keep(key: &str, value: Option<&str>) {
    let Some(storage) = storage() else { return };
    // A full store keeps no draft; what is on the screen is still there.
    let _ = match value {
        Some(value) => storage.set_item(key, value),
        None => storage.remove_item(key),
    };
}

fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}

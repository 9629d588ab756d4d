//! The rules in plain words: every rule, parameter and period of a pack with its source, and the years of the calendar.
//!
//! A book is made for a reader: in one language, with the values and the validity of one day. It has sections, each a
//! list of entries; an entry tells one rule, one parameter, one source. Words of the law come from the pack; what stands
//! here are the words between them.
//!
//! ```
//! use facts::Date;
//! use pack::Locale;
//!
//! let as_of = Date::from_ymd_opt(2026, 11, 22).unwrap();
//! let book = rulebook::write(builtin::pack(), builtin::pack(), builtin::calendar(), as_of, Locale::Zh);
//! let entry = book.sections.iter().flat_map(|section| &section.entries).find(|entry| entry.id == "court_list").unwrap();
//! assert_eq!(entry.title, "列入失信被执行人名单");
//! assert_eq!(entry.lines[0].items[0][0].text, "已列入，尚未移出，也未到期");
//! ```

mod class;
mod condition;
mod inspection;
mod parameter;
mod preset;
mod repair;
mod score;
mod sentence;
mod setting;
mod source;
mod table;
mod teller;
mod text;

use facts::Date;
use facts::calendar::Calendar;
use pack::{Locale, Pack, Tone};
use serde::{Deserialize, Serialize};

pub use parameter::visits_text;
pub use preset::Choosing;
pub use sentence::{Run, Runs};
pub use setting::{Changed, Choice, Entering, Setting, changed, range};

use teller::Teller;

/// The rules in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book {
    pub sections: Vec<Section>,
}

/// A part of the book under one heading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Where it is found: `section.class`.
    pub id: String,
    pub title: String,
    /// What a reader should know of all its entries; may be empty.
    pub lead: String,
    pub entries: Vec<Entry>,
}

/// One rule, one parameter, one preset, one source.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Where it is found: for rules, parameters and sources their id in the pack, for others with their kind in front.
    pub id: String,
    pub title: String,
    /// The class that a rule gives: its look, and what it is called.
    pub class: Option<(Tone, String)>,
    /// What must not be overlooked, in a word or two each.
    pub marks: Vec<String>,
    pub lines: Vec<Line>,
    /// For a parameter: how it can be set.
    pub setting: Option<Setting>,
    /// For a preset: how it can be chosen.
    pub choosing: Option<Choosing>,
}

/// One statement of an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What it is about; may be empty.
    pub label: String,
    pub words: Runs,
    /// What the statement lists.
    pub items: Vec<Runs>,
}

/// Tells a pack and a calendar in words.
///
/// `pack` is what is in use, `base` the same pack before any of its parameters was set otherwise. Values and validity
/// are those of the day `as_of`; spans of values are all told.
#[must_use]
pub fn write(pack: &Pack, base: &Pack, calendar: &Calendar, as_of: Date, locale: Locale) -> Book {
    let teller = Teller {
        pack,
        base,
        edition: pack.edition(as_of),
        as_of,
        locale,
        unknown_fine_is_small: pack.unknown_fine_is_small,
    };
    let mut sections = vec![
        teller.about(calendar),
        teller.class_rules(),
        teller.scores(),
        teller.key_case(),
        teller.definitions(),
        teller.inspection(),
        teller.repair(),
        teller.conditions(),
        teller.papers(),
        teller.measures(),
        teller.advice(),
        teller.presets(),
        teller.parameters(),
        teller.sources(),
    ];
    sections.retain(|section| !section.entries.is_empty());
    Book { sections }
}

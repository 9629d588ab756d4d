//! Tables for other programs: what the page shows of a district, as CSV or as an Excel workbook.
//!
//! What a row says is put together here once ([`Cell`]s under [`Column`]s, see `list`, `figures`, `moves`); how it is
//! written is the [`Writer`]'s question. A writer gives its bytes away piece by piece, so that a million rows never
//! stand in memory as a whole. Every table begins with what it is, as of which day, and by which rules.
//!
//! **Invariant:** no text of a file can become a formula, see `guard`.

mod csv;
mod figures;
mod guard;
mod later;
mod list;
mod moves;
mod words;
#[cfg(feature = "workbooks")]
mod xlsx;
#[cfg(feature = "workbooks")]
mod zip;

use facts::Date;
use pack::{Locale, Pack, day_text};
use serde::{Deserialize, Serialize};

pub use csv::Csv;
pub use figures::{FigureTable, figure_tables, outlook_tables};
pub use later::{changes_in_words, later_in_words, later_tables};
pub use list::{ListRows, by_hand, key_case, list_columns, remark_title, sectors, status};
pub use moves::{MoveRows, move_columns, move_tables};
pub use words::{BY_HAND as BY_HAND_TITLE, LATER as LATER_TITLE, LIST as LIST_TITLE, MOVES as MOVES_TITLE};
#[cfg(feature = "workbooks")]
pub use xlsx::{PART_ROWS, Xlsx};

/// What stands in one place of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cell {
    Nothing,
    Text(String),
    Number(u64),
    Day(Date),
    /// A share, in tenths of a per cent.
    PerMille(u64),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Nothing } else { Self::Text(text.to_owned()) }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Nothing } else { Self::Text(text) }
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

impl From<Option<Date>> for Cell {
    fn from(day: Option<Date>) -> Self {
        day.map_or(Self::Nothing, Self::Day)
    }
}

/// What a column of a table is called, and how wide it is drawn, in letters of the Latin alphabet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub name: String,
    pub width: u32,
}

/// What stands above a table: what it is, as of which day, and by which rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// What the table is, also the name of the sheet.
    pub title: String,
    /// The lines above the head of the table.
    pub lines: Vec<String>,
}

impl About {
    /// About a table with this title: as of a day, by a pack, of so many rows; and whatever else is to be said of it.
    #[must_use]
    pub fn new(title: &str, as_of: Date, pack: &Pack, rows: usize, more: &[String], locale: Locale) -> Self {
        let day = day_text(as_of, locale);
        let rules = words::RULES.fill(locale, &[pack.title.get(locale), &pack.id, &pack.version, &pack.digest]);
        let mut lines = vec![words::TITLE.fill(locale, &[title, &day, &rows.to_string()]), rules];
        lines.extend_from_slice(more);
        lines.push(words::INTERNAL.get(locale).to_owned());
        Self { title: title.to_owned(), lines }
    }
}

/// Writes a table: first what it is about and its columns, given when it is made, then row after row.
pub trait Writer {
    /// Writes the next row; a cell a column.
    fn row(&mut self, cells: &[Cell]);
    /// The bytes that are ready since this was last asked.
    fn take(&mut self) -> Vec<u8>;
    /// Ends the table; what is still to come are its last bytes.
    fn finish(self) -> Vec<u8>;
}

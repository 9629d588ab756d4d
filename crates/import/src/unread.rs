//! The rows of a table that is not read: they are counted, so that a person sees how much is missing.

use super::cell::trimmed;
use super::layout::{Header, Layout, is_total};
use super::read;
use super::rows::{Form, Rows};
use super::seen::Seen;
use super::split::{Found, Row};
use super::table::SAMPLES;

/// Counts the rows below the header of a table that cannot be read, or below what is most likely to be it.
pub(super) struct Unread {
    rows: Rows,
    row: Row,
    /// The last row of the header, as a spreadsheet counts; 0 where none is likely to be it.
    header: u32,
}

impl Unread {
    /// Begins with a text that has its header in this row.
    pub(super) fn below(header: u32, form: Form, text: String) -> Self {
        Self { rows: Rows::new(form, text), row: Row::default(), header }
    }

    /// Begins with a text of which `seen` are the first rows: the first of those with the most cells is most likely its
    /// header.
    pub(super) fn of(seen: &[Seen], form: Form, text: String) -> Self {
        let filled = |row: &Seen| row.cells.iter().filter(|cell| !cell.is_empty()).count();
        let likely = seen.iter().rev().filter(|row| !row.shape.is_empty()).max_by_key(|row| filled(row));
        Self::below(likely.map_or(0, |row| row.sheet_row), form, text)
    }

    /// Where the text of the file is appended.
    pub(super) fn text(&mut self) -> &mut String {
        let held = self.rows.held();
        held.forget_taken();
        &mut held.text
    }

    /// How many rows there are in the text at hand that were not counted yet, without blank and total rows.
    pub(super) fn count(&mut self, last: bool) -> usize {
        let mut count = 0;
        while let Some(found) = self.rows.next(last, &mut self.row) {
            let Found::Row(sheet_row) = found else {
                count += 1;
                continue;
            };
            if sheet_row <= self.header {
                continue;
            }
            let first = self.row.cells().map(trimmed).find(|cell| !cell.is_empty());
            count += usize::from(first.is_some_and(|first| !is_total(first)));
        }
        count
    }
}

/// The first rows below a header of a table that is not read, as far as they are at hand: by their cells a person finds the column
/// that has another name.
pub(super) fn samples(header: &Header, mut rows: Rows, layout: &Layout) -> Vec<Seen> {
    let (header, mut row) = (Seen::header(header, rows.count()), Row::default());
    let mut samples = Vec::new();
    // The last row of the text at hand may be cut off.
    while samples.len() < SAMPLES
        && let Some(found) = rows.next(false, &mut row)
    {
        if let Found::Row(sheet_row) = found
            && !read::is_about_person(layout, &row)
        {
            samples.push(header.below(&row, sheet_row));
        }
    }
    samples
}

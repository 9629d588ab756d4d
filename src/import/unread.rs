//! The rows of a table that is not read: they are counted, so that a person sees how much is missing.

use super::cell::trimmed;
use super::rows::{Form, Rows};
use super::seen::Seen;
use super::split::{Found, Row};
use super::table::is_total;

/// Counts the rows below the header of a table that cannot be read, or below what is most likely to be it.
pub(super) struct Unread {
    rows: Rows,
    row: Row,
    /// How many rows stand above the first that counts.
    above: usize,
}

impl Unread {
    /// Begins with a text of which `seen` are the first rows. The last of them is its header where that is known, else the
    /// first of those with the most cells.
    pub(super) fn new(form: Form, text: String, seen: &[Seen], header_is_known: bool) -> Self {
        let filled = |row: &Seen| row.cells.iter().filter(|cell| !cell.is_empty()).count();
        let candidates = seen.iter().enumerate().rev().filter(|(_, row)| !row.shape.is_empty());
        let likely = candidates.max_by_key(|(_, row)| filled(row)).map_or(0, |(place, _)| place + 1);
        let above = if header_is_known { seen.len() } else { likely };
        Self { rows: Rows::new(form, text), row: Row::default(), above }
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
            let Found::Row(_) = found else {
                count += 1;
                continue;
            };
            if self.above > 0 {
                self.above -= 1;
                continue;
            }
            let first = self.row.cells().map(trimmed).find(|cell| !cell.is_empty());
            count += usize::from(first.is_some_and(|first| !is_total(first)));
        }
        count
    }
}

//! Merged cells: what the first of the places that one spans lends to the others.
//!
//! A spreadsheet shows the value of the first place over all of them, so it holds for all; what programs left in the
//! others is not to be seen. Rows with nothing of their own get nothing: the lower half of a title is no row.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{MOST_COLUMNS, MOST_ROWS};

/// The most merged cells of a workbook: with more it is no table, and would only fill the memory.
pub(super) const MOST_MERGES: usize = 1_000_000;

/// The longest text that is lent, in bytes: many times any value that rules read.
const LONGEST_LENT: usize = 4096;

/// The first and the last row and column of a merged cell, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Merge {
    first: (u32, u16),
    last: (u32, u16),
}

impl Merge {
    /// `None` where it lies outside of every sheet, or is but one place.
    pub(super) fn new(first: (u32, u32), last: (u32, u32)) -> Option<Self> {
        let in_order = first.0 <= last.0 && first.1 <= last.1 && first != last;
        if !in_order || last.0 >= MOST_ROWS || last.1 >= MOST_COLUMNS {
            return None;
        }
        let column = |column: u32| u16::try_from(column).ok();
        Some(Self { first: (first.0, column(first.1)?), last: (last.0, column(last.1)?) })
    }

    /// Reads what an XLSX workbook says of one: `ref="B2:C7"`, among other things.
    pub(super) fn read(attributes: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(attributes).ok()?;
        let (_, behind) = text.split_once("ref")?;
        let value = behind.trim_start().strip_prefix('=')?.trim_start();
        let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        let (first, last) = value.get(1..)?.split_once(quote)?.0.split_once(':')?;
        Self::new(place(first)?, place(last)?)
    }
}

/// The row and column of a place such as B2, counted from 0.
fn place(text: &str) -> Option<(u32, u32)> {
    let text = text.trim().replace('$', "");
    let digits = text.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, digits) = text.split_at_checked(digits)?;
    let mut column = 0_u32;
    for letter in letters.chars() {
        let value = letter.to_digit(36).filter(|_| letter.is_ascii_alphabetic())?;
        column = column.checked_mul(26)?.checked_add(value - 9)?;
    }
    Some((digits.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

/// What is lent in the rows of a sheet, which are asked for from the first to the last.
#[derive(Default)]
pub(super) struct Lending {
    /// By their first places.
    merges: Vec<Merge>,
    /// The first of them that does not begin above the row.
    next: usize,
    /// What is lent in each column.
    open: BTreeMap<u16, Lent>,
}

struct Lent {
    /// The rows in which it is lent.
    rows: (u32, u32),
    text: Rc<str>,
}

impl Lending {
    pub(super) fn new(mut merges: Vec<Merge>) -> Self {
        merges.sort_unstable();
        Self { merges, ..Self::default() }
    }

    /// Whether nothing is lent in the whole sheet.
    pub(super) fn is_idle(&self) -> bool {
        self.merges.is_empty()
    }

    /// Goes on to a row.
    pub(super) fn begin_row(&mut self, row: u32) {
        while self.merges.get(self.next).is_some_and(|merge| merge.first.0 < row) {
            self.next += 1;
        }
        if !self.open.is_empty() {
            self.open.retain(|_, lent| lent.rows.1 >= row);
        }
    }

    /// Whether a place is one of those that something is lent to.
    pub(super) fn covers(&self, row: u32, column: u32) -> bool {
        let lent = u16::try_from(column).ok().and_then(|column| self.open.get(&column));
        lent.is_some_and(|lent| lent.rows.0 <= row)
    }

    /// Takes a value: where a merged cell begins with it, it is lent from now on. Returns over how many columns.
    pub(super) fn take(&mut self, row: u32, column: u32, text: &str) -> u16 {
        let Some(waiting) = self.merges.get(self.next..) else { return 0 };
        if waiting.first().is_none_or(|merge| merge.first.0 != row) || text.len() > LONGEST_LENT {
            return 0;
        }
        let begins = |merge: &Merge| (merge.first.0, u32::from(merge.first.1)) < (row, column);
        let Some(merge) = waiting.get(waiting.partition_point(begins)) else { return 0 };
        if (merge.first.0, u32::from(merge.first.1)) != (row, column) {
            return 0;
        }
        let text: Rc<str> = text.into();
        for column in merge.first.1..=merge.last.1 {
            // The first place has the value itself.
            let first_row = row + u32::from(column == merge.first.1);
            if first_row <= merge.last.0 {
                self.open.insert(column, Lent { rows: (first_row, merge.last.0), text: text.clone() });
            }
        }
        merge.last.1 - merge.first.1 + 1
    }

    /// What is lent to the places of a row, by their columns.
    pub(super) fn lent(&self, row: u32) -> impl Iterator<Item = (u16, &str)> {
        let in_row = self.open.iter().filter(move |(_, lent)| lent.rows.0 <= row);
        in_row.map(|(column, lent)| (*column, &*lent.text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_workbook_says_of_merged_cells_is_read() {
        let read = |text: &str| Merge::read(text.as_bytes()).map(|merge| (merge.first, merge.last));
        assert_eq!(read(" ref=\"A1:C2\"/"), Some(((0, 0), (1, 2))));
        assert_eq!(read("ref = '$AA$10:$AB$11' x=\"\""), Some(((9, 26), (10, 27))));
        for wrong in [
            "",
            "ref=\"A1\"",
            "ref=\"A1:A1\"",
            "ref=\"B2:A1\"",
            "ref=\"A0:B1\"",
            "ref=\"1:2\"",
            "ref=\"A1:XFE1\"",
            "ref=\"A1:ZZZZZZZZ1\"",
            "ref=\"A1:B9999999999\"",
            "ref=\"Ä1:B2\"",
            "ref=A1:B2",
            "ref=\"A1:B2",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}

//! The rows of a sheet as text: how they travel from a reader of workbooks to the importer.

use super::split::{Found, Held, MAX_COLUMNS, MAX_ROW_BYTES, Row};

/// What stands between the cells of a row: the separator of units of ASCII.
const BETWEEN_CELLS: char = '\u{1F}';

/// What stands behind each row: the separator of records of ASCII.
const BEHIND_ROW: char = '\u{1E}';

/// What stands before a value that a merged cell lends to the places it spans besides its own: the separator of groups
/// of ASCII. Reading takes it off with all else that is unseen.
pub(super) const LENT: char = '\u{1D}';

/// Writes the rows of a sheet as text: with two separators of ASCII that no cell keeps, so that nothing is quoted. Its
/// pieces can be posted from a worker that reads workbooks to the one that imports.
///
/// ```
/// use import::SheetText;
///
/// let mut sheet = SheetText::default();
/// sheet.blank_rows_up_to(1);
/// sheet.cell(2, "c");
/// sheet.cell(0, "a");
/// sheet.end_row();
/// assert_eq!(sheet.take(), "\u{1E}a\u{1F}\u{1F}c\u{1E}");
/// ```
#[derive(Clone, Debug, Default)]
pub struct SheetText {
    /// The rows that were ended and not yet taken.
    text: String,
    rows: u32,
    /// The row that is being written: its cells one behind the other, and of each its column and where it ends.
    row: String,
    cells: Vec<(usize, usize, usize)>,
}

impl SheetText {
    /// How many rows were ended so far, blank ones too: the place, from 0, of the row that is being written.
    #[must_use]
    pub fn rows(&self) -> u32 {
        self.rows
    }

    /// How many bytes wait to be taken.
    #[must_use]
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether nothing waits to be taken.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Ends rows until this one, counted from 0, is the next to be written.
    pub fn blank_rows_up_to(&mut self, row: u32) {
        while self.rows < row {
            self.end_row();
        }
    }

    /// Puts a text into a column, counted from 0, of the row that is being written. Of a row that has become longer
    /// than any row of a table nothing more is kept: the importer refuses it.
    pub fn cell(&mut self, column: usize, text: &str) {
        if self.row.len() > MAX_ROW_BYTES {
            return;
        }
        let start = self.row.len();
        self.row.extend(text.chars().filter(|c| !matches!(*c, BETWEEN_CELLS | BEHIND_ROW | LENT)));
        self.cells.push((column.min(MAX_COLUMNS), start, self.row.len()));
    }

    /// Puts the text of a merged cell into one of the places that it spans besides its own.
    pub fn lent_cell(&mut self, column: usize, text: &str) {
        if self.row.len() > MAX_ROW_BYTES {
            return;
        }
        let start = self.row.len();
        self.row.push(LENT);
        self.row.extend(text.chars().filter(|c| !matches!(*c, BETWEEN_CELLS | BEHIND_ROW | LENT)));
        self.cells.push((column.min(MAX_COLUMNS), start, self.row.len()));
    }

    /// Ends the row. Of two cells in one column the first stays.
    pub fn end_row(&mut self) {
        if !self.cells.is_sorted_by_key(|(column, ..)| *column) {
            self.cells.sort_by_key(|(column, ..)| *column);
        }
        let mut width = 0;
        for (column, start, end) in self.cells.drain(..) {
            if column < width {
                continue;
            }
            // The cell is the first of the row, or stands behind as many separators as columns were left out.
            let separators = column + usize::from(width > 0) - width;
            self.text.extend(std::iter::repeat_n(BETWEEN_CELLS, separators));
            self.text.push_str(self.row.get(start..end).unwrap_or_default());
            width = column + 1;
        }
        self.row.clear();
        self.text.push(BEHIND_ROW);
        self.rows += 1;
    }

    /// Takes the rows that were ended since the last time.
    #[must_use]
    pub fn take(&mut self) -> String {
        std::mem::take(&mut self.text)
    }
}

/// Cuts what [`SheetText`] wrote into rows again.
#[derive(Default)]
pub(super) struct SheetRows {
    pub(super) held: Held,
    rows: u32,
}

impl SheetRows {
    pub(super) fn rows(&self) -> u32 {
        self.rows
    }

    /// Takes the next row with anything in it. `None` when the text at hand holds no whole row.
    pub(super) fn next(&mut self, row: &mut Row) -> Option<Found> {
        let Held { text, taken } = &mut self.held;
        loop {
            let rest = text.get(*taken..)?;
            let end = rest.find(BEHIND_ROW)?;
            let cells = rest.get(..end)?;
            *taken += end + BEHIND_ROW.len_utf8();
            self.rows = self.rows.saturating_add(1);
            if cells.len() > MAX_ROW_BYTES + MAX_COLUMNS {
                return Some(Found::TooLong(self.rows));
            }
            if !cells.is_empty() {
                row.split(cells, BETWEEN_CELLS as u8);
                return Some(if row.len() > MAX_COLUMNS { Found::TooLong(self.rows) } else { Found::Row(self.rows) });
            }
        }
    }
}

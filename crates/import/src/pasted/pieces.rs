//! A pasted text cut into its rows, each with its text as it was pasted.

use super::cell_of;
use crate::cell::filled;
use crate::split::{Row, Splitter};

/// A row of a pasted text.
pub(super) struct Piece<'t> {
    /// As a spreadsheet counts, from 1, blank rows too.
    pub(super) number: u32,
    /// The row as it was pasted.
    pub(super) raw: &'t str,
    /// Its cells; none when it cannot be cut into cells.
    cells: Vec<String>,
}

impl Piece<'_> {
    /// The text of a cell unless it is empty.
    pub(super) fn cell(&self, index: usize) -> Option<&str> {
        cell_of(&self.cells, index)
    }

    /// How many columns the row has.
    pub(super) fn width(&self) -> usize {
        self.cells.len()
    }

    /// How many of its cells are not empty.
    pub(super) fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| filled(cell).is_some()).count()
    }
}

/// The rows of a text, cut as the table is that reads them: `columns` is the width of its layout.
pub(super) fn pieces(text: &str, delimiter: u8, columns: usize) -> Vec<Piece<'_>> {
    let mut splitter = Splitter::new(delimiter);
    text.clone_into(&mut splitter.held.text);
    splitter.columns = columns;
    let (mut pieces, mut row) = (Vec::new(), Row::default());
    let mut start = 0;
    while let Some(found) = splitter.next(true, &mut row) {
        let end = text.len() - splitter.held.not_taken().len();
        let raw = text.get(start..end).unwrap_or_default().trim_matches(['\r', '\n']);
        start = end;
        let cells = match found {
            crate::split::Found::Row(_) => row.cells().map(str::to_owned).collect(),
            _ => Vec::new(),
        };
        pieces.push(Piece { number: splitter.rows(), raw, cells });
    }
    pieces
}

/// The text with tabs for its spaces: rows typed by hand, where a key for tabs is not at hand or leaves the field.
/// `None` where there is nothing to change, or where tabs keep the cells apart already.
pub(super) fn with_tabs(text: &str) -> Option<String> {
    let between = |c: char| c.is_whitespace() && c != '\n' && c != '\r';
    if text.contains('\t') || !text.contains(between) {
        return None;
    }
    let lines =
        text.lines().map(|line| line.split(between).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join("\t"));
    Some(lines.collect::<Vec<_>>().join("\n"))
}

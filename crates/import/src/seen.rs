//! Rows as they are shown to a person, so that what was recognised can be checked.

use super::cell::{compact, is_identity_number, is_one_of};
use super::layout::{Header, Label, shown as label_shown};
use super::problem::shown;
use super::split::Row;
use super::vocabulary::NATURAL_PERSONS;

/// A row as it stands in the file: to be shown, never to be read again. Columns about persons are blank, in the header
/// and below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// The row number that a spreadsheet shows.
    pub sheet_row: u32,
    /// Its cells, shortened when they are long; of a very wide row the first.
    pub cells: Vec<String>,
    /// How a [`Correction`](super::Correction) calls files that have this row for their header; empty for a row that
    /// cannot be one.
    pub shape: String,
    /// The places of the columns about persons that it is the header of.
    persons: Vec<usize>,
}

/// So many cells of a row are shown.
const MOST_CELLS: usize = 100;

impl Seen {
    /// A row that may be a header, below others that may be. Of one that speaks of a person nothing is shown.
    pub(super) fn new(row: &Row, sheet_row: u32, above: &[Self]) -> Self {
        let mut persons = Vec::new();
        let mut is_personal = false;
        for (index, label) in row.cells().enumerate() {
            // What a heading about persons spans has no label of its own.
            is_personal = if label_shown(label).is_empty() { is_personal } else { Label::new(label).is_personal() };
            if is_personal {
                persons.push(index);
            }
        }
        let below_header = above.iter().any(|seen| !seen.persons.is_empty());
        let about_person = row.cells().any(|cell| {
            is_one_of(cell, NATURAL_PERSONS) || is_identity_number(compact(cell).to_ascii_uppercase().as_bytes())
        });
        let hidden = |index: &usize| {
            about_person || persons.contains(index) || above.iter().any(|seen| seen.persons.contains(index))
        };
        let cell =
            |(index, text): (usize, &str)| if hidden(&index) { String::new() } else { shown(&label_shown(text)) };
        let cells = row.cells().enumerate().take(MOST_CELLS).map(cell).collect();
        let shape = if below_header || about_person { String::new() } else { shape(&Header::of_row(row)) };
        Self { sheet_row, cells, shape, persons }
    }

    /// The header of a table, in one row or two of which this is the last.
    pub(super) fn header(header: &Header, sheet_row: u32) -> Self {
        let persons: Vec<usize> = (0..header.len()).filter(|index| header.is_personal(*index)).collect();
        let cell = |(index, text): (usize, &str)| if persons.contains(&index) { String::new() } else { shown(text) };
        let cells = header.texts().enumerate().take(MOST_CELLS).map(cell).collect();
        Self { sheet_row, cells, shape: shape(header), persons }
    }

    /// A row below this header.
    pub(super) fn below(&self, row: &Row, sheet_row: u32) -> Self {
        Self { shape: String::new(), ..Self::new(row, sheet_row, std::slice::from_ref(self)) }
    }
}

/// The shape of the files with this header: its names without blanks, but for empty ones at the end, with a tab
/// between each two.
pub(super) fn shape(header: &Header) -> String {
    let name = |(index, name): (usize, &str)| if header.is_personal(index) { String::new() } else { compact(name) };
    let names: Vec<String> = header.texts().enumerate().map(name).collect();
    let end = names.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1);
    names.get(..end).unwrap_or_default().join("\t")
}

//! Rows as they are shown to a person, so that what was recognised can be checked.

use super::cell::compact;
use super::layout::is_personal;
use super::problem::shown;
use super::split::Row;

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
    /// A row that may be a header, below others that may be.
    pub(super) fn new(row: &Row, sheet_row: u32, above: &[Self]) -> Self {
        let persons: Vec<usize> =
            row.cells().enumerate().filter(|(_, name)| is_personal(name)).map(|(at, _)| at).collect();
        let below_header = above.iter().any(|seen| !seen.persons.is_empty());
        let hidden = |place: &usize| persons.contains(place) || above.iter().any(|seen| seen.persons.contains(place));
        let cell = |(place, text): (usize, &str)| if hidden(&place) { String::new() } else { shown(text.trim()) };
        let cells = row.cells().enumerate().take(MOST_CELLS).map(cell).collect();
        let shape = if below_header { String::new() } else { shape(row) };
        Self { sheet_row, cells, shape, persons }
    }

    /// A row below this header.
    pub(super) fn below(&self, row: &Row, sheet_row: u32) -> Self {
        Self { shape: String::new(), ..Self::new(row, sheet_row, std::slice::from_ref(self)) }
    }
}

/// The shape of the files with this header: its names without spaces, but for blank ones at the end, with a tab
/// between each two.
pub(super) fn shape(header: &Row) -> String {
    let name = |name: &str| if is_personal(name) { String::new() } else { compact(name).replace('\u{FEFF}', "") };
    let names: Vec<String> = header.cells().map(name).collect();
    let end = names.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1);
    names.get(..end).unwrap_or_default().join("\t")
}

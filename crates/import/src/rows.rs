//! Rows, wherever they come from: a text that is cut at delimiters, or a sheet.

use super::sheet_text::SheetRows;
use super::split::{Found, Held, Row, Splitter};

/// How the rows of a text are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Lines, with this delimiter between their cells.
    Delimited(u8),
    /// As [`SheetText`](super::SheetText) writes them.
    Sheet,
}

/// The forms that are tried with a text of which nothing is known.
pub(super) const DELIMITED: &[Form] = &[Form::Delimited(b','), Form::Delimited(b';'), Form::Delimited(b'\t')];

/// Cuts text into rows. Text is appended to [`Held::text`], rows are taken with [`Rows::next`].
pub(super) enum Rows {
    Delimited(Box<Splitter>),
    Sheet(SheetRows),
}

impl Rows {
    pub(super) fn new(form: Form, text: String) -> Self {
        let mut rows = match form {
            Form::Delimited(delimiter) => Self::Delimited(Box::new(Splitter::new(delimiter))),
            Form::Sheet => Self::Sheet(SheetRows::default()),
        };
        rows.held().text = text;
        rows
    }

    pub(super) fn form(&self) -> Form {
        match self {
            Self::Delimited(splitter) => Form::Delimited(splitter.delimiter()),
            Self::Sheet(_) => Form::Sheet,
        }
    }

    /// The text at hand.
    pub(super) fn held(&mut self) -> &mut Held {
        match self {
            Self::Delimited(splitter) => &mut splitter.held,
            Self::Sheet(sheet) => &mut sheet.held,
        }
    }

    /// How many rows were taken or passed over so far, blank ones too.
    pub(super) fn count(&self) -> u32 {
        match self {
            Self::Delimited(splitter) => splitter.rows(),
            Self::Sheet(sheet) => sheet.rows(),
        }
    }

    /// Says how many columns the header has.
    pub(super) fn set_columns(&mut self, columns: usize) {
        if let Self::Delimited(splitter) = self {
            splitter.columns = columns;
        }
    }

    /// Takes the next row into `row`. `None` when the text at hand holds no whole row: with `last`, none at all.
    pub(super) fn next(&mut self, last: bool, row: &mut Row) -> Option<Found> {
        match self {
            Self::Delimited(splitter) => splitter.next(last, row),
            Self::Sheet(sheet) => sheet.next(row),
        }
    }
}

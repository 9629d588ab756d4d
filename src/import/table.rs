//! One file on its way from text to rows: first its header is looked for, then its rows are read.

use super::cell::{filled, trimmed};
use super::columns::{Field, FileKind};
use super::gather::Gathered;
use super::layout::{Layout, Recognised};
use super::problem::{Fault, Level, Problems, RowPlace};
use super::read;
use super::row::{Details, RowReader, Source};
use super::split::{DELIMITERS, Found, Row, Splitter};
use super::vocabulary::{ABNORMAL_REASONS, ABNORMAL_TITLE, SERIOUS_TITLE, TOTALS};

/// The header stands within so many rows.
const HEADER_WITHIN_ROWS: u32 = 10;

/// How much text is gathered before the header is looked for.
const HEAD_BYTES: usize = 64 * 1024;

/// After so many rows with a quotation mark that is never closed the rest of the file is not read: each costs
/// a search through as much text as a row may have.
const MAX_OPEN_QUOTES: usize = 1000;

/// A table whose header was found.
pub(super) struct Table {
    splitter: Splitter,
    pub(super) layout: Layout,
    /// The row number of the header in a spreadsheet.
    pub(super) header_row: u32,
    row: Row,
    open_quotes: usize,
}

/// How many rows became what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) rows: usize,
    pub(super) refused: usize,
}

/// What the head of a file turned out to be.
pub(super) enum Head {
    /// More text is needed.
    Unfinished(String),
    Table(Box<Table>),
    /// No table that can be read: the fault, what is meant by it, and the kind that it looks like.
    Nothing(Fault, &'static str, Option<FileKind>),
}

/// Looks for the header in the text so far; `subject_known` when its rows need not say whom they are about.
pub(super) fn read_head(text: String, last: bool, subject_known: bool) -> Head {
    if text.len() < HEAD_BYTES && !last {
        return Head::Unfinished(text);
    }
    let head = text.get(..text.floor_char_boundary(HEAD_BYTES)).unwrap_or_default();
    if trimmed(head).is_empty() && last {
        return Head::Nothing(Fault::EmptyFile, "", None);
    }
    let best = DELIMITERS.iter().filter_map(|delimiter| find_header(head, *delimiter)).max_by_key(|found| found.known);
    let Some(HeaderFound { mut splitter, layout, .. }) = best else {
        return Head::Nothing(Fault::NoHeader, "", None);
    };
    let Some(layout) = layout else { return Head::Nothing(Fault::KindUnclear, "", None) };
    if let Some(missing) = layout.missing(subject_known).first() {
        return Head::Nothing(Fault::ColumnMissing, missing, Some(layout.kind));
    }
    // It stands behind the header already; the text goes on.
    splitter.text = text;
    Head::Table(Box::new(Table::new(splitter, layout)))
}

struct HeaderFound {
    /// Behind the header.
    splitter: Splitter,
    /// How many columns were known.
    known: usize,
    /// `None` when it fits two kinds.
    layout: Option<Layout>,
}

fn find_header(head: &str, delimiter: u8) -> Option<HeaderFound> {
    let mut splitter = Splitter::new(delimiter);
    head.clone_into(&mut splitter.text);
    let mut row = Row::default();
    let mut title = String::new();
    loop {
        let found = splitter.next(true, &mut row)?;
        if splitter.rows() > HEADER_WITHIN_ROWS {
            return None;
        }
        let Found::Row(_) = found else { continue };
        match Layout::recognise(&row) {
            Recognised::Nothing => title.extend(row.cells()),
            Recognised::As(layout, known) => return Some(HeaderFound { splitter, known, layout: Some(*layout) }),
            Recognised::EitherList(one, other, known) => {
                let layout = tell_lists_apart([*one, *other], &title, splitter.not_taken(), delimiter);
                return Some(HeaderFound { splitter, known, layout });
            }
        }
    }
}

/// A header with reason, days of listing and removal alone fits both lists: the title above it tells, or the
/// reasons below it.
fn tell_lists_apart(layouts: [Layout; 2], title: &str, below: &str, delimiter: u8) -> Option<Layout> {
    let kind = if title.contains(ABNORMAL_TITLE) {
        FileKind::AbnormalListings
    } else if title.contains(SERIOUS_TITLE) {
        FileKind::SeriousListings
    } else {
        let reason = layouts.first().and_then(|layout| layout.place(Field::Reason))?;
        let (mut splitter, mut row) = (Splitter::new(delimiter), Row::default());
        below.clone_into(&mut splitter.text);
        loop {
            if let Found::Row(_) = splitter.next(true, &mut row)?
                && super::cell::word(trimmed(row.cell(reason)), ABNORMAL_REASONS).is_some()
            {
                break FileKind::AbnormalListings;
            }
        }
    };
    layouts.into_iter().find(|layout| layout.kind == kind)
}

impl Table {
    /// A table whose rows are those that the splitter comes to next.
    pub(super) fn new(mut splitter: Splitter, layout: Layout) -> Self {
        splitter.columns = layout.width();
        Self { header_row: splitter.rows(), splitter, layout, row: Row::default(), open_quotes: 0 }
    }

    /// Where the text of the file is appended.
    pub(super) fn text(&mut self) -> &mut String {
        self.splitter.forget_taken();
        &mut self.splitter.text
    }

    /// The delimiter between its cells.
    pub(super) fn delimiter(&self) -> char {
        char::from(self.splitter.delimiter())
    }

    /// Reads every whole row of the text at hand.
    ///
    /// # Errors
    /// So many rows were broken that the rest is not worth reading.
    pub(super) fn read_rows(
        &mut self,
        last: bool,
        source: &Source,
        gathered: &mut Gathered,
        problems: &mut Problems,
        tally: &mut Tally,
    ) -> Result<(), Fault> {
        while let Some(found) = self.splitter.next(last, &mut self.row) {
            let place = |sheet_row: u32| RowPlace { row: sheet_row.saturating_sub(self.header_row), sheet_row };
            let (at, fault) = match found {
                Found::Row(sheet_row) => {
                    if !self.is_passed_over() {
                        tally.rows += 1;
                        let used = self.read_row(place(sheet_row), source, gathered, problems);
                        tally.refused += usize::from(!used);
                    }
                    continue;
                }
                Found::OpenQuote(sheet_row) => {
                    self.open_quotes += 1;
                    (place(sheet_row), Fault::QuoteNotClosed)
                }
                Found::TooLong(sheet_row) => (place(sheet_row), Fault::RowTooLong),
            };
            tally.rows += 1;
            tally.refused += 1;
            source.note(problems, Level::Refused, fault, Details { at: Some(at), ..Details::default() });
            if self.open_quotes > MAX_OPEN_QUOTES {
                return Err(Fault::GivenUp);
            }
        }
        Ok(())
    }

    /// Whether the row is blank, a total, or the header once more.
    fn is_passed_over(&self) -> bool {
        let Some(first) = self.row.cells().map(trimmed).find(|cell| !cell.is_empty()) else { return true };
        is_total(first) || self.layout.is_repeated_by(&self.row)
    }

    fn read_row(&self, at: RowPlace, source: &Source, gathered: &mut Gathered, problems: &mut Problems) -> bool {
        let surplus: Vec<&str> = self.row.cells().skip(self.layout.width()).filter_map(filled).collect();
        if !surplus.is_empty() {
            let value = surplus.join(" ");
            let details = Details { at: Some(at), value: &value, ..Details::default() };
            source.note(problems, Level::Refused, Fault::TooManyCells, details);
            return false;
        }
        let reader = RowReader { source, layout: &self.layout, row: &self.row, at, problems, refused: false };
        read::row(reader, gathered)
    }
}

/// 合计, alone or with the sum behind it; a name that begins with these characters goes on otherwise.
fn is_total(cell: &str) -> bool {
    let cell: String = cell.chars().filter(|character| !character.is_whitespace()).take(8).collect();
    TOTALS.iter().filter_map(|total| cell.strip_prefix(total)).any(|rest| {
        rest.is_empty() || rest.starts_with([':', '：', '(', '（']) || rest.starts_with(|c: char| c.is_ascii_digit())
    })
}

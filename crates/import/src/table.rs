//! One file on its way from text to rows: first its header is looked for, then its rows are read.

use super::cell::{filled, trimmed};
use super::columns::FileKind;
use super::corrections::Corrections;
use super::gather::Gathered;
use super::layout::{Header, Layout, Recognised, is_title, is_total, letters};
use super::lists::tell_lists_apart;
use super::met::{Authorities, Fields, Lent};
use super::problem::{Fault, Level, Problems, RowPlace};
use super::read;
use super::row::{Details, RowReader, Source};
use super::rows::{Form, Rows};
use super::seen::Seen;
use super::sheet_text::LENT;
use super::split::{Found as Cut, Row};
use super::unread::{Unread, samples};
use pack::Figure;

/// The header stands within so many rows.
const HEADER_WITHIN_ROWS: u32 = 10;

/// How much text is gathered before the header is looked for.
const HEAD_BYTES: usize = 64 * 1024;

/// After so many rows with a quotation mark that is never closed the rest of the file is not read: each costs
/// a search through as much text as a row may have.
const MAX_OPEN_QUOTES: usize = 1000;

/// How many rows below the header are shown as samples.
pub(super) const SAMPLES: usize = 5;

/// A table whose header was found.
pub(super) struct Table {
    rows: Rows,
    pub(super) layout: Layout,
    /// The row number of the header in a spreadsheet, of its last row where it has two.
    pub(super) header_row: u32,
    /// In how many rows the header stands.
    pub(super) header_rows: u32,
    /// The authorities that were met.
    pub(super) authorities: Authorities,
    /// Whether a merged cell lends the fine, and what was confiscated, to the row above.
    lent_above: Lent,
    /// The header, and the first rows below it.
    pub(super) header: Seen,
    pub(super) samples: Vec<Seen>,
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
    Nothing(NoTable),
}

/// No table that can be read.
pub(super) struct NoTable {
    pub(super) fault: Fault,
    /// What is meant by it.
    pub(super) value: &'static str,
    /// The kind that it looks like.
    pub(super) kind: Option<FileKind>,
    /// The first rows, among which the header may be after all.
    pub(super) seen: Vec<Seen>,
    /// Counts its rows; `None` where there is nothing in it.
    pub(super) unread: Option<Box<Unread>>,
}

/// What is known of a text beforehand.
#[derive(Clone, Copy)]
pub(super) struct HeadOf<'h> {
    pub(super) forms: &'h [Form],
    /// Whether its rows need not say whom they are about.
    pub(super) subject_known: bool,
    pub(super) corrections: &'h Corrections,
    /// The figures of the rules, which a register may have.
    pub(super) figures: &'h [Figure],
}

impl HeadOf<'_> {
    /// Looks for the header in the text so far.
    pub(super) fn read(self, text: String, last: bool) -> Head {
        if text.len() < HEAD_BYTES && !last {
            return Head::Unfinished(text);
        }
        let nothing = |fault, value, kind, seen, unread| Head::Nothing(NoTable { fault, value, kind, seen, unread });
        let head = text.get(..text.floor_char_boundary(HEAD_BYTES)).unwrap_or_default();
        if trimmed(head).is_empty() && last {
            return nothing(Fault::EmptyFile, "", None, Vec::new(), None);
        }
        let found = self.forms.iter().map(|form| find_header(head, *form, self));
        let Some(HeaderFound { mut rows, row, header, layout, seen, .. }) =
            found.max_by_key(|found| (found.known, found.cells))
        else {
            return nothing(Fault::NoHeader, "", None, Vec::new(), None);
        };
        let form = rows.form();
        // The rows stand behind the header, where there is one.
        let below = rows.count();
        let unread = || Some(Box::new(Unread::below(below, form, text.clone())));
        let mut layout = match layout {
            Found::Kind(layout) => *layout,
            Found::EitherList => {
                return nothing(Fault::KindUnclear, "", None, seen, unread());
            }
            Found::Nothing => {
                let unread = Some(Box::new(Unread::of(&seen, form, text.clone())));
                return nothing(Fault::NoHeader, "", None, seen, unread);
            }
        };
        if let Some(missing) = layout.missing(self.subject_known).first() {
            let seen = [seen, samples(&header, rows, &layout)].concat();
            return nothing(Fault::ColumnMissing, missing, Some(layout.kind), seen, unread());
        }
        layout.settle_code(&header, || Rows::new(form, rows.held().not_taken().to_owned()));
        // It stands behind the header already; the text goes on.
        rows.held().text = text;
        let header_rows = header.rows;
        let seen = Seen::header(&header, rows.count());
        Head::Table(Box::new(Table { header: seen, header_rows, row, ..Table::new(rows, layout) }))
    }
}

struct HeaderFound {
    /// Behind the header.
    rows: Rows,
    row: Row,
    header: Header,
    /// How many columns were known.
    known: usize,
    layout: Found,
    /// The rows up to the header, and how many cells they have.
    seen: Vec<Seen>,
    cells: usize,
}

enum Found {
    Nothing,
    Kind(Box<Layout>),
    /// It fits two kinds.
    EitherList,
}

/// What a header turned out to be, and how many of its columns are known.
enum Candidate {
    Nothing,
    Kind(Box<Layout>, usize),
    EitherList(Box<Layout>, Box<Layout>, usize),
}

impl Candidate {
    fn of(header: &Header, known: HeadOf) -> Self {
        if let Some(correction) = known.corrections.of_header(header) {
            return Self::Kind(Box::new(Layout::corrected(correction, header, known.figures)), usize::MAX);
        }
        match Layout::recognise(header, known.figures) {
            Recognised::Nothing => Self::Nothing,
            Recognised::As(layout, known) => Self::Kind(layout, known),
            Recognised::EitherList(one, other, known) => Self::EitherList(one, other, known),
        }
    }

    fn known(&self) -> usize {
        match self {
            Self::Nothing => 0,
            Self::Kind(_, known) | Self::EitherList(.., known) => *known,
        }
    }
}

/// Looks for the header: a row whose labels are known, or two where more are known so.
fn find_header(head: &str, form: Form, known: HeadOf) -> HeaderFound {
    let mut rows = Rows::new(form, head.to_owned());
    let (mut row, mut above, mut next) = (Row::default(), Row::default(), Row::default());
    let (mut title, mut seen, mut cells) = (String::new(), Vec::new(), 0);
    let nothing = |rows, row, seen, cells| HeaderFound {
        rows,
        row,
        header: Header::default(),
        known: 0,
        layout: Found::Nothing,
        seen,
        cells,
    };
    let (header, candidate) = loop {
        let Some(found) = rows.next(true, &mut row) else { return nothing(rows, row, seen, cells) };
        if rows.count() > HEADER_WITHIN_ROWS {
            return nothing(rows, row, seen, cells);
        }
        let Cut::Row(sheet_row) = found else { continue };
        cells += row.len();
        seen.push(Seen::new(&row, sheet_row, &seen));
        let alone = Header::of_row(&row);
        let candidate = Candidate::of(&alone, known);
        if candidate.known() == usize::MAX {
            break (alone, candidate);
        }
        // Headings above labels that are known decide what these leave open.
        if candidate.known() > 0
            && let Some(two) = Header::of_rows(&above, &row)
            && two.headings_decide()
        {
            let both = Candidate::of(&two, known);
            if both.known() >= candidate.known() {
                break (two, both);
            }
        }
        if candidate.known() > 0 {
            let mut below = Rows::new(form, rows.held().not_taken().to_owned());
            let two = match below.next(true, &mut next) {
                Some(Cut::Row(_)) => Header::of_rows(&row, &next),
                _ => None,
            };
            if let Some(two) = two {
                let both = Candidate::of(&two, known);
                // As many are known where the upper row alone has its headings taken for labels.
                let is_better =
                    both.known() > candidate.known() || (both.known() == candidate.known() && two.has_labels_below);
                if is_better {
                    rows.next(true, &mut row);
                    break (two, both);
                }
            }
            break (alone, candidate);
        }
        if let Some(two) = Header::of_rows(&above, &row) {
            let both = Candidate::of(&two, known);
            if both.known() > 0 {
                break (two, both);
            }
        }
        title.extend(row.cells());
        std::mem::swap(&mut above, &mut row);
    };
    let known = candidate.known();
    let layout = match candidate {
        Candidate::Nothing => Found::Nothing,
        Candidate::Kind(layout, _) => Found::Kind(layout),
        Candidate::EitherList(one, other, _) => {
            let below = Rows::new(form, rows.held().not_taken().to_owned());
            tell_lists_apart([*one, *other], &title, below)
                .map_or(Found::EitherList, |layout| Found::Kind(Box::new(layout)))
        }
    };
    HeaderFound { rows, row, header, known, layout, seen, cells }
}

impl Table {
    /// A table whose rows are those that are to be taken next.
    pub(super) fn new(mut rows: Rows, layout: Layout) -> Self {
        rows.set_columns(layout.width());
        Self {
            header_row: rows.count(),
            header_rows: 1,
            authorities: Authorities::default(),
            lent_above: Lent::default(),
            rows,
            layout,
            header: Seen::default(),
            samples: Vec::new(),
            row: Row::default(),
            open_quotes: 0,
        }
    }

    /// Where the text of the file is appended.
    pub(super) fn text(&mut self) -> &mut String {
        let held = self.rows.held();
        held.forget_taken();
        &mut held.text
    }

    /// How its rows are told apart.
    pub(super) fn form(&self) -> Form {
        self.rows.form()
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
        while let Some(found) = self.rows.next(last, &mut self.row) {
            let header_row = self.header_row;
            let index = |sheet_row: u32| RowPlace { row: sheet_row.saturating_sub(header_row), sheet_row };
            let (at, fault) = match found {
                Cut::Row(sheet_row) => {
                    if !self.is_passed_over() {
                        tally.rows += 1;
                        if self.samples.len() < SAMPLES && !read::is_about_person(&self.layout, &self.row) {
                            self.samples.push(self.header.below(&self.row, sheet_row));
                        }
                        let at = index(sheet_row);
                        let used = self.read_row(at, source, gathered, problems);
                        tally.refused += usize::from(!used);
                    }
                    continue;
                }
                Cut::OpenQuote(sheet_row) => {
                    self.open_quotes += 1;
                    (index(sheet_row), Fault::QuoteNotClosed)
                }
                Cut::TooLong(sheet_row) => (index(sheet_row), Fault::RowTooLong),
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

    /// Whether the row is blank, a total, a title, the header once more, or has nothing of its own besides what merged cells
    /// lend it.
    fn is_passed_over(&self) -> bool {
        let mut filled = self.row.cells().filter(|cell| !cell.is_empty() && !trimmed(cell).is_empty());
        let Some(first) = filled.next() else { return true };
        is_total(trimmed(first))
            || self.layout.is_repeated_by(&self.row)
            || (first.starts_with(LENT) && filled.all(|cell| cell.starts_with(LENT)))
            || (self.row.cell(1).starts_with(LENT) && self.row.len() > 2 && is_title(&self.row))
    }

    #[inline(never)]
    fn read_row(&mut self, at: RowPlace, source: &Source, gathered: &mut Gathered, problems: &mut Problems) -> bool {
        // Of persons nothing is told, not even what stands beside the table in their rows.
        let about_person = read::is_about_person(&self.layout, &self.row);
        let surplus: Vec<&str> = if about_person {
            Vec::new()
        } else {
            self.row.cells().skip(self.layout.width()).filter(|cell| filled(cell).is_some()).collect()
        };
        if !surplus.is_empty() {
            // Where cells have shifted, anything may stand anywhere, what is about persons too.
            let shifted = self.form() != Form::Sheet;
            let value = if shifted && self.layout.has_persons { String::new() } else { surplus.join(" ") };
            let (level, fault) =
                if shifted { (Level::Refused, Fault::TooManyCells) } else { (Level::Notice, Fault::CellWithoutColumn) };
            let hint = letters(self.layout.width());
            source.note(problems, level, fault, Details { at: Some(at), value: &value, hint, ..Details::default() });
            if shifted {
                return false;
            }
        }
        let lent = if self.form() == Form::Sheet { Lent::of(&self.layout, &self.row) } else { Lent::default() };
        let lent_above = std::mem::replace(&mut self.lent_above, lent);
        let reader = RowReader {
            source,
            layout: &self.layout,
            row: &self.row,
            at,
            problems,
            authorities: &mut self.authorities,
            lent_above,
            refused: false,
            unread: Fields::default(),
            met_identity_number: false,
        };
        read::row(reader, about_person, gathered)
    }
}

//! Web pages and XML spreadsheets that systems name .xls: tags → rows, piece by piece.
//!
//! What such files hold is one plain table, hundreds of megabytes of it at times. Parsers of web pages keep a whole
//! document in memory, ten times its size; here a scanner of tags goes over the text once and keeps a row. It knows of
//! tables only rows and cells: the tables of a page stand one below the other, as in a spreadsheet that opens it.

mod entity;
mod tag;

use std::rc::Rc;

use self::entity::push_decoded;
use self::tag::{End, Tag, end_of_tag};
use super::limits::Limits;
use super::problem::Fault;
use super::sheet_text::SheetText;
use super::split::{MAX_COLUMNS, MAX_ROW_BYTES};

/// What the text begins with, by which a page is known: the name of its first tag.
const FIRST_TAGS: &[&str] = &["html", "table", "head", "meta", "style", "body", "div", "tr", "center", "workbook"];

const END_OF_COMMENT: &str = "-->";

/// A tag longer than this is text.
const MAX_TAG_BYTES: usize = 64 * 1024;

/// How much text of one piece of a page may be put again into the places that its cells span: many times what tables
/// have, and little enough for a page that is made to fill the memory.
const MAX_LENT_BYTES: usize = 32 * 1024 * 1024;

/// The longest text that is put again into other places.
const LONGEST_LENT: usize = 4096;

/// How many characters say whether a text is a page.
pub(super) const TELLING_BYTES: usize = 1024;

/// Whether the text is a web page or an XML spreadsheet with tables.
pub(super) fn is_markup(text: &str) -> bool {
    let mut rest = super::cell::trimmed(text);
    while let Some(from_tag) = rest.strip_prefix('<') {
        if !from_tag.starts_with(['!', '?']) {
            let name = Tag::read(from_tag).name;
            return FIRST_TAGS.contains(&name.as_str());
        }
        let end = if from_tag.starts_with("!--") { END_OF_COMMENT } else { ">" };
        let Some((_, behind)) = from_tag.split_once(end) else {
            return from_tag.get(..8).is_some_and(|start| start.eq_ignore_ascii_case("!doctype"));
        };
        rest = behind.trim_start();
    }
    false
}

/// What a page gives.
pub(super) enum Part {
    /// A sheet with this name begins.
    Sheet(String),
    /// The next rows, as [`SheetText`] writes them.
    Rows(String),
}

/// A cell of several rows, whose value holds for those below as well.
#[derive(Clone, Default)]
struct Span {
    rows: usize,
    text: Rc<str>,
}

/// A page on its way to rows.
pub(super) struct Markup {
    /// Text whose end decides what it is.
    rest: String,
    /// What ends the part that is passed over.
    passing_over: Option<&'static str>,
    sheet: SheetText,
    in_row: bool,
    /// The column, of the row that is open, that the next cell may take.
    column: usize,
    cell: Option<OpenCell>,
    spans: Vec<Span>,
    /// What is lent to places of the open row, once it has a cell of its own: the columns and the values.
    lent: Vec<(usize, Rc<str>)>,
    has_own: bool,
    /// The bytes that were lent since rows were last sent.
    lent_bytes: usize,
    sheets: usize,
    cells: u64,
    limits: Limits,
}

struct OpenCell {
    text: String,
    across: usize,
    down: usize,
}

impl Markup {
    pub(super) fn new(limits: Limits) -> Self {
        Self {
            rest: String::new(),
            passing_over: None,
            sheet: SheetText::default(),
            in_row: false,
            column: 0,
            cell: None,
            spans: Vec::new(),
            lent: Vec::new(),
            has_own: false,
            lent_bytes: 0,
            sheets: 0,
            cells: 0,
            limits,
        }
    }

    /// Reads no more than so many cells from here on.
    pub(super) fn end_within(&mut self, cells: u64) {
        self.limits.cells = self.limits.cells.min(self.cells.saturating_add(cells));
    }

    /// Takes the next text of the page; `last` says that no more follows.
    ///
    /// # Errors
    /// The page has more cells or sheets than are read.
    pub(super) fn push(&mut self, text: &str, last: bool, parts: &mut Vec<Part>) -> Result<(), Fault> {
        let mut rest = std::mem::take(&mut self.rest);
        rest.push_str(text);
        let mut taken = 0;
        while let Some(length) = self.take(rest.get(taken..).unwrap_or_default(), last, parts) {
            taken += length;
            let fault = if self.sheets > self.limits.sheets {
                Fault::TooManySheets
            } else if self.cells > self.limits.cells {
                Fault::WorkbookTooManyCells
            } else if self.lent_bytes > MAX_LENT_BYTES {
                Fault::BrokenWorkbook
            } else {
                continue;
            };
            self.send(parts);
            return Err(fault);
        }
        rest.drain(..taken);
        self.rest = rest;
        if last {
            self.end_row();
        }
        self.send(parts);
        Ok(())
    }

    fn send(&mut self, parts: &mut Vec<Part>) {
        self.lent_bytes = 0;
        if !self.sheet.is_empty() {
            parts.push(Part::Rows(self.sheet.take()));
        }
    }

    /// Takes the next text, tag or comment; returns its length, or `None` when more text is needed.
    fn take(&mut self, rest: &str, last: bool, parts: &mut Vec<Part>) -> Option<usize> {
        if rest.is_empty() {
            return None;
        }
        if let Some(end) = self.passing_over {
            return self.pass_over(rest, end);
        }
        let Some(inner) = rest.strip_prefix('<') else { return self.take_text(rest, last) };
        if inner.len() < "!--".len() && !last {
            return None;
        }
        if inner.starts_with("!--") {
            self.passing_over = Some(END_OF_COMMENT);
            return Some("<!--".len());
        }
        if !inner.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
            self.text("<");
            return Some(1);
        }
        match end_of_tag(inner) {
            End::At(end) => {
                self.tag(&Tag::read(inner.get(..end)?), parts);
                Some("<>".len() + end)
            }
            End::NoTag => {
                self.text("<");
                Some(1)
            }
            End::Open if last || inner.len() > MAX_TAG_BYTES => {
                // All that was looked at is text: looking again behind each bracket in it would take for ever.
                let end = rest.floor_char_boundary(MAX_TAG_BYTES);
                self.text(rest.get(..end)?);
                Some(end)
            }
            End::Open => None,
        }
    }

    fn pass_over(&mut self, rest: &str, end: &'static str) -> Option<usize> {
        let found = rest.as_bytes().windows(end.len()).position(|bytes| bytes.eq_ignore_ascii_case(end.as_bytes()));
        if let Some(start) = found {
            self.passing_over = None;
            // What ends a comment is part of it; a tag that ends something is read as a tag.
            return Some(if end == END_OF_COMMENT { start + end.len() } else { start });
        }
        // The mark may stand on both sides of the piece's end.
        let kept = rest.floor_char_boundary(rest.len().saturating_sub(end.len()));
        (kept > 0).then_some(kept)
    }

    fn take_text(&mut self, rest: &str, last: bool) -> Option<usize> {
        let end = rest.find('<').unwrap_or(rest.len());
        let text = rest.get(..end)?;
        if end == rest.len() && !last {
            // A character by its name may be cut off.
            let open = text
                .rfind('&')
                .filter(|start| text.len() - start <= entity::MAX_BYTES && !text[*start..].contains(';'));
            let end = open.unwrap_or(end);
            self.text(text.get(..end)?);
            return (end > 0).then_some(end);
        }
        self.text(text);
        Some(end)
    }

    fn text(&mut self, text: &str) {
        if let Some(cell) = &mut self.cell
            && cell.text.len() <= MAX_ROW_BYTES
        {
            push_decoded(text, &mut cell.text);
        }
    }

    fn tag(&mut self, tag: &Tag, parts: &mut Vec<Part>) {
        match (tag.name.as_str(), tag.closes) {
            ("script", false) => self.passing_over = Some("</script"),
            ("style", false) => self.passing_over = Some("</style"),
            ("comment", false) => self.passing_over = Some("</"),
            ("tr" | "row", false) => {
                self.end_row();
                if let Some(row) = tag.number("index") {
                    self.skip_rows(row);
                }
                self.begin_row();
            }
            ("tr" | "row" | "table", true) | ("table", false) => self.end_row(),
            ("td" | "th" | "cell", false) => self.begin_cell(tag),
            ("td" | "th" | "cell", true) => self.end_cell(),
            ("br", _) | ("p" | "div" | "li", true) => {
                if let Some(cell) = &mut self.cell {
                    cell.text.push('\n');
                }
            }
            ("worksheet", false) => {
                self.end_row();
                self.send(parts);
                (self.sheet, self.spans) = (SheetText::default(), Vec::new());
                self.sheets += 1;
                parts.push(Part::Sheet(tag.text("name").unwrap_or_default()));
            }
            _ => {}
        }
    }

    /// Goes on with the row of this number, counted from 1: XML spreadsheets leave out blank rows.
    fn skip_rows(&mut self, row: usize) {
        let row = row.saturating_sub(1);
        if row < MOST_ROWS && row > self.sheet.rows() as usize {
            self.cells += (row - self.sheet.rows() as usize) as u64;
            self.sheet.blank_rows_up_to(u32::try_from(row).unwrap_or_default());
        }
    }

    fn begin_row(&mut self) {
        self.in_row = true;
        self.column = 0;
        self.cells += 1 + self.spans.len() as u64;
        for (column, span) in self.spans.iter_mut().enumerate().filter(|(_, span)| span.rows > 0) {
            span.rows -= 1;
            if !span.text.is_empty() {
                self.lent.push((column, span.text.clone()));
            }
            if span.rows == 0 {
                // Until the row is ended its column stays taken.
                span.rows = ENDS_HERE;
            }
        }
    }

    fn begin_cell(&mut self, tag: &Tag) {
        self.end_cell();
        if !self.in_row {
            self.begin_row();
        }
        if let Some(column) = tag.number("index") {
            self.column = self.column.max(column.saturating_sub(1)).min(MAX_COLUMNS);
        }
        let extent = |html: &str, xml: &str| {
            tag.number(html).or(tag.number(xml).map(|more| more.saturating_add(1))).unwrap_or(1)
        };
        let across = extent("colspan", "mergeacross").clamp(1, MAX_ACROSS);
        let down = extent("rowspan", "mergedown").clamp(1, MAX_DOWN);
        self.cell = Some(OpenCell { text: String::new(), across, down });
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        while self.spans.get(self.column).is_some_and(|span| span.rows > 0) {
            self.column += 1;
        }
        let text = cell.text.trim();
        self.sheet.cell(self.column, text);
        self.has_own |= !text.is_empty();
        self.cells += cell.across as u64;
        let behind = (self.column + cell.across).min(MAX_COLUMNS);
        if cell.across > 1 || cell.down > 1 {
            let lent: Rc<str> = if text.len() <= LONGEST_LENT { text.into() } else { Rc::default() };
            if !lent.is_empty() {
                self.lent.extend((self.column + 1..behind).map(|column| (column, lent.clone())));
            }
            if cell.down > 1 && self.spans.len() < behind {
                self.spans.resize(behind, Span::default());
            }
            let spans = if cell.down > 1 { self.column..behind } else { 0..0 };
            for span in self.spans.get_mut(spans).unwrap_or_default() {
                *span = Span { rows: cell.down - 1, text: lent.clone() };
            }
        }
        self.column = behind;
    }

    fn end_row(&mut self) {
        self.end_cell();
        if std::mem::take(&mut self.in_row) {
            // A row with nothing of its own is the lower part of the one above.
            let lent = std::mem::take(&mut self.lent);
            if std::mem::take(&mut self.has_own) {
                for (column, text) in lent {
                    self.lent_bytes += text.len();
                    self.sheet.lent_cell(column, &text);
                }
            }
            self.sheet.end_row();
            for span in &mut self.spans {
                if span.rows == ENDS_HERE {
                    span.rows = 0;
                }
            }
            while self.spans.last().is_some_and(|span| span.rows == 0) {
                self.spans.pop();
            }
        }
    }
}

/// As many rows as a spreadsheet has.
const MOST_ROWS: usize = 1 << 20;

/// The most columns and rows of one cell, as browsers have it.
const MAX_ACROSS: usize = 1000;
const MAX_DOWN: usize = 65_534;

/// Stands for a cell of several rows in the last of them.
const ENDS_HERE: usize = usize::MAX;

//! The file that is being read: from its bytes to the text of its rows.

use super::decode::{Decoder, Encoding};
use super::detect::TextStream;
use super::limits::Limits;
use super::markup::{Markup, Part, TELLING_BYTES, is_markup};
use super::problem::{Fault, Level};
use super::rows::{DELIMITED, Form};
use super::table::Table;
use super::unread::Unread;

/// So many cells of a page are counted that is not read.
const FEW_CELLS: u64 = 2_000_000;

/// The file that is open.
pub(super) struct OpenFile {
    stream: TextStream,
    page: Page,
    /// How far the file, or the sheet of a workbook, is.
    pub(super) stage: Stage,
    /// The place of its first report.
    pub(super) first_report: usize,
    pub(super) lost_characters: usize,
    sheets: Sheets,
    /// Whether its last report tells nothing yet, so that it can be that of the next sheet.
    pub(super) report_is_free: bool,
    /// Whether it was refused as a whole, or the rest of it.
    pub(super) refused: bool,
}

/// How far a table is.
pub(super) enum Stage {
    /// The header is looked for in this text.
    Head(String),
    Rows(Box<Table>),
    /// It is no table that can be read: its rows are only counted.
    Unread(Box<Unread>),
    /// No more of it is read.
    Over,
}

/// Whether a text is a web page.
enum Page {
    /// That is not known yet of this text.
    Unknown(String),
    Yes(Box<Markup>),
    No,
}

/// What became of the sheets so far.
#[derive(Default)]
struct Sheets {
    /// The name of the one that is open, if there are sheets.
    open: Option<String>,
    /// How many had a header.
    tables: usize,
    /// Those with something in them that is no table, and hidden ones.
    not_read: Vec<String>,
}

impl OpenFile {
    pub(super) fn new(gb18030: fn() -> Box<dyn Decoder>, first_report: usize) -> Self {
        Self {
            stream: TextStream::new(gb18030),
            page: Page::Unknown(String::new()),
            stage: Stage::Head(String::new()),
            first_report,
            lost_characters: 0,
            sheets: Sheets::default(),
            report_is_free: true,
            refused: false,
        }
    }

    /// The encoding of a file in text form, as soon as it is known.
    pub(super) fn encoding(&self) -> Option<Encoding> {
        self.stream.encoding()
    }

    /// How the rows of its text may be told apart.
    pub(super) fn forms(&self) -> &'static [Form] {
        if self.has_sheets() || matches!(self.page, Page::Yes(_)) { &[Form::Sheet] } else { DELIMITED }
    }

    /// Whether it has sheets.
    pub(super) fn has_sheets(&self) -> bool {
        self.sheets.open.is_some()
    }

    /// Whether more rows of the open sheet are wanted.
    pub(super) fn wants_rows(&self) -> bool {
        !self.refused && !matches!(self.stage, Stage::Over)
    }

    /// Whether more bytes of the file are wanted: a sheet that is no table may be followed by another.
    pub(super) fn wants_bytes(&self) -> bool {
        !self.refused && (self.has_sheets() || !matches!(self.stage, Stage::Over))
    }

    /// The text of the next bytes, in parts where they are a page. An empty piece is fine; `last` says that no more
    /// follow.
    ///
    /// # Errors
    /// The file is no text that can be read, or is too large.
    pub(super) fn text_of(&mut self, bytes: &[u8], last: bool, limits: Limits) -> Result<Vec<Part>, Fault> {
        let mut text = String::new();
        self.lost_characters += self.stream.push(bytes, last, &mut text)?;
        if let Page::Unknown(held) = &mut self.page {
            held.push_str(&text);
            if held.trim_start().len() < TELLING_BYTES && !last {
                return Ok(Vec::new());
            }
            text = std::mem::take(held);
            self.page = if is_markup(&text) { Page::Yes(Box::new(Markup::new(limits))) } else { Page::No };
        }
        let mut parts = Vec::new();
        match &mut self.page {
            Page::Yes(markup) => markup.push(&text, last, &mut parts)?,
            Page::Unknown(_) | Page::No => parts.push(Part::Rows(text)),
        }
        Ok(parts)
    }

    /// Reads no more than a few million cells further of a page that is no table that can be read: few tags can stand for
    /// cells without end, and all that is wanted of them is their number.
    pub(super) fn reads_few_cells(&mut self) {
        if let Page::Yes(markup) = &mut self.page {
            markup.end_within(FEW_CELLS);
        }
    }

    /// Whether its text comes from bytes: an unpacked workbook gives its rows.
    pub(super) fn is_text(&self) -> bool {
        !self.has_sheets() || matches!(self.page, Page::Yes(_))
    }

    /// Begins a sheet.
    pub(super) fn begin_sheet(&mut self, name: &str) {
        self.sheets.open = Some(name.to_owned());
        self.stage = Stage::Head(String::new());
    }

    /// Leaves a sheet out because it is hidden.
    pub(super) fn pass_over_sheet(&mut self) {
        self.sheets.not_read.extend(self.sheets.open.clone());
        self.stage = Stage::Over;
    }

    /// Notes what the head of a table was. Returns whether that is a problem to be told at once: of sheets that are no
    /// tables all are told together, when it is known whether there is another that is one.
    pub(super) fn tells_head(&mut self, fault: Option<Fault>) -> bool {
        match (&self.sheets.open, fault) {
            (Some(_), Some(Fault::EmptyFile)) => false,
            (Some(sheet), Some(Fault::NoHeader)) => {
                self.sheets.not_read.push(sheet.clone());
                false
            }
            _ => {
                self.sheets.tables += 1;
                self.report_is_free = false;
                true
            }
        }
    }

    /// What is to be told of its sheets when all were seen.
    pub(super) fn told_of_sheets(&self) -> Option<(Level, Fault, String)> {
        let Sheets { open, tables, not_read, .. } = &self.sheets;
        match (open, tables, not_read.as_slice()) {
            (None, ..) => None,
            _ if self.refused => None,
            (_, 0, []) => Some((Level::Refused, Fault::EmptyFile, String::new())),
            (_, 0, _) => Some((Level::Refused, Fault::NoHeader, String::new())),
            (.., []) => None,
            (.., names) => Some((Level::Notice, Fault::SheetNotRead, names.join("、"))),
        }
    }
}

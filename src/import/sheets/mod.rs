//! Workbooks → the rows of their sheets.
//!
//! Stands apart from the rest of the import, so that it can be a module of its own that is fetched with the first
//! workbook: it takes the bytes of one and gives its sheets as [`SheetText`], which can be posted to where the importer is.
//! XLSX is read by calamine, cell after cell; before that its parts are unpacked once and counted, since calamine
//! believes what a workbook says of itself. XLS is read here: calamine's reader of it panics on damaged files and takes
//! memory for every place between two cells that lie far apart.

mod metered;
mod package;
mod value;
mod xls;
mod xlsx;

use super::decode::Decoder;
use super::importer::{Importer, Sheet};
use super::limits::Limits;
use super::problem::Fault;
use super::sheet_text::SheetText;

/// So much text of a sheet is passed on at a time.
const PIECE_BYTES: usize = 64 * 1024;

/// The rows and columns that a sheet may have.
const MOST_ROWS: u32 = 1 << 20;
const MOST_COLUMNS: u32 = 1 << 14;

/// Takes the sheets of a workbook one after the other.
pub trait TakesSheets {
    /// Begins a sheet. Returns whether its rows are wanted.
    fn sheet(&mut self, sheet: Sheet<'_>) -> bool;

    /// Takes the next rows of the sheet, as [`SheetText`] writes them. Returns whether more of them are wanted.
    fn rows(&mut self, text: &str) -> bool;
}

impl TakesSheets for Importer {
    fn sheet(&mut self, sheet: Sheet<'_>) -> bool {
        Importer::sheet(self, sheet)
    }

    fn rows(&mut self, text: &str) -> bool {
        Importer::rows(self, text)
    }
}

/// Reads the sheets of a workbook in the formats XLSX and XLS. `gb18030` makes decoders for the texts of old workbooks.
///
/// # Errors
/// The fault that ends the reading: the workbook is too large, locked by a password, damaged, or none. What was passed on
/// before stays good.
pub fn read_workbook(
    bytes: &[u8],
    limits: &Limits,
    gb18030: fn() -> Box<dyn Decoder>,
    takes: &mut dyn TakesSheets,
) -> Result<(), Fault> {
    if bytes.len() as u64 > limits.workbook_bytes {
        return Err(Fault::WorkbookTooLarge);
    }
    let mut out = Out {
        takes,
        text: SheetText::default(),
        row_is_open: false,
        width: 0,
        wanted: false,
        sheets: 0,
        cells: 0,
        limits: *limits,
    };
    if bytes.starts_with(b"PK") { xlsx::read(bytes, limits, &mut out) } else { xls::read(bytes, gb18030, &mut out) }
}

/// The sheets on their way out, counted.
struct Out<'t> {
    takes: &'t mut dyn TakesSheets,
    text: SheetText,
    row_is_open: bool,
    /// How wide the open row is so far.
    width: u64,
    /// Whether more of the open sheet is wanted.
    wanted: bool,
    sheets: usize,
    cells: u64,
    limits: Limits,
}

impl Out<'_> {
    /// Begins a sheet. Returns whether its rows are wanted.
    fn sheet(&mut self, sheet: Sheet<'_>) -> Result<bool, Fault> {
        self.sheets += 1;
        if self.sheets > self.limits.sheets {
            return Err(Fault::TooManySheets);
        }
        self.text = SheetText::default();
        self.row_is_open = false;
        self.wanted = self.takes.sheet(sheet);
        Ok(self.wanted)
    }

    /// Passes a cell on; cells come row by row. Returns whether more of the sheet is wanted.
    fn cell(&mut self, row: u32, column: u32, text: &str) -> Result<bool, Fault> {
        let open = self.text.rows();
        if row >= MOST_ROWS || column >= MOST_COLUMNS || row < open {
            return Err(Fault::BrokenWorkbook);
        }
        if row > open || !self.row_is_open {
            if self.row_is_open {
                self.text.end_row();
            }
            // Rows that were left out are counted as cells.
            self.cells += u64::from(row - self.text.rows());
            self.text.blank_rows_up_to(row);
            (self.row_is_open, self.width) = (true, 0);
            if self.text.len() > PIECE_BYTES {
                self.wanted = self.takes.rows(&self.text.take());
            }
        }
        // The columns that were left out are counted as well.
        let width = u64::from(column) + 1;
        self.cells += width.saturating_sub(self.width).max(1);
        self.width = self.width.max(width);
        if self.cells > self.limits.cells {
            return Err(Fault::WorkbookTooManyCells);
        }
        self.text.cell(column as usize, text);
        Ok(self.wanted)
    }

    /// Ends the sheet.
    fn end_sheet(&mut self) {
        if self.row_is_open {
            self.text.end_row();
        }
        if self.wanted && !self.text.is_empty() {
            self.takes.rows(&self.text.take());
        }
        self.wanted = false;
    }
}

impl Importer {
    /// Reads the workbook that the open file is.
    pub fn workbook(&mut self, bytes: &[u8]) {
        let (limits, gb18030) = (self.limits(), self.decoder());
        self.count_bytes(bytes.len());
        if let Err(fault) = read_workbook(bytes, &limits, gb18030, self) {
            self.refuse(fault);
        }
    }
}

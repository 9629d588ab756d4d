//! Workbooks → the rows of their sheets.
//!
//! Stands apart from the rest of the import, so that it can be a module of its own that is fetched with the first
//! workbook: it takes the bytes of one and gives its sheets as [`SheetText`], which can be posted to where the importer is.
//! An archive of tables is taken apart here as well. XLSX is read by calamine, cell after cell; before that its parts are unpacked once and counted, since calamine
//! believes what a workbook says of itself. XLS is read here: calamine's reader of it panics on damaged files and takes
//! memory for every place between two cells that lie far apart.

mod archive;
mod budget;
mod locked;
mod merged;
mod metered;
mod package;
mod value;
mod xls;
mod xlsx;

use self::budget::Budget;
use self::merged::{Lending, Merge};
use self::package::Package;
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

/// Makes decoders of GB18030.
type Makes = fn() -> Box<dyn Decoder>;

/// Takes the sheets of a workbook one after the other, and of an archive its files.
pub trait TakesSheets {
    /// Begins a sheet. Returns whether its rows are wanted.
    fn sheet(&mut self, sheet: Sheet<'_>) -> bool;

    /// Takes the next rows of the sheet, as [`SheetText`] writes them. Returns whether more of them are wanted.
    fn rows(&mut self, text: &str) -> bool;

    /// Begins a file of an archive: its sheets follow, or its bytes.
    fn member(&mut self, name: &str);

    /// Takes the next bytes of a file of an archive that is no workbook. Returns whether more of them are wanted.
    fn bytes(&mut self, bytes: &[u8]) -> bool;

    /// Hears why a file of an archive is not read, or not further.
    fn refuse(&mut self, fault: Fault);

    /// Hears of a file of an archive that is no table.
    fn left_out(&mut self, name: &str);
}

impl TakesSheets for Importer {
    fn sheet(&mut self, sheet: Sheet<'_>) -> bool {
        Importer::sheet(self, sheet)
    }

    fn rows(&mut self, text: &str) -> bool {
        Importer::rows(self, text)
    }

    fn member(&mut self, name: &str) {
        Importer::member(self, name);
    }

    fn bytes(&mut self, bytes: &[u8]) -> bool {
        Importer::feed(self, bytes)
    }

    fn refuse(&mut self, fault: Fault) {
        Importer::refuse(self, fault);
    }

    fn left_out(&mut self, name: &str) {
        Importer::left_out(self, name);
    }
}

/// Reads the sheets of a workbook in the formats XLSX and XLS, or the tables of a ZIP archive. `gb18030` makes decoders
/// for the texts of old workbooks and the names in archives.
///
/// # Errors
/// The fault that ends the reading: the workbook is too large, locked by a password, damaged, or none. What was passed on
/// before stays good.
pub fn read_workbook(bytes: &[u8], limits: &Limits, gb18030: Makes, takes: &mut dyn TakesSheets) -> Result<(), Fault> {
    if bytes.len() as u64 > limits.workbook_bytes {
        return Err(Fault::WorkbookTooLarge);
    }
    if bytes.starts_with(PACKAGE) && matches!(package::recognise(bytes)?, Package::Archive) {
        return archive::read(bytes, limits, gb18030, takes);
    }
    packed_or_old(bytes, limits, gb18030, takes, &mut Budget::default())
}

/// How a package begins.
const PACKAGE: &[u8] = b"PK";

/// Reads a workbook, which may be one in an archive.
fn packed_or_old(
    bytes: &[u8],
    limits: &Limits,
    gb18030: Makes,
    takes: &mut dyn TakesSheets,
    budget: &mut Budget,
) -> Result<(), Fault> {
    let is_package = bytes.starts_with(PACKAGE);
    if is_package && matches!(package::recognise(bytes)?, Package::Archive) {
        return Err(Fault::ArchiveInArchive);
    }
    let mut out = Out {
        takes,
        text: SheetText::default(),
        row_is_open: false,
        has_own: false,
        lending: Lending::default(),
        lent_bytes: 0,
        width: 0,
        wanted: false,
        sheets: 0,
        cells: 0,
        limits: *limits,
    };
    if is_package { xlsx::read(bytes, limits, budget, &mut out) } else { xls::read(bytes, gb18030, &mut out) }
}

/// The sheets on their way out, counted.
struct Out<'t> {
    takes: &'t mut dyn TakesSheets,
    text: SheetText,
    row_is_open: bool,
    /// Whether the open row has a value that is not lent to it.
    has_own: bool,
    lending: Lending,
    /// The bytes of all that was lent so far.
    lent_bytes: u64,
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
        self.lending = Lending::default();
        self.wanted = self.takes.sheet(sheet);
        Ok(self.wanted)
    }

    /// Says, before the first cell of the sheet, which cells are merged.
    fn merged(&mut self, merges: Vec<Merge>) {
        self.lending = Lending::new(merges);
    }

    /// Passes a cell on; cells come row by row. Returns whether more of the sheet is wanted.
    fn cell(&mut self, row: u32, column: u32, text: &str) -> Result<bool, Fault> {
        let open = self.text.rows();
        if row >= MOST_ROWS || column >= MOST_COLUMNS || row < open {
            return Err(Fault::BrokenWorkbook);
        }
        if row > open || !self.row_is_open {
            self.end_row();
            // Rows that were left out are counted as cells.
            self.cells += u64::from(row - self.text.rows());
            self.text.blank_rows_up_to(row);
            (self.row_is_open, self.has_own, self.width) = (true, false, 0);
            self.lending.begin_row(row);
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
        if self.lent_bytes > self.limits.unpacked_bytes {
            return Err(Fault::UnpackedTooLarge);
        }
        if self.lending.is_idle() {
            self.text.cell(column as usize, text);
        } else if !self.lending.covers(row, column) {
            self.text.cell(column as usize, text);
            self.has_own = true;
            self.cells += u64::from(self.lending.take(row, column, text));
        }
        Ok(self.wanted)
    }

    /// Ends the row that is open, with what merged cells lend to it, each place counted as a cell.
    fn end_row(&mut self) {
        if !self.row_is_open {
            return;
        }
        if self.has_own {
            for (column, text) in self.lending.lent(self.text.rows()) {
                self.text.lent_cell(column.into(), text);
                self.cells += 1;
                self.lent_bytes += text.len() as u64;
            }
        }
        self.text.end_row();
    }

    /// Ends the sheet.
    fn end_sheet(&mut self) {
        self.end_row();
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

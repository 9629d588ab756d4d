//! Workbooks in the browser: a worker of their own unpacks each, the one of the tables takes its rows.
//!
//! The program that unpacks is a module of its own, fetched with the first workbook. It gives the memory that a workbook
//! takes back by ending. What it says are flat arrays, as everywhere: the kind of what follows, then its fields.

mod take;
mod unpack;

pub(super) use take::take_workbook;
pub use unpack::unpack;

use crate::import::Fault;

/// What the worker that unpacks is called; its program has the same name.
const NAME: &str = "sheets";

/// What it says: a sheet begins, rows of it, all was read, it cannot be read (further).
const SHEET: &str = "sheet";
const ROWS: &str = "rows";
const END: &str = "end";
const FAULT: &str = "fault";

/// What can be wrong with a workbook; messages give the place in this list.
const FAULTS: [Fault; 8] = [
    Fault::WorkbookTooLarge,
    Fault::UnpackedTooLarge,
    Fault::UnpackedTooFar,
    Fault::TooManySheets,
    Fault::WorkbookTooManyCells,
    Fault::Password,
    Fault::BrokenWorkbook,
    Fault::NotAWorkbook,
];

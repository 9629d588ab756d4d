//! Workbooks and archives in the browser: a worker of their own unpacks each, the one of the tables takes its rows.
//!
//! The program that unpacks is a module of its own, fetched with the first workbook. It gives the memory that a workbook
//! takes back by ending. What it says are flat arrays, as everywhere: the kind of what follows, then its fields.

mod take;
mod unpack;

pub(super) use take::take_workbook;
pub use unpack::unpack;

use crate::import::{Fault, Format};

/// What the worker that unpacks is called; its program has the same name.
const NAME: &str = "sheets";

/// What it says: a sheet begins, rows of it, all was read, it cannot be read (further).
const SHEET: &str = "sheet";
const ROWS: &str = "rows";
/// What it says of an archive: a file begins, bytes of it, it cannot be read (further); a name of one that is no table.
const MEMBER: &str = "member";
const BYTES: &str = "bytes";
const REFUSED: &str = "refused";
const LEFT_OUT: &str = "left out";
const END: &str = "end";
const FAULT: &str = "fault";

/// What can be wrong with a workbook; messages give the place in this list.
const FAULTS: [Fault; 14] = [
    Fault::WorkbookTooLarge,
    Fault::UnpackedTooLarge,
    Fault::UnpackedTooFar,
    Fault::TooManySheets,
    Fault::WorkbookTooManyCells,
    Fault::Password,
    Fault::BrokenWorkbook,
    Fault::NotAWorkbook,
    Fault::BuiltInPassword,
    Fault::BrokenArchive,
    Fault::ArchivePassword,
    Fault::ArchiveInArchive,
    Fault::TooManyMembers,
    Fault::NoTables,
];

/// The place that a message gives of a fault. Behind the list come the formats of other programs.
fn place(fault: Fault) -> usize {
    match fault {
        Fault::OtherFormat(format) => {
            let place = Format::ALL.iter().position(|known| *known == format);
            FAULTS.len() + place.unwrap_or_default()
        }
        fault => FAULTS.iter().position(|known| *known == fault).unwrap_or_default(),
    }
}

/// The fault at the place that a message gives.
fn fault(place: usize) -> Option<Fault> {
    let format = || place.checked_sub(FAULTS.len()).and_then(|place| Format::ALL.get(place));
    FAULTS.get(place).copied().or_else(|| format().map(|format| Fault::OtherFormat(*format)))
}

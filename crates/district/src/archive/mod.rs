//! A district as bytes: what a browser keeps, and what is saved to a file and opened elsewhere.
//!
//! An archive holds the records of all enterprises and a little [about](About) where they come from. What follows from
//! the records — classes, dates, figures — is not in it: it is worked out anew by the rules and for the day on which the
//! archive is opened. `docs/archive.md` describes every byte; it may be sealed with a passphrase, which is the work of a
//! browser, so that here a [`Seal`] is only carried.
//!
//! ```
//! use district::archive::{About, Enclosed, Fault, enclose, pack, unpack};
//! use facts::{Date, Enterprise};
//!
//! let about = About {
//!     saved_on: Date::from_ymd_opt(2026, 11, 22).unwrap(),
//!     registered: 1,
//!     made_up: false,
//!     files: vec![],
//!     remarks: vec![],
//!     by_hand: vec![],
//! };
//! let record = Enterprise { name: "示例有限公司".to_owned(), ..Enterprise::default() };
//! let file = enclose(None, &pack(&about, "", &[record]));
//!
//! let Enclosed { seal: None, version, content } = Enclosed::of(&file).unwrap() else { panic!("it was not sealed") };
//! assert_eq!(unpack(version, content).unwrap().enterprises[0].name, "示例有限公司");
//! assert_eq!(Enclosed::of(&file[1..]), Err(Fault::NotAnArchive));
//! ```

mod content;
mod file;
mod record;

use facts::{Date, Enterprise};

pub use content::{pack, unpack};
pub use file::{Enclosed, Seal, VERSION, enclose, is_archive};

/// Where the records come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The day on which they were saved.
    pub saved_on: Date,
    /// How many of them, from the first on, stand in the register of the files.
    pub registered: usize,
    /// Whether they are the built-in sample.
    pub made_up: bool,
    pub files: Vec<FileAbout>,
    /// What rows say of enterprises that cannot all be right. It stands beside the records, not in them.
    pub remarks: Vec<RemarkAbout>,
    /// The records that a person has changed.
    pub by_hand: Vec<OwnAbout>,
}

/// What rows say of an enterprise that cannot all be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemarkAbout {
    /// The place of its record.
    pub index: usize,
    /// The code of what it is about.
    pub code: String,
    pub zh: String,
    pub en: String,
}

/// A record that a person has changed, as the files gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnAbout {
    /// The place of its record.
    pub index: usize,
    pub own: Enterprise,
}

/// A file, or a sheet of a workbook, from which records were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileAbout {
    pub name: String,
    /// The sheet of a workbook; `None` for a file in text form.
    pub sheet: Option<String>,
    /// Rows below the header, and how many of them could not be used.
    pub rows: usize,
    pub refused_rows: usize,
    /// The code of what it is; `None` where that is not known.
    pub kind: Option<String>,
    /// Whether not a row of it was read.
    pub unread: bool,
    /// Whether what comes after the rows that were read is not known.
    pub cut_short: bool,
}

/// What an archive holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Archive {
    pub about: About,
    /// What was noted of enterprises, as the office's ledger writes it; empty where nothing was.
    pub ledger: String,
    /// The records, in the order in which they were packed.
    pub enterprises: Vec<Enterprise>,
}

/// Why bytes cannot be opened as an archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// They do not begin as an archive does.
    NotAnArchive,
    /// A newer version of the product wrote it, in this version of the format.
    Newer(u8),
    /// It was changed or cut off since it was written.
    Damaged,
}

//! What page and worker say to each other about a district.

use serde::{Deserialize, Serialize};

use super::{Files, SavedFile};
use crate::district::{ByHand, Extent};
use crate::facts::Date;
use crate::pack::{Locale, Phrase};

/// Where a district comes from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Source {
    Files(Files),
    /// A bundle of files, by its address.
    Bundle(String),
    /// What the browser keeps.
    Kept,
}

/// Opens a district in the place of the one before.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OpenRequest {
    pub source: Source,
    /// What was said before of files that were read wrongly, as [`Corrections`](crate::import::Corrections) write it.
    pub corrections: String,
}

/// Reads the same files again.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ReadAgainRequest {}

/// Tries a passphrase.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct UnsealRequest {
    pub passphrase: String,
}

/// Lays files of another month over the district.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LayOverRequest {
    pub files: Files,
    pub laying: Laying,
}

/// How the files of another month are laid over a district.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Laying {
    /// Whether they are whole tables, or additions to those that are there.
    pub extent: Extent,
    /// What becomes of facts that were changed by hand.
    pub by_hand: ByHand,
}

/// Stops the reading of another month's files.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct StopLayingRequest {}

/// Takes back what was laid over the district.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TakeBackRequest {}

/// What became of opening a district.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Opened {
    /// The district is there, or there again, with what is to be told.
    Ready(Ready, Option<Outcome>),
    /// An archive is there that was encrypted.
    Sealed(Sealed),
    Unreadable(Unreadable),
    /// There is no other district after it.
    Nothing(Outcome),
}

/// The record of the enterprise with this credit code.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RecordRequest {
    pub uscc: String,
}

/// The district as an archive, encrypted where there is a passphrase.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SaveRequest {
    pub passphrase: String,
    pub today: Date,
    /// The text of the ledger, which goes along; empty for none.
    pub ledger: String,
}

/// The archive, or why there is none.
pub type Saved = Result<SavedFile, Outcome>;

/// Files that are ready to be saved; none where the browser made none.
pub type SavedFiles = Vec<SavedFile>;

/// Has the browser keep the district, or forget what it keeps.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct KeepRequest {
    pub keep: bool,
    pub today: Date,
}

/// Files are read again, or others were laid over them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Again {
    /// The corrections that hold from now on, and are to be kept.
    pub corrections: String,
    /// Whether the district has what was changed by hand itself from now on, as far as it holds.
    pub by_hand: bool,
}

/// An enterprise of the district.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordAnswer {
    /// The record as it is saved; `None` when the district has no enterprise with this credit code.
    pub record: Option<String>,
    /// What is to be known of it besides, each line in both languages.
    pub beside: Vec<(String, String)>,
}

/// A district that is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ready {
    /// Whether there is a list of enterprises to show first.
    pub lists: bool,
    /// Whether it is the sample that the site brings along.
    pub made_up: bool,
    /// Whether the browser kept it, and nobody has just opened it.
    pub restored: bool,
    /// Whether its files were read again, and not opened.
    pub again: bool,
    pub enterprises: usize,
    /// The ledger that an archive held, and the name of the archive.
    pub ledger: Option<(String, String)>,
    /// What was wrong with the files, in both languages, where there are none.
    pub faults: Vec<(String, String)>,
}

/// An archive that waits for its passphrase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealed {
    pub name: String,
    /// Whether one was given that is not it.
    pub wrong: bool,
}

/// What is to be told to the person, in both languages; without words nothing is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Whether there is no district after it.
    pub ends: bool,
    pub alarming: bool,
    pub zh: String,
    pub en: String,
    /// Whether the browser keeps a district from now on; `None` where nothing of that has changed.
    pub kept: Option<bool>,
}

impl Outcome {
    /// A phrase with its values.
    pub(in crate::worker) fn of(alarming: bool, phrase: Phrase, values: &[&str]) -> Self {
        Self { alarming, zh: phrase.fill(Locale::Zh, values), en: phrase.fill(Locale::En, values), ..Self::default() }
    }
}

/// A file that the browser would not give, or a bundle that could not be fetched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unreadable {
    pub name: String,
    /// The browser's own words.
    pub cause: String,
}

/// How far the reading of files is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// The file at work.
    pub name: String,
    /// Bytes read of all files.
    pub bytes: u64,
    /// Bytes of all files; 0 while that is not known.
    pub total_bytes: u64,
    /// Rows read of all files.
    pub rows: usize,
    /// How long the rest is likely to take, in seconds; `None` while nothing is known of it.
    pub seconds_left: Option<u64>,
}

/// Rows pasted into a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasteRequest {
    pub text: String,
    /// The credit code of the record, as far as it is known.
    pub uscc: String,
    /// The name of its enterprise, as far as it is known.
    pub name: String,
    /// Whether amounts without a unit are in yuan rather than in 万元; `None` while that was not asked.
    pub in_yuan: Option<bool>,
}

/// What became of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasteAnswer {
    /// A saved record with the facts alone.
    pub record: String,
    /// What happened, and then whatever is worth knowing, in Chinese and English.
    pub lines: Vec<(String, String)>,
    /// The rows that were not used.
    pub rest: String,
    /// Whether the unit of amounts must be asked for.
    pub asks_unit: bool,
}

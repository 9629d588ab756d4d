//! Workbooks and archives in the browser: a worker of their own unpacks each, the one of the tables takes its rows.
//!
//! The program that unpacks is a module of its own, fetched with the first workbook. It gives the memory that a workbook
//! takes back by ending.

mod take;
mod unpack;

use js_sys::Uint8Array;
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::preserve;

pub(super) use take::take_workbook;
pub use unpack::unpack;

use crate::import::Fault;

/// What the worker that unpacks is called; its program has the same name.
const NAME: &str = "sheets";

/// What it posts of the file that it was given.
#[derive(Debug, Serialize, Deserialize)]
enum Unpacked {
    /// A sheet begins.
    Sheet { name: String, hidden: bool, from_1904: bool },
    /// Rows of the sheet, as the bytes of their text: a text would be copied and written anew on either side.
    Rows(#[serde(with = "preserve")] Uint8Array),
    /// A file of an archive begins.
    Member(String),
    /// Bytes of the file.
    Bytes(#[serde(with = "preserve")] Uint8Array),
    /// The file cannot be read, or not further.
    Refused(Fault),
    /// The name of a file that is no table.
    LeftOut(String),
    /// The last that is posted: all was read, or why nothing more can be.
    Ended(Result<(), Fault>),
}

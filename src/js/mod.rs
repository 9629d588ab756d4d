//! The JavaScript API, as far as it is Rust: JSON text in, JSON text out. The scripts of the package (`npm/`) turn
//! objects into text and back, for the browser does that faster than a module could, and load the module.

mod explain;
mod packs;
mod tables;
mod words;

pub use explain::{Citation, Explanation, Item, Section, SectionId, explain};
pub use packs::{figures, packs};
pub use tables::{ImportProblem, ImportReport, ImportedTable, TableKind, Tables, UsedColumn};

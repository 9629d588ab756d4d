//! Papers of an office 文书: a template that Word or WPS saved, filled with the facts of a record, what the engine found and
//! the words of the office.
//!
//! It knows the engine and its answers and judges nothing: every day, condition and material comes from an
//! [`Assessment`](assess::Assessment). It knows no browser, no clock and no files: templates come and papers go as bytes.

mod blocks;
mod fault;
mod fields;
mod file;
mod fill;
mod found;
mod make;
mod names;
mod papers;
mod question;
mod render;
mod tags;
mod tree;
mod values;

pub use fault::{Fault, Place};
pub use fill::{MAX_FILE_BYTES, MAX_UNPACKED_BYTES, fill};
pub use found::Found;
pub use names::{DESK_TAGS, OFFICE_TAGS, tags};
pub use papers::{Paper, template};
pub use question::Question;
pub use values::Values;

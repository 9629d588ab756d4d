//! What each fuzz target does with the bytes that it is given. `tests/fuzzed.rs` has the same done with the seeds.
//!
//! Each returns how much came of it — enterprises, facts, answers — so that a test can tell whether the seeds still
//! reach what they were made for.

mod cells;
mod files;
mod imported;
mod json;

pub use cells::cell;
pub use files::{page, table, xls, xlsx};
pub use json::{request, saved};

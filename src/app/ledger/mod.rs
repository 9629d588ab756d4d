//! The ledger 台账 on the page: what was done and noted of enterprises. Only the build with all pages has it, beside the state
//! of the rest: what the page fetches first would carry it for nothing.
//!
//! [`state`] is what is remembered, with the tests of its reducer; [`handle`] is what components hold, and has the effects on
//! the browser; [`part`] is what stands below the answer of an enterprise.

mod applications;
mod by_hand;
mod contradictions;
mod draft;
mod entry_form;
mod entry_line;
mod handle;
mod keeping;
mod marks;
mod part;
mod state;
mod words;

pub use handle::{LedgerHandle, use_ledger};
pub use marks::{MarkMenu, MarkSelect, marks_of};
pub use part::ledger_part;

//! What is kept of a person's work: a record as a file, and the draft that survives a reload or a fault of the page, the
//! rules changed for the session with it, and what was said of files that were read wrongly.
//!
//! The draft lies in the tab's own `sessionStorage` and goes when the tab is closed. Nothing is kept longer but
//! what a person has asked for: a calendar, and a district, which a worker has in the browser's own database while here
//! stands only that there is one.
//! Where the browser keeps nothing (it may be told so), the page works all the same.

mod columns;
mod corrections;
mod draft;
mod file;
mod kept;
mod ledger;
mod rules;

pub use columns::{keep_columns, kept_columns};
pub use corrections::{keep_corrections, kept_corrections};
pub use draft::{Draft, KeptTab};
pub use file::{OpenFault, file_name, offer, read_json, read_text, save};
pub use kept::{is_kept, note_kept, wipe};
pub use ledger::{
    LEDGER_CHANNEL, entries_of_tab, forget_ledger, is_ledger_kept, keep_author, keep_entries, keep_in_tab, kept_author,
    kept_entries,
};
pub use rules::{Changes, RulesFile, keep_calendar, kept_calendar, parameters_file, rules_part};

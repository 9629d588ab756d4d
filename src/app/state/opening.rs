//! What a person asks to have opened that takes the reader of files, and with it the build that has all pages.

use serde::{Deserialize, Serialize};

use crate::worker::Files;

/// Something to be opened.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Opening {
    /// Tables, archives and kept districts, all together.
    Files(Files),
    /// The made-up district that the site brings along.
    Sample,
    /// A file of rules, of this name.
    Rules { name: String, text: String },
    /// A ledger of this name, to be added to the one that is there.
    Ledger { name: String, text: String },
}

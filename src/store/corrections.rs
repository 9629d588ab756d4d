//! What a person said of files that were read wrongly, kept for the next files of that shape.

use super::draft::{keep, storage};

const CORRECTIONS: &str = "xinheng.corrections";

/// What this tab kept, as the importer writes it; nothing where there is none.
#[must_use]
pub fn kept_corrections() -> String {
    storage().and_then(|storage| storage.get_item(CORRECTIONS).ok()?).unwrap_or_default()
}

/// Keeps it in the place of what was kept before; whether the browser did.
pub fn keep_corrections(text: &str) -> bool {
    keep(CORRECTIONS, Some(text))
}

//! A table: its head stays in view, numbers stand to the right.

use crate::app::element::{El, el};
use crate::app::text::Phrase;
use crate::pack::Locale;

/// The head of a table with these columns, of which some hold numbers.
pub fn table_head(locale: Locale, columns: &[(Phrase, bool)]) -> El {
    let heads = columns.iter().map(|(name, number)| {
        let head = el("th").set("scope", "col").text(name.get(locale));
        if *number { head.class("number") } else { head }
    });
    el("thead").with(el("tr").each(heads))
}

//! A table: its head stays in view, numbers stand to the right.

use crate::app::element::{El, el};
use crate::app::text::Phrase;
use crate::pack::Locale;

/// A table with these columns, of which some hold numbers.
pub fn table(
    locale: Locale,
    class: &'static str,
    columns: &[(Phrase, bool)],
    rows: impl IntoIterator<Item = El>,
) -> El {
    el("table").class(class).with(table_head(locale, columns)).with(el("tbody").each(rows))
}

/// The head of a table.
pub fn table_head(locale: Locale, columns: &[(Phrase, bool)]) -> El {
    let heads = columns.iter().map(|(name, number)| {
        let head = el("th").set("scope", "col").text(name.get(locale));
        if *number { head.class("number") } else { head }
    });
    el("thead").with(el("tr").each(heads))
}

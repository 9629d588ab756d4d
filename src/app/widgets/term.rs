//! The way from a heading to what the help says of it.

use crate::app::element::{El, el};
use crate::app::ground::leading;
use crate::app::text;
use crate::pack::Locale;

/// A small link to the entry of the glossary with this id (see www/help/), for beside the words that it explains.
pub fn term(locale: Locale, entry: &str, words: &str) -> El {
    leading(el("a").class("term"), &["#/help/", entry].concat())
        .put("aria-label", &text::WHAT_IT_MEANS.fill(locale, &[words]))
        .text("?")
}

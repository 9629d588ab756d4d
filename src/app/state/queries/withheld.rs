//! What an enterprise lacks before it is assessed.

use crate::app::text::field_name;
use crate::facts::Withheld;
use crate::pack::Locale;

/// The fields that are empty, as a sentence lists them.
#[must_use]
pub fn missing_words(withheld: Withheld, locale: Locale) -> String {
    let names: Vec<&str> = withheld.missing().map(|field| field_name(field, locale)).collect();
    names.join(if locale == Locale::Zh { "、" } else { ", " })
}

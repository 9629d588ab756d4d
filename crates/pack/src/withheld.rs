//! What is said in the place of a class where an enterprise is not assessed, and beside it where a penalty does not count:
//! the same words on pages, lists and papers.

use super::text::Locale;
use crate::phrases;
use facts::Withheld;

phrases! {
    INCOMPLETE "资料不全，暂不评估" "Incomplete: not assessed yet"
    PENALTIES "{0}项处罚未计入" "Penalties not counted: {0}"
    BEFORE_REGISTRATION "评估日早于成立日期，不评估" "The as-of date lies before the registration: not assessed"
}

/// That so many penalties do not count, because they cannot be read or are not complete; empty where all do.
#[must_use]
pub fn not_counted_text(penalties: usize, locale: Locale) -> String {
    if penalties == 0 { String::new() } else { PENALTIES.fill(locale, &[&penalties.to_string()]) }
}

/// That the enterprise is not assessed, and why, in words.
#[must_use]
pub fn withheld_text(withheld: Withheld, locale: Locale) -> &'static str {
    match withheld {
        Withheld::Incomplete { .. } => INCOMPLETE.get(locale),
        Withheld::BeforeRegistration(_) => BEFORE_REGISTRATION.get(locale),
    }
}

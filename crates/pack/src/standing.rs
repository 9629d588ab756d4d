//! That a repair can no longer be applied for, in words.

use super::text::Locale;
use crate::phrases;

phrases! {
    NOT_EARLY "不能提前申请" "cannot be applied for early"
}

/// That a repair cannot be applied for before publication, or the listing, ends by itself.
#[must_use]
pub fn not_early_text(locale: Locale) -> &'static str {
    NOT_EARLY.get(locale)
}

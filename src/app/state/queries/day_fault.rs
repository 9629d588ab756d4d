//! Why what was written is no day, in words.

use crate::app::state::tasks::DayFault;
use crate::app::text;
use crate::pack::Locale;

/// Says why what was written is no day, and what to write.
#[must_use]
pub fn day_fault_words(fault: &DayFault, locale: Locale) -> String {
    match fault {
        DayFault::Missing => text::DAY_MISSING.get(locale).to_owned(),
        DayFault::Unclear(text) => text::DAY_UNCLEAR.fill(locale, &[text]),
        DayFault::NotThere(text) => text::DAY_NOT_THERE.fill(locale, &[text]),
        DayFault::OutOfRange => text::DAY_OUT_OF_RANGE.get(locale).to_owned(),
    }
}

//! What can be printed of a record.

use crate::app::text::{self, Phrase};
use crate::facts::Enterprise;
use crate::pack::Locale;

/// A document about a record, for the printer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// The report for the office, with everything that was found.
    Report,
    /// The notice for the enterprise, which says nothing of class and inspection.
    Notice,
}

impl Paper {
    /// Returns what it is called.
    #[must_use]
    pub fn name(self) -> Phrase {
        match self {
            Self::Report => text::PAPER_REPORT,
            Self::Notice => text::PAPER_NOTICE,
        }
    }

    /// Returns what it is called, and whom it is about: a browser offers that as the name of a file.
    #[must_use]
    pub fn title(self, enterprise: &Enterprise, locale: Locale) -> String {
        [self.name().get(locale), &enterprise.name].join(" ")
    }
}

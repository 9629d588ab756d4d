//! Whether a document is in force.

use crate::facts::Date;
use crate::pack::Source;

/// How a document stands to a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Force {
    Current,
    /// It ran out; its last day.
    Ended(Date),
    /// It comes into force; its first day.
    Coming(Date),
    /// It has no validity of its own.
    Timeless,
    /// It is not known when it came into force.
    Unknown,
}

/// How a document stands to a day.
#[must_use]
pub fn force(source: &Source, day: Date) -> Force {
    match (source.from, source.until) {
        (_, Some(until)) if until < day => Force::Ended(until),
        (Some(from), _) if day < from => Force::Coming(from),
        (None, _) if source.begins_unknown() => Force::Unknown,
        (None, None) => Force::Timeless,
        _ => Force::Current,
    }
}

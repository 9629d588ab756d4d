//! The moment at which an entry was made.

use std::fmt;

use chrono::{DateTime, SecondsFormat, Utc};

/// A moment in time, to the millisecond; written in UTC: `2026-11-30T08:31:00.000Z`.
///
/// ```
/// use ledger::Moment;
///
/// let moment = Moment::from_unix_ms(1_796_027_460_000).unwrap();
/// assert_eq!(moment.to_string(), "2026-11-30T08:31:00.000Z");
/// assert_eq!(Moment::parse("2026-11-30T16:31:00+08:00"), Some(moment));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(DateTime<Utc>);

impl Moment {
    /// Returns the moment that lies so many milliseconds after the beginning of 1970; `None` beyond what a calendar has.
    #[must_use]
    pub fn from_unix_ms(milliseconds: i64) -> Option<Self> {
        DateTime::from_timestamp_millis(milliseconds).map(Self)
    }

    /// Reads a moment as RFC 3339 writes it, in whatever zone; what is below a millisecond is cut off.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let moment = DateTime::parse_from_rfc3339(text).ok()?;
        Self::from_unix_ms(moment.timestamp_millis())
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0.to_rfc3339_opts(SecondsFormat::Millis, true))
    }
}

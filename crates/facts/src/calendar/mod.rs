//! Days: what lies months away, and which days are worked on.
//!
//! Months are counted as the contract has it: the day of the month is kept, or the last day of a shorter month
//! is taken. Working days follow the days off and make-up workdays that the State Council publishes by year.

mod read;
mod working_days;

pub use read::{CalendarFault, read};
pub use working_days::Calendar;

use crate::Date;

/// The same day so many months later, or the last day of a shorter month.
///
/// ```
/// use facts::calendar::add_months;
/// use facts::Date;
///
/// let day = Date::from_ymd_opt(2024, 8, 31).unwrap();
/// assert_eq!(add_months(day, 6), Date::from_ymd_opt(2025, 2, 28).unwrap());
/// ```
#[must_use]
pub fn add_months(day: Date, months: u32) -> Date {
    day.checked_add_months(chrono::Months::new(months)).unwrap_or(Date::MAX)
}

/// The same day so many months earlier, or the last day of a shorter month.
#[must_use]
pub fn subtract_months(day: Date, months: u32) -> Date {
    day.checked_sub_months(chrono::Months::new(months)).unwrap_or(Date::MIN)
}

/// The day so many days later.
#[must_use]
pub fn add_days(day: Date, days: u32) -> Date {
    day.checked_add_days(chrono::Days::new(days.into())).unwrap_or(Date::MAX)
}

/// The day so many days earlier.
#[must_use]
pub fn subtract_days(day: Date, days: u32) -> Date {
    day.checked_sub_days(chrono::Days::new(days.into())).unwrap_or(Date::MIN)
}

/// Reads a day written `YYYY-MM-DD`, nothing else.
///
/// ```
/// use facts::calendar::parse_day;
///
/// assert!(parse_day("2024-02-29").is_some());
/// assert!(parse_day("2026-02-29").is_none());
/// assert!(parse_day("2026-2-9").is_none());
/// ```
#[must_use]
pub fn parse_day(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let number = |from: usize, to: usize| {
        bytes[from..to]
            .iter()
            .try_fold(0_u32, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0')))
    };
    Date::from_ymd_opt(i32::try_from(number(0, 4)?).ok()?, number(5, 7)?, number(8, 10)?)
}

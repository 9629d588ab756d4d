//! What stands in a cell, as the text that a spreadsheet would show or an office would type.

use std::fmt::Write;

use chrono::{Days, NaiveDate};

/// From here on a spreadsheet has lost digits of a whole number: it keeps fifteen.
const KEPT: f64 = 1e15;

const SECONDS_A_DAY: f64 = 86_400.0;

/// Appends a number with the fifteen digits that a spreadsheet keeps; one that has more is written as spreadsheets do,
/// 9.115E+17.
pub(super) fn push_number(number: f64, text: &mut String) {
    if number.fract() == 0.0 && number.abs() < KEPT {
        let _ = write!(text, "{number:.0}");
        return;
    }
    let exact = format!("{number:.14e}");
    let (mantissa, exponent) = exact.split_once('e').unwrap_or((&exact, "0"));
    if number.abs() < KEPT {
        // What stands behind the fifteenth digit comes from counting in binary fractions.
        let _ = write!(text, "{}", exact.parse::<f64>().unwrap_or(number));
    } else {
        let _ = write!(text, "{}E+{exponent}", mantissa.trim_end_matches('0').trim_end_matches('.'));
    }
}

/// Appends a day, with the time where there is one, by the number that a spreadsheet has for it; a number that is none
/// stays a number.
pub(super) fn push_day(number: f64, from_1904: bool, text: &mut String) {
    let seconds = (number * SECONDS_A_DAY).round();
    let day_0 = if from_1904 { NaiveDate::from_ymd_opt(1904, 1, 1) } else { NaiveDate::from_ymd_opt(1899, 12, 30) };
    let days = (seconds / SECONDS_A_DAY).floor();
    let day =
        day_0.filter(|_| (1.0..3e6).contains(&days)).and_then(|day_0| day_0.checked_add_days(Days::new(days as u64)));
    let Some(day) = day else { return push_number(number, text) };
    let _ = write!(text, "{day}");
    let time = (seconds - days * SECONDS_A_DAY) as u32;
    if time > 0 {
        let _ = write!(text, " {:02}:{:02}:{:02}", time / 3600, time / 60 % 60, time % 60);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(push: impl Fn(&mut String)) -> String {
        let mut text = String::new();
        push(&mut text);
        text
    }

    #[test]
    fn numbers_have_the_digits_that_a_spreadsheet_keeps() {
        for (number, text) in [
            (0.0, "0"),
            (150_202.0, "150202"),
            (-3.0, "-3"),
            (4.9999, "4.9999"),
            (0.1 + 0.2, "0.3"),
            (1.1 + f64::EPSILON, "1.1"),
            (0.000_001, "0.000001"),
            (999_999_999_999_999.0, "999999999999999"),
            (911_501_030_000_000_000.0, "9.1150103E+17"),
            (1e15, "1E+15"),
            (1e300, "1E+300"),
        ] {
            assert_eq!(told(|into| push_number(number, into)), text);
        }
    }

    #[test]
    fn days_are_days_in_both_ways_of_counting() {
        for (number, from_1904, text) in [
            (45_440.0, false, "2024-05-28"),
            (43_978.0, true, "2024-05-28"),
            (45_440.437_5, false, "2024-05-28 10:30:00"),
            // Midnight, a hair's breadth before it.
            (45_439.999_999_999, false, "2024-05-28"),
            (0.5, false, "0.5"),
            (-1.0, false, "-1"),
            (1e12, false, "1000000000000"),
        ] {
            assert_eq!(told(|into| push_day(number, from_1904, into)), text, "{number}");
        }
    }
}

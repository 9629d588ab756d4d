//! The text of a cell → a day.

use chrono::{DateTime, Datelike, FixedOffset, Timelike};

use super::super::problem::Fault;
use super::super::vocabulary::{DASHES, EMPTY_DAYS, HALVES_OF_DAY, WEEKDAYS};
use super::clean::{ascii_forms, cleaned};
use super::numerals;
use facts::Date;

/// The years of the contract.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2199;

/// The years in which the number of a spreadsheet is taken for a day.
const SERIAL_YEARS: std::ops::RangeInclusive<i32> = 1990..=2099;

/// The zone of all of China.
const CHINA: Option<FixedOffset> = FixedOffset::east_opt(8 * 3600);

/// The day that spreadsheets number 0, for all days after 1900-02-28.
const SPREADSHEET_DAY_0: Date = match Date::from_ymd_opt(1899, 12, 30) {
    Some(day) => day,
    None => Date::MIN,
};

/// The day that spreadsheets number 0 where they count from 1904.
const SPREADSHEET_DAY_0_FROM_1904: Date = match Date::from_ymd_opt(1904, 1, 1) {
    Some(day) => day,
    None => Date::MIN,
};

/// Reads a day in any form that offices write, 2024-05-28, 2024/5/28, 2024.5.28, 2024年5月28日, 二〇二四年五月二十八日, 20240528,
/// each with a time of day, a weekday or a zone behind it or not, and the number by which a spreadsheet counts days.
///
/// # Errors
/// It is none of these, there is no such day, or it lies outside the years of the contract.
pub fn date(text: &str) -> Result<Date, Fault> {
    date_counted(text, false)?.ok_or(Fault::NotADate)
}

/// Reads a day of a file of many: most are written plainly. `None` for a day that stands for none, such as 0000-00-00.
pub(crate) fn day_of_cell(text: &str, from_1904: bool) -> Result<Option<Date>, Fault> {
    match plain_day(text) {
        Some(day) => Ok(Some(day)),
        None => date_counted(text, from_1904),
    }
}

/// The day, if it is written with a year of four digits, a month and a day, and one of the signs between that are usual.
fn plain_day(text: &str) -> Option<Date> {
    let (year, rest) = short_number(text, 4)?;
    let (month, rest) = short_number(rest.strip_prefix(['-', '/', '.', '年'])?, 2)?;
    let (day, rest) = short_number(rest.strip_prefix(['-', '/', '.', '月'])?, 2)?;
    // Days before that of the contract may stand for none.
    if year >= 1990 && matches!(rest, "" | "日") { day_of(year, month, day).ok() } else { None }
}

/// The number of at most so many digits with which a text begins, and what stands behind it.
fn short_number(text: &str, most: usize) -> Option<(u32, &str)> {
    let digits = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at_checked(digits)?;
    Some((number.parse().ok()?, rest))
}

/// Reads a day; the number of one is counted from 1904 where a workbook says so.
#[inline(never)]
fn date_counted(text: &str, from_1904: bool) -> Result<Option<Date>, Fault> {
    let text = cleaned(text);
    let text: String =
        ascii_forms(&text).chars().map(|c| if DASHES.contains(&c) { '-' } else { c }).collect::<String>();
    let text = text.trim();
    if let Some(day) = midnight_elsewhere(text) {
        return day_of(day.year_ce().1, day.month(), day.day()).map(Some);
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (leading, behind) = text.split_at(digits);
    let is_whole =
        |rest: &str| rest.is_empty() || fraction(rest).is_some_and(|digits| digits.bytes().all(|d| d == b'0'));
    let parts = match leading.len() {
        1 if leading == "0" && is_whole(behind) => return Ok(None),
        5 if behind.is_empty() || fraction(behind).is_some() => return serial(leading, from_1904),
        8 if is_whole(behind) || is_tail(behind) => in_digits(leading),
        14 if is_whole(behind) || is_zone(behind) => {
            let (day, time) = leading.split_at(8);
            if !is_clock(&[time.get(..2), time.get(2..4), time.get(4..)]) {
                return Err(Fault::NotADate);
            }
            in_digits(day)
        }
        _ => in_parts(text)?,
    };
    let (year, month, day) = parts;
    if EMPTY_DAYS.contains(&parts) { Ok(None) } else { day_of(year, month, day).map(Some) }
}

/// The day in China that begins at this moment, where it is written in another zone: programs write the midnight of a day so,
/// 2025-05-27T16:00:00.000Z for 2025-05-28. Of any other moment the day holds that is written.
fn midnight_elsewhere(text: &str) -> Option<Date> {
    // Hardly any day is written as a moment.
    let moment = text.get(10..)?.starts_with('T').then(|| DateTime::parse_from_rfc3339(text).ok())??;
    let there = moment.with_timezone(&CHINA?);
    (there.num_seconds_from_midnight() == 0 && there.date_naive() != moment.date_naive()).then(|| there.date_naive())
}

/// The digits behind a point, and nothing else.
fn fraction(text: &str) -> Option<&str> {
    text.strip_prefix('.').filter(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

fn serial(digits: &str, from_1904: bool) -> Result<Option<Date>, Fault> {
    let number = digits.parse().map_err(|_| Fault::NotADate)?;
    let day_0 = if from_1904 { SPREADSHEET_DAY_0_FROM_1904 } else { SPREADSHEET_DAY_0 };
    let day = day_0.checked_add_days(chrono::Days::new(number)).ok_or(Fault::NotADate)?;
    if SERIAL_YEARS.contains(&day.year()) { Ok(Some(day)) } else { Err(Fault::NotADate) }
}

/// Eight digits as year, month and day.
fn in_digits(digits: &str) -> (u32, u32, u32) {
    let all: u32 = digits.parse().unwrap_or_default();
    (all / 10_000, all / 100 % 100, all % 100)
}

/// Year, month and day with signs between, in either writing of numbers; behind them at most what [`is_tail`] knows.
fn in_parts(text: &str) -> Result<(u32, u32, u32), Fault> {
    let number = |text: &str, most: std::ops::RangeInclusive<usize>| {
        let (number, digits) = numerals::number(text.trim()).ok_or(Fault::NotADate)?;
        if most.contains(&digits) { Ok(number) } else { Err(Fault::NotADate) }
    };
    let (year, rest) = text.split_once(['-', '/', '.', '年']).ok_or(Fault::NotADate)?;
    let (month, rest) = rest.split_once(['-', '/', '.', '月']).ok_or(Fault::NotADate)?;
    let rest = rest.trim_start();
    let is_digit = |c: char| {
        c.is_ascii_digit() || numerals::digit(c).is_some() || matches!(c, '十' | '拾' | '廿' | '卅' | 'O' | 'o')
    };
    let end = rest.find(|c| !is_digit(c)).unwrap_or(rest.len());
    let (day, behind) = rest.split_at(end);
    let behind = behind.trim_start();
    let named = behind.strip_prefix(['日', '号']);
    // What follows the digits directly is part of them, unless a sign ends the day.
    let apart =
        named.is_some() || end < rest.len() && !rest.get(end..).is_some_and(|b| b.starts_with(char::is_alphanumeric));
    let tail = named.unwrap_or(behind);
    if !(tail.is_empty() || (apart && is_tail(tail)) || is_tail_directly(rest.get(end..).unwrap_or_default())) {
        return Err(Fault::NotADate);
    }
    Ok((number(year, 4..=4)?, number(month, 1..=2)?, number(day, 1..=2)?))
}

/// Whether a `T` with a time, a zone, a weekday or a half of the day follows without a blank.
fn is_tail_directly(text: &str) -> bool {
    let named = WEEKDAYS.iter().chain(HALVES_OF_DAY).any(|word| text.starts_with(word));
    is_zone(text) || (named && is_tail(text)) || text.strip_prefix('T').is_some_and(is_tail)
}

/// Whether this is what may stand behind a day: a time, a half of the day, a weekday, a zone, in any order, or nothing.
fn is_tail(text: &str) -> bool {
    let mut rest = text.strip_prefix('T').unwrap_or(text).trim();
    while !rest.is_empty() {
        let known = WEEKDAYS.iter().chain(HALVES_OF_DAY).find_map(|word| rest.strip_prefix(word));
        rest = match known {
            Some(behind) => behind.trim_start(),
            None => {
                let end = rest.find([' ', '\t', '\n', '\r']).unwrap_or(rest.len());
                let (word, behind) = rest.split_at(end);
                let zone = word.find(['Z', '+']).or_else(|| word.find('-').filter(|at| *at > 0)).unwrap_or(word.len());
                let (time, zone) = word.split_at(zone);
                if !(time.is_empty() || is_time(time)) || !(zone.is_empty() || is_zone(zone)) {
                    return false;
                }
                behind.trim_start()
            }
        };
    }
    true
}

/// Whether this is a zone: Z, +08:00, +0800, +08.
fn is_zone(text: &str) -> bool {
    let Some(hours) = text.strip_prefix(['+', '-']) else { return text == "Z" };
    let digits = hours.bytes().filter(u8::is_ascii_digit).count();
    matches!(digits, 2 | 4) && (hours.len() == digits || (hours.len() == 5 && hours.as_bytes().get(2) == Some(&b':')))
}

/// Whether this is a time of day: 10:00, 10:00:00.000, 10时, 10时30分, 10点.
fn is_time(text: &str) -> bool {
    let (whole, digits) = text.split_once('.').unwrap_or((text, "0"));
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let named = whole.contains(['时', '点']);
    let whole = whole.trim_end_matches(['分', '秒']);
    let mut parts = whole.split([':', '时', '点', '分']);
    let parts = [parts.next(), parts.next(), parts.next(), parts.next()];
    match parts {
        [Some(hours), Some(""), None, None] if named => is_clock(&[Some(hours)]),
        [hours @ Some(_), minutes @ Some(_), None, None] => is_clock(&[hours, minutes]),
        [hours @ Some(_), minutes @ Some(_), seconds @ Some(_), None] => is_clock(&[hours, minutes, seconds]),
        _ => false,
    }
}

/// Whether these are hours, minutes and seconds.
fn is_clock(parts: &[Option<&str>]) -> bool {
    parts.iter().zip([24, 59, 60]).all(|(part, most)| {
        part.is_some_and(|part| (1..=2).contains(&part.len()) && part.parse::<u32>().is_ok_and(|number| number <= most))
    })
}

fn day_of(year: u32, month: u32, day: u32) -> Result<Date, Fault> {
    let year = i32::try_from(year).map_err(|_| Fault::NotADate)?;
    let day = Date::from_ymd_opt(year, month, day).ok_or(Fault::NoSuchDay)?;
    if YEARS.contains(&day.year()) { Ok(day) } else { Err(Fault::DateOutOfRange) }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(20_000) })]

        #[test]
        fn the_short_way_gives_what_the_long_one_gives(
            text in "[ '\u{3000}]?[0-9]{0,5}[-/.年月日 示无—A１／]?[0-9]{0,3}[-/.年月日]?[0-9]{0,3}[日号 \u{200B}／—T1:示]{0,2}",
        ) {
            prop_assert_eq!(day_of_cell(&text, false), date_counted(&text, false));
        }
    }
}

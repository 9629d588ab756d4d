//! The text of a cell → a day, an amount, a word, a code.

use std::borrow::Cow;

use chrono::Datelike;

use super::problem::Fault;
use super::vocabulary::{DASHES, EMPTY, Words};
use crate::facts::{CreditCodeFault, Date, Money, MoneyFault, check_credit_code};

/// A credit code, held without an allocation.
pub(super) type Code = [u8; 18];

/// The years of the contract.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2199;

/// The text without what surrounds it unseen: spaces, tabs, NULs, byte order marks, and the apostrophe by which a
/// spreadsheet marks text, however often it was put: what is read once is read the same again.
pub(crate) fn trimmed(text: &str) -> &str {
    text.trim_start_matches(|c| c == '\'' || unseen(c)).trim_end_matches(unseen)
}

/// Whether a character cannot be seen: what web pages and documents leave in texts that are copied from them.
pub(crate) fn unseen(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{FEFF}' | '\u{200B}' | '\u{200E}' | '\u{200F}')
}

/// The text with full-width letters, digits and signs made ASCII.
pub(crate) fn ascii_forms(text: &str) -> Cow<'_, str> {
    // Full-width forms begin with the byte EF, the ideographic space with E3: most cells have neither.
    if !text.bytes().any(|byte| matches!(byte, 0xEF | 0xE3)) {
        return Cow::Borrowed(text);
    }
    text.chars()
        .map(|character| match character {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character),
            '\u{3000}' => ' ',
            _ => character,
        })
        .collect::<String>()
        .into()
}

/// The text of a cell for reading, or `None` when the cell is empty or has one of the marks of an empty cell.
pub(crate) fn filled(text: &str) -> Option<&str> {
    let text = trimmed(text);
    let is_dash = |c: char| DASHES.contains(&c) || c == '－' || c.is_whitespace();
    let empty = text.is_empty()
        || EMPTY.contains(&text)
        || text == "／"
        || (text.starts_with(is_dash) && text.chars().all(is_dash));
    (!empty).then_some(text)
}

/// The same for the cells of many rows: most need no more than a look at their ends.
pub(super) fn filled_cell(text: &str) -> Option<&str> {
    if is_plain(text) { Some(text) } else { filled(text) }
}

/// Whether the text begins and ends with what can be seen, is no dash, and is longer than any mark of an empty cell. It may
/// be so otherwise, too.
fn is_plain(text: &str) -> bool {
    // Letters, digits, and with these three of UTF-8 the ideographs of the first plane from U+4000 on.
    let is_ideograph = |byte: &u8| matches!(byte, 0xE4..=0xE9);
    let bytes = text.as_bytes();
    let ends_well = || {
        bytes.last().is_some_and(u8::is_ascii_alphanumeric)
            || bytes.len().checked_sub(3).and_then(|start| bytes.get(start)).is_some_and(is_ideograph)
    };
    bytes.len() > 3
        && bytes.first().is_some_and(|byte| byte.is_ascii_alphanumeric() || is_ideograph(byte))
        && ends_well()
}

/// Reads a credit code.
pub(super) fn code(text: &str) -> Result<Code, Fault> {
    let text = ascii_forms(text);
    match check_credit_code(&text) {
        Ok(()) => text.as_bytes().try_into().map_err(|_| Fault::UsccMalformed),
        Err(CreditCodeFault::CheckDigit) => Err(Fault::UsccCheckDigit),
        Err(CreditCodeFault::Malformed) if is_rounded(&text) => Err(Fault::UsccRounded),
        Err(CreditCodeFault::Malformed) => Err(Fault::UsccMalformed),
    }
}

/// Whether this is a number as a spreadsheet writes large ones: 9.115E+17.
fn is_rounded(text: &str) -> bool {
    text.split_once("E+").or(text.split_once("e+")).is_some_and(|(mantissa, exponent)| {
        mantissa.starts_with(|c: char| c.is_ascii_digit())
            && mantissa.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
            && !exponent.is_empty()
            && exponent.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Finds a word in the words of its column. Spaces within the word do not matter.
pub(super) fn word<T: Copy>(text: &str, words: Words<T>) -> Option<T> {
    let find = |text: &str| words.iter().find(|(word, _)| *word == text).map(|(_, meaning)| *meaning);
    find(text).or_else(|| find(&compact(text)))
}

/// The text in ASCII forms and without spaces.
pub(super) fn compact(text: &str) -> String {
    compacted(text).into_owned()
}

/// The same, which most texts are already.
pub(super) fn compacted(text: &str) -> Cow<'_, str> {
    // With these bytes begin full-width forms and all spaces.
    if !text.bytes().any(|byte| matches!(byte, 0..=b' ' | 0xC2 | 0xE1 | 0xE2 | 0xE3 | 0xEF)) {
        return Cow::Borrowed(text);
    }
    ascii_forms(text).chars().filter(|character| !character.is_whitespace()).collect::<String>().into()
}

/// Reads a day in any form that offices write: 2024-05-28, 2024/5/28, 2024.5.28, 2024年5月28日, 20240528, each
/// with a time of day behind it or not, and the number by which a spreadsheet counts days.
pub(crate) fn date(text: &str) -> Result<Date, Fault> {
    date_counted(text, false)
}

/// Reads a day; the number of one is counted from 1904 where a workbook says so.
pub(super) fn date_counted(text: &str, from_1904: bool) -> Result<Date, Fault> {
    let text = ascii_forms(text);
    let (day, time) = match text.find(['日', '号']) {
        Some(end) => {
            let (day, rest) = text.split_at(end);
            (day, rest.trim_start_matches(['日', '号']).trim())
        }
        None => text.split_once([' ', 'T']).unwrap_or((&text, "")),
    };
    if !is_time(time.trim()) {
        return Err(Fault::NotADate);
    }
    let parts: Vec<&str> = day.split(['-', '/', '.', '年', '月']).map(str::trim).collect();
    if !parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())) {
        return Err(Fault::NotADate);
    }
    let number = |part: &str| part.parse::<u32>().map_err(|_| Fault::NotADate);
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 && month.len() <= 2 && day.len() <= 2 => {
            day_of(number(year)?, number(month)?, number(day)?)
        }
        [digits] if digits.len() == 8 => {
            let all = number(digits)?;
            day_of(all / 10_000, all / 100 % 100, all % 100)
        }
        [serial] | [serial, _] if (5..=6).contains(&serial.len()) && !day.contains(['-', '/', '年', '月']) => {
            let days = chrono::Days::new(u64::from(number(serial)?));
            let day_0 = if from_1904 { SPREADSHEET_DAY_0_FROM_1904 } else { SPREADSHEET_DAY_0 };
            in_range(day_0.checked_add_days(days).ok_or(Fault::DateOutOfRange)?)
        }
        _ => Err(Fault::NotADate),
    }
}

/// Reads a day of a file of many: most are written plainly.
pub(super) fn day_of_cell(text: &str, from_1904: bool) -> Result<Date, Fault> {
    match plain_day(text) {
        Some(day) => Ok(day),
        None => date_counted(text, from_1904),
    }
}

/// The day, if it is written with a year of four digits, a month and a day, and one of the signs between that are usual.
fn plain_day(text: &str) -> Option<Date> {
    let (year, rest) = number(text, 4)?;
    let (month, rest) = number(rest.strip_prefix(['-', '/', '.', '年'])?, 2)?;
    let (day, rest) = number(rest.strip_prefix(['-', '/', '.', '月'])?, 2)?;
    if year >= 1000 && matches!(rest, "" | "日") { day_of(year, month, day).ok() } else { None }
}

/// The number of at most so many digits with which a text begins, and what stands behind it.
fn number(text: &str, most: usize) -> Option<(u32, &str)> {
    let digits = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at_checked(digits)?;
    Some((number.parse().ok()?, rest))
}

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

fn day_of(year: u32, month: u32, day: u32) -> Result<Date, Fault> {
    let year = i32::try_from(year).map_err(|_| Fault::NotADate)?;
    in_range(Date::from_ymd_opt(year, month, day).ok_or(Fault::NoSuchDay)?)
}

fn in_range(day: Date) -> Result<Date, Fault> {
    if YEARS.contains(&day.year()) { Ok(day) } else { Err(Fault::DateOutOfRange) }
}

/// Whether this is a time of day, or nothing.
fn is_time(text: &str) -> bool {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    text.is_empty()
        || (digits(fraction)
            && (2..=3).contains(&whole.split(':').count())
            && whole.split(':').all(|part| part.len() <= 2 && digits(part)))
}

/// Reads an amount in the unit of its column, as a power of ten of yuan. A unit in the cell goes first; 人民币6万元整 is
/// how decisions write it.
pub(crate) fn money(text: &str, unit: i32) -> Result<Money, Fault> {
    let text = ascii_forms(text);
    let number = text.strip_prefix("人民币").unwrap_or(&text).trim_start_matches(['¥', '￥', '\u{A5}']);
    let number = number.strip_suffix('整').unwrap_or(number);
    let (number, unit) = if let Some(number) = number.strip_suffix("万元").or(number.strip_suffix('万')) {
        (number, 4)
    } else if let Some(number) = number.strip_suffix('元') {
        (number, 0)
    } else {
        (number, unit)
    };
    let number = without_thousands_separators(number.trim()).ok_or(Fault::NotANumber)?;
    Money::parse(&number, unit).map_err(|fault| match fault {
        MoneyFault::NotANumber => Fault::NotANumber,
        MoneyFault::Negative => Fault::Negative,
        MoneyFault::TooPrecise => Fault::TooPrecise,
        MoneyFault::TooLarge => Fault::TooLarge,
    })
}

/// `1,234,567.8` → `1234567.8`; `None` when the commas stand elsewhere than between thousands.
fn without_thousands_separators(number: &str) -> Option<Cow<'_, str>> {
    if !number.contains(',') {
        return Some(Cow::Borrowed(number));
    }
    let whole = number.split('.').next().unwrap_or_default();
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let right = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    (right && number.matches(',').count() == whole.matches(',').count()).then(|| number.replace(',', "").into())
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(20_000) })]

        #[test]
        fn the_short_ways_give_what_the_long_ones_give(
            text in "[ '\u{3000}]?[0-9]{0,5}[-/.年月 日示无—A１／]?[0-9]{0,3}[-/.年月日]?[0-9]{0,3}[日号 \u{200B}／—T1:示]{0,2}",
        ) {
            prop_assert_eq!(filled_cell(&text), filled(&text));
            prop_assert_eq!(day_of_cell(&text, false), date_counted(&text, false));
            let long: String = ascii_forms(&text).chars().filter(|character| !character.is_whitespace()).collect();
            prop_assert_eq!(compacted(&text), long);
        }
    }

    #[test]
    fn a_space_of_any_kind_is_left_out() {
        for space in ('\0'..=char::MAX).filter(|character| character.is_whitespace()) {
            assert_eq!(compacted(&format!("示{space}例")), "示例", "{}", u32::from(space));
        }
    }
}

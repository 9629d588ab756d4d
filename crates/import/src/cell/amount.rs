//! The text of a cell → an amount of money.

use std::borrow::Cow;

use super::super::problem::Fault;
use super::clean::{ascii_forms, cleaned};
use super::numerals;
use facts::{Money, MoneyFault};

/// Ten thousand and a hundred million, as powers of ten.
const WAN: i32 = 4;
const YI: i32 = 8;

/// The sign of yuan, and the full-width one.
const SIGNS: [char; 2] = ['¥', '￥'];

/// Reads an amount in the unit of its column, as a power of ten of yuan. A unit in the cell goes first: 6万, 5000元,
/// 6万5千, 人民币陆万元整. Chinese numerals need one, unless the column is in yuan, as 5千 then can mean nothing else.
///
/// # Errors
/// It is no number, negative, finer than a fen, or too large.
pub fn money(text: &str, unit: i32) -> Result<Money, Fault> {
    // As most cells have it.
    if text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return Money::parse(text, unit).map_err(fault_of);
    }
    money_slow(text, unit)
}

/// The slow path: units, signs, numerals.
#[inline(never)]
fn money_slow(text: &str, unit: i32) -> Result<Money, Fault> {
    let text = cleaned(text);
    let text = ascii_forms(&text);
    let text = text.strip_prefix("人民币").unwrap_or(&text).trim_start();
    let text = text.trim_start_matches(SIGNS).trim_start();
    let text = text.strip_suffix(['整', '正']).unwrap_or(text).trim_end();
    let yuan = text.strip_suffix(['元', '圆']).map(str::trim_end);
    let number = yuan.unwrap_or(text);
    let (number, power) = if let Some(number) = number.strip_suffix('万') {
        (number, Some(WAN))
    } else if let Some(number) = number.strip_suffix('亿') {
        (number, Some(YI))
    } else {
        (number, yuan.map(|_| 0))
    };
    let number = number.trim_end();
    if number.contains(is_numeral) {
        // A unit within, as in 6万5千, says itself what the digits behind it are.
        return in_numerals(text, unit == 0);
    }
    let number = without_thousands_separators(number).ok_or(Fault::NotANumber)?;
    Money::parse(&number, power.unwrap_or(unit)).map_err(fault_of)
}

/// Whether an amount has a sign of yuan before it, and no unit.
pub(crate) fn has_sign_alone(text: &str) -> bool {
    text.trim_start().starts_with(SIGNS) && !has_unit(text)
}

/// Whether an amount says its unit itself.
pub(crate) fn has_unit(text: &str) -> bool {
    ascii_forms(text).trim_end_matches(['整', '正']).ends_with(['元', '圆', '万', '亿', '千', '仟', '角', '分'])
}

fn is_numeral(c: char) -> bool {
    numerals::digit(c).is_some() || numerals::place(c).is_some() || matches!(c, '万' | '萬' | '亿' | '億' | '元' | '圆')
}

/// An amount in words: 六万, 6万5千, 陆万伍仟元整, 壹拾贰元伍角. Each number is followed by what it counts.
/// With `in_yuan` the unit may be left out behind a place: 5千, 三百.
fn in_numerals(text: &str, in_yuan: bool) -> Result<Money, Fault> {
    // In fen, which every part of an amount is a whole number of.
    let (mut total, mut below_wan) = (Money::default(), Money::default());
    let (mut open, mut has_unit, mut yuan_ended): (Option<Cow<'_, str>>, bool, bool) = (None, false, false);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let behind = rest.get(c.len_utf8()..).unwrap_or_default();
        if c.is_whitespace() {
            rest = behind;
            continue;
        }
        if let Some(digit) = numerals::digit(c) {
            // A nought only stands for a place that is left out.
            if digit > 0 {
                if open.is_some() {
                    return Err(Fault::NotANumber);
                }
                open = Some(digit.to_string().into());
            }
            rest = behind;
            continue;
        }
        if c.is_ascii_digit() || c == '.' {
            let end = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(rest.len());
            let (number, behind) = rest.split_at(end);
            if open.is_some() {
                return Err(Fault::NotANumber);
            }
            open = Some(without_thousands_separators(number).ok_or(Fault::NotANumber)?);
            rest = behind;
            continue;
        }
        let counted = |power: i32| -> Result<Money, Fault> {
            let number = open.as_deref().or((power == 1).then_some("1")).ok_or(Fault::NotANumber)?;
            Money::parse(number, power).map_err(fault_of)
        };
        match c {
            _ if let Some(place) = numerals::place(c) => {
                if yuan_ended {
                    return Err(Fault::NotANumber);
                }
                below_wan = sum(below_wan, counted(place as i32)?)?;
            }
            '万' | '萬' | '亿' | '億' => {
                let power = if matches!(c, '万' | '萬') { WAN } else { YI };
                let ones = if open.is_some() { counted(0)? } else { Money::default() };
                let mut section = sum(below_wan, ones)?;
                if power == YI {
                    section = sum(total, section)?;
                    total = Money::default();
                }
                if yuan_ended || section == Money::default() {
                    return Err(Fault::NotANumber);
                }
                total = sum(total, times(section, power)?)?;
                below_wan = Money::default();
                has_unit = true;
            }
            '元' | '圆' => {
                let ones = if open.is_some() { counted(0)? } else { Money::default() };
                total = sum(total, sum(below_wan, ones)?)?;
                below_wan = Money::default();
                (has_unit, yuan_ended) = (true, true);
            }
            '角' | '分' if yuan_ended => {
                total = sum(total, counted(if c == '角' { -1 } else { -2 })?)?;
            }
            _ => return Err(Fault::NotANumber),
        }
        open = None;
        rest = behind;
    }
    // A digit that nothing counts says nothing sure: 6万5 may be 65,000 or 60,005.
    if open.is_some() || !(has_unit || in_yuan) {
        return Err(Fault::NotANumber);
    }
    sum(total, below_wan)
}

fn sum(one: Money, other: Money) -> Result<Money, Fault> {
    Money::from_fen(one.fen() + other.fen()).ok_or(Fault::TooLarge)
}

fn times(amount: Money, power: i32) -> Result<Money, Fault> {
    let factor = 10_i64.pow(power.unsigned_abs());
    amount.fen().checked_mul(factor).and_then(Money::from_fen).ok_or(Fault::TooLarge)
}

fn fault_of(fault: MoneyFault) -> Fault {
    match fault {
        MoneyFault::NotANumber => Fault::NotANumber,
        MoneyFault::Negative => Fault::Negative,
        MoneyFault::TooPrecise => Fault::TooPrecise,
        MoneyFault::TooLarge => Fault::TooLarge,
    }
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

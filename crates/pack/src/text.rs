//! Words in both languages, and how days, amounts and numbers are written in them.

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use facts::{Date, Money};

/// A text in Chinese and English.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Text {
    pub zh: String,
    pub en: String,
}

/// The language of a reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Locale {
    #[default]
    Zh,
    En,
}

impl Locale {
    /// The language of a reader who asked for English, or did not.
    #[must_use]
    pub fn of(english: bool) -> Self {
        if english { Self::En } else { Self::Zh }
    }
}

impl Text {
    /// The text in the language of the reader.
    #[must_use]
    pub fn get(&self, locale: Locale) -> &str {
        match locale {
            Locale::Zh => &self.zh,
            Locale::En => &self.en,
        }
    }

    /// The same words in both languages.
    #[must_use]
    pub fn same(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { zh: text.clone(), en: text }
    }

    /// A text that is made for each language.
    pub fn from_both(mut make: impl FnMut(Locale) -> String) -> Self {
        Self { zh: make(Locale::Zh), en: make(Locale::En) }
    }
}

/// A day as a reader writes it: 2026年11月21日, 2026-11-21.
///
/// ```
/// use facts::Date;
/// use pack::{Locale, day_text};
///
/// let day = Date::from_ymd_opt(2026, 1, 5).unwrap();
/// assert_eq!(day_text(day, Locale::Zh), "2026年1月5日");
/// assert_eq!(day_text(day, Locale::En), "2026-01-05");
/// ```
#[must_use]
pub fn day_text(day: Date, locale: Locale) -> String {
    match locale {
        Locale::Zh => format!("{}年{}月{}日", day.year(), day.month(), day.day()),
        Locale::En => format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day()),
    }
}

/// An amount as a reader writes it: 6万元 or 1,234.5元 in Chinese, 60,000 元 in English.
///
/// ```
/// use facts::Money;
/// use pack::{Locale, money_text};
///
/// let amount = Money::from_fen(6_000_000).unwrap();
/// assert_eq!(money_text(amount, Locale::Zh), "6万元");
/// assert_eq!(money_text(amount, Locale::En), "60,000 元");
/// assert_eq!(money_text(Money::from_fen(123_450).unwrap(), Locale::Zh), "1,234.5元");
/// ```
#[must_use]
pub fn money_text(amount: Money, locale: Locale) -> String {
    /// A ten-thousandth of 万元 is a yuan: down to there an amount is shorter in 万元.
    const FEN_IN_TEN_THOUSAND_YUAN: i64 = 1_000_000;
    const FEN_IN_YUAN: i64 = 100;
    match locale {
        Locale::Zh if amount.fen() >= FEN_IN_TEN_THOUSAND_YUAN && amount.fen() % FEN_IN_YUAN == 0 => {
            let (whole, rest) = (amount.fen() / FEN_IN_TEN_THOUSAND_YUAN, amount.fen() % FEN_IN_TEN_THOUSAND_YUAN);
            let fraction = format!("{:04}", rest / FEN_IN_YUAN);
            let fraction = fraction.trim_end_matches('0');
            let point = if fraction.is_empty() { "" } else { "." };
            format!("{}{point}{fraction}万元", grouped(&whole.to_string()))
        }
        Locale::Zh => format!("{}元", grouped(&amount.to_string())),
        Locale::En => format!("{} 元", grouped(&amount.to_string())),
    }
}

/// A number with a comma every three digits of its whole part.
fn grouped(number: &str) -> String {
    let (whole, fraction) = number.split_at(number.find('.').unwrap_or(number.len()));
    let mut text = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text + fraction
}

/// A whole number up to 999 in Chinese figures, as articles are counted: 117 → 一百一十七. Anything else stays.
///
/// ```
/// use pack::chinese_number;
///
/// assert_eq!(chinese_number("117"), "一百一十七");
/// assert_eq!(chinese_number("10"), "十");
/// assert_eq!(chinese_number("105"), "一百零五");
/// assert_eq!(chinese_number("20"), "二十");
/// ```
#[must_use]
pub fn chinese_number(number: &str) -> String {
    const FIGURES: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let Some(value) = number.parse::<usize>().ok().filter(|value| (1..1000).contains(value)) else {
        return number.to_owned();
    };
    let (hundreds, tens, ones) = (value / 100, value / 10 % 10, value % 10);
    let mut text = String::new();
    if hundreds > 0 {
        text = text + FIGURES[hundreds] + "百";
    }
    match tens {
        0 if hundreds > 0 && ones > 0 => text.push('零'),
        0 => {}
        // Ten alone is 十, after a hundred it is 一十.
        1 if hundreds == 0 => text.push('十'),
        _ => text = text + FIGURES[tens] + "十",
    }
    text + FIGURES[ones]
}

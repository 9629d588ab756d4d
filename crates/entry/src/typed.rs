//! Between what a person types and the contract's form.

use super::fields::Entry;
use facts::calendar::parse_day;
use facts::json::Value;
use facts::{Date, Decimal, Money};
use import::Fault;
use import::cell::{ascii_forms, date, filled, money, trimmed, unseen};

/// Why the text of a field cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypedFault {
    /// There is no such day.
    NoSuchDay,
    /// Before 1990 or after 2199.
    DateOutOfRange,
    NotADate,
    NotAnAmount,
    Negative,
    /// More than two decimals of a yuan.
    TooPrecise,
    TooLarge,
}

/// Brings what was typed into the contract's form; what cannot be read stays as it was typed. Nothing typed is nothing.
///
/// ```
/// use entry::{Entry, typed};
/// use facts::json::Value;
///
/// assert_eq!(typed(Entry::Day, "2025年3月2日"), Some(Value::String("2025-03-02".to_owned())));
/// assert_eq!(typed(Entry::Amount, "6万"), Some(Value::Number("60000".to_owned())));
/// assert_eq!(typed(Entry::Amount, "六万元整"), Some(Value::Number("60000".to_owned())));
/// assert_eq!(typed(Entry::Amount, "若干"), Some(Value::String("若干".to_owned())));
/// assert_eq!(typed(Entry::Words, " "), None);
/// ```
#[must_use]
pub fn typed(entry: Entry, text: &str) -> Option<Value> {
    let text = trimmed(text);
    if text.is_empty() {
        return None;
    }
    let value = match entry {
        Entry::Day => filled(text).map(|text| match date(&text) {
            Ok(day) => Value::String(day.to_string()),
            Err(_) => Value::String(text.into_owned()),
        })?,
        Entry::Amount => filled(text).map(|text| match money(&text, 0) {
            Ok(amount) => Value::Number(amount.to_string()),
            Err(_) => Value::String(text.into_owned()),
        })?,
        Entry::Code => {
            let plain = ascii_forms(text);
            let letters = plain.chars().filter(|letter| !unseen(*letter) && *letter != '\'');
            Value::String(letters.map(|letter| letter.to_ascii_uppercase()).collect())
        }
        Entry::Figures => filled(text).map(|text| {
            let plain = ascii_forms(&text).replace(',', "");
            match Decimal::parse(trimmed(&plain)) {
                Ok(number) => Value::Number(number.to_string()),
                Err(_) => Value::String(text.into_owned()),
            }
        })?,
        Entry::Words | Entry::One(..) | Entry::Several(_) | Entry::Grades => Value::String(text.to_owned()),
    };
    Some(value)
}

/// The text of a field: a day by `day`, an amount in yuan, all else as it is.
#[must_use]
pub fn shown(entry: Entry, value: Option<&Value>, day: impl Fn(Date) -> String) -> String {
    match (entry, value) {
        (Entry::Day, Some(Value::String(text))) => parse_day(text).map_or_else(|| text.clone(), day),
        (_, Some(Value::String(text) | Value::Number(text))) => text.clone(),
        _ => String::new(),
    }
}

/// Returns the text of a figure: a number as it is written, or what was typed and is none.
#[must_use]
pub fn figure_text(value: &Value) -> String {
    shown(Entry::Figures, Some(value), |day| day.to_string())
}

/// Why the text of a field cannot be read; `None` where it can be, or is empty.
///
/// ```
/// use entry::{Entry, TypedFault, fault};
/// use facts::json::Value;
///
/// let typed = Value::String("2025-02-30".to_owned());
/// assert_eq!(fault(Entry::Day, &typed), Some(TypedFault::NoSuchDay));
/// assert_eq!(fault(Entry::Words, &typed), None);
/// ```
#[must_use]
pub fn fault(entry: Entry, value: &Value) -> Option<TypedFault> {
    let found = match (entry, value) {
        (Entry::Day, Value::String(text)) => date(text).map(|_: Date| ()),
        (Entry::Amount, Value::String(text) | Value::Number(text)) => money(text, 0).map(|_: Money| ()),
        _ => Ok(()),
    };
    found.err().map(|fault| match fault {
        Fault::NoSuchDay => TypedFault::NoSuchDay,
        Fault::DateOutOfRange => TypedFault::DateOutOfRange,
        Fault::Negative => TypedFault::Negative,
        Fault::TooPrecise => TypedFault::TooPrecise,
        Fault::TooLarge => TypedFault::TooLarge,
        _ if entry == Entry::Day => TypedFault::NotADate,
        _ => TypedFault::NotAnAmount,
    })
}

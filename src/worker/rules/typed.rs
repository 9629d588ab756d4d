//! Values of parameters as a person types them, and what is said of those that cannot be used.

use super::{RuleFault, filled, of};
use crate::import::cell;
use crate::json::{Value, canonical};
use crate::pack::{OverrideFault, Pack, Shape, Text, phrases};
use crate::rulebook;

phrases! {
    NO_SUCH_PARAMETER "规则中没有数值“{0}”" "the rules have no parameter “{0}”"
    NOT_USABLE "“{0}”不能用，应为{1}" "“{0}” cannot be used: enter {1}"
    NOTHING_ENTERED "没有填写，应为{0}" "nothing is entered: enter {0}"
}

/// What is said of a parameter with a fault.
pub(super) fn parameter_fault(pack: &Pack, (id, met): &(String, Value), fault: &OverrideFault) -> Option<RuleFault> {
    let message = match (pack.parameter(id), fault) {
        (Some(parameter), OverrideFault::Bad(_)) => {
            let met = shown(met);
            let words = |locale| {
                let range = rulebook::range(pack, parameter.shape, locale);
                if met.is_empty() {
                    NOTHING_ENTERED.fill(locale, &[&range])
                } else {
                    NOT_USABLE.fill(locale, &[&met, &range])
                }
            };
            Text::from_both(words)
        }
        _ => filled(NO_SUCH_PARAMETER, &[id]),
    };
    Some(of(id, message))
}

/// What a person entered, as they entered it.
fn shown(value: &Value) -> String {
    match value {
        Value::String(text) | Value::Number(text) => text.trim().to_owned(),
        Value::Null => String::new(),
        Value::Array(values) => {
            values.iter().map(shown).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" – ")
        }
        other => canonical(other),
    }
}

/// What was typed — with full-width digits, separators, a unit, in any form of a day — as a pack writes it. What
/// cannot be read so stays, and is then refused by its own words.
pub(super) fn as_meant(value: &Value, shape: Option<Shape>, pack: &Pack) -> Value {
    let value = match (value, shape) {
        // The fields of a form come as a list, also where there is one.
        (Value::Array(values), Some(Shape::Whole(_) | Shape::Money | Shape::Percent | Shape::Date | Shape::One(_))) => {
            match values.as_slice() {
                [] => &Value::Null,
                [only] => only,
                _ => value,
            }
        }
        _ => value,
    };
    match (value, shape) {
        (Value::Array(values), Some(Shape::Visits)) => {
            Value::Array(values.iter().map(|value| number(value, &[]).unwrap_or_else(|| value.clone())).collect())
        }
        (Value::String(text), Some(Shape::Date)) => {
            cell::date(text).map_or_else(|_| value.clone(), |day| Value::String(day.to_string()))
        }
        (_, Some(Shape::Whole(unit))) => {
            let unit = pack.unit(unit);
            number(value, &[&unit.zh, &unit.en]).unwrap_or_else(|| value.clone())
        }
        (_, Some(Shape::Percent)) => number(value, &["%"]).unwrap_or_else(|| value.clone()),
        (_, Some(Shape::Money)) => number(value, &[]).unwrap_or_else(|| value.clone()),
        _ => value.clone(),
    }
}

/// A number that was typed with its unit, or as amounts are: 8次, 6万元.
fn number(value: &Value, units: &[&str]) -> Option<Value> {
    let Value::String(text) = value else { return None };
    let text = cell::ascii_forms(text.trim());
    let plain = units.iter().fold(&*text, |text, unit| text.strip_suffix(unit).unwrap_or(text).trim_end());
    cell::money(plain, 0).ok().map(|number| Value::Number(number.to_string()))
}

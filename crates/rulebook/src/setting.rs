//! How a parameter can be set: what is typed or chosen, and within which bounds.

use super::teller::Teller;
use super::text;
use facts::{Date, Term};
use pack::{Locale, Pack, Parameter, ParameterValue, Shape, Text, Unit};
use serde::{Deserialize, Serialize};

/// How a parameter is set by a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setting {
    pub entering: Entering,
    /// What is typed now: a text, or the smaller and the larger number.
    pub typed: Vec<String>,
    /// The words to choose from.
    pub choices: Vec<Choice>,
    /// What stands behind the field; may be empty.
    pub unit: String,
    /// What may be entered, in words.
    pub hint: String,
    /// Whether it is set otherwise than in the pack.
    pub changed: bool,
    /// What is wrong with the value that was entered last, in words. Whoever read it says so; a book as it is written does not
    /// know.
    pub fault: Option<String>,
}

/// How a value is entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Entering {
    /// A number, an amount, a share or a day as text.
    Text,
    /// From one number to another.
    Range,
    /// One word of several.
    One,
    /// Some words of several.
    Some,
    /// Only by another pack: the value is a table.
    File,
}

/// A word to choose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Its name in a pack.
    pub code: String,
    pub words: String,
    pub chosen: bool,
}

/// A parameter that is set otherwise than in the pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// What it means.
    pub title: String,
    /// Its value in the pack on the day, in words with its unit; empty for a table.
    pub before: String,
    /// The value that is used instead.
    pub now: String,
}

/// The parameters of a pack that are set otherwise than in `base`, the same pack before, with their values on a day.
///
/// ```
/// use facts::Date;
/// use facts::json::Value;
/// use pack::Locale;
///
/// let years = ("forecast.years".to_owned(), Value::Number("3".to_owned()));
/// let pack = builtin::pack().with_overrides(builtin::form(), &[years]).unwrap();
/// let as_of = Date::from_ymd_opt(2026, 11, 22).unwrap();
/// let changed = rulebook::changed(&pack, builtin::pack(), as_of, Locale::En);
/// assert_eq!((changed[0].before.as_str(), changed[0].now.as_str()), ("5 years", "3 years"));
/// ```
#[must_use]
pub fn changed(pack: &Pack, base: &Pack, as_of: Date, locale: Locale) -> Vec<Changed> {
    let teller = Teller {
        pack,
        base,
        edition: pack.edition(as_of),
        as_of,
        locale,
        unknown_fine_is_small: pack.unknown_fine_is_small,
    };
    let set = pack.parameters.iter().enumerate().filter(|(_, parameter)| parameter.overridden);
    set.map(|(index, parameter)| Changed {
        title: teller.say(&parameter.title).to_owned(),
        before: teller.value(parameter.shape, base.value(base.edition(as_of), index)),
        now: teller.value(parameter.shape, pack.value(teller.edition, index)),
    })
    .collect()
}

/// What may be entered for values of a shape, in words: 1至100000的整数.
#[must_use]
pub fn range(pack: &Pack, shape: Shape, locale: Locale) -> String {
    let bounds = |unit: Unit| &pack.units[unit.index()];
    match shape {
        Shape::Whole(unit) => {
            text::RANGE_WHOLE.fill(locale, &[&bounds(unit).least.to_string(), &bounds(unit).most.to_string()])
        }
        Shape::Money => text::RANGE_MONEY.get(locale).to_owned(),
        Shape::Percent => text::RANGE_PERCENT.get(locale).to_owned(),
        Shape::Visits => text::RANGE_VISITS.fill(locale, &[&bounds(Unit::Visits).most.to_string()]),
        Shape::Date => text::RANGE_DATE.get(locale).to_owned(),
        Shape::One(_) => text::RANGE_ONE.get(locale).to_owned(),
        Shape::Some(_) => text::RANGE_SOME.get(locale).to_owned(),
        Shape::Tracks | Shape::Conditions | Shape::Deadlines => text::ONLY_BY_FILE.get(locale).to_owned(),
    }
}

impl Teller<'_> {
    /// How a parameter, which stands at an index, is set.
    pub(super) fn setting(&self, index: usize, parameter: &Parameter) -> Setting {
        let value = self.pack.value(self.edition, index);
        let typed = match value {
            ParameterValue::Whole(number) => vec![number.to_string()],
            ParameterValue::Money(amount) => vec![amount.to_string()],
            ParameterValue::Percent(share) => vec![share.to_string()],
            ParameterValue::Visits { min, max } => vec![min.to_string(), max.to_string()],
            ParameterValue::Date(day) => vec![self.day(*day)],
            _ => Vec::new(),
        };
        let choices = match (parameter.shape, value) {
            (Shape::One(list) | Shape::Some(list), ParameterValue::Terms(bits)) => {
                let words = self.pack.choices(list.name()).into_iter().enumerate();
                let choice = |(index, (code, words)): (usize, (&str, &Text))| Choice {
                    code: code.to_owned(),
                    words: self.say(words).to_owned(),
                    chosen: bits & (1 << index) != 0,
                };
                let may =
                    |(index, _): &(usize, (&str, &Text))| parameter.among.is_none_or(|among| among & (1 << index) != 0);
                words.filter(may).map(choice).collect()
            }
            _ => Vec::new(),
        };
        let unit = match parameter.shape {
            Shape::Whole(unit) => self.say(self.pack.unit(unit)).to_owned(),
            Shape::Money => self.get(text::YUAN),
            Shape::Percent => "%".to_owned(),
            Shape::Visits => self.say(self.pack.unit(Unit::Visits)).to_owned(),
            _ => String::new(),
        };
        Setting {
            entering: entering(parameter.shape),
            typed,
            choices,
            unit,
            hint: range(self.pack, parameter.shape, self.locale),
            changed: parameter.overridden,
            fault: None,
        }
    }
}

fn entering(shape: Shape) -> Entering {
    match shape {
        Shape::Whole(_) | Shape::Money | Shape::Percent | Shape::Date => Entering::Text,
        Shape::Visits => Entering::Range,
        Shape::One(_) => Entering::One,
        Shape::Some(_) => Entering::Some,
        Shape::Tracks | Shape::Conditions | Shape::Deadlines => Entering::File,
    }
}

//! What stands in a field, in words.

use super::View;
use crate::app::text;
use crate::entry::{Entry, Field, fault, figure_text, shown};
use crate::facts::{Money, RiskGrade, Sector, Term};
use crate::json::Value;

/// Returns the value of a field in the words of the documents.
#[must_use]
pub fn value_words(view: &View, field: &Field, value: &Value) -> String {
    let separator = view.rules.pack.list_separator.get(view.locale);
    let word = |list: &str, code: &Value| {
        let choices = view.rules.pack.choices(list);
        let found = choices.iter().find(|(known, _)| matches!(code, Value::String(code) if code == known));
        found.map_or("", |(_, words)| view.say(words)).to_owned()
    };
    let words = match (field.entry, value) {
        (Entry::One(list, _), code) => word(list, code),
        (Entry::Several(list), Value::Array(codes)) => {
            let words: Vec<String> = codes.iter().map(|code| word(list, code)).collect();
            words.join(separator)
        }
        (Entry::Grades, Value::Object(grades)) => {
            let words = grades.iter().map(|(sector, grade)| {
                let sector = word(Sector::LIST, &Value::String(sector.clone()));
                text::SECTOR_GRADE.fill(view.locale, &[&sector, &word(RiskGrade::LIST, grade)])
            });
            words.collect::<Vec<String>>().join(separator)
        }
        (Entry::Figures, Value::Object(figures)) => {
            let known = view.rules.pack.figures.iter().filter_map(|figure| {
                let (_, value) = figures.iter().find(|(id, _)| *id == figure.id)?;
                let value = [&figure_text(value), view.say(&figure.unit)].concat();
                Some(text::NAMELY.fill(view.locale, &[view.say(&figure.title), &value]))
            });
            known.collect::<Vec<String>>().join(separator)
        }
        (Entry::Amount, Value::Number(digits)) => {
            Money::parse(digits, 0).map_or(digits.clone(), |amount| view.money(amount))
        }
        (entry, value) => shown(entry, Some(value), |day| view.day(day)),
    };
    match fault(field.entry, value) {
        Some(_) => words + text::CANNOT_BE_READ.get(view.locale),
        None => words,
    }
}

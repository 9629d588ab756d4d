//! The facts as tables, every one with its number and whatever is known of it.

use super::part;
use crate::app::element::{El, el};
use crate::app::state::queries::{View, fact_title, list_title, of_fact};
use crate::app::text::{self, Phrase};
use crate::app::widgets::{table, warning};
use crate::assess::Target;
use crate::entry::{BASICS, Entry, Field, Part, fault, shown};
use crate::facts::{Money, RiskGrade, Sector, Term};
use crate::json::Value;
use crate::pack::FactKind;

/// The fields that the title of a fact tells.
const IN_TITLE: &[&str] = &[
    "decided_on",
    "kinds",
    "fine_yuan",
    "category",
    "listed_on",
    "reason",
    "cause",
    "received_on",
    "on",
    "basis",
    "result",
    "kind",
];

/// What the register says of the enterprise.
pub(super) fn basics(view: &View) -> El {
    let locale = view.locale;
    let mut list = el("dl");
    for field in BASICS {
        let given = view.opened.sheet.value(Part::Basics, field.name).map(|value| words(view, field, value));
        let meant = || match field.entry {
            Entry::One(list, Some(place)) => Some(view.say(view.rules.pack.choices(list).get(place)?.1).to_owned()),
            _ => None,
        };
        if let Some(words) = given.or_else(meant) {
            list = list.with(el("dt").text(text::field_name(field.name, locale))).with(el("dd").text(&words));
        }
    }
    part(view, text::BASICS)
        .with(list)
        .maybe(none_on_record(view).map(|none| el("p").text(&text::NONE_ON_RECORD.fill(locale, &[&none]))))
}

/// The lists of facts, those without any left out.
pub(super) fn facts(view: &View) -> impl Iterator<Item = El> {
    FactKind::ALL.iter().filter(|kind| view.opened.sheet.count(**kind) > 0).map(|kind| list(view, *kind))
}

/// The lists in which there is nothing.
fn none_on_record(view: &View) -> Option<String> {
    let kinds = FactKind::ALL.iter().filter(|kind| **kind != FactKind::RiskGrade);
    let empty = kinds.filter(|kind| view.opened.sheet.count(**kind) == 0);
    let names: Vec<&str> = empty.map(|kind| list_title(*kind, view.locale)).collect();
    (!names.is_empty()).then(|| names.join(view.rules.pack.list_separator.get(view.locale)))
}

fn list(view: &View, kind: FactKind) -> El {
    let columns: &[(Phrase, bool)] =
        &[(text::FACT_NUMBER, true), (text::FACT_WHAT, false), (text::FACT_MORE, false), (text::REPAIR, false)];
    let repaired = matches!(kind, FactKind::Penalty | FactKind::AbnormalListing | FactKind::SeriousListing);
    let columns = if repaired { columns } else { &columns[..3] };
    let rows = (0..view.opened.sheet.count(kind)).map(|place| row(view, kind, place, repaired));
    let title = el("h2").text(list_title(kind, view.locale));
    el("section").with(title).with(table(view.locale, "facts-table", columns, rows))
}

fn row(view: &View, kind: FactKind, place: usize, repaired: bool) -> El {
    let locale = view.locale;
    let judged = view.opened.judged_place(kind, place).map(|index| Target { kind, index });
    let number = judged.map_or("—".to_owned(), |fact| (fact.index + 1).to_string());
    let title = judged.map_or(text::LEFT_OUT.get(locale).to_owned(), |fact| fact_title(view, fact));
    let part = Part::Fact(kind, place);
    let more = part.fields().iter().filter(|field| judged.is_none() || !IN_TITLE.contains(&field.name));
    let more = more.filter_map(|field| {
        let words = words(view, field, view.opened.sheet.value(part, field.name)?);
        Some(text::NAMELY.fill(locale, &[text::field_name(field.name, locale), &words]))
    });
    let more: Vec<String> = more.collect();
    let warnings = judged.into_iter().flat_map(|fact| of_fact(view, fact)).map(|about| warning(view, about));
    let status = repaired.then(|| {
        let repair = view.answer.repair.iter().filter(|_| view.withheld.is_none());
        let repair = repair.into_iter().find(|repair| Some(repair.target) == judged);
        el("td").text(repair.map_or("", |repair| view.word(repair.status)))
    });
    el("tr")
        .with(el("td").class("number").text(&number))
        .with(el("td").text(&title))
        .with(el("td").text(&more.join(text::CLAUSE.get(locale))).each(warnings))
        .maybe(status)
}

/// The value of a field in the words of the documents.
fn words(view: &View, field: &Field, value: &Value) -> String {
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

//! The facts of a record, in one line each.

use crate::assess::Target;
use crate::calendar::parse_day;
use crate::entry::{Entry, Part, list_name};
use crate::facts::{Date, Penalty, PenaltyKind, Sector, sort_numbers};
use crate::json::Value;
use crate::pack::{FactKind, Locale};

use super::View;
use crate::app::text;

/// The id that the element of a fact has on the page.
#[must_use]
pub fn fact_id(fact: Target) -> String {
    [fact_ids(fact.kind), fact.index.to_string()].concat()
}

/// What the ids of facts of a kind begin with.
#[must_use]
pub fn fact_ids(kind: FactKind) -> String {
    ["fact-", list_name(kind), "-"].concat()
}

/// What the list of such facts is called.
#[must_use]
pub fn list_title(kind: FactKind, locale: Locale) -> &'static str {
    text::field(list_name(kind)).map_or("", |phrase| phrase.get(locale))
}

/// What a penalty consists of: 警告、罚款6万元.
fn penalty_kinds(view: &View, penalty: &Penalty) -> String {
    let words = penalty.kinds.iter().map(|kind| match (kind, penalty.fine, view.locale) {
        (PenaltyKind::Fine, Some(fine), Locale::Zh) => format!("{}{}", view.word(kind), view.money(fine)),
        (PenaltyKind::Fine, Some(fine), Locale::En) => format!("{} {}", view.word(kind), view.money(fine)),
        _ => view.word(kind).to_owned(),
    });
    let words: Vec<String> = words.collect();
    words.join(view.rules.pack.list_separator.get(view.locale))
}

/// A sector with its risk grade, in words.
#[must_use]
pub fn grade_words(view: &View, sector: Sector) -> String {
    let grade = view.enterprise().risk_grades.get(sector).map_or("", |grade| view.word(grade));
    text::SECTOR_GRADE.fill(view.locale, &[view.word(sector), grade])
}

/// A fact in one line: its day and what it is. Empty for a place at which there is nothing.
#[must_use]
pub fn fact_title(view: &View, fact: Target) -> String {
    let enterprise = view.enterprise();
    let index = fact.index;
    let parts = match fact.kind {
        FactKind::Penalty => {
            let titles = view.penalty_titles(|penalty| {
                let category = penalty.category.clone().unwrap_or_default();
                one_line(view, Some(penalty.decided_on), vec![penalty_kinds(view, penalty), category])
            });
            return titles.get(index).cloned().unwrap_or_default();
        }
        FactKind::AbnormalListing => {
            let listing = enterprise.abnormal_listings.get(index);
            listing.map(|listing| (Some(listing.listed_on), vec![view.word(listing.reason).to_owned()]))
        }
        FactKind::SeriousListing => {
            let listing = enterprise.serious_listings.get(index);
            listing.map(|listing| (Some(listing.listed_on), vec![listing.cause.clone().unwrap_or_default()]))
        }
        FactKind::CourtListing => {
            let listing = enterprise.court_listings.get(index);
            listing.map(|listing| (Some(listing.listed_on), vec![view.word(fact.kind).to_owned()]))
        }
        FactKind::Lead => {
            enterprise.leads.get(index).map(|lead| (Some(lead.received_on), vec![view.word(lead.kind).to_owned()]))
        }
        FactKind::Inspection => enterprise.inspections.get(index).map(|inspection| {
            let result = inspection.result.map(|result| view.word(result).to_owned()).unwrap_or_default();
            (Some(inspection.on), vec![view.word(inspection.basis).to_owned(), result])
        }),
        FactKind::Commitment => enterprise.commitments.get(index).map(|commitment| {
            (commitment.made_on.or(commitment.breached_on), vec![view.word(commitment.kind).to_owned()])
        }),
        FactKind::RiskGrade => None,
    };
    parts.map(|(day, words)| one_line(view, day, words)).unwrap_or_default()
}

fn one_line(view: &View, day: Option<Date>, words: Vec<String>) -> String {
    let mut line: Vec<String> = day.map(|day| view.day(day)).into_iter().collect();
    line.extend(words.into_iter().filter(|words| !words.is_empty()));
    line.join(" ")
}

/// Returns the indices of all facts of a kind, the latest first; those without a day that can be read stand above them, for they
/// are what a person is about to enter.
#[must_use]
pub fn latest_first(view: &View, kind: FactKind) -> Vec<usize> {
    let first_day = Part::Fact(kind, 0).fields().iter().find(|field| matches!(field.entry, Entry::Day));
    let day = |index: usize| {
        let value = view.opened.sheet.value(Part::Fact(kind, index), first_day?.name)?;
        if let Value::String(text) = value { parse_day(text) } else { None }
    };
    let days: Vec<Option<Date>> = (0..view.opened.sheet.count(kind)).map(day).collect();
    let mut indices: Vec<usize> = (0..days.len()).collect();
    // Of one day they stand as they were given.
    let last = |index: usize| days[index].unwrap_or(Date::MAX);
    sort_numbers(&mut indices, &|one, other| last(other).cmp(&last(one)));
    indices
}

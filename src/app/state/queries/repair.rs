//! How a repair stands, in a sentence.

use crate::app::text;
use crate::assess::Repair;
use crate::facts::Date;
use crate::pack::{FactKind, RepairStatus};

use super::View;

/// The status on a day with the days that go with it, and what is still missing.
#[must_use]
pub fn repair_sentence(view: &View, repair: &Repair, on: Date) -> String {
    sentence(view, repair, on, &|words, _| words)
}

/// The same on the as-of date, each day with how many there are to it.
#[must_use]
pub fn repair_sentence_with_days(view: &View, repair: &Repair) -> String {
    let today = view.answer.as_of;
    sentence(view, repair, today, &|words, day| {
        text::WITH_DAYS_LEFT.fill(view.locale, &[&words, &(day - today).num_days().to_string()])
    })
}

/// The sentence; `dated` completes the part of it that names a day.
fn sentence(view: &View, repair: &Repair, on: Date, dated: &dyn Fn(String, Date) -> String) -> String {
    let locale = view.locale;
    let status = view.word(repair.status);
    let unmet: Vec<&str> = repair
        .conditions
        .iter()
        .flatten()
        .filter(|condition| !condition.met)
        .filter_map(|condition| Some(view.say(&view.rules.pack.condition(&condition.id)?.title)))
        .collect();
    let mut parts = match unmet.as_slice() {
        [] => vec![status.to_owned()],
        unmet => vec![text::NAMELY.fill(locale, &[status, &unmet.join(text::AND_THEN.get(locale))])],
    };
    let waits = matches!(repair.status, RepairStatus::NotYet | RepairStatus::ConditionsUnmet);
    if let Some(day) = repair.earliest_on.filter(|day| waits && *day > on) {
        parts.push(dated(text::REPAIR_FROM.fill(locale, &[&view.day(day)]), day));
    }
    if let Some(day) = repair.stops_on.filter(|day| *day > on) {
        let phrase = if repair.target.kind == FactKind::Penalty { text::REPAIR_STOPS } else { text::LISTING_STOPS };
        parts.push(dated(phrase.fill(locale, &[&view.day(day)]), day));
    }
    parts.join(text::CLAUSE.get(locale))
}

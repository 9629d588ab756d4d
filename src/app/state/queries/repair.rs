//! How a repair stands, in one sentence: who may do what, and when.

use crate::assess::Repair;
use crate::pack::{FactKind, RepairStatus};

use super::View;
use crate::app::text;

/// The status with the days that go with it, and what is still missing.
#[must_use]
pub fn repair_sentence(view: &View, repair: &Repair) -> String {
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
    let waits = repair.status == RepairStatus::NotYet
        || (repair.status == RepairStatus::ConditionsUnmet
            && repair.earliest_on.is_some_and(|day| day > view.answer.as_of));
    if let (true, Some(day)) = (waits, repair.earliest_on) {
        parts.push(text::REPAIR_FROM.fill(locale, &[&view.day(day)]));
    }
    if let Some(day) = repair.stops_on.filter(|day| *day > view.answer.as_of) {
        let phrase = if repair.target.kind == FactKind::Penalty { text::REPAIR_STOPS } else { text::LISTING_STOPS };
        parts.push(phrase.fill(locale, &[&view.day(day)]));
    }
    parts.join(text::CLAUSE.get(locale))
}

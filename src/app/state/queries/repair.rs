//! How a repair stands: who may do what, and when.

use crate::app::text;
use crate::assess::Repair;
use crate::calendar::subtract_days;
use crate::facts::{Date, Term};
use crate::pack::{Channel, FactKind, RepairStatus, RepairTest};

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

/// Whether nothing is left to be done or waited for.
#[must_use]
pub fn is_settled(repair: &Repair) -> bool {
    use RepairStatus::{Annulled, Ended, NotPublished, Repaired};
    matches!(repair.status, Annulled | Repaired | Ended | NotPublished)
}

/// The first day on which it can be applied for as far as the enterprise can bring that about: today when only the
/// conditions that it can meet are missing. None where it cannot be applied for, or where a later fact that stays
/// bars it.
#[must_use]
pub fn soonest(view: &View, repair: &Repair) -> Option<Date> {
    let stays =
        |test: &RepairTest| matches!(test, RepairTest::None(facts) if facts.iter().any(|fact| fact.after_target));
    let mut unmet = repair.conditions.iter().flatten().filter(|condition| !condition.met);
    let barred =
        unmet.any(|condition| view.rules.pack.condition(&condition.id).is_some_and(|condition| stays(&condition.test)));
    let open = matches!(repair.status, RepairStatus::Eligible | RepairStatus::NotYet | RepairStatus::ConditionsUnmet);
    let today = view.answer.as_of;
    (open && !barred).then(|| repair.earliest_on.map_or(today, |earliest| earliest.max(today)))
}

/// The next day that changes how it stands: the first for an application, or else the one on which it ends by itself.
#[must_use]
pub fn next_day(view: &View, repair: &Repair) -> Option<Date> {
    let next = match soonest(view, repair) {
        Some(day) => Some(day),
        None => repair.stops_on,
    };
    next.filter(|day| *day > view.answer.as_of)
}

/// The last day of the former measure on a system: the day before the as-of date's edition of the rules, where its
/// table of tracks was another one then.
#[must_use]
pub fn former_day(view: &View, channel: Channel) -> Option<Date> {
    let pack = &view.rules.pack;
    let edition = pack.edition(view.answer.as_of);
    let before = subtract_days(edition.from, 1);
    let tracks = pack.channels[channel.place()].tracks;
    let changed = pack.value(pack.edition(before), tracks) != pack.value(edition, tracks);
    (changed && edition.from <= view.answer.as_of).then_some(before)
}

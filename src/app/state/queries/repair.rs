//! How a repair stands, in a sentence.

use crate::app::text;
use crate::assess::{Repair, Target};
use crate::facts::{Date, Term};
use crate::pack::{Channel, FactKind, RepairStatus, RepairTest, not_early_text};

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
    let mut parts = vec![repair_state(view, repair)];
    let waits = matches!(repair.status, RepairStatus::NotYet | RepairStatus::ConditionsUnmet);
    if let Some(day) = earliest_day(view, repair).filter(|day| waits && *day > on) {
        parts.push(dated(text::REPAIR_FROM.fill(locale, &[&view.day(day)]), day));
    }
    if let Some(day) = repair.stops_on.filter(|day| *day > on) {
        let phrase = if repair.target.kind == FactKind::Penalty { text::REPAIR_STOPS } else { text::LISTING_STOPS };
        parts.push(dated(phrase.fill(locale, &[&view.day(day)]), day));
    }
    parts.join(text::CLAUSE.get(locale))
}

/// The status in a word; where nothing can be done any more, that.
#[must_use]
pub fn repair_status<'v>(view: &'v View, repair: &Repair) -> &'v str {
    if repair.only_ends_by_itself(&view.rules.pack) { not_early_text(view.locale) } else { view.word(repair.status) }
}

/// The status and what is still missing; where nothing can be done any more, that, and why.
#[must_use]
pub fn repair_state(view: &View, repair: &Repair) -> String {
    let pack = &view.rules.pack;
    let only_ends = repair.only_ends_by_itself(pack);
    let status = repair_status(view, repair);
    let unmet = repair.conditions.iter().flatten().filter(|condition| !condition.met);
    let unmet = unmet.filter_map(|condition| pack.condition(&condition.id));
    // What could still be met is of no use beside what cannot.
    let unmet = unmet.filter(|condition| !only_ends || condition.stays_unmet());
    let unmet: Vec<&str> = unmet.map(|condition| view.say(condition.title_when(false))).collect();
    match unmet.as_slice() {
        [] => status.to_owned(),
        unmet => text::NAMELY.fill(view.locale, &[status, &unmet.join(text::AND_THEN.get(view.locale))]),
    }
}

/// What a system is called in full, as papers have it.
#[must_use]
pub fn channel_in_full(view: &View, channel: Channel) -> &str {
    let title = view.rules.pack.channels.get(channel.index()).and_then(|rules| rules.title.as_ref());
    title.map_or_else(|| view.word(channel), |title| view.say(title))
}

/// The first day on which it can be applied for; none where it cannot be applied for before it ends.
#[must_use]
pub fn earliest_day(view: &View, repair: &Repair) -> Option<Date> {
    repair.earliest_on.filter(|_| !repair.only_ends_by_itself(&view.rules.pack))
}

/// Returns the days that the repair of a fact lacks, by the names of their fields; none where it cannot be applied for anyway.
#[must_use]
pub fn lacking_days(view: &View, fact: Target) -> Vec<&'static str> {
    let pack = &view.rules.pack;
    let repair = view.answer.repair.iter().find(|repair| repair.target == fact);
    let repair = repair.filter(|repair| view.withheld.is_none() && !repair.only_ends_by_itself(pack));
    let conditions = repair.and_then(|repair| repair.conditions.as_deref()).unwrap_or_default();
    let unmet = conditions.iter().filter(|condition| !condition.met);
    let days = unmet.filter_map(|condition| match pack.condition(&condition.id)?.test {
        RepairTest::Known(day) => Some(day.code()),
        RepairTest::TermOver(_) | RepairTest::None(_) => None,
    });
    days.collect()
}

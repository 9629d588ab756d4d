//! Penalties that the measure on repair calls serious, and that the class weighs as less: wherever one of the two is told,
//! the other must not seem to contradict it.

use super::View;
use super::track::bits_of;
use crate::app::text;
use crate::assess::{Evidence, Repair};
use crate::facts::{Date, Set};
use crate::pack::{Class, ClassRule, Edition, FactKind, Field, Severity, Track};

/// The tracks of the penalties that a class rule counts, where it asks for them.
fn tracks_of(view: &View, rule: &ClassRule, edition: &Edition) -> Option<Set<Track>> {
    let mut filters = rule.when.selections().flat_map(|selection| &selection.filters);
    let filter = filters.find(|filter| filter.field == Field::Track)?;
    Some(Set::from_bits(bits_of(view, edition, &filter.operand)))
}

/// The class that a serious penalty gives on a day by its track, where penalties of other tracks give a worse one.
fn weighs(view: &View, repair: &Repair, on: Date) -> Option<(Track, Class)> {
    let track = repair.track.filter(|_| repair.severity == Some(Severity::Serious))?;
    let edition = view.rules.pack.edition(on);
    let rules = &view.rules.pack.rules;
    let by_track = rules.iter().filter_map(|rule| Some((rule.class, tracks_of(view, rule, edition)?)));
    let by_track: Vec<(Class, Set<Track>)> = by_track.collect();
    let worst = by_track.iter().map(|(class, _)| *class).max()?;
    let own = by_track.iter().filter(|(_, tracks)| tracks.contains(track)).map(|(class, _)| *class).max()?;
    (own < worst).then_some((track, own))
}

/// The severity of a penalty in words; with the exception, where the class weighs it as less.
#[must_use]
pub fn severity_words(view: &View, repair: &Repair, on: Date) -> Option<String> {
    let severity = view.word(repair.severity?);
    Some(match weighs(view, repair, on) {
        Some((track, class)) => {
            text::WEIGHED_AS.fill(view.locale, &[severity, view.word(track), view.class_word(class)])
        }
        None => severity.to_owned(),
    })
}

/// What is to be known beside a class rule that counts penalties by their tracks: which serious ones it counts though it
/// gives no worse class, or leaves to such a rule.
#[must_use]
pub fn exception_words(view: &View, rule: &str) -> Option<String> {
    let as_of = view.answer.as_of;
    let edition = view.rules.pack.edition(as_of);
    let by_track = |id: &str| view.rules.pack.rule(id).filter(|rule| tracks_of(view, rule, edition).is_some());
    let own = by_track(rule)?;
    let (mut count, mut found) = (0_usize, None);
    for reason in &view.answer.reasons {
        let Some(other) = by_track(&reason.rule).filter(|other| other.id == own.id || other.class < own.class) else {
            continue;
        };
        let counts = |repair: &Repair| {
            let index = |fact: &Evidence| fact.index;
            let found = reason.evidence.binary_search_by_key(&Some(repair.target.index), index);
            repair.target.kind == FactKind::Penalty && found.is_ok()
        };
        let serious = view.answer.repair.iter().filter(|repair| counts(repair));
        for weighed in serious.filter_map(|repair| weighs(view, repair, as_of)) {
            count += 1;
            found = Some((weighed, other.id == own.id));
        }
    }
    let ((track, class), is_own) = found?;
    let phrase = if is_own { text::WEIGHED_HERE } else { text::WEIGHED_ELSEWHERE };
    Some(phrase.fill(view.locale, &[&count.to_string(), view.word(track), view.class_word(class)]))
}

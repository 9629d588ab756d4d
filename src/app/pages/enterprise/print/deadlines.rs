//! By when the office must act on what can be applied for, in days of the calendar: from the day on which one supposes
//! to apply or, where none was chosen, from the as-of date.

use super::super::repair_entry::deadline_steps;
use super::reasons::numbered;
use crate::app::element::{El, el};
use crate::app::state::queries::View;
use crate::app::text;
use crate::app::widgets::warning;
use crate::assess::{Deadlines, Repair};
use crate::facts::Date;
use crate::pack::{DeadlineStart, FactKind, WarningCode};

/// The deadlines of what can be applied for on the day, what has the same ones told together; with a word on years whose
/// holidays are not known. Of a day that was chosen, also what cannot be applied for then.
pub(super) fn deadlines(view: &View, apply_on: Option<Date>, repairs: &[&Repair]) -> Option<El> {
    let locale = view.locale;
    let day = apply_on.unwrap_or(view.answer.as_of);
    let answer = view.applied_on(day);
    // In the order of the answer, so that numbers rise.
    let mut groups: Vec<(FactKind, Option<Deadlines>, Vec<usize>)> = Vec::new();
    let mut counted = Vec::new();
    for (place, there) in answer.repair.iter().enumerate() {
        let target = there.target;
        if !repairs.iter().any(|repair| repair.target == target) {
            continue;
        }
        if there.deadlines.is_some() {
            counted.push(["repair[", &place.to_string(), "]"].concat());
        }
        match groups.iter_mut().find(|(kind, same, _)| (*kind, *same) == (target.kind, there.deadlines)) {
            Some((_, _, places)) => places.push(target.index),
            None => groups.push((target.kind, there.deadlines, vec![target.index])),
        }
    }
    // On the as-of date itself the table says how it stands.
    groups.retain(|(_, deadlines, _)| deadlines.is_some() || day != view.answer.as_of);
    if groups.is_empty() {
        return None;
    }
    let lines = groups.iter().map(|(kind, deadlines, places)| {
        let facts = numbered(view, *kind, places);
        let words = match deadlines {
            Some(deadlines) => due(view, &facts, deadlines, day),
            None => text::NOT_ON_THAT_DAY.fill(locale, &[&view.day(day), &facts]),
        };
        el("li").text(&words)
    });
    let missing = answer.warnings.iter().filter(|about| about.code == WarningCode::CalendarMissing);
    let missing = missing.filter(|about| about.affects.iter().flatten().any(|path| counted.contains(path)));
    let list = el("ul").each(lines);
    Some(el("div").with(list).each(missing.map(|about| warning(view, about))))
}

/// By when what must be done, for facts that are told by their numbers.
fn due(view: &View, facts: &str, deadlines: &Deadlines, on: Date) -> String {
    let locale = view.locale;
    let steps = deadline_steps(view, deadlines);
    let phrase = match deadlines.from {
        DeadlineStart::Application => text::DEADLINES_APPLIED,
        DeadlineStart::Verification => text::DEADLINES_VERIFIED,
    };
    phrase.fill(locale, &[facts, &view.day(on), &steps.join(text::CLAUSE.get(locale))])
}

//! By when the office must act on what can be applied for, in days of the calendar: from the day on which one supposes
//! to apply or, where none was chosen, from the as-of date.

use std::collections::HashMap;

use yew::prelude::*;

use super::super::repair_entry::deadline_steps;
use super::note;
use crate::app::state::queries::View;
use crate::app::text;
use crate::assess::{Deadlines, Target, Warning};
use crate::facts::Date;
use crate::pack::{DeadlineStart, FactKind, WarningCode};

/// The deadlines of these repairs of the answer, as far as they can be applied for on the day, what has the same ones told
/// together; with a word on years whose holidays are not known. Of a day that was chosen, also what cannot be applied for
/// then. `names` tells those of a kind by their places among these repairs.
pub(super) fn deadlines(
    view: &View,
    apply_on: Option<Date>,
    repairs: &[usize],
    names: &dyn Fn(FactKind, &[usize]) -> String,
) -> Option<Html> {
    let locale = view.locale;
    let day = apply_on.unwrap_or(view.answer.as_of);
    let answer = view.applied_on(day);
    let fact = |target: Target| (target.kind, target.index);
    let asked = repairs.iter().filter_map(|index| view.answer.repair.get(*index)).map(|repair| fact(repair.target));
    let asked: HashMap<(FactKind, usize), usize> = asked.zip(0..).collect();
    let mut groups: Vec<(FactKind, Option<Deadlines>, Vec<usize>)> = Vec::new();
    let mut counted: Vec<usize> = Vec::new();
    for (index, there) in answer.repair.iter().enumerate() {
        let target = there.target;
        let Some(&place) = asked.get(&fact(target)) else { continue };
        if there.deadlines.is_some() {
            counted.push(index);
        }
        match groups.iter_mut().find(|(kind, same, _)| (*kind, *same) == (target.kind, there.deadlines)) {
            Some((_, _, places)) => places.push(place),
            None => groups.push((target.kind, there.deadlines, vec![place])),
        }
    }
    // On the as-of date itself the table says how it stands.
    groups.retain(|(_, deadlines, _)| deadlines.is_some() || day != view.answer.as_of);
    if groups.is_empty() {
        return None;
    }
    let lines = groups.iter().map(|(kind, deadlines, places)| {
        let facts = names(*kind, places);
        let words = match deadlines {
            Some(deadlines) => due(view, &facts, deadlines, day),
            None => text::NOT_ON_THAT_DAY.fill(locale, &[&view.day(day), &facts]),
        };
        html! { <li>{ words }</li> }
    });
    let missing = answer.warnings.iter().filter(|about| moves(about, &counted));
    Some(html! {
        <div>
            <ul>{ for lines }</ul>
            { for missing.map(|about| note(view, about)) }
        </div>
    })
}

/// Whether a warning says that the days of one of these repairs, by their rising indices, were counted without holidays.
fn moves(about: &Warning, repairs: &[usize]) -> bool {
    let index = |path: &String| path.strip_prefix("repair[")?.strip_suffix(']')?.parse::<usize>().ok();
    about.code == WarningCode::CalendarMissing
        && about.affects.iter().flatten().filter_map(index).any(|index| repairs.binary_search(&index).is_ok())
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

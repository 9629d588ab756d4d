//! Which facts are marked: those on which the reason rests that a person reads.

use super::super::AnswerState;
use super::View;
use crate::assess::Target;

/// What the ids of the folds of reasons begin with, before the rule.
pub const WHY: &str = "why-";

/// The facts of the reason that was opened last and is still open.
#[must_use]
pub fn marked(view: &View, reading: &AnswerState) -> Vec<Target> {
    let rule = reading.opened_last(WHY);
    let reason = view.answer.reasons.iter().filter(|reason| Some(reason.rule.as_str()) == rule);
    let facts = reason.flat_map(|reason| &reason.evidence);
    facts.filter_map(|fact| Some(Target { kind: fact.kind, index: fact.index? })).collect()
}

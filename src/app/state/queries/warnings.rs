//! Which warnings belong where.

use crate::assess::{Target, Warning};
use crate::pack::WarningCode;

use super::View;
use crate::entry::list_name;

/// The warnings about a fact or one of its dates.
pub fn of_fact(view: &View, fact: Target) -> impl Iterator<Item = &Warning> {
    of_item(view, format!("enterprise.{}[{}]", list_name(fact.kind), fact.index))
}

/// The warnings about something at a path of the record, or below it.
pub fn of_item(view: &View, item: String) -> impl Iterator<Item = &Warning> {
    view.answer.warnings.iter().filter(move |warning| {
        let below = warning.path.as_deref().and_then(|path| path.strip_prefix(item.as_str()));
        below.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    })
}

/// The documents not in force on which the class or the way of inspecting rests: what has to stand beside the class.
pub fn of_whole(view: &View) -> impl Iterator<Item = &Warning> {
    let weighs = |path: &String| path.starts_with("reasons") || path == "inspection.approach";
    view.answer.warnings.iter().filter(move |warning| {
        warning.code == WarningCode::SourceNotInForce && warning.affects.iter().flatten().any(weighs)
    })
}

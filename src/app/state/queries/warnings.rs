//! Which warnings belong where.

use crate::assess::{Target, Warning};
use crate::pack::{FactKind, WarningCode};

use super::View;
use crate::entry::list_name;

/// The warnings about a fact or one of its dates.
pub fn of_fact(view: &View, fact: Target) -> impl Iterator<Item = &Warning> {
    of_item(view, format!("enterprise.{}[{}]", list_name(fact.kind), fact.index))
}

/// Returns the warnings about the facts of a kind or their dates, for each fact that is judged by its index, as far as there
/// are any: who asks for all of 20,000 facts looks at every warning once.
#[must_use]
pub fn of_facts(view: &View, kind: FactKind) -> Vec<Vec<&Warning>> {
    let list = ["enterprise.", list_name(kind), "["].concat();
    let mut found: Vec<Vec<&Warning>> = Vec::new();
    for warning in &view.answer.warnings {
        let item = warning.path.as_deref().and_then(|path| path.strip_prefix(list.as_str())?.split_once(']'));
        let item = item.filter(|(_, rest)| rest.is_empty() || rest.starts_with('.'));
        if let Some(index) = item.and_then(|(index, _)| index.parse::<usize>().ok()) {
            if found.len() <= index {
                found.resize_with(index + 1, Vec::new);
            }
            found[index].push(warning);
        }
    }
    found
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

//! The numbers of facts on paper.

use crate::app::state::queries::{View, latest_first, list_title};
use crate::app::text;
use crate::assess::Target;
use crate::facts::{Term, sort_numbers};
use crate::pack::FactKind;

/// The order and the numbers that facts have in the tables of the report: in each list the latest stands first, as on the
/// screen, and is number 1. What is left out has no number.
pub(super) struct FactNumbers(Vec<List>);

/// A list of facts.
struct List {
    kind: FactKind,
    /// The indices in the sheet, in the order of the table.
    order: Vec<usize>,
    /// For each fact that is judged, by its index, its number.
    numbers: Vec<usize>,
}

impl FactNumbers {
    /// Numbers the facts of a record.
    pub fn of(view: &View) -> Self {
        let list = |kind: &FactKind| {
            let order = latest_first(view, *kind);
            let judged = view.opened.judged_indices(*kind);
            let mut numbers = vec![0; judged.len()];
            for (place, index) in order.iter().filter_map(|index| judged[*index]).enumerate() {
                numbers[index] = place + 1;
            }
            List { kind: *kind, order, numbers }
        };
        Self(FactKind::ALL.iter().map(list).collect())
    }

    fn list(&self, kind: FactKind) -> Option<&List> {
        self.0.iter().find(|list| list.kind == kind)
    }

    /// Returns the indices in the sheet of all facts of a kind, in the order of the table.
    pub fn order(&self, kind: FactKind) -> &[usize] {
        self.list(kind).map_or(&[], |list| &list.order)
    }

    /// Returns the number of a fact that is judged, from 1 on.
    pub fn number(&self, fact: Target) -> usize {
        self.list(fact.kind).and_then(|list| list.numbers.get(fact.index)).copied().unwrap_or_default()
    }

    /// Returns facts of a kind that are judged, given by their indices, by their numbers: 行政处罚第 1–11、13 项.
    pub fn words(&self, view: &View, kind: FactKind, indices: impl Iterator<Item = usize>) -> String {
        let numbers = runs(indices.map(|index| self.number(Target { kind, index })).collect());
        let numbers = numbers.join(view.rules.pack.list_separator.get(view.locale));
        text::FACTS_NUMBERED.fill(view.locale, &[list_title(kind, view.locale), &numbers])
    }
}

/// Numbers in rising order, neighbours taken together.
pub(super) fn runs(mut numbers: Vec<usize>) -> Vec<String> {
    sort_numbers(&mut numbers, &|one, other| one.cmp(&other));
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => runs.push((number, number)),
        }
    }
    let words = |(first, last): (usize, usize)| match first == last {
        true => first.to_string(),
        false => [first.to_string(), last.to_string()].join("–"),
    };
    runs.into_iter().map(words).collect()
}

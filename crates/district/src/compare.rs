//! The same enterprises as of two days, or by two sets of rules: who is of another class, which way, and why.

use super::table::{MainReason, Table};
use std::cmp::Ordering;

use facts::Term;
use pack::{Class, FactKind, Pack};

/// What differs between two tables of the same enterprises.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// How many go from which class to which: first the place of the class before, then of that after.
    pub classes: Vec<Vec<usize>>,
    /// How many were asked for and are passed over.
    pub left_out: usize,
    /// Those whose class is another, in the order in which they were asked for.
    pub moves: Vec<ClassMove>,
    /// How many of those moves each rule that begins or ceases to hold goes with, by its id, the most frequent first.
    pub begun: Vec<(String, usize)>,
    pub ceased: Vec<(String, usize)>,
}

/// One enterprise before and after, mostly one of another class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassMove {
    /// Its index in the district.
    pub index: usize,
    pub from: Class,
    pub to: Class,
    /// How the class after lies to that before: `Greater` is worse.
    pub way: Ordering,
    /// What holds after and did not before, by the indices of the rules in the pack of the table after.
    pub begun: Vec<MainReason>,
    /// What held before and does not after, by the indices of the rules in the pack of the table before.
    pub ceased: Vec<MainReason>,
}

impl ClassMove {
    /// Whether it is for the worse.
    #[must_use]
    pub fn is_worse(&self) -> bool {
        self.way == Ordering::Greater
    }
}

/// Compares two tables of the same enterprises at these indices, each with the pack by which it was worked out; an index
/// that one of them does not have, or where one of them assesses nothing, is passed over. Moves stand in the order of the indices. Rules are the same where
/// their ids are. A class that changes while no rule begins or ceases to hold has another class for a rule, or another
/// meaning of the risk grade.
#[must_use]
pub fn compare(
    before: (&Table, &Pack),
    after: (&Table, &Pack),
    indices: impl IntoIterator<Item = usize>,
) -> Comparison {
    let (old, new) = (Side::of(before, after.1), Side::of(after, before.1));
    let of_none = vec![0; new.table.classes.len()];
    let mut comparison = Comparison { classes: vec![of_none; old.table.classes.len()], ..Comparison::default() };
    let (mut begun, mut ceased) = (vec![0; new.ids.len()], vec![0; old.ids.len()]);
    let both = old.table.len().min(new.table.len());
    let assessed = |index: usize| !old.table.withheld[index] && !new.table.withheld[index];
    for index in indices {
        if index >= both || !assessed(index) {
            comparison.left_out += 1;
            continue;
        }
        let (from, to) = (usize::from(old.table.class[index]), usize::from(new.table.class[index]));
        comparison.classes[from][to] += 1;
        if old.way(from, &new, to).is_eq() {
            continue;
        }
        let step = old.step(&new, index);
        count(&mut begun, &step.begun);
        count(&mut ceased, &step.ceased);
        comparison.moves.push(step);
    }
    comparison.begun = new.named(begun);
    comparison.ceased = old.named(ceased);
    comparison
}

/// What differs at each of these places, be the class another or not; as for [`compare`].
#[must_use]
pub fn differing(
    before: (&Table, &Pack),
    after: (&Table, &Pack),
    indices: impl IntoIterator<Item = usize>,
) -> Vec<ClassMove> {
    let (old, new) = (Side::of(before, after.1), Side::of(after, before.1));
    let both = old.table.len().min(new.table.len());
    indices.into_iter().filter(|index| *index < both).map(|index| old.step(&new, index)).collect()
}

/// One of the two tables.
struct Side<'t> {
    table: &'t Table,
    /// The ids of the rules of its pack, and last that of the risk grade.
    ids: Vec<&'t str>,
    /// Which rule of the other pack each is, if any.
    other: Vec<Option<usize>>,
}

impl<'t> Side<'t> {
    fn of((table, pack): (&'t Table, &'t Pack), other: &Pack) -> Self {
        let same = |id: &str| other.rules.iter().position(|rule| rule.id == id);
        Self {
            table,
            ids: pack.rules.iter().map(|rule| rule.id.as_str()).chain([FactKind::RiskGrade.code()]).collect(),
            other: pack.rules.iter().map(|rule| same(&rule.id)).collect(),
        }
    }

    /// How a class after lies to one before, both by their indices: `Greater` is worse. Packs that list other classes are compared by the ids that they
    /// share or, where there is none, by how far from the best of all they lie.
    fn way(&self, from: usize, after: &Self, to: usize) -> Ordering {
        let (old, new) = (&self.table.classes, &after.table.classes);
        if old == new {
            return to.cmp(&from);
        }
        let of_from = new.iter().position(|class| old.get(from).is_some_and(|from| from.id() == class.id()));
        match of_from {
            Some(from) => to.cmp(&from),
            None if to * (old.len() - 1) > from * (new.len() - 1) => Ordering::Greater,
            None => Ordering::Less,
        }
    }

    /// From this side to the one after it.
    fn step(&self, after: &Self, index: usize) -> ClassMove {
        let (from, to) = (usize::from(self.table.class[index]), usize::from(after.table.class[index]));
        ClassMove {
            index,
            from: self.table.classes[from],
            to: after.table.classes[to],
            way: self.way(from, after, to),
            begun: after.without(self, index),
            ceased: self.without(after, index),
        }
    }

    /// What holds of an enterprise here and not on the other side.
    fn without(&self, other: &Self, index: usize) -> Vec<MainReason> {
        let there = other.table.rules[index];
        let is_new = |rule: &usize| !self.other.get(*rule).copied().flatten().is_some_and(|same| there.contains(same));
        let rules = self.table.rules[index].iter().filter(is_new).map(MainReason::Rule);
        let raised = self.table.is_raised(index) && !other.table.is_raised(index);
        rules.chain(raised.then_some(MainReason::RiskGrade)).collect()
    }

    fn named(&self, counts: Vec<usize>) -> Vec<(String, usize)> {
        let ids = self.ids.iter().map(|id| (*id).to_owned());
        let mut named: Vec<(String, usize)> = ids.zip(counts).filter(|(_, count)| *count > 0).collect();
        named.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        named
    }
}

fn count(counts: &mut [usize], reasons: &[MainReason]) {
    let last = counts.len() - 1;
    for reason in reasons {
        match reason {
            MainReason::Rule(rule) => counts[*rule] += 1,
            MainReason::RiskGrade => counts[last] += 1,
            MainReason::Nothing => {}
        }
    }
}

//! What a table of many enterprises shows of each: the whole assessment without words, evidence and sources.
//!
//! Nothing is judged here a second time. Class, inspection and repair are found by the same functions on which the
//! whole assessment puts its words.

use facts::{Date, Set};
use pack::{RepairCondition, RepairStatus};

use super::case::Case;
use super::class::{RuleSet, Verdict};
use super::inspection::InspectionOutline;

/// An assessment without a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outline {
    /// The class, and the rules that give it.
    pub verdict: Verdict,
    /// The ways to become a key case that are open, by their indices among the pack's key-case rules.
    pub key_case: RuleSet,
    /// How and how often to inspect.
    pub inspection: InspectionOutline,
    /// Penalties decided by the day.
    pub penalties: usize,
    /// How all repairs stand together.
    pub repair: RepairOutline,
}

/// How all repairs of one enterprise stand together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RepairOutline {
    /// Every status that one of its repairs has.
    pub statuses: Set<RepairStatus>,
    /// Of those whose conditions are met but whose time has not come: the first day on which one can be applied for.
    pub next_on: Option<Date>,
    /// The conditions of the pack that some repair lacks.
    pub unmet: RuleSet,
    /// Whether some repair lacks conditions, and each of them can still be met.
    pub curable: bool,
}

impl Case<'_> {
    pub(super) fn outline(&self) -> Outline {
        let verdict = self.verdict(self.known);
        let key_case = self.pack.key_case.rules.iter().enumerate();
        let key_case = key_case.filter(|(_, rule)| self.key_case_holds(&rule.when, verdict));
        let mut repair = RepairOutline::default();
        self.repair_standings(&mut |standing| {
            repair.statuses.insert(standing.status);
            repair.unmet.extend(standing.unmet);
            match standing.status {
                RepairStatus::NotYet => {
                    repair.next_on = [repair.next_on, standing.earliest_on].into_iter().flatten().min();
                }
                RepairStatus::ConditionsUnmet => {
                    let stays = |index| self.pack.conditions.get(index).is_some_and(RepairCondition::stays_unmet);
                    repair.curable |= !standing.unmet.iter().any(stays);
                }
                _ => {}
            }
        });
        Outline {
            verdict,
            key_case: key_case.map(|(index, _)| index).collect(),
            inspection: self.inspection_outline(verdict.class),
            penalties: self.views.iter().filter(|view| view.exists).count(),
            repair,
        }
    }
}

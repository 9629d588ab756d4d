//! Which enterprises are asked for.

use super::besides::Mark;
use super::bits::Bits;
use super::table::{MainReason, NO_DAY, Table};
use facts::calendar::add_days;
use facts::{EnterpriseStatus, Sector, Set};
use pack::{ClassSet, RepairStatus};
use serde::{Deserialize, Serialize};

/// What enterprises have to be like. Nothing is asked by default; of several things all have to be so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that name or code must contain, each of them. Capital and small, full-width and plain letters are the same.
    pub words: String,
    /// One of these credit codes; any when empty.
    pub codes: Vec<String>,
    /// One of these classes; any when empty, as with every set here.
    pub classes: ClassSet,
    /// Whether it must be one that is not assessed; then `classes` says nothing.
    pub withheld: bool,
    /// One of these regions, by their indices among those of the table.
    pub regions: Vec<usize>,
    /// At least one of these sectors.
    pub sectors: Set<Sector>,
    /// Whether it must be of no sector; then `sectors` says nothing.
    pub without_sector: bool,
    /// A rule that must hold, be it the main reason or not.
    pub reason: Option<MainReason>,
    pub key_case: Option<bool>,
    pub inspection: Option<InspectionState>,
    pub repair: Option<RepairState>,
    pub statuses: Set<EnterpriseStatus>,
    /// Something that is to be looked at besides facts.
    pub mark: Option<Mark>,
}

/// How an enterprise stands with its inspections.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum InspectionState {
    /// The next planned visit was due before the day, counted from one that was made.
    Overdue,
    /// No visit is on record: none on site by market regulation.
    Never,
    /// It is due on the day, or within so many days after it.
    DueWithin(u32),
    /// There need be none.
    NoneDue,
    /// A planned visit is due or overdue, but nothing is left of the year's cap.
    NothingLeft,
    /// An open lead calls for a look now.
    Triggered,
}

/// How an enterprise stands with repair; one with several entries may stand in several ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RepairState {
    /// Something can be repaired now.
    Now,
    /// All conditions of something are met, and its day comes within so many days.
    Within(u32),
    /// Something lacks the condition at this index of the pack.
    Lacks(usize),
    /// Something stands like this.
    Stands(RepairStatus),
    /// There is nothing that was ever to be repaired.
    Nothing,
}

impl Table {
    /// Leaves in a set the enterprises that fit all but words, classes and marks.
    pub(super) fn keep(&self, filter: &Filter, indices: &mut Bits) {
        let today = self.as_of.to_epoch_days();
        let within = |days: u32| add_days(self.as_of, days).to_epoch_days();
        // What is not assessed fits nothing that only an assessment can tell.
        let asks = filter.reason.is_some() || filter.key_case.is_some() || filter.repair.is_some();
        if asks || filter.inspection.is_some() {
            indices.keep(&self.withheld, |withheld| !withheld);
        }
        if !filter.statuses.is_empty() {
            indices.keep(&self.status, |status| filter.statuses.contains(status));
        }
        if !filter.regions.is_empty() {
            let asked: Vec<bool> = (0..self.regions().len()).map(|region| filter.regions.contains(&region)).collect();
            indices.keep(&self.region, |region| asked[region as usize]);
        }
        if filter.without_sector {
            indices.keep(&self.sectors, Set::is_empty);
        } else if !filter.sectors.is_empty() {
            indices.keep(&self.sectors, |sectors| sectors.intersects(filter.sectors));
        }
        match filter.reason {
            Some(MainReason::Rule(rule)) => indices.keep(&self.rules, |rules| rules.contains(rule)),
            Some(MainReason::RiskGrade) => indices.keep_indices(|index| self.is_raised(index)),
            Some(MainReason::Nothing) => indices.keep(&self.class, |class| class == 0),
            None => {}
        }
        if let Some(key_case) = filter.key_case {
            indices.keep(&self.key_case, |rules| rules.is_empty() != key_case);
        }
        match filter.inspection {
            Some(InspectionState::Overdue) => {
                indices.keep(&self.due, |due| due < today);
                indices.keep(&self.inspected, |inspected| inspected);
            }
            Some(InspectionState::Never) => indices.keep(&self.inspected, |inspected| !inspected),
            Some(InspectionState::DueWithin(days)) => {
                let last = within(days);
                indices.keep(&self.due, |due| today <= due && due <= last);
            }
            Some(InspectionState::NoneDue) => indices.keep(&self.due, |due| due == NO_DAY),
            Some(InspectionState::NothingLeft) => {
                indices.keep(&self.due, |due| due <= today);
                indices.keep(&self.remaining, |remaining| remaining == 0);
            }
            Some(InspectionState::Triggered) => indices.keep(&self.triggered, |triggered| triggered),
            None => {}
        }
        match filter.repair {
            Some(RepairState::Now) => indices.keep(&self.repairs, |all| all.contains(RepairStatus::Eligible)),
            Some(RepairState::Within(days)) => {
                let last = within(days);
                indices.keep(&self.repair_next, |day| day <= last);
            }
            Some(RepairState::Lacks(condition)) => indices.keep(&self.unmet, |unmet| unmet.contains(condition)),
            Some(RepairState::Stands(status)) => indices.keep(&self.repairs, |all| all.contains(status)),
            Some(RepairState::Nothing) => indices.keep(&self.repairs, Set::is_empty),
            None => {}
        }
    }

    /// Leaves in a set the enterprises of the classes that a filter asks for, or those that are of none.
    pub(super) fn keep_classes(&self, filter: &Filter, indices: &mut Bits) {
        if filter.withheld {
            indices.keep(&self.withheld, |withheld| withheld);
        } else if !filter.classes.is_empty() {
            indices.keep(&self.withheld, |withheld| !withheld);
            indices.keep(&self.class, |class| filter.classes.contains_index(class.into()));
        }
    }

    /// How many of a set are of each class, from the best to the worst, and how many are not assessed.
    pub(super) fn tally(&self, indices: &Bits) -> (Vec<usize>, usize) {
        let (mut tally, mut withheld) = (vec![0; self.classes.len()], 0);
        for index in indices.iter() {
            if self.withheld[index] {
                withheld += 1;
            } else {
                tally[usize::from(self.class[index])] += 1;
            }
        }
        (tally, withheld)
    }
}

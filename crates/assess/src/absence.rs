//! Facts of which there must be none for a repair: found once for all targets of an enterprise, which may have thousands.

use facts::Date;
use pack::{Absent, FactKind};

use super::case::Case;
use super::repair::Goal;

/// What was found for the conditions that were asked for so far, by their indices in the pack.
#[derive(Default)]
pub(super) struct Absences<'a>(Vec<(usize, Vec<Absence<'a>>)>);

impl<'a> Absences<'a> {
    /// Returns what there is of each that must be absent by the condition of this index.
    pub(super) fn of(&mut self, case: &Case<'a>, condition: usize, absents: &[Absent]) -> &[Absence<'a>] {
        let place = self.0.iter().position(|(known, _)| *known == condition).unwrap_or_else(|| {
            self.0.push((condition, absents.iter().map(|absent| Absence::of(case, absent)).collect()));
            self.0.len() - 1
        });
        &self.0[place].1
    }
}

/// What there is of something that must be absent.
pub(super) struct Absence<'a> {
    after_target: bool,
    same_category: bool,
    /// Of each category that facts have, in order, the latest of their own dates; of all facts where the category does not
    /// matter.
    latest: Vec<(Option<&'a str>, Option<Date>)>,
}

impl<'a> Absence<'a> {
    fn of(case: &Case<'a>, absent: &Absent) -> Self {
        let Absent { selection, after_target, same_category } = absent;
        let mut found = Vec::new();
        case.select(selection, &mut |index, days| {
            if days.contains(case.known) {
                found.push(index);
            }
        });
        let date = |index: usize| case.date_of(selection.fact, index);
        let latest = if *same_category {
            let of_group = |places: Vec<usize>| places.iter().map(|place| date(found[*place])).max().flatten();
            let groups = case.by_category(found.iter().copied());
            groups.into_iter().map(|(category, places)| (Some(category), of_group(places))).collect()
        } else {
            found.iter().map(|index| (None, date(*index))).max().into_iter().collect()
        };
        Self { after_target: *after_target, same_category: *same_category, latest }
    }

    /// Whether nothing that there is counts against a target.
    pub(super) fn holds(&self, goal: &Goal) -> bool {
        // What has no category has none in common.
        if self.same_category && goal.category.is_none() {
            return true;
        }
        let category = goal.category.filter(|_| self.same_category);
        let found = self.latest.binary_search_by(|(other, _)| (*other).cmp(&category)).ok();
        let counts = |(_, date): &(Option<&str>, Option<Date>)| !self.after_target || *date > Some(goal.date);
        !found.and_then(|index| self.latest.get(index)).is_some_and(counts)
    }
}

impl<'a> Case<'a> {
    /// The own date of a penalty or a listing.
    fn date_of(&self, fact: FactKind, index: usize) -> Option<Date> {
        let enterprise = self.enterprise;
        match fact {
            FactKind::Penalty => enterprise.penalties.get(index).map(|penalty| penalty.decided_on),
            FactKind::AbnormalListing => enterprise.abnormal_listings.get(index).map(|listing| listing.listed_on),
            FactKind::SeriousListing => enterprise.serious_listings.get(index).map(|listing| listing.listed_on),
            FactKind::CourtListing => enterprise.court_listings.get(index).map(|listing| listing.listed_on),
            FactKind::Lead => enterprise.leads.get(index).map(|lead| lead.received_on),
            FactKind::Inspection => enterprise.inspections.get(index).map(|inspection| inspection.on),
            FactKind::Commitment => enterprise.commitments.get(index)?.made_on,
            FactKind::RiskGrade => None,
        }
    }
}

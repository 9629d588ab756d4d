//! Facts of which there must be none for a repair.

use facts::Date;
use pack::Absent;

use super::case::Case;
use super::repair::Goal;

/// What there is of something that must be absent.
pub(super) struct Absence<'s> {
    pub(super) absent: &'s Absent,
    /// As [`Absences`](super::room::Absences) keep it.
    pub(super) latest: &'s [Option<Option<Date>>],
}

impl Absence<'_> {
    /// Finds what there is.
    pub(super) fn find(case: &Case, absent: &Absent, latest: &mut [Option<Option<Date>>]) {
        let Absent { selection, same_category, .. } = absent;
        case.select(selection, &mut |index, days| {
            if !days.contains(case.known) {
                return;
            }
            // What has no category has none in common with anything.
            let place = if *same_category { case.category(index) } else { latest.len().checked_sub(1) };
            if let Some(found) = place.and_then(|place| latest.get_mut(place)) {
                *found = (*found).max(Some(case.date_of(selection.fact, index)));
            }
        });
    }

    /// Whether nothing that there is counts against a target.
    pub(super) fn holds(&self, goal: &Goal) -> bool {
        let place = if self.absent.same_category { goal.category } else { self.latest.len().checked_sub(1) };
        let found = place.and_then(|place| self.latest.get(place)).copied().flatten();
        !found.is_some_and(|date| !self.absent.after_target || date > Some(goal.date))
    }
}

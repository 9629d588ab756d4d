//! What an enterprise can do about what is published of it, in a few lines at the head of the notice.

use super::notice::numbered;
use crate::app::state::queries::{View, earliest_day};
use crate::app::text::{self, Phrase};
use crate::assess::Repair;
use crate::facts::{Date, sort_numbers};
use crate::pack::RepairStatus;

/// What can be done about a repair.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Apply,
    Cure,
    CureAndWait,
    Wait,
    /// It cannot be applied for before it ends by itself.
    Nothing,
    /// It need not be applied for.
    NotApply,
}

impl Step {
    /// What can be done, and the day on which it can.
    fn of(view: &View, repair: &Repair) -> Option<(Self, Option<Date>)> {
        let lies_ahead = earliest_day(view, repair).filter(|day| *day > view.answer.as_of);
        Some(match (repair.status, lies_ahead) {
            _ if repair.only_ends_by_itself(&view.rules.pack) => (Self::Nothing, None),
            (RepairStatus::Eligible, _) => (Self::Apply, None),
            (RepairStatus::ConditionsUnmet, None) => (Self::Cure, None),
            (RepairStatus::ConditionsUnmet, day) => (Self::CureAndWait, day),
            (RepairStatus::NotYet, day) => (Self::Wait, day),
            (RepairStatus::Barred, _) => (Self::Nothing, None),
            (RepairStatus::StopsAutomatically, _) => (Self::NotApply, None),
            _ => return None,
        })
    }

    fn words(self) -> Phrase {
        match self {
            Self::Apply => text::DO_APPLY,
            Self::Cure => text::DO_CURE,
            Self::CureAndWait => text::DO_CURE_AND_WAIT,
            Self::Wait => text::DO_WAIT,
            Self::Nothing => text::DO_NOTHING,
            Self::NotApply => text::DO_NOT_APPLY,
        }
    }
}

/// Those about which the same can be done.
struct Same {
    step: Step,
    /// Their places in the notice.
    places: Vec<usize>,
    /// The first and the last of their days.
    days: Option<(Date, Date)>,
}

/// What can be done about these repairs, which are given by their indices in the answer and in the order of the notice: what
/// can be done now first, a line for all about which the same can be done.
pub(super) fn steps<'r>(view: &View, repairs: impl Iterator<Item = &'r usize>) -> Vec<String> {
    let mut found: Vec<Same> = Vec::new();
    for (place, index) in repairs.enumerate() {
        let Some((step, day)) = view.answer.repair.get(*index).and_then(|repair| Step::of(view, repair)) else {
            continue;
        };
        let same = match found.iter_mut().position(|same| same.step == step) {
            Some(known) => &mut found[known],
            None => {
                found.push(Same { step, places: Vec::new(), days: day.map(|day| (day, day)) });
                let last = found.len() - 1;
                &mut found[last]
            }
        };
        same.places.push(place);
        same.days = same.days.zip(day).map(|((first, last), day)| (first.min(day), last.max(day)));
    }
    let mut order: Vec<usize> = (0..found.len()).collect();
    sort_numbers(&mut order, &|one, other| found[one].step.cmp(&found[other].step));
    order.into_iter().map(|index| line(view, &found[index])).collect()
}

fn line(view: &View, Same { step, places, days }: &Same) -> String {
    let days = days.map(|(first, last)| {
        let day = view.day(first);
        if first == last { day } else { text::DAYS_IN_TABLE.fill(view.locale, &[&day]) }
    });
    step.words().fill(view.locale, &[&numbered(view, places), &days.unwrap_or_default()])
}

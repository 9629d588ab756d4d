//! Room for working, kept from one enterprise to the next: classifying allocates nothing once it has seen the largest record.

use std::cell::RefCell;

use chrono::Datelike;

use facts::{Date, Enterprise};
use pack::Absent;

use super::absence::Absence;
use super::case::Case;

/// What is worked out of one enterprise, in the room that the one before has left.
#[derive(Default)]
pub(super) struct Room {
    /// For each penalty the index of the first of its category; nothing where that is not known.
    pub(super) categories: Vec<Option<usize>>,
    /// The penalties that have a category, in the order of those.
    order: Vec<usize>,
    /// How many penalties of each category a condition counts, at the index of the first.
    counts: RefCell<Vec<usize>>,
    /// The years of the facts that a condition counts.
    years: RefCell<Vec<i32>>,
    pub(super) absences: RefCell<Absences>,
}

impl Room {
    /// Finds the penalties of the same category.
    pub(super) fn read_categories(&mut self, enterprise: &Enterprise) {
        let Self { categories, order, .. } = self;
        let penalties = &enterprise.penalties;
        let category = |index: usize| penalties[index].category.as_deref();
        order.clear();
        order.extend((0..penalties.len()).filter(|index| category(*index).is_some()));
        order.sort_unstable_by(|one, other| category(*one).cmp(&category(*other)).then(one.cmp(other)));
        categories.clear();
        categories.resize(penalties.len(), None);
        let mut first = None;
        for index in &*order {
            if first.is_none_or(|first| category(first) != category(*index)) {
                first = Some(*index);
            }
            categories[*index] = first;
        }
    }

    /// Returns the most that any category gets of the penalties that `count` tells.
    pub(super) fn most_of_a_category(&self, count: impl FnOnce(&mut dyn FnMut(usize))) -> usize {
        let mut counts = self.counts.borrow_mut();
        counts.clear();
        counts.resize(self.categories.len(), 0);
        let mut most = 0;
        count(&mut |index| {
            if let Some(category) = self.categories[index] {
                counts[category] += 1;
                most = most.max(counts[category]);
            }
        });
        most
    }
}

impl Room {
    /// Returns in how many calendar years the days lie that `tell` tells.
    pub(super) fn years(&self, tell: impl FnOnce(&mut dyn FnMut(Option<Date>))) -> usize {
        let mut years = self.years.borrow_mut();
        years.clear();
        // Of however many facts there are few years, and the library's sort weighs more than all else here.
        tell(&mut |day| {
            if let Some(year) = day.map(|day| day.year())
                && let Err(place) = years.binary_search(&year)
            {
                years.insert(place, year);
            }
        });
        years.len()
    }
}

/// What there is of what must be absent for repairs, of the conditions that were asked for so far.
#[derive(Default)]
pub(super) struct Absences {
    /// The conditions, by their indices in the pack, each with where in `latest` it begins.
    conditions: Vec<(usize, usize)>,
    /// Of each fact that must be absent the latest own dates of those that are there: one for each category of penalties, at
    /// the index of its first, and one for all where the category does not matter. `None` where there is none.
    latest: Vec<Option<Option<Date>>>,
}

impl Absences {
    pub(super) fn clear(&mut self) {
        self.conditions.clear();
        self.latest.clear();
    }

    /// Returns what there is of each that must be absent by the condition of this index. It is found once for all targets of
    /// an enterprise, which may have thousands.
    pub(super) fn of<'s>(
        &'s mut self,
        case: &Case,
        condition: usize,
        absents: &'s [Absent],
    ) -> impl Iterator<Item = Absence<'s>> {
        let size = case.room.categories.len() + 1;
        let known = self.conditions.iter().find(|(known, _)| *known == condition).map(|(_, start)| *start);
        let start = known.unwrap_or_else(|| {
            let start = self.latest.len();
            self.conditions.push((condition, start));
            self.latest.resize(start + absents.len() * size, None);
            for (absent, latest) in absents.iter().zip(self.latest[start..].chunks_mut(size)) {
                Absence::find(case, absent, latest);
            }
            start
        });
        absents.iter().zip(self.latest[start..].chunks(size)).map(|(absent, latest)| Absence { absent, latest })
    }
}

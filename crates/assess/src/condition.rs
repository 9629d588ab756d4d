//! Conditions: what they count, and on which days they hold.

use facts::Date;
use pack::{Condition, FactKind, Selection, Tally};

use super::assessment::Evidence;
use super::case::Case;
use super::days::Days;

impl Case<'_> {
    /// Whether a condition holds on a day.
    pub(super) fn holds(&self, condition: &Condition, day: Date) -> bool {
        match condition {
            Condition::Count { .. } | Condition::Latest { .. } => {
                let at_least = self.at_least(condition);
                // Of most enterprises there are not as many facts, of whatever category or year.
                let mut count = 0;
                match condition {
                    // Most conditions count by one selection, and are asked of a million enterprises.
                    Condition::Count { selection, or, .. } if or.is_empty() => {
                        self.select(selection, &mut |_, days| count += usize::from(days.contains(day)));
                    }
                    _ => self.counted(condition, &mut |_, _, days| count += usize::from(days.contains(day))),
                }
                count >= at_least && self.tally(condition, count, day) >= at_least
            }
            Condition::Enterprise(filters) => self.enterprise_days(filters, day).contains(day),
            Condition::Number { of, test } => self.is_so(*of, test, day),
            Condition::All(parts) => parts.iter().all(|part| self.holds(part, day)),
            Condition::Any(parts) => parts.iter().any(|part| self.holds(part, day)),
            Condition::Not(part) => !self.holds(part, day),
        }
    }

    /// How many a condition counts on a day of which as many facts are counted.
    fn tally(&self, condition: &Condition, facts: usize, day: Date) -> usize {
        let Condition::Count { tally, .. } = condition else { return facts };
        match tally {
            Tally::Facts => facts,
            Tally::OfOneCategory => self.room.most_of_a_category(|count| {
                self.counted(condition, &mut |_, index, days| {
                    if days.contains(day) {
                        count(index);
                    }
                });
            }),
            Tally::Years => self.room.years(|tell| {
                self.counted(condition, &mut |fact, index, days| {
                    if days.contains(day) {
                        tell(self.date_of(fact, index));
                    }
                });
            }),
        }
    }

    /// How many facts a condition takes: of one that is made up of others the first.
    pub(super) fn at_least(&self, condition: &Condition) -> usize {
        match condition {
            Condition::Count { at_least, .. } => self.whole(*at_least) as usize,
            Condition::Latest { .. } | Condition::Enterprise(_) | Condition::Number { .. } => 1,
            Condition::All(parts) | Condition::Any(parts) => parts.first().map_or(1, |part| self.at_least(part)),
            Condition::Not(part) => self.at_least(part),
        }
    }

    /// Tells every fact that a condition on facts counts, with the days on which it does. A fact may be told several times, with
    /// days of which it has none twice.
    pub(super) fn counted(&self, condition: &Condition, visit: &mut dyn FnMut(FactKind, usize, Days)) {
        match condition {
            Condition::Count { selection, or, .. } => {
                self.select(selection, &mut |index, days| visit(selection.fact, index, days));
                for (place, other) in or.iter().enumerate() {
                    self.select(other, &mut |index, days| {
                        self.besides(selection, or.get(..place).unwrap_or_default(), (other.fact, index), days, visit);
                    });
                }
            }
            Condition::Latest { selection, worst_first, is } => {
                self.latest(selection, worst_first, is, &mut |index, days| visit(selection.fact, index, days));
            }
            _ => {}
        }
    }

    /// Tells a fact with those of these days on which neither the first nor one of the other selections has it.
    fn besides(
        &self,
        first: &Selection,
        others: &[Selection],
        (fact, index): (FactKind, usize),
        days: Days,
        visit: &mut dyn FnMut(FactKind, usize, Days),
    ) {
        if days.is_empty() {
            return;
        }
        let (selection, rest) = match others.split_last() {
            Some((last, rest)) => (last, Some(rest)),
            None => (first, None),
        };
        let taken = if selection.fact == fact { self.selected_at(selection, index) } else { Days::NEVER };
        let mut tell = |days: Days| match rest {
            Some(rest) => self.besides(first, rest, (fact, index), days, visit),
            None if days.is_empty() => {}
            None => visit(fact, index, days),
        };
        if taken.is_empty() {
            tell(days);
        } else {
            tell(days.and(Days::before(taken.from)));
            tell(days.and(Days { from: taken.until, until: Date::MAX }));
        }
    }

    /// The facts that make a condition hold on the day of which facts are known, in the order of the request: of those that
    /// are counted by category only the ones of a category that by itself is enough.
    pub(super) fn facts_of(&self, condition: &Condition) -> Vec<Evidence> {
        self.in_order(self.evidence(condition))
    }

    pub(super) fn evidence(&self, condition: &Condition) -> Vec<(FactKind, usize)> {
        match condition {
            Condition::Count { tally: Tally::OfOneCategory, .. } => {
                let found = self.counted_now(condition);
                let (at_least, counts) = (self.at_least(condition), self.by_category(&found));
                let count_of = |index: usize| self.category(index).map_or(0, |category| counts[category]);
                found.into_iter().filter(|(_, index)| count_of(*index) >= at_least).collect()
            }
            Condition::Count { .. } | Condition::Latest { .. } => self.counted_now(condition),
            Condition::All(parts) | Condition::Any(parts) => {
                let mut facts = Vec::new();
                let held = parts.iter().filter(|part| self.holds(part, self.known));
                held.for_each(|part| facts.append(&mut self.evidence(part)));
                facts
            }
            Condition::Number { of, .. } => self.facts_of_number(*of),
            // Of what is not there nothing can be shown.
            Condition::Enterprise(_) | Condition::Not(_) => Vec::new(),
        }
    }

    /// The facts that a condition on facts counts on the day of which facts are known.
    pub(super) fn counted_now(&self, condition: &Condition) -> Vec<(FactKind, usize)> {
        let mut found = Vec::new();
        self.counted(condition, &mut |fact, index, days| {
            if days.contains(self.known) {
                found.push((fact, index));
            }
        });
        found
    }

    /// How many these facts are by the tally of their condition.
    pub(super) fn tallied(&self, condition: &Condition, counted: &[(FactKind, usize)]) -> usize {
        match condition {
            Condition::Count { tally: Tally::OfOneCategory, .. } => {
                self.by_category(counted).into_iter().max().unwrap_or(0)
            }
            Condition::Count { tally: Tally::Years, .. } => {
                self.room.years(|tell| counted.iter().for_each(|(fact, index)| tell(self.date_of(*fact, *index))))
            }
            _ => counted.len(),
        }
    }

    /// How many of these penalties are of each category, at the index of its first.
    fn by_category(&self, penalties: &[(FactKind, usize)]) -> Vec<usize> {
        let mut counts = vec![0; self.room.categories.len()];
        for category in penalties.iter().filter_map(|(_, index)| self.category(*index)) {
            counts[category] += 1;
        }
        counts
    }

    /// The index of the first penalty of the category of one, where that is known.
    pub(super) fn category(&self, index: usize) -> Option<usize> {
        self.room.categories.get(index).copied().flatten()
    }

    /// The own date of a fact.
    pub(super) fn date_of(&self, fact: FactKind, index: usize) -> Option<Date> {
        self.item(fact, index)?.own_date()
    }
}

//! The days ahead on which the class changes though nothing happens.
//!
//! Each fact is asked once for the days on which it counts; sweeping over the ends of those stretches gives the
//! stretches on which each rule holds, and those give the class of every day without judging day by day.

use chrono::Datelike;

use facts::Date;
use facts::calendar::{add_days, add_months};
use pack::{Class, Condition, FactKind, ParameterValue, Tally};

use super::assessment::ClassChange;
use super::case::Case;
use super::days::Days;

/// The changes after the day of which facts are known, up to and with the end of the forecast.
pub(super) fn forecast(today: &Case, class: Class) -> Vec<ClassChange> {
    let end = add_days(forecast_end(today), 1);
    let mut changes: Vec<ClassChange> = Vec::new();
    let mut last = class;
    let mut views = Vec::new();
    let mut from = add_days(today.known, 1);
    while from < end {
        let edition = today.pack.edition(from);
        let until = today.pack.editions_between(from, end).next().map_or(end, |next| next.from).min(end);
        let stretch = Days { from, until };
        // Within the edition of today the penalties have been read already.
        let case = if edition == today.edition {
            *today
        } else {
            Case { edition, views: &[], unknown_fine_is_small: false, ..*today }.read_penalties(&mut views);
            Case { edition, views: &views, ..*today }
        };
        for (on, class) in case.classes(stretch) {
            if class != last {
                changes.push(ClassChange { on, class });
                last = class;
            }
        }
        from = until;
    }
    changes
}

/// The last day of the forecast.
pub(super) fn forecast_end(case: &Case) -> Date {
    match case.value(case.pack.forecast_years) {
        ParameterValue::Whole(years) => add_months(case.known, years.saturating_mul(12)),
        _ => case.known,
    }
}

impl Case<'_> {
    /// The class from each day on which it may change within a stretch, beginning with the first.
    fn classes(&self, stretch: Days) -> Vec<(Date, Class)> {
        // What adds up cannot be told by stretches; it changes on no other day than what it adds up.
        if !self.pack.scores.is_empty() {
            let days = self.days_of_change().into_iter().filter(|day| stretch.from < *day && stretch.contains(*day));
            return std::iter::once(stretch.from).chain(days).map(|day| (day, self.verdict(day).class)).collect();
        }
        let mut held: Vec<(Days, Class)> = Vec::new();
        for rule in &self.pack.rules {
            let (from, until) = rule.judges();
            let until = until.map_or(Date::MAX, |last| add_days(last, 1));
            let judges = Days { from: from.unwrap_or(Date::MIN), until };
            for days in self.holding(&rule.when) {
                let days = days.and(judges).and(stretch);
                if !days.is_empty() {
                    held.push((days, rule.class));
                }
            }
        }
        let stretches: Vec<Days> = held.iter().map(|(days, _)| *days).chain([stretch]).collect();
        let class_on = |day: Date| {
            let holding = held.iter().filter(|(days, _)| days.contains(day)).map(|(_, class)| *class);
            self.raised(holding.max().unwrap_or(self.pack.best_class()), day)
        };
        let starts = turns(&stretches).into_iter().map(|(day, _)| day).filter(|day| stretch.contains(*day));
        starts.map(|day| (day, class_on(day))).collect()
    }

    /// The stretches on which a condition holds, in their order.
    fn holding(&self, condition: &Condition) -> Vec<Days> {
        match condition {
            Condition::Count { .. } | Condition::Latest { .. } => self.counting(condition),
            Condition::Enterprise(filters) => {
                let days = self.enterprise_days(filters, self.known);
                if days.is_empty() { Vec::new() } else { vec![days] }
            }
            // Without scores, of which there are none here, a figure is the same on every day.
            Condition::Number { of, test } => {
                if self.is_so(*of, test, self.known) {
                    vec![Days::ALWAYS]
                } else {
                    Vec::new()
                }
            }
            Condition::All(parts) | Condition::Any(parts) => {
                let mut held: Vec<Days> = Vec::new();
                parts.iter().for_each(|part| held.append(&mut self.holding(part)));
                enough(&held, if matches!(condition, Condition::All(_)) { parts.len() } else { 1 })
            }
            Condition::Not(part) => others(&self.holding(part)),
        }
    }

    /// The stretches on which a condition on facts holds.
    fn counting(&self, condition: &Condition) -> Vec<Days> {
        let at_least = self.at_least(condition);
        let mut counted: Vec<(FactKind, usize, Days)> = Vec::new();
        self.counted(condition, &mut |fact, index, days| counted.push((fact, index, days)));
        let tally = match condition {
            Condition::Count { tally, .. } => *tally,
            _ => Tally::Facts,
        };
        // The facts that are counted together, each group under a number of its own.
        let mut groups: Vec<Vec<Days>> = Vec::new();
        let first_year = counted.iter().filter_map(|(fact, index, _)| self.date_of(*fact, *index)).min();
        for (fact, index, days) in counted {
            let years = |day: Date| usize::try_from(day.year() - first_year?.year()).ok();
            let group = match tally {
                Tally::Facts => Some(0),
                Tally::OfOneCategory => self.category(index),
                Tally::Years => self.date_of(fact, index).and_then(years),
            };
            let Some(group) = group else { continue };
            if groups.len() <= group {
                groups.resize_with(group + 1, Vec::new);
            }
            groups[group].push(days);
        }
        let (of_group, of_groups) = if tally == Tally::Years { (1, at_least) } else { (at_least, 1) };
        let mut held: Vec<Days> = Vec::new();
        groups.iter().for_each(|group| held.append(&mut enough(group, of_group)));
        enough(&held, of_groups)
    }
}

/// The days that none of these stretches has, which stand in their order and do not touch each other.
fn others(stretches: &[Days]) -> Vec<Days> {
    let mut others = Vec::new();
    let mut from = Date::MIN;
    for days in stretches.iter().filter(|days| !days.is_empty()) {
        others.push(Days { from, until: days.from });
        from = days.until;
    }
    others.push(Days { from, until: Date::MAX });
    others
}

/// The days on which facts begin or cease to count, in order, each with how many more count from then on. Each day is inserted
/// at once: of however many facts there are few, and the library's sort weighs more than all else of the forecast in what a
/// page downloads.
fn turns(counted: &[Days]) -> Vec<(Date, isize)> {
    let mut turns: Vec<(Date, isize)> = Vec::new();
    for (day, more) in counted.iter().flat_map(|days| [(days.from, 1), (days.until, -1)]) {
        match turns.binary_search_by_key(&day, |(other, _)| *other) {
            Ok(place) => turns[place].1 += more,
            Err(place) => turns.insert(place, (day, more)),
        }
    }
    turns
}

/// The stretches on which at least so many facts count.
#[inline(never)]
fn enough(counted: &[Days], at_least: usize) -> Vec<Days> {
    let mut stretches: Vec<Days> = Vec::new();
    let mut count = 0;
    let mut since = None;
    for (day, more) in turns(counted) {
        count += more;
        // There are no fewer than none.
        let holds = count.unsigned_abs() >= at_least;
        match since {
            None if holds => since = Some(day),
            Some(from) if !holds => {
                stretches.push(Days { from, until: day });
                since = None;
            }
            _ => {}
        }
    }
    stretches
}

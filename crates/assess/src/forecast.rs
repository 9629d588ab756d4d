//! The days ahead on which the class changes though nothing happens.
//!
//! Each fact is asked once for the days on which it counts; sweeping over the ends of those stretches gives the
//! stretches on which each rule holds, and those give the class of every day without judging day by day.

use std::collections::BTreeMap;

use facts::Date;
use facts::calendar::{add_days, add_months};
use pack::{Class, Condition, ParameterValue};

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
            Case { edition, views: &[], ..*today }.read_penalties(&mut views);
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
        let mut held: Vec<(Days, Class)> = Vec::new();
        for rule in &self.pack.rules {
            for days in self.holding(&rule.when) {
                let days = days.and(stretch);
                if !days.is_empty() {
                    held.push((days, rule.class));
                }
            }
        }
        let ends = held.iter().flat_map(|(days, _)| [days.from, days.until]);
        let mut starts = in_order(ends.chain([stretch.from]));
        starts.dedup();
        starts.retain(|day| stretch.contains(*day));
        let class_on = |day: Date| {
            let holding = held.iter().filter(|(days, _)| days.contains(day)).map(|(_, class)| *class);
            self.raised(holding.max().unwrap_or(Class::Good))
        };
        starts.into_iter().map(|day| (day, class_on(day))).collect()
    }

    /// The stretches on which a condition holds.
    fn holding(&self, condition: &Condition) -> Vec<Days> {
        let at_least = self.at_least(condition);
        let mut counted: Vec<(usize, Days)> = Vec::new();
        self.counted(condition, &mut |index, days| {
            if !days.is_empty() {
                counted.push((index, days));
            }
        });
        if let Condition::Count { same_category: true, .. } = condition {
            let mut groups = BTreeMap::<_, Vec<Days>>::new();
            for (index, days) in counted {
                if let Some(category) = self.category(index) {
                    groups.entry(category).or_default().push(days);
                }
            }
            return groups.values().flat_map(|group| enough(group, at_least)).collect();
        }
        let counted: Vec<Days> = counted.into_iter().map(|(_, days)| days).collect();
        enough(&counted, at_least)
    }
}

/// The days from the first to the last.
fn in_order(days: impl Iterator<Item = Date>) -> Vec<Date> {
    let mut ordered: Vec<Date> = days.collect();
    ordered.sort_unstable();
    ordered
}

/// The stretches on which at least so many facts count.
fn enough(counted: &[Days], at_least: usize) -> Vec<Days> {
    let begins = in_order(counted.iter().map(|days| days.from));
    let ends = in_order(counted.iter().map(|days| days.until));
    let mut stretches: Vec<Days> = Vec::new();
    // With both sorted, the count reaches the number with a beginning and falls below it with an end.
    let (mut begun, mut ended) = (0, 0);
    let mut since = None;
    while ended < ends.len() {
        let day = begins.get(begun).map_or(ends[ended], |begin| (*begin).min(ends[ended]));
        while begins.get(begun) == Some(&day) {
            begun += 1;
        }
        while ends.get(ended) == Some(&day) {
            ended += 1;
        }
        match since {
            None if begun - ended >= at_least => since = Some(day),
            Some(from) if begun - ended < at_least => {
                stretches.push(Days { from, until: day });
                since = None;
            }
            _ => {}
        }
    }
    stretches
}

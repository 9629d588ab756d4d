//! Working days counted one by one, from the file of the calendar.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, Weekday};
use xinheng::facts::Date;

/// Days off and make-up workdays by year.
pub struct Workdays {
    years: BTreeMap<i32, (BTreeSet<Date>, BTreeSet<Date>)>,
}

impl Workdays {
    pub fn read() -> Self {
        let file: BTreeMap<String, BTreeMap<String, Vec<Date>>> =
            toml::from_str(include_str!("../../packs/calendar.toml")).unwrap();
        let days = |lists: &BTreeMap<String, Vec<Date>>, list: &str| lists[list].iter().copied().collect();
        let year = |(year, lists): (&String, &BTreeMap<_, _>)| {
            (year.parse().unwrap(), (days(lists, "off"), days(lists, "workdays")))
        };
        Self { years: file.iter().map(year).collect() }
    }

    pub fn has(&self, year: i32) -> bool {
        self.years.contains_key(&year)
    }

    fn is_worked(&self, day: Date) -> bool {
        let weekday = !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        self.years
            .get(&day.year())
            .map_or(weekday, |(off, made_up)| (weekday && !off.contains(&day)) || made_up.contains(&day))
    }

    /// The day so many working days after a day, which itself is not counted.
    pub fn after(&self, mut day: Date, mut days: u32) -> Date {
        while days > 0 {
            day = day.checked_add_days(Days::new(1)).unwrap();
            days -= u32::from(self.is_worked(day));
        }
        day
    }

    /// The working days after one day up to and with another.
    pub fn between(&self, after: Date, until: Date) -> usize {
        after.iter_days().skip(1).take_while(|day| *day <= until).filter(|day| self.is_worked(*day)).count()
    }
}

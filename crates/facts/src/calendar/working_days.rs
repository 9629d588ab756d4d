//! Working days of China, year by year.

use chrono::{Datelike, Weekday};

use crate::Date;
use crate::compiled::compiled_structs;

/// Days off and make-up workdays by year; a year that is missing has its weekdays worked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// In the order of the years, without a gap being needed.
    years: Vec<Year>,
}

/// What differs from the plain week in one year, a bit a day from 1 January.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Year {
    year: i32,
    /// Whether the day is worked.
    worked: [u64; 6],
}

compiled_structs! {
    Calendar { years }
    Year { year, worked }
}

impl Calendar {
    /// A calendar of years with their days off and their make-up workdays; days of another year are passed over.
    pub fn from_years(years: impl IntoIterator<Item = (i32, Vec<Date>, Vec<Date>)>) -> Self {
        let mut calendar = Self::default();
        for (year, days_off, workdays) in years {
            let mut worked = [0_u64; 6];
            let mut day = Date::from_ymd_opt(year, 1, 1);
            while let Some(date) = day.filter(|date| date.year() == year) {
                if (is_weekday(date) && !days_off.contains(&date)) || workdays.contains(&date) {
                    let (word, bit) = index(date);
                    worked[word] |= bit;
                }
                day = date.succ_opt();
            }
            calendar.years.push(Year { year, worked });
        }
        calendar.years.sort_by_key(|year| year.year);
        calendar
    }

    /// The years that are known, in their order.
    pub fn years(&self) -> impl Iterator<Item = i32> {
        self.years.iter().map(|year| year.year)
    }

    /// The same calendar with the years of another; where both have a year, it is the other's.
    #[must_use]
    pub fn with_years_of(&self, other: Self) -> Self {
        let mut years = self.years.clone();
        years.retain(|year| other.years.iter().all(|newer| newer.year != year.year));
        years.extend(other.years);
        years.sort_by_key(|year| year.year);
        Self { years }
    }

    /// Whether the day is worked.
    #[must_use]
    pub fn is_working_day(&self, day: Date) -> bool {
        match self.year(day.year()) {
            Some(year) => {
                let (word, bit) = index(day);
                year.worked[word] & bit != 0
            }
            None => is_weekday(day),
        }
    }

    /// The working day that is so many working days after a day, which itself is not counted.
    ///
    /// ```
    /// use facts::calendar::Calendar;
    /// use facts::Date;
    ///
    /// let plain_weeks = Calendar::default();
    /// let friday = Date::from_ymd_opt(2026, 11, 20).unwrap();
    /// let monday = Date::from_ymd_opt(2026, 11, 23).unwrap();
    /// assert_eq!(plain_weeks.add_working_days(friday, 1), monday);
    /// ```
    #[must_use]
    pub fn add_working_days(&self, from: Date, days: u32) -> Date {
        let (mut day, mut left) = (from, days);
        while left > 0 {
            let Some(next) = day.succ_opt() else { return day };
            day = next;
            if self.is_working_day(day) {
                left -= 1;
            }
        }
        day
    }

    /// How many working days lie after one day, up to and with another; none when the other is not later.
    #[must_use]
    pub fn working_days_between(&self, after: Date, until: Date) -> u32 {
        let mut count = 0;
        let mut day = after;
        while day < until {
            let Some(next) = day.succ_opt() else { break };
            day = next;
            count += u32::from(self.is_working_day(day));
        }
        count
    }

    /// The years without data that a count from the one day to the other has to guess; none when no day is counted.
    pub fn years_missing(&self, after: Date, until: Date) -> impl Iterator<Item = i32> {
        let first = after.succ_opt().unwrap_or(after).year();
        let years = (after < until).then(|| first..=until.year());
        years.into_iter().flatten().filter(|year| self.year(*year).is_none())
    }

    fn year(&self, year: i32) -> Option<&Year> {
        // The years usually stand without a gap, so the first guess is usually right.
        let first = self.years.first()?.year;
        let guess = usize::try_from(year.checked_sub(first)?).ok()?;
        self.years
            .get(guess)
            .filter(|found| found.year == year)
            .or_else(|| self.years.iter().find(|found| found.year == year))
    }
}

fn is_weekday(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// The word and the bit of a day in [`Year::worked`].
fn index(day: Date) -> (usize, u64) {
    let ordinal = day.ordinal0();
    (ordinal as usize / 64, 1 << (ordinal % 64))
}

//! Which days the timeline shows. Days are numbers counted from the as-of date, which is day 0: a period that was
//! chosen goes along when another as-of date is asked for.
//!
//! Arithmetic only: `tests/drawing.rs` takes this file in by itself.

/// Some three years, as the buttons name them.
const PAST_DAYS: i32 = 3 * YEAR_DAYS;
const YEAR_DAYS: i32 = 366;
/// How much is left to be seen on the other side of the as-of date: of three years, the room of a mark with a number.
const MARGIN_DAYS: i32 = 122;
/// The fewest days that fill the picture: a quarter, which holds at least two firsts of a month.
const FEWEST_DAYS: i32 = 92;

/// The period that a person chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Period {
    /// From the first day that is known to the last.
    #[default]
    All,
    /// The three years before the as-of date.
    Past,
    /// A year before and a year after.
    Around,
    /// What is to come.
    Ahead,
    /// So many days from this one on.
    Chosen { from: i32, days: i32 },
}

/// A way from one period to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    In,
    Out,
    Earlier,
    Later,
}

/// The days from `from` up to `until`, at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub from: i32,
    pub until: i32,
}

impl Span {
    #[must_use]
    pub fn days(self) -> i32 {
        self.until - self.from
    }

    /// Where a day lies, in hundredths of a percent of the width; what lies outside, at the edge.
    #[must_use]
    pub fn share(self, day: i32) -> i32 {
        // Two centuries in days times 10,000 are within the range.
        (day.clamp(self.from, self.until) - self.from) * 10_000 / self.days()
    }

    /// The days that a period shows of `whole`, the days of everything that is known with the as-of date among them.
    #[must_use]
    pub fn of(period: Period, whole: Self) -> Self {
        let (from, until) = match period {
            Period::All => return whole,
            Period::Past => (-PAST_DAYS, MARGIN_DAYS),
            Period::Around => (-YEAR_DAYS, YEAR_DAYS),
            Period::Ahead => (-MARGIN_DAYS, whole.until.max(YEAR_DAYS)),
            Period::Chosen { from, days } => {
                let days = days.clamp(FEWEST_DAYS.min(whole.days()), whole.days());
                let from = from.clamp(whole.from, whole.until - days);
                (from, from + days)
            }
        };
        Self { from, until }
    }

    /// The period after a step, where there is more to see that way. Zooming leaves the as-of date where it is on the
    /// screen; where it is out of view, the middle.
    #[must_use]
    pub fn step(self, step: Step, whole: Self) -> Option<Period> {
        let days = self.days();
        let (from, days) = match step {
            Step::In if days > FEWEST_DAYS => {
                let fewer = (days / 2).max(FEWEST_DAYS);
                (self.still(fewer), fewer)
            }
            Step::Out if days < whole.days() => (self.still(days * 2), days * 2),
            Step::Earlier if self.from > whole.from => (self.from - days / 2, days),
            Step::Later if self.until < whole.until => (self.from + days / 2, days),
            _ => return None,
        };
        // Halves of an odd number of days add up to one less.
        Some(if days + 1 < whole.days() { Period::Chosen { from, days } } else { Period::All })
    }

    /// The period that brings some days closer, where it does.
    #[must_use]
    pub fn closer(self, first: i32, last: i32) -> Option<Period> {
        let days = ((last - first) * 5 / 4).max(FEWEST_DAYS);
        (days < self.days()).then(|| Period::Chosen { from: (first + last - days) / 2, days })
    }

    /// The first of so many days that leave the still point of the picture where it is.
    fn still(self, days: i32) -> i32 {
        let still = if self.from <= 0 && self.until >= 0 { 0 } else { self.from + self.days() / 2 };
        still - self.share(still) * days / 10_000
    }
}

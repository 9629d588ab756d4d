//! Which days the timeline shows. Days are numbers counted from the as-of date, which is day 0: a period that was
//! chosen goes along when another as-of date is asked for.

use serde::{Deserialize, Serialize};

use super::layout::WIDTH;

/// Some three years, as the buttons name them.
const PAST_DAYS: i32 = 3 * YEAR_DAYS;
const YEAR_DAYS: i32 = 366;
/// How much is left to be seen on the other side of the as-of date: of three years, the room of a mark with a number.
const MARGIN_DAYS: i32 = 122;
/// The fewest days that fill the picture: a quarter, which holds at least two firsts of a month.
const FEWEST_DAYS: i32 = 92;

/// The period that a person chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Half of the days.
    In,
    /// Twice the days.
    Out,
    /// Half a picture back.
    Earlier,
    /// Half a picture on.
    Later,
}

/// The days from `from` up to `until`, at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub from: i32,
    pub until: i32,
}

impl Span {
    /// Returns how many days there are.
    #[must_use]
    pub fn days(self) -> i32 {
        self.until - self.from
    }

    /// Returns where a day lies, in hundredths of a percent of the width; what lies outside, at the edge.
    #[must_use]
    pub fn share(self, day: i32) -> i32 {
        // Two centuries in days times the width are within the range.
        (day.clamp(self.from, self.until) - self.from) * WIDTH / self.days()
    }

    /// Returns the days that a period shows of `whole`, the days of everything that is known with the as-of date among them.
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

    /// Returns the period after a step, where there is more to see that way. Zooming leaves the as-of date where it is on the
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

    /// Returns the period that brings some days closer, where it does.
    #[must_use]
    pub fn closer(self, first: i32, last: i32) -> Option<Period> {
        let days = ((last - first) * 5 / 4).max(FEWEST_DAYS);
        (days < self.days()).then(|| Period::Chosen { from: (first + last - days) / 2, days })
    }

    /// The first of so many days that leave the still point of the picture where it is.
    fn still(self, days: i32) -> i32 {
        let still = if self.from <= 0 && self.until >= 0 { 0 } else { self.from + self.days() / 2 };
        still - self.share(still) * days / WIDTH
    }
}

#[cfg(test)]
mod tests {
    use super::super::layout::WIDTH;
    use super::{Period, Span, Step};

    /// From two years before the as-of date to three years after.
    const WHOLE: Span = Span { from: -730, until: 1095 };

    fn span(from: i32, until: i32) -> Span {
        Span { from, until }
    }

    /// The days in view after some steps from a period.
    fn after(period: Period, whole: Span, steps: &[Step]) -> Span {
        let step = |shown: Span, step: &Step| shown.step(*step, whole).map_or(shown, |period| Span::of(period, whole));
        steps.iter().fold(Span::of(period, whole), step)
    }

    #[test]
    fn periods_are_named_from_the_as_of_date() {
        assert_eq!(Span::of(Period::All, WHOLE), WHOLE);
        assert_eq!(Span::of(Period::Around, WHOLE), span(-366, 366));
        let past = Span::of(Period::Past, WHOLE);
        assert!(past.from <= -1095 && past.until > 0, "{past:?}");
        let ahead = Span::of(Period::Ahead, WHOLE);
        assert!(ahead.from < 0 && ahead.until == WHOLE.until, "{ahead:?}");
        assert!(Span::of(Period::Ahead, span(-50, 10)).until >= 365, "there is always something to come");
    }

    #[test]
    fn a_share_of_the_width_is_in_proportion_and_ends_at_the_edges() {
        let shown = span(-100, 300);
        let shares = [-101, -100, 0, 100, 300, 301, i32::MAX].map(|day| shown.share(day));
        assert_eq!(shares, [0, 0, 2_500, 5_000, WIDTH, WIDTH, WIDTH]);
        let longest = span(-76_000, 700);
        assert_eq!(longest.share(0), 9_908);
    }

    #[test]
    fn zooming_leaves_the_as_of_date_where_it_is() {
        let closer = after(Period::All, WHOLE, &[Step::In]);
        assert_eq!(closer.days(), WHOLE.days() / 2);
        assert!(closer.share(0).abs_diff(WHOLE.share(0)) < 10, "{closer:?}");
        assert_eq!(after(Period::All, WHOLE, &[Step::In, Step::Out]), WHOLE);
        // Out of view it gives no hold: the middle stays.
        let away = Period::Chosen { from: 400, days: 400 };
        assert_eq!(after(away, WHOLE, &[Step::In]), span(500, 700));
        assert_eq!(after(away, WHOLE, &[Step::Out]), span(200, 1000));
    }

    #[test]
    fn zooming_ends_at_a_quarter_and_at_the_whole() {
        let closest = after(Period::All, WHOLE, &[Step::In; 9]);
        assert!((90..=92).contains(&closest.days()), "{closest:?}");
        assert_eq!(closest.step(Step::In, WHOLE), None);
        assert!(closest.from <= 0 && closest.until >= 0);
        assert_eq!(after(Period::Chosen { from: 10, days: 100 }, WHOLE, &[Step::Out; 9]), WHOLE);
        assert_eq!(WHOLE.step(Step::Out, WHOLE), None);
    }

    #[test]
    fn earlier_and_later_end_where_everything_ends() {
        let shown = after(Period::Around, WHOLE, &[Step::Earlier]);
        assert_eq!(shown, span(-730, 2), "half a screen back, and no further than the first day");
        assert_eq!(shown.step(Step::Earlier, WHOLE), None);
        assert_eq!(after(Period::Around, WHOLE, &[Step::Later]), span(0, 732));
        let last = after(Period::Around, WHOLE, &[Step::Later; 9]);
        assert_eq!((last.until, last.days()), (WHOLE.until, 732));
        assert_eq!(last.step(Step::Later, WHOLE), None);
    }

    #[test]
    fn a_chosen_period_goes_along_with_the_as_of_date_and_stays_among_what_is_known() {
        let chosen = Period::Chosen { from: -60, days: 120 };
        assert_eq!(Span::of(chosen, WHOLE), span(-60, 60));
        // A later as-of date: more lies before it, less after.
        assert_eq!(Span::of(chosen, span(-1_800, 25)), span(-95, 25));
        assert_eq!(Span::of(chosen, span(-40, 60)), span(-40, 60), "there is less than was chosen");
    }

    #[test]
    fn what_is_drawn_as_one_comes_closer_only_where_that_helps() {
        let Some(Period::Chosen { from, days }) = WHOLE.closer(-400, -200) else { panic!("it comes closer") };
        assert!(from <= -400 && from + days >= -200 && days < WHOLE.days() / 4, "{from} {days}");
        assert_eq!(span(-20, 72).closer(3, 3), None);
    }
}

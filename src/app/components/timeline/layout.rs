//! What of a timeline is in view, and where it stands.

use std::rc::Rc;

use chrono::Datelike;

use crate::app::state::queries::{View, fact_id};
use crate::app::text;
use crate::assess::Stretch;
use crate::assess::timeline::{Mark, Period, Span, arrange, insert};
use crate::facts::{Date, Term};
use crate::pack::{Class, Lane};

/// The timeline of an enterprise as one period shows it.
pub struct Layout {
    pub view: Rc<View>,
    /// The days of everything that is known; the as-of date is day 0.
    pub whole: Span,
    /// The days in view.
    pub span: Span,
    /// The marks in view, lane by lane, from left to right.
    pub marks: Vec<Mark>,
    /// How many stretches are over before the days in view.
    before: usize,
    /// How many begin after them.
    after: usize,
}

/// Where a mark leads when it is pressed.
pub enum Destination {
    /// To a shorter period, in which what is drawn as one comes apart.
    Closer(Period),
    /// To the element with this id: a fact, or the section that the mark comes from.
    Element(String),
}

/// Equal when the answer and the days in view are: the rest follows from them.
impl PartialEq for Layout {
    fn eq(&self, other: &Self) -> bool {
        self.view == other.view && self.span == other.span
    }
}

impl Layout {
    /// Works out what a period shows.
    pub fn of(view: &Rc<View>, period: Period) -> Self {
        let (stretches, as_of) = (&view.answer.timeline, view.answer.as_of);
        // Whole years, with the as-of date among them.
        let (mut first, mut last) = (as_of.year(), as_of.year());
        for stretch in stretches {
            first = first.min(stretch.from.year());
            last = last.max(stretch.to.unwrap_or(stretch.from).year());
        }
        let new_year = |year: i32| Date::from_ymd_opt(year, 1, 1).map_or(0, |day| days_between(as_of, day));
        let whole = Span { from: new_year(first), until: new_year(last + 1) };
        let span = Span::of(period, whole);
        let mut layout = Self { view: view.clone(), whole, span, marks: Vec::new(), before: 0, after: 0 };
        for lane in Lane::ALL {
            let mut marks = Vec::new();
            for (index, stretch) in stretches.iter().enumerate().filter(|(_, stretch)| stretch.lane == *lane) {
                let (from, until) = layout.days(stretch);
                if until < span.from {
                    layout.before += 1;
                } else if from > span.until {
                    layout.after += 1;
                } else {
                    let (from, until, state) = (span.share(from), span.share(until), stretch.state.index());
                    let lane = lane.index() as i32;
                    insert(&mut marks, Mark { lane, from, until, state, row: 0, holds: vec![index] });
                }
            }
            layout.marks.extend(arrange(&marks, span.share(0)));
        }
        layout
    }

    /// Says which days are in view, and how much is not.
    pub fn shown_words(&self) -> String {
        let locale = self.view.locale;
        let day = |number| self.view.day(self.date(number));
        let mut words = text::SHOWN.fill(locale, &[&day(self.span.from), &day(self.span.until)]);
        for (out, count) in [(text::OUT_BEFORE, self.before), (text::OUT_AFTER, self.after)] {
            if count > 0 {
                words.push_str(&out.fill(locale, &[&count.to_string()]));
            }
        }
        words
    }

    /// Returns the stretches that a mark stands for.
    pub fn held<'l>(&'l self, mark: &'l Mark) -> impl Iterator<Item = &'l Stretch> {
        mark.holds.iter().filter_map(|index| self.view.answer.timeline.get(*index))
    }

    /// Returns the class that a mark tells, where it tells one.
    pub fn class(&self, mark: &Mark) -> Option<Class> {
        let stretch = self.held(mark).next().filter(|stretch| stretch.lane == Lane::Class)?;
        let classes = self.view.rules.pack.classes.iter();
        classes
            .map(|entry| (entry.class, &entry.word))
            .find(|(_, word)| **word == stretch.label)
            .map(|(class, _)| class)
    }

    /// Returns where a mark leads.
    pub fn destination(&self, mark: &Mark) -> Option<Destination> {
        let first = self.held(mark).next()?;
        if let Some(period) = self.closer(mark) {
            return Some(Destination::Closer(period));
        }
        let section = if first.lane == Lane::Inspection { "inspect" } else { "forecast" };
        Some(Destination::Element(first.reference.map_or_else(|| section.to_owned(), fact_id)))
    }

    /// Returns the period that brings closer what is drawn as one, where one does.
    fn closer(&self, mark: &Mark) -> Option<Period> {
        if mark.holds.len() == 1 {
            return None;
        }
        let begins = self.held(mark).map(|stretch| self.days(stretch).0.max(self.span.from));
        let (first, last) =
            begins.fold((self.span.until, self.span.from), |(first, last), day| (first.min(day), last.max(day)));
        self.span.closer(first, last)
    }

    /// Returns the days of a stretch as numbers; one whose end is not known goes on.
    fn days(&self, stretch: &Stretch) -> (i32, i32) {
        let as_of = self.view.answer.as_of;
        (days_between(as_of, stretch.from), stretch.to.map_or(i32::MAX, |to| days_between(as_of, to)))
    }

    /// Returns the day with a number.
    pub fn date(&self, number: i32) -> Date {
        let as_of = self.view.answer.as_of;
        Date::from_num_days_from_ce_opt(as_of.num_days_from_ce() + number).unwrap_or(as_of)
    }
}

fn days_between(first: Date, second: Date) -> i32 {
    second.num_days_from_ce() - first.num_days_from_ce()
}

//! The timeline: a lane each for what happened and what will, in a period that a person chooses. `plan` works out where
//! things stand, `picture` draws them, `hear` answers pointer and keys, `words` says what a mark is, `table` tells
//! everything without a picture.

mod hear;
mod picture;
mod plan;
mod table;
mod words;

use std::rc::Rc;

use crate::app::element::{El, Node, button, el, nodes};
use crate::app::state::queries::View;
use crate::app::state::{Action, Model, Period, Span, Step, Timeline};
use crate::app::text::{self, Phrase};
use crate::assess::Stretch;
use crate::facts::{Date, Term};
use crate::pack::Lane;
use chrono::Datelike;

use plan::{Mark, Piece, place};

/// A timeline as it stands on the page.
struct Drawn {
    model: Model,
    view: View,
    /// The days of everything that is known, and those in view.
    whole: Span,
    span: Span,
    /// The lanes that have anything in them.
    lanes: Vec<Lane>,
    /// The marks in view, each with its lane; lane by lane, from left to right.
    marks: Vec<(Lane, Mark)>,
}

/// The timeline of an enterprise, with what changes its period above it and its words below.
pub fn timeline(model: &Model, view: &View) -> Node {
    let locale = view.locale;
    let drawn = Rc::new(Drawn::of(model, view));
    let span = drawn.span;
    let shown = text::SHOWN.fill(locale, &[&view.day(drawn.date(span.from)), &view.day(drawn.date(span.until))]);
    let stretches = &view.answer.timeline;
    let out = |phrase: Phrase, is_out: &dyn Fn(&Stretch) -> bool| {
        let count = stretches.iter().filter(|stretch| is_out(stretch)).count();
        if count == 0 { String::new() } else { phrase.fill(locale, &[&count.to_string()]) }
    };
    let before = out(text::OUT_BEFORE, &|stretch| drawn.ends(stretch) < span.from);
    let after = out(text::OUT_AFTER, &|stretch| drawn.number(stretch.from) > span.until);
    let shown = el("p").class("quiet").id("timeline-shown").set("role", "status").text(&(shown + &before + &after));
    // Words that a mark left behind go with the marks.
    let key = format!("{} {} {}", Rc::as_ptr(&view.answer) as usize, span.from, span.until);
    let words = el("p").class("timeline-words").id(hear::WORDS).key(&key);
    let legend = el("p").class("quiet").text(text::TIMELINE_KEY.get(locale));
    let hint = el("p").class("quiet timeline-hint").id("timeline-hint").text(text::TIMELINE_HINT.get(locale));
    nodes([tools(&drawn), shown, picture::picture(&drawn), words, legend, hint, table::behind(&drawn)])
}

/// The buttons that change the period.
fn tools(drawn: &Drawn) -> El {
    let locale = drawn.view.locale;
    let chosen = drawn.model.state.timeline.period;
    let periods = [
        (text::PERIOD_ALL, Period::All),
        (text::PERIOD_PAST, Period::Past),
        (text::PERIOD_AROUND, Period::Around),
        (text::PERIOD_AHEAD, Period::Ahead),
    ];
    let periods = periods.map(|(name, period)| {
        let pressed = if chosen == period { "true" } else { "false" };
        drawn.choice(name, Some(period)).set("aria-pressed", pressed)
    });
    let steps = [
        (text::ZOOM_IN, Step::In),
        (text::ZOOM_OUT, Step::Out),
        (text::EARLIER, Step::Earlier),
        (text::LATER, Step::Later),
    ];
    let steps = steps.map(|(name, step)| {
        let next = drawn.span.step(step, drawn.whole);
        // A button that is disabled would lose the focus of the person who pressed it once too often.
        drawn.choice(name, next).set("aria-disabled", if next.is_none() { "true" } else { "false" })
    });
    el("div")
        .class("timeline-tools")
        .set("role", "group")
        .set("aria-label", text::PERIOD.get(locale))
        .each(periods)
        .each(steps)
}

impl Drawn {
    fn of(model: &Model, view: &View) -> Self {
        let (stretches, as_of) = (&view.answer.timeline, view.answer.as_of);
        // Whole years, with the as-of date among them.
        let (mut first, mut last) = (as_of.year(), as_of.year());
        for day in stretches.iter().flat_map(|stretch| [Some(stretch.from), stretch.to]).flatten() {
            (first, last) = (first.min(day.year()), last.max(day.year()));
        }
        let new_year = |year: i32| Date::from_ymd_opt(year, 1, 1).map_or(0, |day| days_between(as_of, day));
        let whole = Span { from: new_year(first), until: new_year(last + 1) };
        let span = Span::of(model.state.timeline.period, whole);
        let has = |lane: &&Lane| stretches.iter().any(|stretch| stretch.lane == **lane);
        let lanes: Vec<Lane> = Lane::ALL.iter().filter(has).copied().collect();
        let mut drawn = Self { model: model.clone(), view: view.clone(), whole, span, lanes, marks: Vec::new() };
        for lane in drawn.lanes.clone() {
            let pieces = stretches.iter().enumerate().filter(|(_, stretch)| stretch.lane == lane);
            let marks = place(pieces.filter_map(|(index, stretch)| drawn.piece(index, stretch)), span.share(0));
            drawn.marks.extend(marks.into_iter().map(|mark| (lane, mark)));
        }
        drawn
    }

    /// What is in view of a stretch.
    fn piece(&self, index: usize, stretch: &Stretch) -> Option<Piece> {
        let (from, until) = (self.number(stretch.from), self.ends(stretch));
        let in_view = from <= self.span.until && until >= self.span.from;
        in_view.then(|| Piece {
            index,
            from: self.span.share(from),
            until: self.span.share(until),
            state: stretch.state.place(),
        })
    }

    /// A day as a number, the as-of date being 0.
    fn number(&self, day: Date) -> i32 {
        days_between(self.view.answer.as_of, day)
    }

    /// The number of the day on which a stretch ends; one whose end is not known goes on.
    fn ends(&self, stretch: &Stretch) -> i32 {
        stretch.to.map_or(i32::MAX, |to| self.number(to))
    }

    /// The day with a number.
    fn date(&self, number: i32) -> Date {
        let as_of = self.view.answer.as_of;
        Date::from_num_days_from_ce_opt(as_of.num_days_from_ce() + number).unwrap_or(as_of)
    }

    /// The stretches that a mark stands for.
    fn held<'d>(&'d self, mark: &'d Mark) -> impl Iterator<Item = &'d Stretch> {
        mark.holds.iter().filter_map(|index| self.view.answer.timeline.get(*index))
    }

    /// A button that leads to a period.
    fn choice(&self, name: Phrase, period: Option<Period>) -> El {
        let model = self.model.clone();
        button(name.get(self.view.locale), move |_| {
            if let Some(period) = period {
                show(&model, period);
            }
        })
    }
}

/// Shows a period.
fn show(model: &Model, period: Period) {
    model.state.dispatch(Action::Timeline(Timeline { period, ..model.state.timeline }));
}

fn days_between(first: Date, second: Date) -> i32 {
    second.num_days_from_ce() - first.num_days_from_ce()
}

fn lane_name(lane: Lane) -> Phrase {
    match lane {
        Lane::Penalty => text::LANE_PENALTY,
        Lane::Publication => text::LANE_PUBLICATION,
        Lane::Listing => text::LANE_LISTING,
        Lane::Inspection => text::LANE_INSPECTION,
        Lane::Repair => text::LANE_REPAIR,
        Lane::Class => text::LANE_CLASS,
    }
}

//! The timeline: a lane each for what happened and what will, in a period that a person chooses. `assess::timeline` works
//! out where things stand, `picture` draws them, `hear` answers pointer and keys, `words` says what a mark is, `table`
//! tells everything without a picture.

mod hear;
mod picture;
mod table;
mod words;

use std::rc::Rc;

use crate::app::element::{El, Node, button, el, nodes};
use crate::app::state::queries::View;
use crate::app::state::{Action, Model};
use crate::app::text::{self, Phrase};
use crate::assess::Stretch;
use crate::assess::timeline::{Mark, Period, Span, Step, arrange, insert};
use crate::facts::{Date, Term};
use crate::pack::Lane;
use chrono::Datelike;

/// The names of the lanes, from the top.
const LANES: [Phrase; 6] = [
    text::LANE_PENALTY,
    text::LANE_PUBLICATION,
    text::LANE_LISTING,
    text::LANE_INSPECTION,
    text::LANE_REPAIR,
    text::LANE_CLASS,
];

/// What the buttons above the picture ask for.
enum Asked {
    Period(Period),
    Step(Step),
}

const BUTTONS: [(Phrase, Asked); 8] = [
    (text::PERIOD_ALL, Asked::Period(Period::All)),
    (text::PERIOD_PAST, Asked::Period(Period::Past)),
    (text::PERIOD_AROUND, Asked::Period(Period::Around)),
    (text::PERIOD_AHEAD, Asked::Period(Period::Ahead)),
    (text::ZOOM_IN, Asked::Step(Step::In)),
    (text::ZOOM_OUT, Asked::Step(Step::Out)),
    (text::EARLIER, Asked::Step(Step::Earlier)),
    (text::LATER, Asked::Step(Step::Later)),
];

/// A timeline as it stands on the page, with what it changes.
struct Live {
    model: Model,
    drawn: Drawn,
}

/// A timeline, on the page or on paper.
struct Drawn {
    view: View,
    /// The days of everything that is known, and those in view; the as-of date is day 0.
    whole: Span,
    span: Span,
    /// How many stretches are over before the days in view, and begin after them.
    before: usize,
    after: usize,
    /// The marks in view, lane by lane, from left to right.
    marks: Vec<Mark>,
}

/// The timeline of an enterprise, with what changes its period above it and its words below.
pub fn timeline(model: &Model, view: &View) -> Node {
    let locale = view.locale;
    let live = Rc::new(Live { model: model.clone(), drawn: Drawn::of(model.state().period, view) });
    let shown = live.drawn.shown();
    // Words that a mark left behind go with the marks.
    let key = [shown.as_str(), &(Rc::as_ptr(&view.answer) as usize).to_string()].concat();
    nodes([
        tools(&live),
        el("p").class("quiet").id("timeline-shown").set("role", "status").text(&shown),
        hear::listening(&live, picture::picture(&live.drawn)),
        el("p").id(hear::WORDS).key(&key),
        el("p").class("quiet").text(text::TIMELINE_KEY.get(locale)),
        el("p").class("quiet").id("timeline-hint").text(text::TIMELINE_HINT.get(locale)),
        table::behind(&live),
    ])
}

/// The timeline as it is printed: all of it, for a paper cannot be asked for what is out of view, nor does its reader
/// know what was chosen on a screen.
pub fn timeline_on_paper(view: &View) -> Node {
    let drawn = Drawn::of(Period::All, view);
    let quiet = |words: &str| el("p").class("quiet").text(words);
    nodes([quiet(&drawn.shown()), picture::picture(&drawn), quiet(text::TIMELINE_KEY.get(view.locale))])
}

/// The buttons that change the period.
fn tools(Live { model, drawn }: &Live) -> El {
    let locale = drawn.view.locale;
    let mut tools = el("div").id("timeline-tools").set("role", "group").set("aria-label", text::PERIOD.get(locale));
    for (name, asked) in BUTTONS {
        let (period, attribute, holds) = match asked {
            Asked::Period(period) => (Some(period), "aria-pressed", model.state().period == period),
            // A button that is disabled would lose the focus of the person who pressed it once too often.
            Asked::Step(step) => {
                let next = drawn.span.step(step, drawn.whole);
                (next, "aria-disabled", next.is_none())
            }
        };
        let model = model.clone();
        let button = button(name.get(locale), move |_| show(&model, period));
        tools = tools.with(button.set(attribute, if holds { "true" } else { "false" }));
    }
    tools
}

impl Drawn {
    fn of(period: Period, view: &View) -> Self {
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
        let mut drawn = Self { whole, span, before: 0, after: 0, marks: Vec::new(), view: view.clone() };
        for lane in Lane::ALL {
            let mut marks = Vec::new();
            for (index, stretch) in stretches.iter().enumerate().filter(|(_, stretch)| stretch.lane == *lane) {
                let (from, until) = drawn.days(stretch);
                if until < span.from {
                    drawn.before += 1;
                } else if from > span.until {
                    drawn.after += 1;
                } else {
                    let (from, until, state) = (span.share(from), span.share(until), stretch.state.place());
                    let lane = lane.place() as i32;
                    insert(&mut marks, Mark { lane, from, until, state, row: 0, holds: vec![index] });
                }
            }
            drawn.marks.extend(arrange(&marks, span.share(0)));
        }
        drawn
    }

    /// Which days are in view, and how much is not.
    fn shown(&self) -> String {
        let locale = self.view.locale;
        let day = |number| self.view.day(self.date(number));
        let mut shown = text::SHOWN.fill(locale, &[&day(self.span.from), &day(self.span.until)]);
        for (out, count) in [(text::OUT_BEFORE, self.before), (text::OUT_AFTER, self.after)] {
            if count > 0 {
                shown.push_str(&out.fill(locale, &[&count.to_string()]));
            }
        }
        shown
    }

    /// The days of a stretch as numbers; one whose end is not known goes on.
    fn days(&self, stretch: &Stretch) -> (i32, i32) {
        let as_of = self.view.answer.as_of;
        (days_between(as_of, stretch.from), stretch.to.map_or(i32::MAX, |to| days_between(as_of, to)))
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
}

/// Shows a period, if there is one to show.
fn show(model: &Model, period: Option<Period>) {
    if let Some(period) = period {
        model.dispatch(Action::Period(period));
    }
}

fn days_between(first: Date, second: Date) -> i32 {
    second.num_days_from_ce() - first.num_days_from_ce()
}

/// The name of a lane by its place.
fn lane_name(drawn: &Drawn, lane: i32) -> &'static str {
    LANES.get(lane as usize).map_or("", |name| name.get(drawn.view.locale))
}

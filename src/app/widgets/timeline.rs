//! The timeline: time from left to right, a lane each for what happened and what will. Positions are shares of the
//! width, so that words keep their size on every screen; what is to come is drawn lighter than what was.

use chrono::Datelike;

use crate::app::element::{El, el};
use crate::app::state::queries::View;
use crate::app::text::{self, Phrase};
use crate::assess::Stretch;
use crate::facts::{Date, Term};
use crate::pack::{Class, Lane};

/// Height of a lane and of its bars, in CSS pixels.
const LANE_PX: i32 = 44;
const BAR_PX: i32 = 12;
const HEAD_PX: i32 = 24;
/// The most years that are named along the top.
const MOST_YEARS: i32 = 8;

/// Where days lie between the two ends of the picture.
struct Scale {
    from: Date,
    until: Date,
}

impl Scale {
    /// From a little before the first day shown to a year after the last or the as-of date.
    fn of(stretches: &[Stretch], as_of: Date) -> Self {
        let days = || stretches.iter().flat_map(|stretch| [Some(stretch.from), stretch.to]).flatten();
        let from = days().min().map_or(as_of, |first| first.min(as_of));
        let until = days().max().map_or(as_of, |last| last.max(as_of));
        let years = |day: Date, years: i32| Date::from_ymd_opt(day.year() + years, 1, 1).unwrap_or(day);
        Self { from: years(from, 0), until: years(until, 1) }
    }

    /// The share of the width at which a day lies, from 0 to 100.
    fn share(&self, day: Date) -> f64 {
        let whole = (self.until - self.from).num_days().max(1) as f64;
        ((day - self.from).num_days() as f64 / whole * 100.0).clamp(0.0, 100.0)
    }
}

/// The timeline of an enterprise.
pub fn timeline(view: &View) -> El {
    let stretches = &view.answer.timeline;
    let as_of = view.answer.as_of;
    let scale = Scale::of(stretches, as_of);
    let has = |lane: &&Lane| stretches.iter().any(|stretch| stretch.lane == **lane);
    let lanes: Vec<Lane> = Lane::ALL.iter().filter(has).copied().collect();
    let height = HEAD_PX + LANE_PX * i32::try_from(lanes.len()).unwrap_or(0);
    let ends = [scale.from.year().to_string(), scale.until.year().to_string(), view.day(as_of)];
    let [from, until, day] = &ends;
    let label = text::TIMELINE_LABEL.fill(view.locale, &[from, until, day]);
    let rows = lanes.iter().zip(0..).map(|(lane, row)| {
        let top = HEAD_PX + LANE_PX * row;
        let name = el("text").set("x", "0").put("y", &(top + 16).to_string()).class("lane");
        let drawn = stretches.iter().filter(|stretch| stretch.lane == *lane);
        el("g")
            .with(name.text(lane_name(*lane).get(view.locale)))
            .each(drawn.map(|stretch| draw(view, &scale, stretch, top + 24)))
    });
    el("svg")
        .class("timeline")
        .set("width", "100%")
        .put("height", &height.to_string())
        .set("role", "img")
        .put("aria-label", &label)
        .each(years(&scale).map(|(share, year)| tick(share, year, height)))
        .each(rows)
        .with(upright(scale.share(as_of), HEAD_PX - 6, height).class("today"))
}

fn draw(view: &View, scale: &Scale, stretch: &Stretch, top: i32) -> El {
    let start = scale.share(stretch.from);
    let shape = if stretch.to == Some(stretch.from) {
        let middle = (top + BAR_PX / 2).to_string();
        el("circle").put("cx", &percent(start)).put("cy", &middle).set("r", "5")
    } else {
        let end = stretch.to.map_or(100.0, |to| scale.share(to));
        // A stretch of some days is still to be seen.
        let width = (end - start).max(0.4);
        el("rect")
            .put("x", &percent(start))
            .put("y", &top.to_string())
            .put("width", &percent(width))
            .put("height", &BAR_PX.to_string())
    };
    let class =
        Class::ALL.iter().find(|class| stretch.lane == Lane::Class && *view.rules.pack.word(**class) == stretch.label);
    let class = class.map_or("", |class| class.code());
    el("g")
        .classes(&[stretch.lane.code(), stretch.state.code(), class])
        .with(shape.with(el("title").text(&words(view, stretch))))
}

fn words(view: &View, stretch: &Stretch) -> String {
    let label = view.say(&stretch.label);
    let from = view.day(stretch.from);
    match stretch.to {
        Some(to) if to == stretch.from => text::POINT.fill(view.locale, &[label, &from]),
        Some(to) => text::SPAN.fill(view.locale, &[label, &from, &view.day(to)]),
        None => text::SPAN_OPEN.fill(view.locale, &[label, &from]),
    }
}

/// The first days of years along the top, at most [`MOST_YEARS`].
fn years(scale: &Scale) -> impl Iterator<Item = (f64, i32)> {
    let (first, last) = (scale.from.year(), scale.until.year());
    let step = (last - first) / MOST_YEARS + 1;
    let days = (first..last).filter(move |year| (year - first) % step == 0);
    days.filter_map(|year| Some((scale.share(Date::from_ymd_opt(year, 1, 1)?), year)))
}

fn tick(share: f64, year: i32, height: i32) -> El {
    let name = el("text").put("x", &percent(share)).set("y", "14").text(&year.to_string());
    el("g").class("year").with(upright(share, HEAD_PX, height)).with(name)
}

fn upright(share: f64, top: i32, bottom: i32) -> El {
    let x = percent(share);
    el("line").put("x1", &x).put("x2", &x).put("y1", &top.to_string()).put("y2", &bottom.to_string())
}

fn percent(share: f64) -> String {
    // Two decimals are finer than a pixel.
    let hundredths = (share * 100.0).round() as i32;
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
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

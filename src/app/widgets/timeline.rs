//! The timeline: time from left to right, a lane each for what happened and what will. Positions are shares of the
//! width, so that words keep their size on every screen; what is to come is drawn lighter than what was.

use chrono::Datelike;
use yew::prelude::*;

use crate::app::state::queries::View;
use crate::app::text::{self, Phrase};
use crate::assess::Stretch;
use crate::facts::{Date, Term};
use crate::pack::{Class, Lane};

/// Height of a lane and of its bars, in CSS pixels.
const LANE_PX: i32 = 38;
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
pub fn timeline(view: &View) -> Html {
    let stretches = &view.answer.timeline;
    let as_of = view.answer.as_of;
    let scale = Scale::of(stretches, as_of);
    let lanes: Vec<Lane> = Lane::ALL
        .iter()
        .copied()
        .filter(|lane| stretches.iter().any(|stretch| stretch.lane == *lane))
        .collect();
    let height = HEAD_PX + LANE_PX * i32::try_from(lanes.len()).unwrap_or(0);
    let label = text::TIMELINE_LABEL.fill(
        view.locale,
        &[&scale.from.year().to_string(), &scale.until.year().to_string(), &view.day(as_of)],
    );
    let rows = lanes.iter().zip(0..).map(|(lane, row)| {
        let top = HEAD_PX + LANE_PX * row;
        let drawn = stretches.iter().filter(|stretch| stretch.lane == *lane);
        html! {
            <g>
                <text x="0" y={(top + 14).to_string()} class="lane">{lane_name(*lane).get(view.locale)}</text>
                { for drawn.map(|stretch| draw(view, &scale, stretch, top + 18)) }
            </g>
        }
    });
    let today = percent(scale.share(as_of));
    html! {
        <svg class="timeline" width="100%" height={height.to_string()} role="img" aria-label={label}>
            { for years(&scale).map(|(share, year)| tick(share, year, height)) }
            { for rows }
            <line class="today" x1={today.clone()} x2={today} y1={(HEAD_PX - 6).to_string()} y2={height.to_string()} />
        </svg>
    }
}

fn draw(view: &View, scale: &Scale, stretch: &Stretch, top: i32) -> Html {
    let state = stretch.state.code();
    let words = words(view, stretch);
    let shape = if stretch.to == Some(stretch.from) {
        let middle = (top + BAR_PX / 2).to_string();
        html! { <circle cx={percent(scale.share(stretch.from))} cy={middle} r="5"><title>{words}</title></circle> }
    } else {
        let start = scale.share(stretch.from);
        let end = stretch.to.map_or(100.0, |to| scale.share(to));
        // A stretch of some days is still to be seen.
        let width = percent((end - start).max(0.4));
        html! {
            <rect x={percent(start)} y={top.to_string()} {width} height={BAR_PX.to_string()}>
                <title>{words}</title>
            </rect>
        }
    };
    let class = Class::ALL.iter().find(|class| stretch.lane == Lane::Class && *view.pack.word(**class) == stretch.label);
    html! { <g class={classes!(stretch.lane.code(), state, class.map(|class| class.code()))}>{shape}</g> }
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

fn tick(share: f64, year: i32, height: i32) -> Html {
    let x = percent(share);
    html! {
        <g class="year">
            <line x1={x.clone()} x2={x.clone()} y1={HEAD_PX.to_string()} y2={height.to_string()} />
            <text {x} y="14">{year}</text>
        </g>
    }
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

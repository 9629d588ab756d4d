//! Draws the timeline. Places from left to right are shares of the width, so that words keep their size on every screen
//! and on paper; what is to come is drawn dashed and lighter than what was.

use yew::prelude::*;

use super::lane_name;
use super::layout::Layout;
use super::mark::shapes;
use crate::app::text::{self, Phrase};
use crate::assess::timeline::{Mark, Name, Tick, WIDTH, ticks};
use crate::facts::Term;
use crate::pack::{Lane, Locale};

/// Heights in CSS pixels: of the head with the ticks' names, of a lane's name, of a row, and of the foot with the as-of
/// date.
const HEAD: i32 = 22;
const NAME: i32 = 22;
pub const ROW: i32 = 18;
const FOOT: i32 = 24;

/// The months from the second on: beside the first stands the year.
const MONTHS: [Phrase; 11] = [
    text::FEBRUARY,
    text::MARCH,
    text::APRIL,
    text::MAY,
    text::JUNE,
    text::JULY,
    text::AUGUST,
    text::SEPTEMBER,
    text::OCTOBER,
    text::NOVEMBER,
    text::DECEMBER,
];

/// Returns how high the picture is in CSS pixels, and what stands in it. `wrap` puts the shapes of a mark, given by its
/// index, into an element of their own with the index as its key.
pub fn drawing(layout: &Layout, wrap: &dyn Fn(usize, &Mark, Html) -> Html) -> (i32, Html) {
    let locale = layout.view.locale;
    let mut lanes = Vec::new();
    let mut top = HEAD;
    for lane in Lane::ALL {
        if !layout.view.answer.timeline.iter().any(|stretch| stretch.lane == *lane) {
            continue;
        }
        let number = lane.index() as i32;
        let marks = || layout.marks.iter().enumerate().filter(|(_, mark)| mark.lane == number);
        let rows = marks().map(|(_, mark)| mark.row as i32 + 1).max().unwrap_or(1);
        let wrapped = marks().map(|(index, mark)| {
            let below = top + NAME + ROW * mark.row as i32;
            wrap(index, mark, shapes(layout, index, mark, below))
        });
        lanes.push(html! {
            <g key={lane.code()} class="lane">
                { label(0, top + 15, None, lane_name(locale, number)) }
                <>{ for wrapped }</>
            </g>
        });
        // The words for the classes stand below them.
        top += NAME + ROW * rows + if *lane == Lane::Class { ROW } else { 4 };
    }
    let ticks = ticks(layout.date(layout.span.from), layout.span.days());
    let content = html! {
        <>
            <>{ for ticks.into_iter().map(|at| tick(locale, at, top)) }</>
            <g>{ for lanes }</g>
            if layout.span.from <= 0 && layout.span.until >= 0 {
                { today(layout, top) }
            }
        </>
    };
    (top + FOOT, content)
}

fn tick(locale: Locale, tick: Tick, bottom: i32) -> Html {
    let month = (tick.month as usize).checked_sub(2).and_then(|index| MONTHS.get(index));
    let name = month
        .map_or_else(|| text::TICK_YEAR.fill(locale, &[&tick.year.to_string()]), |month| month.get(locale).to_owned());
    html! {
        <g class={classes!("tick", (tick.name != Name::Everywhere).then_some("fine"))}>
            { upright(tick.at, bottom) }
            if tick.name != Name::Nowhere {
                { label(tick.at, HEAD - 8, Some("3"), &name) }
            }
        </g>
    }
}

/// The line of the as-of date.
fn today(layout: &Layout, bottom: i32) -> Html {
    let view = &layout.view;
    let at = layout.span.share(0);
    let anchor = if at < WIDTH / 2 { "start" } else { "end" };
    html! {
        <g class="today">
            { upright(at, bottom + 4) }
            <text x={share(at)} y={(bottom + 18).to_string()} text-anchor={anchor}>
                { [text::AS_OF.get(view.locale), &view.day(view.answer.as_of)].join(" ") }
            </text>
        </g>
    }
}

/// A line from the head of the picture down.
fn upright(at: i32, bottom: i32) -> Html {
    html! { <line x1={share(at)} x2={share(at)} y1={(HEAD - 4).to_string()} y2={bottom.to_string()} /> }
}

/// Words in the picture, moved to the right by `dx` CSS pixels.
pub fn label(at: i32, bottom: i32, dx: Option<&'static str>, words: &str) -> Html {
    html! { <text x={share(at)} y={bottom.to_string()} {dx}>{ words }</text> }
}

/// Writes a share of the width, which is given in hundredths of a percent.
pub fn share(share: i32) -> String {
    format!("{}.{:02}%", share / 100, share % 100)
}

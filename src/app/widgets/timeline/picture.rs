//! Draws the timeline. Places from left to right are shares of the width, so that words keep their size on every screen
//! and on paper; what is to come is drawn dashed and lighter than what was.

use super::hear::mark_id;
use super::words::mark_words;
use super::{Drawn, lane_name};
use crate::app::element::{El, el};
use crate::app::text;
use crate::assess::Stretch;
use crate::assess::timeline::{Mark, NUMBER, Name, Tick, WIDTH, ticks};
use crate::facts::Term;
use crate::pack::{Class, Lane, LaneState, Locale};

/// Heights in CSS pixels: of the head with the ticks' names, of a lane's name, of a row, of the mark in it, and of the
/// foot with the as-of date.
const HEAD: i32 = 22;
const NAME: i32 = 22;
const ROW: i32 = 18;
const BAR: i32 = 14;
const FOOT: i32 = 24;
/// The least width of a bar, and that of a Chinese letter, of which a Latin one has half; their unit is that of
/// `assess::timeline`.
const LEAST: i32 = 80;
const LETTER: i32 = 430;

/// The picture.
pub(super) fn picture(drawn: &Drawn) -> El {
    let mut lanes = el("g");
    let mut top = HEAD;
    for lane in Lane::ALL {
        if !drawn.view.answer.timeline.iter().any(|stretch| stretch.lane == *lane) {
            continue;
        }
        let place = lane.place() as i32;
        let mut group = el("g").class("lane").with(label(0, top + 15, lane_name(drawn, place)));
        let mut rows = 1;
        for (index, mark) in drawn.marks.iter().enumerate().filter(|(_, mark)| mark.lane == place) {
            rows = rows.max(mark.row as i32 + 1);
            group = group.with(draw(drawn, index, mark, top + NAME));
        }
        // The words for the classes stand below them.
        top += NAME + ROW * rows + if *lane == Lane::Class { ROW } else { 4 };
        lanes = lanes.with(group);
    }
    let mut picture = pixels(el("svg").class("timeline").set("width", "100%"), "height", top + FOOT);
    for at in ticks(drawn.date(drawn.span.from), drawn.span.days()) {
        picture = picture.with(tick(drawn.view.locale, at, top));
    }
    let in_view = drawn.span.from <= 0 && drawn.span.until >= 0;
    picture.html(lanes.still()).maybe(in_view.then(|| today(drawn, top)))
}

/// One mark: its shapes, and its words for those who listen.
fn draw(drawn: &Drawn, index: usize, mark: &Mark, top: i32) -> El {
    let view = &drawn.view;
    let top = top + ROW * mark.row as i32;
    let (from, count) = (mark.from, mark.holds.len());
    let current = mark.state == LaneState::Current.place();
    let first = drawn.held(mark).next();
    let class = first.and_then(|stretch| class_of(drawn, stretch));
    let state = LaneState::ALL.get(mark.state).map_or("", |state| state.code());
    let group = el("g")
        .id(&mark_id(index))
        .classes(&["mark", state, class.map_or("", Term::code)])
        .set("role", "button")
        .set("tabindex", "-1")
        .put("aria-label", &mark_words(drawn, mark));
    if count == 1 && first.is_some_and(|first| first.to == Some(first.from)) {
        let point = share(el("circle").set("r", "6"), "cx", from);
        return group.with(pixels(point, "cy", top + BAR / 2));
    }
    let mut until = mark.until;
    if count > 1 {
        until = until.max(from + NUMBER);
    }
    // What is of today is to come from today on; the class of today holds by itself.
    let today = drawn.span.share(0).max(from + LEAST);
    let split = current && class.is_none() && today < until;
    let rest = split.then(|| bar(today, until, top).class("rest"));
    let group = group.with(bar(from, if split { today } else { until }, top)).maybe(rest);
    if count > 1 {
        return group.with(label(from, top + BAR - 2, &count.to_string()).set("dx", "3"));
    }
    let Some(class) = class else { return group };
    let next = drawn.marks.get(index + 1).map_or(WIDTH, |next| next.from);
    let (shape, word) = (class.shape(), view.word(class));
    let letter = if view.locale == Locale::Zh { LETTER } else { LETTER / 2 };
    // The shape and a blank are two more.
    let room = (next - from) / letter - 2;
    let words = if room > word.chars().count() as i32 { [shape, word].join(" ") } else { shape.to_owned() };
    // Where not even the shape has room, the words of the mark have to do.
    group.maybe((room >= 0).then(|| label(from, top + ROW + BAR, &words)))
}

/// The class that a stretch tells.
fn class_of(drawn: &Drawn, stretch: &Stretch) -> Option<Class> {
    let is = |class: &&Class| stretch.lane == Lane::Class && *drawn.view.rules.pack.word(**class) == stretch.label;
    Class::ALL.iter().find(is).copied()
}

fn bar(from: i32, until: i32, top: i32) -> El {
    let from = from.min(WIDTH - LEAST);
    let bar = share(share(el("rect"), "x", from), "width", (until - from).max(LEAST));
    pixels(pixels(bar, "y", top), "height", BAR)
}

fn tick(locale: Locale, tick: Tick, bottom: i32) -> El {
    const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let month = tick.month as usize;
    let english = MONTHS.get(month * 3 - 3..month * 3).unwrap_or_default();
    let (phrase, value) = if month == 1 { (text::TICK_YEAR, tick.year) } else { (text::TICK_MONTH, tick.month as i32) };
    let name = phrase.fill(locale, &[&value.to_string(), english]);
    let name = (tick.name != Name::Nowhere).then(|| label(tick.at, HEAD - 8, &name).set("dx", "3"));
    let class = if tick.name == Name::Everywhere { "tick" } else { "tick fine" };
    el("g").class(class).with(upright(tick.at, HEAD - 4, bottom)).maybe(name)
}

/// The line of the as-of date.
fn today(drawn: &Drawn, bottom: i32) -> El {
    let at = drawn.span.share(0);
    let words = [text::AS_OF.get(drawn.view.locale), &drawn.view.day(drawn.view.answer.as_of)].join(" ");
    let anchor = if at < WIDTH / 2 { "start" } else { "end" };
    let name = label(at, bottom + 18, &words).set("text-anchor", anchor);
    el("g").class("today").with(upright(at, HEAD - 4, bottom + 4)).with(name)
}

fn label(at: i32, bottom: i32, words: &str) -> El {
    pixels(share(el("text"), "x", at), "y", bottom).text(words)
}

fn upright(at: i32, top: i32, bottom: i32) -> El {
    let line = share(share(el("line"), "x1", at), "x2", at);
    pixels(pixels(line, "y1", top), "y2", bottom)
}

#[inline(never)]
fn share(element: El, name: &'static str, share: i32) -> El {
    element.put(name, &format!("{}.{:02}%", share / 100, share % 100))
}

#[inline(never)]
fn pixels(element: El, name: &'static str, pixels: i32) -> El {
    element.put(name, &pixels.to_string())
}

//! Draws the timeline. Places from left to right are shares of the width, so that words keep their size on every screen
//! and on paper; what is to come is drawn dashed and lighter than what was.

use std::rc::Rc;

use yew::virtual_dom::ListenerKind;

use super::hear::{Hear, MARK, PICTURE};
use super::plan::{Mark, NUMBER, Name, Tick, WIDTH, ticks};
use super::words::mark_words;
use super::{Drawn, lane_name};
use crate::app::element::{El, el};
use crate::app::text;
use crate::facts::Term;
use crate::pack::{Class, Lane, LaneState, Locale};

/// Heights in CSS pixels: of the head with the ticks' names, of a lane's name, of a row, of the mark in it, and of the
/// foot with the as-of date.
const HEAD: usize = 22;
const NAME: usize = 22;
const ROW: usize = 18;
const BAR: usize = 14;
const FOOT: usize = 24;
/// The least width of a bar, and that of a Chinese letter, of which a Latin one has half; see `plan` on their unit.
const LEAST: i32 = 80;
const LETTER: i32 = 430;

/// The picture, which is one stop of the Tab key; arrow keys lead from mark to mark.
pub(super) fn picture(drawn: &Rc<Drawn>) -> El {
    let view = &drawn.view;
    let mut top = HEAD;
    let mut lanes: Vec<El> = Vec::new();
    let mut marks = drawn.marks.iter().enumerate().peekable();
    for lane in &drawn.lanes {
        let mut group = el("g").with(label(0, top + 15, lane_name(*lane).get(view.locale)).class("lane"));
        let mut rows = 1;
        while let Some((index, (_, mark))) = marks.next_if(|(_, (of, _))| of == lane) {
            rows = rows.max(mark.row + 1);
            let room = marks.peek().map_or(WIDTH, |(_, (of, next))| if of == lane { next.from } else { WIDTH });
            group = group.with(draw(drawn, index, *lane, mark, top + NAME, room));
        }
        top += NAME + ROW * rows + if *lane == Lane::Class { ROW } else { 4 };
        lanes.push(group);
    }
    let hear = |kind| Rc::new(Hear { kind, drawn: drawn.clone() });
    el("svg")
        .class("timeline")
        .id(PICTURE)
        .set("width", "100%")
        .put("height", &(top + FOOT).to_string())
        .set("role", "group")
        .set("tabindex", "0")
        .set("aria-labelledby", "timeline timeline-shown")
        .set("aria-describedby", "timeline-hint")
        .listen(hear(ListenerKind::onmouseover))
        .listen(hear(ListenerKind::onfocusin))
        .listen(hear(ListenerKind::onclick))
        .listen(hear(ListenerKind::onkeydown))
        .each(ticks(drawn.date(drawn.span.from), drawn.span.days()).iter().map(|at| tick(view.locale, at, top)))
        .each(lanes)
        .maybe(today(drawn, top))
}

/// One mark: its shapes, and its words for those who listen. `room` is where the next one of its lane begins.
fn draw(drawn: &Drawn, index: usize, lane: Lane, mark: &Mark, top: usize, room: i32) -> El {
    let view = &drawn.view;
    let top = top + ROW * mark.row;
    let (from, count) = (mark.from, mark.holds.len());
    let state = LaneState::ALL.get(mark.state).copied().unwrap_or(LaneState::Past);
    let first = drawn.held(mark).next();
    let class = first
        .filter(|_| lane == Lane::Class)
        .and_then(|stretch| Class::ALL.iter().copied().find(|class| *view.rules.pack.word(*class) == stretch.label));
    let group = el("g")
        .id(&format!("{MARK}{index}"))
        .classes(&["mark", state.code(), class.map_or("", Term::code)])
        .set("role", "button")
        .set("tabindex", "-1")
        .put("aria-label", &mark_words(drawn, lane, mark));
    if count == 1 && first.is_some_and(|first| first.to == Some(first.from)) {
        let middle = (top + BAR / 2).to_string();
        return group.with(el("circle").put("cx", &percent(from)).put("cy", &middle).set("r", "6"));
    }
    let until = if count > 1 { mark.until.max(from + NUMBER) } else { mark.until };
    // What is of today is to come from today on; the class of today holds by itself.
    let today = drawn.span.share(0).max(from + LEAST);
    let split = state == LaneState::Current && class.is_none() && today < until;
    let rest = split.then(|| bar(today, until, top).class("rest"));
    let group = group.with(bar(from, if split { today } else { until }, top)).maybe(rest);
    if count > 1 {
        return group.with(label(from, top + BAR - 2, &count.to_string()).set("dx", "3"));
    }
    let Some(class) = class else { return group };
    let (shape, word) = (class.shape(), view.word(class));
    let needed = (word.chars().count() as i32 + 2) * if view.locale == Locale::Zh { LETTER } else { LETTER / 2 };
    let words = if room - from > needed { [shape, word].join(" ") } else { shape.to_owned() };
    // Where not even the shape has room, the words of the mark have to do.
    group.maybe((room - from > LETTER).then(|| label(from, top + ROW + BAR, &words)))
}

fn bar(from: i32, until: i32, top: usize) -> El {
    let from = from.min(WIDTH - LEAST);
    el("rect")
        .put("x", &percent(from))
        .put("y", &top.to_string())
        .put("width", &percent((until - from).max(LEAST)))
        .put("height", &BAR.to_string())
}

fn tick(locale: Locale, tick: &Tick, bottom: usize) -> El {
    const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let month = tick.month as usize;
    let name = match (month, locale) {
        (1, _) => text::TICK_YEAR.fill(locale, &[&tick.year.to_string()]),
        (_, Locale::Zh) => text::TICK_MONTH.fill(locale, &[&month.to_string()]),
        (_, Locale::En) => MONTHS.get(month * 3 - 3..month * 3).unwrap_or_default().to_owned(),
    };
    let name = (tick.name != Name::Nowhere).then(|| label(tick.at, HEAD - 8, &name).set("dx", "3"));
    let class = if tick.name == Name::Everywhere { "tick" } else { "tick fine" };
    el("g").class(class).with(upright(tick.at, HEAD - 4, bottom)).maybe(name)
}

/// The as-of date, where it is in view.
fn today(drawn: &Drawn, bottom: usize) -> Option<El> {
    let (view, at) = (&drawn.view, drawn.span.share(0));
    let words = [text::AS_OF.get(view.locale), &view.day(view.answer.as_of)].join(" ");
    let anchor = if at < WIDTH / 2 { "start" } else { "end" };
    let name = label(at, bottom + 18, &words).set("text-anchor", anchor);
    let in_view = drawn.span.from <= 0 && drawn.span.until >= 0;
    in_view.then(|| el("g").class("today").with(upright(at, HEAD - 4, bottom + 4)).with(name))
}

fn label(at: i32, bottom: usize, words: &str) -> El {
    el("text").put("x", &percent(at)).put("y", &bottom.to_string()).text(words)
}

fn upright(at: i32, top: usize, bottom: usize) -> El {
    let x = percent(at);
    el("line").put("x1", &x).put("x2", &x).put("y1", &top.to_string()).put("y2", &bottom.to_string())
}

fn percent(share: i32) -> String {
    format!("{}.{:02}%", share / 100, share % 100)
}

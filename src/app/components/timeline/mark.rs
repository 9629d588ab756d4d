//! Draws a mark of the timeline: a point, a bar, or a bar with the number of those that are drawn as one.

use yew::prelude::*;

use super::drawing::{ROW, label, share};
use super::layout::Layout;
use crate::assess::timeline::{Mark, NUMBER, WIDTH};
use crate::facts::Term;
use crate::pack::{Class, LaneState, Locale};

/// The height of a mark in CSS pixels.
const BAR: i32 = 14;
/// The least width of a bar, and that of a Chinese letter, of which a Latin one has half; their unit is that of
/// `assess::timeline`.
const LEAST: i32 = 80;
const LETTER: i32 = 430;

/// Returns the classes by which the look of a mark is known.
pub fn mark_classes(layout: &Layout, mark: &Mark) -> Classes {
    let state = LaneState::ALL.get(mark.state).map(|state| state.code());
    classes!("mark", state, layout.class(mark).map(|class| layout.view.rules.pack.class(class).tone.code()))
}

/// Returns the shapes of the mark with an index, whose row begins at `top`.
pub fn shapes(layout: &Layout, index: usize, mark: &Mark, top: i32) -> Html {
    let (from, count) = (mark.from, mark.holds.len());
    if count == 1 && layout.held(mark).all(|stretch| stretch.to == Some(stretch.from)) {
        return html! { <circle r="6" cx={share(from)} cy={(top + BAR / 2).to_string()} /> };
    }
    let class = layout.class(mark);
    let until = if count > 1 { mark.until.max(from + NUMBER) } else { mark.until };
    // What is of today is to come from today on; the class of today holds by itself.
    let today = layout.span.share(0).max(from + LEAST);
    let is_split = mark.state == LaneState::Current.index() && class.is_none() && today < until;
    let words = class.filter(|_| count == 1).and_then(|class| class_words(layout, index, mark, class));
    html! {
        <>
            { bar(from, if is_split { today } else { until }, top, None) }
            if is_split {
                { bar(today, until, top, Some("rest")) }
            }
            if count > 1 {
                { label(from, top + BAR - 2, Some("3"), &count.to_string()) }
            }
            if let Some(words) = words {
                { label(from, top + ROW + BAR, None, &words) }
            }
        </>
    }
}

/// Returns what stands below a class: its shape and its word, its short word, or its shape alone, as there is room up to the next
/// mark. Where not even the shape has room, the words of the mark have to do.
fn class_words(layout: &Layout, index: usize, mark: &Mark, class: Class) -> Option<String> {
    let view = &layout.view;
    let next = layout.marks.get(index + 1).map_or(WIDTH, |next| next.from);
    let entry = view.rules.pack.class(class);
    let shape = entry.tone.shape();
    let letter = if view.locale == Locale::Zh { LETTER } else { LETTER / 2 };
    // The shape and a blank are two more.
    let room = (next - mark.from) / letter - 2;
    let fitting = [&entry.word, &entry.short].map(|word| view.say(word));
    let word = fitting.into_iter().find(|word| room > word.chars().count() as i32);
    (room >= 0).then(|| word.map_or_else(|| shape.to_owned(), |word| [shape, word].join(" ")))
}

fn bar(from: i32, until: i32, top: i32, class: Option<&'static str>) -> Html {
    let from = from.min(WIDTH - LEAST);
    let width = (until - from).max(LEAST);
    html! { <rect {class} x={share(from)} y={top.to_string()} width={share(width)} height={BAR.to_string()} /> }
}

//! What a mark is, in words: the same for those who point at it, those who come by the keyboard, and those who listen.

use super::{Drawn, lane_name};
use crate::app::state::queries::{View, fact_title, list_title};
use crate::app::text;
use crate::assess::Stretch;
use crate::pack::Lane;

use super::plan::Mark;

/// So many of those that are drawn as one are told one by one.
const MOST_LINES: usize = 5;

/// The words of a mark in one line: what it is and when, or how many are drawn as one.
pub(super) fn mark_words(drawn: &Drawn, lane: Lane, mark: &Mark) -> String {
    let view = &drawn.view;
    let mut held = drawn.held(mark);
    let Some(first) = held.next() else { return String::new() };
    let (mut from, mut until, mut count) = (first.from, first.to.unwrap_or(first.from), 1);
    for other in held {
        count += 1;
        from = from.min(other.from);
        until = until.max(other.to.unwrap_or(other.from));
    }
    if count == 1 {
        return stretch_words(view, first);
    }
    let name = lane_name(lane).get(view.locale);
    text::TOGETHER.fill(view.locale, &[name, &count.to_string(), &view.day(from), &view.day(until)])
}

/// The words of a mark, with a line for each of those that are drawn as one.
pub(super) fn all_words(drawn: &Drawn, lane: Lane, mark: &Mark) -> String {
    let mut words = mark_words(drawn, lane, mark);
    let count = mark.holds.len();
    if count > 1 {
        for stretch in drawn.held(mark).take(MOST_LINES) {
            words.push('\n');
            words.push_str(&stretch_words(&drawn.view, stretch));
        }
        if count > MOST_LINES {
            words.push('\n');
            words.push_str(&text::TOGETHER_MORE.fill(drawn.view.locale, &[&(count - MOST_LINES).to_string()]));
        }
    }
    words
}

/// What a stretch is and when; with its fact, where the two are not the same.
fn stretch_words(view: &View, stretch: &Stretch) -> String {
    let locale = view.locale;
    let (label, from) = (view.say(&stretch.label), view.day(stretch.from));
    let words = match stretch.to {
        Some(to) if to == stretch.from => text::POINT.fill(locale, &[label, &from]),
        Some(to) => text::SPAN.fill(locale, &[label, &from, &view.day(to)]),
        None => text::SPAN_OPEN.fill(locale, &[label, &from]),
    };
    let Some(fact) = stretch.reference else { return words };
    let title = fact_title(view, fact);
    match stretch.lane {
        Lane::Penalty | Lane::Inspection => [list_title(fact.kind, locale), &title].join(" "),
        Lane::Publication | Lane::Repair => text::ABOUT_FACT.fill(locale, &[&words, &title]),
        Lane::Listing | Lane::Class => words,
    }
}

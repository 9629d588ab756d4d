//! What a mark is, in words: the same for those who point at it, those who come by the keyboard, and those who listen.

use super::{Drawn, lane_name};
use crate::app::state::queries::{View, fact_title};
use crate::app::text;
use crate::assess::Stretch;
use crate::assess::timeline::Mark;
use crate::pack::Lane;

/// So many of those that are drawn as one are told one by one.
const MOST_LINES: usize = 5;

/// The words of a mark in one line: what it is and when, or how many are drawn as one.
pub(super) fn mark_words(drawn: &Drawn, mark: &Mark) -> String {
    let view = &drawn.view;
    let Some(first) = drawn.held(mark).next() else { return String::new() };
    let count = mark.holds.len();
    if count == 1 {
        return stretch_words(view, first);
    }
    let (mut from, mut until) = (first.from, first.from);
    for stretch in drawn.held(mark) {
        from = from.min(stretch.from);
        until = until.max(stretch.to.unwrap_or(stretch.from));
    }
    let name = lane_name(drawn, mark.lane);
    text::TOGETHER.fill(view.locale, &[name, &count.to_string(), &view.day(from), &view.day(until)])
}

/// The words of a mark, with a line for each of those that are drawn as one.
pub(super) fn all_words(drawn: &Drawn, mark: &Mark) -> String {
    let mut words = mark_words(drawn, mark);
    let count = mark.holds.len();
    if count > 1 {
        for stretch in drawn.held(mark).take(MOST_LINES) {
            words.push('\n');
            words.push_str(&stretch_words(&drawn.view, stretch));
        }
    }
    if count > MOST_LINES {
        words.push('\n');
        words.push_str(&text::TOGETHER_MORE.fill(drawn.view.locale, &[&(count - MOST_LINES).to_string()]));
    }
    words
}

/// What a stretch is and when; with its fact, where the two are not the same.
fn stretch_words(view: &View, stretch: &Stretch) -> String {
    let locale = view.locale;
    let fact = stretch.reference.map(|fact| (view.word(fact.kind), fact_title(view, fact)));
    if let (Lane::Penalty | Lane::Inspection, Some((kind, title))) = (stretch.lane, &fact) {
        return [kind, " ", title].concat();
    }
    let phrase = match stretch.to {
        None => text::SPAN_OPEN,
        Some(to) if to == stretch.from => text::POINT,
        Some(_) => text::SPAN,
    };
    let until = view.day(stretch.to.unwrap_or(stretch.from));
    let words = phrase.fill(locale, &[view.say(&stretch.label), &view.day(stretch.from), &until]);
    match (stretch.lane, fact) {
        (Lane::Publication | Lane::Repair, Some((_, title))) => text::ABOUT_FACT.fill(locale, &[&words, &title]),
        _ => words,
    }
}

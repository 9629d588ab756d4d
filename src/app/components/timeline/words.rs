//! What a mark is, in words: the same for those who point at it, those who come by the keyboard, and those who listen.

use std::rc::{Rc, Weak};

use yew::prelude::*;

use super::lane_name;
use super::layout::Layout;
use super::picture::Picture;
use crate::app::state::queries::{View, fact_title};
use crate::app::text;
use crate::assess::Stretch;
use crate::assess::timeline::{Mark, Period};
use crate::pack::Lane;

/// So many of those that are drawn as one are told one by one.
const MOST_LINES: usize = 5;

/// What the picture with its words is given.
#[derive(Properties, PartialEq)]
pub struct PictureWithWordsProps {
    /// What is in view.
    pub layout: Rc<Layout>,
    /// Takes the period that a person wants to see.
    pub onperiod: Callback<Period>,
}

/// The picture, and below it the words of the mark at which a person was last. Passing over marks renders nothing anew but
/// those words.
#[component(PictureWithWords)]
pub fn picture_with_words(PictureWithWordsProps { layout, onperiod }: &PictureWithWordsProps) -> Html {
    // The mark, with what it is a mark of; that does not stay for the words' sake.
    let pointed = use_state(|| None::<(Weak<Layout>, usize)>);
    let onpoint = {
        let pointed = pointed.setter();
        use_callback(layout.clone(), move |index, layout| pointed.set(Some((Rc::downgrade(layout), index))))
    };
    // Words that a mark left behind go with the marks.
    let index = pointed.as_ref().and_then(|(of, index)| of.upgrade().filter(|of| of == layout).map(|_| *index));
    let mark = index.and_then(|index| layout.marks.get(index));
    html! {
        <>
            <Picture {layout} {onpoint} {onperiod} />
            <p id="timeline-words">{ mark.map(|mark| all_words(layout, mark)).unwrap_or_default() }</p>
        </>
    }
}

/// Returns the words of a mark in one line: what it is and when, or how many are drawn as one.
pub fn mark_words(layout: &Layout, mark: &Mark) -> String {
    let view = &layout.view;
    let Some(first) = layout.held(mark).next() else { return String::new() };
    let count = mark.holds.len();
    if count == 1 {
        return stretch_words(view, first);
    }
    let (mut from, mut until) = (first.from, first.from);
    for stretch in layout.held(mark) {
        from = from.min(stretch.from);
        until = until.max(stretch.to.unwrap_or(stretch.from));
    }
    let name = lane_name(view.locale, mark.lane);
    text::TOGETHER.fill(view.locale, &[name, &count.to_string(), &view.day(from), &view.day(until)])
}

/// Returns the words of a mark, with a line for each of those that are drawn as one.
fn all_words(layout: &Layout, mark: &Mark) -> String {
    let view = &layout.view;
    let count = mark.holds.len();
    let mut lines = vec![mark_words(layout, mark)];
    if count > 1 {
        lines.extend(layout.held(mark).take(MOST_LINES).map(|stretch| stretch_words(view, stretch)));
    }
    if count > MOST_LINES {
        lines.push(text::TOGETHER_MORE.fill(view.locale, &[&(count - MOST_LINES).to_string()]));
    }
    lines.join("\n")
}

/// Returns what a stretch is and when; with its fact, where the two are not the same.
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

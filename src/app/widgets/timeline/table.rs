//! The table behind the picture: every stretch, in view or not.

use super::{Drawn, Live, lane_name};
use crate::app::element::{El, el};
use crate::app::text::{self, Phrase};
use crate::app::widgets::{fact_link, fold, table_head};
use crate::assess::Stretch;
use crate::facts::Term;

const COLUMNS: [(Phrase, bool); 5] = [
    (text::COLUMN_LANE, false),
    (text::COLUMN_FROM, false),
    (text::COLUMN_TO, false),
    (text::COLUMN_WHAT, false),
    (text::COLUMN_STATE, false),
];

/// The words for past, current and coming.
const STATES: [Phrase; 3] = [text::STATE_PAST, text::STATE_CURRENT, text::STATE_COMING];

/// The table, folded; its rows are there once it is open, so that a record of hundreds costs nothing unread.
pub(super) fn behind(Live { model, drawn }: &Live) -> El {
    let locale = drawn.view.locale;
    let stretches = &drawn.view.answer.timeline;
    let name = text::TIMELINE_TABLE.fill(locale, &[&stretches.len().to_string()]);
    fold(&model.state().reading, "timeline-table", false, el("summary").text(&name), &|folded| {
        let body = el("tbody").each(stretches.iter().map(|stretch| row(drawn, stretch)));
        let table = el("table").with(table_head(locale, &COLUMNS)).with(body);
        // Where it is wider than the screen it scrolls by itself, and takes the focus for its keys.
        folded.with(el("div").class("scroll").set("tabindex", "0").with(table))
    })
}

fn row(drawn: &Drawn, stretch: &Stretch) -> El {
    let view = &drawn.view;
    let locale = view.locale;
    let until = match stretch.to {
        None => text::NO_END.get(locale).to_owned(),
        Some(to) if to == stretch.from => text::NOT_KNOWN.get(locale).to_owned(),
        Some(to) => view.day(to),
    };
    let state = STATES.get(stretch.state.place()).map_or("", |state| state.get(locale));
    let fact = stretch.reference.map(|fact| fact_link(view, fact));
    let cell = |words: &str| el("td").text(words);
    el("tr")
        .with(cell(lane_name(drawn, stretch.lane.place() as i32)))
        .with(cell(&view.day(stretch.from)))
        .with(cell(&until))
        .with(cell(view.say(&stretch.label)).text(" ").maybe(fact))
        .with(cell(state))
}

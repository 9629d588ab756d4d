//! The table behind the picture: every stretch, in view or not.

use std::rc::Rc;

use yew::virtual_dom::ListenerKind;

use super::hear::Hear;
use super::{Drawn, lane_name};
use crate::app::element::{El, el};
use crate::app::state::queries::View;
use crate::app::text;
use crate::app::widgets::{fact_link, table};
use crate::assess::Stretch;
use crate::pack::LaneState;

/// The table, folded; its rows are there once it is open, so that a record of hundreds costs nothing unread.
pub(super) fn behind(drawn: &Rc<Drawn>) -> El {
    let view = &drawn.view;
    let stretches = &view.answer.timeline;
    let name = text::TIMELINE_TABLE.fill(view.locale, &[&stretches.len().to_string()]);
    let folded = el("details")
        .class("timeline-table")
        .listen(Rc::new(Hear { kind: ListenerKind::ontoggle, drawn: drawn.clone() }))
        .with(el("summary").text(&name));
    if !drawn.model.state.timeline.listed {
        return folded;
    }
    let columns = [text::COLUMN_LANE, text::COLUMN_FROM, text::COLUMN_TO, text::COLUMN_WHAT, text::COLUMN_STATE];
    let rows = stretches.iter().map(|stretch| row(view, stretch));
    // Where it is wider than the screen it scrolls by itself, and takes the focus for its keys.
    let scroll = el("div").class("scroll").set("tabindex", "0");
    folded.set("open", "").with(scroll.with(table(view.locale, "", &columns.map(|name| (name, false)), rows)))
}

fn row(view: &View, stretch: &Stretch) -> El {
    let locale = view.locale;
    let until = match stretch.to {
        Some(to) if to == stretch.from => text::NOT_KNOWN.get(locale).to_owned(),
        Some(to) => view.day(to),
        None => text::NO_END.get(locale).to_owned(),
    };
    let state = match stretch.state {
        LaneState::Past => text::STATE_PAST,
        LaneState::Current => text::STATE_CURRENT,
        LaneState::Coming => text::STATE_COMING,
    };
    let what = el("td").text(view.say(&stretch.label)).text(" ");
    el("tr")
        .with(el("td").text(lane_name(stretch.lane).get(locale)))
        .with(el("td").text(&view.day(stretch.from)))
        .with(el("td").text(&until))
        .with(what.maybe(stretch.reference.map(|fact| fact_link(view, fact))))
        .with(el("td").text(state.get(locale)))
}

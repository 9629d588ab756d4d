//! The timeline: a lane each for what happened and what will, in a period that a person chooses. `assess::timeline` works
//! out where things stand, `layout` has them for one period, `drawing` and `mark` draw them, `picture` leads through them,
//! `words` says what a mark is, `table` tells everything without a picture.

mod drawing;
mod layout;
mod mark;
mod paper;
mod periods;
mod picture;
mod table;
mod words;

use std::rc::Rc;

use yew::prelude::*;

use super::{Fold, Folds};
use crate::app::state::queries::View;
use crate::app::text::{self, Phrase};
use crate::assess::timeline::Period;
use crate::pack::Locale;

use layout::Layout;
use periods::Periods;
use table::StretchTable;
use words::PictureWithWords;

pub use paper::PaperTimeline;

/// The names of the lanes, from the top.
const LANES: [Phrase; 6] = [
    text::LANE_PENALTY,
    text::LANE_PUBLICATION,
    text::LANE_LISTING,
    text::LANE_INSPECTION,
    text::LANE_REPAIR,
    text::LANE_CLASS,
];

/// What the timeline is given.
#[derive(Properties, PartialEq)]
pub struct TimelineProps {
    /// The enterprise, and what was found of it.
    pub view: Rc<View>,
    /// How much is in view. A person changes it.
    pub period: Period,
    /// Takes the period that a person wants to see.
    pub onperiod: Callback<Period>,
    /// What is unfolded. A person changes it.
    pub folds: Folds,
}

/// The timeline of an enterprise, with what changes its period above it, its words below and the same as a table.
#[component(Timeline)]
pub fn timeline(TimelineProps { view, period, onperiod, folds }: &TimelineProps) -> Html {
    let locale = view.locale;
    let layout = &use_memo((view.clone(), *period), |(view, period)| Layout::of(view, *period));
    let summary = text::TIMELINE_TABLE.fill(locale, &[&view.answer.timeline.len().to_string()]);
    html! {
        <>
            <Periods {layout} period={*period} {onperiod} />
            <p class="quiet" id="timeline-shown" role="status">{ layout.shown_words() }</p>
            <PictureWithWords {layout} {onperiod} />
            <p class="quiet">{ text::TIMELINE_KEY.get(locale) }</p>
            <p class="quiet" id="timeline-hint">{ text::TIMELINE_HINT.get(locale) }</p>
            <Fold {folds} id="timeline-table" {summary}>
                <StretchTable {view} />
            </Fold>
        </>
    }
}

/// Returns the name of a lane by its index.
fn lane_name(locale: Locale, lane: i32) -> &'static str {
    LANES.get(lane as usize).map_or("", |name| name.get(locale))
}

//! The timeline as it is printed.

use std::rc::Rc;

use yew::prelude::*;

use super::drawing::drawing;
use super::layout::Layout;
use super::mark::mark_classes;
use super::words::mark_words;
use crate::app::state::queries::View;
use crate::app::text;
use crate::assess::timeline::{Mark, Period};

/// What the timeline on paper is given.
#[derive(Properties, PartialEq)]
pub struct PaperTimelineProps {
    /// The enterprise, and what was found of it.
    pub view: Rc<View>,
}

/// All of a timeline, with its days and its key: a paper cannot be asked for what is out of view, nor does its reader know
/// what was chosen on a screen. Nothing on it can be pressed.
#[component(PaperTimeline)]
pub fn paper_timeline(PaperTimelineProps { view }: &PaperTimelineProps) -> Html {
    let layout = Layout::of(view, Period::All);
    let wrap = |index: usize, mark: &Mark, shapes: Html| {
        html! {
            <g key={index} class={mark_classes(&layout, mark)} role="img" aria-label={mark_words(&layout, mark)}>
                { shapes }
            </g>
        }
    };
    let (height, content) = drawing(&layout, &wrap);
    html! {
        <>
            <p class="quiet">{ layout.shown_words() }</p>
            <svg class="timeline" width="100%" height={height.to_string()}>{ content }</svg>
            <p class="quiet">{ text::TIMELINE_KEY.get(view.locale) }</p>
        </>
    }
}

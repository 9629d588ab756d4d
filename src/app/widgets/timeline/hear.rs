//! What the timeline does when it is pointed at, walked through by keys, or pressed. One listener for all of it, and
//! words that go straight to their place: drawing the page anew for each mark passed over would make it stutter.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDetailsElement, HtmlElement, KeyboardEvent};
use yew::virtual_dom::{Listener, ListenerKind};

use super::plan::towards;
use super::words::all_words;
use super::{Drawn, show};
use crate::app::state::queries::fact_id;
use crate::app::state::tasks::reveal;
use crate::app::state::{Action, Step, Timeline};
use crate::facts::Term;
use crate::pack::Lane;

/// The ids of the picture, of the place for the words below it, and of each mark before its number.
pub(super) const PICTURE: &str = "timeline-picture";
pub(super) const WORDS: &str = "timeline-words";
pub(super) const MARK: &str = "timeline-mark-";

/// Listens for one kind of event.
pub(super) struct Hear {
    pub kind: ListenerKind,
    pub drawn: Rc<Drawn>,
}

impl Listener for Hear {
    fn kind(&self) -> ListenerKind {
        self.kind.clone()
    }

    fn passive(&self) -> bool {
        false
    }

    fn handle(&self, event: Event) {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        let drawn = &*self.drawn;
        let at = mark_at(&target);
        match self.kind {
            ListenerKind::ontoggle => {
                if let Some(details) = target.dyn_ref::<HtmlDetailsElement>() {
                    let timeline = Timeline { listed: details.open(), ..drawn.model.state.timeline };
                    drawn.model.state.dispatch(Action::Timeline(timeline));
                }
            }
            ListenerKind::onkeydown => key(drawn, at, event.unchecked_ref()),
            ListenerKind::onclick => press(drawn, at),
            _ => say(drawn, at),
        }
    }
}

/// The number of the mark that an element belongs to.
fn mark_at(element: &Element) -> Option<usize> {
    let mark = element.closest(".mark").ok()??;
    mark.id().strip_prefix(MARK)?.parse().ok()
}

fn by_id(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

fn focus(id: &str) {
    if let Some(element) = by_id(id) {
        // An element of SVG takes the focus by the same method as one of HTML.
        let _ = element.unchecked_ref::<HtmlElement>().focus();
    }
}

/// Shows the words of a mark below the picture, where they stay until another is asked for.
fn say(drawn: &Drawn, at: Option<usize>) {
    if let (Some(place), Some((lane, mark))) = (by_id(WORDS), at.and_then(|at| drawn.marks.get(at))) {
        place.set_text_content(Some(&all_words(drawn, *lane, mark)));
    }
}

/// Leads to the fact of a mark, or to the section that it comes from; what is drawn as one comes apart.
fn press(drawn: &Drawn, at: Option<usize>) {
    let Some((lane, mark)) = at.and_then(|at| drawn.marks.get(at)) else { return };
    let Some(first) = drawn.held(mark).next() else { return };
    if mark.holds.len() > 1 {
        let (mut from, mut until) = (drawn.span.until, drawn.span.from);
        for stretch in drawn.held(mark) {
            let begins = drawn.number(stretch.from).max(drawn.span.from);
            (from, until) = (from.min(begins), until.max(begins));
        }
        if let Some(period) = drawn.span.closer(from, until) {
            focus(PICTURE);
            return show(&drawn.model, period);
        }
    }
    match (first.reference, lane) {
        (Some(fact), _) => reveal(&fact_id(fact)),
        (None, Lane::Inspection) => reveal("inspect"),
        (None, _) => reveal("forecast"),
    }
}

fn key(drawn: &Drawn, at: Option<usize>, event: &KeyboardEvent) {
    // With these the keys are the browser's.
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let key = event.key();
    let step = match key.as_str() {
        "+" | "=" => Some(Step::In),
        "-" => Some(Step::Out),
        "PageUp" => Some(Step::Earlier),
        "PageDown" => Some(Step::Later),
        _ => None,
    };
    let places: Vec<(usize, i32)> = drawn.marks.iter().map(|(lane, mark)| (lane.place(), mark.from)).collect();
    if let Some(step) = step {
        // The mark that has the focus may go; the picture stays.
        focus(PICTURE);
        if let Some(period) = drawn.span.step(step, drawn.whole) {
            show(&drawn.model, period);
        }
    } else if let Some(next) = towards(&places, at, &key) {
        focus(&format!("{MARK}{next}"));
    } else if at.is_some() && matches!(key.as_str(), "Enter" | " ") {
        press(drawn, at);
    } else {
        return;
    }
    event.prevent_default();
}

//! What the timeline does when it is pointed at, walked through by keys, or pressed. One listener for all of it, and
//! words that go straight to their place: drawing the page anew for each mark passed over would make it stutter.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};
use yew::virtual_dom::{Listener, ListenerKind};

use super::words::all_words;
use super::{Drawn, Live, show};
use crate::app::element::El;
use crate::app::ground;
use crate::app::state::queries::fact_id;
use crate::app::state::tasks::reveal;
use crate::assess::timeline::{Mark, Step, towards};
use crate::pack::Lane;

/// The ids of the picture, and of the place for the words below it.
const PICTURE: &str = "timeline-picture";
pub(super) const WORDS: &str = "timeline-words";

/// The id of a mark.
pub(super) fn mark_id(index: usize) -> String {
    [MARK, &index.to_string()].concat()
}

const MARK: &str = "timeline-mark-";

/// What is listened for.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Heard {
    Over,
    Focus,
    Press,
    Key,
}

/// Listens for one thing.
pub(super) struct Hear {
    pub heard: Heard,
    pub live: Rc<Live>,
}

/// The picture as one stop of the Tab key; arrow keys lead from mark to mark.
pub(super) fn listening(live: &Rc<Live>, picture: El) -> El {
    let picture = picture
        .id(PICTURE)
        .set("role", "group")
        .set("tabindex", "0")
        .set("aria-labelledby", "timeline timeline-shown")
        .set("aria-describedby", "timeline-hint");
    [Heard::Over, Heard::Focus, Heard::Press, Heard::Key]
        .into_iter()
        .fold(picture, |picture, heard| picture.listen(Rc::new(Hear { heard, live: live.clone() })))
}

impl Listener for Hear {
    fn kind(&self) -> ListenerKind {
        match self.heard {
            Heard::Over => ListenerKind::onmouseover,
            Heard::Focus => ListenerKind::onfocusin,
            Heard::Press => ListenerKind::onclick,
            Heard::Key => ListenerKind::onkeydown,
        }
    }

    fn passive(&self) -> bool {
        false
    }

    fn handle(&self, event: Event) {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        let drawn = &self.live.drawn;
        let at = mark_at(&target);
        let mark = at.and_then(|at| drawn.marks.get(at));
        match (self.heard, mark) {
            (Heard::Key, _) => key(&self.live, at, event.unchecked_ref()),
            (Heard::Press, Some(mark)) => press(&self.live, mark),
            (Heard::Over | Heard::Focus, Some(mark)) => say(drawn, mark),
            (_, None) => {}
        }
    }
}

/// The number of the mark that an element belongs to.
fn mark_at(element: &Element) -> Option<usize> {
    let mark = element.closest(".mark").ok()??;
    mark.id().strip_prefix(MARK)?.parse().ok()
}

fn focus(id: &str) {
    if let Some(element) = ground::with_id::<Element>(id) {
        // An element of SVG takes the focus by the same method as one of HTML.
        let _ = element.unchecked_ref::<HtmlElement>().focus();
    }
}

/// Shows the words of a mark below the picture, where they stay until another is asked for.
fn say(drawn: &Drawn, mark: &Mark) {
    if let Some(place) = ground::with_id::<Element>(WORDS) {
        place.set_text_content(Some(&all_words(drawn, mark)));
    }
}

/// Leads to the fact of a mark, or to the section that it comes from; what is drawn as one comes apart.
fn press(Live { model, drawn }: &Live, mark: &Mark) {
    let Some(first) = drawn.held(mark).next() else { return };
    let (mut from, mut until) = (drawn.span.until, drawn.span.from);
    for stretch in drawn.held(mark) {
        let begins = drawn.days(stretch).0.max(drawn.span.from);
        (from, until) = (from.min(begins), until.max(begins));
    }
    let closer = drawn.span.closer(from, until);
    if mark.holds.len() > 1 && closer.is_some() {
        focus(PICTURE);
        show(model, closer);
    } else if let Some(fact) = first.reference {
        reveal(&fact_id(fact));
    } else {
        reveal(if first.lane == Lane::Inspection { "inspect" } else { "forecast" });
    }
}

fn key(live: &Live, at: Option<usize>, event: &KeyboardEvent) {
    // With these the keys are the browser's.
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let Live { model, drawn } = live;
    let key = event.key();
    let step = match key.as_str() {
        "+" | "=" => Some(Step::In),
        "-" => Some(Step::Out),
        "PageUp" => Some(Step::Earlier),
        "PageDown" => Some(Step::Later),
        _ => None,
    };
    let mark = at.and_then(|at| drawn.marks.get(at));
    if let Some(step) = step {
        // The mark that has the focus may go; the picture stays.
        focus(PICTURE);
        show(model, drawn.span.step(step, drawn.whole));
    } else if let Some(next) = towards(&drawn.marks, at, &key) {
        focus(&mark_id(next));
    } else if let ("Enter" | " ", Some(mark)) = (key.as_str(), mark) {
        press(live, mark);
    } else {
        return;
    }
    event.prevent_default();
}

//! What folds away in the answer, and is drawn only while it is open: a record may have hundreds of penalties.

use std::rc::Rc;

use web_sys::HtmlDetailsElement;
use yew::html::ontoggle;
use yew::prelude::*;
use yew::virtual_dom::Listener;

use crate::app::element::{El, el};
use crate::app::state::{Action, Model, Reading};

/// What a fold has that the page has drawn open.
const DRAWN_OPEN: &str = "data-open";

/// The folds of an answer.
pub(super) struct Folds<'m> {
    pub(super) model: &'m Model,
    toggled: Rc<dyn Listener>,
}

impl<'m> Folds<'m> {
    /// The folds as the state remembers them; one listener serves them all.
    pub(super) fn of(model: &'m Model) -> Self {
        let state = model.state.dispatcher();
        let hear = move |event: Event| {
            let fold: HtmlDetailsElement = event.target_unchecked_into();
            // A fold that was drawn open tells so too; only what a person does is remembered.
            if fold.open() != fold.has_attribute(DRAWN_OPEN) {
                state.dispatch(Action::Fold(fold.id(), fold.open()));
            }
        };
        Self { model, toggled: Rc::new(ontoggle::Wrapper::new(hear.into())) }
    }

    pub(super) fn reading(&self) -> &Reading {
        &self.model.state.reading
    }

    /// A fold with a summary; `fill` puts in what is shown while it is open.
    #[inline(never)]
    pub(super) fn fold(&self, id: &str, at_first: bool, summary: El, fill: &dyn Fn(El) -> El) -> El {
        let fold = el("details").id(id).listen(self.toggled.clone()).with(summary);
        if self.reading().is_open(id, at_first) { fill(fold.set("open", "").set(DRAWN_OPEN, "")) } else { fold }
    }
}

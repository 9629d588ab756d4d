//! What folds away.

use std::rc::Rc;

use web_sys::HtmlDetailsElement;
use yew::html::ImplicitClone;
use yew::prelude::*;

use crate::app::state::{Action, AnswerState, Model, RecordsAction};

/// What is folded and unfolded on a page, and whom a person's folding is told.
#[derive(Clone, PartialEq)]
pub struct Folds {
    reading: Rc<AnswerState>,
    onfold: Callback<(AttrValue, bool)>,
}

impl Folds {
    /// Returns whether a fold is open that nobody has touched when it is open `at_first`.
    #[must_use]
    pub fn is_open(&self, id: &str, at_first: bool) -> bool {
        self.reading.is_open(id, at_first)
    }

    /// Returns what of it is about the folds whose ids end so: for one entry of a long list, which is not rendered anew when
    /// another is folded.
    #[must_use]
    pub fn ending_with(&self, end: &str) -> Self {
        Self { reading: Rc::new(self.reading.ending_with(end)), onfold: self.onfold.clone() }
    }
}

/// A clone shares what it is about.
impl ImplicitClone for Folds {}

/// Returns the folds of the answer that is shown, as the state has them.
#[hook]
pub fn use_folds(model: &Model, reading: &AnswerState) -> Folds {
    let onfold = use_callback(model.clone(), |(id, open): (AttrValue, bool), model| {
        model.dispatch(Action::Records(RecordsAction::Fold(id.to_string(), open)));
    });
    let reading = use_memo(reading.clone(), AnswerState::clone);
    Folds { reading, onfold }
}

/// What a fold is given.
#[derive(Properties, PartialEq)]
pub struct FoldProps {
    pub folds: Folds,
    pub id: AttrValue,
    /// Whether it is open until somebody touches it.
    #[prop_or_default]
    pub at_first: bool,
    #[prop_or_default]
    pub class: Option<&'static str>,
    /// What stands there while it is folded as well.
    pub summary: Html,
    /// What is unfolded. It is rendered only while the fold is open: a record may have hundreds of penalties.
    pub children: Html,
}

/// A fold with a summary.
#[component(Fold)]
pub fn fold(FoldProps { folds, id, at_first, class, summary, children }: &FoldProps) -> Html {
    let open = folds.is_open(id, *at_first);
    let ontoggle = {
        let (onfold, id) = (folds.onfold.clone(), id.clone());
        move |event: Event| {
            let is_open = event.target_unchecked_into::<HtmlDetailsElement>().open();
            // A fold that was rendered open tells so too; only what a person does is remembered.
            if is_open != open {
                onfold.emit((id.clone(), is_open));
            }
        }
    };
    html! {
        <details id={id.clone()} class={*class} {open} {ontoggle}>
            <summary>{ summary.clone() }</summary>
            if open {
                { children.clone() }
            }
        </details>
    }
}

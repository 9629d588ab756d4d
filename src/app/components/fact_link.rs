//! A fact in one line that leads to where it stands among the facts.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::host::reveal;
use crate::app::state::queries::{View, fact_id, fact_title};
use crate::assess::Target;

/// What the link to a fact is given.
#[derive(Properties, PartialEq)]
pub struct FactLinkProps {
    pub view: Rc<View>,
    pub fact: Target,
}

/// A button with the fact in one line, which brings the fact into view.
#[component(FactLink)]
pub fn fact_link(FactLinkProps { view, fact }: &FactLinkProps) -> Html {
    fact_button(*fact, &fact_words(view, *fact).into())
}

/// Returns the fact in one line with its kind.
pub fn fact_words(view: &View, fact: Target) -> String {
    [view.word(fact.kind), " ", &fact_title(view, fact)].concat()
}

/// The button by itself, for lists that have put their facts into words already.
pub fn fact_button(fact: Target, words: &AttrValue) -> Html {
    let onclick = move |_| reveal(&fact_id(fact));
    html! { <button type="button" class="link" {onclick}>{ words }</button> }
}

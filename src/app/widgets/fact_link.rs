//! A fact in one line that leads to its place among the facts.

use crate::app::element::{El, button};
use crate::app::state::queries::{View, fact_id, fact_title};
use crate::app::state::tasks::reveal;
use crate::assess::Target;

/// A button with the fact in one line; it brings the fact into view.
pub fn fact_link(view: &View, fact: Target) -> El {
    let words = [view.word(fact.kind), " ", &fact_title(view, fact)].concat();
    button(&words, move |_| reveal(&fact_id(fact))).class("link")
}

//! A statement of an entry, some of whose words lead to another entry.

use yew::prelude::*;

use super::entry::element_id;
use crate::app::components::rules_address;
use crate::app::host::reveal;
use crate::rulebook::{Line, Run};

/// Renders what a statement says and what it lists.
pub(super) fn statement(line: &Line) -> Html {
    html! {
        <>
            { sentence(&line.words) }
            if !line.items.is_empty() {
                <ul>{ for line.items.iter().map(|item| html! { <li>{ sentence(item) }</li> }) }</ul>
            }
        </>
    }
}

fn sentence(words: &[Run]) -> Html {
    words
        .iter()
        .map(|run| {
            if run.to.is_empty() {
                html! { &run.text }
            } else {
                link(run)
            }
        })
        .collect()
}

/// Renders words that lead to an entry.
fn link(run: &Run) -> Html {
    let id = element_id(&run.to);
    // Pressed twice, the address stays the same and the browser does nothing by itself.
    let onclick = move |_| reveal(&id);
    html! { <a href={rules_address(&run.to)} {onclick}>{ &run.text }</a> }
}

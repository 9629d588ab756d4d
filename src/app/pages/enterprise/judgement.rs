//! The officer's own conclusion beside the assessment.

use yew::prelude::*;

use super::section::badge;
use crate::app::state::queries::View;
use crate::app::text;
use crate::request::Judgement;

/// Renders what an officer concluded, with name and reason.
pub(super) fn conclusion(view: &View, judgement: &Judgement) -> Html {
    html! {
        <section class="judgement">
            <p>
                <strong>{ text::JUDGEMENT_TITLE.get(view.locale) }</strong>
                { " " }
                { class(view, &judgement.class) }
            </p>
            <p>{ &judgement.reason }</p>
            <p>{ judged_by(view, judgement) }</p>
        </section>
    }
}

/// The class that was concluded. One that other rules had is told by its id.
fn class(view: &View, id: &str) -> Html {
    match view.rules.pack.class_with_id(id) {
        Some(entry) => badge(view, entry.class),
        None => html! { <span class="badge">{ id }</span> },
    }
}

/// Who concluded it, and when.
fn judged_by(view: &View, judgement: &Judgement) -> String {
    let on = judgement.on.map(|on| view.day(on)).unwrap_or_default();
    text::JUDGED_BY.fill(view.locale, &[&judgement.officer, &on])
}

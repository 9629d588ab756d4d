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
                { badge(view, judgement.class) }
            </p>
            <p>{ &judgement.reason }</p>
            <p>{ judged_by(view, judgement) }</p>
        </section>
    }
}

/// Says who concluded it, and when.
pub(super) fn judged_by(view: &View, judgement: &Judgement) -> String {
    let on = judgement.on.map(|on| view.day(on)).unwrap_or_default();
    text::JUDGED_BY.fill(view.locale, &[&judgement.officer, &on])
}

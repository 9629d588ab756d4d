//! The officer's own conclusion beside the assessment.

use yew::prelude::*;

use super::section::{SectionProps, badge};
use crate::app::state::queries::View;
use crate::app::text;
use crate::request::Judgement;

/// What an officer concluded, with name and reason; nothing where nobody did.
#[component(Conclusion)]
pub fn conclusion(SectionProps { view }: &SectionProps) -> Html {
    let Some(judgement) = &view.opened.half.judgement else { return Html::default() };
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

//! Why: each rule that holds, opening into its facts and its article.

use yew::prelude::*;

use crate::app::state::queries::View;
use crate::app::text;
use crate::app::widgets::{citation, class_badge, fact_link, source_details};
use crate::assess::{Evidence, Reason, Target};

/// The section on why the class is what it is.
pub(super) fn reasons(view: &View) -> Html {
    let locale = view.locale;
    let answer = &view.answer;
    let raised = answer.class != answer.credit_class;
    html! {
        <section aria-labelledby="why">
            <h2 id="why">{text::WHY.get(locale)}</h2>
            if raised {
                <p>{text::RAISED.fill(locale, &[view.word(answer.credit_class), view.word(answer.class)])}</p>
            }
            if answer.reasons.is_empty() {
                <p>{text::NO_REASONS.get(locale)}</p>
            } else {
                <ol class="reasons">{ for answer.reasons.iter().map(|reason| reason_item(view, reason)) }</ol>
            }
        </section>
    }
}

fn reason_item(view: &View, reason: &Reason) -> Html {
    let locale = view.locale;
    html! {
        <li>
            <details>
                <summary>
                    <span class="message">{view.say(&reason.message)}</span>
                    <span class="under">{class_badge(view.pack, locale, reason.class)}{" "}{citation(view, &reason.source)}</span>
                </summary>
                if !reason.evidence.is_empty() {
                    <h3>{text::RESTS_ON_FACTS.get(locale)}</h3>
                    <ul>{ for reason.evidence.iter().map(|fact| html! { <li>{evidence(view, fact)}</li> }) }</ul>
                }
                <h3>{text::ARTICLE.get(locale)}</h3>
                { source_details(view, &reason.source) }
            </details>
        </li>
    }
}

fn evidence(view: &View, evidence: &Evidence) -> Html {
    match (evidence.index, evidence.sector) {
        (Some(index), _) => fact_link(view, Target { kind: evidence.kind, index }),
        (None, Some(sector)) => {
            let grade = view.enterprise().risk_grades.get(sector).map_or("", |grade| view.word(grade));
            html! { {text::SECTOR_GRADE.fill(view.locale, &[view.word(sector), grade])} }
        }
        (None, None) => Html::default(),
    }
}

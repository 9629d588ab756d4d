//! Why: each rule that holds, opening into its facts and its article.

use yew::Html;

use crate::app::element::{El, el, words};
use crate::app::state::queries::View;
use crate::app::text;
use crate::app::widgets::{citation, class_badge, fact_link, source_details};
use crate::assess::{Evidence, Reason, Target};

use super::section;

/// The section on why the class is what it is.
pub(super) fn reasons(view: &View) -> El {
    let locale = view.locale;
    let answer = &view.answer;
    let raised = (answer.class != answer.credit_class)
        .then(|| el("p").text(&text::RAISED.fill(locale, &[view.word(answer.credit_class), view.word(answer.class)])));
    let list = if answer.reasons.is_empty() {
        el("p").text(text::NO_REASONS.get(locale))
    } else {
        el("ol").class("reasons").each(answer.reasons.iter().map(|reason| item(view, reason)))
    };
    section(view, "why", text::WHY).maybe(raised).with(list)
}

fn item(view: &View, reason: &Reason) -> El {
    let locale = view.locale;
    let under = el("span")
        .class("under")
        .with(class_badge(&view.rules.pack, locale, reason.class))
        .text(" ")
        .with(citation(view, &reason.source));
    let summary = el("summary").with(el("span").class("message").text(view.say(&reason.message))).with(under);
    let facts = el("ul").each(reason.evidence.iter().map(|fact| el("li").html(evidence(view, fact))));
    let details = el("details")
        .with(summary)
        .with(el("h3").text(text::RESTS_ON_FACTS.get(locale)))
        .with(facts)
        .with(el("h3").text(text::ARTICLE.get(locale)))
        .with(source_details(view, &reason.source));
    el("li").with(details)
}

fn evidence(view: &View, evidence: &Evidence) -> Html {
    match (evidence.index, evidence.sector) {
        (Some(index), _) => fact_link(view, Target { kind: evidence.kind, index }).done(),
        (None, Some(sector)) => {
            let grade = view.enterprise().risk_grades.get(sector).map_or("", |grade| view.word(grade));
            words(&text::SECTOR_GRADE.fill(view.locale, &[view.word(sector), grade]))
        }
        (None, None) => Html::default(),
    }
}

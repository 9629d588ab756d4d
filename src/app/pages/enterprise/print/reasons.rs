//! The reasons, with the numbers that their facts have in the tables of the report.

use std::rc::Rc;

use yew::prelude::*;

use super::super::reasons::{no_reasons, raised, still_counted};
use super::Headed;
use super::numbers::FactNumbers;
use crate::app::components::SourceDetails;
use crate::app::pages::enterprise::section::badge;
use crate::app::state::queries::{View, exception_words, grade_words};
use crate::app::text;
use crate::assess::Reason;
use crate::facts::Term;
use crate::pack::FactKind;

/// Returns why the class is what it is.
pub(super) fn reasons(view: &Rc<View>, numbers: &FactNumbers) -> Html {
    let locale = view.locale;
    let reasons = &view.answer.reasons;
    html! {
        <Headed title={text::WHY.get(locale)}>
            { for raised(view).map(|words| html! { <p>{ words }</p> }) }
            { for still_counted(view).map(|words| html! { <p>{ words }</p> }) }
            if reasons.is_empty() {
                <p>{ no_reasons(view) }</p>
            }
            <ol>{ for reasons.iter().map(|reason| item(view, numbers, reason)) }</ol>
        </Headed>
    }
}

fn item(view: &Rc<View>, numbers: &FactNumbers, reason: &Reason) -> Html {
    let locale = view.locale;
    let rests_on = [text::RESTS_ON_FACTS.get(locale), &evidence(view, numbers, reason)];
    html! {
        <li>
            <p>
                <strong>{ view.say(&reason.message) }</strong>
                { " " }
                { badge(view, reason.class) }
            </p>
            if let Some(exception) = exception_words(view, &reason.rule) {
                <p>{ exception }</p>
            }
            <p>{ text::NAMELY.fill(locale, &rests_on) }</p>
            <SourceDetails {view} cited={reason.source.clone()} />
        </li>
    }
}

/// The facts that a reason rests on, by their numbers.
fn evidence(view: &View, numbers: &FactNumbers, reason: &Reason) -> String {
    let locale = view.locale;
    let mut words: Vec<String> = Vec::new();
    for kind in FactKind::ALL {
        let of_kind = reason.evidence.iter().filter(|fact| fact.kind == *kind);
        let indices: Vec<usize> = of_kind.filter_map(|fact| fact.index).collect();
        if !indices.is_empty() {
            words.push(numbers.words(view, *kind, indices.iter().copied()));
        }
    }
    words.extend(reason.evidence.iter().filter_map(|fact| fact.sector).map(|sector| grade_words(view, sector)));
    words.join(text::CLAUSE.get(locale))
}

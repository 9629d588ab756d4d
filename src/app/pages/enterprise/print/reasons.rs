//! The reasons, with the numbers that their facts have in the tables of the report.

use std::rc::Rc;

use yew::prelude::*;

use super::super::reasons::{no_reasons, raised, still_counted};
use super::{AnswerProps, Headed};
use crate::app::components::{ClassBadge, SourceDetails};
use crate::app::state::queries::{View, exception_words, grade_words, list_title};
use crate::app::text;
use crate::assess::Reason;
use crate::facts::Term;
use crate::pack::FactKind;

/// Why the class is what it is.
#[component(Reasons)]
pub(super) fn reasons(AnswerProps { view }: &AnswerProps) -> Html {
    let locale = view.locale;
    let reasons = &view.answer.reasons;
    html! {
        <Headed title={text::WHY.get(locale)}>
            { for raised(view).map(|words| html! { <p>{ words }</p> }) }
            { for still_counted(view).map(|words| html! { <p>{ words }</p> }) }
            if reasons.is_empty() {
                <p>{ no_reasons(view) }</p>
            }
            <ol>{ for reasons.iter().map(|reason| item(view, reason)) }</ol>
        </Headed>
    }
}

fn item(view: &Rc<View>, reason: &Reason) -> Html {
    let locale = view.locale;
    let rests_on = [text::RESTS_ON_FACTS.get(locale), &evidence(view, reason)];
    html! {
        <li>
            <p>
                <strong>{ view.say(&reason.message) }</strong>
                { " " }
                <ClassBadge class={reason.class} word={view.word(reason.class).to_owned()} />
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
fn evidence(view: &View, reason: &Reason) -> String {
    let locale = view.locale;
    let mut words: Vec<String> = Vec::new();
    for kind in FactKind::ALL {
        let of_kind = reason.evidence.iter().filter(|fact| fact.kind == *kind);
        let indices: Vec<usize> = of_kind.filter_map(|fact| fact.index).collect();
        if !indices.is_empty() {
            words.push(numbered(view, *kind, &indices));
        }
    }
    words.extend(reason.evidence.iter().filter_map(|fact| fact.sector).map(|sector| grade_words(view, sector)));
    words.join(text::CLAUSE.get(locale))
}

/// Facts of a kind by their rising indices: 行政处罚第 1–11、13 项.
pub(super) fn numbered(view: &View, kind: FactKind, indices: &[usize]) -> String {
    let numbers = numbers(indices).join(view.rules.pack.list_separator.get(view.locale));
    text::FACTS_NUMBERED.fill(view.locale, &[list_title(kind, view.locale), &numbers])
}

/// Rising indices as numbers from 1, neighbours taken together.
pub(super) fn numbers(indices: &[usize]) -> Vec<String> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for index in indices {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *index => *last = *index,
            _ => runs.push((*index, *index)),
        }
    }
    let number = |index: usize| (index + 1).to_string();
    let words = |(first, last)| if first == last { number(first) } else { [number(first), number(last)].join("–") };
    runs.into_iter().map(words).collect()
}

//! Whether it is a key case.

use yew::prelude::*;

use super::evidence::EvidenceList;
use super::section::{FoldedSectionProps, section};
use crate::app::components::{Citation, Fold};
use crate::app::state::queries::View;
use crate::app::text;
use crate::assess::Evidence;
use crate::pack::{Condition, CountedBy, KeyCaseCondition, Text};

/// The section on key cases.
#[component(KeyCase)]
pub fn key_case(FoldedSectionProps { view, folds }: &FoldedSectionProps) -> Html {
    let found = &view.answer.key_case;
    let rules = rules(view).map(|KeyCaseRule { id, title, facts, is_new }| {
        html! {
            <li>
                <Fold {folds} id={["key-case-", id].concat()} at_first={is_new} summary={view.say(title).to_owned()}>
                    <EvidenceList {view} facts={facts.to_vec()} />
                </Fold>
            </li>
        }
    });
    let content = html! {
        <>
            <p>{ verdict(view) }</p>
            if found.flagged {
                <ul class="reasons">{ for rules }</ul>
            }
            <p>{ count(view) }</p>
            { for found.sources.iter().map(|cited| html! { <p class="under"><Citation {view} cited={cited.clone()} /></p> }) }
        </>
    };
    section(view, "key-case", text::KEY_CASE, content)
}

/// A rule that makes it a key case.
pub(super) struct KeyCaseRule<'v> {
    pub id: &'v str,
    pub title: &'v Text,
    /// The facts that it counted.
    pub facts: &'v [Evidence],
    /// Whether these do not stand with a reason for the class already.
    pub is_new: bool,
}

/// Returns the rules that make it a key case.
pub(super) fn rules(view: &View) -> impl Iterator<Item = KeyCaseRule<'_>> {
    let found = &view.answer.key_case;
    found.rules.iter().zip(&found.evidence).filter_map(|(id, facts)| {
        let rule = view.rules.pack.key_case.rules.iter().find(|rule| rule.id == *id)?;
        let is_new = view.answer.reasons.iter().all(|reason| reason.rule != *id);
        Some(KeyCaseRule { id, title: &rule.title, facts, is_new })
    })
}

/// Says whether it is a key case.
pub(super) fn verdict(view: &View) -> &'static str {
    let says = if view.answer.key_case.flagged { text::IS_KEY_CASE } else { text::IS_NO_KEY_CASE };
    says.get(view.locale)
}

/// Says how many penalties were counted, and how many it takes.
pub(super) fn count(view: &View) -> String {
    let found = &view.answer.key_case;
    let pack = &view.rules.pack;
    let counted_by = match pack.key_case.counted_by {
        CountedBy::ClassRule(index) => pack.rules.get(index).map(|rule| &rule.when),
        CountedBy::KeyCaseRule(index) => pack.key_case.rules.get(index).and_then(|rule| match &rule.when {
            KeyCaseCondition::Own { when, .. } => Some(when),
            KeyCaseCondition::Rule(_) => None,
        }),
    };
    let first = counted_by.and_then(|condition| condition.fact_conditions().into_iter().next());
    let at_least = match first.map(|of_facts| of_facts.condition) {
        Some(Condition::Count { at_least, .. }) => view.number(*at_least),
        _ => String::new(),
    };
    let count = found.penalty_count.to_string();
    match found.window {
        Some(window) => {
            let [from, to] = [window.from, window.to].map(|day| view.day(day));
            text::KEY_COUNT.fill(view.locale, &[&from, &to, &count, &at_least])
        }
        None => text::KEY_COUNT_OF_ALL.fill(view.locale, &[&count, &at_least]),
    }
}

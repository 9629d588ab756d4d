//! Why: each rule that holds, opening into its facts, its count and its article.

use std::rc::Rc;

use yew::prelude::*;

use super::checked::Checked;
use super::evidence::EvidenceList;
use super::section::{FoldedSectionProps, SectionProps, badge, section};
use super::what_if::WhatIfFold;
use crate::app::components::{Citation, FactLink, Fold, Folds, RuleLink, SourceDetails};
use crate::app::state::queries::{View, WHY, exception_words, trace_words};
use crate::app::text;
use crate::assess::{Evidence, Reason, Repair, Target, Trace};
use crate::facts::EnterpriseStatus;
use crate::pack::{FactKind, Field, RepairStatus};

/// The section on why the class is what it is, and on what would change it.
#[component(Reasons)]
pub fn reasons(FoldedSectionProps { view, folds }: &FoldedSectionProps) -> Html {
    let locale = view.locale;
    let answer = &view.answer;
    let content = html! {
        <>
            if let Some(words) = raised(view) {
                <p>{ words }</p>
            }
            if let Some(words) = still_counted(view) {
                <p>{ words }</p>
            }
            if answer.reasons.is_empty() {
                <p>{ no_reasons(view) }</p>
            } else {
                <ol class="reasons">
                    { for answer.reasons.iter().enumerate().map(|(index, reason)| item(view, folds, index, reason)) }
                </ol>
            }
            if !answer.class.is_best() {
                <WhatIfFold {view} {folds} />
            }
            <Fold {folds} id="trace" class="part" summary={text::TRACE.get(locale)}>
                <Traces {view} />
            </Fold>
        </>
    };
    section(view, "why", text::WHY, content)
}

/// Says that no rule holds, and whether there is anything bad on record all the same.
pub(super) fn no_reasons(view: &View) -> String {
    let enterprise = view.enterprise();
    let is_clean = enterprise.penalties.is_empty()
        && enterprise.abnormal_listings.is_empty()
        && enterprise.serious_listings.is_empty()
        && enterprise.court_listings.is_empty();
    let phrase = if is_clean { text::NO_REASONS } else { text::NO_REASONS_LEFT };
    phrase.fill(view.locale, &[view.class_word(view.answer.class)])
}

/// Says that a risk grade raised the class, where one did.
pub(super) fn raised(view: &View) -> Option<String> {
    let answer = &view.answer;
    let classes = [view.class_word(answer.credit_class), view.class_word(answer.class)];
    (answer.class != answer.credit_class).then(|| text::RAISED.fill(view.locale, &classes))
}

/// Says why penalties count whose publication a deregistration has ended, where some do.
pub(super) fn still_counted(view: &View) -> Option<&'static str> {
    let answer = &view.answer;
    let is_ended = |repair: &&Repair| repair.status == RepairStatus::Ended && repair.target.kind == FactKind::Penalty;
    let ended: Vec<usize> = answer.repair.iter().filter(is_ended).map(|repair| repair.target.index).collect();
    let counts = |fact: &Evidence| {
        fact.kind == FactKind::Penalty && fact.index.is_some_and(|index| ended.binary_search(&index).is_ok())
    };
    let by_publication = |reason: &&Reason| {
        let rule = view.rules.pack.rule(&reason.rule);
        let mut selections = rule.into_iter().flat_map(|rule| rule.when.selections());
        selections.any(|selection| selection.filters.iter().any(|filter| filter.field == Field::Live))
    };
    let mut counted = answer.reasons.iter().filter(by_publication).flat_map(|reason| &reason.evidence);
    let is_counted = view.enterprise().status == EnterpriseStatus::Deregistered && counted.any(counts);
    is_counted.then(|| text::STILL_COUNTED.get(view.locale))
}

/// A reason, which unfolds.
fn item(view: &Rc<View>, folds: &Folds, index: usize, reason: &Reason) -> Html {
    let summary = html! {
        <>
            <span class="message">{ view.say(&reason.message) }</span>
            if let Some(words) = exception_words(view, &reason.rule) {
                <span class="under">{ words }</span>
            }
            <span class="under">
                { badge(view, reason.class) }
                { " " }
                <Citation {view} cited={reason.source.clone()} linked=false />
            </span>
        </>
    };
    html! {
        <li>
            <Fold {folds} id={[WHY, &reason.rule].concat()} {summary}>
                <ReasonDetails {view} {index} />
            </Fold>
        </li>
    }
}

/// What a reason that is unfolded is given.
#[derive(Properties, PartialEq)]
struct ReasonDetailsProps {
    /// The enterprise, and what was found of it.
    view: Rc<View>,
    /// Which of the reasons it is.
    index: usize,
}

/// What a reason rests on: its facts, what was counted, its article.
#[component(ReasonDetails)]
fn reason_details(ReasonDetailsProps { view, index }: &ReasonDetailsProps) -> Html {
    let locale = view.locale;
    let Some(reason) = view.answer.reasons.get(*index) else { return Html::default() };
    let answer = view.on(view.answer.as_of);
    let trace = answer.trace.iter().flatten().find(|trace| trace.rule == reason.rule);
    html! {
        <>
            <h3>{ text::RESTS_ON_FACTS.get(locale) }</h3>
            <EvidenceList {view} facts={reason.evidence.clone()} />
            if let Some(trace) = trace {
                <h3>{ text::COUNTED.get(locale) }</h3>
                <p>{ trace_words(view, trace) }</p>
            }
            <h3>{ text::ARTICLE.get(locale) }</h3>
            <SourceDetails {view} cited={reason.source.clone()} />
            <p><RuleLink {view} rule={reason.rule.clone()} /></p>
        </>
    }
}

/// How each rule was counted.
#[component(Traces)]
fn traces(SectionProps { view }: &SectionProps) -> Html {
    let answer = view.on(view.answer.as_of);
    html! { <ul class="conditions">{ for answer.trace.iter().flatten().map(|trace| rule(view, trace)) }</ul> }
}

/// What a rule counted; the facts of one that holds stand with its reason.
fn rule(view: &Rc<View>, trace: &Trace) -> Html {
    let title = view.rules.pack.rule(&trace.rule).map_or("", |rule| view.say(&rule.title)).to_owned();
    let word = if trace.holds { text::HOLDS } else { text::HOLDS_NOT }.get(view.locale);
    let nearly = trace.counts().filter(|_| !trace.holds).flat_map(|count| {
        count.counted.iter().map(|index| {
            let fact = Target { kind: count.fact, index: *index };
            html! { <p class="quiet"><FactLink {view} {fact} /></p> }
        })
    });
    html! {
        <Checked holds={trace.holds} {title} {word}>
            <p class="quiet">{ trace_words(view, trace) }</p>
            { for nearly }
        </Checked>
    }
}

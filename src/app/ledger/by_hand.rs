//! Facts that were changed by hand: what of them the ledger does not have yet, and what it has that the facts do not say.

use std::rc::Rc;

use yew::prelude::*;

use super::handle::LedgerHandle;
use super::words::{content_words, field_words};
use crate::app::state::Model;
use crate::app::state::queries::View;
use crate::app::state::tasks::change;
use crate::app::text;
use crate::entry;
use crate::json::Value;
use crate::ledger::{Change, Content, Entry, Question, Why, changes, lay_over};

/// Shows what the ledger and the facts say otherwise of what was changed by hand, with what can be done about it.
pub fn by_hand(model: &Model, view: &Rc<View>, ledger: &LedgerHandle, current: &[&Entry]) -> Html {
    html! {
        <>
            { unsaid(model, view, ledger, current) }
            { unnoted(model, view, ledger, current) }
        </>
    }
}

/// What the ledger has and the facts do not say: files of another month were opened since.
fn unsaid(model: &Model, view: &Rc<View>, ledger: &LedgerHandle, current: &[&Entry]) -> Html {
    let locale = view.locale;
    let laid = lay_over(view.enterprise(), current);
    let is_change = |entry: &&&Entry| matches!(entry.content(), Content::Change(_));
    let pending: Vec<&Entry> =
        current.iter().filter(is_change).filter(|entry| !laid.settled.contains(entry)).copied().collect();
    if pending.is_empty() {
        return Html::default();
    }
    let ontake = {
        let (model, enterprise) = (model.clone(), laid.enterprise.clone());
        move |_| change(&model, entry::Change::Facts(enterprise.clone()))
    };
    let line = |entry: &Entry| {
        let question = laid.questions.iter().find(|question| question.entry.id() == entry.id());
        let (ledger, uscc, id) = (ledger.clone(), entry.uscc().to_owned(), entry.id().clone());
        let onleave = move |_| ledger.enter(&uscc, vec![id.clone()], Content::Withdrawal);
        html! {
            <li>
                { content_words(view, entry.content()) }
                if let Some(question) = question {
                    <span class="quiet">{ why_words(view, question) }</span>
                }
                <button type="button" class="link" onclick={onleave}>{ text::LEDGER_LEAVE_FACTS.get(locale) }</button>
            </li>
        }
    };
    html! {
        <div class="notice by-hand">
            <div>
                <p>{ text::LEDGER_UNSAID.fill(locale, &[&pending.len().to_string()]) }</p>
                <ul>{ for pending.iter().map(|entry| line(entry)) }</ul>
            </div>
            <button type="button" onclick={ontake}>{ text::LEDGER_TAKE_OVER.get(locale) }</button>
        </div>
    }
}

/// What was changed by hand and the ledger does not have: it would be gone with the next files.
fn unnoted(model: &Model, view: &Rc<View>, ledger: &LedgerHandle, current: &[&Entry]) -> Html {
    let locale = view.locale;
    let is_listed = model.state().district.listed.iter().any(|(tab, _)| *tab == view.opened.id);
    let made = if is_listed { changes(&view.opened.first().read().enterprise, view.enterprise()) } else { Vec::new() };
    let is_noted = |made: &Change| current.iter().any(|entry| *entry.content() == Content::Change(made.clone()));
    let unnoted: Vec<Change> = made.into_iter().filter(|made| !is_noted(made)).collect();
    if unnoted.is_empty() {
        return Html::default();
    }
    let count = unnoted.len().to_string();
    // What was noted of the same place before no longer holds.
    let same_place = |made: &Change| {
        let is_same = |entry: &&&Entry| matches!(entry.content(), Content::Change(other) if (&other.fact, &other.field) == (&made.fact, &made.field));
        current.iter().filter(is_same).map(|entry| entry.id().clone()).collect::<Vec<_>>()
    };
    let noted: Vec<_> = unnoted.iter().map(|made| (same_place(made), Content::Change(made.clone()))).collect();
    let onnote = {
        let (ledger, uscc) = (ledger.clone(), view.enterprise().uscc.clone());
        move |_| ledger.enter_all(&uscc, noted.clone())
    };
    html! {
        <div class="notice by-hand">
            <p>{ text::LEDGER_UNNOTED.fill(locale, &[&count]) }</p>
            <button type="button" onclick={onnote} disabled={ledger.is_anonymous()}>{ text::LEDGER_ADD.get(locale) }</button>
        </div>
    }
}

fn why_words(view: &View, question: &Question) -> String {
    let locale = view.locale;
    match &question.why {
        Why::Official { now: Some(now) } => text::LEDGER_OFFICIAL.fill(locale, &[&official_words(view, question, now)]),
        Why::Official { now: None } => text::LEDGER_OFFICIAL_NONE.get(locale).to_owned(),
        Why::Which(places) => text::LEDGER_WHICH.fill(locale, &[&places.len().to_string()]),
        Why::Gone => text::LEDGER_GONE.get(locale).to_owned(),
    }
}

/// What the files say now: of a field its value, of a whole fact what is said otherwise.
fn official_words(view: &View, question: &Question, now: &Value) -> String {
    let Content::Change(change) = question.entry.content() else { return String::new() };
    match &change.field {
        Some(name) => field_words(view, change.fact.as_ref(), name, Some(now)),
        None => {
            let Value::Object(fields) = now else { return String::new() };
            let differs =
                fields.iter().filter(|(name, value)| change.to.as_ref().and_then(|to| to.get(name)) != Some(value));
            let words = differs.map(|(name, value)| {
                let title = text::field(name).map_or(name.as_str(), |phrase| phrase.get(view.locale));
                [title, " ", &field_words(view, change.fact.as_ref(), name, Some(value))].concat()
            });
            words.collect::<Vec<_>>().join(text::CLAUSE.get(view.locale))
        }
    }
}

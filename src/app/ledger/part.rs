//! What stands below the answer of an enterprise: its part of the ledger.

use std::rc::Rc;

use yew::prelude::*;

use super::applications::{all_applications, application_lines};
use super::by_hand::by_hand;
use super::contradictions::contradictions;
use super::entry_form::EntryForm;
use super::entry_line::EntryLine;
use super::handle::LedgerHandle;
use super::keeping::LedgerKeeping;
use crate::app::components::HelpLink;
use crate::app::state::Model;
use crate::app::state::queries::View;
use crate::app::text;
use crate::facts::Date;
use crate::ledger::{Content, Entry};
use crate::worker::today;

/// Returns the part of the ledger that is about the enterprise which is shown.
pub fn ledger_part(model: &Model, view: &Rc<View>) -> Html {
    html! { <LedgerPart key={view.opened.id} {model} {view} today={today()} /> }
}

/// What the part is given.
#[derive(Properties, PartialEq)]
struct LedgerPartProps {
    model: Model,
    /// The enterprise, and what was found of it.
    view: Rc<View>,
    today: Date,
}

/// The part of the ledger that is about one enterprise.
#[component(LedgerPart)]
fn part(LedgerPartProps { model, view, today }: &LedgerPartProps) -> Html {
    let corrected = use_state_eq(|| None::<Entry>);
    let Some(ledger) = use_context::<LedgerHandle>() else { return html! { <section id="ledger-part" /> } };
    let (locale, today) = (view.locale, *today);
    let uscc = view.enterprise().uscc.clone();
    let title = text::LEDGER.get(locale);
    let content = if uscc.trim().is_empty() {
        html! { <p class="quiet">{ text::LEDGER_NO_CODE.get(locale) }</p> }
    } else {
        let current = ledger.ledger.current(&uscc);
        let applications = all_applications(&current);
        let oncorrect = {
            let corrected = corrected.clone();
            Callback::from(move |entry| corrected.set(Some(entry)))
        };
        let ondone = {
            let corrected = corrected.clone();
            Callback::from(move |()| corrected.set(None))
        };
        let line = |entry: &Entry, holds: bool| {
            html! { <EntryLine key={entry.id().as_str()} {view} ledger={ledger.clone()} {today} entry={entry.clone()} {holds} oncorrect={oncorrect.clone()} /> }
        };
        let is_current = |entry: &&Entry| current.iter().any(|other| other.id() == entry.id());
        let former: Vec<&Entry> = ledger.ledger.of(&uscc).filter(|entry| !is_current(entry)).collect();
        let onassess = {
            let (view, ledger) = (view.clone(), ledger.clone());
            move |_| ledger.enter(&view.enterprise().uscc, Vec::new(), assessment(&view))
        };
        html! {
            <>
                <LedgerKeeping ledger={ledger.clone()} {locale} />
                { by_hand(model, view, &ledger, &current) }
                { for contradictions(view, &ledger.ledger, &applications) }
                if !applications.is_empty() {
                    <h3>{ text::LEDGER_APPLICATIONS.get(locale) }</h3>
                    <ul class="items applications">{ for applications.iter().map(|application| application_lines(view, application, today)) }</ul>
                    <p class="quiet">{ text::LEDGER_TODAY.fill(locale, &[&view.day(today)]) }</p>
                }
                if current.is_empty() {
                    <p class="quiet">{ text::LEDGER_EMPTY.get(locale) }</p>
                } else {
                    <ul class="items entries">{ for current.iter().rev().map(|entry| line(entry, true)) }</ul>
                }
                <EntryForm
                    key={corrected.as_ref().map(|entry| entry.id().as_str().to_owned()).unwrap_or_default()}
                    {view}
                    ledger={ledger.clone()}
                    {today}
                    corrected={(*corrected).clone()}
                    {ondone}
                />
                if view.withheld.is_none() {
                    <p><button type="button" onclick={onassess} disabled={ledger.is_anonymous()}>{ text::LEDGER_ASSESS.get(locale) }</button></p>
                }
                if !former.is_empty() {
                    <details>
                        <summary>{ text::LEDGER_FORMER.fill(locale, &[&former.len().to_string()]) }</summary>
                        <ul class="items entries">{ for former.iter().rev().map(|entry| line(entry, false)) }</ul>
                    </details>
                }
            </>
        }
    };
    html! {
        <section id="ledger-part" class="ledger" aria-labelledby="ledger">
            <div class="heading">
                <h2 id="ledger">{ title }</h2>
                <HelpLink {locale} entry="ledger" words={title} />
            </div>
            <p class="quiet">{ text::LEDGER_LEAD.get(locale) }</p>
            { content }
        </section>
    }
}

/// The assessment as it is shown, to be noted.
fn assessment(view: &View) -> Content {
    Content::Assessment {
        as_of: view.answer.as_of,
        class: view.answer.class.id().to_owned(),
        reasons: view.answer.reasons.iter().map(|reason| reason.rule.to_string()).collect(),
        digest: view.answer.pack.digest.to_string(),
    }
}

//! What was found, as it is told on paper: in the words of the page, with everything unfolded that matters, and without the
//! ids and the links of the page.

use std::rc::Rc;

use yew::prelude::*;

use super::super::forecast::changes;
use super::super::key_case::{self, KeyCaseRule};
use super::super::measures::measure_list;
use super::super::plan::{PlanLine, Said, plan_lines};
use crate::app::components::{Citation, fact_words};
use crate::app::state::queries::{View, grade_words};
use crate::app::text::{self, Phrase};
use crate::assess::{Evidence, Target};
use crate::pack::Cited;

/// Renders how and how often to inspect.
pub(super) fn inspection(view: &Rc<View>) -> Html {
    let lines = plan_lines(view).into_iter().map(|PlanLine { name, said }| {
        html! {
            <>
                <dt>{ name.get(view.locale) }</dt>
                { for said.into_iter().map(|said| self::said(view, said)) }
            </>
        }
    });
    section(view, text::HOW_TO_INSPECT, html! { <dl>{ for lines }</dl> })
}

fn said(view: &Rc<View>, Said { words, tags, lead, facts, notes, source }: Said) -> Html {
    let tag = |(words, is_strong): (String, bool)| {
        html! { <span class={if is_strong { "tag strong" } else { "tag" }}>{ words }</span> }
    };
    let facts = (!facts.is_empty()).then(|| evidence_list(view, &facts));
    html! {
        <dd>
            { words }
            { for tags.into_iter().map(tag) }
            if let (Some(lead), Some(facts)) = (lead, &facts) {
                <div>{ lead.get(view.locale) }{ facts.clone() }</div>
            } else {
                { for facts }
            }
            { for notes.into_iter().map(|words| html! { <p class="quiet">{ words }</p> }) }
            { for source.iter().map(|cited| under(view, cited)) }
        </dd>
    }
}

/// Renders whether it is a key case.
pub(super) fn key_case(view: &Rc<View>) -> Html {
    let found = &view.answer.key_case;
    let rules = key_case::rules(view).map(|KeyCaseRule { title, facts, is_new, .. }| {
        html! {
            <li>
                { view.say(title) }
                if is_new {
                    { evidence_list(view, facts) }
                }
            </li>
        }
    });
    let content = html! {
        <>
            <p>{ key_case::verdict(view) }</p>
            if found.flagged {
                <ul class="reasons">{ for rules }</ul>
            }
            <p>{ key_case::count(view) }</p>
            { for found.sources.iter().map(|cited| under(view, cited)) }
        </>
    };
    section(view, text::KEY_CASE, content)
}

/// Renders what follows from the class and the lists.
pub(super) fn measures(view: &Rc<View>) -> Html {
    section(view, text::MEASURES, measure_list(view))
}

/// Renders what is to come.
pub(super) fn forecast(view: &View) -> Html {
    section(view, text::FORECAST, changes(view))
}

fn section(view: &View, title: Phrase, content: Html) -> Html {
    html! {
        <section>
            <div class="heading"><h2>{ title.get(view.locale) }</h2></div>
            { content }
        </section>
    }
}

/// Renders the source below what it is the source of.
fn under(view: &Rc<View>, cited: &Cited) -> Html {
    html! { <p class="under"><Citation {view} cited={cited.clone()} /></p> }
}

/// Renders facts in one line each. On paper there is nothing to lead to.
fn evidence_list(view: &View, facts: &[Evidence]) -> Html {
    html! { <ul>{ for facts.iter().map(|fact| html! { <li>{ words(view, *fact) }</li> }) }</ul> }
}

fn words(view: &View, Evidence { kind, index, sector }: Evidence) -> String {
    match (index, sector) {
        (Some(index), _) => fact_words(view, Target { kind, index }),
        (None, Some(sector)) => grade_words(view, sector),
        (None, None) => String::new(),
    }
}

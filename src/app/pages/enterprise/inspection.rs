//! How and how often to inspect.

use std::rc::Rc;

use yew::prelude::*;

use super::evidence::EvidenceList;
use super::plan::{PlanLine, Said, plan_lines};
use super::section::{SectionProps, section};
use crate::app::components::Citation;
use crate::app::state::queries::View;
use crate::app::text;

/// The section on inspection; open leads first.
#[component(Inspection)]
pub fn inspection(SectionProps { view }: &SectionProps) -> Html {
    let list = html! { <dl>{ for plan_lines(view).into_iter().map(|line| self::line(view, line)) }</dl> };
    section(view, "inspect", text::HOW_TO_INSPECT, list)
}

/// A name, and what is said under it.
fn line(view: &Rc<View>, PlanLine { name, said }: PlanLine) -> Html {
    html! {
        <>
            <dt>{ name.get(view.locale) }</dt>
            { for said.into_iter().map(|said| self::said(view, said)) }
        </>
    }
}

fn said(view: &Rc<View>, Said { words, tags, lead, facts, notes, source }: Said) -> Html {
    let tag = |(words, is_strong): (String, bool)| {
        html! { <span class={if is_strong { "tag strong" } else { "tag" }}>{ words }</span> }
    };
    let has_facts = !facts.is_empty();
    let facts = html! { <EvidenceList {view} {facts} /> };
    html! {
        <dd>
            { words }
            <>{ for tags.into_iter().map(tag) }</>
            if has_facts {
                if let Some(lead) = lead {
                    <div>
                        { lead.get(view.locale) }
                        { facts }
                    </div>
                } else {
                    { facts }
                }
            }
            <>{ for notes.into_iter().map(|words| html! { <p class="quiet">{ words }</p> }) }</>
            if let Some(cited) = source {
                <p class="under"><Citation {view} {cited} /></p>
            }
        </dd>
    }
}

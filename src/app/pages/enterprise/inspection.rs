//! How and how often to inspect.

use yew::prelude::*;

use crate::app::state::queries::View;
use crate::app::text::{self, Phrase};
use crate::app::widgets::{citation, fact_link};
use crate::assess::{InspectionPlan, Target, Visits};
use crate::pack::{Approach, FactKind};

/// The section on inspection; open leads first.
pub(super) fn inspection(view: &View) -> Html {
    let locale = view.locale;
    let plan = &view.answer.inspection;
    let line = |name: Phrase, words: Html, field: &str| {
        let source = plan.sources.iter().find(|source| source.field == field);
        html! {
            <>
                <dt>{name.get(locale)}</dt>
                <dd>{words}{ for source.map(|source| html! { <p class="under">{citation(view, &source.source)}</p> }) }</dd>
            </>
        }
    };
    let plain = |words: String| html! { {words} };
    let percent = text::PERCENT_A_YEAR.fill(locale, &[&plan.sampling_percent.to_string()]);
    let planned = plan.approach != Approach::None;
    html! {
        <section aria-labelledby="inspect">
            <h2 id="inspect">{text::HOW_TO_INSPECT.get(locale)}</h2>
            <dl>
                if plan.triggered {
                    <dt>{text::OPEN_LEADS.get(locale)}</dt>
                    <dd>{ open_leads(view, plan) }</dd>
                }
                { line(text::APPROACH, plain(view.word(plan.approach).to_owned()), "approach") }
                if planned {
                    { line(text::SAMPLING, plain(percent), "sampling_percent") }
                    { line(text::VISITS, plain(visits(view, plan.visits_per_year)), "visits_per_year") }
                    if !plan.adjustments.is_empty() {
                        <dt>{text::ADJUSTED.get(locale)}</dt>
                        { for plan.adjustments.iter().map(|adjustment| html! { <dd>{view.word(*adjustment)}</dd> }) }
                    }
                    { line(text::ANNUAL_CAP, plain(cap(view, plan)), "annual_cap") }
                    { line(text::NEXT_DUE, due(view, plan), "next_due_on") }
                }
            </dl>
        </section>
    }
}

fn open_leads(view: &View, plan: &InspectionPlan) -> Html {
    let leads = plan.triggers.iter().map(|index| fact_link(view, Target { kind: FactKind::Lead, index: *index }));
    html! {
        <>
            {text::OPEN_LEADS_FIRST.fill(view.locale, &[&plan.triggers.len().to_string()])}
            <ul>{ for leads.map(|lead| html! { <li>{lead}</li> }) }</ul>
        </>
    }
}

fn visits(view: &View, visits: Visits) -> String {
    let (min, max) = (visits.min.to_string(), visits.max.to_string());
    match visits {
        Visits { max: 0, .. } => text::VISITS_NONE.get(view.locale).to_owned(),
        Visits { min: least, max: most } if least == most => text::VISITS_ONE.fill(view.locale, &[&min]),
        _ => text::VISITS_RANGE.fill(view.locale, &[&min, &max]),
    }
}

fn cap(view: &View, plan: &InspectionPlan) -> String {
    let numbers = [plan.annual_cap, plan.used, plan.remaining].map(|number| number.to_string());
    let [cap, used, left] = &numbers;
    text::CAP_LEFT.fill(view.locale, &[cap, used, left])
}

fn due(view: &View, plan: &InspectionPlan) -> Html {
    let Some(day) = plan.next_due_on else { return html! { {text::NO_DUE.get(view.locale)} } };
    html! {
        <>
            {view.day(day)}
            if plan.overdue {
                {" "}<span class="tag strong">{text::OVERDUE.get(view.locale)}</span>
            }
        </>
    }
}

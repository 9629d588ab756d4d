//! What can be repaired, where, from when, and what for.

use yew::prelude::*;

use crate::app::state::queries::{View, fact_title, list_name, of_fact, repair_sentence};
use crate::app::text::{self, Phrase};
use crate::app::widgets::{fact_link, source_details, warning};
use crate::assess::{Condition, Deadlines, Repair};
use crate::facts::{Date, Term};
use crate::pack::{Channel, DeadlineStart, FactKind};

/// The section on credit repair, by the system on which one applies.
pub(super) fn repairs(view: &View) -> Html {
    let locale = view.locale;
    let repairs = &view.answer.repair;
    let channels = Channel::ALL.iter().filter_map(|channel| {
        let entries: Vec<&Repair> = repairs.iter().filter(|repair| repair.channel == *channel).collect();
        (!entries.is_empty()).then(|| {
            html! {
                <>
                    <h3>{text::APPLY_AT.fill(locale, &[view.word(*channel)])}</h3>
                    <ul class="repairs">{ for entries.into_iter().map(|repair| entry(view, repair)) }</ul>
                </>
            }
        })
    });
    html! {
        <section aria-labelledby="repair">
            <h2 id="repair">{text::REPAIR.get(locale)}</h2>
            if repairs.is_empty() {
                <p>{text::NO_REPAIR.get(locale)}</p>
            }
            { for channels }
        </section>
    }
}

fn entry(view: &View, repair: &Repair) -> Html {
    let locale = view.locale;
    let target = repair.target;
    let is_penalty = target.kind == FactKind::Penalty;
    let title = fact_title(view, target);
    let title = if is_penalty { title } else { format!("{} {title}", list_name(target.kind, locale)) };
    let day = |name: Phrase, day: Option<Date>| {
        day.map(|day| html! { <><dt>{name.get(locale)}</dt><dd>{view.day(day)}</dd></> })
    };
    html! {
        <li>
            <details>
                <summary>
                    <span class="message">{title}</span>
                    <span class={classes!("under", "status", repair.status.code())}>{repair_sentence(view, repair)}</span>
                </summary>
                <dl>
                    { for repair.severity.map(|term| pair(text::SEVERITY.get(locale), view.word(term))) }
                    { for repair.track.map(|term| pair(text::TRACK.get(locale), view.word(term))) }
                    { for day(text::EARLIEST, repair.earliest_on) }
                    { for day(if is_penalty { text::STOPS } else { text::LIST_STOPS }, repair.stops_on) }
                </dl>
                { for of_fact(view, target).map(|about| warning(view, about)) }
                { for repair.conditions.as_ref().map(|conditions| conditions_list(view, conditions)) }
                { for repair.materials.as_ref().map(|papers| papers_list(view, papers)) }
                { for repair.deadlines.as_ref().map(|deadlines| deadlines_list(view, deadlines)) }
                <h4>{text::ARTICLE.get(locale)}</h4>
                { source_details(view, &repair.source) }
                <p>{fact_link(view, target)}</p>
            </details>
        </li>
    }
}

fn pair(name: &'static str, words: &'static str) -> Html {
    html! { <><dt>{name}</dt><dd>{words}</dd></> }
}

fn conditions_list(view: &View, conditions: &[Condition]) -> Html {
    let locale = view.locale;
    let items = conditions.iter().filter_map(|condition| {
        let rule = view.pack.condition(&condition.id)?;
        let (mark, word) = if condition.met { ("✓", text::MET) } else { ("✗", text::UNMET) };
        Some(html! {
            <li class={if condition.met { "met" } else { "unmet" }}>
                <span aria-hidden="true">{mark}</span>{" "}
                {view.say(&rule.title)}{" "}<span class="tag">{word.get(locale)}</span>
                if !condition.met {
                    <p class="quiet">{view.say(&rule.cure)}</p>
                }
            </li>
        })
    });
    html! { <><h4>{text::CONDITIONS.get(locale)}</h4><ul class="conditions">{ for items }</ul></> }
}

fn papers_list(view: &View, papers: &[String]) -> Html {
    let items = papers.iter().filter_map(|id| {
        let paper = view.pack.material(id)?;
        Some(html! { <li>{view.say(&paper.title)}<p class="quiet">{view.say(&paper.text)}</p></li> })
    });
    html! { <><h4>{text::PAPERS.get(view.locale)}</h4><ul>{ for items }</ul></> }
}

fn deadlines_list(view: &View, deadlines: &Deadlines) -> Html {
    let locale = view.locale;
    let starts = match deadlines.from {
        DeadlineStart::Application => text::DEADLINE_APPLICATION,
        DeadlineStart::Verification => text::DEADLINE_VERIFICATION,
    };
    let steps = [
        (text::ACCEPT_BY, deadlines.accept_by),
        (text::DECIDE_BY, deadlines.decide_by),
        (text::UNPUBLISH_BY, deadlines.unpublish_by),
    ];
    let steps = steps.into_iter().filter_map(|(words, day)| Some(words.fill(locale, &[&view.day(day?)])));
    html! {
        <>
            <h4>{text::DEADLINES.get(locale)}</h4>
            <p>{starts.get(locale)}</p>
            <ul>{ for steps.map(|step| html! { <li>{step}</li> }) }</ul>
        </>
    }
}

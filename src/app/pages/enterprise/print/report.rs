//! The report for the office: everything that was found, what it rests on, and room for signatures.

use std::rc::Rc;

use yew::prelude::*;

use super::super::head::Head;
use super::super::judgement::conclusion;
use super::super::scores::score_list;
use super::deadlines::deadlines;
use super::facts::{Basics, fact_tables};
use super::found::{forecast, inspection, key_case, measures};
use super::numbers::FactNumbers;
use super::reasons::reasons;
use super::repair::{cures, open, repair_table};
use super::{Headed, blanks, note};
use crate::app::components::PaperTimeline;
use crate::app::state::queries::{View, channel_in_full, of_whole};
use crate::app::text;
use crate::facts::{Date, Term};
use crate::pack::{Channel, FactKind};
use crate::rulebook::{self, Changed};

/// Returns the parts of the report; `apply_on` is the day on which one supposes to apply for a repair, where one was chosen.
pub(super) fn parts(view: &Rc<View>, apply_on: Option<Date>) -> Vec<Html> {
    let numbers = FactNumbers::of(view);
    let mut parts = vec![title(view), html! { <Basics {view} /> }];
    parts.extend(view.opened.half.judgement.as_ref().map(|judgement| conclusion(view, judgement)));
    // Of an enterprise that is not assessed stand the facts alone.
    if view.withheld.is_none() {
        parts.extend(found(view, &numbers, apply_on));
    }
    parts.extend(fact_tables(view, &numbers));
    // It goes on to the next page whole; behind long tables, which do not, that leaves the least room empty.
    if view.withheld.is_none() {
        parts.push(course(view));
    }
    parts.extend(notes(view));
    parts.extend(changes(view));
    // Nobody signs a page that says nothing: the last part is one with the signatures, and ends on their page.
    let last = parts.pop();
    parts.push(html! { <>{ for last }{ signatures(view) }</> });
    parts
}

fn title(view: &Rc<View>) -> Html {
    html! {
        <header>
            <h1>{ text::PAPER_REPORT.get(view.locale) }</h1>
            <p class="subject">{ &view.enterprise().name }</p>
            <Head {view} />
        </header>
    }
}

/// What was found.
fn found(view: &Rc<View>, numbers: &FactNumbers, apply_on: Option<Date>) -> [Html; 7] {
    [
        reasons(view, numbers),
        scores(view),
        inspection(view),
        key_case(view),
        repair(view, numbers, apply_on),
        measures(view),
        forecast(view),
    ]
}

/// How the scores came about, where the rules have any.
fn scores(view: &Rc<View>) -> Html {
    if view.answer.scores.is_empty() {
        return Html::default();
    }
    html! { <Headed title={text::SCORES.get(view.locale)}>{ score_list(view) }</Headed> }
}

fn course(view: &Rc<View>) -> Html {
    html! {
        <Headed title={text::TIMELINE.get(view.locale)} class="course">
            <PaperTimeline {view} />
        </Headed>
    }
}

fn repair(view: &Rc<View>, numbers: &FactNumbers, apply_on: Option<Date>) -> Html {
    let locale = view.locale;
    let (repairs, open) = (&view.answer.repair, open(view, numbers));
    let names = |kind: FactKind, places: &[usize]| {
        let facts = places.iter().filter_map(|place| Some(repairs.get(*open.get(*place)?)?.target.index));
        numbers.words(view, kind, facts)
    };
    html! {
        <Headed title={text::REPAIR.get(locale)}>
            if repairs.is_empty() {
                <p>{ text::NO_REPAIR.get(locale) }</p>
            }
            { for by_channel(view, numbers, &open) }
            { for cures(view, open.iter().filter_map(|index| repairs.get(*index))) }
            if let Some(deadlines) = deadlines(view, apply_on, &open, &names) {
                <section>
                    <h3>{ text::DEADLINES.get(locale) }</h3>
                    { deadlines }
                </section>
            }
            if open.len() < repairs.len() {
                <p>{ text::REPAIR_SETTLED.get(locale) }</p>
            }
        </Headed>
    }
}

/// What is not settled yet, a table for each system on which one applies.
fn by_channel(view: &Rc<View>, numbers: &FactNumbers, open: &[usize]) -> impl Iterator<Item = Html> {
    Channel::ALL.iter().filter_map(move |channel| {
        let is_on_it =
            |index: &&usize| view.answer.repair.get(**index).is_some_and(|repair| repair.channel == *channel);
        let repairs: Vec<usize> = open.iter().filter(is_on_it).copied().collect();
        let title = text::APPLY_AT.fill(view.locale, &[channel_in_full(view, *channel)]);
        let table = || repair_table(view, numbers, &repairs);
        (!repairs.is_empty()).then(|| html! { <section><h3>{ title }</h3>{ table() }</section> })
    })
}

/// What has to be known besides, and neither stands at the head nor beside its fact.
fn notes(view: &View) -> Option<Html> {
    let of_fact = |path: &Option<String>| path.as_ref().is_some_and(|path| path.contains('['));
    let told = |about| of_whole(view).any(|other| std::ptr::eq(other, about));
    let notes = view.answer.warnings.iter().filter(|about| !of_fact(&about.path) && !told(*about));
    let notes: Vec<Html> = notes.map(|about| note(view, about)).collect();
    (!notes.is_empty()).then(|| html! { <Headed title={text::NOTES.get(view.locale)}>{ for notes }</Headed> })
}

/// The parameters that were changed temporarily, with what they would be.
fn changes(view: &View) -> Option<Html> {
    let changed = rulebook::changed(&view.rules.pack, view.rules.base(), view.answer.as_of, view.locale);
    let lines = changed.iter().map(|Changed { title, before, now }| match now.is_empty() {
        true => title.clone(),
        false => text::PARAMETER_SET.fill(view.locale, &[title, before, now]),
    });
    let lines = lines.map(|words| html! { <li>{ words }</li> });
    (!changed.is_empty()).then(|| {
        html! { <Headed title={text::PARAMETERS_SET.get(view.locale)}><ul>{ for lines }</ul></Headed> }
    })
}

/// Who answers for what is decided.
fn signatures(view: &View) -> Html {
    let locale = view.locale;
    html! {
        <section class="signatures">
            <p>{ text::PERSON_DECIDES.get(locale) }</p>
            { blanks(locale, &[text::INSPECTOR_SIGNS, text::SIGNED_ON]) }
            { blanks(locale, &[text::INSPECTOR_SIGNS, text::SIGNED_ON]) }
            <p class="room">{ text::REVIEW_NOTE.get(locale) }</p>
            { blanks(locale, &[text::REVIEWER_SIGNS, text::SIGNED_ON]) }
        </section>
    }
}

//! What is printed of an enterprise: the report for the office, and the notice for the enterprise itself, which says
//! nothing of class and inspection.
//!
//! Both are a table whose head, with the name, the code and the day, and whose foot, with the rules, a browser repeats on
//! every page: page margins cannot take words from the page, and browsers before 2024 have none. The screen never shows
//! them. They are rendered while they are printed, from the answer that the page shows, and all at once: nothing changes on
//! a paper, so that long lists need not be cut into parts here.

mod deadlines;
mod facts;
mod found;
mod notice;
mod notice_steps;
mod notice_table;
mod numbers;
mod reasons;
mod repair;
mod report;

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::app::components::WarningNote;
use crate::app::state::queries::View;
use crate::app::state::{Paper, State};
use crate::app::text::{self, Phrase};
use crate::assess::Warning;
use crate::facts::Date;
use crate::pack::Locale;

/// Renders the paper that is being printed; nothing while none is. `onready` takes its element once all of it is there.
pub fn printed_paper(state: &State, view: Option<&Rc<View>>, onready: Callback<Element>) -> Html {
    let Some((paper, view)) = state.records.printing.zip(view) else { return Html::default() };
    html! { <PaperPages {paper} {view} apply_on={state.records.reading.apply_on} {onready} /> }
}

/// What a paper is given.
#[derive(Properties, PartialEq)]
struct PaperPagesProps {
    paper: Paper,
    view: Rc<View>,
    /// The day on which one supposes to apply for a repair, where one was chosen.
    apply_on: Option<Date>,
    /// Takes the element of the paper once all of it is rendered.
    onready: Callback<Element>,
}

/// The pages of a paper: its parts below each other, between the head and the foot that stand on every page.
#[component(PaperPages)]
fn paper_pages(PaperPagesProps { paper, view, apply_on, onready }: &PaperPagesProps) -> Html {
    let node = use_node_ref();
    {
        let (node, onready) = (node.clone(), onready.clone());
        // An effect comes after everything below has been rendered.
        use_effect_with(*paper, move |_| {
            if let Some(table) = node.cast::<Element>() {
                onready.emit(table);
            }
        });
    }
    let parts = match paper {
        Paper::Report => report::parts(view, *apply_on),
        Paper::Notice => notice::parts(view, *apply_on),
    };
    html! {
        <table ref={node} class="paper" role="presentation">
            <thead><tr><td><PageHead paper={*paper} {view} /></td></tr></thead>
            <tbody>{ for parts.into_iter().map(|part| html! { <tr><td>{ part }</td></tr> }) }</tbody>
            <tfoot><tr><td><p class="digest">{ rules_used(view) }</p></td></tr></tfoot>
        </table>
    }
}

/// What the head of a paper is given.
#[derive(Properties, PartialEq)]
struct PageHeadProps {
    paper: Paper,
    view: Rc<View>,
}

/// By which rules a paper was made; somebody who checks it needs that, and nobody else.
fn rules_used(view: &View) -> String {
    let used = &view.answer.pack;
    text::PAPER_RULES.fill(view.locale, &[&used.id, &used.version, &used.digest])
}

/// What stands at the head of every page: whom it is about, and for which day.
#[component(PageHead)]
fn page_head(PageHeadProps { paper, view }: &PageHeadProps) -> Html {
    let locale = view.locale;
    let enterprise = view.enterprise();
    let as_of = match paper {
        Paper::Report => text::PAPER_AS_OF,
        Paper::Notice => text::NOTICE_AS_OF,
    };
    let as_of = as_of.fill(locale, &[&view.day(view.answer.as_of)]);
    html! {
        <p class="running">
            <span>
                <strong>{ &enterprise.name }</strong>
                { " " }
                { &enterprise.uscc }
                if view.opened.made_up {
                    <span class="tag">{ text::MADE_UP.get(locale) }</span>
                }
            </span>
            <span>{ [paper.name().get(locale), &as_of].join(" · ") }</span>
        </p>
    }
}

/// What a part of a paper is given that is about the answer alone.
#[derive(Properties, PartialEq)]
struct AnswerProps {
    view: Rc<View>,
}

/// What a part under a heading is given.
#[derive(Properties, PartialEq)]
struct HeadedProps {
    title: AttrValue,
    #[prop_or_default]
    class: Option<&'static str>,
    children: Html,
}

/// A part of a paper under its heading.
#[component(Headed)]
fn headed(HeadedProps { title, class, children }: &HeadedProps) -> Html {
    html! {
        <section class={*class}>
            <h2>{ title }</h2>
            { children.clone() }
        </section>
    }
}

/// A table with these columns, of which some hold numbers. A browser repeats its head on each of its pages.
fn table(locale: Locale, class: &'static str, columns: &[(Phrase, bool)], rows: impl Iterator<Item = Html>) -> Html {
    let heads = columns.iter().map(|(name, is_number)| {
        html! { <th scope="col" class={is_number.then_some("number")}>{ name.get(locale) }</th> }
    });
    html! {
        <table {class}>
            <thead><tr>{ for heads }</tr></thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}

/// Lines to be filled in by hand.
fn blanks(locale: Locale, names: &[Phrase]) -> Html {
    let lines = names.iter().map(|name| html! { <p class="blank">{ name.get(locale) }</p> });
    html! { <div class="blanks">{ for lines }</div> }
}

/// The words of a warning, marked as one.
fn note(view: &View, about: &Warning) -> Html {
    html! { <WarningNote words={view.say(&about.message).to_owned()} /> }
}

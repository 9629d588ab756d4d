//! The answer: class, one sentence of advice, and what a reader must not overlook.

use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use super::section::{SectionProps, badge, short_badge};
use crate::app::components::WarningNote;
use crate::app::host;
use crate::app::state::queries::{View, list_title, missing_words, of_whole};
use crate::app::text::{self, Phrase};
use crate::entry::list_name;
use crate::facts::{Term, Withheld};
use crate::pack::{Class, FactKind, Locale, not_counted_text, withheld_text};

/// The head of the answer, which stays in view, and the warnings about all of it.
#[component(Head)]
pub fn head(SectionProps { view }: &SectionProps) -> Html {
    let locale = view.locale;
    let answer = &view.answer;
    let is_assessed = view.withheld.is_none();
    let advice = view.withheld.map_or_else(|| view.say(&answer.advice).to_owned(), |withheld| way_out(view, withheld));
    let flag = |words: &str| html! { <span class="tag strong">{ words }</span> };
    html! {
        <>
            <div class="head">
                <h2 class="class" part="class">{ verdict(view, withheld_text, badge) }</h2>
                { for not_counted(view).map(|words| flag(&words)) }
                { for flags(view).map(|words| flag(words.get(locale))) }
                <p class="advice" part="advice">{ advice }</p>
            </div>
            if is_assessed {
                { for of_whole(view).map(|about| html! { <WarningNote words={view.say(&about.message).to_owned()} /> }) }
            }
            <p class="quiet">{ text::INTERNAL.get(locale) }</p>
        </>
    }
}

/// The class or, where the enterprise is not assessed, that it is not.
fn verdict(view: &View, why: fn(Withheld, Locale) -> &'static str, badge: fn(&View, Class) -> Html) -> Html {
    match view.withheld {
        Some(withheld) => html! { <span class="badge withheld">{ why(withheld, view.locale) }</span> },
        None => badge(view, view.answer.class),
    }
}

/// What has to be known beside the class of an enterprise that is assessed.
fn flags(view: &View) -> impl Iterator<Item = Phrase> {
    let answer = &view.answer;
    let flags = [(answer.key_case.flagged, text::KEY_CASE_FLAG), (answer.inspection.triggered, text::OPEN_LEADS_FLAG)];
    let is_assessed = view.withheld.is_none();
    flags.into_iter().filter(move |(holds, _)| *holds && is_assessed).map(|(_, words)| words)
}

/// What is to be done before the enterprise can be assessed.
fn way_out(view: &View, withheld: Withheld) -> String {
    match withheld {
        Withheld::Incomplete { .. } => text::FILL_IN_FIRST.fill(view.locale, &[&missing_words(withheld, view.locale)]),
        Withheld::BeforeRegistration(day) => text::FOUNDED_LATER.fill(view.locale, &[&view.day(day)]),
    }
}

/// How many facts do not count because they cannot be read or are not complete, kind by kind.
fn not_counted(view: &View) -> impl Iterator<Item = String> {
    let locale = view.locale;
    FactKind::ALL.iter().filter_map(move |kind| {
        Some(match (view.opened.half.not_counted(list_name(*kind)), kind) {
            (0, _) => return None,
            (count, FactKind::Penalty) => not_counted_text(count, locale),
            (count, kind) => text::FACTS_NOT_COUNTED.fill(locale, &[&count.to_string(), list_title(*kind, locale)]),
        })
    })
}

/// What the bar is given.
#[derive(Properties, PartialEq)]
pub struct ClassBarProps {
    pub view: Rc<View>,
    /// The column of facts, and that of the answer.
    pub facts: NodeRef,
    pub answer: NodeRef,
}

/// The bar at the foot of a narrow screen, where the head scrolls away: the class, and the ways to facts and answer.
#[component(ClassBar)]
pub fn class_bar(ClassBarProps { view, facts, answer }: &ClassBarProps) -> Html {
    let way = |words: Phrase, node: &NodeRef| {
        let node = node.clone();
        let onclick = move |_| {
            if let Some(column) = node.cast::<HtmlElement>() {
                column.scroll_into_view();
            }
            host::focus(&node);
        };
        html! { <button type="button" {onclick}>{ words.get(view.locale) }</button> }
    };
    html! {
        <div class="bar">
            // It repeats the head, so it is for the eye only. There is no room for why nothing is assessed.
            <div aria-hidden="true">{ verdict(view, |_, locale| text::NOT_ASSESSED.get(locale), short_badge) }</div>
            <div class="bar-ways">
                { way(text::TO_FACTS, facts) }
                { way(text::TO_ANSWER, answer) }
            </div>
        </div>
    }
}

/// The rules that gave the answer.
#[component(RulesUsed)]
pub fn rules_used(SectionProps { view }: &SectionProps) -> Html {
    let locale = view.locale;
    let used = &view.answer.pack;
    html! {
        <details class="quiet">
            <summary>{ text::RULES_USED.fill(locale, &[view.say(&view.rules.pack.title), &used.version]) }</summary>
            <p class="digest">{ [text::DIGEST.get(locale), " ", &used.digest].concat() }</p>
        </details>
    }
}

//! The rules in words, and what a person changes of them for the session. A worker tells the rules and reads what is
//! changed, so that neither the writer of rules nor the reader of packs is fetched by who only looks at an enterprise; what
//! is here renders what the worker tells, and hands on what a person does.

mod book;
mod drawing;
mod entry;
mod fields;
mod follow;
mod parameter;
mod preset;
mod search;
mod section;
mod statement;
mod tools;

use yew::prelude::*;

use crate::app::components::rules_address;
use crate::app::element::{El, Node, button, el};
use crate::app::ground::leading;
use crate::app::state::tasks::drop_rules;
use crate::app::state::{Model, State};
use crate::app::text;
use crate::pack::Locale;

pub use drawing::draw;
pub use follow::use_rules;

use book::RulesBook;

/// Renders the page on the rules.
pub fn rules_page(model: &Model) -> Html {
    let state = &model.state();
    let locale = state.locale;
    let rules = if state.waits_for_rules() {
        Node::from(waiting(model)).into()
    } else if let Some(book) = &state.rules_view.book {
        html! { <RulesBook {model} book={book.clone()} words={state.rules_view.words.clone()} /> }
    } else {
        html! { <p role="status">{ text::RULES_LOADING.get(locale) }</p> }
    };
    html! {
        <div class="sheet rules">
            <h1>{ text::NAV_RULES.get(locale) }</h1>
            { rules }
        </div>
    }
}

/// What stands in the place of an assessment while the rules kept from before are read.
pub fn waiting_page(model: &Model) -> El {
    el("section").class("sheet").with(waiting(model))
}

/// Says that the rules are being read.
pub fn rules_wait(locale: Locale) -> El {
    el("p").set("role", "status").text(text::RULES_WAITING.get(locale))
}

fn waiting(model: &Model) -> El {
    let locale = model.state().locale;
    let model = model.clone();
    el("div")
        .with(rules_wait(locale))
        .with(el("p").with(button(text::DROP_RULES.get(locale), move |_| drop_rules(&model))))
}

/// What stands above every page while the rules are not those brought along.
pub fn changes_banner(state: &State) -> Option<El> {
    let (changes, locale) = (&state.rules.changes, state.locale);
    if changes.is_empty() {
        return None;
    }
    let mut words = el("span");
    if !changes.parameters.is_empty() {
        words = words.text(&text::CHANGED_BANNER.fill(locale, &[&changes.parameters.len().to_string()]));
    }
    let calendar = if state.keeps_its_calendar() { text::KEPT_CALENDAR_BANNER } else { text::CALENDAR_BANNER };
    for (file, phrase) in [(&changes.pack, text::PACK_BANNER), (&changes.calendar, calendar)] {
        if let Some(file) = file {
            words = words.text(&phrase.fill(locale, &[&file.name]));
        }
    }
    let link = leading(el("a"), &rules_address("pack")).text(text::SEE_CHANGES.get(locale));
    Some(el("div").class("warning changes-banner").set("role", "note").with(words).with(link))
}

//! The help: how to use the page, what an answer rests on, and what the terms on screen mean. Its texts are data,
//! www/help/: this page renders them and knows none of them.

mod meaning;
mod section;

use std::rc::Rc;

use yew::prelude::*;

use crate::app::state::help::word;
use crate::app::state::{Action, Help, Model, Route, Rules, ViewAction};
use crate::app::text;
use crate::facts::Date;
use crate::json::Value;
use crate::pack::Locale;

pub use meaning::meaning;

use section::section;

/// What the help is given.
#[derive(Properties, PartialEq)]
pub struct HelpPageProps {
    pub model: Model,
    pub locale: Locale,
    /// Its texts, once they were fetched.
    pub help: Option<Rc<Help>>,
    /// The rules by which the page judges: they know the documents that the help cites.
    pub rules: Rc<Rules>,
    /// The day for which it is said whether a document is in force.
    pub as_of: Date,
}

/// The page with the help, or what stands in its place until its texts are there.
#[component(HelpPage)]
pub fn help_page(HelpPageProps { model, locale, help, rules, as_of }: &HelpPageProps) -> Html {
    let locale = *locale;
    let content = match help.as_ref().map(|help| &help.parts) {
        None => html! { <p role="status">{ text::OPENING.get(locale) }</p> },
        Some(Err(cause)) => unreachable(model, locale, cause),
        Some(Ok(parts)) => html! {
            <>
                { contents(parts, locale) }
                { for parts.iter().map(|part| section(part, rules, *as_of, locale)) }
            </>
        },
    };
    html! {
        <div class="sheet help">
            <h1>{ text::NAV_HELP.get(locale) }</h1>
            <p>{ text::INTERNAL.get(locale) }</p>
            { content }
        </div>
    }
}

/// The way to each part.
fn contents(parts: &[Value], locale: Locale) -> Html {
    let links = parts.iter().map(|part| {
        let href = Route::Help(Some(word(part, "id").to_owned())).hash();
        html! { <li class={word(part, "id").to_owned()}><a {href}>{ word(part, "title") }</a></li> }
    });
    html! { <nav aria-label={text::HELP_CONTENTS.get(locale)}><ul>{ for links }</ul></nav> }
}

/// Says that the texts could not be fetched, and has them fetched again.
pub fn unreachable(model: &Model, locale: Locale, cause: &str) -> Html {
    let cause = if cause.is_empty() { text::HELP_DAMAGED.get(locale) } else { cause };
    let model = model.clone();
    html! {
        <div class="notice alarm" role="alert">
            <p>{ text::HELP_UNREACHABLE.fill(locale, &[cause]) }</p>
            <button type="button" onclick={move |_| model.dispatch(Action::View(ViewAction::Help(None)))}>{ text::RETRY.get(locale) }</button>
        </div>
    }
}

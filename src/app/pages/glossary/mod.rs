//! The glossary: every term that the help explains, in one list that can be narrowed. Its texts are those of the help.

use std::rc::Rc;

use yew::prelude::*;

use super::help::{meaning, unreachable};
use crate::app::components::SearchField;
use crate::app::state::help::word;
use crate::app::state::queries::explained;
use crate::app::state::{Action, Help, Model, Route, Rules, ViewAction, help_file};
use crate::app::text;
use crate::facts::Date;
use crate::json::Value;
use crate::pack::Locale;

/// What the glossary is given.
#[derive(Properties, PartialEq)]
pub struct GlossaryPageProps {
    pub model: Model,
    pub locale: Locale,
    /// The texts of the help, once they were fetched.
    pub help: Option<Rc<Help>>,
    /// The rules by which the page judges: they know the documents that the terms cite.
    pub rules: Rc<Rules>,
    /// The day for which it is said whether a document is in force.
    pub as_of: Date,
    /// The words to which a person narrows the terms.
    pub words: AttrValue,
}

/// The page with all terms, or what stands in its place until the texts are there.
#[component(GlossaryPage)]
pub fn glossary_page(GlossaryPageProps { model, locale, help, rules, as_of, words }: &GlossaryPageProps) -> Html {
    let locale = *locale;
    let onwrite =
        use_callback(model.clone(), |words: String, model| model.dispatch(Action::View(ViewAction::FindTerms(words))));
    // The licences are texts of the help as well, and explain nothing.
    let help = help.as_ref().filter(|help| help.name == help_file(locale, None));
    let content = match help.map(|help| &help.parts) {
        None => html! { <p role="status">{ text::OPENING.get(locale) }</p> },
        Some(Err(cause)) => unreachable(model, locale, cause),
        Some(Ok(parts)) => {
            let terms = explained(parts, words);
            html! {
                <>
                    <div class="field">
                        <label for="find-terms">{ text::FIND_TERMS.get(locale) }</label>
                        // Nobody but who writes in it has it show another text.
                        <SearchField id="find-terms" text={words} rewrites=0 {onwrite} />
                    </div>
                    <p class="quiet" role="status">{ found(terms.len(), words, locale) }</p>
                    <dl>{ for terms.into_iter().map(|term| entry(term, rules, *as_of, locale)) }</dl>
                </>
            }
        }
    };
    html! {
        <div class="sheet help">
            <h1>{ text::NAV_GLOSSARY.get(locale) }</h1>
            <p>{ text::GLOSSARY_LEAD.get(locale) }</p>
            { content }
        </div>
    }
}

/// Says how many terms there are, or what to do where there is none.
fn found(count: usize, words: &str, locale: Locale) -> String {
    match count {
        0 => text::NO_TERM_FOUND.fill(locale, &[words.trim()]),
        count => text::TERMS_FOUND.fill(locale, &[&count.to_string()]),
    }
}

/// Renders a term, which leads to its place in the help, with its meaning.
fn entry(term: &Value, rules: &Rules, as_of: Date, locale: Locale) -> Html {
    let id = word(term, "id");
    html! {
        <div key={id}>
            <dt><a href={Route::Help(Some(id.to_owned())).hash()}>{ word(term, "term") }</a></dt>
            <dd>{ meaning(term, rules, as_of, locale) }</dd>
        </div>
    }
}

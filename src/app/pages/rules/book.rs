//! The rules in words, section by section, with what can be done with them above.

use std::rc::Rc;

use yew::prelude::*;

use super::section::RuleSection;
use super::tools::RulesTools;
use crate::app::components::SearchField;
use crate::app::state::{Action, Model, RulesAction};
use crate::app::text;
use crate::worker::Rulebook;

/// The id of the field for words that are looked for.
const SEARCH: &str = "find-rules";

/// What the rules in words are given.
#[derive(Properties, PartialEq)]
pub struct RulesBookProps {
    pub model: Model,
    /// The rules as the worker told them last; the words around them are of the same language.
    pub book: Rc<Rulebook>,
    /// The words to which a person narrows them. The state has them, and the book comes after.
    pub words: AttrValue,
}

/// The rules in words.
#[component(RulesBook)]
pub fn rules_book(RulesBookProps { model, book, words }: &RulesBookProps) -> Html {
    let locale = book.locale;
    // Each section by itself, so that those that a new book leaves as they were are not rendered anew.
    let sections = use_memo(book.clone(), |book| book.sections.iter().cloned().map(Rc::new).collect::<Vec<_>>());
    let onwrite =
        use_callback(model.clone(), |words: String, model| model.dispatch(Action::Rules(RulesAction::Find(words))));
    let is_narrowed = !book.words.is_empty();
    html! {
        <div class="book">
            <p class="lead">{ text::RULES_LEAD.get(locale) }</p>
            <RulesTools {model} {locale} in_use={book.in_use} />
            <div class="field">
                <label for={SEARCH}>{ text::FIND_RULES.get(locale) }</label>
                // Where the words are cleared elsewhere, the page is rendered from nothing.
                <SearchField id={SEARCH} text={words} rewrites=0 {onwrite} />
            </div>
            <>{ for sections.iter().map(|section| html! {
                <RuleSection key={section.id.as_str()} {model} {locale} {section} {is_narrowed} />
            }) }</>
            if sections.is_empty() {
                <p role="status">{ text::NO_RULES_FOUND.fill(locale, &[&book.words]) }</p>
            }
        </div>
    }
}

//! The rules in words, and what a person changes of them for the session. A worker tells the rules and reads what is
//! changed, so that neither the writer of rules nor the reader of packs is fetched by who only looks at an enterprise; what
//! is here renders what the worker tells, and hands on what a person does.

mod book;
mod entry;
mod fields;
mod follow;
mod parameter;
mod preset;
mod section;
mod statement;
mod tools;
mod waiting;

use yew::prelude::*;

use crate::app::state::Model;
use crate::app::text;

pub use follow::use_rules;
pub use waiting::{rules_wait, waiting_page};

use waiting::waiting;

use book::RulesBook;

/// Renders the page on the rules.
pub fn rules_page(model: &Model) -> Html {
    let state = &model.state();
    let locale = state.view.locale;
    let rules = if state.rules.waits() {
        waiting(model, locale)
    } else if let Some(book) = &state.rules.book {
        html! { <RulesBook {model} book={book.clone()} words={state.rules.words.clone()} /> }
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

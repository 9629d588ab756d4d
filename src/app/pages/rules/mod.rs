//! The rules in words, and what a person changes of them for the session. A worker tells the rules and reads what is changed,
//! so that neither the writer of rules nor the reader of packs is fetched by who only looks at an enterprise; what is here
//! renders what the worker tells, and hands on what a person does.

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
mod waiting;

use yew::prelude::*;

use crate::app::element::{El, el};
use crate::app::state::Model;
use crate::app::text;

pub use drawing::draw;
pub use follow::use_rules;
pub use waiting::{rules_wait, waiting_page};

use waiting::waiting;

use book::RulesBook;

/// The page on the rules.
pub fn rules_page(model: &Model) -> El {
    let (state, locale) = (&model.state(), model.state().locale);
    let sheet = el("div").class("sheet rules").with(el("h1").text(text::NAV_RULES.get(locale)));
    if state.waits_for_rules() {
        return sheet.html(waiting(model, locale));
    }
    let Some(book) = &state.rules_view.book else {
        return sheet.with(el("p").set("role", "status").text(text::RULES_LOADING.get(locale)));
    };
    let words = state.rules_view.words.clone();
    sheet.html(html! { <RulesBook {model} book={book.clone()} {words} /> })
}

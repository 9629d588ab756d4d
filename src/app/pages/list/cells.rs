//! What the rows of the list have in common.

use yew::prelude::*;

use crate::app::components::ClassBadge;
use crate::app::state::Route;
use crate::app::text::{self, Phrase};
use crate::pack::Locale;
use crate::worker::ClassCell;

/// Renders a class, or why an enterprise is not assessed.
pub fn class_badge(cell: &ClassCell) -> Html {
    match cell {
        ClassCell::Class { tone, word } => html! { <ClassBadge tone={*tone} word={word.clone()} /> },
        ClassCell::Withheld(words) => html! { <span class="badge withheld">{ words }</span> },
    }
}

/// Renders the name of an enterprise as the way to its page.
pub fn name_link(uscc: &str, name: &str) -> Html {
    html! { <a href={Route::Enterprise(uscc.to_owned()).hash()}>{ name }</a> }
}

/// Renders a cell that carries the head of its column: on a narrow screen those of all columns are not shown.
pub fn named_cell(class: &'static str, column: Phrase, locale: Locale, content: Html) -> Html {
    html! { <td {class} data-name={column.get(locale)}>{ content }</td> }
}

/// Renders a small mark.
pub fn tag(class: &'static str, words: &str) -> Html {
    html! { <span {class}>{ words }</span> }
}

/// Renders words that may take two lines, or that there are none.
pub fn two_lines(words: Option<&str>, locale: Locale) -> Html {
    html! { <span class="two-lines">{ words.unwrap_or_else(|| text::NOTHING_THERE.get(locale)) }</span> }
}

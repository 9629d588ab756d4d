//! A part of the help.

use yew::prelude::*;

use super::meaning::meaning;
use crate::app::state::help::{list, string, word};
use crate::app::state::{Rules, help_id};
use crate::facts::Date;
use crate::json::Value;
use crate::pack::Locale;

/// Renders a part: its heading, then whatever it has of paragraphs, steps, items and terms.
pub(super) fn section(part: &Value, rules: &Rules, as_of: Date, locale: Locale) -> Html {
    let id = AttrValue::from(help_id(word(part, "id")));
    let steps = list(part, "steps");
    let items = list(part, "items");
    let terms = list(part, "terms");
    html! {
        <section aria-labelledby={id.clone()}>
            <h2 {id} tabindex="-1">{ word(part, "title") }</h2>
            { for list(part, "text").iter().map(|line| html! { <p>{ string(line) }</p> }) }
            if !steps.is_empty() {
                <ol>{ for steps.iter().map(item) }</ol>
            }
            if !items.is_empty() {
                <ul>{ for items.iter().map(item) }</ul>
            }
            if !terms.is_empty() {
                <dl>{ for terms.iter().map(|entry| term(entry, rules, as_of, locale)) }</dl>
            }
        </section>
    }
}

/// A line of a list: words, or what leads elsewhere.
fn item(line: &Value) -> Html {
    match line {
        Value::Array(link) => html! { <li>{ link_to(link) }</li> },
        _ => html! { <li>{ string(line) }</li> },
    }
}

/// What leads elsewhere: `["#/help/licences", "Software licences"]`. A file opens beside the page, which keeps what is open.
fn link_to(link: &[Value]) -> Html {
    let [href, words] = [0, 1].map(|index| link.get(index).map_or("", string).to_owned());
    let target = (!href.starts_with('#')).then_some("_blank");
    html! { <a {href} {target}>{ words }</a> }
}

/// A term with its meaning.
fn term(entry: &Value, rules: &Rules, as_of: Date, locale: Locale) -> Html {
    html! {
        <>
            <dt id={help_id(word(entry, "id"))} tabindex="-1">{ word(entry, "term") }</dt>
            <dd>{ meaning(entry, rules, as_of, locale) }</dd>
        </>
    }
}

//! A part of the help.

use yew::prelude::*;

use crate::app::components::{not_in_force, rules_address};
use crate::app::state::queries::force;
use crate::app::state::{Rules, help_id};
use crate::app::text;
use crate::facts::Date;
use crate::json::Value;
use crate::pack::{Knowledge, Locale, Source};

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

/// A term with its meaning, and the documents that say so.
fn term(entry: &Value, rules: &Rules, as_of: Date, locale: Locale) -> Html {
    let cited = list(entry, "sources");
    html! {
        <>
            <dt id={help_id(word(entry, "id"))} tabindex="-1">{ word(entry, "term") }</dt>
            <dd>
                { word(entry, "text") }
                if !cited.is_empty() {
                    <p class="under">
                        { text::HELP_SOURCES.get(locale) }
                        { for cited.iter().filter_map(|cited| citation(cited, rules, as_of, locale)) }
                    </p>
                }
            </dd>
        </>
    }
}

/// A document with its article, and what a reader must not overlook: `["samr-107", "7-9"]`.
fn citation(cited: &Value, rules: &Rules, as_of: Date, locale: Locale) -> Option<Html> {
    let Value::Array(cited) = cited else { return None };
    let source = rules.pack.source(cited.first().map(string)?)?;
    Some(html! {
        <span class="cite">
            <a href={rules_address(&source.id)}>{ source.cite(cited.get(1).map(string), locale) }</a>
            if let Some(lapsed) = not_in_force(locale, force(source, as_of)) {
                <span class="tag expired">{ lapsed }</span>
            }
            if !is_read(source) {
                <span class="tag">{ rules.pack.word(source.knowledge).get(locale) }</span>
            }
        </span>
    })
}

/// Returns whether the text of a document is known as a whole.
fn is_read(source: &Source) -> bool {
    !matches!(source.knowledge, Knowledge::Secondary | Knowledge::Partial | Knowledge::Unread)
}

/// Returns the values of a list; none where there is no list of this name.
fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    match value.get(name) {
        Some(Value::Array(values)) => values,
        _ => &[],
    }
}

/// Returns the words of a field; none where there is none of this name.
pub(super) fn word<'v>(value: &'v Value, name: &str) -> &'v str {
    value.get(name).map_or("", string)
}

fn string(value: &Value) -> &str {
    match value {
        Value::String(words) => words,
        _ => "",
    }
}

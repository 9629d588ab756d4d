//! What a term means, and what says so.

use yew::prelude::*;

use crate::app::components::{not_in_force, rules_address};
use crate::app::state::Rules;
use crate::app::state::help::{list, string, word};
use crate::app::state::queries::force;
use crate::app::text;
use crate::facts::Date;
use crate::json::Value;
use crate::pack::{Knowledge, Locale, Source};

/// Renders the meaning of a term, and the documents that say so.
pub fn meaning(entry: &Value, rules: &Rules, as_of: Date, locale: Locale) -> Html {
    let cited = list(entry, "sources");
    html! {
        <>
            { word(entry, "text") }
            if !cited.is_empty() {
                <p class="under">
                    { text::HELP_SOURCES.get(locale) }
                    { for cited.iter().filter_map(|cited| citation(cited, rules, as_of, locale)) }
                </p>
            }
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

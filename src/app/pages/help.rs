//! The help: how to use the page, what an answer rests on, and what the terms on screen mean. Its texts are data,
//! www/help/: this page draws them and knows none of them.

use yew::prelude::*;

use crate::app::element::{El, button, el};
use crate::app::state::queries::force;
use crate::app::state::tasks::{ask_help, reveal};
use crate::app::state::{Action, Model, Route};
use crate::app::text;
use crate::app::widgets::{not_in_force, rules_address};
use crate::json::Value;
use crate::pack::{Knowledge, Source};

/// The page with the help, or what stands in its place until its texts are there.
pub fn help_page(model: &Model) -> El {
    let locale = model.state.locale;
    let sheet = el("div")
        .class("sheet help")
        .with(el("h1").text(text::NAV_HELP.get(locale)))
        .with(el("p").text(text::INTERNAL.get(locale)));
    match model.state.help.as_ref().map(|help| &help.parts) {
        None => sheet.with(el("p").set("role", "status").text(text::OPENING.get(locale))),
        Some(Err(cause)) => sheet.with(unreachable(model, cause)),
        Some(Ok(parts)) => {
            let contents = parts.iter().map(|part| {
                let href = Route::Help(Some(word(part, "id").to_owned())).hash();
                el("li").with(el("a").put("href", &href).text(word(part, "title")))
            });
            let contents = el("nav").set("aria-label", text::HELP_CONTENTS.get(locale)).with(el("ul").each(contents));
            sheet.with(contents).each(parts.iter().map(|part| section(model, part)))
        }
    }
}

/// Sees to the texts in the language of the page, and to the entry that the address names.
#[hook]
pub fn use_help(model: &Model) {
    let state = &model.state;
    let here = state.help.clone();
    let model = model.clone();
    use_effect_with((state.route.clone(), state.locale, here), move |(route, locale, here)| {
        let Route::Help(entry) = route else { return };
        match here {
            Some(help) if help.locale == *locale => {
                if let Some(entry) = entry {
                    reveal(&element_id(entry));
                }
            }
            _ => ask_help(&model),
        }
    });
}

fn unreachable(model: &Model, cause: &str) -> El {
    let locale = model.state.locale;
    let cause = if cause.is_empty() { text::HELP_DAMAGED.get(locale) } else { cause };
    let state = model.state.dispatcher();
    let retry = button(text::RETRY.get(locale), move |_| state.dispatch(Action::Help(None)));
    let words = el("p").text(&text::HELP_UNREACHABLE.fill(locale, &[cause]));
    el("div").class("notice alarm").set("role", "alert").with(words).with(retry)
}

/// The id that the element of an entry has on the page.
fn element_id(entry: &str) -> String {
    ["help-", entry].concat()
}

/// A part: its heading, then whatever it has of paragraphs, steps, items and terms.
fn section(model: &Model, part: &Value) -> El {
    let id = element_id(word(part, "id"));
    let lines = |name: &'static str, key: &str| {
        let lines = list(part, key);
        (!lines.is_empty()).then(|| el(name).each(lines.iter().map(|line| el("li").text(string(line)))))
    };
    let terms = list(part, "terms");
    el("section")
        .put("aria-labelledby", &id)
        .with(el("h2").id(&id).set("tabindex", "-1").text(word(part, "title")))
        .each(list(part, "text").iter().map(|line| el("p").text(string(line))))
        .maybe(lines("ol", "steps"))
        .maybe(lines("ul", "items"))
        .maybe((!terms.is_empty()).then(|| terms.iter().fold(el("dl"), |list, term| entry(model, list, term))))
}

/// A term of the glossary, its meaning, and the documents that say so.
fn entry(model: &Model, entries: El, term: &Value) -> El {
    let sources = list(term, "sources");
    let cited = sources.iter().filter_map(|cited| citation(model, cited));
    let cited = (!sources.is_empty())
        .then(|| el("p").class("under").text(text::HELP_SOURCES.get(model.state.locale)).each(cited));
    entries
        .with(el("dt").id(&element_id(word(term, "id"))).set("tabindex", "-1").text(word(term, "term")))
        .with(el("dd").text(word(term, "text")).maybe(cited))
}

/// A document of the rules, an article of it, and what a reader must not overlook: `["samr-107", "7-9"]`.
fn citation(model: &Model, cited: &Value) -> Option<El> {
    let Value::Array(cited) = cited else { return None };
    let state = &model.state;
    let source: &Source = state.rules.pack.source(string(cited.first()?))?;
    let lapsed = not_in_force(state.locale, force(source, state.as_of));
    let lapsed = lapsed.map(|words| el("span").class("tag expired").text(&words));
    let doubtful = matches!(source.knowledge, Knowledge::Secondary | Knowledge::Unread)
        .then(|| el("span").class("tag").text(state.rules.pack.word(source.knowledge).get(state.locale)));
    let words = source.cite(cited.get(1).map(string), state.locale);
    let link = el("a").put("href", &rules_address(&source.id)).text(&words);
    Some(el("span").class("cite").with(link).maybe(lapsed).maybe(doubtful))
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    match value.get(key) {
        Some(Value::Array(values)) => values,
        _ => &[],
    }
}

fn word<'v>(value: &'v Value, key: &str) -> &'v str {
    value.get(key).map_or("", string)
}

fn string(value: &Value) -> &str {
    match value {
        Value::String(words) => words,
        _ => "",
    }
}

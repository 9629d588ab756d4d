//! The help: how to use the page, what an answer rests on, and what the terms on screen mean. Its texts are data,
//! www/help/: this page draws them and knows none of them.

use crate::app::components::{not_in_force, rules_address};
use crate::app::element::{El, button, el};
use crate::app::state::queries::force;
use crate::app::state::{Action, Model, Route, help_id};
use crate::app::text;
use crate::json::Value;
use crate::pack::Knowledge;

/// The page with the help, or what stands in its place until its texts are there.
pub fn help_page(model: &Model) -> El {
    let locale = model.state().locale;
    let mut sheet = el("div")
        .class("sheet help")
        .with(el("h1").text(text::NAV_HELP.get(locale)))
        .with(el("p").text(text::INTERNAL.get(locale)));
    match model.state().help.as_ref().map(|help| &help.parts) {
        None => sheet.with(el("p").set("role", "status").text(text::OPENING.get(locale))),
        Some(Err(cause)) => sheet.with(unreachable(model, cause)),
        Some(Ok(parts)) => {
            let mut contents = el("ul");
            for part in parts {
                let href = Route::Help(Some(word(part, "id").to_owned())).hash();
                contents = contents.with(el("li").with(el("a").put("href", &href).text(word(part, "title"))));
            }
            sheet = sheet.with(el("nav").set("aria-label", text::HELP_CONTENTS.get(locale)).with(contents));
            for part in parts {
                sheet = sheet.with(section(model, part));
            }
            sheet
        }
    }
}

fn unreachable(model: &Model, cause: &str) -> El {
    let locale = model.state().locale;
    let cause = if cause.is_empty() { text::HELP_DAMAGED.get(locale) } else { cause };
    let state = model.dispatcher();
    let retry = button(text::RETRY.get(locale), move |_| state.dispatch(Action::Help(None)));
    let words = el("p").text(&text::HELP_UNREACHABLE.fill(locale, &[cause]));
    el("div").class("notice alarm").set("role", "alert").with(words).with(retry)
}

/// A part: its heading, then whatever it has of paragraphs, steps, items and terms.
fn section(model: &Model, part: &Value) -> El {
    let id = help_id(word(part, "id"));
    let mut section = el("section")
        .put("aria-labelledby", &id)
        .with(el("h2").id(&id).set("tabindex", "-1").text(word(part, "title")));
    for line in list(part, "text") {
        section = section.with(el("p").text(string(line)));
    }
    for (key, name) in [("steps", "ol"), ("items", "ul")] {
        let mut lines = el(name);
        for line in list(part, key) {
            let item = el("li");
            lines = lines.with(match line {
                Value::Array(link) => item.with(link_to(link)),
                _ => item.text(string(line)),
            });
        }
        if !list(part, key).is_empty() {
            section = section.with(lines);
        }
    }
    let mut terms = el("dl");
    for term in list(part, "terms") {
        let name = el("dt").id(&help_id(word(term, "id"))).set("tabindex", "-1").text(word(term, "term"));
        terms = terms.with(name).with(el("dd").text(word(term, "text")).maybe(sources(model, list(term, "sources"))));
    }
    if list(part, "terms").is_empty() { section } else { section.with(terms) }
}

/// What leads elsewhere: `["#/help/licences", "Software licences"]`. A file opens beside the page, which keeps what is open.
fn link_to(link: &[Value]) -> El {
    let [href, words] = [0, 1].map(|place| link.get(place).map_or("", string));
    let link = el("a").put("href", href).text(words);
    if href.starts_with('#') { link } else { link.set("target", "_blank") }
}

/// The documents that say so: of each its article, and what a reader must not overlook. `[["samr-107", "7-9"]]`
fn sources(model: &Model, cited: &[Value]) -> Option<El> {
    let state = &model.state();
    let mut line = el("p").class("under").text(text::HELP_SOURCES.get(state.locale));
    for cited in cited {
        let Value::Array(cited) = cited else { continue };
        let Some(source) = cited.first().and_then(|id| state.rules.pack.source(string(id))) else { continue };
        let words = source.cite(cited.get(1).map(string), state.locale);
        let mut cite = el("span").class("cite").with(el("a").put("href", &rules_address(&source.id)).text(&words));
        if let Some(lapsed) = not_in_force(state.locale, force(source, state.as_of)) {
            cite = cite.with(el("span").class("tag expired").text(&lapsed));
        }
        if matches!(source.knowledge, Knowledge::Secondary | Knowledge::Partial | Knowledge::Unread) {
            let words = state.rules.pack.word(source.knowledge).get(state.locale);
            cite = cite.with(el("span").class("tag").text(words));
        }
        line = line.with(cite);
    }
    (!cited.is_empty()).then_some(line)
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

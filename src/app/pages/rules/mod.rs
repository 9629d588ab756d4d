//! The rules in words, and what a person changes of them for the session. A worker puts them into words and reads what
//! is changed: neither its phrases nor the reader of packs is fetched by who only looks at an enterprise.

mod entry;
mod follow;
mod setting;
mod tools;

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::html::oninput;
use yew::prelude::*;

use crate::app::element::{El, button, el};
use crate::app::hooks::SHOWN;
use crate::app::state::tasks::drop_rules;
use crate::app::state::{Action, Model, State};
use crate::app::text;
use crate::app::widgets::rules_address;
use crate::rulebook::{Entry, Run, Section};

pub use follow::use_rules;

/// The page on the rules.
pub fn rules_page(model: &Model) -> El {
    let (state, locale) = (&model.state, model.state.locale);
    let sheet = el("div").class("sheet rules").with(el("h1").text(text::RULES_TITLE.get(locale)));
    if state.waits_for_rules() {
        return sheet.with(waiting(model));
    }
    let sheet = sheet.with(el("p").class("lead").text(text::RULES_LEAD.get(locale))).with(tools::tools(model));
    let Some(book) = &state.rules_view.book else {
        return sheet.with(el("p").set("role", "status").text(text::RULES_LOADING.get(locale)));
    };
    let words = state.rules_view.words.trim();
    let mut nothing = true;
    let mut sheet = sheet.with(finder(model));
    for part in &book.sections {
        let found: Vec<&Entry> = part.entries.iter().filter(|entry| words.is_empty() || says(entry, words)).collect();
        if !found.is_empty() {
            nothing = false;
            sheet = sheet.with(section(model, part, &found));
        }
    }
    let told = nothing.then(|| el("p").set("role", "status").text(&text::RULES_NOTHING.fill(locale, &[words])));
    sheet.maybe(told)
}

/// What stands in the place of an assessment while the rules kept from before are read.
pub fn waiting_page(model: &Model) -> El {
    el("section").class("sheet").with(waiting(model))
}

fn waiting(model: &Model) -> El {
    let locale = model.state.locale;
    let model = model.clone();
    el("div")
        .with(el("p").set("role", "status").text(text::RULES_WAITING.get(locale)))
        .with(el("p").with(button(text::DROP_RULES.get(locale), move |_| drop_rules(&model))))
}

/// What stands above every page while the rules are not those brought along.
pub fn changes_banner(state: &State) -> Option<El> {
    let (changes, locale) = (&state.rules.changes, state.locale);
    if changes.is_empty() {
        return None;
    }
    let mut words = Vec::new();
    if !changes.parameters.is_empty() {
        words.push(text::CHANGED_BANNER.fill(locale, &[&changes.parameters.len().to_string()]));
    }
    for (file, phrase) in [(&changes.pack, text::PACK_BANNER), (&changes.calendar, text::CALENDAR_BANNER)] {
        words.extend(file.as_ref().map(|file| phrase.fill(locale, &[&file.name])));
    }
    let link = el("a").put("href", &rules_address("pack")).text(text::SEE_CHANGES.get(locale));
    Some(
        el("div")
            .class("warning changes-banner")
            .set("role", "note")
            .with(el("span").text(&words.join(" ")))
            .with(link),
    )
}

fn finder(model: &Model) -> El {
    let (state, locale) = (&model.state, model.state.locale);
    let model = model.clone();
    let find = Callback::from(move |event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        model.state.dispatch(Action::FindRules(input.value()));
    });
    let input = el("input")
        .id("find-rules")
        .set("type", "search")
        .set("autocomplete", "off")
        .put(SHOWN, &state.rules_view.words)
        .listen(Rc::new(oninput::Wrapper::new(find)));
    el("div").class("field").with(el("label").set("for", "find-rules").text(text::RULES_FIND.get(locale))).with(input)
}

/// Whether an entry has these words anywhere.
fn says(entry: &Entry, words: &str) -> bool {
    let lines = entry.lines.iter();
    let runs = lines.flat_map(|line| line.words.iter().chain(line.items.iter().flatten()));
    let has = |text: &str| text.contains(words);
    has(&entry.title) || has(&entry.id) || has(&runs.map(|run: &Run| run.text.as_str()).collect::<String>())
}

fn section(model: &Model, part: &Section, found: &[&Entry]) -> El {
    let count = el("span").class("count").text(&format!(" ({})", found.len()));
    let summary = el("summary").with(el("h2").id(&entry::id_of(&part.id)).text(&part.title).with(count));
    let lead = (!part.lead.is_empty()).then(|| el("p").class("quiet").text(&part.lead));
    let fold = el("details")
        .key(&part.id)
        .with(summary)
        .maybe(lead)
        .each(found.iter().map(|found| entry::entry(model, found)));
    // What was looked for is shown; otherwise each opens what they want to read.
    if model.state.rules_view.words.trim().is_empty() { fold } else { fold.set("open", "") }
}

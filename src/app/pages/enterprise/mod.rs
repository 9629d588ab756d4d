//! One enterprise: the answer first, then why, then everything else; its facts beside it.

mod disclosure;
mod facts;
mod forecast;
mod head;
mod inspection;
mod judgement;
mod key_case;
mod measures;
mod print;
mod reasons;
mod repair;
mod repair_entry;
mod what_if;

use std::rc::Rc;

use yew::prelude::*;

use super::way_to_start;
use crate::app::element::{El, button, el};
use crate::app::state::queries::{View, marked};
use crate::app::state::tasks::{print, save_record};
use crate::app::state::{District, Model, Paper, Route, State};
use crate::app::tabs::tab_name;
use crate::app::text::{self, Phrase};
use crate::app::widgets::term;
use crate::assess::Target;
use crate::pack::Locale;

use facts::Facts;

pub use print::printed_paper;

/// The page of one enterprise: the record that is open.
pub fn enterprise_page(model: &Model, view: Option<&Rc<View>>) -> El {
    let is_shown = |view: &&Rc<View>| model.state().route == Route::Record(view.opened.id);
    let Some(view) = view.filter(is_shown) else { return opening_page(&model.state()) };
    let locale = view.locale;
    let made_up = view.opened.made_up.then(|| el("span").class("tag").text(text::MADE_UP.get(locale)));
    let is_listed = model.state().listed.iter().any(|(tab, _)| *tab == view.opened.id);
    let by_hand =
        (is_listed && view.opened.can_undo()).then(|| el("span").class("tag noticed").text(text::BY_HAND.get(locale)));
    let save = {
        let model = model.clone();
        button(text::SAVE.get(locale), move |_| save_record(&model))
    };
    let to_print = [(text::PRINT_REPORT, Paper::Report), (text::PRINT_NOTICE, Paper::Notice)].map(|(name, paper)| {
        let model = model.clone();
        button(name.get(locale), move |_| print(&model, paper))
    });
    let title = el("div")
        .class("title")
        .with(el("h1").text(&tab_name(model, &view.opened)))
        .with(el("span").class("code").text(&view.enterprise().uscc))
        .maybe(made_up)
        .maybe(by_hand)
        .with(el("div").class("actions").each(to_print).with(save));
    let answer = column("answer", text::ANSWER.get(locale)).html(head::head(view));
    let answer = answer.maybe(beside(model, view)).maybe(judgement::judgement(view));
    // Of an enterprise that is not assessed nothing is told that only an assessment can tell.
    let answer = if view.withheld.is_some() { answer } else { assessed(model, view, answer) };
    let answer = answer.with(head::rules_used(view));
    let state = model.state();
    let marked: Rc<[Target]> = marked(view, &state.reading).into();
    let paste = state.paste(view.opened.id).cloned();
    let facts = html! { <Facts {model} {view} unfolded={state.unfolded} {marked} {paste} /> };
    // Another enterprise begins with everything folded, and at its top.
    let key = view.opened.id.to_string();
    el("div").class("enterprise").key(&key).with(title).with(answer).html(facts).with(head::bar(view))
}

/// The answer below its head.
fn assessed(model: &Model, view: &View, answer: El) -> El {
    let reading = &model.state().reading;
    answer
        .with(reasons::reasons(view, reading))
        .with(inspection::inspection(view))
        .with(key_case::key_case(view, reading))
        .with(repair::repairs(model, view))
        .with(forecast::forecast(view))
        .with(forecast::course(model, view))
        .with(measures::measures(view))
        .maybe(disclosure::disclosure(view))
}

/// What is to be known of an enterprise of the district besides its facts. It is shown, and not judged. Where there is much
/// of it, as where a code was copied down a column, all but the first lines are folded.
fn beside(model: &Model, view: &View) -> Option<El> {
    const UNFOLDED: usize = 3;
    let locale = view.locale;
    let state = model.state();
    let (_, lines) = state.beside.iter().find(|(tab, _)| *tab == view.opened.id)?;
    let mut lines = lines.iter().map(|(zh, en)| el("p").text(if locale == Locale::Zh { zh } else { en }));
    let first: Vec<El> = lines.by_ref().take(UNFOLDED).collect();
    if first.is_empty() {
        return None;
    }
    let more = lines.len();
    let folded = (more > 0).then(|| {
        let summary = text::BESIDE_MORE.fill(locale, &[&more.to_string()]);
        el("details").with(el("summary").text(&summary)).each(lines)
    });
    let told = el("div").with(el("h3").text(text::BESIDE.get(locale))).each(first).maybe(folded);
    Some(el("section").class("warning beside").with(told))
}

/// A column, which scrolls by itself on a wide screen and then takes the focus for its keys.
fn column(class: &'static str, name: &'static str) -> El {
    el("section").class(class).set("aria-label", name).set("tabindex", "0")
}

/// A section of the answer under its heading. The help has an entry for each, by the same id.
fn section(view: &View, id: &'static str, title: Phrase) -> El {
    let title = title.get(view.locale);
    let heading = el("div").class("heading").with(el("h2").id(id).text(title)).with(term(view.locale, id, title));
    el("section").set("aria-labelledby", id).with(heading)
}

/// What stands in the place of an enterprise that is not open, or not yet.
pub fn opening_page(state: &State) -> El {
    let locale = state.locale;
    let sheet = el("section").class("sheet");
    if matches!(state.district, District::Ready { .. }) {
        return sheet.with(el("p").set("role", "status").text(text::OPENING.get(locale)));
    }
    sheet.with(el("h1").text(text::NO_RECORD.get(locale))).with(way_to_start(locale))
}

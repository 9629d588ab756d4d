//! One enterprise: the answer first, then why, then everything else; its facts beside it.

mod disclosure;
mod facts;
mod forecast;
mod head;
mod inspection;
mod key_case;
mod measures;
mod reasons;
mod repair;

use super::way_to_start;
use crate::app::element::{El, button, el};
use crate::app::state::queries::View;
use crate::app::state::tasks::save_record;
use crate::app::state::{District, Model, State};
use crate::app::text::{self, Phrase};

/// The page of one enterprise; `view` is what is open, `code` the credit code of the enterprise to be shown.
pub fn enterprise_page(model: &Model, view: Option<&View>, code: &str) -> El {
    let Some(view) = view.filter(|view| view.enterprise().uscc == code) else { return missing(&model.state) };
    let locale = view.locale;
    let made_up = view.opened.made_up.then(|| el("span").class("tag").text(text::MADE_UP.get(locale)));
    let save = {
        let model = model.clone();
        button(text::SAVE.get(locale), move |_| save_record(&model))
    };
    let title = el("div")
        .class("title")
        .with(el("h1").text(&view.enterprise().name))
        .with(el("span").class("code").text(&view.enterprise().uscc))
        .maybe(made_up)
        .with(save);
    let answer = column("answer", text::ANSWER.get(locale))
        .html(head::head(view))
        .with(reasons::reasons(view))
        .with(inspection::inspection(view))
        .with(key_case::key_case(view))
        .with(repair::repairs(view))
        .with(forecast::forecast(view))
        .with(forecast::course(view))
        .with(measures::measures(view))
        .maybe(disclosure::disclosure(view))
        .with(head::rules_used(view));
    let facts = column("facts", text::FACTS.get(locale)).html(facts::facts(view));
    // Another enterprise begins with everything folded, and at its top.
    el("div").class("enterprise").key(code).with(title).with(answer).with(facts).with(head::bar(view))
}

/// A column, which scrolls by itself on a wide screen and then takes the focus for its keys.
fn column(class: &'static str, name: &'static str) -> El {
    el("section").class(class).set("aria-label", name).set("tabindex", "0")
}

/// A section of the answer under its heading.
fn section(view: &View, id: &'static str, title: Phrase) -> El {
    el("section").set("aria-labelledby", id).with(el("h2").id(id).text(title.get(view.locale)))
}

/// What stands in the place of an enterprise that is not open.
fn missing(state: &State) -> El {
    let locale = state.locale;
    let sheet = el("section").class("sheet");
    if matches!(state.district, District::Ready { .. }) {
        return sheet.with(el("p").set("role", "status").text(text::OPENING.get(locale)));
    }
    sheet.with(el("h1").text(text::NO_RECORD.get(locale))).with(way_to_start(locale))
}

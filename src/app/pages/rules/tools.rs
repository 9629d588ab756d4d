//! Files of rules, and the way back to what was brought along.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::html::onchange;
use yew::prelude::*;

use crate::app::element::{El, button, el};
use crate::app::state::Model;
use crate::app::state::tasks::{listed, open_files, restore, save_parameters};
use crate::app::text::{self, Phrase};
use crate::worker::RulesPart;

/// What can be done with the rules as a whole.
pub(super) fn tools(model: &Model) -> El {
    let (changes, locale) = (&model.state.rules.changes, model.state.locale);
    let chosen = {
        let model = model.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let files = input.files().map(listed).unwrap_or_default();
            // So that choosing the same file again is a change again.
            input.set_value("");
            open_files(&model, files);
        })
    };
    let input = el("input")
        .id("rules-file")
        .class("unseen")
        .set("type", "file")
        .set("accept", ".json")
        .listen(Rc::new(onchange::Wrapper::new(chosen)));
    let label = el("label").class("file-button").set("for", "rules-file").text(text::OPEN_RULES.get(locale));
    let back = |phrase: Phrase, part: RulesPart| {
        let model = model.clone();
        button(phrase.get(locale), move |_| restore(&model, part, None))
    };
    let set = !changes.parameters.is_empty();
    let save = {
        let model = model.clone();
        button(text::SAVE_PARAMETERS.get(locale), move |_| save_parameters(&model))
    };
    el("div")
        .class("rules-tools")
        .with(el("span").with(input).with(label))
        .maybe(set.then_some(save))
        .maybe(set.then(|| back(text::RESTORE_ALL, RulesPart::Parameters)))
        .maybe(changes.pack.is_some().then(|| back(text::BUILT_IN_PACK, RulesPart::Pack)))
        .maybe(changes.calendar.is_some().then(|| back(text::BUILT_IN_CALENDAR, RulesPart::Calendar)))
        .with(el("p").class("quiet").text(text::OPEN_RULES_HINT.get(locale)))
}

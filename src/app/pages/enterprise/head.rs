//! The answer: class, one sentence of advice, and what a reader must not overlook.

use crate::app::element::{El, Node, el, nodes};
use crate::app::state::queries::{View, of_whole};
use crate::app::text::{self, Phrase};
use crate::app::widgets::{class_badge, warning};

/// The head of the answer, which stays in view.
pub(super) fn head(view: &View) -> Node {
    let locale = view.locale;
    let answer = &view.answer;
    let flag = |holds: bool, words: Phrase| holds.then(|| el("span").class("tag strong").text(words.get(locale)));
    let head = el("div")
        .class("head")
        .with(el("h2").class("class").with(class_badge(&view.rules.pack, locale, answer.class)))
        .maybe(flag(answer.key_case.flagged, text::KEY_CASE_FLAG))
        .maybe(flag(answer.inspection.triggered, text::OPEN_LEADS_FLAG))
        .with(el("p").class("advice").text(view.say(&answer.advice)));
    let internal = el("p").class("quiet").text(text::INTERNAL.get(locale));
    let warnings = of_whole(view).map(|about| warning(view, about));
    nodes([head].into_iter().chain(warnings).chain([internal]))
}

/// The class at the foot of a narrow screen, where the head scrolls away. It repeats the head, so it is for the eye only.
pub(super) fn bar(view: &View) -> El {
    let badge = class_badge(&view.rules.pack, view.locale, view.answer.class);
    el("div").class("bar").set("aria-hidden", "true").with(badge)
}

/// Which rules gave the answer.
pub(super) fn rules_used(view: &View) -> El {
    let locale = view.locale;
    let used = &view.answer.pack;
    let name = text::RULES_USED.fill(locale, &[view.say(&view.rules.pack.title), &used.version]);
    let digest = format!("{} {}", text::DIGEST.get(locale), used.digest);
    el("details").class("quiet").with(el("summary").text(&name)).with(el("p").class("digest").text(&digest))
}

//! The answer: class, one sentence of advice, and what a reader must not overlook.

use crate::app::element::{El, Node, el, nodes};
use crate::app::state::queries::{View, list_title, missing_words, of_whole};
use crate::app::text::{self, Phrase};
use crate::app::widgets::{class_badge, warning};
use crate::entry::list_name;
use crate::facts::{Term, Withheld};
use crate::pack::{FactKind, not_counted_text, withheld_text};

/// The head of the answer, which stays in view.
pub(super) fn head(view: &View) -> Node {
    let locale = view.locale;
    let answer = &view.answer;
    let flag = |holds: bool, words: Phrase| holds.then(|| el("span").class("tag strong").text(words.get(locale)));
    let head = el("div").class("head").with(el("h2").class("class").with(verdict(view))).each(not_counted(view));
    let internal = el("p").class("quiet").text(text::INTERNAL.get(locale));
    if let Some(withheld) = view.withheld {
        let head = head.with(el("p").class("advice").text(&way_out(view, withheld)));
        return nodes([head, internal]);
    }
    let head = head
        .maybe(flag(answer.key_case.flagged, text::KEY_CASE_FLAG))
        .maybe(flag(answer.inspection.triggered, text::OPEN_LEADS_FLAG))
        .with(el("p").class("advice").text(view.say(&answer.advice)));
    let warnings = of_whole(view).map(|about| warning(view, about));
    nodes([head].into_iter().chain(warnings).chain([internal]))
}

/// The class or, where the enterprise is not assessed, that it is not.
fn verdict(view: &View) -> El {
    match view.withheld {
        Some(withheld) => el("span").class("badge withheld").text(withheld_text(withheld, view.locale)),
        None => class_badge(&view.rules.pack, view.locale, view.answer.class),
    }
}

/// What is to be done before the enterprise can be assessed.
fn way_out(view: &View, withheld: Withheld) -> String {
    match withheld {
        Withheld::Incomplete { .. } => text::FILL_IN_FIRST.fill(view.locale, &[&missing_words(withheld, view.locale)]),
        Withheld::BeforeRegistration(day) => text::FOUNDED_LATER.fill(view.locale, &[&view.day(day)]),
    }
}

/// The facts that do not count because they cannot be read or are not complete, kind by kind.
fn not_counted(view: &View) -> impl Iterator<Item = El> {
    let locale = view.locale;
    FactKind::ALL.iter().filter_map(move |kind| {
        let count = view.opened.half.not_counted(list_name(*kind));
        let words = match (count, kind) {
            (0, _) => return None,
            (count, FactKind::Penalty) => not_counted_text(count, locale),
            (count, kind) => text::FACTS_NOT_COUNTED.fill(locale, &[&count.to_string(), list_title(*kind, locale)]),
        };
        Some(el("span").class("tag strong").text(&words))
    })
}

/// The class at the foot of a narrow screen, where the head scrolls away. It repeats the head, so it is for the eye only.
pub(super) fn bar(view: &View) -> El {
    el("div").class("bar").set("aria-hidden", "true").with(verdict(view))
}

/// Which rules gave the answer.
pub(super) fn rules_used(view: &View) -> El {
    let locale = view.locale;
    let used = &view.answer.pack;
    let name = text::RULES_USED.fill(locale, &[view.say(&view.rules.pack.title), &used.version]);
    let digest = format!("{} {}", text::DIGEST.get(locale), used.digest);
    el("details").class("quiet").with(el("summary").text(&name)).with(el("p").class("digest").text(&digest))
}

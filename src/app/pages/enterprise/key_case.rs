//! Whether it is a key case.

use crate::app::element::{El, el};
use crate::app::state::Reading;
use crate::app::state::queries::View;
use crate::app::text;
use crate::app::widgets::{citation, fold};
use crate::pack::Condition;

use super::reasons::evidence;
use super::section;

/// The section on key cases.
pub(super) fn key_case(view: &View, reading: &Reading) -> El {
    let locale = view.locale;
    let found = &view.answer.key_case;
    let rules = found.rules.iter().zip(&found.evidence).filter_map(|(id, facts)| {
        let rule = view.rules.pack.key_case.rules.iter().find(|rule| rule.id == *id)?;
        let summary = el("summary").text(view.say(&rule.title));
        // The facts of a reason for the class stand there already.
        let own = view.answer.reasons.iter().all(|reason| reason.rule != *id);
        let rests_on = fold(reading, &["key-case-", id].concat(), own, summary, &|fold| {
            fold.with(el("ul").each(facts.iter().map(|fact| el("li").html(evidence(view, *fact)))))
        });
        Some(el("li").with(rests_on))
    });
    let says = if found.flagged { text::IS_KEY_CASE } else { text::IS_NO_KEY_CASE };
    let counted_by = view.rules.pack.rules.get(view.rules.pack.key_case.counted_by);
    let at_least = match counted_by.map(|rule| &rule.when) {
        Some(Condition::Count { at_least, .. }) => view.number(*at_least),
        _ => String::new(),
    };
    let window = [view.day(found.window.from), view.day(found.window.to), found.penalty_count.to_string()];
    let [from, to, count] = &window;
    section(view, "key-case", text::KEY_CASE)
        .with(el("p").text(says.get(locale)))
        .maybe(found.flagged.then(|| el("ul").class("reasons").each(rules)))
        .with(el("p").text(&text::KEY_COUNT.fill(locale, &[from, to, count, &at_least])))
        .each(found.sources.iter().map(|source| el("p").class("under").with(citation(view, source))))
}

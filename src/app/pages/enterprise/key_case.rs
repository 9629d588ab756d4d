//! Whether it is a key case.

use crate::app::element::{El, el};
use crate::app::state::queries::View;
use crate::app::text;
use crate::app::widgets::citation;
use crate::pack::Condition;

use super::section;

/// The section on key cases.
pub(super) fn key_case(view: &View) -> El {
    let locale = view.locale;
    let found = &view.answer.key_case;
    let rules = view.rules.pack.key_case.rules.iter().filter(|rule| found.rules.contains(&rule.id));
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
        .maybe(found.flagged.then(|| el("ul").each(rules.map(|rule| el("li").text(view.say(&rule.title))))))
        .with(el("p").text(&text::KEY_COUNT.fill(locale, &[from, to, count, &at_least])))
        .each(found.sources.iter().map(|source| el("p").class("under").with(citation(view, source))))
}

//! What a rule counted, against what number and over which days, in words.

use crate::app::text;
use crate::assess::Trace;
use crate::pack::Condition;

use super::{View, exception_words, list_title};

/// What a rule counted, as one can count it again.
#[must_use]
pub fn trace_words(view: &View, trace: &Trace) -> String {
    let locale = view.locale;
    let as_of = view.day(view.answer.as_of);
    let over = match trace.window {
        Some(window) => text::TRACE_WINDOW.fill(locale, &[&view.day(window.from), &view.day(window.to)]),
        None => text::TRACE_UNTIL.fill(locale, &[&as_of]),
    };
    let when = view.rules.pack.rule(&trace.rule).map(|rule| &rule.when);
    let phrase = match when {
        Some(Condition::Count { same_category: true, .. }) => text::TRACE_SAME,
        _ => text::TRACE_COUNT,
    };
    let numbers = [trace.count, trace.at_least, trace.counted.len()].map(|number| number.to_string());
    let [count, at_least, all] = &numbers;
    let counted = phrase.fill(locale, &[&over, list_title(trace.fact, locale), count, at_least, all]);
    match when {
        Some(Condition::Latest { .. }) => [text::TRACE_LATEST.get(locale), &counted].concat(),
        _ => [counted, exception_words(view, &trace.rule).unwrap_or_default()].join(text::SENTENCE.get(locale)),
    }
}

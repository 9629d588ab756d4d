//! What a rule counted, against what number and over which days, in words.

use crate::app::text;
use crate::assess::{Count, Trace};
use crate::pack::{Condition, Tally};

use super::{View, exception_words, list_title};

/// What a rule counted, as one can count it again; of a rule that is made up of several conditions each by itself.
#[must_use]
pub fn trace_words(view: &View, trace: &Trace) -> String {
    let rule = view.rules.pack.rule(&trace.rule);
    let conditions = rule.map(|rule| rule.when.fact_conditions()).unwrap_or_default();
    let is_part = trace.count.is_none();
    let counts =
        trace.counts().zip(conditions).map(|(count, of_facts)| count_words(view, count, of_facts.condition, is_part));
    let words: Vec<String> = counts.chain(exception_words(view, &trace.rule)).collect();
    words.join(text::SENTENCE.get(view.locale))
}

fn count_words(view: &View, count: &Count, condition: &Condition, is_part: bool) -> String {
    let locale = view.locale;
    let as_of = view.day(view.answer.as_of);
    let over = match count.window {
        Some(window) => text::TRACE_WINDOW.fill(locale, &[&view.day(window.from), &view.day(window.to)]),
        None => text::TRACE_UNTIL.fill(locale, &[&as_of]),
    };
    let tally = match condition {
        Condition::Count { tally, .. } => *tally,
        _ => Tally::Facts,
    };
    let phrase = match (tally, count.is_negated) {
        (Tally::Years, _) => text::TRACE_YEARS,
        (Tally::OfOneCategory, _) => text::TRACE_SAME,
        (Tally::Facts, true) => text::TRACE_NOT,
        (Tally::Facts, false) if is_part => text::TRACE_PART,
        (Tally::Facts, false) => text::TRACE_COUNT,
    };
    let all = count.counted.len() + count.others.len();
    let numbers = [count.count, count.at_least, all].map(|number| number.to_string());
    let [number, at_least, all] = &numbers;
    let counted = phrase.fill(locale, &[&over, list_title(count.fact, locale), number, at_least, all]);
    match condition {
        Condition::Latest { .. } => [text::TRACE_LATEST.get(locale), &counted].concat(),
        _ => counted,
    }
}

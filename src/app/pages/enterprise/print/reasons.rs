//! The reasons, with the numbers that their facts have in the tables of the report.

use super::super::reasons::{raised, still_counted};
use super::part;
use crate::app::element::{El, el};
use crate::app::state::queries::{View, exception_words, grade_words, list_title};
use crate::app::text;
use crate::app::widgets::{class_badge, source_details};
use crate::assess::Reason;
use crate::facts::Term;
use crate::pack::FactKind;

/// Why the class is what it is.
pub(super) fn reasons(view: &View) -> El {
    let locale = view.locale;
    let answer = &view.answer;
    let none = answer.reasons.is_empty().then(|| el("p").text(text::NO_REASONS.get(locale)));
    let list = el("ol").each(answer.reasons.iter().map(|reason| item(view, reason)));
    let raised = raised(view).map(|words| el("p").text(&words));
    let still_counted = still_counted(view).map(|words| el("p").text(words));
    part(view, text::WHY).maybe(raised).maybe(still_counted).maybe(none).with(list)
}

fn item(view: &View, reason: &Reason) -> El {
    let locale = view.locale;
    let message = el("p").with(el("strong").text(view.say(&reason.message))).text(" ").with(class_badge(
        &view.rules.pack,
        locale,
        reason.class,
    ));
    let rests_on = [text::RESTS_ON_FACTS.get(locale), &evidence(view, reason)];
    let exception = exception_words(view, &reason.rule).map(|words| el("p").text(&words));
    el("li")
        .with(message)
        .maybe(exception)
        .with(el("p").text(&text::NAMELY.fill(locale, &rests_on)))
        .with(source_details(view, &reason.source))
}

/// The facts that a reason rests on, by their numbers.
fn evidence(view: &View, reason: &Reason) -> String {
    let locale = view.locale;
    let mut words: Vec<String> = Vec::new();
    for kind in FactKind::ALL {
        let of_kind = reason.evidence.iter().filter(|fact| fact.kind == *kind);
        let places: Vec<usize> = of_kind.filter_map(|fact| fact.index).collect();
        if !places.is_empty() {
            words.push(numbered(view, *kind, &places));
        }
    }
    words.extend(reason.evidence.iter().filter_map(|fact| fact.sector).map(|sector| grade_words(view, sector)));
    words.join(text::CLAUSE.get(locale))
}

/// Facts of a kind by their rising places: 行政处罚第 1–11、13 项.
pub(super) fn numbered(view: &View, kind: FactKind, places: &[usize]) -> String {
    let numbers = numbers(places).join(view.rules.pack.list_separator.get(view.locale));
    text::FACTS_NUMBERED.fill(view.locale, &[list_title(kind, view.locale), &numbers])
}

/// Rising places as numbers from 1, neighbours taken together.
fn numbers(places: &[usize]) -> Vec<String> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for place in places {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *place => *last = *place,
            _ => runs.push((*place, *place)),
        }
    }
    let number = |place: usize| (place + 1).to_string();
    let words = |(first, last)| if first == last { number(first) } else { [number(first), number(last)].join("–") };
    runs.into_iter().map(words).collect()
}

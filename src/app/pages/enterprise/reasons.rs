//! Why: each rule that holds, opening into its facts, its count and its article.

use super::section;
use super::what_if::what_if;
use crate::app::element::{El, Node, el, words};
use crate::app::state::Reading;
use crate::app::state::queries::{View, WHY, exception_words, grade_words, trace_words};
use crate::app::text::{self, Phrase};
use crate::app::widgets::{citation_words, class_badge, fact_link, fold, rule_link, source_details};
use crate::assess::{Evidence, Reason, Repair, Target, Trace};
use crate::facts::EnterpriseStatus;
use crate::pack::{Class, FactKind, Field, RepairStatus};

/// The section on why the class is what it is, and on what would change it.
pub(super) fn reasons(view: &View, reading: &Reading) -> El {
    let locale = view.locale;
    let answer = &view.answer;
    let list = if answer.reasons.is_empty() {
        el("p").text(text::NO_REASONS.get(locale))
    } else {
        el("ol").class("reasons").each(answer.reasons.iter().map(|reason| item(view, reading, reason)))
    };
    let summary = el("summary").text(text::TRACE.get(locale));
    let trace = fold(reading, "trace", false, summary, &|fold| {
        let answer = view.on(view.answer.as_of);
        fold.with(el("ul").class("conditions").each(answer.trace.iter().flatten().map(|trace| rule(view, trace))))
    });
    section(view, "why", text::WHY)
        .maybe(raised(view))
        .maybe(still_counted(view))
        .with(list)
        .maybe((answer.class != Class::Good).then(|| what_if(view, reading)))
        .with(trace.class("part"))
}

/// That a risk grade raised the class, where one did.
pub(super) fn raised(view: &View) -> Option<El> {
    let answer = &view.answer;
    let classes = [view.word(answer.credit_class), view.word(answer.class)];
    (answer.class != answer.credit_class).then(|| el("p").text(&text::RAISED.fill(view.locale, &classes)))
}

/// Why penalties count whose publication a deregistration has ended, where some do.
pub(super) fn still_counted(view: &View) -> Option<El> {
    let answer = &view.answer;
    let is_ended = |repair: &&Repair| repair.status == RepairStatus::Ended && repair.target.kind == FactKind::Penalty;
    let ended: Vec<usize> = answer.repair.iter().filter(is_ended).map(|repair| repair.target.index).collect();
    let counts = |fact: &Evidence| {
        fact.kind == FactKind::Penalty && fact.index.is_some_and(|index| ended.binary_search(&index).is_ok())
    };
    let by_publication = |reason: &&Reason| {
        let rule = view.rules.pack.rule(&reason.rule);
        rule.is_some_and(|rule| rule.when.selection().filters.iter().any(|filter| filter.field == Field::Live))
    };
    let mut counted = answer.reasons.iter().filter(by_publication).flat_map(|reason| &reason.evidence);
    let is_counted = view.enterprise().status == EnterpriseStatus::Deregistered && counted.any(counts);
    is_counted.then(|| el("p").text(text::STILL_COUNTED.get(view.locale)))
}

fn item(view: &View, reading: &Reading, reason: &Reason) -> El {
    let locale = view.locale;
    let under = el("span")
        .class("under")
        .with(class_badge(&view.rules.pack, locale, reason.class))
        .text(" ")
        .with(citation_words(view, &reason.source));
    let exception = exception_words(view, &reason.rule).map(|words| el("span").class("under").text(&words));
    let message = el("span").class("message").text(view.say(&reason.message));
    let summary = el("summary").with(message).maybe(exception).with(under);
    let id = [WHY, &reason.rule].concat();
    let title = |words: Phrase| el("h3").text(words.get(locale));
    let folded = fold(reading, &id, false, summary, &|fold| {
        let answer = view.on(view.answer.as_of);
        let trace = answer.trace.iter().flatten().find(|trace| trace.rule == reason.rule);
        let counted = trace.map(|trace| el("p").text(&trace_words(view, trace)));
        fold.with(title(text::RESTS_ON_FACTS))
            .with(el("ul").each(reason.evidence.iter().map(|fact| el("li").html(evidence(view, *fact)))))
            .maybe(counted.is_some().then(|| title(text::COUNTED)))
            .maybe(counted)
            .with(title(text::ARTICLE))
            .with(source_details(view, &reason.source))
            .with(el("p").with(rule_link(view, &reason.rule)))
    });
    el("li").with(folded)
}

/// A fact as a link to its place; a risk grade in words.
pub(super) fn evidence(view: &View, evidence: Evidence) -> Node {
    match (evidence.index, evidence.sector) {
        (Some(index), _) => fact_link(view, Target { kind: evidence.kind, index }).done(),
        (None, Some(sector)) => words(&grade_words(view, sector)),
        (None, None) => Node::default(),
    }
}

/// What a rule counted; the facts of one that holds stand with its reason.
fn rule(view: &View, trace: &Trace) -> El {
    let title = view.rules.pack.rule(&trace.rule).map_or("", |rule| view.say(&rule.title));
    let word = if trace.holds { text::HOLDS } else { text::HOLDS_NOT };
    let nearly = trace.counted.iter().filter(|_| !trace.holds);
    let nearly =
        nearly.map(|index| el("p").class("quiet").with(fact_link(view, Target { kind: trace.fact, index: *index })));
    checked(view, trace.holds, title, word).with(el("p").class("quiet").text(&trace_words(view, trace))).each(nearly)
}

/// Something that is so or not, by sign and word.
pub(super) fn checked(view: &View, so: bool, title: &str, word: Phrase) -> El {
    el("li")
        .with(el("span").set("aria-hidden", "true").text(if so { "✓ " } else { "✗ " }))
        .text(title)
        .with(el("span").class("tag").text(word.get(view.locale)))
}

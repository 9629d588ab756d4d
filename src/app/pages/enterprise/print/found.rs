//! What was found, as it is told on paper: in the words of the page, with everything unfolded that matters.

use super::super::forecast::years;
use super::super::head::{flags, not_counted, way_out};
use super::super::judgement::judged_by;
use super::super::key_case::{self, KeyCaseRule};
use super::super::measures::inspecting;
use super::super::plan::{Said, plan_lines};
use crate::app::element::{El, Node, el, nodes};
use crate::app::state::queries::{View, fact_title, grade_words, of_whole};
use crate::app::text::{self, Phrase};
use crate::app::widgets::{citation, class_badge, warning};
use crate::assess::{Evidence, Target};
use crate::pack::withheld_text;

/// The head of the answer.
pub(super) fn head(view: &View) -> Node {
    let locale = view.locale;
    let flag = |words: &str| el("span").class("tag strong").text(words);
    let verdict = match view.withheld {
        Some(withheld) => el("span").class("badge withheld").text(withheld_text(withheld, locale)),
        None => class_badge(&view.rules.pack, locale, view.answer.class),
    };
    let advice =
        view.withheld.map_or_else(|| view.say(&view.answer.advice).to_owned(), |withheld| way_out(view, withheld));
    let head = el("div")
        .class("head")
        .with(el("h2").class("class").with(verdict))
        .each(not_counted(view).map(|words| flag(&words)))
        .each(flags(view).map(|words| flag(words.get(locale))))
        .with(el("p").class("advice").text(&advice));
    let warnings = of_whole(view).filter(|_| view.withheld.is_none()).map(|about| warning(view, about));
    let internal = el("p").class("quiet").text(text::INTERNAL.get(locale));
    nodes([head].into_iter().chain(warnings).chain([internal]))
}

/// What an officer concluded.
pub(super) fn judgement(view: &View) -> Option<El> {
    let judgement = view.opened.half.judgement.as_ref()?;
    let title = el("strong").text(text::JUDGEMENT_TITLE.get(view.locale));
    let class = class_badge(&view.rules.pack, view.locale, judgement.class);
    let head = el("p").with(title).text(" ").with(class);
    let by = el("p").text(&judged_by(view, judgement));
    Some(el("section").class("judgement").with(head).with(el("p").text(&judgement.reason)).with(by))
}

/// How and how often to inspect.
pub(super) fn inspection(view: &View) -> El {
    let mut list = el("dl");
    for line in plan_lines(view) {
        let said = line.said.iter().map(|said| self::said(view, said));
        list = list.with(el("dt").text(line.name.get(view.locale))).each(said);
    }
    section(view, text::HOW_TO_INSPECT).with(list)
}

fn said(view: &View, said: &Said) -> El {
    let tags = said
        .tags
        .iter()
        .map(|(words, is_strong)| el("span").class(if *is_strong { "tag strong" } else { "tag" }).text(words));
    let facts = (!said.facts.is_empty()).then(|| evidence_list(view, &said.facts));
    let facts = match said.lead {
        Some(lead) => facts.map(|facts| el("div").text(lead.get(view.locale)).with(facts)),
        None => facts,
    };
    el("dd")
        .text(&said.words)
        .each(tags)
        .maybe(facts)
        .each(said.notes.iter().map(|words| el("p").class("quiet").text(words)))
        .maybe(said.source.as_ref().map(|source| el("p").class("under").with(citation(view, source))))
}

/// Whether it is a key case.
pub(super) fn key_case(view: &View) -> El {
    let found = &view.answer.key_case;
    let rules = key_case::rules(view).map(|KeyCaseRule { title, facts, is_new, .. }| {
        let rule = el("details").with(el("summary").text(view.say(title)));
        let rule = if is_new { rule.set("open", "").with(evidence_list(view, facts)) } else { rule };
        el("li").with(rule)
    });
    section(view, text::KEY_CASE)
        .with(el("p").text(key_case::verdict(view)))
        .maybe(found.flagged.then(|| el("ul").class("reasons").each(rules)))
        .with(el("p").text(&key_case::count(view)))
        .each(found.sources.iter().map(|source| el("p").class("under").with(citation(view, source))))
}

/// What follows from the class and the lists.
pub(super) fn measures(view: &View) -> El {
    let measures = view.answer.measures.iter().filter_map(|measure| {
        let rule = view.rules.pack.measure(&measure.id)?;
        let source = el("p").class("under").with(citation(view, &measure.source));
        Some(el("li").text(view.say(&rule.title)).with(source))
    });
    let list = el("ul").with(el("li").text(&inspecting(view))).each(measures);
    section(view, text::MEASURES).with(list)
}

/// What is to come.
pub(super) fn forecast(view: &View) -> El {
    let locale = view.locale;
    let section = section(view, text::FORECAST);
    if view.answer.forecast.is_empty() {
        return section.with(el("p").text(&text::NO_FORECAST.fill(locale, &[&years(view)])));
    }
    let changes = view.answer.forecast.iter().map(|change| {
        let line = text::FORECAST_LINE.fill(locale, &[&view.day(change.on)]);
        el("li").text(&line).with(class_badge(&view.rules.pack, locale, change.class))
    });
    section
        .with(el("ul").class("changes").each(changes))
        .with(el("p").class("quiet").text(text::FORECAST_NOTE.get(locale)))
}

fn section(view: &View, title: Phrase) -> El {
    el("section").with(el("div").class("heading").with(el("h2").text(title.get(view.locale))))
}

/// Facts in one line each. On paper there is nothing to lead to.
fn evidence_list(view: &View, facts: &[Evidence]) -> El {
    el("ul").each(facts.iter().map(|fact| el("li").text(&words(view, *fact))))
}

fn words(view: &View, Evidence { kind, index, sector }: Evidence) -> String {
    match (index, sector) {
        (Some(index), _) => [view.word(kind), " ", &fact_title(view, Target { kind, index })].concat(),
        (None, Some(sector)) => grade_words(view, sector),
        (None, None) => String::new(),
    }
}

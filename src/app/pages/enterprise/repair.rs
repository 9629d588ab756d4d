//! What can be repaired, where, from when, and what for.

use yew::Html;

use crate::app::element::{El, el, nodes};
use crate::app::state::queries::{View, fact_title, list_title, of_fact, repair_sentence};
use crate::app::text::{self, Phrase};
use crate::app::widgets::{fact_link, source_details, warning};
use crate::assess::{Condition, Deadlines, Repair};
use crate::facts::{Date, Term};
use crate::pack::{Channel, DeadlineStart, FactKind};

use super::section;

/// The section on credit repair, by the system on which one applies.
pub(super) fn repairs(view: &View) -> El {
    let repairs = &view.answer.repair;
    let nothing = repairs.is_empty().then(|| el("p").text(text::NO_REPAIR.get(view.locale)));
    section(view, "repair", text::REPAIR)
        .maybe(nothing)
        .each(Channel::ALL.iter().filter_map(|channel| of_channel(view, *channel)))
}

fn of_channel(view: &View, channel: Channel) -> Option<Html> {
    let mut entries = view.answer.repair.iter().filter(|repair| repair.channel == channel).peekable();
    entries.peek()?;
    let title = text::APPLY_AT.fill(view.locale, &[view.word(channel)]);
    Some(nodes([el("h3").text(&title), el("ul").class("repairs").each(entries.map(|repair| entry(view, repair)))]))
}

fn entry(view: &View, repair: &Repair) -> El {
    let locale = view.locale;
    let target = repair.target;
    let is_penalty = target.kind == FactKind::Penalty;
    let title = fact_title(view, target);
    let title = if is_penalty { title } else { format!("{} {title}", list_title(target.kind, locale)) };
    let summary = el("summary")
        .with(el("span").class("message").text(&title))
        .with(el("span").classes(&["under", "status", repair.status.code()]).text(&repair_sentence(view, repair)));
    let mut terms = el("dl");
    if let Some(severity) = repair.severity {
        terms = pair(terms, text::SEVERITY.get(locale), view.word(severity));
    }
    if let Some(track) = repair.track {
        terms = pair(terms, text::TRACK.get(locale), view.word(track));
    }
    let stops = if is_penalty { text::STOPS } else { text::LIST_STOPS };
    for (name, day) in [(text::EARLIEST, repair.earliest_on), (stops, repair.stops_on)] {
        if let Some(day) = day {
            terms = pair(terms, name.get(locale), &view.day(day));
        }
    }
    let details = el("details")
        .with(summary)
        .with(terms)
        .each(of_fact(view, target).map(|about| warning(view, about)))
        .each(repair.conditions.as_ref().map(|conditions| conditions_list(view, conditions)))
        .each(repair.materials.as_ref().map(|papers| papers_list(view, papers)))
        .each(repair.deadlines.as_ref().map(|deadlines| deadlines_list(view, deadlines)))
        .with(el("h4").text(text::ARTICLE.get(locale)))
        .with(source_details(view, &repair.source))
        .with(el("p").with(fact_link(view, target)));
    el("li").with(details)
}

fn pair(list: El, name: &str, words: &str) -> El {
    list.with(el("dt").text(name)).with(el("dd").text(words))
}

fn conditions_list(view: &View, conditions: &[Condition]) -> Html {
    let items = conditions.iter().filter_map(|condition| {
        let rule = view.rules.pack.condition(&condition.id)?;
        let (mark, word) = if condition.met { ("✓ ", text::MET) } else { ("✗ ", text::UNMET) };
        let cure = (!condition.met).then(|| el("p").class("quiet").text(view.say(&rule.cure)));
        let item = el("li")
            .with(el("span").set("aria-hidden", "true").text(mark))
            .text(view.say(&rule.title))
            .with(el("span").class("tag").text(word.get(view.locale)))
            .maybe(cure);
        Some(item)
    });
    titled(view, text::CONDITIONS, el("ul").class("conditions").each(items))
}

fn papers_list(view: &View, papers: &[String]) -> Html {
    let items = papers
        .iter()
        .filter_map(|id| view.rules.pack.material(id))
        .map(|paper| el("li").text(view.say(&paper.title)).with(el("p").class("quiet").text(view.say(&paper.text))));
    titled(view, text::PAPERS, el("ul").each(items))
}

fn deadlines_list(view: &View, deadlines: &Deadlines) -> Html {
    let starts = match deadlines.from {
        DeadlineStart::Application => text::DEADLINE_APPLICATION,
        DeadlineStart::Verification => text::DEADLINE_VERIFICATION,
    };
    let steps: [(Phrase, Option<Date>); 3] = [
        (text::ACCEPT_BY, deadlines.accept_by),
        (text::DECIDE_BY, deadlines.decide_by),
        (text::UNPUBLISH_BY, deadlines.unpublish_by),
    ];
    let steps = steps.into_iter().filter_map(|(words, day)| Some(words.fill(view.locale, &[&view.day(day?)])));
    let steps = el("ul").each(steps.map(|step| el("li").text(&step)));
    titled(view, text::DEADLINES, el("div").with(el("p").text(starts.get(view.locale))).with(steps))
}

fn titled(view: &View, title: Phrase, content: El) -> Html {
    nodes([el("h4").text(title.get(view.locale)), content])
}

//! The report for the office: everything that was found, what it rests on, and room for signatures.

use super::deadlines::deadlines;
use super::facts::{basics, facts};
use super::found::{forecast, head, inspection, judgement, key_case, measures};
use super::reasons::reasons;
use super::repair::{open, table};
use super::{blanks, pages, part};
use crate::app::element::{El, el};
use crate::app::state::queries::{View, of_whole};
use crate::app::text;
use crate::app::widgets::{timeline_on_paper, warning};
use crate::facts::Date;
use crate::pack::Pack;
use crate::rulebook::{self, Changed};

/// The report; `base` is the pack before any of its parameters was set otherwise, `apply_on` the day on which one
/// supposes to apply for a repair, where one was chosen.
pub(super) fn report(view: &View, base: &Pack, apply_on: Option<Date>) -> El {
    let locale = view.locale;
    let enterprise = view.enterprise();
    let title = el("header")
        .with(el("h1").text(text::PAPER_REPORT.get(locale)))
        .with(el("p").class("subject").text(&enterprise.name))
        .html(head(view));
    let parts = [Some(title), Some(basics(view)), judgement(view)];
    let ends = [notes(view), changes(view, base), Some(signatures(view))];
    // Of an enterprise that is not assessed stand the facts alone.
    let found = if view.withheld.is_some() { Vec::new() } else { found(view, apply_on) };
    let parts = parts.into_iter().flatten().chain(found).chain(facts(view)).chain(ends.into_iter().flatten());
    pages(view, text::PAPER_REPORT, text::PAPER_AS_OF, parts)
}

/// What was found.
fn found(view: &View, apply_on: Option<Date>) -> Vec<El> {
    vec![
        reasons(view),
        inspection(view),
        key_case(view),
        repair(view, apply_on),
        measures(view),
        forecast(view),
        part(view, text::TIMELINE).class("course").html(timeline_on_paper(view)),
    ]
}

fn repair(view: &View, apply_on: Option<Date>) -> El {
    let part = part(view, text::REPAIR);
    let repairs = &view.answer.repair;
    if repairs.is_empty() {
        return part.with(el("p").text(text::NO_REPAIR.get(view.locale)));
    }
    let open = open(view);
    let settled = (open.len() < repairs.len()).then(|| el("p").text(text::REPAIR_SETTLED.get(view.locale)));
    let heading = el("h3").text(text::DEADLINES.get(view.locale));
    let deadlines = deadlines(view, apply_on, &open).map(|list| el("section").with(heading).with(list));
    part.each((!open.is_empty()).then(|| table(view, true, &open))).maybe(deadlines).maybe(settled)
}

/// What has to be known besides, and neither stands at the head nor beside its fact.
fn notes(view: &View) -> Option<El> {
    let of_fact = |path: &Option<String>| path.as_ref().is_some_and(|path| path.contains('['));
    let told = |about| of_whole(view).any(|other| std::ptr::eq(other, about));
    let notes = view.answer.warnings.iter().filter(|about| !of_fact(&about.path) && !told(*about));
    let mut notes = notes.map(|about| warning(view, about)).peekable();
    notes.peek()?;
    Some(part(view, text::NOTES).each(notes))
}

/// The parameters that were set otherwise for the session, with what they would be.
fn changes(view: &View, base: &Pack) -> Option<El> {
    let changed = rulebook::changed(&view.rules.pack, base, view.answer.as_of, view.locale);
    let mut lines = changed.into_iter().map(|Changed { title, before, now }| {
        let words =
            if now.is_empty() { title } else { text::PARAMETER_SET.fill(view.locale, &[&title, &before, &now]) };
        el("li").text(&words)
    });
    let first = lines.next()?;
    Some(part(view, text::PARAMETERS_SET).with(el("ul").with(first).each(lines)))
}

/// Who answers for what is decided.
fn signatures(view: &View) -> El {
    el("section")
        .class("signatures")
        .with(el("p").text(text::PERSON_DECIDES.get(view.locale)))
        .html(blanks(view, &[text::INSPECTOR_SIGNS, text::SIGNED_ON]))
        .html(blanks(view, &[text::INSPECTOR_SIGNS, text::SIGNED_ON]))
        .with(el("p").class("room").text(text::REVIEW_NOTE.get(view.locale)))
        .html(blanks(view, &[text::REVIEWER_SIGNS, text::SIGNED_ON]))
}

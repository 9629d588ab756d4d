//! The notice for the enterprise: what it can have repaired, when, with which papers. Class, reasons and inspection are
//! internal and have no place here.

use super::deadlines::deadlines;
use super::repair::{open, table};
use super::{blanks, pages, part};
use crate::app::element::{El, el};
use crate::app::state::queries::{View, list_title};
use crate::app::text;
use crate::app::widgets::citation;
use crate::assess::Repair;
use crate::facts::{AbnormalReason, Date, Term};
use crate::pack::{Channel, DeadlineStart, FactKind, ParameterValue, RepairStatus, withheld_text};

/// The notice; `apply_on` is the day on which one supposes to apply for a repair, where one was chosen.
pub(super) fn notice(view: &View, apply_on: Option<Date>) -> El {
    let locale = view.locale;
    let mut open = open(view);
    // Of days on which other rules held, which the pack does not have, there is nothing to tell.
    open.retain(|repair| repair.status != RepairStatus::NotModelled);
    if view.withheld.is_some() {
        open.clear();
    }
    let lead = match view.withheld {
        Some(withheld) => withheld_text(withheld, locale),
        None if open.is_empty() => text::NOTICE_NOTHING.get(locale),
        None => text::NOTICE_LEAD.get(locale),
    };
    let head = el("header")
        .with(el("h1").text(text::PAPER_NOTICE.get(locale)))
        .with(el("p").text(&text::ADDRESSED_TO.fill(locale, &[&view.enterprise().name])))
        .with(el("p").text(lead));
    let end = el("section")
        .class("signatures")
        .html(blanks(view, &[text::ISSUED_BY, text::SIGNED_ON]))
        .html(blanks(view, &[text::CONTACT]));
    pages(
        view,
        text::PAPER_NOTICE,
        text::NOTICE_AS_OF,
        [head].into_iter().chain(groups(view, apply_on, &open)).chain([end]),
    )
}

/// What is applied for in the same way, together: the table, the papers, the time limits.
fn groups(view: &View, apply_on: Option<Date>, open: &[&Repair]) -> Vec<El> {
    let mut groups: Vec<(Way, Vec<&Repair>)> = Vec::new();
    for repair in open {
        let way = Way::of(view, repair);
        match groups.iter_mut().find(|(known, _)| *known == way) {
            Some((_, repairs)) => repairs.push(repair),
            None => groups.push((way, vec![repair])),
        }
    }
    let mut parts = Vec::new();
    for (way, repairs) in &groups {
        let title = [list_title(way.kind, view.locale), view.word(way.channel)].join(" · ");
        parts.push(el("section").with(el("h2").text(&title)).html(table(view, false, repairs)));
        // What stops by itself, or cannot be repaired early, asks for no application.
        if let Some(papers) = repairs.iter().find_map(|repair| repair.materials.as_ref()) {
            parts.push(papers_list(view, way.channel, papers));
            parts.extend(limits(view, way).map(|part| part.maybe(deadlines(view, apply_on, repairs))));
        }
    }
    parts
}

/// What decides on papers and time limits.
#[derive(PartialEq)]
struct Way {
    channel: Channel,
    kind: FactKind,
    reason: Option<AbnormalReason>,
}

impl Way {
    fn of(view: &View, repair: &Repair) -> Self {
        let kind = repair.target.kind;
        let listing = view.enterprise().abnormal_listings.get(repair.target.index);
        let reason = listing.filter(|_| kind == FactKind::AbnormalListing).map(|listing| listing.reason);
        Self { channel: repair.channel, kind, reason }
    }
}

fn papers_list(view: &View, channel: Channel, papers: &[String]) -> El {
    let items = papers
        .iter()
        .filter_map(|id| view.rules.pack.material(id))
        .map(|paper| [view.say(paper.title_on(channel)), view.say(&paper.text)])
        .map(|words| el("li").text(&text::NAMELY.fill(view.locale, &words)));
    part(view, text::NOTICE_PAPERS).with(el("ul").each(items))
}

/// How long the authority may take, and by which article.
fn limits(view: &View, way: &Way) -> Option<El> {
    let locale = view.locale;
    let pack = &view.rules.pack;
    let edition = pack.edition(view.answer.as_of);
    let deadlines = pack.channels[way.channel.place()].deadlines;
    let ParameterValue::Deadlines(lines) = pack.value(edition, deadlines) else { return None };
    let line = lines.iter().find(|line| line.fits(way.kind, way.reason))?;
    let start = match line.from {
        DeadlineStart::Verification => text::ON_VERIFICATION,
        DeadlineStart::Application if line.accept.is_some() => text::ON_ACCEPTANCE,
        DeadlineStart::Application => text::ON_APPLICATION,
    };
    let steps = [
        line.accept.map(|days| text::LIMIT_ACCEPT.fill(locale, &[&days.to_string()])),
        line.decide.map(|days| text::LIMIT_DECIDE.fill(locale, &[start.get(locale), &days.to_string()])),
        line.unpublish.map(|days| text::LIMIT_UNPUBLISH.fill(locale, &[&days.to_string()])),
    ];
    let steps: Vec<String> = steps.into_iter().flatten().collect();
    let source = el("p").class("under").with(citation(view, &pack.value_source(edition, deadlines)));
    Some(part(view, text::NOTICE_LIMITS).with(el("p").text(&steps.join(text::CLAUSE.get(locale)))).with(source))
}

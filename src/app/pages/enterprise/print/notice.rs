//! The notice for the enterprise: what it can have repaired, when, with which papers. Class, reasons and inspection are
//! internal and have no place here.

use std::rc::Rc;

use yew::prelude::*;

use super::deadlines::deadlines;
use super::repair::{Reader, RepairTable, open};
use super::{Headed, blanks};
use crate::app::components::Citation;
use crate::app::state::queries::{View, list_title};
use crate::app::text;
use crate::assess::Repair;
use crate::facts::{AbnormalReason, Date, Term};
use crate::pack::{Channel, DeadlineStart, FactKind, ParameterValue, RepairStatus, withheld_text};

/// Returns the parts of the notice; `apply_on` is the day on which one supposes to apply for a repair, where one was chosen.
pub(super) fn parts(view: &Rc<View>, apply_on: Option<Date>) -> Vec<Html> {
    let locale = view.locale;
    let mut open = open(view);
    // Of days on which other rules held, which the pack does not have, there is nothing to tell.
    open.retain(|index| view.answer.repair[*index].status != RepairStatus::NotModelled);
    if view.withheld.is_some() {
        open.clear();
    }
    let lead = match view.withheld {
        Some(withheld) => withheld_text(withheld, locale),
        None if open.is_empty() => text::NOTICE_NOTHING.get(locale),
        None => text::NOTICE_LEAD.get(locale),
    };
    let mut parts = vec![html! {
        <header>
            <h1>{ text::PAPER_NOTICE.get(locale) }</h1>
            <p>{ text::ADDRESSED_TO.fill(locale, &[&view.enterprise().name]) }</p>
            <p>{ lead }</p>
        </header>
    }];
    for (way, repairs) in groups(view, open) {
        parts.extend(group(view, apply_on, &way, &repairs));
    }
    parts.push(html! {
        <section class="signatures">
            { blanks(locale, &[text::ISSUED_BY, text::SIGNED_ON]) }
            { blanks(locale, &[text::CONTACT]) }
        </section>
    });
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

/// What is applied for in the same way, together: repairs by their indices in the answer.
fn groups(view: &View, open: Vec<usize>) -> Vec<(Way, Vec<usize>)> {
    let mut groups: Vec<(Way, Vec<usize>)> = Vec::new();
    for index in open {
        let way = Way::of(view, &view.answer.repair[index]);
        match groups.iter_mut().find(|(known, _)| *known == way) {
            Some((_, repairs)) => repairs.push(index),
            None => groups.push((way, vec![index])),
        }
    }
    groups
}

/// The table of a group, the papers, the time limits.
fn group(view: &Rc<View>, apply_on: Option<Date>, way: &Way, repairs: &[usize]) -> Vec<Html> {
    let title = [list_title(way.kind, view.locale), view.word(way.channel)].join(" · ");
    let mut parts = vec![html! {
        <Headed {title}>
            <RepairTable {view} reader={Reader::Enterprise(way.kind)} repairs={repairs.to_vec()} />
        </Headed>
    }];
    // What stops by itself, or cannot be repaired early, asks for no application.
    if let Some(papers) = repairs.iter().find_map(|index| view.answer.repair[*index].materials.as_ref()) {
        parts.push(papers_list(view, way.channel, papers));
        parts.extend(limits(view, apply_on, way, repairs));
    }
    parts
}

fn papers_list(view: &View, channel: Channel, papers: &[String]) -> Html {
    let items = papers
        .iter()
        .filter_map(|id| view.rules.pack.material(id))
        .map(|paper| [view.say(paper.title_on(channel)), view.say(&paper.text)])
        .map(|words| html! { <li>{ text::NAMELY.fill(view.locale, &words) }</li> });
    html! { <Headed title={text::NOTICE_PAPERS.get(view.locale)}><ul>{ for items }</ul></Headed> }
}

/// How long the authority may take, and by which article; with the days by which it must act.
fn limits(view: &Rc<View>, apply_on: Option<Date>, way: &Way, repairs: &[usize]) -> Option<Html> {
    let locale = view.locale;
    let pack = &view.rules.pack;
    let edition = pack.edition(view.answer.as_of);
    let limits = pack.channels[way.channel.index()].deadlines;
    let ParameterValue::Deadlines(lines) = pack.value(edition, limits) else { return None };
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
    Some(html! {
        <Headed title={text::NOTICE_LIMITS.get(locale)}>
            <p>{ steps.join(text::CLAUSE.get(locale)) }</p>
            <p class="under"><Citation {view} cited={pack.value_source(edition, limits)} /></p>
            { for deadlines(view, apply_on, repairs) }
        </Headed>
    })
}

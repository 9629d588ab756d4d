//! The notice for the enterprise: what it can have repaired, when, with which papers. Class, reasons and inspection are
//! internal and have no place here.
//!
//! It begins as an official paper does, and says what the reader can do before it says anything else.

use std::rc::Rc;

use yew::prelude::*;

use super::deadlines::deadlines;
use super::notice_steps::steps;
use super::notice_table::NoticeTable;
use super::numbers::{FactNumbers, runs};
use super::repair::{cures, open};
use super::{Headed, blanks};
use crate::app::components::Citation;
use crate::app::state::queries::{View, channel_in_full, list_title};
use crate::app::text;
use crate::assess::Repair;
use crate::facts::{AbnormalReason, Date, Term, sort_numbers};
use crate::pack::{
    Applying, Channel, DeadlineStart, FactKind, Locale, ParameterValue, RepairStatus, chinese_number, withheld_text,
};

/// Returns the parts of the notice; `apply_on` is the day on which one supposes to apply for a repair, where one was chosen.
pub(super) fn parts(view: &Rc<View>, apply_on: Option<Date>) -> Vec<Html> {
    let locale = view.locale;
    let mut open = open(view, &FactNumbers::of(view));
    let repairs = &view.answer.repair;
    let group = |index: usize| (repairs[index].target.kind, repairs[index].channel);
    sort_numbers(&mut open, &|one, other| group(one).cmp(&group(other)));
    // Of days on which other rules held, which the pack does not have, there is nothing to tell.
    open.retain(|index| repairs[*index].status != RepairStatus::NotModelled);
    if view.withheld.is_some() {
        open.clear();
    }
    let groups = groups(view, open);
    let mut parts = vec![heading(view, &groups)];
    let mut number = 0;
    let mut title = |words: &str| {
        number += 1;
        let figures = number.to_string();
        let number = if locale == Locale::Zh { chinese_number(&figures) } else { figures };
        // Words for lists begin small where they stand within sentences.
        let (first, rest) = words.split_at(words.chars().next().map_or(0, char::len_utf8));
        text::NOTICE_SECTION.fill(locale, &[&number, &[&first.to_uppercase(), rest].concat()])
    };
    if !groups.is_empty() {
        let lines = steps(view, groups.iter().flat_map(|group| &group.repairs));
        parts.push(html! {
            <Headed title={title(text::NOTICE_TO_DO.get(locale))} class="to-do">
                <ul>{ for lines.into_iter().map(|words| html! { <li>{ words }</li> }) }</ul>
            </Headed>
        });
    }
    for group in &groups {
        let list = [list_title(group.way.kind, locale), channel_in_full(view, group.way.channel)];
        parts.extend(group_parts(view, apply_on, title(&text::LIST_ON.fill(locale, &list)), group));
    }
    let places = places(view, &groups);
    // No page has nothing but a seal: where one applies goes along with it.
    parts.push(html! {
        <div class="together">
            if !places.is_empty() {
                <Headed title={title(text::NOTICE_WHERE.get(locale))}>{ for places }</Headed>
            }
            <section class="signatures">
                { blanks(locale, &[text::OFFICE_ADDRESS, text::CONTACT]) }
                <div class="seal">{ blanks(locale, &[text::ISSUED_BY, text::SIGNED_ON]) }</div>
                <div class="receipt">
                    <p>{ text::RECEIPT.get(locale) }</p>
                    { blanks(locale, &[text::RECEIVER_SIGNS, text::RECEIVED_ON]) }
                </div>
            </section>
        </div>
    });
    parts
}

/// The title with room for a number, whom it is for, and what it is about.
fn heading(view: &Rc<View>, groups: &[Group]) -> Html {
    let locale = view.locale;
    let count: usize = groups.iter().map(|group| group.repairs.len()).sum();
    let lead = match view.withheld {
        Some(withheld) => withheld_text(withheld, locale).to_owned(),
        None if groups.is_empty() => text::NOTICE_NOTHING.get(locale).to_owned(),
        None => text::NOTICE_LEAD.fill(locale, &[&view.day(view.answer.as_of), &count.to_string()]),
    };
    let mut fees: Vec<&str> = applying(view, groups).map(|(_, applying)| view.say(&applying.fee)).collect();
    fees.dedup();
    let fees = fees.into_iter().map(|fee| {
        html! { <>{ text::SENTENCE.get(locale) }<strong>{ text::NOTICE_FEE.fill(locale, &[fee]) }</strong></> }
    });
    html! {
        <header>
            <h1>{ text::PAPER_NOTICE.get(locale) }</h1>
            <div class="document-no">{ blanks(locale, &[text::NOTICE_NO]) }</div>
            <p class="addressee">{ text::ADDRESSED_TO.fill(locale, &[&view.enterprise().name]) }</p>
            <p class="lead">{ lead }{ for fees }</p>
        </header>
    }
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

/// What is applied for in the same way, together.
struct Group {
    way: Way,
    /// The repairs by their indices in the answer.
    repairs: Vec<usize>,
    /// How many repairs stand in the groups before it: the notice numbers all of them through.
    before: usize,
}

impl Group {
    /// Its repairs that can be applied for, now or some day.
    fn open<'v>(&'v self, view: &'v View) -> impl Iterator<Item = &'v Repair> {
        let pack = &view.rules.pack;
        let repairs = self.repairs.iter().filter_map(|index| view.answer.repair.get(*index));
        repairs.filter(|repair| repair.soonest(pack, view.answer.as_of).is_some())
    }
}

fn groups(view: &View, open: Vec<usize>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for index in open {
        let way = Way::of(view, &view.answer.repair[index]);
        match groups.iter_mut().find(|group| group.way == way) {
            Some(group) => group.repairs.push(index),
            None => groups.push(Group { way, repairs: vec![index], before: 0 }),
        }
    }
    let mut before = 0;
    for group in &mut groups {
        group.before = before;
        before += group.repairs.len();
    }
    groups
}

/// The table of a group, how to make good what is lacking, the papers, the time limits.
fn group_parts(view: &Rc<View>, apply_on: Option<Date>, title: String, group: &Group) -> Vec<Html> {
    let Group { way, repairs, before } = group;
    let mut parts = vec![html! {
        <Headed {title}>
            <NoticeTable {view} kind={way.kind} repairs={repairs.clone()} before={*before} />
        </Headed>
    }];
    parts.extend(cures(view, repairs.iter().filter_map(|index| view.answer.repair.get(*index))));
    // What stops by itself, or cannot be repaired early, asks for no application.
    if let Some(papers) = group.open(view).find_map(|repair| repair.materials.as_ref()) {
        parts.push(papers_list(view, way.channel, papers));
        parts.extend(limits(view, apply_on, group));
    }
    parts
}

fn papers_list(view: &View, channel: Channel, papers: &[String]) -> Html {
    let items = papers
        .iter()
        .filter_map(|id| view.rules.pack.material(id))
        .map(|paper| [view.say(paper.title_on(channel)), view.say(&paper.text)])
        .map(|words| html! { <li>{ text::NAMELY.fill(view.locale, &words) }</li> });
    html! { <section><h3>{ text::NOTICE_PAPERS.get(view.locale) }</h3><ul>{ for items }</ul></section> }
}

/// How long the authority may take, and by which article; with the days by which it must act.
fn limits(view: &Rc<View>, apply_on: Option<Date>, group: &Group) -> Option<Html> {
    let locale = view.locale;
    let way = &group.way;
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
    let names = |_: FactKind, places: &[usize]| {
        let places: Vec<usize> = places.iter().map(|place| group.before + place).collect();
        numbered(view, &places)
    };
    Some(html! {
        <section>
            <h3>{ text::NOTICE_LIMITS.get(locale) }</h3>
            <p>{ steps.join(text::CLAUSE.get(locale)) }</p>
            <p class="under"><Citation {view} cited={pack.value_source(edition, limits)} /></p>
            { for deadlines(view, apply_on, &group.repairs, &names) }
        </section>
    })
}

/// Rows of the notice by their places, from 0 on: 第 1–3 项.
pub(super) fn numbered(view: &View, places: &[usize]) -> String {
    let numbers = runs(places.iter().map(|place| place + 1).collect());
    let numbers = numbers.join(view.rules.pack.list_separator.get(view.locale));
    text::NOTICE_NUMBERS.fill(view.locale, &[&numbers])
}

/// What the pack says of applying on each system on which anything can be applied for.
fn applying<'v>(view: &'v View, groups: &'v [Group]) -> impl Iterator<Item = (Channel, &'v Applying)> {
    Channel::ALL.iter().filter_map(move |channel| {
        let mut on_it = groups.iter().filter(|group| group.way.channel == *channel);
        let is_used = on_it.any(|group| group.open(view).next().is_some());
        let rules = view.rules.pack.channels.get(channel.index()).filter(|_| is_used)?;
        Some((*channel, rules.applying.as_ref()?))
    })
}

/// Where one applies on each system, with the source of that.
fn places(view: &Rc<View>, groups: &[Group]) -> Vec<Html> {
    let place = |(channel, applying): (Channel, &Applying)| {
        let words = [channel_in_full(view, channel), view.say(&applying.place)];
        html! {
            <p>
                { text::WHERE_ON.fill(view.locale, &words) }
                { " " }
                <span class="under"><Citation {view} cited={applying.source.clone()} /></span>
            </p>
        }
    };
    applying(view, groups).map(place).collect()
}

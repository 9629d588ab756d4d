//! What the files of another month have changed: the words for one enterprise, and the numbers.

use super::figures::FigureTable;
use super::{Cell, words};
use crate::{ClassMove, District, Earlier, Table, changes};
use facts::calendar::Calendar;
use facts::{Date, Enterprise};
use import::FileKind;
use pack::{Locale, Pack, Phrase, day_text};
use std::collections::HashMap;

/// Which way an enterprise went.
pub(super) fn way(step: &ClassMove, earlier: Option<&Earlier>) -> Phrase {
    match earlier {
        Some(earlier) if earlier.differences.is_new(step.index) => words::NEW,
        _ if step.from == step.to => words::SAME,
        _ if step.is_worse() => words::WORSE,
        _ => words::BETTER,
    }
}

/// So many facts of a kind are named.
const NAMED: usize = 3;

/// What is known otherwise of an enterprise, by the kinds of facts with their numbers and which they are; nothing of one that is
/// new.
#[must_use]
pub fn changes_in_words(was: Option<&Enterprise>, now: &Enterprise, locale: Locale) -> String {
    let Some(was) = was else { return String::new() };
    let told = |(kind, before, after): (FileKind, usize, usize)| {
        let title = kind.title(locale);
        let counted = match before == after {
            true => title.to_owned(),
            false => words::COUNTED_FROM.fill(locale, &[title, &before.to_string(), &after.to_string()]),
        };
        match which(kind, was, now, locale) {
            which if which.is_empty() => counted,
            which => words::WHICH.fill(locale, &[&counted, &which]),
        }
    };
    let told: Vec<String> = changes(was, now).into_iter().map(told).collect();
    told.join(words::SEPARATOR.get(locale))
}

/// Names the facts of a kind that are new, otherwise or gone: penalties by the numbers of their decisions, and all without one
/// by their days.
fn which(kind: FileKind, was: &Enterprise, now: &Enterprise, locale: Locale) -> String {
    let day = |day: Option<Date>| day.map(|day| day_text(day, locale));
    match kind {
        FileKind::Penalties => named(&was.penalties, &now.penalties, locale, |fact| {
            fact.document_no.clone().or_else(|| day(Some(fact.decided_on)))
        }),
        FileKind::AbnormalListings => {
            named(&was.abnormal_listings, &now.abnormal_listings, locale, |fact| day(Some(fact.listed_on)))
        }
        FileKind::SeriousListings => {
            named(&was.serious_listings, &now.serious_listings, locale, |fact| day(Some(fact.listed_on)))
        }
        FileKind::CourtListings => {
            named(&was.court_listings, &now.court_listings, locale, |fact| day(Some(fact.listed_on)))
        }
        FileKind::Inspections => named(&was.inspections, &now.inspections, locale, |fact| day(Some(fact.on))),
        FileKind::Leads => named(&was.leads, &now.leads, locale, |fact| day(Some(fact.received_on))),
        FileKind::Commitments => {
            named(&was.commitments, &now.commitments, locale, |fact| day(fact.made_on.or(fact.breached_on)))
        }
        FileKind::Register => String::new(),
    }
}

/// The names of facts in two lists that are in the second alone, otherwise there, or in the first alone.
fn named<T: PartialEq>(was: &[T], now: &[T], locale: Locale, name: impl Fn(&T) -> Option<String>) -> String {
    let by_name = |facts: &'_ [T]| -> Vec<(String, usize)> {
        facts.iter().enumerate().filter_map(|(index, fact)| Some((name(fact)?, index))).collect()
    };
    let (old, new) = (by_name(was), by_name(now));
    let lookup = |facts: &[(String, usize)]| facts.iter().cloned().collect::<HashMap<String, usize>>();
    let (in_old, in_new) = (lookup(&old), lookup(&new));
    let alone = |facts: Vec<(String, usize)>, other: &HashMap<String, usize>| -> Vec<String> {
        facts.into_iter().map(|(name, _)| name).filter(|name| !other.contains_key(name)).collect()
    };
    let is_otherwise = |(name, index): &(String, usize)| in_old.get(name).is_some_and(|old| was[*old] != now[*index]);
    let otherwise = new.iter().filter(|fact| is_otherwise(fact)).map(|(name, _)| name.clone()).collect();
    let told = [
        (words::WHICH_NEW, alone(new.clone(), &in_old)),
        (words::WHICH_OTHERWISE, otherwise),
        (words::WHICH_GONE, alone(old, &in_new)),
    ];
    let told = told.into_iter().filter(|(_, names)| !names.is_empty()).map(|(phrase, names): (Phrase, Vec<String>)| {
        let first =
            names.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(words::LIST_SEPARATOR.get(locale));
        match names.len() > NAMED {
            true => phrase.fill(locale, &[&words::AND_OTHERS.fill(locale, &[&first, &names.len().to_string()])]),
            false => phrase.fill(locale, &[&first]),
        }
    });
    told.collect::<Vec<_>>().join(words::COMMA.get(locale))
}

/// What is otherwise of the enterprise at an index since files were laid over the district: what the files say otherwise, and,
/// told apart from that, whether a person has changed it, before or since.
#[must_use]
pub fn later_in_words(earlier: &Earlier, district: &District, index: usize, locale: Locale) -> String {
    let by_files = district.official(index).map(|now| changes_in_words(earlier.was_official(index), now, locale));
    let was_changed = earlier.was_by_hand(index);
    let by_person = match (was_changed, district.besides().by_hand.contains_key(&index)) {
        (false, false) => None,
        (true, false) => Some(words::BY_HAND_GONE),
        (true, true) => Some(words::BY_HAND_STAYS),
        (false, true) => Some(words::BY_HAND),
    };
    let told = by_person.map(|words| words.get(locale).to_owned()).into_iter().chain(by_files);
    told.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(words::SEPARATOR.get(locale))
}

/// How many are new, changed, gone and as they were, and who is gone.
#[must_use]
pub fn later_tables(
    earlier: &Earlier,
    (pack, calendar): (&Pack, &Calendar),
    as_of: Date,
    locale: Locale,
) -> [FigureTable; 2] {
    let differences = &earlier.differences;
    let all = differences.was.len();
    let [new, changed, gone] = differences.counts();
    let counts =
        [(words::NEW, new), (words::CHANGED, changed), (words::UNCHANGED, all - new - changed), (words::GONE, gone)];
    let counts = counts.map(|(name, count)| vec![name.get(locale).into(), count.into()]);
    let gone: Vec<&Enterprise> = earlier.gone().collect();
    let table = Table::new(&gone, pack, calendar, as_of);
    let gone = gone.iter().enumerate().map(|(index, enterprise)| {
        let class = table.row(index).map_or(Cell::Nothing, |row| pack.class(row.verdict.class).word.get(locale).into());
        let status = pack.word(enterprise.status).get(locale);
        vec![enterprise.name.as_str().into(), enterprise.uscc.as_str().into(), status.into(), class]
    });
    let columns = [words::NAME, words::CODE, words::STATUS, words::BEFORE];
    [
        FigureTable::new("later", words::LATER_TABLE, &[words::STATE, words::COUNT], counts.into_iter(), locale),
        FigureTable::new("gone", words::GONE_TABLE, &columns, gone, locale),
    ]
}

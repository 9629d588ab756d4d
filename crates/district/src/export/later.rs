//! What the files of another month have changed: the words for one enterprise, and the numbers.

use super::figures::FigureTable;
use super::{Cell, words};
use crate::{ClassMove, District, Earlier, Table, changes};
use facts::calendar::Calendar;
use facts::{Date, Enterprise};
use import::FileKind;
use pack::{Locale, Pack, Phrase};

/// Which way an enterprise went.
pub(super) fn way(step: &ClassMove, earlier: Option<&Earlier>) -> Phrase {
    match earlier {
        Some(earlier) if earlier.differences.is_new(step.index) => words::NEW,
        _ if step.from == step.to => words::SAME,
        _ if step.is_worse() => words::WORSE,
        _ => words::BETTER,
    }
}

/// What is known otherwise of an enterprise, by the kinds of facts with their numbers; nothing of one that is new.
#[must_use]
pub fn changes_in_words(was: Option<&Enterprise>, now: &Enterprise, locale: Locale) -> String {
    let Some(was) = was else { return String::new() };
    let told = |(kind, before, after): (FileKind, usize, usize)| {
        if before == after {
            return kind.title(locale).to_owned();
        }
        words::COUNTED_FROM.fill(locale, &[kind.title(locale), &before.to_string(), &after.to_string()])
    };
    let told: Vec<String> = changes(was, now).into_iter().map(told).collect();
    told.join(words::SEPARATOR.get(locale))
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

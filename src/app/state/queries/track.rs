//! Why a penalty is on its track, in the words of the pack: the line of the table that fitted, and its periods.

use crate::app::text::{self, field};
use crate::assess::Repair;
use crate::facts::{Date, Penalty, PenaltyKind, Sector, Set, Term};
use crate::pack::{Edition, Field, Operand, ParameterValue, TrackLine};

use super::View;

/// The penalty of a repair, the edition of a day, and the line that it was on.
fn line<'v>(view: &'v View, repair: &Repair, on: Date) -> Option<(&'v Penalty, &'v Edition, &'v TrackLine)> {
    let pack = &view.rules.pack;
    let edition = pack.edition(on);
    let ParameterValue::Tracks(lines) = pack.value(edition, pack.channels[repair.channel.index()].tracks) else {
        return None;
    };
    Some((view.enterprise().penalties.get(repair.target.index)?, edition, lines.get(repair.line?)?))
}

/// The words that a filter compares with, a bit each, by the values of an edition.
pub(super) fn bits_of(view: &View, edition: &Edition, operand: &Operand) -> u16 {
    match operand {
        Operand::Terms(bits) => *bits,
        Operand::Parameter(index) => match view.rules.pack.value(edition, *index) {
            ParameterValue::Terms(bits) => *bits,
            _ => 0,
        },
        _ => 0,
    }
}

/// The words of a set, as a sentence lists them.
fn words_of<T: Term>(view: &View, terms: Set<T>) -> String {
    let words: Vec<&str> = terms.iter().map(|term| view.word(term)).collect();
    words.join(view.say(&view.rules.pack.list_separator))
}

/// What of the penalty put it on its track on a day.
#[must_use]
pub fn why_track(view: &View, repair: &Repair, on: Date) -> Option<String> {
    let (penalty, edition, line) = line(view, repair, on)?;
    let definitions = &view.rules.pack.definitions;
    let locale = view.locale;
    let words = line.filters.iter().filter_map(|filter| {
        let asked = bits_of(view, edition, &filter.operand);
        // What the line names and the penalty has.
        let kinds = || words_of(view, Set::<PenaltyKind>::from_bits(asked & penalty.kinds.bits()));
        Some(match filter.field {
            Field::Simple => view.say(&definitions.simple.title).to_owned(),
            Field::Small => view.say(&definitions.small.title).to_owned(),
            Field::Heavier => view.say(&definitions.heavier.title).to_owned(),
            Field::Is => match filter.operand {
                Operand::Definition(own) => view.say(&definitions.own.get(own)?.definition.title).to_owned(),
                _ => return None,
            },
            Field::Kinds => text::LINE_KINDS.fill(locale, &[&kinds()]),
            Field::KindsOnly => text::LINE_KINDS_ONLY.fill(locale, &[&kinds()]),
            Field::Sector => {
                let sectors = match penalty.sector {
                    Some(sector) => [sector].into_iter().collect(),
                    None => view.enterprise().sectors,
                };
                let named = Set::<Sector>::from_bits(asked & sectors.bits());
                text::LINE_SECTOR.fill(locale, &[&words_of(view, named)])
            }
            _ => return None,
        })
    });
    let words: Vec<String> = words.collect();
    Some(match words.as_slice() {
        [] => text::LINE_REST.get(locale).to_owned(),
        words => words.join(text::CLAUSE.get(locale)),
    })
}

/// The periods of its track on a day: from when they are counted, and how long they are.
#[must_use]
pub fn periods(view: &View, repair: &Repair, on: Date) -> Option<String> {
    let (penalty, _, line) = line(view, repair, on)?;
    let locale = view.locale;
    let clock = field(view.rules.pack.channels[repair.channel.index()].clock.code())?.get(locale);
    let after = |months: u32| match months {
        0 => text::LINE_AT_ONCE.get(locale).to_owned(),
        months => text::LINE_EARLIEST.fill(locale, &[&months.to_string()]),
    };
    let stops = line.stops?;
    let mut words = vec![text::LINE_CLOCK.fill(locale, &[clock])];
    let earliest = line.earliest.filter(|_| !repair.only_ends_by_itself(&view.rules.pack));
    words.extend(earliest.map(after));
    words.push(text::LINE_STOPS.fill(locale, &[&stops.to_string()]));
    if let Some(term) = penalty.restriction_ends_on.filter(|_| line.term) {
        let name = field("restriction_ends_on")?.get(locale);
        words.push(text::LINE_TERM.fill(locale, &[name, &view.day(term)]));
    }
    Some(words.join(text::CLAUSE.get(locale)))
}

//! Facts → enterprises: whom each row is about, which penalties are told twice, and in which order all stand.

use std::collections::{HashMap, HashSet};

use super::cell::{compact, compacted};
use super::gather::{Gathered, NamedRow, Party, Registered, Waiting, WaitingPenalty};
use super::order::sorted;
use super::problem::{Fault, Level, Problem, Problems, RowPlace};
use super::report::FileReport;
use super::row::{Details, Source};
use crate::facts::{Date, Enterprise};

/// A row that repeats an earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duplicate {
    /// The place of its file in the order in which the files were given, from 0.
    pub file: usize,
    pub at: RowPlace,
    /// The file of the row that it repeats.
    pub of_file: usize,
    /// The row that it repeats.
    pub of: RowPlace,
}

/// What joining gives.
pub(super) struct Joined {
    pub(super) enterprises: Vec<Enterprise>,
    pub(super) registered: usize,
    pub(super) duplicates: Vec<Duplicate>,
    pub(super) joined_by_name: usize,
    /// How many more rows are refused by file, because nobody has their name.
    pub(super) refused_rows: Vec<usize>,
}

/// Whom a row without a code is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ByName {
    Nobody,
    One(u32),
    Several,
}

/// Gives every fact to its enterprise: by the code, else by a name that occurs once among the enterprises. The
/// enterprises of the register come first, in its order, then those known only from other files, by their codes.
pub(super) fn join(mut gathered: Gathered, sources: &[Source], problems: &mut Problems) -> Joined {
    let names = resolve(&gathered);
    let mut refused_rows = vec![0; sources.len()];
    for (row, found) in gathered.named_rows.iter().zip(&names) {
        refuse_unknown(row, *found, sources, problems, &mut refused_rows);
    }

    let mut penalties = std::mem::take(&mut gathered.penalties);
    let repeated = repetitions(&penalties, &names, &gathered.enterprises);
    let duplicates = duplicates(&penalties, &repeated);
    // A row told twice is one row that joins by its name.
    let told_twice = penalties.iter().zip(&repeated).filter(|(row, original)| {
        original.is_some() && matches!(row.party, Party::Named(_)) && place_of(row.party, &names).is_some()
    });
    let joined_by_name = names.iter().filter(|found| matches!(found, ByName::One(_))).count() - told_twice.count();
    keep_one_of_each(&mut penalties, &repeated);

    let enterprises = &mut gathered.enterprises;
    let penalties =
        penalties.into_iter().filter_map(|waiting| Some(Waiting { party: waiting.party, fact: waiting.row.penalty? }));
    give(penalties.collect(), &names, enterprises, |enterprise| &mut enterprise.penalties);
    let facts = gathered.facts;
    give(facts.abnormal_listings, &names, enterprises, |enterprise| &mut enterprise.abnormal_listings);
    give(facts.serious_listings, &names, enterprises, |enterprise| &mut enterprise.serious_listings);
    give(facts.court_listings, &names, enterprises, |enterprise| &mut enterprise.court_listings);
    give(facts.inspections, &names, enterprises, |enterprise| &mut enterprise.inspections);
    give(facts.leads, &names, enterprises, |enterprise| &mut enterprise.leads);
    give(facts.commitments, &names, enterprises, |enterprise| &mut enterprise.commitments);

    let registered = gathered.in_register as usize;
    let unordered: Vec<_> = gathered.registered.into_iter().zip(gathered.enterprises).collect();
    let ordered = sorted(unordered, |(left, one), (right, other)| {
        let order = |entry: &Option<Registered>| entry.map_or(u32::MAX, |registered| registered.order);
        order(left).cmp(&order(right)).then_with(|| one.uscc.cmp(&other.uscc))
    });
    let enterprises = ordered.into_iter().map(|(_, mut enterprise)| {
        if enterprise.name.is_empty() {
            // The contract wants a name; the code is the only one that is known.
            enterprise.name.clone_from(&enterprise.uscc);
        }
        enterprise
    });
    Joined { enterprises: enterprises.collect(), registered, duplicates, joined_by_name, refused_rows }
}

/// Finds whom each row without a code is about.
fn resolve(gathered: &Gathered) -> Vec<ByName> {
    let mut found: HashMap<String, ByName> =
        gathered.named_rows.iter().map(|row| (compact(&row.name), ByName::Nobody)).collect();
    if found.is_empty() {
        return Vec::new();
    }
    for (place, enterprise) in (0..).zip(&gathered.enterprises) {
        if let Some(by_name) = found.get_mut(&*compacted(&enterprise.name)) {
            *by_name = if *by_name == ByName::Nobody { ByName::One(place) } else { ByName::Several };
        }
    }
    let by_name = |row: &NamedRow| found.get(&*compacted(&row.name)).copied().unwrap_or(ByName::Nobody);
    gathered.named_rows.iter().map(by_name).collect()
}

fn refuse_unknown(
    row: &NamedRow,
    found: ByName,
    sources: &[Source],
    problems: &mut Problems,
    refused_rows: &mut [usize],
) {
    let fault = match found {
        ByName::One(_) => return,
        ByName::Nobody => Fault::NameUnknown,
        ByName::Several => Fault::NameNotUnique,
    };
    if let Some(source) = sources.get(row.file) {
        let details = Details { at: Some(row.at), column: row.column.as_ref(), value: &row.name, ..Details::default() };
        source.note(problems, Level::Refused, fault, details);
    }
    if let (Some(rows), false) = (refused_rows.get_mut(row.file), row.refused) {
        *rows += 1;
    }
}

fn place_of(party: Party, names: &[ByName]) -> Option<u32> {
    match party {
        Party::Enterprise(place) => Some(place),
        Party::Named(row) => match names.get(row as usize)? {
            ByName::One(place) => Some(*place),
            ByName::Nobody | ByName::Several => None,
        },
        Party::Unknown => None,
    }
}

/// Gives facts to their enterprises, in the order of the rows; each list takes the room it needs and no more.
fn give<T>(
    facts: Vec<Waiting<T>>,
    names: &[ByName],
    enterprises: &mut [Enterprise],
    list: fn(&mut Enterprise) -> &mut Vec<T>,
) {
    let mut counts = vec![0_usize; enterprises.len()];
    for place in facts.iter().filter_map(|waiting| place_of(waiting.party, names)) {
        if let Some(count) = counts.get_mut(place as usize) {
            *count += 1;
        }
    }
    for waiting in facts {
        let Some(place) = place_of(waiting.party, names) else { continue };
        if let (Some(enterprise), Some(count)) = (enterprises.get_mut(place as usize), counts.get_mut(place as usize)) {
            let list = list(enterprise);
            list.reserve_exact(std::mem::take(count));
            list.push(waiting.fact);
        }
    }
}

/// For each row of the penalties the place of the earlier row that it repeats: the same document number, decision
/// date and enterprise. A row that is refused for one cell can still be seen to repeat another, or be repeated.
fn repetitions(penalties: &[WaitingPenalty], names: &[ByName], enterprises: &[Enterprise]) -> Vec<Option<usize>> {
    let likeness = |row: &WaitingPenalty| Likeness::of(row, names, enterprises);
    let mut latest_of_document: HashMap<&str, usize> = HashMap::with_capacity(penalties.len());
    let mut before: Vec<Option<usize>> = Vec::with_capacity(penalties.len());
    let mut repeated = Vec::with_capacity(penalties.len());
    for (place, penalty) in penalties.iter().enumerate() {
        let latest = penalty.row.document_no.as_deref().and_then(|number| latest_of_document.insert(number, place));
        before.push(latest);
        let same_document = std::iter::successors(latest, |place| before.get(*place).copied().flatten());
        let this = latest.map(|_| likeness(penalty));
        // The earliest is the one that is repeated.
        let original = this.and_then(|this| {
            same_document.filter(|earlier| penalties.get(*earlier).is_some_and(|row| likeness(row).is(&this))).last()
        });
        repeated.push(original);
    }
    repeated
}

/// What can be compared of a penalty's row.
struct Likeness {
    code: Option<String>,
    name: Option<String>,
    decided_on: Option<Date>,
}

impl Likeness {
    fn of(row: &WaitingPenalty, names: &[ByName], enterprises: &[Enterprise]) -> Self {
        let enterprise = place_of(row.party, names).and_then(|place| enterprises.get(place as usize));
        let (code, name) = match enterprise {
            Some(enterprise) => (Some(enterprise.uscc.clone()), Some(&enterprise.name)),
            None => (row.code.map(|code| String::from_utf8_lossy(&code).into_owned()), row.name.as_ref()),
        };
        Self { code, name: name.map(|name| compact(name)), decided_on: row.row.decided_on }
    }

    /// The same enterprise and day, as far as both rows can be read; by the name only where a code is broken.
    fn is(&self, other: &Self) -> bool {
        let same_enterprise = match (&self.code, &other.code) {
            (Some(code), Some(other)) => code == other,
            _ => self.name.is_some() && self.name == other.name,
        };
        let same_day = match (self.decided_on, other.decided_on) {
            (Some(day), Some(other)) => day == other,
            _ => true,
        };
        same_enterprise && same_day
    }
}

fn duplicates(penalties: &[WaitingPenalty], repeated: &[Option<usize>]) -> Vec<Duplicate> {
    let duplicates: Vec<Duplicate> = penalties
        .iter()
        .zip(repeated)
        .filter_map(|(row, original)| {
            let original = penalties.get((*original)?)?;
            Some(Duplicate { file: row.file, at: row.at, of_file: original.file, of: original.at })
        })
        .collect();
    sorted(duplicates, |one, other| (one.file, one.at).cmp(&(other.file, other.at)))
}

/// Of the rows that tell the same penalty, leaves the first that can be used.
fn keep_one_of_each(penalties: &mut [WaitingPenalty], repeated: &[Option<usize>]) {
    let mut told: Vec<bool> = penalties.iter().map(|row| row.row.penalty.is_some()).collect();
    for (row, original) in penalties.iter_mut().zip(repeated) {
        let Some(told) = original.and_then(|original| told.get_mut(original)) else { continue };
        if *told {
            row.row.penalty = None;
        }
        *told |= row.row.penalty.is_some();
    }
}

/// A row that repeats another with its broken cell is told as a repetition; the cell is told once, with the first row.
pub(super) fn tell_once(duplicates: &[Duplicate], problems: &mut Problems, files: &mut [FileReport]) {
    let mut told: HashSet<(usize, RowPlace, Fault, String)> = HashSet::new();
    for duplicate in duplicates {
        let first = problems.of_row(duplicate.of_file, duplicate.of);
        let again = problems.of_row(duplicate.file, duplicate.at);
        let is_told = |problem: &Problem| {
            first.iter().any(|of| (of.fault, &of.column, &of.value) == (problem.fault, &problem.column, &problem.value))
        };
        let was_refused = again.iter().any(|problem| problem.level == Level::Refused);
        let is_refused = again.iter().any(|problem| problem.level == Level::Refused && !is_told(problem));
        if let (true, false, Some(file)) = (was_refused, is_refused, files.get_mut(duplicate.file)) {
            file.refused_rows -= 1;
        }
        told.extend(
            again
                .iter()
                .filter(|problem| is_told(problem))
                .map(|problem| (problem.file, duplicate.at, problem.fault, problem.value.clone())),
        );
    }
    if !told.is_empty() {
        problems.retain(|problem| {
            problem.at.is_none_or(|at| !told.contains(&(problem.file, at, problem.fault, problem.value.clone())))
        });
    }
}

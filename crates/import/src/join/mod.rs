//! Facts → enterprises: whom each row is about, which rows are about one decision, and in which order all stand.

mod decisions;
mod names;

use std::collections::{BTreeMap, HashSet};

use foldhash::HashMap;

use super::cell::{compact, compacted};
use super::gather::{Gathered, NamedRow, Party, Registered, Waiting};
use super::order::sorted;
use super::problem::{Fault, Level, Problem, Problems, RowPlace};
use super::report::{FileReport, Remark, RemarkKind};
use super::row::{Details, Source};
use facts::Enterprise;
use pack::Text;

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
    /// What is to be known of enterprises besides their facts, by their indices in `enterprises`.
    pub(super) remarks: BTreeMap<usize, Vec<Remark>>,
}

/// What is to be known of enterprises, by their indices in [`Gathered::enterprises`].
#[derive(Default)]
struct Remarks(HashMap<u32, Vec<Remark>>);

impl Remarks {
    /// So many of a kind are kept with an enterprise; all are told with their rows.
    const MOST: usize = 20;

    fn add(&mut self, index: u32, kind: RemarkKind, problem: &Problem) {
        let remarks = self.0.entry(index).or_default();
        if remarks.iter().filter(|remark| remark.kind == kind).count() < Self::MOST {
            let file = &problem.file_name;
            let words = Text { zh: format!("{file}：{}", problem.zh()), en: format!("{file}: {}", problem.en()) };
            remarks.push(Remark { kind, words });
        }
    }
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
    let mut remarks = Remarks::default();
    names::settle(&mut gathered, sources, problems, &mut remarks);
    let names = resolve(&gathered);
    let mut refused_rows = vec![0; sources.len()];
    for (row, found) in gathered.named_rows.iter().zip(&names) {
        refuse_unknown(row, *found, sources, problems, &mut refused_rows);
    }

    let mut penalties = std::mem::take(&mut gathered.penalties);
    let whose = |party| index_of(party, &names);
    let settled = decisions::settle(&mut penalties, whose, &gathered.enterprises, sources, problems, &mut remarks);
    // A row told twice is one row that joins by its name.
    let told_twice = settled.repeats.iter().filter(|row| {
        penalties.get(**row).is_some_and(|row| matches!(row.party, Party::Named(_)) && whose(row.party).is_some())
    });
    let joined_by_name = names.iter().filter(|found| matches!(found, ByName::One(_))).count() - told_twice.count();
    let duplicates = settled.duplicates;

    let enterprises = &mut gathered.enterprises;
    let used = penalties.into_iter().filter(|waiting| !waiting.row.refused && !waiting.merged);
    let penalties = used.map(|waiting| Waiting { party: waiting.party, fact: waiting.row.penalty });
    give(penalties.collect(), &names, enterprises, |enterprise| &mut enterprise.penalties);
    let facts = gathered.facts;
    give(facts.abnormal_listings, &names, enterprises, |enterprise| &mut enterprise.abnormal_listings);
    give(facts.serious_listings, &names, enterprises, |enterprise| &mut enterprise.serious_listings);
    give(facts.court_listings, &names, enterprises, |enterprise| &mut enterprise.court_listings);
    give(facts.inspections, &names, enterprises, |enterprise| &mut enterprise.inspections);
    give(facts.leads, &names, enterprises, |enterprise| &mut enterprise.leads);
    give(facts.commitments, &names, enterprises, |enterprise| &mut enterprise.commitments);

    let registered = gathered.in_register as usize;
    let unordered: Vec<_> = (0..).zip(gathered.registered).zip(gathered.enterprises).collect();
    let ordered = sorted(unordered, |((_, left), one): &((u32, _), Enterprise), ((_, right), other)| {
        let order = |entry: &Option<Registered>| entry.map_or(u32::MAX, |registered| registered.order);
        order(left).cmp(&order(right)).then_with(|| one.uscc.cmp(&other.uscc))
    });
    let mut remarks = remarks.0;
    let mut told = BTreeMap::new();
    let enterprises = ordered.into_iter().enumerate().map(|(at, ((index, _), mut enterprise))| {
        if let Some(remarks) = remarks.remove(&index) {
            told.insert(at, remarks);
        }
        if enterprise.name.is_empty() {
            // The contract wants a name; the code is the only one that is known.
            enterprise.name.clone_from(&enterprise.uscc);
        }
        enterprise
    });
    let enterprises = enterprises.collect();
    Joined { enterprises, registered, duplicates, joined_by_name, refused_rows, remarks: told }
}

/// Finds whom each row without a code is about.
fn resolve(gathered: &Gathered) -> Vec<ByName> {
    let mut found: HashMap<String, ByName> =
        gathered.named_rows.iter().map(|row| (compact(&row.name), ByName::Nobody)).collect();
    if found.is_empty() {
        return Vec::new();
    }
    for (index, enterprise) in (0..).zip(&gathered.enterprises) {
        if let Some(by_name) = found.get_mut(&*compacted(&enterprise.name)) {
            *by_name = if *by_name == ByName::Nobody { ByName::One(index) } else { ByName::Several };
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

fn index_of(party: Party, names: &[ByName]) -> Option<u32> {
    match party {
        Party::Enterprise(index) => Some(index),
        Party::Named(row) => match names.get(row as usize)? {
            ByName::One(index) => Some(*index),
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
    for index in facts.iter().filter_map(|waiting| index_of(waiting.party, names)) {
        if let Some(count) = counts.get_mut(index as usize) {
            *count += 1;
        }
    }
    for waiting in facts {
        let Some(index) = index_of(waiting.party, names) else { continue };
        if let (Some(enterprise), Some(count)) = (enterprises.get_mut(index as usize), counts.get_mut(index as usize)) {
            let list = list(enterprise);
            list.reserve_exact(std::mem::take(count));
            list.push(waiting.fact);
        }
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

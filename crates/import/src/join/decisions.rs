//! Rows about one decision: those that repeat another, and those of which one says what the other does not.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeMap;

use foldhash::{HashMap, HashMapExt};

use super::super::cell::{compact, compacted};
use super::super::columns::{Field, FileKind};
use super::super::gather::{Party, WaitingPenalty};
use super::super::order::sorted;
use super::super::problem::{Fault, Level, Problems};
use super::super::read::PenaltyRow;
use super::super::report::RemarkKind;
use super::super::row::{Details, Source};
use super::super::vocabulary::{DISCRETIONS, KINDS_OF_CONFISCATION, SECTORS, Words};
use super::{Duplicate, Remarks};
use facts::{Date, Enterprise, Money, Penalty, PenaltyKind, Procedure};

/// What became of rows about one decision.
pub(super) struct Settled {
    /// The rows that repeat an earlier one, in the order of files and rows.
    pub(super) duplicates: Vec<Duplicate>,
    /// The places of these among the penalties.
    pub(super) repeats: Vec<usize>,
}

/// A row is compared with so many others that have its document number: more there are only where it is none.
const MOST_COMPARED: usize = 32;

/// Makes one penalty of rows about one decision: the same document number, day and enterprise, all three known. What one
/// row lacks the other gives; where both say something else, the order of rows decides nothing, and it is noticed. A row
/// that is refused gives nothing, but can repeat another, or be repeated, as far as it can be read.
pub(super) fn settle(
    penalties: &mut [WaitingPenalty],
    whose: impl Fn(Party) -> Option<u32>,
    enterprises: &[Enterprise],
    sources: &[Source],
    problems: &mut Problems,
    remarks: &mut Remarks,
) -> Settled {
    let (mut duplicates, mut repeats) = (Vec::new(), Vec::new());
    for rows in same_documents(penalties) {
        let (mut usable, mut others) = (BTreeMap::<(u32, Date), Vec<usize>>::new(), Vec::new());
        for row in rows {
            let Some(penalty) = penalties.get(row) else { continue };
            let decision = whose(penalty.party).zip(penalty.row.decided_on).filter(|_| !penalty.row.refused);
            let alike = |other: &&usize| {
                let other = penalties.get(**other);
                other.is_some_and(|other| is_repeated(other, penalty, &whose, enterprises))
            };
            let same_decision: &[usize] = decision.and_then(|key| usable.get(&key)).map_or(&[], Vec::as_slice);
            let original = match decision {
                Some(_) => same_decision
                    .iter()
                    .take(MOST_COMPARED)
                    .chain(others.iter().take(MOST_COMPARED))
                    .filter(alike)
                    .min(),
                None => usable
                    .values()
                    .flatten()
                    .take(MOST_COMPARED)
                    .chain(others.iter().take(MOST_COMPARED))
                    .filter(alike)
                    .min(),
            };
            if let Some(original) = original.and_then(|original| penalties.get(*original)) {
                duplicates.push(Duplicate {
                    file: penalty.file,
                    at: penalty.at,
                    of_file: original.file,
                    of: original.at,
                });
                repeats.push(row);
            }
            match decision {
                Some(key) => usable.entry(key).or_default().push(row),
                None => others.push(row),
            }
        }
        for ((index, _), rows) in usable.into_iter().filter(|(_, rows)| rows.len() > 1) {
            for difference in merge(penalties, &rows) {
                let Some(row) = penalties.get(difference.row) else { continue };
                let (Some(source), Some(first)) =
                    (sources.get(row.file), rows.first().and_then(|first| penalties.get(*first)))
                else {
                    continue;
                };
                let number = first.at.sheet_row.to_string();
                let file = sources.get(first.file).filter(|_| first.file != row.file);
                let hint = file.map_or(number.clone(), |file| format!("{number}（{}）", file.name));
                let value = difference.columns.join("、");
                let details = Details { at: Some(row.at), column: None, value: &value, hint };
                let problem = source.problem(Level::Notice, Fault::DecisionDiffers, details);
                remarks.add(index, RemarkKind::DecisionDiffers, &problem);
                problems.add(Level::Notice, Fault::DecisionDiffers, || problem);
            }
        }
    }
    let duplicates = sorted(duplicates, |one, other| (one.file, one.at).cmp(&(other.file, other.at)));
    Settled { duplicates, repeats }
}

/// The rows of each document number that several have, in their order.
fn same_documents(penalties: &[WaitingPenalty]) -> Vec<Vec<usize>> {
    let mut first: HashMap<&str, usize> = HashMap::with_capacity(penalties.len());
    let mut several: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (row, penalty) in penalties.iter().enumerate() {
        let Some(number) = penalty.row.document_no.as_deref() else { continue };
        match first.get(number) {
            None => drop(first.insert(number, row)),
            Some(first) => several.entry(*first).or_insert_with(|| vec![*first]).push(row),
        }
    }
    several.into_values().collect()
}

/// Whether a row says the same as an earlier one, as far as both can be read: of the same enterprise, by the name only
/// where a code is broken.
fn is_repeated(
    earlier: &WaitingPenalty,
    later: &WaitingPenalty,
    whose: &impl Fn(Party) -> Option<u32>,
    enterprises: &[Enterprise],
) -> bool {
    let code_and_name = |row: &WaitingPenalty| match whose(row.party).and_then(|index| enterprises.get(index as usize))
    {
        Some(enterprise) => (Some(enterprise.uscc.clone()), Some(compact(&enterprise.name))),
        None => (row.code.map(|code| String::from_utf8_lossy(&code).into_owned()), row.name.as_deref().map(compact)),
    };
    let ((code, name), (other_code, other_name)) = (code_and_name(earlier), code_and_name(later));
    let same_enterprise = match (code, other_code) {
        (Some(code), Some(other)) => code == other,
        _ => name.is_some() && name == other_name,
    };
    same_enterprise && says_the_same(&earlier.row, &later.row)
}

/// Whether two rows say the same in all fields that could be read of both.
fn says_the_same(one: &PenaltyRow, other: &PenaltyRow) -> bool {
    let unread = one.unread.or(other.unread);
    let same = |field, same: bool| same || unread.contains(field);
    let (a, b) = (&one.penalty, &other.penalty);
    same(Field::Kinds, a.kinds == b.kinds)
        && same(Field::Fine, a.fine == b.fine)
        && same(Field::Confiscated, a.confiscated == b.confiscated)
        && same(Field::DecidedOn, one.decided_on == other.decided_on)
        && (same(Field::RestrictionEndsOn, a.restriction_ends_on == b.restriction_ends_on)
            || unread.contains(Field::Kinds))
        && same(Field::Category, as_compared(&a.category) == as_compared(&b.category))
        && same(Field::Authority, as_compared(&a.authority) == as_compared(&b.authority))
        && same(Field::PublishedOn, a.published_on == b.published_on)
        && same(Field::Procedure, one.procedure == other.procedure)
        && same(Field::Sector, a.sector == b.sector)
        && same(Field::Discretion, a.discretion == b.discretion)
        && same(Field::FulfilledOn, a.fulfilled_on == b.fulfilled_on)
        && same(Field::HarmEliminatedOn, a.harm_eliminated_on == b.harm_eliminated_on)
        && same(Field::CommitmentOn, a.commitment_on == b.commitment_on)
        && same(Field::RepairedOn, a.repaired_on == b.repaired_on)
        && same(Field::AnnulledOn, a.annulled_on == b.annulled_on)
}

/// A free text as it is compared: blanks, widths and what cannot be seen do not matter.
fn as_compared(text: &Option<String>) -> Option<Cow<'_, str>> {
    text.as_deref().map(compacted)
}

/// What a row says otherwise than those before it about the same decision.
struct Difference {
    row: usize,
    /// The names of the columns in the layout.
    columns: Vec<&'static str>,
}

/// Makes the rows one penalty, in the place of the first.
fn merge(penalties: &mut [WaitingPenalty], rows: &[usize]) -> Vec<Difference> {
    let mut merging = Merging { rows: Vec::new(), differences: BTreeMap::new() };
    for row in rows {
        if let Some(waiting) = penalties.get(*row) {
            merging.rows.push((*row, &waiting.row));
        }
    }
    let merged = merging.penalty();
    let differences = merging.differences;
    for row in rows {
        if let Some(waiting) = penalties.get_mut(*row) {
            waiting.merged = true;
        }
    }
    if let (Some(first), Some(merged)) = (rows.first().and_then(|first| penalties.get_mut(*first)), merged) {
        (first.row.penalty, first.merged) = (merged, false);
    }
    differences.into_iter().map(|(row, columns)| Difference { row, columns }).collect()
}

struct Merging<'p> {
    rows: Vec<(usize, &'p PenaltyRow)>,
    /// By row.
    differences: BTreeMap<usize, Vec<&'static str>>,
}

impl<'p> Merging<'p> {
    fn penalty(&mut self) -> Option<Penalty> {
        let first = self.rows.first()?.1;
        let mut merged = first.penalty.clone();
        let kinds = self.rows.iter().flat_map(|(_, row)| row.penalty.kinds.iter()).collect();
        merged.kinds = kinds;
        let last = |one: &Date, other: &Date| one.cmp(other);
        merged.fine = self.amount(Field::Fine, |row| {
            row.penalty.fine.filter(|fine| *fine != Money::default() || row.penalty.kinds.contains(PenaltyKind::Fine))
        });
        merged.confiscated = self.amount(Field::Confiscated, |row| {
            let has_kind = row.penalty.kinds.intersects(KINDS_OF_CONFISCATION.iter().copied().collect());
            row.penalty.confiscated.filter(|amount| *amount != Money::default() || has_kind)
        });
        self.note(Field::Category, |row| as_compared(&row.penalty.category));
        merged.category = self.chosen(|row| row.penalty.category.clone(), |one, other| other.cmp(one));
        self.note(Field::Authority, |row| as_compared(&row.penalty.authority));
        let authority = self.chosen(
            |row| row.penalty.authority.clone().map(|name| (name, row.penalty.authority_system)),
            |(one, _), (other, _)| other.cmp(one),
        );
        (merged.authority, merged.authority_system) = match authority {
            Some((name, system)) => (Some(name), system),
            None => (None, first.penalty.authority_system),
        };
        let weight = |procedure: &Procedure| u8::from(*procedure == Procedure::Ordinary);
        let procedure =
            self.greatest(Field::Procedure, |row| row.procedure, |one, other| weight(one).cmp(&weight(other)));
        merged.procedure = procedure.unwrap_or_default();
        merged.sector = self.greatest(
            Field::Sector,
            |row| row.penalty.sector,
            |one, other| rank(other, &SECTORS).cmp(&rank(one, &SECTORS)),
        );
        merged.discretion = self.greatest(
            Field::Discretion,
            |row| row.penalty.discretion,
            |one, other| rank(one, &DISCRETIONS).cmp(&rank(other, &DISCRETIONS)),
        );
        merged.published_on = self.greatest(Field::PublishedOn, |row| row.penalty.published_on, last);
        merged.restriction_ends_on =
            self.greatest(Field::RestrictionEndsOn, |row| row.penalty.restriction_ends_on, last);
        merged.fulfilled_on = self.greatest(Field::FulfilledOn, |row| row.penalty.fulfilled_on, last);
        merged.harm_eliminated_on = self.greatest(Field::HarmEliminatedOn, |row| row.penalty.harm_eliminated_on, last);
        merged.commitment_on = self.greatest(Field::CommitmentOn, |row| row.penalty.commitment_on, last);
        merged.repaired_on = self.greatest(Field::RepairedOn, |row| row.penalty.repaired_on, last);
        merged.annulled_on = self.greatest(Field::AnnulledOn, |row| row.penalty.annulled_on, last);
        Some(merged)
    }

    /// The greatest of what rows say of a field; those that say otherwise than the first are noted.
    fn greatest<T: PartialEq + Clone>(
        &mut self,
        field: Field,
        of: impl Fn(&PenaltyRow) -> Option<T>,
        order: impl Fn(&T, &T) -> Ordering,
    ) -> Option<T> {
        self.note(field, &of);
        self.chosen(of, order)
    }

    fn chosen<T>(&self, of: impl Fn(&PenaltyRow) -> Option<T>, order: impl Fn(&T, &T) -> Ordering) -> Option<T> {
        self.rows
            .iter()
            .filter_map(|(_, row)| of(row))
            .reduce(|one, other| if order(&other, &one).is_gt() { other } else { one })
    }

    /// The largest of what rows say of an amount; where the categories differ too, they are sums for different things.
    fn amount(&mut self, field: Field, of: impl Fn(&PenaltyRow) -> Option<Money>) -> Option<Money> {
        let differs = self.note(field, &of);
        let largest = self.rows.iter().filter_map(|(_, row)| of(row)).max()?;
        if !differs {
            return Some(largest);
        }
        let mut by_category: BTreeMap<Cow<'_, str>, Money> = BTreeMap::new();
        for (_, row) in &self.rows {
            if let (Some(category), Some(amount)) = (as_compared(&row.penalty.category), of(row)) {
                let known = by_category.entry(category).or_default();
                *known = amount.max(*known);
            }
        }
        let sum = by_category.values().map(|amount| amount.fen()).fold(0_i64, i64::saturating_add);
        Some(largest.max(Money::from_fen(sum).unwrap_or(Money::MAX)))
    }

    /// Notes the rows that say otherwise than the first that says something. Returns whether there are any.
    fn note<T: PartialEq>(&mut self, field: Field, of: impl Fn(&'p PenaltyRow) -> Option<T>) -> bool {
        let mut said = self.rows.iter().filter_map(|(row, penalty)| Some((*row, of(penalty)?)));
        let Some((_, first)) = said.next() else { return false };
        let others: Vec<usize> = said.filter(|(_, other)| *other != first).map(|(row, _)| row).collect();
        let column = FileKind::Penalties.specs().iter().find(|spec| spec.field == field).map(|spec| spec.standard);
        for row in &others {
            self.differences.entry(*row).or_default().extend(column);
        }
        !others.is_empty()
    }
}

/// The place of a meaning among the words of its column.
fn rank<T: PartialEq>(meaning: &T, words: &Words<T>) -> usize {
    words.known.iter().position(|(_, known)| known == meaning).unwrap_or(usize::MAX)
}

//! Which column is which, told by what stands in the cells.
//!
//! A column is what most of its cells are, so that one broken cell hides nothing: its row is refused with words. Where
//! the columns stand as in the layout of the double publicity 双公示, their places tell more than their cells.

use super::{Whose, pieces::Piece};
use crate::cell::{self, ascii_forms, compact};
use crate::columns::{Field, FileKind, Weight};
use crate::problem::Fault;
use crate::vocabulary as known;
use facts::{CreditCodeFault, Date, check_credit_code};

/// What each column was taken for.
pub(super) struct Guess {
    /// At the place of each column its field; `None` where it is not used.
    pub(super) fields: Vec<Option<Field>>,
    /// The first cell of each column that is not empty.
    pub(super) examples: Vec<String>,
    /// Whether the columns stand as in the layout of the double publicity.
    pub(super) in_standard_order: bool,
}

impl Guess {
    fn take(&mut self, index: usize, field: Field) {
        if let Some(column) = self.fields.get_mut(index) {
            *column = Some(field);
        }
    }

    /// The needed columns that were not found.
    pub(super) fn missing(&self) -> Vec<&'static str> {
        let needed = FileKind::Penalties.specs().iter().filter(|spec| spec.weight == Weight::Needed);
        needed.filter(|spec| !self.fields.contains(&Some(spec.field))).map(|spec| spec.standard).collect()
    }
}

/// The layout of the double publicity from the number of the decision on.
const STANDARD: &[Option<Field>] = &[
    Some(Field::DocumentNo),
    Some(Field::Category),
    None,
    None,
    Some(Field::Kinds),
    None,
    Some(Field::Fine),
    Some(Field::Confiscated),
    None,
    Some(Field::DecidedOn),
    Some(Field::RestrictionEndsOn),
    None,
    Some(Field::Authority),
    None,
    None,
    None,
    None,
];

/// The same with the columns beyond the standard, as offices exchange it.
const EXTENDED: &[Option<Field>] = &[
    Some(Field::DocumentNo),
    Some(Field::Category),
    None,
    None,
    Some(Field::Kinds),
    None,
    Some(Field::Fine),
    Some(Field::Confiscated),
    None,
    Some(Field::DecidedOn),
    Some(Field::RestrictionEndsOn),
    Some(Field::PublishedOn),
    None,
    Some(Field::Authority),
    None,
    Some(Field::Procedure),
    Some(Field::Sector),
    Some(Field::Discretion),
    Some(Field::FulfilledOn),
    Some(Field::HarmEliminatedOn),
    Some(Field::CommitmentOn),
    Some(Field::RepairedOn),
    Some(Field::AnnulledOn),
    None,
];

/// A publication so many days after the decision is none: it is the end of something.
const LATEST_PUBLICATION_DAYS: i64 = 366;

/// How the cells of a field look.
type Look<'l> = (Field, &'l dyn Fn(&str) -> bool);

/// Tells the columns of rows of penalties apart.
pub(super) fn guess(rows: &[Piece<'_>], own: &Whose) -> Guess {
    let width = rows.iter().map(Piece::width).max().unwrap_or(0);
    let columns = Columns { rows };
    let example = |index| columns.cells(index).next().unwrap_or_default().to_owned();
    let mut guess =
        Guess { fields: vec![None; width], examples: (0..width).map(example).collect(), in_standard_order: false };
    let mut told: Vec<bool> = vec![false; width];
    let is_name = |text: &str| ends(text, known::ENTERPRISE_ENDINGS) || compact(text) == own.name;
    let looks: [Look<'_>; 9] = [
        (Field::Uscc, &|text| is_code(text, &own.code)),
        (Field::DocumentNo, &is_document_no),
        (Field::PartyCategory, &|text| known::PARTY_CATEGORIES.contains(&&*compact(text))),
        (Field::Procedure, &|text| cell::word(text, &known::PROCEDURES).is_some()),
        (Field::Kinds, &has_kind),
        (Field::Discretion, &|text| cell::word(text, &known::DISCRETIONS).is_some()),
        (Field::Sector, &|text| cell::word(text, &known::SECTORS).is_some()),
        (Field::Name, &is_name),
        (Field::Authority, &|text| ends(text, known::AUTHORITY_ENDINGS)),
    ];
    for (field, fits) in looks {
        for (index, told) in told.iter_mut().enumerate() {
            if !*told && columns.most(index, fits) {
                *told = true;
                if !guess.fields.contains(&Some(field)) {
                    guess.take(index, field);
                }
            }
        }
    }
    if standard_order(&columns, &mut guess) {
        return guess;
    }
    let open: Vec<usize> = told.iter().enumerate().filter(|(_, told)| !**told).map(|(index, _)| index).collect();
    let days: Vec<usize> = open.iter().copied().filter(|index| columns.most(*index, looks_like_day)).collect();
    let amounts: Vec<usize> = open
        .iter()
        .copied()
        .filter(|index| !days.contains(index) && !columns.are_numbered(*index))
        .filter(|index| columns.most(*index, looks_like_amount))
        .collect();
    take_days(&columns, &days, &mut guess);
    take_amounts(&columns, &amounts, &mut guess);
    let texts = open.iter().copied().filter(|index| !days.contains(index) && !amounts.contains(index));
    let texts = texts.filter(|index| columns.most(*index, is_description));
    if let Some(index) = texts.max_by_key(|index| (columns.length(*index), std::cmp::Reverse(*index))) {
        guess.take(index, Field::Category);
    }
    guess
}

/// Takes the columns from the decision number on by their indices, where the cells agree.
fn standard_order(columns: &Columns<'_, '_>, guess: &mut Guess) -> bool {
    let Some(start) = guess.fields.iter().position(|field| *field == Some(Field::DocumentNo)) else { return false };
    let fits = |order: &&&[Option<Field>]| {
        let index = |field| order.iter().position(|other| *other == Some(field)).map_or(0, |index| start + index);
        let fine = index(Field::Fine);
        guess.fields.len() == start + order.len()
            && columns.most(index(Field::Kinds), has_kind)
            && columns.most(index(Field::DecidedOn), looks_like_day)
            && (columns.cells(fine).next().is_none() || columns.most(fine, looks_like_amount))
    };
    let Some(order) = [STANDARD, EXTENDED].iter().find(fits).copied() else { return false };
    let before = [Field::Uscc, Field::Name, Field::PartyCategory];
    let front = guess.fields.iter().take(start);
    let front: Vec<_> = front.map(|field| field.filter(|field| before.contains(field))).collect();
    guess.fields = front.into_iter().chain(order.iter().copied()).collect();
    guess.in_standard_order = true;
    true
}

/// The first day is that of the decision, a second one that of the publication; whichever comes earlier in all rows
/// is the decision, for nothing is published before it is decided.
fn take_days(columns: &Columns<'_, '_>, days: &[usize], guess: &mut Guess) {
    let Some(first) = days.first().copied() else { return };
    let mut decided = first;
    let mut published = None;
    if let Some(second) = days.get(1).copied() {
        let apart = columns.days_apart(first, second);
        if !apart.is_empty() && apart.iter().all(|days| (0..=LATEST_PUBLICATION_DAYS).contains(days)) {
            published = Some(second);
        } else if !apart.is_empty() && apart.iter().all(|days| *days <= 0) {
            decided = second;
            published = apart.iter().all(|days| *days >= -LATEST_PUBLICATION_DAYS).then_some(first);
        }
    }
    guess.take(decided, Field::DecidedOn);
    if let Some(index) = published {
        guess.take(index, Field::PublishedOn);
    }
}

/// An amount is a fine where there are fines, a second one or any other what was confiscated where that was done.
fn take_amounts(columns: &Columns<'_, '_>, amounts: &[usize], guess: &mut Guess) {
    let kinds = guess.fields.iter().position(|field| *field == Some(Field::Kinds));
    let some = |part: &str| kinds.is_some_and(|kinds| columns.cells(kinds).any(|cell| cell.contains(part)));
    let fields = [some(known::FINE).then_some(Field::Fine), some(known::CONFISCATION).then_some(Field::Confiscated)];
    for (index, field) in amounts.iter().copied().zip(fields.into_iter().flatten()) {
        guess.take(index, field);
    }
}

struct Columns<'r, 't> {
    rows: &'r [Piece<'t>],
}

impl Columns<'_, '_> {
    /// The cells of a column that are not empty.
    fn cells(&self, index: usize) -> impl Iterator<Item = &str> {
        self.rows.iter().filter_map(move |row| row.cell(index))
    }

    /// Whether at least half of the cells that are not empty, and one of them, fit.
    fn most(&self, index: usize, fits: impl Fn(&str) -> bool) -> bool {
        let fitting = self.cells(index).filter(|cell| fits(cell)).count();
        fitting > 0 && fitting * 2 >= self.cells(index).count()
    }

    /// How many characters the column has.
    fn length(&self, index: usize) -> usize {
        self.cells(index).map(|cell| cell.chars().count()).sum()
    }

    /// Whether the first column numbers the rows, as many tables do.
    fn are_numbered(&self, index: usize) -> bool {
        let is_number = |cell: &str| cell.len() <= 4 && cell.bytes().all(|byte| byte.is_ascii_digit());
        index == 0 && self.cells(index).all(|cell| is_number(&ascii_forms(cell)))
    }

    /// By how many days the second column is later than the first, in the rows that have both.
    fn days_apart(&self, first: usize, second: usize) -> Vec<i64> {
        let day = |row: &Piece<'_>, index| row.cell(index).and_then(|cell| cell::date(cell).ok());
        let both = self.rows.iter().filter_map(|row| Some((day(row, first)?, day(row, second)?)));
        both.map(|(first, second): (Date, Date)| (second - first).num_days()).collect()
    }
}

fn ends(text: &str, endings: &[&str]) -> bool {
    let text = compact(text);
    endings.iter().any(|ending| text.ends_with(ending))
}

/// A credit code, of the record's enterprise or of any other party that is no authority.
fn is_code(text: &str, own: &str) -> bool {
    let code = compact(text).to_ascii_uppercase();
    let is_code = matches!(check_credit_code(&code), Ok(()) | Err(CreditCodeFault::CheckDigit));
    (!own.is_empty() && code == own) || (is_code && !code.starts_with(known::AUTHORITY_CODE))
}

/// 〔2025〕12号, in brackets of any kind.
fn is_document_no(text: &str) -> bool {
    let text = compact(text);
    text.ends_with('号') && text.contains(['〔', '[', '(', '【']) && text.chars().any(|c| c.is_ascii_digit())
}

fn has_kind(text: &str) -> bool {
    // 其他 alone stands in columns of other things as well.
    compact(text) != known::OTHER && !cell::penalty_kinds(text, str::to_owned).kinds.is_empty()
}

/// A day, or one that there is not. The number by which a spreadsheet counts days looks like an amount.
fn looks_like_day(text: &str) -> bool {
    let plain = ascii_forms(text);
    let is_number = plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && plain.matches('.').count() < 2;
    match cell::date(text) {
        Ok(_) => !is_number || plain.len() == 8,
        Err(Fault::NoSuchDay | Fault::DateOutOfRange) => !is_number,
        Err(_) => false,
    }
}

/// An amount, or one that cannot be. A telephone number begins with a zero.
fn looks_like_amount(text: &str) -> bool {
    let plain = ascii_forms(text);
    let is_number = plain.len() > 1 && plain.starts_with('0') && !plain.starts_with("0.");
    let fault = cell::money(text, 0).err();
    !is_number && matches!(fault, None | Some(Fault::Negative | Fault::TooPrecise))
}

/// What may describe an offence: words of Chinese that neither cite the law nor tell the penalty.
fn is_description(text: &str) -> bool {
    let tells_penalty = known::PENALTY_KINDS.known.iter().any(|(word, _)| *word != known::OTHER && text.contains(word));
    text.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c)) && !text.contains('《') && !tells_penalty
}

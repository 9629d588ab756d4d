//! Rows → facts, one function a kind of file.

use super::cell;
use super::columns::{Field, FileKind};
use super::gather::Gathered;
use super::layout::Layout;
use super::met::Fields;
use super::problem::{Fault, Level};
use super::row::RowReader;
use super::split::Row;
use super::vocabulary as words;
use facts::{
    AbnormalListing, Commitment, CourtListing, Date, Inspection, Lead, Money, Penalty, PenaltyKind, Procedure,
    RiskGrades, SeriousListing, Set,
};

/// Reads one row into what was gathered. Returns whether it is used.
pub(super) fn row(mut reader: RowReader<'_>, about_person: bool, gathered: &mut Gathered) -> bool {
    let reader = &mut reader;
    if about_person && !is_business(reader) {
        if reader.source.whose.is_some() {
            reader.note(Level::Refused, Fault::NaturalPerson, Field::PartyCategory, String::new);
            return false;
        }
        gathered.natural_persons += 1;
        return true;
    }
    let used = facts(reader, gathered);
    gathered.natural_persons += usize::from(reader.met_identity_number);
    used
}

fn facts(reader: &mut RowReader<'_>, gathered: &mut Gathered) -> bool {
    match reader.layout.kind {
        FileKind::Register => return register(reader, gathered),
        FileKind::Penalties => return penalty(reader, gathered),
        FileKind::AbnormalListings => {
            let (subject, fact) = (reader.subject(), abnormal_listing(reader));
            gathered.fact(reader, subject, fact, |facts| &mut facts.abnormal_listings);
        }
        FileKind::SeriousListings => {
            let (subject, fact) = (reader.subject(), serious_listing(reader));
            gathered.fact(reader, subject, fact, |facts| &mut facts.serious_listings);
        }
        FileKind::CourtListings => {
            let (subject, fact) = (reader.subject(), court_listing(reader));
            gathered.fact(reader, subject, fact, |facts| &mut facts.court_listings);
        }
        FileKind::Inspections => {
            let (subject, fact) = (reader.subject(), inspection(reader));
            gathered.fact(reader, subject, fact, |facts| &mut facts.inspections);
        }
        FileKind::Leads => {
            let (subject, fact) = (reader.subject(), lead(reader));
            gathered.fact(reader, subject, fact, |facts| &mut facts.leads);
        }
        FileKind::Commitments => {
            let (subject, fact) = (reader.subject(), commitment(reader));
            gathered.fact(reader, subject, fact, |facts| &mut facts.commitments);
        }
    }
    !reader.refused
}

#[inline(never)]
fn register(reader: &mut RowReader<'_>, gathered: &mut Gathered) -> bool {
    if reader.filled(Field::Uscc).is_none() {
        reader.note(Level::Refused, Fault::UsccMissing, Field::Uscc, String::new);
    }
    let code = reader.code();
    if reader.filled(Field::Name).is_none() && reader.layout.index(Field::Name).is_some() {
        reader.note(Level::Notice, Fault::Missing, Field::Name, String::new);
    }
    let kind = reader.word_or(Level::Notice, Field::EnterpriseKind, &words::ENTERPRISE_KINDS);
    let registered_on = reader.day_or(Level::Notice, Field::RegisteredOn);
    let status = reader.word(Field::Status, &words::STATUSES);
    let region = administrative_code(reader, Field::Region, is_region);
    let industry = administrative_code(reader, Field::Industry, is_industry);
    let sectors = reader.words(Field::Sector, &words::SECTORS);
    let grade = reader.word_or(Level::Notice, Field::RiskGrade, &words::RISK_GRADES);
    let mut risk_grades = RiskGrades::default();
    if grade.is_some() {
        let mut named = sectors.iter();
        match (named.next(), named.next()) {
            (Some(sector), None) => risk_grades.set(sector, grade),
            _ => reader.note(Level::Notice, Fault::GradeWithoutSector, Field::RiskGrade, String::new),
        }
    }
    let figures = reader.figures();
    let (Some(code), false) = (code, reader.refused) else { return false };
    let (slot, first) = gathered.register(&code, reader);
    let Some(enterprise) = gathered.enterprise(slot) else { return false };
    for sector in sectors.iter() {
        enterprise.sectors.insert(sector);
    }
    for (sector, grade) in risk_grades.iter() {
        enterprise.risk_grades.set(sector, enterprise.risk_grades.get(sector).max(Some(grade)));
    }
    for (id, value) in figures {
        if enterprise.figures.get(&id).is_none() {
            enterprise.figures.set(&id, Some(value));
        }
    }
    match first {
        None => {
            enterprise.kind = kind.unwrap_or_default();
            enterprise.registered_on = registered_on;
            enterprise.status = status.unwrap_or_default();
            enterprise.region = region;
            enterprise.industry = industry;
        }
        Some(first) => {
            let row = first.at.sheet_row.to_string();
            let file = gathered.files.get(first.file).filter(|_| first.file != reader.source.file);
            let hint = file.map_or(row.clone(), |file| format!("{row}（{file}）"));
            reader.note(Level::Notice, Fault::UsccRepeated, Field::Uscc, || hint);
        }
    }
    gathered.name(slot, true, reader);
    true
}

/// A code of a public list, kept as it is when it has the form of one.
fn administrative_code(reader: &mut RowReader<'_>, field: Field, fits: fn(&str) -> bool) -> Option<String> {
    let code = cell::compact(&reader.filled(field)?);
    if fits(&code) {
        return Some(code);
    }
    reader.note(Level::Notice, Fault::UnknownValue, field, String::new);
    None
}

/// GB/T 2260: six digits, and nine or twelve for the places below a county.
fn is_region(code: &str) -> bool {
    matches!(code.len(), 6 | 9 | 12) && code.bytes().all(|byte| byte.is_ascii_digit())
}

/// GB/T 4754: a letter, or a letter and two to four digits, or these digits alone.
fn is_industry(code: &str) -> bool {
    let digits = code.strip_prefix(|c: char| ('A'..='T').contains(&c)).unwrap_or(code);
    !code.is_empty()
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && matches!((code.len() > digits.len(), digits.len()), (true, 0) | (_, 2..=4))
}

/// A row of the penalties as far as it can be read, for telling whether another row is about the same decision.
pub(super) struct PenaltyRow {
    pub(super) document_no: Option<String>,
    pub(super) decided_on: Option<Date>,
    pub(super) penalty: Penalty,
    /// `None` where the row says nothing of it, which the contract reads as ordinary.
    pub(super) procedure: Option<Procedure>,
    /// The fields that could not be read.
    pub(super) unread: Fields,
    pub(super) refused: bool,
}

/// Whether a row is about a natural person: of those nothing is kept or shown.
pub(super) fn is_about_person(layout: &Layout, row: &Row) -> bool {
    let field = Field::PartyCategory;
    let category = layout.index(field).and_then(|index| row.filled(index));
    category.is_some_and(|text| cell::is_one_of(layout.meaning(field, &text), words::NATURAL_PERSONS))
}

/// Whether a party that is called a natural person has the code of a business; that is noted.
fn is_business(reader: &mut RowReader<'_>) -> bool {
    let code = reader.filled(Field::Uscc).and_then(|text| cell::code(&text).ok());
    let is_business = code.is_some_and(|code| cell::is_business_code(&String::from_utf8_lossy(&code)));
    if is_business {
        reader.note(Level::Notice, Fault::PartyIsBusiness, Field::PartyCategory, String::new);
    }
    is_business
}

#[inline(never)]
fn penalty(reader: &mut RowReader<'_>, gathered: &mut Gathered) -> bool {
    let subject = reader.subject();
    let document_no = reader.text(Field::DocumentNo);
    let (kinds, fine) = kinds_and_fine(reader);
    let confiscated = reader.money_or(Level::Notice, Field::Confiscated);
    let decided_on = reader.needed_day(Field::DecidedOn);
    let restriction_ends_on = restriction_end(reader, kinds);
    let (authority, authority_system) = reader.authority(Field::Authority);
    let published_on = reader.day(Field::PublishedOn);
    let procedure = reader.word(Field::Procedure, &words::PROCEDURES);
    let mut penalty = Penalty {
        published_on,
        authority_system,
        authority,
        procedure: procedure.unwrap_or_default(),
        fine,
        confiscated,
        category: reader.text(Field::Category),
        sector: reader.word(Field::Sector, &words::SECTORS),
        discretion: reader.word(Field::Discretion, &words::DISCRETIONS),
        restriction_ends_on,
        fulfilled_on: reader.fulfilment(Field::FulfilledOn),
        harm_eliminated_on: reader.day(Field::HarmEliminatedOn),
        commitment_on: reader.day(Field::CommitmentOn),
        repaired_on: reader.day(Field::RepairedOn),
        annulled_on: reader.day(Field::AnnulledOn),
        ..Penalty::new(decided_on.unwrap_or_default(), kinds)
    };
    penalty.document_no.clone_from(&document_no);
    let (unread, refused) = (reader.unread, reader.refused);
    gathered.penalty(reader, subject, PenaltyRow { document_no, decided_on, penalty, procedure, unread, refused });
    !refused
}

/// The kinds of a penalty and its fine. Without a fine among the kinds no rule looks at the amount.
fn kinds_and_fine(reader: &mut RowReader<'_>) -> (Set<PenaltyKind>, Option<Money>) {
    let kinds = penalty_kinds(reader);
    let level = if kinds.contains(PenaltyKind::Fine) { Level::Refused } else { Level::Notice };
    (kinds, reader.money_or(level, Field::Fine))
}

fn penalty_kinds(reader: &mut RowReader<'_>) -> Set<PenaltyKind> {
    let Some(read) = reader.kinds() else {
        reader.note(Level::Refused, Fault::Missing, Field::Kinds, String::new);
        return Set::EMPTY;
    };
    if read.unknown {
        reader.note(Level::Refused, Fault::UnknownValue, Field::Kinds, || {
            words::PENALTY_KINDS.known.iter().map(|(word, _)| *word).collect::<Vec<_>>().join("、")
        });
    } else if read.ambiguous {
        reader.note(Level::Notice, Fault::Ambiguous, Field::Kinds, String::new);
    }
    read.kinds
}

/// The end of a restriction. For kinds without a term the column holds something else and is not read.
fn restriction_end(reader: &mut RowReader<'_>, kinds: Set<PenaltyKind>) -> Option<Date> {
    if !kinds.intersects(words::KINDS_WITH_TERM.iter().copied().collect()) {
        return None;
    }
    let (year, month, day) = words::NO_TERM;
    reader.term(Field::RestrictionEndsOn).filter(|end| Some(*end) != Date::from_ymd_opt(year, month, day))
}

fn abnormal_listing(reader: &mut RowReader<'_>) -> Option<AbnormalListing> {
    let reason = reader.needed_word(Field::Reason, &words::ABNORMAL_REASONS);
    let listed_on = reader.needed_day(Field::ListedOn);
    let corrected_on = reader.day(Field::CorrectedOn);
    let commitment_on = reader.day(Field::CommitmentOn);
    let removed_on = reader.day(Field::RemovedOn);
    Some(AbnormalListing { reason: reason?, listed_on: listed_on?, corrected_on, commitment_on, removed_on })
}

fn serious_listing(reader: &mut RowReader<'_>) -> Option<SeriousListing> {
    let cause = reader.text(Field::Reason);
    let listed_on = reader.needed_day(Field::ListedOn);
    let fulfilled_on = reader.fulfilment(Field::FulfilledOn);
    let harm_eliminated_on = reader.day(Field::HarmEliminatedOn);
    let commitment_on = reader.day(Field::CommitmentOn);
    let measures_end_on = reader.term(Field::MeasuresEndOn);
    let removed_on = reader.day(Field::RemovedOn);
    Some(SeriousListing {
        cause,
        listed_on: listed_on?,
        fulfilled_on,
        harm_eliminated_on,
        commitment_on,
        measures_end_on,
        removed_on,
    })
}

fn court_listing(reader: &mut RowReader<'_>) -> Option<CourtListing> {
    let listed_on = reader.needed_day(Field::ListedOn);
    let removed_on = reader.day(Field::RemovedOn);
    Some(CourtListing { listed_on: listed_on?, removed_on })
}

fn inspection(reader: &mut RowReader<'_>) -> Option<Inspection> {
    let on = reader.needed_day(Field::InspectedOn);
    let mode = reader.word(Field::Mode, &words::INSPECTION_MODES).unwrap_or_default();
    let basis = reader.word(Field::Basis, &words::INSPECTION_BASES).unwrap_or_default();
    let (department, authority_system) = reader.authority(Field::Department);
    let result = reader.word(Field::Result, &words::INSPECTION_RESULTS).flatten();
    Some(Inspection { on: on?, mode, basis, authority_system, department, result })
}

fn lead(reader: &mut RowReader<'_>) -> Option<Lead> {
    let kind = reader.needed_word(Field::LeadKind, &words::LEAD_KINDS);
    let received_on = reader.needed_day(Field::ReceivedOn);
    let closed_on = reader.day(Field::ClosedOn);
    Some(Lead { kind: kind?, received_on: received_on?, closed_on })
}

fn commitment(reader: &mut RowReader<'_>) -> Option<Commitment> {
    let kind = reader.needed_word(Field::CommitmentKind, &words::COMMITMENT_KINDS);
    let made_on = reader.day(Field::MadeOn);
    let breached_on = reader.day(Field::BreachedOn);
    Some(Commitment { kind: kind?, made_on, breached_on })
}

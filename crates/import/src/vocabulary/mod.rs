//! What offices write: the words of the cells with what each means in the contract, the marks of empty cells, what labels
//! speak of, and whose an authority is by its name. All of it is data: a word more is a line more.

mod authorities;
mod labels;
mod marks;
mod words;

pub(super) use authorities::{AUTHORITY_CODE, AUTHORITY_ENDINGS, AUTHORITY_MEANINGS, OTHER_SYSTEM, authority_system};
pub(super) use labels::{
    AUTHORITY_SAYS, BARE_LABELS, BARE_NAME, BEFORE_UNIT, BUSINESS_CODES, CODE_OF_PARTY, CODE_SAYS, COLUMN_OF_SOURCE,
    DECIDING, ENTERPRISE_ENDINGS, INSPECTING, NAME_OF_PARTY, NAME_SAYS, PARTY_SAYS, PASSIVE, PERSON_CODES, PERSON_SAYS,
    PERSON_SAYS_TOO, PERSONS, UNITS,
};
pub(super) use marks::{
    ABNORMAL_TITLE, DASHES, EMPTY, EMPTY_DAYS, HALVES_OF_DAY, NO_END, NO_TERM, NOT_YET, SEPARATORS, SERIOUS_TITLE,
    SINCE_UNKNOWN_DAY, TOTALS, WEEKDAYS,
};
pub(super) use words::*;

use super::columns::{Field, FileKind};

/// The words of one column.
pub(super) struct Words<T: 'static> {
    /// The words as the documents have them, and others that mean the same; where that matters, from the lightest to the
    /// gravest.
    pub(super) known: &'static [(&'static str, T)],
    /// Forms of other texts that are known, the first that fits.
    pub(super) like: &'static [Like<T>],
    pub(super) brackets: Brackets,
}

impl<T> Words<T> {
    /// Words that are known as they stand, with any remark in brackets behind them.
    const fn plain(known: &'static [(&'static str, T)]) -> Self {
        Self { known, like: &[], brackets: Brackets::Remark }
    }
}

/// A form of texts.
pub(super) struct Like<T> {
    /// What stands in the text, in this order; `…` is anything or nothing.
    pub(super) form: &'static str,
    /// What does not stand in it.
    pub(super) unless: &'static [&'static str],
    pub(super) meaning: T,
}

const fn like<T>(form: &'static str, meaning: T) -> Like<T> {
    Like { form, unless: &[], meaning }
}

/// What brackets at the end of a text are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Brackets {
    /// A remark, which may go.
    Remark,
    /// A word that goes before the one outside; what is none makes the text unknown.
    Word,
    /// An amount or a length of time may go, nothing else.
    Extent,
}

/// The words that a field knows; none where it takes other things than words.
pub(super) fn known_words(kind: FileKind, field: Field) -> Vec<&'static str> {
    fn words<T>(words: &Words<T>) -> Vec<&'static str> {
        words.known.iter().map(|(word, _)| *word).collect()
    }
    match field {
        Field::EnterpriseKind => words(&ENTERPRISE_KINDS),
        Field::Status => words(&STATUSES),
        Field::Sector => words(&SECTORS),
        Field::RiskGrade => words(&RISK_GRADES),
        Field::Kinds => words(&PENALTY_KINDS),
        Field::Procedure => words(&PROCEDURES),
        Field::Discretion => words(&DISCRETIONS),
        Field::Reason if kind == FileKind::AbnormalListings => words(&ABNORMAL_REASONS),
        Field::Mode => words(&INSPECTION_MODES),
        Field::Basis => words(&INSPECTION_BASES),
        Field::Result => words(&INSPECTION_RESULTS),
        Field::LeadKind => words(&LEAD_KINDS),
        Field::CommitmentKind => words(&COMMITMENT_KINDS),
        _ => Vec::new(),
    }
}

//! Penalties, and enterprises that have them, as tests of a district make them.

use xinheng::facts::{Enterprise, Penalty, PenaltyKind, Set};

use crate::support::{day, enterprise};

/// A fine with this document number, decided on this day.
pub fn penalty(number: &str, decided_on: &str) -> Penalty {
    let mut kinds = Set::EMPTY;
    kinds.insert(PenaltyKind::Fine);
    Penalty { document_no: Some(number.to_owned()), ..Penalty::new(day(decided_on), kinds) }
}

/// The enterprise with this number, and these penalties.
pub fn with(number: usize, penalties: Vec<Penalty>) -> Enterprise {
    Enterprise { penalties, ..enterprise(number) }
}

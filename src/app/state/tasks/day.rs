//! The as-of date.

use serde::{Deserialize, Serialize};

use super::super::{Action, Model};
use crate::facts::Date;
use crate::import::{Fault, cell};

/// Why a text is no as-of date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DayFault {
    Missing,
    Unclear(String),
    NotThere(String),
    OutOfRange,
}

/// Reads a day in any form that offices write.
///
/// # Errors
/// What is wrong with it, with the text for showing.
pub fn read_day(text: &str) -> Result<Date, DayFault> {
    let text = cell::filled(text).ok_or(DayFault::Missing)?;
    cell::date(&text).map_err(|fault| match fault {
        Fault::NoSuchDay => DayFault::NotThere(text.to_string()),
        Fault::DateOutOfRange => DayFault::OutOfRange,
        _ => DayFault::Unclear(text.to_string()),
    })
}

/// Asks everything for another day.
pub fn set_as_of(model: &Model, as_of: Date) {
    model.dispatch(Action::AsOf(as_of));
}

//! The text of a cell → a day, an amount, a word, a code. Nothing here knows a file or a column.

mod amount;
mod clean;
mod code;
mod day;
mod kinds;
mod numerals;
mod person;
mod word;

pub use amount::money;
pub(crate) use amount::{has_sign_alone, has_unit};
pub use clean::{ascii_forms, filled, trimmed, unseen};
pub(crate) use clean::{
    ascii_letters, cleaned, compact, compacted, filled_in, in_one_line, is_visible, may_be_invisible, may_hide,
};
pub(crate) use code::{Code, code};
pub use day::date;
pub(crate) use day::day_of_cell;
pub(crate) use kinds::{Kinds, penalty_kinds};
pub use numerals::in_figures;
pub(crate) use person::{is_business_code, is_identity_number, masked};
pub(crate) use word::{bracket, is_one_of, without_number, word};

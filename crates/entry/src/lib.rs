//! Facts as a person enters them: fields of text, each checked by itself, over the contract's own form.
//!
//! A [`Sheet`] is a saved record that may be wrong in places. What was typed is brought to the contract's form where it
//! can be read and stays as it was typed where it cannot; the reader of requests then says what is wrong with it and
//! gives the facts that are right. So nothing typed is lost, and a wrong field stops nothing but itself.

mod fields;
mod sheet;
mod typed;

pub use fields::{BASICS, Entry, Field, JUDGEMENT, fields_of, list_name};
pub use sheet::{Change, Part, Sheet, can_be_shown};
pub use typed::{TypedFault, fault, shown, typed};

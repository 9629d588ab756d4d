//! Facts as a person enters them: fields of text, each checked by itself, over the contract's own form.
//!
//! A [`Sheet`] is a saved record that may be wrong in places. What was typed is brought to the contract's form where it
//! can be read and stays as it was typed where it cannot; the reader of requests then says what is wrong with it and
//! gives the facts that are right. So nothing typed is lost, and a wrong field stops nothing but itself.
//!
//! ```
//! use entry::{Change, Part, Sheet};
//!
//! let name = |text: &str| Change::Write(Part::Basics, "name", text.to_owned());
//! let before = Sheet::default().changed(name("示例有限公司"));
//! let after = before.changed(Change::Write(Part::Basics, "registered_on", "去年".to_owned()));
//!
//! assert_eq!(before.read().enterprise.name, "示例有限公司");
//! assert_eq!(after.read().enterprise.registered_on, None, "what cannot be read is no fact");
//! assert!(after.read().problems.iter().any(|problem| problem.path == "enterprise.registered_on"));
//! ```

mod fields;
mod sheet;
mod typed;

pub use fields::{BASICS, Entry, Field, JUDGEMENT, fields_of, list_name};
pub use sheet::{Change, Part, Sheet, can_be_shown};
pub use typed::{TypedFault, fault, figure_text, shown, typed};

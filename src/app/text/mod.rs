//! The words of the interface, Chinese and English side by side.
//!
//! Only what is the page's own stands here: buttons, headings, guidance. The words of the law and of the documents come
//! from the rule pack.

mod answer;
mod facts;
mod frame;
mod glossary;
mod help;
mod inspection;
mod ledger;
mod list;
mod paste;
mod print;
mod repair;
mod report;
mod rules;
mod start;
mod timeline;
mod why;

pub use crate::pack::Phrase;
use crate::pack::phrases;

pub use answer::*;
pub use facts::*;
pub use frame::*;
pub use glossary::*;
pub use help::*;
pub use inspection::*;
pub use ledger::*;
pub use list::*;
pub use paste::*;
pub use print::*;
pub use repair::*;
pub use report::*;
pub use rules::*;
pub use start::*;
pub use timeline::*;
pub use why::*;

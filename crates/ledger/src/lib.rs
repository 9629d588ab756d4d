//! The ledger 台账: what an office did and noted of enterprises, by credit code and independent of any district.
//!
//! Entries are never changed: what corrects one stands in its place, and the one before stays. An entry is known by the digest of
//! what it says. So two ledgers are merged as the union of their entries, in whatever order and however often, and nothing can
//! be overwritten. What contradicts is shown and left to people.
//!
//! Nothing here judges, and nothing knows a clock or chance: moments come in as arguments.
//!
//! ```
//! use ledger::{Content, Entry, Ledger, Moment};
//!
//! let at = |text| Moment::parse(text).unwrap();
//! let mut ledger = Ledger::default();
//! let note = |text: &str| Content::Note { text: text.to_owned() };
//! let first = Entry::new("91350100M000100Y43", "张三", at("2026-11-30T08:31:00Z"), Vec::new(), note("12月3日前补交"));
//! let corrects = vec![first.id().clone()];
//! ledger.add(first);
//! ledger.add(Entry::new("91350100M000100Y43", "张三", at("2026-11-30T08:35:00Z"), corrects, note("12月4日前补交")));
//!
//! let current = ledger.current("91350100M000100Y43");
//! assert_eq!(current.len(), 1);
//! assert_eq!(current[0].content(), &note("12月4日前补交"));
//! ```

mod application;
mod changes;
mod content;
mod entry;
mod file;
mod key;
mod ledger;
mod moment;

pub use application::{Application, Deadline, Duty, WaitsFor, applications};
pub use changes::{LaidOver, Question, Why, changes, lay_over};
pub use content::{Act, Change, CommitmentMade, Content, EntryKind, LeniencyDecision, PaperMade, RepairStep};
pub use entry::{Entry, EntryId};
pub use file::{LEDGER_VERSION, ReadLedger, is_ledger, read_entry, read_ledger, write_entry, write_ledger};
pub use key::{FactKey, FactList, Found};
pub use ledger::{Ledger, Merged};
pub use moment::Moment;

//! The rows of the list: of enterprises, and of those that were compared.

use serde::{Deserialize, Serialize};

use crate::facts::Date;
use crate::pack::Tone;

/// The row of an enterprise. What only an assessment can tell is `None` where it is not assessed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListRow {
    /// The credit code.
    pub uscc: String,
    pub name: String,
    pub class: ClassCell,
    /// Why it is a key case, in words; `None` where it is none.
    pub key_case: Option<String>,
    /// How many penalties of a changed record do not count.
    pub not_counted: usize,
    /// Whether it stands in the register.
    pub registered: bool,
    /// The status in the register, in words.
    pub status: String,
    /// The region, in words; empty where it is not known.
    pub region: String,
    /// The sectors, in words; empty where there are none.
    pub sectors: String,
    /// What is to be looked at besides facts, in words.
    pub marks: Vec<String>,
    /// The title of the main reason; `None` where there is none.
    pub reason: Option<String>,
    /// Penalties decided by the day.
    pub penalties: u32,
    pub inspection: Option<InspectionCell>,
    pub repair: Option<RepairCell>,
}

/// The class of an enterprise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ClassCell {
    Class {
        tone: Tone,
        /// The word of the documents for it.
        word: String,
    },
    /// Why the enterprise is not assessed, in words.
    Withheld(String),
}

/// How an enterprise stands with its inspections.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InspectionCell {
    /// The day by which the next planned visit is due; `None` where there need be none.
    pub due_on: Option<Date>,
    /// Whether that day is over and a visit was made before it.
    pub overdue: bool,
    /// Whether no visit is on record.
    pub never_inspected: bool,
    /// How many planned visits are left of the year's cap.
    pub remaining: u16,
    /// Whether an open lead calls for a look now.
    pub open_leads: bool,
}

/// When something of an enterprise can be repaired.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RepairCell {
    Now,
    On(Date),
    /// No day is known: the word for what stands in the way.
    Stands(String),
    /// There is nothing to repair, or nothing in its way.
    Nothing,
}

/// The row of an enterprise that was compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComparedRow {
    /// The credit code.
    pub uscc: String,
    pub name: String,
    /// The class before; `None` of an enterprise that is new.
    pub before: Option<ClassCell>,
    pub after: ClassCell,
    pub way: Way,
    /// The titles of the reasons that begin to hold; `None` where there are none.
    pub begun: Option<String>,
    /// The titles of the reasons that cease to hold; `None` where there are none.
    pub ceased: Option<String>,
    /// What the files of another month tell otherwise, in words; `None` where nothing.
    pub changes: Option<String>,
}

/// Which way an enterprise went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Way {
    /// It was not there before.
    New,
    Same,
    Worse,
    Better,
}

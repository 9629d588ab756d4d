//! What the worker tells of the list: what stands above it, and what is shown.

use serde::{Deserialize, Serialize};

use super::view::{Against, AgainstFault, Facet, ListView, Narrowing};
use super::{ComparedRow, ListRow};
use crate::export::Cell;
use crate::facts::Date;
use crate::pack::{Locale, Tone};
use crate::worker::messages::Progress;

/// The list of enterprises as it was asked for, with its words in the language that was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListAnswer {
    /// What was asked for.
    pub view: ListView,
    pub as_of: Date,
    pub locale: Locale,
    /// How many enterprises fit; of a comparison, how many have a row.
    pub count: usize,
    /// The number of the first row, from 0.
    pub offset: usize,
    pub head: Box<ListHead>,
    pub body: ListBody,
}

/// What stands above the list, whatever is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListHead {
    pub unused: Unused,
    /// The classes from the best to the worst.
    pub classes: Vec<ClassCount>,
    /// How many fit all but the class, and are not assessed.
    pub withheld: usize,
    pub facets: Vec<FacetChoices>,
    /// What the list is narrowed to, in words.
    pub narrowed: Vec<String>,
    /// Which parameters are set otherwise than in the rules, in words.
    pub changed_parameters: Vec<String>,
    pub later: LaterFiles,
    pub keeping: Keeping,
}

/// What of the files was not used, in sentences.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unused {
    /// Of whole tables.
    pub tables: Vec<String>,
    /// Of rows.
    pub rows: Option<String>,
}

/// A class, and how many enterprises of it fit all else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassCount {
    /// The id of the class.
    pub id: String,
    pub tone: Tone,
    /// The word of the documents for it.
    pub word: String,
    pub count: usize,
}

/// A facet with all that it can narrow the list to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetChoices {
    pub facet: Facet,
    /// What it is called.
    pub label: String,
    pub entries: Vec<FacetEntry>,
}

/// One of the entries of a facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetEntry {
    pub narrowing: Narrowing,
    pub words: String,
}

/// How it stands with the files of another month.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LaterFiles {
    /// How far those are that are being read.
    pub reading: Option<Progress>,
    /// What those have changed that were laid over the district.
    pub laid: Option<LaidOver>,
    /// How many enterprises the district has.
    pub enterprises: usize,
    /// How many of them were changed by hand.
    pub by_hand: usize,
}

/// What files of another month have changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LaidOver {
    /// How many enterprises are new.
    pub added: usize,
    pub changed: usize,
    pub gone: usize,
    /// How many enterprises had been changed by hand, and how many of them stayed so.
    pub by_hand: (usize, usize),
    /// What the tables are called that were not read as a whole.
    pub incomplete: Vec<String>,
}

/// How it stands with keeping the district.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keeping {
    /// What the browser keeps.
    pub kept: Option<KeptDistrict>,
    /// Whether the browser can encrypt files.
    pub encrypts: bool,
}

/// A district that the browser keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptDistrict {
    pub since: Date,
    /// How many enterprises it has.
    pub enterprises: String,
    /// Whether it is the one that is shown, as it stands.
    pub is_shown: bool,
}

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ListBody {
    Rows(Vec<ListRow>),
    Figures(Figures),
    Comparison(Comparison),
}

impl ListBody {
    /// Returns how many rows there are of those that were asked for.
    #[must_use]
    pub fn rows(&self) -> usize {
        match self {
            Self::Rows(rows) => rows.len(),
            Self::Figures(_) => 0,
            Self::Comparison(comparison) => comparison.compared.as_ref().map_or(0, |compared| compared.rows.len()),
        }
    }
}

/// The numbers of a district.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// How many enterprises are counted.
    pub counted: usize,
    /// Whether revoked and deregistered ones are left out, for nobody asked for a status.
    pub active_only: bool,
    pub tables: Vec<Figure>,
}

/// The beginning of a table of numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// By what name it is asked for as a file.
    pub id: String,
    pub title: String,
    pub columns: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
    /// How many rows the whole table has.
    pub row_count: usize,
}

/// How the enterprises compare.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    /// What they are compared with; `None` where nothing was chosen, or nothing that could be.
    pub against: Option<Against>,
    /// What is wrong with what was written.
    pub fault: Option<AgainstFault>,
    /// Whether there are parameters before changes to compare with.
    pub parameters_changed: bool,
    /// Whether there are files before those of another month to compare with.
    pub has_earlier: bool,
    pub compared: Option<Compared>,
}

/// What a comparison found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Compared {
    /// What was compared, and how many go which way.
    pub summary: String,
    pub tables: Vec<Figure>,
    /// Whether the files of another month lie between the two sides.
    pub is_update: bool,
    pub rows: Vec<ComparedRow>,
}

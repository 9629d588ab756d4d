//! How the list of enterprises is looked at: what is shown, what it is narrowed to, and in which order.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::district::{InspectionState, Mark, Sort};
use crate::facts::{Date, EnterpriseStatus, Sector, Term, vocabulary};
use crate::pack::{FactKind, Locale, RepairStatus};

/// Asks for the list of enterprises: the rows from a place on with what stands above them, or figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListRequest {
    /// The day for which everything is to hold.
    pub as_of: Date,
    pub locale: Locale,
    pub view: ListView,
    /// The records of the district that are changed on the page: each as it is saved, behind the credit code that its
    /// enterprise has in the files.
    pub changed: Vec<(String, String)>,
    /// The number of the first row, from 0.
    pub offset: usize,
    /// How many rows at most.
    pub limit: usize,
}

/// How the list is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListView {
    pub filter: ListFilter,
    pub sort: Sort,
    pub shown: Shown,
    /// What the enterprises are compared with, whether the comparison is shown or not.
    pub against: AgainstChoice,
}

/// What is shown of the enterprises that fit the filter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shown {
    /// A row each.
    #[default]
    Rows,
    /// Tables of numbers.
    Figures,
    /// Those whose class is another than on another day, by other parameters, or before other files came.
    Comparison,
}

/// What the list is narrowed to. What the district or the rules do not have, such as a region of a district that was there
/// before, narrows nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListFilter {
    /// The credit codes of those that were selected one by one; empty where nobody was.
    pub selected: Vec<String>,
    /// Words that name or code contain.
    pub words: String,
    pub class: Option<ClassFilter>,
    /// Whether only key cases are listed.
    pub key_cases: bool,
    /// A mark of the ledger that they have.
    pub marked: Option<Marked>,
    /// The narrowings by facets: one of each facet at most, in the order of the facets.
    narrowings: Vec<Narrowing>,
}

impl ListFilter {
    /// Returns the filter that leaves the enterprises with these credit codes, whatever they are like.
    #[must_use]
    pub fn of_selected(codes: &[String]) -> Self {
        Self { selected: codes.to_vec(), ..Self::default() }
    }

    /// Returns what the list is narrowed to by a facet.
    #[must_use]
    pub fn narrowing(&self, facet: Facet) -> Option<&Narrowing> {
        self.narrowings.iter().find(|narrowing| narrowing.facet() == facet)
    }

    /// Returns all narrowings by facets.
    #[must_use]
    pub fn narrowings(&self) -> &[Narrowing] {
        &self.narrowings
    }

    /// Narrows the list by a facet to something else, or no more.
    pub fn narrow(&mut self, facet: Facet, narrowing: Option<Narrowing>) {
        self.narrowings.retain(|other| other.facet() != facet);
        self.narrowings.extend(narrowing);
        self.narrowings.sort_by_key(|narrowing| narrowing.facet());
    }
}

/// A mark of the ledger, which the page has and not the worker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marked {
    pub word: String,
    /// The credit codes of the enterprises that have it: one at least.
    pub codes: Vec<String>,
}

/// A class to which the list can be narrowed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ClassFilter {
    /// A class of the rules, by its id.
    Class(String),
    /// Those that are not assessed.
    Withheld,
}

vocabulary! {
    /// Something by which the list can be narrowed, besides words and classes.
    Facet "facet" {
        Region = "region",
        Sector = "sector",
        Reason = "reason",
        Inspection = "inspection",
        Repair = "repair",
        /// What is to be looked at besides facts.
        Mark = "mark",
        Status = "status",
    }
}

/// One of the things to which a facet can narrow the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Narrowing {
    /// A region, by its code.
    Region(Known<String>),
    Sector(Known<Sector>),
    Reason(ReasonFilter),
    Inspection(InspectionState),
    Repair(RepairFilter),
    Mark(Mark),
    Status(EnterpriseStatus),
}

impl Narrowing {
    /// Returns the facet by which this narrows the list.
    #[must_use]
    pub fn facet(&self) -> Facet {
        match self {
            Self::Region(_) => Facet::Region,
            Self::Sector(_) => Facet::Sector,
            Self::Reason(_) => Facet::Reason,
            Self::Inspection(_) => Facet::Inspection,
            Self::Repair(_) => Facet::Repair,
            Self::Mark(_) => Facet::Mark,
            Self::Status(_) => Facet::Status,
        }
    }

    /// Returns the code that this has among the entries of its facet.
    #[must_use]
    pub fn code(&self) -> Cow<'_, str> {
        const NONE: &str = "-";
        let code = match self {
            Self::Region(Known::Is(region)) => region,
            Self::Sector(Known::Is(sector)) => sector.code(),
            Self::Region(Known::Unknown) | Self::Sector(Known::Unknown) => NONE,
            Self::Reason(reason) => match reason {
                ReasonFilter::Rule(id) => id,
                ReasonFilter::RiskGrade => FactKind::RiskGrade.code(),
                ReasonFilter::Nothing => NONE,
            },
            Self::Inspection(state) => match state {
                InspectionState::Overdue => "overdue",
                InspectionState::Never => "never",
                InspectionState::DueWithin(_) => "soon",
                InspectionState::NothingLeft => "nothing_left",
                InspectionState::Triggered => "lead",
                InspectionState::NoneDue => NONE,
            },
            Self::Repair(state) => match state {
                RepairFilter::Now => "now",
                RepairFilter::Within(_) => "soon",
                RepairFilter::Lacks(id) => return ["lacks ", id].concat().into(),
                RepairFilter::Stands(status) => status.code(),
                RepairFilter::Nothing => NONE,
            },
            Self::Mark(mark) => mark.code(),
            Self::Status(status) => status.code(),
        };
        code.into()
    }
}

/// Something that may not be on record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Known<T> {
    Is(T),
    Unknown,
}

/// A reason to which the list can be narrowed, be it the main one or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReasonFilter {
    /// A class rule, by its id.
    Rule(String),
    /// The risk grade of the sector raises the class.
    RiskGrade,
    /// None: the class is the best one.
    Nothing,
}

/// A state of repair to which the list can be narrowed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RepairFilter {
    Now,
    /// Within so many days.
    Within(u32),
    /// A condition is not met, by its id.
    Lacks(String),
    Stands(RepairStatus),
    /// There is nothing that was ever to be repaired.
    Nothing,
}

/// What a person chose to compare the enterprises with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum AgainstChoice {
    /// Nothing yet: the files before, where there are any.
    #[default]
    Unchosen,
    /// A day as it was written, in any form that offices write.
    Written(String),
    /// One of the days that are offered.
    Day(Date),
    /// The parameters before they were changed.
    Parameters,
    /// The files before those of another month.
    Earlier,
}

/// What the enterprises are compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Against {
    /// The same rules as of another day.
    Day(Date),
    /// The same day by the rules before their parameters were changed.
    Parameters,
    /// The same day by the same rules, as the files before had them.
    Earlier,
}

/// Why what was written is no day to compare with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AgainstFault {
    Unclear,
    NoSuchDay,
    OutOfRange,
    /// It is the as-of date itself.
    SameDay,
}

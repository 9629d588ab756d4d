//! What page and worker say to each other about the list of enterprises.

mod answer;
mod rows;
mod view;

use serde::{Deserialize, Serialize};

use super::FileForm;

pub use answer::{
    ClassCount, Compared, Comparison, FacetChoices, FacetEntry, Figure, Figures, Keeping, KeptDistrict, LaidOver,
    LaterFiles, ListAnswer, ListBody, ListHead, Unused,
};
pub use rows::{ClassCell, ComparedRow, InspectionCell, ListRow, RepairCell, Way};
pub use view::{
    Against, AgainstChoice, AgainstFault, ClassFilter, Facet, Known, ListFilter, ListRequest, ListView, Narrowing,
    ReasonFilter, RepairFilter, Shown,
};

/// The list as a file. Of what is asked for all rows are meant, wherever it begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListFilesRequest {
    pub part: ListPart,
    pub form: FileForm,
    pub list: ListRequest,
}

/// What of the list is wanted as a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ListPart {
    /// Every row.
    Rows,
    /// One of the tables of numbers, by its id.
    Figure(String),
}

//! What is known of an enterprise: register entry, penalties, listings, leads, inspections, commitments.
//!
//! Nothing here judges, and nothing here knows another crate of the workspace. The names are those of the
//! contract; a fact that is not known is `None`, never a made-up value.

pub mod calendar;
pub mod compiled;
pub mod json;

mod credit_code;
mod enterprise;
mod money;
mod vocabulary;
mod withheld;

pub use credit_code::{CreditCodeFault, check_credit_code};
pub use enterprise::{
    AbnormalListing, Commitment, CourtListing, Enterprise, Inspection, Lead, Penalty, RiskGrades, SeriousListing,
};
pub use money::{Money, MoneyFault};
#[doc(hidden)]
pub use serde;
pub use vocabulary::{
    AbnormalReason, AuthoritySystem, CommitmentKind, Discretion, EnterpriseKind, EnterpriseStatus, InspectionBasis,
    InspectionMode, InspectionResult, LeadKind, PenaltyKind, Procedure, RiskGrade, Sector, Set, Term,
};
pub use withheld::Withheld;

/// A calendar day without a time zone.
pub type Date = chrono::NaiveDate;

//! What is known of an enterprise: register entry, penalties, listings, leads, inspections, commitments.
//!
//! Nothing here judges, and nothing here knows another room of the crate. The names are those of the
//! contract; a fact that is not known is `None`, never a made-up value.

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
pub(crate) use vocabulary::vocabulary;
pub use vocabulary::{
    AbnormalReason, AuthoritySystem, CommitmentKind, Discretion, EnterpriseKind, EnterpriseStatus, InspectionBasis,
    InspectionMode, InspectionResult, LeadKind, PenaltyKind, Procedure, RiskGrade, Sector, Set, Term,
};
pub use withheld::Withheld;

/// A calendar day without a time zone.
pub type Date = chrono::NaiveDate;

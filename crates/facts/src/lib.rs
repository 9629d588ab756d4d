//! What is known of an enterprise: register entry, penalties, listings, leads, inspections, commitments.
//!
//! Nothing here judges, and nothing here knows another crate of the workspace. The names are those of the
//! contract; a fact that is not known is `None`, never a made-up value. Beside the facts stand what every other crate reads and
//! counts with: [`json`] as it was written, [`calendar`] months and working days, and [`compiled`] bytes.
//!
//! ```
//! use facts::{Date, Penalty, PenaltyKind};
//!
//! let decided_on = Date::from_ymd_opt(2026, 5, 25).unwrap();
//! let fine = Penalty::new(decided_on, [PenaltyKind::Fine].into_iter().collect());
//! assert!(fine.kinds.contains(PenaltyKind::Fine) && fine.authority.is_none());
//! ```

pub mod calendar;
pub mod compiled;
pub mod json;

mod credit_code;
mod decimal;
mod enterprise;
mod money;
mod ordering;
mod vocabulary;
mod withheld;

pub use credit_code::{CreditCodeFault, check_credit_code};
pub use decimal::{Decimal, DecimalFault, Figures};
pub use enterprise::{
    AbnormalListing, Commitment, CourtListing, Enterprise, Inspection, Lead, Penalty, RiskGrades, SeriousListing,
};
pub use money::{Money, MoneyFault};
pub use ordering::sort_numbers;
#[doc(hidden)]
pub use serde;
pub use vocabulary::{
    AbnormalReason, AuthoritySystem, CommitmentKind, Discretion, EnterpriseKind, EnterpriseStatus, InspectionBasis,
    InspectionMode, InspectionResult, LeadKind, PenaltyKind, Procedure, RiskGrade, Sector, Set, Term,
};
pub use withheld::Withheld;

/// A calendar day without a time zone.
pub type Date = chrono::NaiveDate;

//! The judgement: facts about one enterprise in, a reasoned assessment out.
//!
//! Pure: no clock, no files, no randomness. This is the only place that judges. What is law, local measure or our own
//! choice stands in the pack; here stands only how its conditions are counted, windows laid and tracks followed.
//!
//! It knows facts, calendar and pack, and neither where facts come from nor who asks.
//!
//! ```
//! use assess::Assessor;
//! use facts::{CourtListing, Date, Enterprise};
//!
//! let day = |month, day| Date::from_ymd_opt(2026, month, day).unwrap();
//! let mut assessor = Assessor::new(builtin::pack(), builtin::calendar(), day(11, 21));
//! let listed = CourtListing { listed_on: day(3, 2), removed_on: None };
//! let shop = Enterprise { name: "An example".to_owned(), court_listings: vec![listed], ..Enterprise::default() };
//!
//! let answer = assessor.assess(&shop, false);
//! assert_eq!(answer.class.id(), "high_risk");
//! assert_eq!(answer.reasons[0].rule, "court_list");
//! ```

mod absence;
mod assessment;
mod assessor;
mod case;
mod class;
mod condition;
mod consequences;
mod days;
mod filters;
mod forecast;
mod inspection;
mod outline;
mod penalty;
mod repair;
mod repair_days;
mod room;
mod score;
mod select;
pub mod timeline;
mod warnings;
mod what_if;
mod words;

pub use assessment::{
    Assessment, ClassChange, Condition, Count, Deadlines, Disclosure, Due, DueFrom, Evidence, FieldSource,
    InspectionPlan, KeyCase, Measure, PackReference, Reason, Repair, ScorePoints, ScoreResult, Stretch, Target, Trace,
    Visits, Warning, Window,
};
pub use assessor::Assessor;
pub use class::{RuleSet, Verdict};
pub use inspection::InspectionOutline;
pub use outline::{Outline, RepairOutline};
pub use what_if::{Act, Outcome, Step, Together, WhatIf};

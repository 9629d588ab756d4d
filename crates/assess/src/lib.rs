//! The judgement: facts about one enterprise in, a reasoned assessment out.
//!
//! Pure: no clock, no files, no randomness. This is the only place that judges. What is law, local measure or our own
//! choice stands in the pack; here stands only how its conditions are counted, windows laid and tracks followed.

mod assessment;
mod assessor;
mod case;
mod class;
mod consequences;
mod days;
mod forecast;
mod inspection;
mod outline;
mod penalty;
mod repair;
mod select;
mod timeline;
mod warnings;
mod words;

pub use assessment::{
    Assessment, ClassChange, Condition, Deadlines, Disclosure, Due, DueFrom, Evidence, FieldSource, InspectionPlan,
    KeyCase, Measure, PackReference, Reason, Repair, Stretch, Target, Trace, Visits, Warning, Window,
};
pub use assessor::Assessor;
pub use class::{RuleSet, Verdict};
pub use inspection::InspectionOutline;
pub use outline::{Outline, RepairOutline};

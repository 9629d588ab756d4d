//! The judgement: facts about one enterprise in, a reasoned assessment out.

mod assessment;

pub use assessment::{
    Assessment, Cited, ClassChange, Condition, Deadlines, Disclosure, Evidence, FieldSource, InspectionPlan, KeyCase,
    Measure, PackReference, Reason, Repair, Stretch, Target, Trace, Visits, Warning, Window,
};

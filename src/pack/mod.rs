//! Rule packs: the law as data.

mod terms;
mod text;

pub use terms::{
    Adjustment, Approach, Channel, Class, ConditionId, DeadlineStart, FactKind, Lane, LaneState, RepairStatus,
    Severity, Track, WarningCode,
};
pub use text::{Locale, Text};

//! Rule packs: the law, local measures and our own choices as data, each with its source and its days.
//!
//! A pack is written as TOML under `packs/`. The build script reads and checks it with the code of this room and
//! leaves its canonical JSON in the product, so that no TOML parser is shipped; a pack in a request is that JSON.
//! Reading resolves every name: the engine afterwards looks nothing up by text.

mod condition;
mod fault;
mod filter;
mod message;
mod model;
mod overrides;
mod parameter;
mod percent;
mod read;
mod read_repair;
mod reader;
mod source;
mod tables;
mod terms;
mod text;

pub use condition::{Amount, Condition, Selection, Span};
pub use fault::{PackFault, PackFaultCode};
pub use filter::{Field, Filter, Operand};
pub use message::Message;
pub use model::{
    Absent, AdviceLine, ChannelRules, ClassRule, DatedSource, Definition, Definitions, Edition, InspectionRules,
    KeyCaseCondition, KeyCaseRule, KeyCaseRules, ListingRules, Material, MeasureRule, Pack, PaperLine, RepairCondition,
    RepairTest, RiskGradeRule, SectorVisits,
};
pub use overrides::OverrideFault;
pub use parameter::{DatedValue, Parameter, ParameterValue, Shape, UnitBounds};
pub use percent::Percent;
pub use read::{MOST_RULES, read};
pub use source::{Cited, Source};
pub use tables::{ConditionTable, DeadlineLine, TrackLine};
pub use terms::{
    Adjustment, Approach, Channel, Class, DateField, DeadlineStart, FactKind, Knowledge, Lane, LaneState, RepairStatus,
    Scope, Severity, Slot, SourceKind, TimelineLabel, Track, Unit, WarningCode, Way,
};
pub use text::{Locale, Text, chinese_number, day_text, money_text};

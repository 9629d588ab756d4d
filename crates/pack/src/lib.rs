//! Rule packs: the law, local measures and our own choices as data, each with its source and its days.
//!
//! A pack is written as TOML under `packs/`. The build script of `builtin` reads and checks it with this crate and
//! leaves it in the product twice: compiled, every name resolved, which is what is used; and as canonical JSON, its
//! form, which is read when a request sets parameters. A pack in a request is a form as well. So no TOML parser is
//! shipped, and a page that reads no forms does not even carry their reader.
//!
//! It knows the facts that its conditions speak of, and nobody who judges by them: a condition is data here, and is asked by
//! `assess`.
//!
//! ```
//! use facts::json;
//!
//! let faults = pack::read(&json::parse(r#"{"id": "mine"}"#).unwrap()).unwrap_err();
//! assert!(faults[0].message().zh.contains("“version”缺少这一项"));
//! assert!(faults.len() > 10, "every fault is told at once");
//! ```

mod base;
mod class;
mod compiled;
mod condition;
mod fault;
mod figure;
mod filter;
mod info;
mod message;
mod model;
mod overrides;
mod papers;
mod parameter;
mod percent;
mod phrase;
mod preset;
mod read;
mod read_repair;
mod read_rules;
mod reader;
mod repair;
mod score;
mod source;
mod span;
mod standing;
mod tables;
mod terms;
mod text;
#[cfg(feature = "toml")]
pub mod toml;
mod validity;
mod withheld;

pub use base::{base_of, lay_over};
pub use class::{Class, ClassEntry, ClassSet, MOST_CLASSES};
pub use condition::{Condition, FactCondition, Selection, Tally};
pub use fault::{PackFault, PackFaultCode};
pub use figure::{Bounds, Figure};
pub use filter::{Field, Filter, Operand};
pub use info::{PackInfo, SAME_SOURCES, SourceInfo};
pub use message::Message;
pub use model::{
    AdviceLine, ClassRule, CountedBy, Definition, Definitions, Edition, InspectionRules, KeyCaseCondition, KeyCaseRule,
    KeyCaseRules, MeasureRule, OwnDefinition, Pack, RiskGradeRule, SectorCap, SectorVisits,
};
pub use overrides::OverrideFault;
pub use papers::{ChannelTitle, Material, PaperLine};
pub use parameter::{DatedValue, Parameter, ParameterValue, Shape, UnitBounds};
pub use percent::Percent;
pub use phrase::Phrase;
pub use preset::{Preset, PresetValue};
pub use read::{MOST_RULES, read};
pub use repair::{Absent, Applying, ChannelRules, DatedSource, ListingRules, RepairCondition, RepairTest};
pub use score::{Band, GradeFloor, GradeLine, Number, NumberTest, Points, Score, ScorePart};
pub use source::{Cited, Source};
pub use span::{Amount, Span};
pub use standing::not_early_text;
pub use tables::{ConditionTable, DeadlineLine, TrackLine};
pub use terms::{
    Adjustment, Approach, Channel, DateField, DeadlineStart, FactKind, Knowledge, Lane, LaneState, List, RepairStatus,
    Scope, Severity, Slot, SourceKind, TimelineLabel, Tone, Track, Unit, WarningCode, Way,
};
pub use text::{Locale, Text, chinese_number, day_text, money_text};
pub use validity::{OutOfForce, Validity};
pub use withheld::{not_counted_text, withheld_text};

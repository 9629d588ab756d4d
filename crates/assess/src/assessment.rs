//! The answer: every field of the response, in its order.
//!
//! A field that does not apply is absent from the JSON; `null` stands only for a day that there is not
//! (`next_due_on`) and a lateness that is not known (`late_working_days`).

use serde::Serialize;

use facts::{Date, Decimal, RiskGrade, Sector};
use pack::{
    Adjustment, Approach, Channel, Cited, Class, DeadlineStart, FactKind, Lane, LaneState, Percent, RepairStatus,
    Severity, Text, Track, WarningCode,
};

/// The assessment of one enterprise on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Assessment {
    /// The day for which the question was asked.
    pub as_of: Date,
    /// The rules that were applied.
    pub pack: PackReference,
    /// The class, after the sector's own risk grades.
    pub class: Class,
    /// The class before them.
    pub credit_class: Class,
    /// One sentence: what to do now.
    pub advice: Text,
    /// Every rule that holds, in the order of the pack; the risk grade last, when it changed the class.
    pub reasons: Vec<Reason>,
    /// How each score of the rules came about; absent where they have none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub scores: Vec<ScoreResult>,
    /// How and how often to inspect.
    pub inspection: InspectionPlan,
    /// Whether it is a key case.
    pub key_case: KeyCase,
    /// What can be repaired: penalties, abnormal listings, serious listings.
    pub repair: Vec<Repair>,
    /// When each penalty had to be published.
    pub disclosure: Vec<Disclosure>,
    /// What follows from the class and the lists.
    pub measures: Vec<Measure>,
    /// The days ahead on which the class changes though nothing happens.
    pub forecast: Vec<ClassChange>,
    /// What the page draws.
    pub timeline: Vec<Stretch>,
    /// What the reader has to know besides.
    pub warnings: Vec<Warning>,
    /// What each rule counted, when asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trace: Option<Vec<Trace>>,
}

/// Which rules were applied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PackReference {
    pub id: String,
    pub version: String,
    /// `sha256:` and the hash of the pack's RFC 8785 form, overrides applied.
    pub digest: String,
}

/// One rule that holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// The id of the rule in the pack, or `risk_grade`.
    pub rule: String,
    pub class: Class,
    pub message: Text,
    /// The facts that were counted, in the order of the request.
    pub evidence: Vec<Evidence>,
    pub source: Cited,
}

/// A fact that a rule counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Evidence {
    pub kind: FactKind,
    /// Its index in its list of the request, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub index: Option<usize>,
    /// The sector, for a risk grade.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sector: Option<Sector>,
}

/// What a score came to, and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ScoreResult {
    /// The id of the score in the pack.
    pub id: String,
    pub title: Text,
    /// The sum; absent while a figure is not known that it needs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub points: Option<Decimal>,
    /// The grade, where the score has grades.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade: Option<RiskGrade>,
    /// The sector of which this is the risk grade.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sector: Option<Sector>,
    /// Whether the record has another risk grade for the sector, which counts instead.
    #[serde(rename = "overruled", skip_serializing_if = "std::ops::Not::not")]
    pub is_overruled: bool,
    /// Why the grade is no better than it is, whatever the sum.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub at_least: Vec<Text>,
    pub parts: Vec<ScorePoints>,
    pub source: Cited,
}

/// What a part added to a score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ScorePoints {
    pub title: Text,
    /// Its points; absent while the figure is not known and nothing stands in for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub points: Option<Decimal>,
    /// The id of the figure that it looks at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figure: Option<String>,
    /// The id of the score that it looks at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<String>,
    /// What the figure or the score is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Decimal>,
    /// Whether that is not known.
    #[serde(rename = "missing", skip_serializing_if = "std::ops::Not::not")]
    pub is_missing: bool,
    /// The facts that were counted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

/// How and how often to inspect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InspectionPlan {
    pub approach: Approach,
    /// Whether an open lead calls for a look now.
    pub triggered: bool,
    /// The open leads, by their place in the request.
    pub triggers: Vec<usize>,
    /// The share of such enterprises drawn in a year, in per cent.
    pub sampling_percent: Percent,
    /// Visits a year.
    pub visits_per_year: Visits,
    pub adjustments: Vec<Adjustment>,
    /// The most planned visits a year.
    pub annual_cap: u32,
    /// Planned visits already made in the calendar year.
    pub used: u32,
    /// What is left of the cap.
    pub remaining: u32,
    /// The day by which the next planned visit is due; `None` when there need be none.
    pub next_due_on: Option<Date>,
    pub overdue: bool,
    pub sources: Vec<FieldSource>,
    /// The inspections that were counted as `used`, by their place in the request; for telling, not part of the JSON.
    #[serde(skip)]
    pub used_by: Vec<usize>,
    /// Whether any visit is on record that the next one is counted from; for telling, not part of the JSON.
    #[serde(skip)]
    pub inspected: bool,
    /// What the due day was counted from; for telling, not part of the JSON.
    #[serde(skip)]
    pub due: Option<Due>,
}

/// How the day by which the next visit is due was found: so many months after a beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    pub from: DueFrom,
    pub months: u32,
}

/// From where the months to the next visit run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueFrom {
    /// The latest visit, by its index in the request.
    Visit(usize),
    /// The registration: no visit is known.
    Registration,
    /// Nothing: neither is known, so the visit is due on the as-of date itself.
    Nowhere,
}

/// From how many to how many visits a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Visits {
    pub min: u32,
    pub max: u32,
}

/// The source of one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldSource {
    /// The name of the field that rests on it.
    pub field: &'static str,
    #[serde(flatten)]
    pub source: Cited,
}

/// Whether it is a key case, and by which rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeyCase {
    pub flagged: bool,
    pub rules: Vec<String>,
    /// The facts that each of these rules counted; for telling, not part of the JSON.
    #[serde(skip)]
    pub evidence: Vec<Vec<Evidence>>,
    /// Standing penalties within the window.
    pub penalty_count: usize,
    /// The days over which they are counted; absent where the whole record counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window: Option<Window>,
    pub sources: Vec<Cited>,
}

/// The days from one to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Window {
    pub from: Date,
    pub to: Date,
}

/// A fact by its list and its index there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Target {
    pub kind: FactKind,
    pub index: usize,
}

/// Whether and when one entry can be repaired.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Repair {
    pub target: Target,
    pub channel: Channel,
    pub status: RepairStatus,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub track: Option<Track>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// The place in its channel's table of the line that gave both; for telling, not part of the JSON.
    #[serde(skip)]
    pub line: Option<usize>,
    /// The day on which publication stops, or the listing ends, by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stops_on: Option<Date>,
    /// The first day on which it can be applied for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earliest_on: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conditions: Option<Vec<Condition>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadlines: Option<Deadlines>,
    /// The papers, by their ids in the pack.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub materials: Option<Vec<String>>,
    pub source: Cited,
}

/// One condition of a repair.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Condition {
    /// Its id in the pack.
    pub id: String,
    pub met: bool,
}

/// By when the office must act, as if the application came on the as-of date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Deadlines {
    pub from: DeadlineStart,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accept_by: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decide_by: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unpublish_by: Option<Date>,
}

/// When a penalty had to be published, and how late it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Disclosure {
    /// The place of the penalty in the request.
    pub index: usize,
    pub gsxt_due_on: Date,
    pub credit_china_due_on: Date,
    /// Working days after the due day up to and with the day of publication; `None` when that is not known.
    pub late_working_days: Option<u32>,
}

/// A consequence of the class or of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Measure {
    pub id: String,
    pub source: Cited,
}

/// A day on which the class becomes another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ClassChange {
    pub on: Date,
    pub class: Class,
}

/// One stretch, or with equal ends one point, of a lane of the timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stretch {
    pub lane: Lane,
    pub from: Date,
    /// The first day after it; absent while no end is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    pub state: LaneState,
    #[serde(rename = "ref", skip_serializing_if = "Option::is_none")]
    pub reference: Option<Target>,
    pub label: Text,
}

/// Something that a reader has to know besides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Warning {
    pub code: WarningCode,
    /// The fact in the request that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// The document that is not in force on the as-of date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The calendar year without data.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// The parts of the response that rest on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub affects: Option<Vec<String>>,
    pub message: Text,
}

/// What one rule counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Trace {
    pub rule: String,
    pub holds: bool,
    pub class: Class,
    /// What it counted, for a rule that counts one thing.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub count: Option<Count>,
    /// What each of its conditions on facts counted, for a rule that is made up of several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Count>,
}

impl Trace {
    /// Returns everything that the rule counted.
    pub fn counts(&self) -> impl Iterator<Item = &Count> {
        self.count.iter().chain(&self.parts)
    }
}

/// What a condition on facts counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Count {
    /// What kind of fact it looks at.
    pub fact: FactKind,
    /// The indices in the request of the facts that pass its filters and window.
    pub counted: Vec<usize>,
    /// Facts of other kinds that it counts as well.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Evidence>,
    /// How many were counted; for a rule on repetition, of the largest group, and for one on years, how many of these.
    pub count: usize,
    /// How many it takes.
    pub at_least: usize,
    /// The days in which a fact had to lie, for reading.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window: Option<Window>,
    /// Whether the rule asks that there are not so many.
    #[serde(rename = "negated", skip_serializing_if = "std::ops::Not::not")]
    pub is_negated: bool,
}

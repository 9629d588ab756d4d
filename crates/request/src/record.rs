//! A record as it is saved and opened again: the facts of one enterprise and the day they were looked at.

use super::enterprise::read_enterprise;
use super::problem::{Problem, ProblemCode};
use super::reader::Reader;
use facts::json::{Value, indented};
use facts::{
    AbnormalListing, AbnormalReason, AuthoritySystem, Commitment, CommitmentKind, CourtListing, Date, Decimal,
    Discretion, Enterprise, EnterpriseKind, EnterpriseStatus, Figures, Inspection, InspectionBasis, InspectionMode,
    InspectionResult, Lead, LeadKind, Money, Penalty, Procedure, RiskGrade, RiskGrades, Sector, SeriousListing, Set,
    Term,
};

/// The version of the form in which records are saved. A record without anything typed at the desk is the same in both, and
/// is saved as the one before, so that those who know only that can open it.
pub const RECORD_VERSION: u32 = 2;

/// The version that knows no `desk`.
const VERSION_WITHOUT_DESK: u32 = 1;

/// What was typed at the desk, for papers: a text to each tag, in the order in which they were given.
pub type Desk = Vec<(String, String)>;

/// What stands in the `format` of a saved record.
const FORMAT: &str = "xinheng-record";

/// One enterprise with the day for which it was last looked at, and what an officer concluded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub as_of: Option<Date>,
    pub enterprise: Enterprise,
    pub judgement: Option<Judgement>,
    /// What papers say besides the facts. It is kept and shown, and never computed with.
    pub desk: Desk,
}

/// An officer's own conclusion, where it differs from the assessment. It is kept and printed, and never computed with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The id of a class of the rules by which it was concluded.
    pub class: String,
    pub reason: String,
    /// Who concluded it.
    pub officer: String,
    pub on: Option<Date>,
}

/// What of a record could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Half {
    /// The facts that are right; a wrong field is as if it were absent, and so is a fact without what it must have.
    pub enterprise: Enterprise,
    pub judgement: Option<Judgement>,
    /// Everything that is wrong, with the paths of the record as it was given.
    pub problems: Vec<Problem>,
    /// The facts that are left out: the name of the list, and the place in it.
    pub left_out: Vec<(&'static str, usize)>,
}

impl Half {
    /// How many facts of a list, by its name, cannot be read or lack what they must have, and do not count.
    #[must_use]
    pub fn not_counted(&self, list: &str) -> usize {
        self.left_out.iter().filter(|(name, _)| *name == list).count()
    }
}

/// Whether something is a saved record, and not of this version.
pub(super) fn is_later_record(value: &Value) -> bool {
    let is_record = matches!(value.get("format"), Some(Value::String(format)) if format == FORMAT);
    is_record && value.get("version").is_none_or(|version| !is_known_version(version))
}

/// Whether records of this version are read.
fn is_known_version(version: &Value) -> bool {
    [VERSION_WITHOUT_DESK, RECORD_VERSION].iter().any(|known| *version == Value::Number(known.to_string()))
}

/// What a saved record begins with: its format, its version, and the day for which it was last looked at; what was typed at
/// the desk is added by [`add_desk`].
#[must_use]
pub fn record_head(as_of: Option<Date>) -> Vec<(String, Value)> {
    let mut fields = vec![
        ("format".to_owned(), Value::String(FORMAT.to_owned())),
        ("version".to_owned(), Value::Number(VERSION_WITHOUT_DESK.to_string())),
    ];
    fields.extend(as_of.written().map(|day| ("as_of".to_owned(), day)));
    fields
}

/// Adds what was typed at the desk to a saved record, which is one of [`RECORD_VERSION`] then; without any it stays as it is.
///
/// ```
/// use facts::json::Value;
/// use request::{add_desk, record_head};
///
/// let mut record = record_head(None);
/// add_desk(&mut record, &[("住所".to_owned(), Value::String("昆都仑区钢铁大街1号".to_owned()))]);
/// assert_eq!(record[1], ("version".to_owned(), Value::Number("2".to_owned())));
/// assert_eq!(record[2].0, "desk");
/// ```
pub fn add_desk(record: &mut Vec<(String, Value)>, desk: &[(String, Value)]) {
    if desk.is_empty() {
        return;
    }
    for (_, version) in record.iter_mut().filter(|(name, _)| name == "version") {
        *version = Value::Number(RECORD_VERSION.to_string());
    }
    record.push(("desk".to_owned(), Value::Object(desk.to_vec())));
}

/// The JSON text of a record:
/// `{"format": "xinheng-record", "version": 2, "as_of": …, "enterprise": {…}, "judgement": {…}, "desk": {…}}`; of version 1 where
/// nothing was typed at the desk.
#[must_use]
pub fn write_record(record: &Record) -> String {
    let mut fields = record_head(record.as_of);
    fields.extend(record.enterprise.written().map(|enterprise| ("enterprise".to_owned(), enterprise)));
    fields.extend(record.judgement.written().map(|judgement| ("judgement".to_owned(), judgement)));
    let desk = record.desk.iter().map(|(tag, text)| (tag.clone(), Value::String(text.clone())));
    add_desk(&mut fields, &desk.collect::<Vec<_>>());
    indented(&Value::Object(fields))
}

/// An enterprise as a request has it: what is not known is absent.
#[must_use]
pub fn enterprise_json(enterprise: &Enterprise) -> Value {
    enterprise.written().unwrap_or(Value::Null)
}

/// Reads what can be read of the `enterprise` and the `judgement` of a record.
#[must_use]
pub fn read_half(record: &Value) -> Half {
    let mut reader = Reader::default();
    let enterprise = record.get("enterprise").and_then(|value| read_enterprise(&mut reader, value, "enterprise", None));
    let judgement = record.get("judgement").and_then(|value| read_judgement(&mut reader, value));
    let Reader { problems, left_out } = reader;
    Half { enterprise: enterprise.unwrap_or_default(), judgement, problems, left_out }
}

fn read_judgement(reader: &mut Reader, value: &Value) -> Option<Judgement> {
    let mut object = reader.object(value, "judgement".to_owned())?;
    let fields = &mut object;
    let class = reader.required_text(fields, "class");
    let reason = reader.required_text(fields, "reason");
    let officer = reader.required_text(fields, "officer");
    let on = reader.date(fields, "on");
    reader.finish(object);
    Some(Judgement { class: class?, reason: reason?, officer: officer?, on })
}

/// Reads what was typed at the desk; blank texts are left out.
fn read_desk(reader: &mut Reader, value: &Value) -> Desk {
    let Value::Object(fields) = value else {
        reader.problem("desk", ProblemCode::WrongType, value);
        return Desk::new();
    };
    let mut desk = Desk::new();
    for (tag, value) in fields {
        match value {
            Value::Null => {}
            Value::String(text) if text.trim().is_empty() => {}
            Value::String(text) => desk.push((tag.clone(), text.clone())),
            other => reader.problem(&format!("desk.{tag}"), ProblemCode::WrongType, other),
        }
    }
    desk
}

/// Reads a saved record, of either version, a request of the contract, or its bare `enterprise`.
///
/// # Errors
/// Every problem at once, as for a request; a version later than [`RECORD_VERSION`] is an unknown value; what was typed
/// at the desk and is no text is of the wrong type.
///
/// ```
/// use facts::json;
/// use request::read_record;
///
/// let text = r#"{"format": "xinheng-record", "version": 2, "desk": {"住所": "钢铁大街1号"},
///     "enterprise": {"uscc": "91350100M000100Y43", "name": "示例有限公司"}}"#;
/// let record = read_record(&json::parse(text).unwrap()).unwrap();
/// assert_eq!(record.desk, [("住所".to_owned(), "钢铁大街1号".to_owned())]);
/// ```
pub fn read_record(value: &Value) -> Result<Record, Vec<Problem>> {
    let mut reader = Reader::default();
    let Value::Object(_) = value else {
        return Err(vec![Problem::new("", ProblemCode::InvalidJson, "")]);
    };
    if value.get("enterprise").is_none() {
        let enterprise = read_enterprise(&mut reader, value, "", None);
        return finish(reader, None, enterprise, (None, Desk::new()));
    }
    let Some(mut fields) = reader.object(value, String::new()) else { return Err(reader.problems) };
    if let Some(format) = fields.take("format")
        && *format != Value::String(FORMAT.to_owned())
    {
        reader.problem("format", ProblemCode::UnknownValue, format);
    }
    if let Some(version) = fields.take("version")
        && !is_known_version(version)
    {
        reader.problem("version", ProblemCode::UnknownValue, version);
    }
    // What else a request may say is about the question, not about the enterprise.
    for question in ["pack", "parameters", "trace"] {
        fields.take(question);
    }
    let as_of = reader.date(&mut fields, "as_of");
    let enterprise = reader
        .required(&mut fields, "enterprise")
        .and_then(|value| read_enterprise(&mut reader, value, "enterprise", None));
    let judgement = fields.take("judgement").and_then(|value| read_judgement(&mut reader, value));
    let desk = fields.take("desk").map(|value| read_desk(&mut reader, value)).unwrap_or_default();
    reader.finish(fields);
    finish(reader, as_of, enterprise, (judgement, desk))
}

fn finish(
    reader: Reader,
    as_of: Option<Date>,
    enterprise: Option<Enterprise>,
    (judgement, desk): (Option<Judgement>, Desk),
) -> Result<Record, Vec<Problem>> {
    match enterprise {
        Some(enterprise) if reader.problems.is_empty() => Ok(Record { as_of, enterprise, judgement, desk }),
        _ => Err(reader.problems),
    }
}

/// Something that is written with the contract's names: what is not known is absent.
trait Written {
    fn written(&self) -> Option<Value>;
}

macro_rules! items {
    ($($type:ident { $($field:ident $(as $name:literal)?),+ $(,)? })+) => {$(
        impl Written for $type {
            fn written(&self) -> Option<Value> {
                let fields = [$((items!(@name $field $($name)?), self.$field.written())),+];
                let present = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
                Some(Value::Object(present.collect()))
            }
        }
    )+};
    (@name $field:ident $name:literal) => { $name };
    (@name $field:ident) => { stringify!($field) };
}

items! {
    Enterprise {
        uscc, name, kind, registered_on, status, region, industry, sectors, risk_grades, figures, penalties, abnormal_listings,
        serious_listings, court_listings, leads, inspections, commitments,
    }
    Penalty {
        document_no, decided_on, published_on, authority, authority_system, procedure, kinds, fine as "fine_yuan",
        confiscated as "confiscated_yuan", category, sector, discretion, restriction_ends_on, fulfilled_on,
        harm_eliminated_on, commitment_on, repaired_on, annulled_on,
    }
    AbnormalListing { reason, listed_on, corrected_on, commitment_on, removed_on }
    SeriousListing { cause, listed_on, fulfilled_on, harm_eliminated_on, commitment_on, measures_end_on, removed_on }
    CourtListing { listed_on, removed_on }
    Lead { kind, received_on, closed_on }
    Inspection { on, mode, basis, authority_system, department, result }
    Commitment { kind, made_on, breached_on }
    Judgement { class, reason, officer, on }
}

impl Written for String {
    fn written(&self) -> Option<Value> {
        Some(Value::String(self.clone()))
    }
}

impl Written for Date {
    fn written(&self) -> Option<Value> {
        Some(Value::String(self.to_string()))
    }
}

impl Written for Money {
    fn written(&self) -> Option<Value> {
        Some(Value::Number(self.to_string()))
    }
}

impl<T: Written> Written for Option<T> {
    fn written(&self) -> Option<Value> {
        self.as_ref()?.written()
    }
}

impl<T: Written> Written for Vec<T> {
    fn written(&self) -> Option<Value> {
        (!self.is_empty()).then(|| Value::Array(self.iter().filter_map(Written::written).collect()))
    }
}

impl<T: Term> Written for Set<T> {
    fn written(&self) -> Option<Value> {
        let codes = self.iter().map(|term| Value::String(term.code().to_owned()));
        (!self.is_empty()).then(|| Value::Array(codes.collect()))
    }
}

impl Written for RiskGrades {
    fn written(&self) -> Option<Value> {
        let grade =
            |(sector, grade): (Sector, RiskGrade)| (sector.code().to_owned(), Value::String(grade.code().to_owned()));
        self.worst().map(|_| Value::Object(self.iter().map(grade).collect()))
    }
}

impl Written for Figures {
    fn written(&self) -> Option<Value> {
        let figure = |(name, value): (&str, Decimal)| (name.to_owned(), Value::Number(value.to_string()));
        (!self.is_empty()).then(|| Value::Object(self.iter().map(figure).collect()))
    }
}

macro_rules! terms {
    ($($term:ident),+ $(,)?) => {$(
        impl Written for $term {
            fn written(&self) -> Option<Value> {
                Some(Value::String(self.code().to_owned()))
            }
        }
    )+};
}

terms! {
    EnterpriseKind, EnterpriseStatus, Sector, AuthoritySystem, Procedure, Discretion, AbnormalReason, LeadKind,
    InspectionMode, InspectionBasis, InspectionResult, CommitmentKind,
}

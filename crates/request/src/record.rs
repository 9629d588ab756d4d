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

/// The version of the form in which records are saved.
pub const RECORD_VERSION: u32 = 1;

/// What stands in the `format` of a saved record.
const FORMAT: &str = "xinheng-record";

/// One enterprise with the day for which it was last looked at, and what an officer concluded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub as_of: Option<Date>,
    pub enterprise: Enterprise,
    pub judgement: Option<Judgement>,
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
    is_record && value.get("version") != Some(&Value::Number(RECORD_VERSION.to_string()))
}

/// What a saved record begins with: its format, its version, and the day for which it was last looked at.
#[must_use]
pub fn record_head(as_of: Option<Date>) -> Vec<(String, Value)> {
    let mut fields = vec![
        ("format".to_owned(), Value::String(FORMAT.to_owned())),
        ("version".to_owned(), Value::Number(RECORD_VERSION.to_string())),
    ];
    fields.extend(as_of.written().map(|day| ("as_of".to_owned(), day)));
    fields
}

/// The JSON text of a record:
/// `{"format": "xinheng-record", "version": 1, "as_of": …, "enterprise": {…}, "judgement": {…}}`.
#[must_use]
pub fn write_record(record: &Record) -> String {
    let mut fields = record_head(record.as_of);
    fields.extend(record.enterprise.written().map(|enterprise| ("enterprise".to_owned(), enterprise)));
    fields.extend(record.judgement.written().map(|judgement| ("judgement".to_owned(), judgement)));
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

/// Reads a saved record, a request of the contract, or its bare `enterprise`.
///
/// # Errors
/// Every problem at once, as for a request; a version later than [`RECORD_VERSION`] is an unknown value.
pub fn read_record(value: &Value) -> Result<Record, Vec<Problem>> {
    let mut reader = Reader::default();
    let Value::Object(_) = value else {
        return Err(vec![Problem::new("", ProblemCode::InvalidJson, "")]);
    };
    if value.get("enterprise").is_none() {
        let enterprise = read_enterprise(&mut reader, value, "", None);
        return finish(reader, None, enterprise, None);
    }
    let Some(mut fields) = reader.object(value, String::new()) else { return Err(reader.problems) };
    if let Some(format) = fields.take("format")
        && *format != Value::String(FORMAT.to_owned())
    {
        reader.problem("format", ProblemCode::UnknownValue, format);
    }
    if let Some(version) = fields.take("version")
        && *version != Value::Number(RECORD_VERSION.to_string())
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
    reader.finish(fields);
    finish(reader, as_of, enterprise, judgement)
}

fn finish(
    reader: Reader,
    as_of: Option<Date>,
    enterprise: Option<Enterprise>,
    judgement: Option<Judgement>,
) -> Result<Record, Vec<Problem>> {
    match enterprise {
        Some(enterprise) if reader.problems.is_empty() => Ok(Record { as_of, enterprise, judgement }),
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

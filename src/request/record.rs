//! A record as it is saved and opened again: the facts of one enterprise and the day they were looked at.

use super::enterprise::read_enterprise;
use super::problem::{Problem, ProblemCode};
use super::reader::Reader;
use crate::facts::{
    AbnormalListing, AbnormalReason, AuthoritySystem, Commitment, CommitmentKind, CourtListing, Date, Discretion,
    Enterprise, EnterpriseKind, EnterpriseStatus, Inspection, InspectionBasis, InspectionMode, InspectionResult, Lead,
    LeadKind, Money, Penalty, Procedure, RiskGrade, RiskGrades, Sector, SeriousListing, Set, Term,
};
use crate::json::{Value, indented};

/// The version of the form in which records are saved.
pub const RECORD_VERSION: u32 = 1;

/// What stands in the `format` of a saved record.
const FORMAT: &str = "xinheng-record";

/// One enterprise with the day for which it was last looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub as_of: Option<Date>,
    pub enterprise: Enterprise,
}

/// The JSON text of a record: `{"format": "xinheng-record", "version": 1, "as_of": …, "enterprise": {…}}`.
#[must_use]
pub fn write_record(record: &Record) -> String {
    let mut fields = vec![
        ("format".to_owned(), Value::String(FORMAT.to_owned())),
        ("version".to_owned(), Value::Number(RECORD_VERSION.to_string())),
    ];
    fields.extend(record.as_of.written().map(|day| ("as_of".to_owned(), day)));
    fields.extend(record.enterprise.written().map(|enterprise| ("enterprise".to_owned(), enterprise)));
    indented(&Value::Object(fields))
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
        let enterprise = read_enterprise(&mut reader, value, "");
        return finish(reader, None, enterprise);
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
    let enterprise =
        reader.required(&mut fields, "enterprise").and_then(|value| read_enterprise(&mut reader, value, "enterprise"));
    reader.finish(fields);
    finish(reader, as_of, enterprise)
}

fn finish(reader: Reader, as_of: Option<Date>, enterprise: Option<Enterprise>) -> Result<Record, Vec<Problem>> {
    match enterprise {
        Some(enterprise) if reader.problems.is_empty() => Ok(Record { as_of, enterprise }),
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
        uscc, name, kind, registered_on, status, region, industry, sectors, risk_grades, penalties, abnormal_listings,
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

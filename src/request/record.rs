//! A record as it is saved and opened again: the facts of one enterprise and the day they were looked at.

use serde::Serialize;
use serde::ser::SerializeMap;

use super::enterprise::read_enterprise;
use super::problem::{Problem, ProblemCode};
use super::reader::Reader;
use crate::facts::{
    AbnormalListing, Commitment, CourtListing, Date, Enterprise, Inspection, Lead, Penalty, RiskGrades, SeriousListing,
    Set, Term,
};
use crate::json::Value;

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
    #[derive(Serialize)]
    struct Saved<'r> {
        format: &'static str,
        version: u32,
        #[serde(skip_serializing_if = "Option::is_none")]
        as_of: Option<Date>,
        enterprise: &'r Enterprise,
    }
    let saved = Saved { format: FORMAT, version: RECORD_VERSION, as_of: record.as_of, enterprise: &record.enterprise };
    // A record has no map with keys that are no text, which is all that could fail.
    serde_json::to_string_pretty(&saved).unwrap_or_default()
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

/// Writes an item with the contract's names: what is not known is absent, what is the default is written all the same.
macro_rules! written {
    ($($type:ident { $($field:ident $(as $name:literal)?),+ $(,)? })+) => {$(
        impl Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut map = serializer.serialize_map(None)?;
                $(self.$field.entry(&mut map, written!(@name $field $($name)?))?;)+
                map.end()
            }
        }
    )+};
    (@name $field:ident $name:literal) => { $name };
    (@name $field:ident) => { stringify!($field) };
}

written! {
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

/// A field that is written, unless there is nothing to write.
trait Entry {
    fn entry<M: SerializeMap>(&self, map: &mut M, name: &'static str) -> Result<(), M::Error>;
}

macro_rules! always {
    ($($type:ty),+) => {$(
        impl Entry for $type {
            fn entry<M: SerializeMap>(&self, map: &mut M, name: &'static str) -> Result<(), M::Error> {
                map.serialize_entry(name, self)
            }
        }
    )+};
}

always!(
    String,
    Date,
    crate::facts::EnterpriseKind,
    crate::facts::EnterpriseStatus,
    crate::facts::AuthoritySystem,
    crate::facts::Procedure,
    crate::facts::AbnormalReason,
    crate::facts::LeadKind,
    crate::facts::InspectionMode,
    crate::facts::InspectionBasis,
    crate::facts::CommitmentKind
);

impl<T: Serialize> Entry for Option<T> {
    fn entry<M: SerializeMap>(&self, map: &mut M, name: &'static str) -> Result<(), M::Error> {
        match self {
            Some(value) => map.serialize_entry(name, value),
            None => Ok(()),
        }
    }
}

impl<T: Serialize> Entry for Vec<T> {
    fn entry<M: SerializeMap>(&self, map: &mut M, name: &'static str) -> Result<(), M::Error> {
        if self.is_empty() { Ok(()) } else { map.serialize_entry(name, self) }
    }
}

impl<T: Term + Serialize> Entry for Set<T> {
    fn entry<M: SerializeMap>(&self, map: &mut M, name: &'static str) -> Result<(), M::Error> {
        if self.is_empty() { Ok(()) } else { map.serialize_entry(name, self) }
    }
}

impl Entry for RiskGrades {
    fn entry<M: SerializeMap>(&self, map: &mut M, name: &'static str) -> Result<(), M::Error> {
        if self.worst().is_none() {
            return Ok(());
        }
        struct Grades<'r>(&'r RiskGrades);
        impl Serialize for Grades<'_> {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_map(self.0.iter().map(|(sector, grade)| (sector.code(), grade)))
            }
        }
        map.serialize_entry(name, &Grades(self))
    }
}

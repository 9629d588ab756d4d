//! A whole request, and the answer to it.

use serde::Serialize;

use super::enterprise::read_enterprise;
use super::problem::{Problem, ProblemCode};
use super::reader::Reader;
use super::record::is_later_record;
use super::rules::{Rules, default_with, read_rules};
use assess::{Assessment, Assessor};
use facts::calendar::Calendar;
use facts::json::{self, Value};
use facts::{Date, Enterprise};
use pack::Pack;

/// A question about one enterprise.
#[derive(Clone, Debug)]
pub struct Request {
    /// The day for which it is asked.
    pub as_of: Date,
    /// The rules by which it is judged, overrides applied.
    pub pack: Rules,
    /// Whether to tell what each rule counted.
    pub trace: bool,
    pub enterprise: Enterprise,
}

/// An assessment, or everything that is wrong with the request. As JSON it is the contract's response.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum Answer {
    Assessment(Box<Assessment>),
    Errors {
        /// In the order of the contract's schema.
        errors: Vec<Problem>,
    },
}

/// Answers a request in its JSON text with the JSON text of an answer.
///
/// ```
/// use request::answer_text;
///
/// let answer = answer_text("{}");
/// assert!(answer.starts_with(r#"{"errors":[{"path":"as_of","code":"missing""#));
/// ```
#[must_use]
pub fn answer_text(request: &str) -> String {
    written(&answer_to(read_text(request)))
}

/// Answers a request in its JSON text as [`answer_text`] does, but `None` where it has rules of its own, a pack or values
/// of parameters: a program that calls nothing else goes without the reader of forms, which is a third of the engine.
///
/// ```
/// use request::{answer_by_built_in, answer_text};
///
/// assert_eq!(answer_by_built_in("{}"), Some(answer_text("{}")));
/// assert_eq!(answer_by_built_in(r#"{"parameters": {"ten_penalties.count": 8}}"#), None);
/// ```
#[must_use]
pub fn answer_by_built_in(request: &str) -> Option<String> {
    read_by_built_in(request).map(|read| written(&answer_to(read)))
}

/// Answers, as [`answer_text`] does, for an enterprise in its JSON form by a pack that is read already.
///
/// ```
/// use builtin::{calendar, pack};
/// use facts::Date;
/// use facts::json::Value;
/// use request::answer_by;
///
/// let as_of = Date::from_ymd_opt(2026, 11, 21).unwrap();
/// let answer = answer_by(as_of, &Value::Object(Vec::new()), pack(), calendar());
/// assert!(answer.starts_with(r#"{"errors":[{"path":"enterprise.uscc","code":"missing""#));
/// ```
#[must_use]
pub fn answer_by(as_of: Date, enterprise: &Value, pack: &Pack, calendar: &Calendar) -> String {
    let mut reader = Reader::default();
    let answer = match read_enterprise(&mut reader, enterprise, "enterprise", Some(&pack.figures)) {
        Some(enterprise) if reader.problems.is_empty() => {
            Answer::Assessment(Box::new(Assessor::new(pack, calendar, as_of).assess(&enterprise, false)))
        }
        _ => Answer::Errors { errors: reader.problems },
    };
    written(&answer)
}

/// The JSON text of an answer.
pub(super) fn written(answer: &impl Serialize) -> String {
    // An answer has no map with keys that are no text, which is all that could fail.
    serde_json::to_string(answer).unwrap_or_default()
}

/// Answers a request.
#[must_use]
pub fn answer(request: &Value) -> Answer {
    answer_to(read(request))
}

fn answer_to(read: Result<Request, Vec<Problem>>) -> Answer {
    match read {
        Ok(request) => {
            let mut assessor = Assessor::new(&request.pack, builtin::calendar(), request.as_of);
            Answer::Assessment(Box::new(assessor.assess(&request.enterprise, request.trace)))
        }
        Err(errors) => Answer::Errors { errors },
    }
}

/// Reads a request.
///
/// # Errors
/// Every problem at once: fields that are missing, not known, of the wrong type or out of range, a pack that does not
/// exist or has faults, parameters that it does not have or that are out of the range that it declares.
pub fn read(request: &Value) -> Result<Request, Vec<Problem>> {
    read_by::<true>(request)
}

/// Reads a request in its JSON text.
pub(super) fn read_text(request: &str) -> Result<Request, Vec<Problem>> {
    json::parse(request).map_or_else(|_| Err(invalid_json()), |value| read(&value))
}

/// Reads a request in its JSON text; `None` where it has rules of its own.
pub(super) fn read_by_built_in(request: &str) -> Option<Result<Request, Vec<Problem>>> {
    let Ok(value) = json::parse(request) else { return Some(Err(invalid_json())) };
    let has_own_pack = match value.get("pack") {
        Some(Value::Object(_)) => true,
        Some(Value::String(id)) => default_with(id).is_none() && builtin::ids().any(|known| known == id),
        _ => false,
    };
    let sets_parameters = matches!(value.get("parameters"), Some(Value::Object(values)) if !values.is_empty());
    (!has_own_pack && !sets_parameters).then(|| read_by::<false>(&value))
}

/// The problem of what is no JSON object at all.
fn invalid_json() -> Vec<Problem> {
    vec![Problem::new("", ProblemCode::InvalidJson, "")]
}

/// Reads a request, with rules of its own or not: a program that takes none goes without the reader of forms.
fn read_by<const OWN_RULES: bool>(request: &Value) -> Result<Request, Vec<Problem>> {
    let Value::Object(_) = request else {
        return Err(invalid_json());
    };
    let mut reader = Reader::default();
    let Some(mut fields) = reader.object(request, String::new()) else { return Err(reader.problems) };
    if is_later_record(request) {
        later_record(&mut reader, fields.take("version"));
        return Err(reader.problems);
    }
    let as_of = reader.required_date(&mut fields, "as_of");
    let pack = read_rules::<OWN_RULES>(&mut reader, &mut fields);
    let trace = reader.boolean(&mut fields, "trace").unwrap_or(false);
    let enterprise = reader.required(&mut fields, "enterprise").and_then(|value| {
        let figures = pack.as_ref().map(|pack| pack.figures.as_slice());
        read_enterprise(&mut reader, value, "enterprise", figures)
    });
    reader.finish(fields);
    match (as_of, pack, enterprise) {
        (Some(as_of), Some(pack), Some(enterprise)) if reader.problems.is_empty() => {
            Ok(Request { as_of, pack, trace, enterprise })
        }
        _ => Err(reader.problems),
    }
}

/// Tells that a record was saved by a later version: one of this version is given without what makes it a record.
fn later_record(reader: &mut Reader, version: Option<&Value>) {
    reader.problem("version", ProblemCode::UnknownValue, version.unwrap_or(&Value::Null));
    if let Some(problem) = reader.problems.last_mut() {
        problem.message.zh.push_str("；记录由较新的版本保存，请更新信衡");
        problem.message.en.push_str("; a later version has saved the record: update Xinheng");
    }
}

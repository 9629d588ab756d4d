//! Taking an object apart, noting every problem with its path: requests, records, and what else is written in their manner.

use super::problem::{Problem, ProblemCode};
use facts::calendar::parse_day;
use facts::json::Value;
use facts::{Date, Money, MoneyFault, Set, Term};

/// The first and the last day that a fact may have.
const FIRST_YEAR: i32 = 1990;
const LAST_YEAR: i32 = 2199;

/// Reads fields of objects and keeps the problems met so far.
///
/// ```
/// use facts::json::parse;
/// use request::Reader;
///
/// let value = parse(r#"{"on": "2026-02-30", "to": 1}"#).unwrap();
/// let mut reader = Reader::default();
/// let mut object = reader.object(&value, String::new()).unwrap();
/// assert_eq!(reader.required_date(&mut object, "on"), None);
/// reader.finish(object);
/// let paths: Vec<&str> = reader.problems().iter().map(|problem| problem.path.as_str()).collect();
/// assert_eq!(paths, ["on", "to"]);
/// ```
#[derive(Default)]
pub struct Reader {
    pub(super) problems: Vec<Problem>,
    /// The items that could not be read: the name of the list, and the place in it.
    pub(super) left_out: Vec<(&'static str, usize)>,
}

/// An object whose fields are taken in the order of the contract.
pub struct Object<'v> {
    path: String,
    fields: &'v [(String, Value)],
    taken: Vec<&'static str>,
}

impl<'v> Object<'v> {
    /// Returns the path of a field.
    #[inline(never)]
    pub fn path(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    /// Returns a field that is there and not `null`, and remembers that it was asked for.
    #[inline(never)]
    pub fn take(&mut self, key: &'static str) -> Option<&'v Value> {
        self.taken.push(key);
        let found = self.fields.iter().find(|(name, _)| name == key).map(|(_, value)| value);
        found.filter(|value| !matches!(value, Value::Null))
    }
}

impl Reader {
    /// Returns the problems met so far, in the order in which they were met.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Returns the problems that were met.
    #[must_use]
    pub fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    /// Notes a problem at a path, with what stands there.
    #[inline(never)]
    pub fn problem(&mut self, path: &str, code: ProblemCode, value: &Value) {
        let met = match value {
            Value::String(text) => text.chars().take(40).collect(),
            Value::Number(digits) => digits.chars().take(40).collect(),
            Value::Bool(value) => value.to_string(),
            Value::Null | Value::Array(_) | Value::Object(_) => String::new(),
        };
        self.problems.push(Problem::new(path, code, &met));
    }

    #[inline(never)]
    fn missing(&mut self, path: &str) {
        self.problems.push(Problem::new(path, ProblemCode::Missing, ""));
    }

    /// Takes an object apart that stands at a path; anything else is a problem.
    #[inline(never)]
    pub fn object<'v>(&mut self, value: &'v Value, path: String) -> Option<Object<'v>> {
        match value {
            Value::Object(fields) => Some(Object { path, fields, taken: Vec::new() }),
            _ => {
                self.problem(&path, ProblemCode::WrongType, value);
                None
            }
        }
    }

    /// Notes every field that nobody took, in the order of the text.
    #[inline(never)]
    pub fn finish(&mut self, object: Object) {
        for (key, _) in object.fields {
            if !object.taken.contains(&key.as_str()) {
                self.problems.push(Problem::new(&object.path(key), ProblemCode::UnknownField, key));
            }
        }
    }

    /// Returns a field that must be there.
    #[inline(never)]
    pub fn required<'v>(&mut self, object: &mut Object<'v>, key: &'static str) -> Option<&'v Value> {
        let value = object.take(key);
        if value.is_none() {
            self.missing(&object.path(key));
        }
        value
    }

    /// Reads a text; blank text is none.
    #[inline(never)]
    pub fn text(&mut self, object: &mut Object, key: &'static str) -> Option<String> {
        match object.take(key)? {
            Value::String(text) => Some(text.clone()).filter(|text| !text.trim().is_empty()),
            other => {
                self.problem(&object.path(key), ProblemCode::WrongType, other);
                None
            }
        }
    }

    /// Reads a text that must be there and not blank.
    #[inline(never)]
    pub fn required_text(&mut self, object: &mut Object, key: &'static str) -> Option<String> {
        let before = self.problems.len();
        let text = self.text(object, key);
        if text.is_none() && self.problems.len() == before {
            self.missing(&object.path(key));
        }
        text
    }

    /// Reads a day.
    #[inline(never)]
    pub fn date(&mut self, object: &mut Object, key: &'static str) -> Option<Date> {
        let value = object.take(key)?;
        self.read_date(value, &object.path(key))
    }

    /// Reads a day that must be there.
    #[inline(never)]
    pub fn required_date(&mut self, object: &mut Object, key: &'static str) -> Option<Date> {
        let value = self.required(object, key)?;
        self.read_date(value, &object.path(key))
    }

    fn read_date(&mut self, value: &Value, path: &str) -> Option<Date> {
        let Value::String(text) = value else {
            self.problem(path, ProblemCode::WrongType, value);
            return None;
        };
        let day = parse_day(text);
        let in_range = |day: &Date| (FIRST_YEAR..=LAST_YEAR).contains(&chrono::Datelike::year(day));
        match day {
            None => self.problem(path, ProblemCode::NotADate, value),
            Some(day) if !in_range(&day) => self.problem(path, ProblemCode::DateOutOfRange, value),
            Some(day) => return Some(day),
        }
        None
    }

    #[inline(never)]
    pub(super) fn boolean(&mut self, object: &mut Object, key: &'static str) -> Option<bool> {
        match object.take(key)? {
            Value::Bool(value) => Some(*value),
            other => {
                self.problem(&object.path(key), ProblemCode::WrongType, other);
                None
            }
        }
    }

    #[inline(never)]
    pub(super) fn money(&mut self, object: &mut Object, key: &'static str) -> Option<Money> {
        let value = object.take(key)?;
        let fault = match value {
            Value::Number(digits) => match Money::parse(digits, 0) {
                Ok(amount) => return Some(amount),
                Err(fault) => fault,
            },
            _ => MoneyFault::NotANumber,
        };
        let code = match fault {
            MoneyFault::Negative => ProblemCode::Negative,
            MoneyFault::TooPrecise => ProblemCode::TooPrecise,
            MoneyFault::TooLarge => ProblemCode::TooLarge,
            MoneyFault::NotANumber => ProblemCode::WrongType,
        };
        self.problem(&object.path(key), code, value);
        None
    }

    /// Reads a word of a list.
    pub fn term<T: Term>(&mut self, object: &mut Object, key: &'static str) -> Option<T> {
        let value = object.take(key)?;
        self.read_term(value, &object.path(key))
    }

    /// Reads a word of a list, which must be there.
    pub fn required_term<T: Term>(&mut self, object: &mut Object, key: &'static str) -> Option<T> {
        let value = self.required(object, key)?;
        self.read_term(value, &object.path(key))
    }

    pub(super) fn read_term<T: Term>(&mut self, value: &Value, path: &str) -> Option<T> {
        let Value::String(code) = value else {
            self.problem(path, ProblemCode::WrongType, value);
            return None;
        };
        let term = T::from_code(code);
        if term.is_none() {
            self.problem(path, ProblemCode::UnknownValue, value);
        }
        term
    }

    /// Reads a list of texts; blank ones are left out.
    pub fn texts(&mut self, object: &mut Object, key: &'static str) -> Vec<String> {
        let Some(value) = object.take(key) else { return Vec::new() };
        let path = object.path(key);
        let Value::Array(items) = value else {
            self.problem(&path, ProblemCode::WrongType, value);
            return Vec::new();
        };
        let mut texts = Vec::new();
        for (index, item) in items.iter().enumerate() {
            match item {
                Value::String(text) if text.trim().is_empty() => {}
                Value::String(text) => texts.push(text.clone()),
                other => self.problem(&format!("{path}[{index}]"), ProblemCode::WrongType, other),
            }
        }
        texts
    }

    /// Words of a list, as a set.
    pub(super) fn set<T: Term>(&mut self, object: &mut Object, key: &'static str) -> Set<T> {
        let Some(value) = object.take(key) else { return Set::EMPTY };
        self.read_set(value, &object.path(key))
    }

    /// Words of a list, of which there must be at least one.
    pub(super) fn required_set<T: Term>(&mut self, object: &mut Object, key: &'static str) -> Set<T> {
        let Some(value) = self.required(object, key) else { return Set::EMPTY };
        if matches!(value, Value::Array(items) if items.is_empty()) {
            self.problem(&object.path(key), ProblemCode::EmptyList, value);
        }
        self.read_set(value, &object.path(key))
    }

    fn read_set<T: Term>(&mut self, value: &Value, path: &str) -> Set<T> {
        let Value::Array(items) = value else {
            self.problem(path, ProblemCode::WrongType, value);
            return Set::EMPTY;
        };
        let terms = items.iter().enumerate();
        terms.filter_map(|(index, item)| self.read_term(item, &format!("{path}[{index}]"))).collect()
    }

    /// Reads a list of objects; one that cannot be read leaves its index out, and the request has a problem.
    pub fn list<T>(
        &mut self,
        object: &mut Object,
        key: &'static str,
        mut read: impl FnMut(&mut Self, &mut Object) -> Option<T>,
    ) -> Vec<T> {
        let Some(value) = object.take(key) else { return Vec::new() };
        let path = object.path(key);
        let Value::Array(items) = value else {
            self.problem(&path, ProblemCode::WrongType, value);
            return Vec::new();
        };
        let mut found = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let before = found.len();
            if let Some(mut object) = self.object(item, format!("{path}[{index}]")) {
                found.extend(read(self, &mut object));
                self.finish(object);
            }
            if found.len() == before {
                self.left_out.push((key, index));
            }
        }
        found
    }
}

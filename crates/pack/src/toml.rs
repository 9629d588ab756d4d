//! TOML as the JSON form of a pack or calendar, remembering where each value stood.

use std::collections::HashMap;

use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue};

use super::base::{base_of, lay_over, own_path};
use super::fault::{PackFault, PackFaultCode};
use facts::json::{Value, canonical};

/// A form with the line and the column, from 1, of each value by its path.
pub struct Located {
    pub form: Value,
    positions: HashMap<String, (usize, usize)>,
}

impl Located {
    /// The line and column of a path; of its nearest parent where the path itself does not stand in the text.
    pub fn position(&self, path: &str) -> (usize, usize) {
        let mut path = path;
        loop {
            if let Some(position) = self.positions.get(path) {
                return *position;
            }
            match path.rfind(['.', '[']) {
                Some(end) => path = &path[..end],
                None => return (1, 1),
            }
        }
    }
}

/// Reads a TOML text.
///
/// # Errors
/// What the parser says of a text that is no TOML, or that has a day that is not written as a string.
pub fn parse(text: &str) -> Result<Located, String> {
    let table = DeTable::parse(text).map_err(|error| error.to_string())?;
    let mut reader = Reader { text, positions: HashMap::new() };
    let form = reader.table(table.get_ref(), "")?;
    Ok(Located { form, positions: reader.positions })
}

/// Returns a pack that is written as TOML as the text of the JSON file that opens. `form_of` gives the form of a pack on which it may rest.
///
/// # Errors
/// A line for each fault: the name of the file, line and column, what is wrong in Chinese and in English. A text that is no TOML, or
/// rests on a pack that is not known, has one.
///
/// ```
/// let faults = pack::toml::json_of("mine.toml", "id = \"mine\"\nversion = \"\"\n", &|_| None).unwrap_err();
/// assert!(faults[0].starts_with("mine.toml:2:11: version："), "{}", faults[0]);
/// ```
pub fn json_of(name: &str, text: &str, form_of: &dyn Fn(&str) -> Option<Value>) -> Result<String, Vec<String>> {
    let located = parse(text).map_err(|error| vec![format!("{name}: {error}")])?;
    // What is wrong with how it is laid over another stands in the text itself.
    let in_text = |fault: &PackFault| {
        let ((line, column), words) = (located.position(&fault.path), fault.message());
        format!("{name}:{line}:{column}: {} | {}", words.zh, words.en)
    };
    let whole = whole(&located.form, form_of).map_err(|faults| faults.iter().map(in_text).collect::<Vec<_>>())?;
    match super::read(&whole) {
        Ok(_) => Ok(canonical(&whole)),
        Err(faults) => Err(faults.iter().map(|fault| line(name, &located, &whole, fault)).collect()),
    }
}

/// A fault in one line: where it stands in the text, or that it stands in the pack on which this one rests; items by their ids.
fn line(name: &str, located: &Located, whole: &Value, fault: &PackFault) -> String {
    let base = base_of(&located.form);
    let own = match base {
        Some(_) => own_path(&located.form, whole, &fault.path),
        None => Some(fault.path.clone()),
    };
    let words = PackFault { path: by_id(whole, &fault.path), ..fault.clone() }.message();
    match (own, base) {
        (None, Some(base)) => format!("{name}: {base}: {} | {}", words.zh, words.en),
        (own, _) => {
            let (line, column) = located.position(&own.unwrap_or_default());
            format!("{name}:{line}:{column}: {} | {}", words.zh, words.en)
        }
    }
}

/// A path with the id of an item in the place of its index, where it has one: `rules[court_list].when`.
fn by_id(whole: &Value, path: &str) -> String {
    let name = || {
        let (list, rest) = path.split_once('[')?;
        let (index, behind) = rest.split_once(']')?;
        let Value::Array(items) = whole.get(list)? else { return None };
        let Value::String(id) = items.get(index.parse::<usize>().ok()?)?.get("id")? else { return None };
        Some(format!("{list}[{id}]{behind}"))
    };
    name().unwrap_or_else(|| path.to_owned())
}

/// Returns a form with what it takes from the pack on which it rests, if it rests on one.
///
/// # Errors
/// A base that is not known, and the faults of [`lay_over`].
pub fn whole(form: &Value, form_of: &dyn Fn(&str) -> Option<Value>) -> Result<Value, Vec<PackFault>> {
    let Some(base) = form.get("base") else { return Ok(form.clone()) };
    let Some(id) = base_of(form) else {
        let (path, met, expected) = ("base".to_owned(), canonical(base), "text".to_owned());
        return Err(vec![PackFault { path, code: PackFaultCode::WrongType, met, expected }]);
    };
    let unknown = || PackFault {
        path: "base".to_owned(),
        code: PackFaultCode::UnknownName,
        met: id.to_owned(),
        expected: String::new(),
    };
    lay_over(&form_of(id).ok_or_else(|| vec![unknown()])?, form)
}

struct Reader<'t> {
    text: &'t str,
    positions: HashMap<String, (usize, usize)>,
}

impl Reader<'_> {
    fn table(&mut self, table: &DeTable, path: &str) -> Result<Value, String> {
        let mut fields = Vec::new();
        for (key, value) in table {
            let name = key.get_ref();
            let path = if path.is_empty() { name.to_string() } else { format!("{path}.{name}") };
            // A table without an inline value is best found by its name.
            let start =
                if matches!(value.get_ref(), DeValue::Table(_)) { key.span().start } else { value.span().start };
            fields.push((start, (name.to_string(), self.value(value, start, &path)?)));
        }
        // The parser sorts by name; a reader of messages expects the order of the text.
        fields.sort_by_key(|(start, _)| *start);
        Ok(Value::Object(fields.into_iter().map(|(_, field)| field).collect()))
    }

    fn value(&mut self, value: &Spanned<DeValue>, start: usize, path: &str) -> Result<Value, String> {
        let position = self.line_and_column(start);
        self.positions.insert(path.to_owned(), position);
        Ok(match value.get_ref() {
            DeValue::String(text) => Value::String(text.to_string()),
            DeValue::Boolean(value) => Value::Bool(*value),
            DeValue::Integer(number) => Value::Number(number.as_str().replace('_', "")),
            DeValue::Array(items) => {
                let mut values = Vec::new();
                for (index, item) in items.iter().enumerate() {
                    values.push(self.value(item, item.span().start, &format!("{path}[{index}]"))?);
                }
                Value::Array(values)
            }
            DeValue::Table(table) => self.table(table, path)?,
            // Not a number, and numbers without end, are faults of whoever reads them.
            DeValue::Float(number) => Value::Number(number.as_str().replace('_', "")),
            DeValue::Datetime(_) => {
                return Err(format!("line {}, column {}: write \"…\"", position.0, position.1));
            }
        })
    }

    fn line_and_column(&self, offset: usize) -> (usize, usize) {
        let before = &self.text[..offset];
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }
}

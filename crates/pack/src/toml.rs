//! TOML as the JSON form of a pack or calendar, remembering where each value stood.

use std::collections::HashMap;

use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue};

use super::fault::PackFault;
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
/// What the parser says of a text that is no TOML, or that has a day or a fraction that is not written as a string.
pub fn parse(text: &str) -> Result<Located, String> {
    let table = DeTable::parse(text).map_err(|error| error.to_string())?;
    let mut reader = Reader { text, positions: HashMap::new() };
    let form = reader.table(table.get_ref(), "")?;
    Ok(Located { form, positions: reader.positions })
}

/// Returns a pack that is written as TOML as the text of the JSON file that opens.
///
/// # Errors
/// A line for each fault: the name of the file, line and column, what is wrong in Chinese and in English. A text that is no TOML has one.
///
/// ```
/// let faults = pack::toml::json_of("mine.toml", "id = \"mine\"\nversion = \"\"\n").unwrap_err();
/// assert!(faults[0].starts_with("mine.toml:2:11: version："), "{}", faults[0]);
/// ```
pub fn json_of(name: &str, text: &str) -> Result<String, Vec<String>> {
    let located = parse(text).map_err(|error| vec![format!("{name}: {error}")])?;
    match super::read(&located.form) {
        Ok(_) => Ok(canonical(&located.form)),
        Err(faults) => {
            let line = |fault: &PackFault| {
                let ((line, column), words) = (located.position(&fault.path), fault.message());
                format!("{name}:{line}:{column}: {} | {}", words.zh, words.en)
            };
            Err(faults.iter().map(line).collect())
        }
    }
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
            DeValue::Float(_) | DeValue::Datetime(_) => {
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

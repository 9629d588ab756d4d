//! The text of a JSON value: compact, indented, and RFC 8785, the form over which a digest is taken.

use std::fmt::Write;

use super::Value;

/// The canonical text of a value: keys sorted by their UTF-16 units, no white space, shortest escapes.
///
/// Numbers are written as they stand: the reader of packs has already brought them to their shortest form.
///
/// ```
/// use facts::json::{canonical, parse};
///
/// let value = parse(r#"{"b": [true, null], "a": "\u00e9\u0001\n"}"#).unwrap();
/// assert_eq!(canonical(&value), "{\"a\":\"é\\u0001\\n\",\"b\":[true,null]}");
/// ```
///
/// Source: RFC 8785
#[must_use]
pub fn canonical(value: &Value) -> String {
    compact(&sorted(value))
}

/// The text of a value with its keys in their order and without white space.
///
/// ```
/// use facts::json::{compact, parse};
///
/// assert_eq!(compact(&parse(r#"{"b": [1, 2], "a": {}}"#).unwrap()), r#"{"b":[1,2],"a":{}}"#);
/// ```
#[must_use]
pub fn compact(value: &Value) -> String {
    let mut text = String::new();
    write_value(&mut text, value, None);
    text
}

/// The text of a value as a person reads it: keys in their order, a line each, indented by two blanks a level.
///
/// ```
/// use facts::json::{indented, parse};
///
/// let value = parse(r#"{"b": [1, 2], "a": {}}"#).unwrap();
/// assert_eq!(indented(&value), "{\n  \"b\": [\n    1,\n    2\n  ],\n  \"a\": {}\n}");
/// ```
#[must_use]
pub fn indented(value: &Value) -> String {
    let mut text = String::new();
    write_value(&mut text, value, Some(0));
    text
}

/// The value with the keys of all its objects in the order of RFC 8785.
fn sorted(value: &Value) -> Value {
    match value {
        Value::Array(values) => Value::Array(values.iter().map(sorted).collect()),
        Value::Object(fields) => {
            let mut fields: Vec<_> = fields.iter().map(|(key, value)| (key.clone(), sorted(value))).collect();
            fields.sort_by(|(left, _), (right, _)| left.encode_utf16().cmp(right.encode_utf16()));
            Value::Object(fields)
        }
        plain => plain.clone(),
    }
}

/// With a level a value is indented, without one it is compact.
fn write_value(text: &mut String, value: &Value, level: Option<usize>) {
    let inner = level.map(|level| level + 1);
    let next = |text: &mut String, index: usize, level: Option<usize>| {
        if index > 0 {
            text.push(',');
        }
        if let Some(level) = level {
            text.push('\n');
            text.extend(std::iter::repeat_n("  ", level));
        }
    };
    // What is empty stays on its line.
    let close = |text: &mut String, is_empty: bool| {
        if !is_empty {
            next(text, 0, level);
        }
    };
    match value {
        Value::Null => text.push_str("null"),
        Value::Bool(true) => text.push_str("true"),
        Value::Bool(false) => text.push_str("false"),
        Value::Number(digits) => text.push_str(digits),
        Value::String(string) => write_string(text, string),
        Value::Array(values) => {
            text.push('[');
            for (index, value) in values.iter().enumerate() {
                next(text, index, inner);
                write_value(text, value, inner);
            }
            close(text, values.is_empty());
            text.push(']');
        }
        Value::Object(fields) => {
            text.push('{');
            for (index, (key, value)) in fields.iter().enumerate() {
                next(text, index, inner);
                write_string(text, key);
                text.push_str(if level.is_some() { ": " } else { ":" });
                write_value(text, value, inner);
            }
            close(text, fields.is_empty());
            text.push('}');
        }
    }
}

fn write_string(text: &mut String, string: &str) {
    text.push('"');
    for letter in string.chars() {
        match letter {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\u{8}' => text.push_str("\\b"),
            '\t' => text.push_str("\\t"),
            '\n' => text.push_str("\\n"),
            '\u{c}' => text.push_str("\\f"),
            '\r' => text.push_str("\\r"),
            control if control < ' ' => {
                // Writing to a String cannot fail.
                let _ = write!(text, "\\u{:04x}", u32::from(control));
            }
            other => text.push(other),
        }
    }
    text.push('"');
}

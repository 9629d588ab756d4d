//! RFC 8785, the form of a JSON value over which a digest is taken.

use std::fmt::Write;

use super::Value;

/// The canonical text of a value: keys sorted by their UTF-16 units, no white space, shortest escapes.
///
/// Numbers are written as they stand: the reader of packs has already brought them to their shortest form.
///
/// ```
/// use xinheng::json::{canonical, parse};
///
/// let value = parse(r#"{"b": [true, null], "a": "\u00e9\u0001\n"}"#).unwrap();
/// assert_eq!(canonical(&value), "{\"a\":\"é\\u0001\\n\",\"b\":[true,null]}");
/// ```
///
/// Source: RFC 8785
#[must_use]
pub fn canonical(value: &Value) -> String {
    let mut text = String::new();
    write_value(&mut text, value, None);
    text
}

/// The text of a value as a person reads it: keys in their order, a line each, indented by two blanks a level.
///
/// ```
/// use xinheng::json::{indented, parse};
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

/// With a level a value is indented and in its own order, without one it is canonical.
fn write_value(text: &mut String, value: &Value, level: Option<usize>) {
    let inner = level.map(|level| level + 1);
    let next = |text: &mut String, place: usize, level: Option<usize>| {
        if place > 0 {
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
            for (place, value) in values.iter().enumerate() {
                next(text, place, inner);
                write_value(text, value, inner);
            }
            close(text, values.is_empty());
            text.push(']');
        }
        Value::Object(fields) => {
            let mut ordered: Vec<_> = fields.iter().collect();
            if level.is_none() {
                ordered.sort_by(|(left, _), (right, _)| left.encode_utf16().cmp(right.encode_utf16()));
            }
            text.push('{');
            for (place, (key, value)) in ordered.into_iter().enumerate() {
                next(text, place, inner);
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

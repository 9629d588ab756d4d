//! A JSON value that keeps what serde_json's own would lose: the order of keys and the digits of numbers.

use std::fmt;

use serde::de::{self, Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

/// A JSON value. Numbers are the text of the number, objects are in the order of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Null,
    Bool(bool),
    Number(String),
    String(String),
    Array(Vec<Value>),
    Object(Vec<(String, Value)>),
}

/// A text that is no JSON, or has a key twice in one object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidJson {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
}

/// Reads a JSON text.
///
/// # Errors
/// When the text is no JSON value, is nested deeper than 128 levels, or has a key twice in one object.
///
/// ```
/// use xinheng::json::{Value, parse};
///
/// assert_eq!(parse("0.10"), Ok(Value::Number("0.10".to_owned())));
/// assert!(parse(r#"{"a": 1, "a": 2}"#).is_err());
/// ```
pub fn parse(text: &str) -> Result<Value, InvalidJson> {
    serde_json::from_str(text).map_err(|error| InvalidJson { line: error.line(), column: error.column() })
}

impl Value {
    /// The value of a key, when this is an object that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Value> {
        match self {
            Value::Object(fields) => fields.iter().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }
}

/// The key under which serde_json hands over the digits of a number.
const NUMBER_KEY: &str = "$serde_json::private::Number";

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Nested { levels_left: MOST_LEVELS }.deserialize(deserializer).map(|read| read.value)
    }
}

/// A value, and whether it is a string that was handed over as the reader's own: the digits of a number are, a string
/// of the text never is. So an object that has the key of numbers in its text stays an object.
struct Read {
    value: Value,
    own: bool,
}

impl From<Value> for Read {
    fn from(value: Value) -> Self {
        Self { value, own: false }
    }
}

/// How deep values may be nested: an object of JavaScript can even contain itself.
const MOST_LEVELS: usize = 128;

/// Reads a value that may still be nested so deep.
#[derive(Clone, Copy)]
struct Nested {
    levels_left: usize,
}

impl Nested {
    fn inner<E: de::Error>(self) -> Result<Self, E> {
        let levels_left = self.levels_left.checked_sub(1).ok_or_else(|| E::custom("nested too deep"))?;
        Ok(Self { levels_left })
    }
}

impl<'de> DeserializeSeed<'de> for Nested {
    type Value = Read;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Read, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Nested {
    type Value = Read;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Read, E> {
        Ok(Value::Null.into())
    }

    fn visit_none<E>(self) -> Result<Read, E> {
        Ok(Value::Null.into())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Read, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Read, E> {
        Ok(Value::Bool(value).into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Read, E> {
        Ok(Value::Number(value.to_string()).into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Read, E> {
        Ok(Value::Number(value.to_string()).into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Read, E> {
        Ok(Value::Number(value.to_string()).into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Read, E> {
        Ok(Value::String(value.to_owned()).into())
    }

    fn visit_string<E>(self, value: String) -> Result<Read, E> {
        Ok(Read { value: Value::String(value), own: true })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Read, A::Error> {
        let inner = self.inner()?;
        let mut values = Vec::new();
        while let Some(read) = items.next_element_seed(inner)? {
            values.push(read.value);
        }
        Ok(Value::Array(values).into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Read, A::Error> {
        let inner = self.inner()?;
        let mut fields: Vec<(String, Value)> = Vec::new();
        while let Some(key) = entries.next_key::<String>()? {
            let read = entries.next_value_seed(inner)?;
            match read.value {
                Value::String(digits) if read.own && fields.is_empty() && key == NUMBER_KEY => {
                    return Ok(Value::Number(digits).into());
                }
                _ if fields.iter().any(|(name, _)| *name == key) => return Err(de::Error::custom("a key twice")),
                value => fields.push((key, value)),
            }
        }
        Ok(Value::Object(fields).into())
    }
}

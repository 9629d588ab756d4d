//! The module of the package as it would be if it took objects of JavaScript as they are, by serde-wasm-bindgen:
//! what `measure.mjs` holds against the module of the package, which takes JSON text.

#[path = "../../src/bin/engine/functions.rs"]
mod functions;

use std::fmt;

use serde::Serialize;
use serde::de::{self, DeserializeSeed, MapAccess, SeqAccess, Visitor};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use xinheng::facts::json::Value;
use xinheng::request::{answer, answer_text};

/// Answers a request, both as JSON text, as the package does.
#[wasm_bindgen]
pub fn assess_text(request: &str) -> Option<String> {
    Some(answer_text(request))
}

/// Answers a request that is an object by JSON text.
#[wasm_bindgen]
pub fn assess_in(request: JsValue) -> Option<String> {
    serde_json::to_string(&answer(&read(request))).ok()
}

/// Answers a request, both as objects.
#[wasm_bindgen]
pub fn assess_both(request: JsValue) -> Option<JsValue> {
    answer(&read(request)).serialize(&serde_wasm_bindgen::Serializer::json_compatible()).ok()
}

/// How deep values may be nested, as in a text.
const MOST_LEVELS: usize = 128;

/// The value of an object of JavaScript. What cannot be read, such as a cycle, is no request.
fn read(request: JsValue) -> Value {
    Nested { levels_left: MOST_LEVELS }
        .deserialize(serde_wasm_bindgen::Deserializer::from(request))
        .unwrap_or(Value::Null)
}

/// Reads a value that may be nested so deep.
#[derive(Clone, Copy)]
struct Nested {
    levels_left: usize,
}

impl Nested {
    fn inner<E: de::Error>(self) -> Result<Self, E> {
        let levels_left = self.levels_left.checked_sub(1).ok_or_else(|| E::custom("nested too deep, or a cycle"))?;
        Ok(Self { levels_left })
    }
}

impl<'de> DeserializeSeed<'de> for Nested {
    type Value = Value;

    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Nested {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a value that JSON can say")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.to_string()))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.to_string()))
    }

    /// In the form of JavaScript, where an exponent begins at other sizes and has its sign.
    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Value, E> {
        if !value.is_finite() {
            // Wrong wherever it stands, as in the package.
            return Ok(Value::Array(vec![Value::Array(Vec::new())]));
        }
        let size = value.abs();
        let text = if (1e-6..1e21).contains(&size) || size == 0.0 {
            value.to_string()
        } else {
            let text = format!("{value:e}");
            if size < 1.0 { text } else { text.replace('e', "e+") }
        };
        Ok(Value::Number(text))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E: de::Error>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let inner = self.inner()?;
        let mut values = Vec::new();
        while let Some(value) = access.next_element_seed(inner)? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let inner = self.inner()?;
        let mut fields = Vec::new();
        while let Some(key) = access.next_key::<String>()? {
            fields.push((key, access.next_value_seed(inner)?));
        }
        Ok(Value::Object(fields))
    }
}

fn main() {}

//! The JavaScript API: the same answers as natively, from plain objects to plain objects.

mod value;

use serde::Serialize;
use serde::de::DeserializeSeed;
use serde_wasm_bindgen::{Deserializer, Serializer};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

use crate::request::{Answer, answer};
use value::Nested;

/// Answers a request of the contract, given as a plain object, with a response or `{errors: […]}`, a plain object.
/// What is no request at all — a cyclic object, a function — is answered with the error `invalid_json`.
///
/// # Errors
/// Throws only when the answer cannot be handed over to JavaScript, which no request brings about.
#[wasm_bindgen]
pub fn assess(request: JsValue) -> Result<JsValue, JsError> {
    let answer = Nested::WHOLE
        .deserialize(Deserializer::from(request))
        .map_or_else(|_| Answer::invalid_json(), |value| answer(&value));
    Ok(answer.serialize(&Serializer::json_compatible())?)
}

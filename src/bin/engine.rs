//! The engine of the package for JavaScript, with the built-in rules: what `npm/` loads first.

#[path = "engine/functions.rs"]
mod functions;

use wasm_bindgen::prelude::wasm_bindgen;

/// Answers a request, both as JSON text; nothing where the request has rules of its own.
#[wasm_bindgen]
pub fn assess(request: &str) -> Option<String> {
    xinheng::request::answer_by_built_in(request)
}

/// Tells what would change the class, both as JSON text; nothing where the request has rules of its own.
#[wasm_bindgen]
pub fn what_if(request: &str) -> Option<String> {
    xinheng::request::what_if_by_built_in(request)
}

fn main() {}

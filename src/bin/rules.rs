//! The engine of the package for JavaScript that also takes rules of a request's own: what `npm/` loads where they are
//! asked for. It has the functions of `engine`, so that either can stand for both.

#[path = "engine/functions.rs"]
mod functions;

use wasm_bindgen::prelude::wasm_bindgen;

/// Answers a request, both as JSON text.
#[wasm_bindgen]
pub fn assess(request: &str) -> Option<String> {
    Some(xinheng::request::answer_text(request))
}

/// Tells what would change the class, both as JSON text.
#[wasm_bindgen]
pub fn what_if(request: &str) -> Option<String> {
    Some(xinheng::request::what_if_text(request))
}

/// The figures of the pack of a request, which is JSON text, as the readers of tables take them; nothing where the pack cannot be used.
#[wasm_bindgen]
pub fn figures(request: &str) -> Option<Vec<u8>> {
    xinheng::js::figures(request)
}

fn main() {}

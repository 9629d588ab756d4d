//! What both engines of the package can do besides.

use wasm_bindgen::prelude::wasm_bindgen;
use xinheng::pack::Locale;

#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Puts an answer in words, both as JSON text; nothing where it is no answer.
#[wasm_bindgen]
pub fn explain(answer: &str, english: bool) -> Option<String> {
    xinheng::js::explain(answer, Locale::of(english))
}

/// The built-in packs, as JSON text.
#[wasm_bindgen]
pub fn packs() -> String {
    xinheng::js::packs()
}

/// The version of the product, to be held against that of the scripts.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

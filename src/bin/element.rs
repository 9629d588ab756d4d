//! The element of the npm package: the assessment of one enterprise in a page of somebody else's. `npm/element.js` runs an
//! instance for each.

use js_sys::Function;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use xinheng::app::embedded;

#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Draws the element into `root` and tells what happens by a name and a text, see [`embedded::mount`].
#[wasm_bindgen]
pub fn mount(root: Element, tell: Function) {
    embedded::mount(root, tell);
}

/// Gives the element something, see [`embedded::give`].
#[wasm_bindgen]
pub fn give(name: &str, value: &str) {
    embedded::give(name, value);
}

/// The record as it would be saved.
#[wasm_bindgen]
pub fn record() -> Option<String> {
    embedded::record()
}

/// Takes everything from the page again.
#[wasm_bindgen]
pub fn unmount() {
    embedded::unmount();
}

/// The version of the product, to be held against that of the scripts.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

fn main() {}

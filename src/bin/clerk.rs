//! What the element of the npm package fetches when it is first needed: the reader of other rules and of pasted rows.
//! `npm/element.js` has it answer in the place of a worker.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use xinheng::worker::Clerk;

#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

thread_local! {
    static CLERK: RefCell<Clerk> = RefCell::default();
}

/// Answers a message of the element.
#[wasm_bindgen]
pub fn answer(message: JsValue) -> Option<JsValue> {
    CLERK.with(|clerk| clerk.borrow_mut().answer(message))
}

/// The version of the product, to be held against that of the scripts.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

fn main() {}

//! The worker that unpacks workbooks: fetched with the first of them.

use wasm_bindgen::JsCast;

#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    // Only a worker runs this; anywhere else there is nobody to unpack for.
    if let Ok(scope) = js_sys::global().dyn_into() {
        xinheng::worker::unpack(scope);
    }
}

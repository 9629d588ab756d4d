//! The worker, which reads files and holds their district: fetched when it is first needed.

use wasm_bindgen::JsCast;

#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    // Only a worker of the page runs this; anywhere else there is nobody to serve.
    if let Ok(scope) = js_sys::global().dyn_into() {
        xinheng::worker::serve(scope);
    }
}

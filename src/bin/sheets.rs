//! The worker that unpacks workbooks: fetched with the first of them.

use wasm_bindgen::JsCast;

fn main() {
    // Only a worker runs this; anywhere else there is nobody to unpack for.
    if let Ok(scope) = js_sys::global().dyn_into() {
        xinheng::worker::unpack(scope);
    }
}

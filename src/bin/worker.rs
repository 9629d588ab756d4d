//! The worker, which reads files and holds their district: fetched when the first of them is to be read.

use wasm_bindgen::JsCast;

fn main() {
    // Only a worker of the page runs this; anywhere else there is nobody to serve.
    if let Ok(scope) = js_sys::global().dyn_into() {
        xinheng::worker::serve(scope);
    }
}

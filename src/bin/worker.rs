//! The worker, which reads files, holds their district, and lays out what is printed: fetched when it is first needed.

use wasm_bindgen::JsCast;

fn main() {
    // Only a worker of the page runs this; anywhere else there is nobody to serve.
    if let Ok(scope) = js_sys::global().dyn_into() {
        xinheng::worker::serve(scope, xinheng::app::paper);
    }
}

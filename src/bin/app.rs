//! One module, two roles: in a window it is the page, in a worker it reads files.

use wasm_bindgen::JsCast;

fn main() {
    match js_sys::global().dyn_into::<web_sys::DedicatedWorkerGlobalScope>() {
        Ok(scope) => xinheng::worker::serve(scope),
        Err(_) => xinheng::app::mount(),
    }
}

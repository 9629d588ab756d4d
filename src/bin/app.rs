//! The page, as far as one enterprise takes it: what a browser fetches first.

#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    xinheng::app::first::mount();
}

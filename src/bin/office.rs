//! The page with everything: fetched when what `app` has not is needed first.

#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    xinheng::app::office::mount();
}

//! How long one enterprise takes: its class with the codes of the rules, the whole assessment, and that as JSON.
//!
//! `cargo bench --bench engine` measures all and ends with a table against the aims; a name
//! (`cargo bench --bench engine -- classify`) measures only what has it.

#[cfg(not(target_arch = "wasm32"))]
mod measure;
#[cfg(not(target_arch = "wasm32"))]
mod records;

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    measure::all();
}

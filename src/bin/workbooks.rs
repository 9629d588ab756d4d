//! The reader of tables of the package for JavaScript that also takes workbooks: `npm/` loads it in place of `tables` when
//! a workbook is among the files.

#[path = "tables/reading.rs"]
mod reading;

use wasm_bindgen::prelude::wasm_bindgen;

use reading::Reading;

#[wasm_bindgen]
impl Reading {
    /// Takes the workbook that the open file is.
    pub fn workbook(&mut self, bytes: &[u8]) {
        self.0.workbook(bytes);
    }
}

fn main() {}

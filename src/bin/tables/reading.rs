//! What both readers of tables of the package can do.

use std::rc::Rc;

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;
use xinheng::facts::{Date, compiled};
use xinheng::import::{ByTable, Decoder, Gb18030Characters};
use xinheng::js::Tables;

#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Reads the tables of one call.
#[wasm_bindgen]
pub struct Reading(pub(crate) Tables);

#[wasm_bindgen]
impl Reading {
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        let now = js_sys::Date::new_0();
        let year = i32::try_from(now.get_full_year()).unwrap_or_default();
        // The platform's own date is a day of the calendar.
        let today = Date::from_ymd_opt(year, now.get_month() + 1, now.get_date()).unwrap_or_default();
        Self(Tables::new(gb18030, today))
    }

    /// Takes the figures of a pack, as the engine of the same version gives them, before anything is begun.
    pub fn figures(&mut self, figures: &[u8]) {
        self.0.read_figures(compiled::from_bytes(figures).expect("the engine compiled the figures"));
    }

    /// Begins a file. Returns whether it is to be read: one of a folder that is no table is not.
    pub fn open(&mut self, name: &str) -> bool {
        self.0.open(name)
    }

    pub fn feed(&mut self, bytes: &[u8]) -> bool {
        self.0.feed(bytes)
    }

    pub fn close(&mut self) {
        self.0.close();
    }

    /// Begins rows. Returns what is wrong with their layout, nothing where nothing is.
    pub fn rows(&mut self, text: &str) -> Option<String> {
        self.0.rows(text).err()
    }

    pub fn more_rows(&mut self, text: &str) {
        self.0.more_rows(text);
    }

    pub fn finish(&mut self) -> String {
        self.0.finish()
    }

    pub fn records(&mut self, most: usize, as_of: Option<String>) -> Option<String> {
        self.0.records(most, as_of.as_deref())
    }
}

/// Whether these first bytes of a file are those of a workbook.
#[wasm_bindgen]
pub fn is_workbook(beginning: &[u8]) -> bool {
    xinheng::import::is_workbook(beginning)
}

/// The version of the product, to be held against that of the scripts.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

#[wasm_bindgen]
extern "C" {
    type TextDecoder;

    #[wasm_bindgen(constructor)]
    fn new(label: &str) -> TextDecoder;

    #[wasm_bindgen(method, catch)]
    fn decode(this: &TextDecoder, bytes: &[u8], options: &Object) -> Result<String, JsValue>;
}

thread_local! {
    /// What the decoder says of the characters of two bytes: asking once for each is quicker than having it decode all.
    static TABLE: Rc<Gb18030Characters> = Rc::new(Gb18030Characters::of(&mut Gb18030::new()));
}

/// A decoder for one file.
fn gb18030() -> Box<dyn Decoder> {
    Box::new(ByTable::new(TABLE.with(Rc::clone), Gb18030::new()))
}

/// Decodes one file by the `TextDecoder` of browser or Node, which costs the module nothing.
struct Gb18030(TextDecoder);

impl Gb18030 {
    fn new() -> Self {
        Self(TextDecoder::new("gb18030"))
    }
}

impl Decoder for Gb18030 {
    fn decode(&mut self, bytes: &[u8], last: bool, text: &mut String) -> usize {
        let options = Object::new();
        // A property can be set on an object that was just made.
        let _ = Reflect::set(&options, &"stream".into(), &(!last).into());
        // What cannot be decoded is told as an unreadable character, which the import counts and reports.
        let decoded = self.0.decode(bytes, &options).unwrap_or_else(|_| "\u{FFFD}".to_owned());
        text.push_str(&decoded);
        decoded.matches(char::REPLACEMENT_CHARACTER).count()
    }
}

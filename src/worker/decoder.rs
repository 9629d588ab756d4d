//! The browser's own decoder of GB18030, which costs the module nothing.

use std::rc::Rc;

use web_sys::{TextDecodeOptions, TextDecoder};

use crate::import::{ByTable, Decoder, Gb18030Characters, Gb18030Table};

thread_local! {
    /// What the browser's decoder says of the characters of two bytes. It is slow, and its text is not yet UTF-8: asked
    /// once for each character it gives the same text in a fifth of the time.
    static TABLE: Rc<Gb18030Characters> = Rc::new(Gb18030Characters::of(&mut Browser::new()));
}

/// A decoder for one file.
pub(super) fn gb18030() -> Box<dyn Decoder> {
    Box::new(ByTable::new(TABLE.with(Rc::clone), Browser::new()))
}

/// The table for encoding.
pub(super) fn gb18030_table() -> Gb18030Table {
    Gb18030Table::new(&mut *gb18030())
}

/// Decodes one file by the browser's `TextDecoder`.
struct Browser(Option<TextDecoder>);

impl Browser {
    fn new() -> Self {
        // Every browser that runs WebAssembly has this encoding: the standard requires it.
        Self(TextDecoder::new_with_label("gb18030").ok())
    }
}

impl Decoder for Browser {
    fn decode(&mut self, bytes: &[u8], last: bool, text: &mut String) -> usize {
        let options = TextDecodeOptions::new();
        options.set_stream(!last);
        let decoded =
            self.0.as_ref().and_then(|decoder| decoder.decode_with_u8_array_and_options(bytes, &options).ok());
        // What cannot be decoded is told as an unreadable character, which the import counts and reports.
        let decoded = decoded.as_deref().unwrap_or("\u{FFFD}");
        text.push_str(decoded);
        decoded.matches(char::REPLACEMENT_CHARACTER).count()
    }
}

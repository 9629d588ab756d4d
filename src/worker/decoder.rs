//! The browser's own decoder of GB18030, which costs the module nothing.

use web_sys::{TextDecodeOptions, TextDecoder};

use crate::import::Decoder;

/// Decodes one file by the browser's `TextDecoder`.
pub(super) struct Browser(Option<TextDecoder>);

impl Browser {
    /// A decoder for one file.
    pub(super) fn gb18030() -> Box<dyn Decoder> {
        // Every browser that runs WebAssembly has this encoding: the standard requires it.
        Box::new(Self(TextDecoder::new_with_label("gb18030").ok()))
    }
}

impl Decoder for Browser {
    fn decode(&mut self, bytes: &[u8], last: bool, text: &mut String) {
        let options = TextDecodeOptions::new();
        options.set_stream(!last);
        let decoded =
            self.0.as_ref().and_then(|decoder| decoder.decode_with_u8_array_and_options(bytes, &options).ok());
        // What cannot be decoded is told as an unreadable character, which the import counts and reports.
        text.push_str(decoded.as_deref().unwrap_or("\u{FFFD}"));
    }
}

//! Bytes → text: which encoding a file has, and its decoders.

/// How the text of a file is encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16 with the low byte first, behind a byte order mark.
    Utf16Le,
    /// UTF-16 with the high byte first, behind a byte order mark.
    Utf16Be,
    /// GB18030, of which GBK and GB2312 are parts.
    Gb18030,
}

impl Encoding {
    /// The name of the encoding, as editors show it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Gb18030 => "GB18030",
        }
    }
}

/// Turns the bytes of one file into text, piece by piece.
///
/// UTF-8 and UTF-16 need no tables and are read here. GB18030 comes from outside, because its tables cost
/// a hundred kilobytes in a module while every browser has them: natively [`Gb18030`], in a page its `TextDecoder`, of
/// which a table is made first ([`Gb18030Characters`](super::Gb18030Characters)).
pub trait Decoder {
    /// Appends the text of the next `bytes` of the file to `text`. The bytes of a character that `bytes` cuts
    /// off wait for the next call; with `last` there is none, and they become U+FFFD, as does every
    /// other byte that is no text. Returns how many U+FFFD were appended.
    fn decode(&mut self, bytes: &[u8], last: bool, text: &mut String) -> usize;
}

/// U+FFFD as it stands in a text.
const REPLACEMENT: &str = "\u{FFFD}";

/// How many characters of a text stand for lost ones.
fn lost_in(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_lost = |at: &usize| bytes.get(*at..).is_some_and(|bytes| bytes.starts_with(REPLACEMENT.as_bytes()));
    memchr::memchr_iter(REPLACEMENT.as_bytes()[0], bytes).filter(is_lost).count()
}

/// The native decoder of GB18030.
#[cfg(feature = "encodings")]
pub struct Gb18030(encoding_rs::Decoder);

#[cfg(feature = "encodings")]
impl Default for Gb18030 {
    fn default() -> Self {
        Self(encoding_rs::GB18030.new_decoder_without_bom_handling())
    }
}

#[cfg(feature = "encodings")]
impl Decoder for Gb18030 {
    fn decode(&mut self, bytes: &[u8], last: bool, text: &mut String) -> usize {
        let (mut rest, start) = (bytes, text.len());
        loop {
            // Three bytes of UTF-8 for two of GB18030 is the usual most; a longer text takes another round.
            text.reserve(rest.len() + rest.len() / 2 + 16);
            let (result, read, _) = self.0.decode_to_string(rest, text, last);
            rest = rest.get(read..).unwrap_or_default();
            if result == encoding_rs::CoderResult::InputEmpty {
                return lost_in(&text[start..]);
            }
        }
    }
}

/// UTF-8 in pieces.
#[derive(Default)]
pub(super) struct Utf8 {
    cut_off: Vec<u8>,
}

impl Decoder for Utf8 {
    fn decode(&mut self, bytes: &[u8], last: bool, text: &mut String) -> usize {
        let start = text.len();
        let joined;
        let bytes = if self.cut_off.is_empty() {
            bytes
        } else {
            self.cut_off.extend_from_slice(bytes);
            joined = std::mem::take(&mut self.cut_off);
            &joined
        };
        let mut chunks = bytes.utf8_chunks().peekable();
        while let Some(chunk) = chunks.next() {
            text.push_str(chunk.valid());
            let bad = chunk.invalid();
            if !last && chunks.peek().is_none() && is_cut_off(bad) {
                self.cut_off.extend_from_slice(bad);
            } else if !bad.is_empty() {
                text.push(char::REPLACEMENT_CHARACTER);
            }
        }
        lost_in(&text[start..])
    }
}

/// Whether the bytes begin a character of UTF-8 that more bytes could complete.
fn is_cut_off(bytes: &[u8]) -> bool {
    str::from_utf8(bytes).is_err_and(|fault| fault.error_len().is_none())
}

/// UTF-16 in pieces.
pub(super) struct Utf16 {
    unit: fn([u8; 2]) -> u16,
    odd_byte: Option<u8>,
    high_surrogate: Option<u16>,
}

impl Utf16 {
    pub(super) fn new(unit: fn([u8; 2]) -> u16) -> Self {
        Self { unit, odd_byte: None, high_surrogate: None }
    }

    fn unit(&mut self, unit: u16, text: &mut String) {
        let pending = self.high_surrogate.take();
        let units = pending.into_iter().chain([unit]);
        if (0xD800..0xDC00).contains(&unit) {
            if pending.is_some() {
                text.push(char::REPLACEMENT_CHARACTER);
            }
            self.high_surrogate = Some(unit);
        } else {
            text.extend(char::decode_utf16(units).map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER)));
        }
    }
}

impl Decoder for Utf16 {
    fn decode(&mut self, bytes: &[u8], last: bool, text: &mut String) -> usize {
        let start = text.len();
        for byte in bytes {
            match self.odd_byte.take() {
                None => self.odd_byte = Some(*byte),
                Some(first) => self.unit((self.unit)([first, *byte]), text),
            }
        }
        if last && (self.odd_byte.take().is_some() | self.high_surrogate.take().is_some()) {
            text.push(char::REPLACEMENT_CHARACTER);
        }
        lost_in(&text[start..])
    }
}

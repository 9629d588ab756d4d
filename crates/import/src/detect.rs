//! What the bytes of a file are: which encoding, or no text at all.

use super::decode::{Decoder, Encoding, Utf8, Utf16};
use super::format::Format;
use super::problem::Fault;

/// How many bytes, from the first that is not ASCII, are looked at before the encoding is decided.
const WINDOW: usize = 64 * 1024;

/// So many characters must be well-formed UTF-8 for each place that is not. Chinese text in GB18030 never comes
/// near: read as UTF-8, at least every fourth of its characters is broken. A UTF-8 file in which
/// a system has cut a few long texts through the middle of a character does not come near from the other side.
const WELL_FORMED_FOR_EACH_BROKEN: usize = 20;

/// The bytes of one file on their way to text.
///
/// A byte order mark decides at once. Without one the file is GB18030 unless it reads as UTF-8. The two agree
/// on ASCII, so bytes are passed on until the first other one; from there a window is held back and read as
/// UTF-8: a single well-formed passage proves little (the two characters 联通 in GBK are well-formed UTF-8),
/// but 64 KB of table do, and a shorter file is held back as a whole. What turns out broken behind
/// the window becomes U+FFFD in the encoding once chosen and is counted, so that the reader can tell.
pub(super) struct TextStream {
    state: State,
    gb18030: fn() -> Box<dyn Decoder>,
    at_start: bool,
}

enum State {
    Undecided { held: Vec<u8> },
    Decided(Encoding, Box<dyn Decoder>),
}

impl TextStream {
    pub(super) fn new(gb18030: fn() -> Box<dyn Decoder>) -> Self {
        Self { state: State::Undecided { held: Vec::new() }, gb18030, at_start: true }
    }

    /// The encoding; `None` while everything so far was ASCII or held back.
    pub(super) fn encoding(&self) -> Option<Encoding> {
        match self.state {
            State::Undecided { .. } => None,
            State::Decided(encoding, _) => Some(encoding),
        }
    }

    /// Appends the text of the next bytes, and returns how many characters of it were lost. An empty piece is fine; `last`
    /// says that no more follow.
    ///
    /// # Errors
    /// The file is a workbook, an archive or no text at all: nothing more of it should be read.
    pub(super) fn push(&mut self, bytes: &[u8], last: bool, text: &mut String) -> Result<usize, Fault> {
        match &mut self.state {
            State::Decided(_, decoder) => return Ok(decoder.decode(bytes, last, text)),
            State::Undecided { held } => {
                held.extend_from_slice(bytes);
                if last || held.len() >= WINDOW {
                    let held = std::mem::take(held);
                    return self.settle(held, last, text);
                }
            }
        }
        Ok(0)
    }

    fn settle(&mut self, mut held: Vec<u8>, last: bool, text: &mut String) -> Result<usize, Fault> {
        let mut mark = 0;
        let mut marked = None;
        if std::mem::take(&mut self.at_start) {
            if let Some(fault) = no_text(&held) {
                return Err(fault);
            }
            (mark, marked) = match held.as_slice() {
                [0xEF, 0xBB, 0xBF, ..] => (3, Some(Encoding::Utf8)),
                [0xFF, 0xFE, ..] => (2, Some(Encoding::Utf16Le)),
                [0xFE, 0xFF, ..] => (2, Some(Encoding::Utf16Be)),
                [0x84, 0x31, 0x95, 0x33, ..] => (4, Some(Encoding::Gb18030)),
                _ => (0, None),
            };
        }
        let encoding = match marked {
            Some(encoding) => encoding,
            None => {
                let ascii = held.iter().position(|byte| !byte.is_ascii()).unwrap_or(held.len());
                text.extend(held.drain(..ascii).map(char::from));
                if !last && held.len() < WINDOW {
                    self.state = State::Undecided { held };
                    return Ok(0);
                }
                // However much is at hand, the same decides.
                let window = held.get(..WINDOW).unwrap_or(&held);
                if reads_as_utf8(window, last && window.len() == held.len()) {
                    Encoding::Utf8
                } else {
                    Encoding::Gb18030
                }
            }
        };
        let mut decoder: Box<dyn Decoder> = match encoding {
            Encoding::Utf8 => Box::new(Utf8::default()),
            Encoding::Utf16Le => Box::new(Utf16::new(u16::from_le_bytes)),
            Encoding::Utf16Be => Box::new(Utf16::new(u16::from_be_bytes)),
            Encoding::Gb18030 => (self.gb18030)(),
        };
        let lost = decoder.decode(held.get(mark..).unwrap_or_default(), last, text);
        self.state = State::Decided(encoding, decoder);
        Ok(lost)
    }
}

/// Whether these first bytes of a file are those of a workbook, or of an archive or document that could be one: then it
/// is to be unpacked as a whole and given to the importer by its sheets.
///
/// ```
/// use import::is_workbook;
///
/// assert!(is_workbook(b"PK\x03\x04\x14\0"));
/// assert!(!is_workbook("统一社会信用代码".as_bytes()));
/// ```
#[must_use]
pub fn is_workbook(bytes: &[u8]) -> bool {
    // The last two are workbooks of the years before those were put into containers.
    matches!(
        bytes,
        [b'P', b'K', 3 | 5 | 7, ..]
            | [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..]
            | [0x09, 0x00 | 0x02 | 0x04, 0x04 | 0x06, 0x00, ..]
            | [0x09, 0x08, 0x08 | 0x10, 0x00, 0x00, 0x05 | 0x06, ..]
    )
}

/// Why these first bytes of a file are no text, if they are none.
fn no_text(bytes: &[u8]) -> Option<Fault> {
    match bytes {
        [] => return Some(Fault::EmptyFile),
        bytes if is_workbook(bytes) => return Some(Fault::Workbook),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => return None,
        _ => {}
    }
    if let Some(format) = Format::of_beginning(bytes) {
        return Some(Fault::OtherFormat(format));
    }
    // A stray NUL is passed on and spoils its cell only; a file full of them is a program, a picture, or nothing.
    let nuls = bytes.iter().filter(|byte| **byte == 0).count();
    (nuls > bytes.len() / 50).then_some(Fault::NotText)
}

fn reads_as_utf8(bytes: &[u8], whole: bool) -> bool {
    let (mut well_formed, mut broken) = (0, 0);
    let mut chunks = bytes.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        well_formed += chunk.valid().chars().filter(|character| !character.is_ascii()).count();
        let may_be_cut_off = !whole && chunks.peek().is_none();
        if !chunk.invalid().is_empty() && !may_be_cut_off {
            broken += 1;
        }
    }
    broken * WELL_FORMED_FOR_EACH_BROKEN <= well_formed
}

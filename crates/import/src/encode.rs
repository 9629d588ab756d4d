//! Text → GB18030, by whoever decodes it.
//!
//! A browser decodes GB18030 but does not encode it, and the tables would cost a module a hundred kilobytes. So the
//! decoder is asked once what every code of two bytes, and every code of four bytes in the first plane, stands for; turned
//! round, that is the table for encoding. The planes beyond follow by counting.

use super::decode::Decoder;

/// The second bytes of a code of two: 0x40 to 0x7E and 0x80 to 0xFE.
const TRAILS: u16 = 190;
/// How many codes of two bytes there are, with a first byte from 0x81 to 0xFE.
const TWO_BYTES: u16 = 126 * TRAILS;
/// How many codes of four bytes there are up to the end of the first plane, 0x8431A439.
const FOUR_BYTES: u16 = 39_420;
/// The number of the code of four bytes for U+10000, from where they follow the code points.
const BEYOND: u32 = 189_000;
/// What has no code.
const NONE: u16 = u16::MAX;
/// The code of U+FFFD, by which a decoder also says that something is no code.
const REPLACEMENT: u16 = TWO_BYTES + 39_417;

/// Encodes texts as GB18030.
pub struct Gb18030Table {
    /// For each code point of the first plane its code: those of two bytes first, then those of four.
    codes: Vec<u16>,
}

impl Gb18030Table {
    /// The table for a decoder of GB18030.
    #[must_use]
    pub fn new(decoder: &mut dyn Decoder) -> Self {
        let mut bytes = Vec::with_capacity(usize::from(TWO_BYTES) * 3 + usize::from(FOUR_BYTES) * 5);
        for code in 0..TWO_BYTES + FOUR_BYTES {
            push_code(code, &mut bytes);
            // No code has a line break in it, and what is no code does not take it either.
            bytes.push(b'\n');
        }
        let mut text = String::new();
        decoder.decode(&bytes, true, &mut text);
        let mut codes = vec![NONE; 1 << 16];
        for (code, line) in (0..TWO_BYTES + FOUR_BYTES).zip(text.split('\n')) {
            let mut letters = line.chars();
            let (Some(letter), None) = (letters.next(), letters.next()) else { continue };
            if let Some(known) = codes.get_mut(letter as usize).filter(|known| **known == NONE) {
                *known = code;
            }
        }
        codes[char::REPLACEMENT_CHARACTER as usize] = REPLACEMENT;
        Self { codes }
    }

    /// Appends a text; a character that has no code becomes a question mark.
    pub fn encode(&self, text: &str, bytes: &mut Vec<u8>) {
        for letter in text.chars() {
            let point = u32::from(letter);
            match self.codes.get(point as usize) {
                _ if letter.is_ascii() => bytes.push(point as u8),
                Some(&NONE) => bytes.push(b'?'),
                Some(code) => push_code(*code, bytes),
                None => push_four(point - (1 << 16) + BEYOND, bytes),
            }
        }
    }
}

fn push_code(code: u16, bytes: &mut Vec<u8>) {
    if code < TWO_BYTES {
        let (lead, trail) = (code / TRAILS, code % TRAILS);
        let gap = u16::from(trail >= 0x3F);
        bytes.extend([(lead + 0x81) as u8, (trail + 0x40 + gap) as u8]);
    } else {
        push_four((code - TWO_BYTES).into(), bytes);
    }
}

fn push_four(number: u32, bytes: &mut Vec<u8>) {
    let last = number % 10;
    let third = number / 10 % 126;
    let second = number / 1_260 % 10;
    let first = number / 12_600;
    bytes.extend([(first + 0x81) as u8, (second + 0x30) as u8, (third + 0x81) as u8, (last + 0x30) as u8]);
}

//! GB18030 → text by a table of its characters of two bytes, and by another decoder for everything else.

use std::rc::Rc;

use super::decode::Decoder;

/// The bytes with which characters of two bytes begin, and those with which they end.
const LEADS: std::ops::RangeInclusive<u8> = 0x81..=0xFE;
const TRAILS: std::ops::RangeInclusive<u8> = 0x40..=0xFE;

/// Every byte below it ends whatever came before: none of them is part of a longer character, nor does a decoder wait for
/// more behind one of them.
const ENDS_ALL: u8 = 0x30;

/// So many bytes at least go to the other decoder at a time, where one goes: asking it costs as much as a few hundred.
const LEAST_HANDED_OVER: usize = 256;

/// How much text is put together before it is appended.
const TEXT_BYTES: usize = 16 * 1024;

/// What the characters of two bytes are, as a decoder says: nearly all of Chinese text.
pub struct Gb18030Characters {
    /// Of each its UTF-8, padded, and how long that is; 0 where the other decoder is to be asked.
    characters: Vec<[u8; 4]>,
}

impl Gb18030Characters {
    /// Asks a fresh decoder of GB18030 for all of them.
    #[must_use]
    pub fn of(decoder: &mut dyn Decoder) -> Self {
        let pairs = || LEADS.flat_map(|lead| TRAILS.map(move |trail| [lead, trail]));
        // Each stands in a line of its own, so that it cannot be told wrongly where another one becomes nothing or two.
        let bytes: Vec<u8> = pairs().flat_map(|[lead, trail]| [lead, trail, b'\n']).collect();
        let mut text = String::new();
        decoder.decode(&bytes, true, &mut text);
        let complete = text.lines().count() == pairs().count();
        let mut characters = vec![[0; 4]; place_of(0xFF, 0)];
        for ([lead, trail], line) in pairs().zip(text.lines()).filter(|_| complete) {
            if let Some(character) = characters.get_mut(place_of(lead, trail)) {
                *character = entry(line);
            }
        }
        Self { characters }
    }

    /// Appends the text of the first bytes, up to one that is neither ASCII nor begins a character of the table; `buffer`
    /// is written over. Returns how many bytes were taken.
    fn append(&self, bytes: &[u8], buffer: &mut [u8; TEXT_BYTES], text: &mut String) -> usize {
        let (mut read, mut written) = (0, 0);
        while let Some(&byte) = bytes.get(read) {
            let Some(room) = buffer.get_mut(written..written + 8) else {
                append_text(buffer, &mut written, text);
                continue;
            };
            if !byte.is_ascii() {
                let trail = bytes.get(read + 1).copied().unwrap_or_default();
                let entry = self.characters.get(place_of(byte, trail)).copied().unwrap_or_default();
                if entry[3] == 0 {
                    break;
                }
                room[..4].copy_from_slice(&entry);
                (read, written) = (read + 2, written + usize::from(entry[3]));
            } else if let Some(eight) = bytes.get(read..read + 8).filter(|eight| eight.is_ascii()) {
                room.copy_from_slice(eight);
                (read, written) = (read + 8, written + 8);
            } else {
                room[0] = byte;
                (read, written) = (read + 1, written + 1);
            }
        }
        append_text(buffer, &mut written, text);
        read
    }
}

/// Where the table has a character; of a byte with which none begins, behind its end.
fn place_of(lead: u8, trail: u8) -> usize {
    usize::from(lead.wrapping_sub(*LEADS.start())) << 8 | usize::from(trail)
}

/// The line of a character as the table keeps it.
fn entry(line: &str) -> [u8; 4] {
    let mut entry = [0; 4];
    let mut characters = line.chars();
    if let (Some(one), None) = (characters.next(), characters.next())
        && one != char::REPLACEMENT_CHARACTER
        && let Some(room) = entry.get_mut(..line.len()).filter(|room| room.len() < 4)
    {
        room.copy_from_slice(line.as_bytes());
        entry[3] = u8::try_from(line.len()).unwrap_or_default();
    }
    entry
}

fn append_text(buffer: &[u8], written: &mut usize, text: &mut String) {
    let done = buffer.get(..std::mem::take(written)).unwrap_or_default();
    // ASCII and whole characters of the table: always text.
    text.push_str(str::from_utf8(done).unwrap_or_default());
}

/// Decodes one file by a table, as the decoder does of which the table is: what the table does not know, characters of
/// four bytes and broken ones, that decoder is given, up to a place where it waits for nothing more.
pub struct ByTable<D> {
    table: Rc<Gb18030Characters>,
    other: D,
    /// Whether the other decoder has the bytes up to here, and may wait for the rest of a character.
    handed_over: bool,
    buffer: Box<[u8; TEXT_BYTES]>,
}

impl<D: Decoder> ByTable<D> {
    /// `other` is a fresh decoder like the one that was asked for the table.
    #[must_use]
    pub fn new(table: Rc<Gb18030Characters>, other: D) -> Self {
        Self { table, other, handed_over: false, buffer: Box::new([0; TEXT_BYTES]) }
    }
}

impl<D: Decoder> Decoder for ByTable<D> {
    fn decode(&mut self, bytes: &[u8], last: bool, text: &mut String) -> usize {
        let (mut rest, mut lost) = (bytes, 0);
        // Three bytes of UTF-8 for two of GB18030.
        text.reserve(bytes.len() + bytes.len() / 2);
        while !rest.is_empty() || (last && self.handed_over) {
            if !self.handed_over {
                let taken = self.table.append(rest, &mut self.buffer, text);
                rest = rest.get(taken..).unwrap_or_default();
                if rest.is_empty() {
                    break;
                }
            }
            let ends = rest.iter().skip(LEAST_HANDED_OVER).position(|byte| *byte < ENDS_ALL);
            let Some(end) = ends.map(|end| LEAST_HANDED_OVER + end + 1) else {
                self.handed_over = !last;
                return lost + self.other.decode(rest, last, text);
            };
            let (first, behind) = rest.split_at(end);
            // The table has no character that stands for lost ones.
            lost += self.other.decode(first, false, text);
            (rest, self.handed_over) = (behind, false);
        }
        lost
    }
}

//! GB18030 → text by a table of its characters of two bytes, and by another decoder for everything else.

use std::rc::Rc;

use super::decode::Decoder;

/// The bytes with which characters of two bytes begin, and those with which they end; 7F among these ends none.
const LEADS: std::ops::RangeInclusive<u8> = 0x81..=0xFE;
const TRAILS: std::ops::RangeInclusive<u8> = 0x40..=0xFE;
const TRAIL_COUNT: usize = 0xFE - 0x40 + 1;

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
        let mut lines = text.lines();
        let characters = pairs().map(|_| entry(lines.next().unwrap_or_default())).collect();
        let complete = text.lines().count() == pairs().count();
        Self { characters: if complete { characters } else { Vec::new() } }
    }

    fn get(&self, lead: u8, trail: u8) -> Option<[u8; 4]> {
        let row = usize::from(lead.checked_sub(*LEADS.start())?);
        let column = usize::from(trail.checked_sub(*TRAILS.start())?);
        let entry = *self.characters.get(row * TRAIL_COUNT + column)?;
        (column < TRAIL_COUNT && entry[3] > 0).then_some(entry)
    }

    /// Appends the text of the first bytes, up to one that is neither ASCII nor begins a character of the table; `buffer`
    /// is written over. Returns how many bytes were taken.
    fn append(&self, bytes: &[u8], buffer: &mut [u8; TEXT_BYTES], text: &mut String) -> usize {
        let (mut read, mut written) = (0, 0);
        loop {
            if let (Some(eight), Some(room)) = (bytes.get(read..read + 8), buffer.get_mut(written..written + 8)) {
                if eight.is_ascii() {
                    room.copy_from_slice(eight);
                    (read, written) = (read + 8, written + 8);
                    continue;
                }
            } else if written > 0 && written + 8 > TEXT_BYTES {
                append_text(buffer, &mut written, text);
                continue;
            }
            let Some(&byte) = bytes.get(read) else { break };
            let (entry, length) = if byte.is_ascii() {
                ([byte, 0, 0, 1], 1)
            } else if let Some(entry) = bytes.get(read + 1).and_then(|trail| self.get(byte, *trail)) {
                (entry, 2)
            } else {
                break;
            };
            if let Some(room) = buffer.get_mut(written..written + 4) {
                room.copy_from_slice(&entry);
            }
            (read, written) = (read + length, written + usize::from(entry[3]));
        }
        append_text(buffer, &mut written, text);
        read
    }
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
    fn decode(&mut self, bytes: &[u8], last: bool, text: &mut String) {
        let mut rest = bytes;
        while !rest.is_empty() || (last && self.handed_over) {
            if !self.handed_over {
                let taken = self.table.append(rest, &mut self.buffer, text);
                rest = rest.get(taken..).unwrap_or_default();
                if rest.is_empty() {
                    return;
                }
            }
            let ends = rest.iter().skip(LEAST_HANDED_OVER).position(|byte| *byte < ENDS_ALL);
            let Some(end) = ends.map(|end| LEAST_HANDED_OVER + end + 1) else {
                self.handed_over = !last;
                return self.other.decode(rest, last, text);
            };
            let (first, behind) = rest.split_at(end);
            self.other.decode(first, false, text);
            (rest, self.handed_over) = (behind, false);
        }
    }
}

//! Texts in records: characters of one byte or two, cut at the ends of records.

use super::record::Record;
use crate::problem::Fault;

/// Reads the bytes of a record and of those that continue it.
pub(super) struct Pieces<'r> {
    pieces: &'r [&'r [u8]],
    piece: &'r [u8],
}

impl<'r> Pieces<'r> {
    /// The bytes of a record from this place on.
    pub(super) fn new(record: &'r Record<'_>, at: usize) -> Result<Self, Fault> {
        let (first, pieces) = record.pieces.split_first().ok_or(Fault::BrokenWorkbook)?;
        Ok(Self { pieces, piece: first.get(at..).ok_or(Fault::BrokenWorkbook)? })
    }

    /// Goes on with the record that continues this one where nothing is left of it.
    fn step(&mut self) -> Result<(), Fault> {
        while self.piece.is_empty() {
            let (next, pieces) = self.pieces.split_first().ok_or(Fault::BrokenWorkbook)?;
            (self.piece, self.pieces) = (next, pieces);
        }
        Ok(())
    }

    pub(super) fn u8(&mut self) -> Result<u8, Fault> {
        self.step()?;
        let (byte, rest) = self.piece.split_first().ok_or(Fault::BrokenWorkbook)?;
        self.piece = rest;
        Ok(*byte)
    }

    pub(super) fn u16(&mut self) -> Result<u16, Fault> {
        Ok(u16::from_le_bytes([self.u8()?, self.u8()?]))
    }

    pub(super) fn u32(&mut self) -> Result<u32, Fault> {
        Ok(u32::from_le_bytes([self.u8()?, self.u8()?, self.u8()?, self.u8()?]))
    }

    fn skip(&mut self, mut bytes: usize) -> Result<(), Fault> {
        while bytes > 0 {
            self.step()?;
            let skipped = bytes.min(self.piece.len());
            self.piece = self.piece.get(skipped..).unwrap_or_default();
            bytes -= skipped;
        }
        Ok(())
    }

    /// As many bytes of this record as there are, at most so many.
    pub(super) fn bytes(&mut self, count: usize) -> &'r [u8] {
        let (bytes, rest) = self.piece.split_at(count.min(self.piece.len()));
        self.piece = rest;
        bytes
    }

    /// A text of so many characters: its flags, what they announce, its characters. A record that continues it within
    /// its characters begins with flags of its own.
    pub(super) fn text(&mut self, characters: usize, text: &mut String) -> Result<(), Fault> {
        const WIDE: u8 = 1;
        const EXTENDED: u8 = 4;
        const RICH: u8 = 8;
        let flags = self.u8()?;
        let runs = if flags & RICH == 0 { 0 } else { usize::from(self.u16()?) };
        let extension = if flags & EXTENDED == 0 { 0 } else { self.u32()? as usize };
        let (mut wide, mut left) = (flags & WIDE != 0, characters);
        let mut units: Vec<u16> = Vec::new();
        while left > 0 {
            if self.piece.is_empty() {
                wide = self.u8()? & WIDE != 0;
            }
            let size = if wide { 2 } else { 1 };
            let bytes = self.bytes(left.saturating_mul(size));
            // A character is never cut: an odd byte at the end of a record belongs to none.
            left -= bytes.len() / size;
            if wide {
                units.extend(bytes.as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit)));
            } else {
                units.extend(bytes.iter().map(|byte| u16::from(*byte)));
            }
        }
        text.extend(char::decode_utf16(units).map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER)));
        self.skip(runs * 4)?;
        self.skip(extension)
    }
}

/// The texts that cells share, one behind the other.
#[derive(Default)]
pub(super) struct Shared {
    text: String,
    /// Where each ends.
    ends: Vec<usize>,
}

impl Shared {
    /// Reads the record of the shared texts.
    pub(super) fn read(record: &Record<'_>) -> Result<Self, Fault> {
        let mut pieces = Pieces::new(record, 0)?;
        let _of_cells = pieces.u32()?;
        let count = pieces.u32()?;
        let mut shared = Self::default();
        for _ in 0..count {
            let characters = usize::from(pieces.u16()?);
            pieces.text(characters, &mut shared.text)?;
            shared.ends.push(shared.text.len());
        }
        Ok(shared)
    }

    pub(super) fn get(&self, place: u32) -> Option<&str> {
        let place = place as usize;
        let end = *self.ends.get(place)?;
        let start = place.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.text.get(start..end)
    }
}

//! What an XLS workbook says before its sheets: their names, the shared texts, which formats show days.

use std::collections::HashMap;

use super::super::locked;
use super::record::{self, Record, Records};
use super::strings::{Pieces, Shared};
use crate::decode::Decoder;
use crate::problem::Fault;

/// Where a sheet begins.
pub(super) struct SheetStart {
    pub(super) name: String,
    pub(super) start: usize,
    pub(super) hidden: bool,
}

/// What the whole workbook says.
pub(super) struct Globals {
    pub(super) sheets: Vec<SheetStart>,
    pub(super) shared: Shared,
    pub(super) from_1904: bool,
    /// Whether a cell of each format shows a day.
    days: Vec<bool>,
    /// Whether texts are in Unicode: since 1997.
    unicode: bool,
    gb18030: fn() -> Box<dyn Decoder>,
}

/// The versions that are read, by the records that begin their streams.
const BIFF5: u16 = 0x0500;
const BIFF8: u16 = 0x0600;

impl Globals {
    pub(super) fn read(stream: &[u8], gb18030: fn() -> Box<dyn Decoder>) -> Result<Self, Fault> {
        let mut records = Records::new(stream);
        let first = records.next().ok_or(Fault::BrokenWorkbook)??;
        let version = if first.kind == record::BOF { first.u16(0)? } else { return Err(Fault::NotAWorkbook) };
        if !matches!(version, BIFF5 | BIFF8) {
            return Err(Fault::NotAWorkbook);
        }
        let mut globals = Self {
            sheets: Vec::new(),
            shared: Shared::default(),
            from_1904: false,
            days: Vec::new(),
            unicode: version == BIFF8,
            gb18030,
        };
        let mut formats = Vec::new();
        let mut custom = HashMap::new();
        for record in records {
            let record = record?;
            match record.kind {
                record::FILE_PASS => return Err(locked::records(record.first(), globals.unicode)),
                record::DATE_MODE => globals.from_1904 = record.u16(0)? == 1,
                record::FORMAT => {
                    let format =
                        if globals.unicode { globals.text(&record, 2) } else { globals.short_text(&record, 2) }?;
                    custom.insert(record.u16(0)?, shows_day(&format));
                }
                record::CELL_FORMAT => formats.push(record.u16(2)?),
                record::BOUND_SHEET => globals.add_sheet(&record)?,
                record::SHARED_STRINGS => globals.shared = Shared::read(&record)?,
                record::EOF => break,
                _ => {}
            }
        }
        let is_day = |format: &u16| custom.get(format).copied().unwrap_or_else(|| is_builtin_day(*format));
        globals.days = formats.iter().map(is_day).collect();
        Ok(globals)
    }

    fn add_sheet(&mut self, record: &Record<'_>) -> Result<(), Fault> {
        const WORKSHEET: u8 = 0;
        if record.u8(5)? == WORKSHEET {
            let name = self.short_text(record, 6)?;
            // Of the byte of visibility other bits are not defined.
            let hidden = record.u8(4)? & 3 != 0;
            self.sheets.push(SheetStart { name, start: record.u32(0)? as usize, hidden });
        }
        Ok(())
    }

    /// Whether cells of this format show a day.
    pub(super) fn is_day(&self, format: u16) -> bool {
        self.days.get(usize::from(format)).copied().unwrap_or(false)
    }

    /// The text of a record whose length, in two bytes, stands at this place.
    pub(super) fn text(&self, record: &Record<'_>, at: usize) -> Result<String, Fault> {
        let mut pieces = Pieces::new(record, at)?;
        let characters = usize::from(pieces.u16()?);
        self.text_of(&mut pieces, characters)
    }

    /// The same with the length in one byte.
    fn short_text(&self, record: &Record<'_>, at: usize) -> Result<String, Fault> {
        let mut pieces = Pieces::new(record, at)?;
        let characters = usize::from(pieces.u8()?);
        self.text_of(&mut pieces, characters)
    }

    fn text_of(&self, pieces: &mut Pieces<'_>, characters: usize) -> Result<String, Fault> {
        let mut text = String::new();
        if self.unicode {
            pieces.text(characters, &mut text)?;
        } else {
            // Before Unicode Chinese workbooks are in GBK, and the length is that of the bytes.
            (self.gb18030)().decode(pieces.bytes(characters), true, &mut text);
        }
        Ok(text)
    }
}

/// Whether one of the formats that every workbook has shows a day; those from 27 on are the Chinese ones.
fn is_builtin_day(format: u16) -> bool {
    matches!(format, 14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58)
}

/// Whether a format shows a day: it has a year or a day outside of quotation marks, brackets and escapes.
fn shows_day(format: &str) -> bool {
    let mut letters = format.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => while letters.next().is_some_and(|letter| letter != '"') {},
            '[' => while letters.next().is_some_and(|letter| letter != ']') {},
            '\\' | '_' | '*' => {
                letters.next();
            }
            'y' | 'Y' | 'd' | 'D' => return true,
            _ => {}
        }
    }
    false
}

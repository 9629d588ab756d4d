//! XLS workbooks: the records of Excel 5 to 2003 (BIFF5 and BIFF8), as far as cells come from them.
//!
//! Source of the forms: [MS-XLS]. Every length is checked; a record that is too short ends the reading with words.

mod container;
mod globals;
mod record;
mod strings;

use self::container::Container;
use self::globals::{Globals, SheetStart};
use self::record::{Record, Records};
use super::merged::{MOST_MERGES, Merge};
use super::value::{push_day, push_number};
use super::{Out, locked};
use crate::decode::Decoder;
use crate::format::Format;
use crate::importer::Sheet;
use crate::problem::Fault;

/// The most cells of a sheet: 65,536 rows of 256.
const MOST_CELLS: usize = 65_536 * 256;

/// Reads the sheets of an XLS workbook.
pub(super) fn read(bytes: &[u8], gb18030: fn() -> Box<dyn Decoder>, out: &mut Out<'_>) -> Result<(), Fault> {
    let unpacked;
    let stream = if bytes.starts_with(container::MARK) {
        unpacked = stream_of(bytes)?;
        &unpacked
    } else {
        bytes
    };
    let globals = Globals::read(stream, gb18030)?;
    if globals.sheets.is_empty() {
        return Err(Fault::NotAWorkbook);
    }
    // The streams of sheets stand one behind the other: all together they are no longer than what they stand in.
    let mut left = stream.len();
    for sheet in &globals.sheets {
        let begins = Sheet { name: &sheet.name, hidden: sheet.hidden, from_1904: globals.from_1904 };
        if out.sheet(begins)? {
            let (mut cells, merges) = cells(stream, sheet, &globals, &mut left)?;
            // Programs write them row by row, but the format does not ask for it.
            if !cells.is_sorted_by_key(Cell::place) {
                cells.sort_by_key(Cell::place);
            }
            out.merged(merges);
            pass_on(&cells, &globals, out)?;
            out.end_sheet();
        }
    }
    Ok(())
}

/// The stream of the workbook in its container.
fn stream_of(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let container = Container::open(bytes)?;
    // A workbook in the newer format is put into a container when it is locked.
    if container.stream("EncryptedPackage").is_some() {
        let description = container.stream("EncryptionInfo").and_then(|stream| container.read(stream).ok());
        return Err(description.map_or(Fault::Password, |description| locked::package(&description)));
    }
    let stream = ["Workbook", "Book"].into_iter().find_map(|name| container.stream(name));
    container.read(stream.ok_or_else(|| other_document(&container))?)
}

/// What is said of a container without a workbook, by the streams that other programs put into theirs.
fn other_document(container: &Container<'_>) -> Fault {
    let known = [
        ("WordDocument", Format::Word),
        ("PowerPoint Document", Format::PowerPoint),
        ("VisioDocument", Format::Visio),
        ("__properties_version1.0", Format::Mail),
    ];
    let found = known.into_iter().find(|(name, _)| container.stream(name).is_some());
    found.map_or(Fault::NotAWorkbook, |(_, format)| Fault::OtherFormat(format))
}

/// A cell with something in it.
struct Cell {
    row: u16,
    column: u16,
    value: Value,
}

impl Cell {
    fn place(&self) -> (u16, u16) {
        (self.row, self.column)
    }
}

enum Value {
    Number(f64),
    /// A number that is shown as a day.
    Day(f64),
    /// The text at this place of the shared ones.
    Shared(u32),
    Text(Box<str>),
    Known(&'static str),
}

fn pass_on(cells: &[Cell], globals: &Globals, out: &mut Out<'_>) -> Result<(), Fault> {
    let mut text = String::new();
    for cell in cells {
        text.clear();
        match &cell.value {
            Value::Number(number) => push_number(*number, &mut text),
            Value::Day(number) => push_day(*number, globals.from_1904, &mut text),
            Value::Shared(place) => text.push_str(globals.shared.get(*place).ok_or(Fault::BrokenWorkbook)?),
            Value::Text(own) => text.push_str(own),
            Value::Known(word) => text.push_str(word),
        }
        if !text.is_empty() && !out.cell(cell.row.into(), cell.column.into(), &text)? {
            break;
        }
    }
    Ok(())
}

/// The cells of a sheet, in the order of its records, and those that are merged, of which so many bytes may be read as are left.
fn cells(
    stream: &[u8],
    sheet: &SheetStart,
    globals: &Globals,
    left: &mut usize,
) -> Result<(Vec<Cell>, Vec<Merge>), Fault> {
    let records = Records::new(stream.get(sheet.start..).ok_or(Fault::BrokenWorkbook)?);
    let (mut cells, mut merges) = (Vec::new(), Vec::new());
    // Charts within the sheet are streams within its stream.
    let mut depth = 0;
    let mut formula = None;
    for record in records {
        let record = record?;
        *left = left.checked_sub(record.whole_len()).ok_or(Fault::BrokenWorkbook)?;
        match record.kind {
            record::BOF => depth += 1,
            record::EOF if depth <= 1 => return Ok((cells, merges)),
            record::EOF => depth -= 1,
            _ if depth > 1 => {}
            record::MERGED_CELLS => read_merges(&record, &mut merges)?,
            record::STRING => {
                if let Some((row, column)) = formula.take() {
                    let text = globals.text(&record, 0)?;
                    cells.push(Cell { row, column, value: Value::Text(text.into()) });
                }
            }
            _ => formula = read_cell(&record, globals, &mut cells)?.or(formula),
        }
        if cells.len() > MOST_CELLS || merges.len() > MOST_MERGES {
            return Err(Fault::BrokenWorkbook);
        }
    }
    // The stream is cut off.
    Err(Fault::BrokenWorkbook)
}

/// Reads the merged cells of a record: of each its first and last row, then its first and last column.
fn read_merges(record: &Record<'_>, merges: &mut Vec<Merge>) -> Result<(), Fault> {
    for place in 0..usize::from(record.u16(0)?) {
        let number = |at: usize| record.u16(2 + place * 8 + at * 2).map(u32::from);
        merges.extend(Merge::new((number(0)?, number(2)?), (number(1)?, number(3)?)));
    }
    Ok(())
}

/// Reads a cell. Returns its place when it is a formula whose text comes with the next record.
fn read_cell(record: &Record<'_>, globals: &Globals, cells: &mut Vec<Cell>) -> Result<Option<(u16, u16)>, Fault> {
    let is_cell = matches!(
        record.kind,
        record::LABEL_SST
            | record::NUMBER
            | record::RK
            | record::MULTIPLE_RK
            | record::LABEL
            | record::RICH_LABEL
            | record::FORMULA
            | record::BOOLEAN_OR_ERROR
    );
    if !is_cell {
        return Ok(None);
    }
    let (row, column, format) = (record.u16(0)?, record.u16(2)?, record.u16(4)?);
    let number = |number: f64, format: u16| {
        if globals.is_day(format) { Value::Day(number) } else { Value::Number(number) }
    };
    let value = match record.kind {
        record::LABEL_SST => Value::Shared(record.u32(6)?),
        record::NUMBER => number(record.f64(6)?, format),
        record::RK => number(rk(record.u32(6)?), format),
        record::LABEL | record::RICH_LABEL => Value::Text(globals.text(record, 6)?.into()),
        record::BOOLEAN_OR_ERROR => known(record.u8(6)?, record.u8(7)? != 0),
        record::MULTIPLE_RK => {
            // Row, first column; of each cell its format and number; last column.
            let count = record.len().saturating_sub(6) / 6;
            for place in 0..count {
                let at = 4 + place * 6;
                let column = u16::try_from(usize::from(column) + place).map_err(|_| Fault::BrokenWorkbook)?;
                let value = number(rk(record.u32(at + 2)?), record.u16(at)?);
                cells.push(Cell { row, column, value });
            }
            return Ok(None);
        }
        // The result of a formula: a number, or by its last two bytes something else.
        _ if record.u16(12)? != 0xFFFF => number(record.f64(6)?, format),
        _ => match record.u8(6)? {
            0 => return Ok(Some((row, column))),
            1 => known(record.u8(8)?, false),
            2 => known(record.u8(8)?, true),
            _ => return Ok(None),
        },
    };
    cells.push(Cell { row, column, value });
    Ok(None)
}

/// A number in four bytes: the upper half of a fraction or a whole number, either a hundredth at times.
fn rk(bits: u32) -> f64 {
    let number = if bits & 2 == 0 {
        f64::from_bits(u64::from(bits & !3) << 32)
    } else {
        f64::from(i32::from_ne_bytes(bits.to_ne_bytes()) >> 2)
    };
    if bits & 1 == 0 { number } else { number / 100.0 }
}

fn known(code: u8, is_error: bool) -> Value {
    Value::Known(match (is_error, code) {
        (false, 0) => "FALSE",
        (false, _) => "TRUE",
        (true, 0x00) => "#NULL!",
        (true, 0x07) => "#DIV/0!",
        (true, 0x0F) => "#VALUE!",
        (true, 0x17) => "#REF!",
        (true, 0x1D) => "#NAME?",
        (true, 0x24) => "#NUM!",
        (true, _) => "#N/A",
    })
}

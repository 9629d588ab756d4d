//! XLSX workbooks, by calamine.

use calamine::{CellErrorType, DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::budget::Budget;
use super::metered::Metered;
use super::value::{push_day, push_number};
use super::{Out, package};
use crate::importer::Sheet;
use crate::limits::Limits;
use crate::problem::Fault;

/// Reads the sheets of an XLSX workbook.
pub(super) fn read(bytes: &[u8], limits: &Limits, budget: &mut Budget, out: &mut Out<'_>) -> Result<(), Fault> {
    let merges = package::check(bytes, limits, budget)?;
    let bytes = Metered::new(bytes);
    let place = bytes.place();
    let mut workbook = Xlsx::new(bytes).map_err(|error| match error {
        XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound => Fault::NotAWorkbook,
        error => fault(&error),
    })?;
    let from_1904 = workbook.has_1904_epoch();
    let sheets: Vec<_> =
        workbook.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).cloned().collect();
    if sheets.is_empty() {
        return Err(Fault::NotAWorkbook);
    }
    let mut text = String::new();
    for sheet in sheets {
        let hidden = sheet.visible != SheetVisible::Visible;
        if !out.sheet(Sheet { name: &sheet.name, hidden, from_1904 })? {
            continue;
        }
        let mut cells = workbook.worksheet_cells_reader(&sheet.name).map_err(|error| fault(&error))?;
        out.merged(merges.get(&place.get()).cloned().unwrap_or_default());
        while let Some(cell) = cells.next_cell().map_err(|error| fault(&error))? {
            text.clear();
            push(cell.get_value(), from_1904, &mut text);
            let (row, column) = cell.get_position();
            if !text.is_empty() && !out.cell(row, column, &text)? {
                break;
            }
        }
        out.end_sheet();
    }
    Ok(())
}

fn fault(error: &XlsxError) -> Fault {
    if matches!(error, XlsxError::Password) { Fault::Password } else { Fault::BrokenWorkbook }
}

fn push(value: &DataRef<'_>, from_1904: bool, text: &mut String) {
    match value {
        DataRef::Empty => {}
        DataRef::Int(number) => push_number(*number as f64, text),
        DataRef::Float(number) => push_number(*number, text),
        DataRef::DateTime(day) if day.is_datetime() => push_day(day.as_f64(), from_1904, text),
        DataRef::DateTime(duration) => push_number(duration.as_f64(), text),
        DataRef::String(own) => text.push_str(own),
        DataRef::SharedString(shared) => text.push_str(shared),
        DataRef::Bool(yes) => text.push_str(if *yes { "TRUE" } else { "FALSE" }),
        DataRef::DateTimeIso(day) => text.push_str(day.trim_end_matches('Z')),
        DataRef::DurationIso(duration) => text.push_str(duration),
        DataRef::Error(error) => text.push_str(error_text(error)),
    }
}

fn error_text(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        CellErrorType::GettingData => "#GETTING_DATA",
    }
}

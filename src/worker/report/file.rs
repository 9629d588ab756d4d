//! What could not be used, as a table for a file.

use super::Reader;
use super::problems::told;
use super::words::{
    PROBLEM_FILE, PROBLEM_LEVEL, PROBLEM_NOTICED, PROBLEM_REFUSED, PROBLEM_ROW, PROBLEM_WORDS, PROBLEMS,
};
use crate::export::{Cell, Column, FigureTable};
use crate::import::{ImportReport, Level, Problem};
use crate::pack::{Locale, phrases};

phrases! {
    SHEET "工作表" "Sheet"
    COLUMN "列" "Column"
    VALUE "原值" "Value"
}

/// Returns the problems that the report is narrowed to, with all that is known of each.
pub(in crate::worker) fn table(reader: &Reader, report: &ImportReport, locale: Locale) -> FigureTable {
    let columns = [
        (PROBLEM_FILE, 24),
        (SHEET, 14),
        (PROBLEM_ROW, 10),
        (PROBLEM_LEVEL, 10),
        (COLUMN, 20),
        (VALUE, 24),
        (PROBLEM_WORDS, 80),
    ];
    let columns = columns.map(|(name, width)| Column { name: name.get(locale).to_owned(), width });
    let row = |problem: &&Problem| {
        let level = if problem.level == Level::Refused { PROBLEM_REFUSED } else { PROBLEM_NOTICED };
        vec![
            Cell::from(&*problem.file_name),
            Cell::from(problem.sheet.as_deref().unwrap_or_default()),
            problem.at.map_or(Cell::Nothing, |at| Cell::Number(at.sheet_row.into())),
            Cell::from(level.get(locale)),
            Cell::from(problem.column.as_ref().map_or("", |column| &column.header)),
            Cell::from(problem.value.as_str()),
            Cell::from(told(problem, locale)),
        ]
    };
    FigureTable {
        id: "problems",
        title: PROBLEMS.get(locale).to_owned(),
        columns: columns.into(),
        rows: reader.problems(report).iter().map(row).collect(),
    }
}

//! What is told of a file once its header was found, and while its rows are read.

use super::columns::Field;
use super::layout::letters;
use super::met::Met;
use super::report::{Authority, FileReport};
use super::rows::Form;
use super::table::Table;

/// Says of a file what its table is.
pub(super) fn describe(file: &mut FileReport, table: &Table) {
    file.kind = Some(table.layout.kind);
    file.delimiter = match table.form() {
        Form::Delimited(delimiter) => Some(char::from(delimiter)),
        Form::Sheet => None,
    };
    file.header_row = Some(table.header_row);
    file.header_rows = table.header_rows;
    let column = |index: usize| {
        let name = table.header.cells.get(index).map(String::as_str).unwrap_or_default();
        format!("{}列“{name}”", letters(index))
    };
    let doubled = table.layout.doubled.iter();
    file.doubled_columns =
        doubled.map(|doubled| (column(doubled.counts), doubled.others.iter().copied().map(column).collect())).collect();
    file.shape.clone_from(&table.header.shape);
    let figures = table.layout.figures.iter().map(|figure| &figure.column);
    let columns = table.layout.columns().chain(figures);
    file.columns = columns.map(|column| (column.header.to_string(), column.read_as().into_owned())).collect();
    file.unused_columns.clone_from(&table.layout.unused);
}

/// The authorities that a table has named so far.
pub(super) fn authorities(table: &Table) -> Vec<Authority> {
    let column = [Field::Authority, Field::Department].into_iter().find_map(|field| table.layout.column(field));
    let Some(column) = column else { return Vec::new() };
    let authority = |(name, Met { system, rows, corrected }): (&str, Met)| Authority {
        column: column.standard,
        name: name.to_owned(),
        system,
        rows,
        corrected,
    };
    table.authorities.met().into_iter().map(authority).collect()
}

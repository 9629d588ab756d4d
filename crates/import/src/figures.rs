//! The figures of a row of the register.

use facts::Decimal;
use pack::Figure;

use super::cell::compact;
use super::problem::{Fault, Level};
use super::row::{Details, RowReader};

impl RowReader<'_> {
    /// The figures of the row, each with the id that the rules give it. One that cannot be read is noted and left out.
    pub(super) fn figures(&mut self) -> Vec<(String, Decimal)> {
        let mut found = Vec::new();
        for column in &self.layout.figures {
            let Some(text) = self.row.filled(column.index) else { continue };
            let figure = &column.figure;
            match number(&text, figure) {
                Some(number) => found.push((figure.id.clone(), number)),
                None => {
                    let value = self.row.cell(column.index);
                    let details =
                        Details { at: Some(self.at), column: Some(&column.column), value, hint: range(figure) };
                    self.source.note(self.problems, Level::Notice, Fault::FigureUnknown, details);
                }
            }
        }
        found
    }
}

/// The number of a cell, where the figure can have it: 1,234.5平方米.
fn number(text: &str, figure: &Figure) -> Option<Decimal> {
    let text = compact(text);
    let units = [&figure.unit.zh, &figure.unit.en].map(|unit| compact(unit));
    let unit = units.iter().find(|unit| !unit.is_empty() && text.ends_with(unit.as_str()));
    let digits = text.strip_suffix(unit.map_or("", String::as_str)).unwrap_or(&text).replace([',', '，'], "");
    let number = Decimal::parse(&digits).ok()?;
    figure.takes(number).then_some(number)
}

/// The numbers that a figure can have: 0–100; 0.1.
fn range(figure: &Figure) -> String {
    let step = Decimal::step(figure.decimals);
    format!("{}–{}; {step}", figure.least, figure.most)
}

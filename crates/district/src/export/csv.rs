//! CSV: UTF-8 with a byte order mark, by which Excel knows it, or GB18030, which older systems of offices ask for.

use super::guard::{may_become_formula, would_be_another_number};
use super::{About, Cell, Column, Writer};
use import::Gb18030Table;

const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

/// Writes a CSV file: commas, every text quoted, lines ended by CR and LF.
pub struct Csv<'e> {
    /// Nothing for UTF-8.
    encoder: Option<&'e Gb18030Table>,
    /// A line before it is encoded.
    line: String,
    bytes: Vec<u8>,
}

impl<'e> Csv<'e> {
    /// A file that begins with the lines about the table and its columns; in GB18030 by the table for it, else in UTF-8.
    #[must_use]
    pub fn new(about: &About, columns: &[Column], encoder: Option<&'e Gb18030Table>) -> Self {
        let bytes = if encoder.is_none() { BYTE_ORDER_MARK.to_vec() } else { Vec::new() };
        let mut csv = Self { encoder, line: String::new(), bytes };
        for line in &about.lines {
            csv.row(&[Cell::Text(line.clone())]);
        }
        let head: Vec<Cell> = columns.iter().map(|column| Cell::Text(column.name.clone())).collect();
        csv.row(&head);
        csv
    }

    fn text(&mut self, text: &str) {
        self.line.push('"');
        if may_become_formula(text) || would_be_another_number(text) {
            self.line.push('\'');
        }
        for letter in text.chars() {
            if letter == '"' {
                self.line.push('"');
            }
            self.line.push(letter);
        }
        self.line.push('"');
    }
}

impl Writer for Csv<'_> {
    fn row(&mut self, cells: &[Cell]) {
        self.line.clear();
        for (index, cell) in cells.iter().enumerate() {
            if index > 0 {
                self.line.push(',');
            }
            match cell {
                Cell::Nothing => {}
                Cell::Text(text) => self.text(text),
                Cell::Number(number) => self.line.push_str(&number.to_string()),
                Cell::Day(day) => self.line.push_str(&day.to_string()),
                Cell::PerMille(share) => self.line.push_str(&format!("{}.{}%", share / 10, share % 10)),
            }
        }
        self.line.push_str("\r\n");
        match self.encoder {
            None => self.bytes.extend_from_slice(self.line.as_bytes()),
            Some(encoder) => encoder.encode(&self.line, &mut self.bytes),
        }
    }

    fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.bytes)
    }

    fn finish(self) -> Vec<u8> {
        self.bytes
    }
}

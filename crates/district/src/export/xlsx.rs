//! An Excel workbook of one sheet, written row after row.
//!
//! What is needed of the format is one sheet of texts, numbers and days with a head that stays. Writers at hand keep
//! every cell until the end; here a row is packed as soon as it is there, so that the memory does not grow with the rows.

use super::guard::may_become_formula;
use super::zip::Zip;
use super::{About, Cell, Column, Writer};

/// How many rows one workbook takes; of more, several are written. Excel itself opens no more than 1,048,576, and older
/// office machines are slow long before.
pub const PART_ROWS: usize = 200_000;

/// The longest text that Excel takes in a cell, in its own units, which are those of UTF-16.
const LONGEST_TEXT: usize = 32_767;
/// The longest name of a sheet.
const LONGEST_NAME: usize = 31;

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const PARTS: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// The styles by their numbers in the workbook.
mod style {
    pub(super) const HEAD: u32 = 1;
    pub(super) const DAY: u32 = 2;
    /// A text that stays one when it is edited.
    pub(super) const QUOTED: u32 = 3;
    pub(super) const SHARE: u32 = 4;
}

/// Writes a workbook.
pub struct Xlsx {
    zip: Zip,
    columns: usize,
    /// The row of the head, counted from 1 as Excel does.
    head: usize,
    rows: usize,
    /// What was written of the sheet and not yet packed.
    text: String,
}

impl Xlsx {
    /// A workbook that begins with the lines about the table and its columns.
    #[must_use]
    pub fn new(about: &About, columns: &[Column]) -> Self {
        let mut zip = Zip::new();
        zip.file("[Content_Types].xml", &content_types());
        zip.file("_rels/.rels", &relations(&[("officeDocument", "xl/workbook.xml")]));
        zip.file("xl/workbook.xml", &workbook(&about.title));
        zip.file("xl/_rels/workbook.xml.rels", &relations(&[("worksheet", "sheet1.xml"), ("styles", "styles.xml")]));
        zip.file("xl/styles.xml", &styles());
        zip.begin("xl/sheet1.xml");
        let head = about.lines.len() + 1;
        let mut xlsx = Self { zip, columns: columns.len(), head, rows: 0, text: String::new() };
        xlsx.text = format!(
            "{XML}<worksheet xmlns=\"{MAIN}\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"{head}\" \
             topLeftCell=\"A{}\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>",
            head + 1
        );
        for (index, column) in columns.iter().enumerate() {
            let number = index + 1;
            let width = column.width;
            xlsx.text
                .push_str(&format!("<col min=\"{number}\" max=\"{number}\" width=\"{width}\" customWidth=\"1\"/>"));
        }
        xlsx.text.push_str("</cols><sheetData>");
        for line in &about.lines {
            xlsx.write_row(&[Cell::Text(line.clone())], 0);
        }
        let names: Vec<Cell> = columns.iter().map(|column| Cell::Text(column.name.clone())).collect();
        xlsx.write_row(&names, style::HEAD);
        xlsx
    }

    fn write_row(&mut self, cells: &[Cell], text_style: u32) {
        self.rows += 1;
        self.text.push_str("<row>");
        for cell in cells {
            match cell {
                Cell::Nothing => self.text.push_str("<c/>"),
                Cell::Text(text) => {
                    let quoted = may_become_formula(text) && text_style == 0;
                    let style = if quoted { style::QUOTED } else { text_style };
                    self.text.push_str(&format!("<c t=\"inlineStr\" s=\"{style}\"><is><t xml:space=\"preserve\">"));
                    escape(text, &mut self.text);
                    self.text.push_str("</t></is></c>");
                }
                Cell::Number(number) => self.text.push_str(&format!("<c><v>{number}</v></c>")),
                Cell::Day(day) => {
                    /// The days from 30 December 1899, from which Excel counts, to 1 January 1970.
                    const UP_TO_1970: i32 = 25_569;
                    let number = day.to_epoch_days() + UP_TO_1970;
                    self.text.push_str(&format!("<c s=\"{}\"><v>{number}</v></c>", style::DAY));
                }
                Cell::PerMille(share) => {
                    self.text.push_str(&format!(
                        "<c s=\"{}\"><v>{}.{:03}</v></c>",
                        style::SHARE,
                        share / 1000,
                        share % 1000
                    ));
                }
            }
        }
        self.text.push_str("</row>");
        /// Enough to be packed well.
        const PIECE: usize = 1 << 16;
        if self.text.len() > PIECE {
            self.pack();
        }
    }

    fn pack(&mut self) {
        self.zip.write(&self.text);
        self.text.clear();
    }
}

impl Writer for Xlsx {
    fn row(&mut self, cells: &[Cell]) {
        self.write_row(cells, 0);
    }

    fn take(&mut self) -> Vec<u8> {
        self.zip.take()
    }

    fn finish(mut self) -> Vec<u8> {
        let last = column_name(self.columns.saturating_sub(1));
        let range = format!("A{}:{last}{}", self.head, self.rows);
        self.text.push_str(&format!("</sheetData><autoFilter ref=\"{range}\"/></worksheet>"));
        self.pack();
        self.zip.finish()
    }
}

/// The letters by which Excel names a column: A for 0, AA for 26.
fn column_name(mut index: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.insert(0, b'A' + (index % 26) as u8);
        match (index / 26).checked_sub(1) {
            Some(rest) => index = rest,
            None => return letters.into_iter().map(char::from).collect(),
        }
    }
}

/// A text as it stands in XML. What XML has no room for is left out, and of a text that is too long for a cell the end.
fn escape(text: &str, xml: &mut String) {
    let mut length = 0;
    for (index, letter) in text.char_indices() {
        length += letter.len_utf16();
        if length > LONGEST_TEXT {
            break;
        }
        match letter {
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '&' => xml.push_str("&amp;"),
            '"' => xml.push_str("&quot;"),
            // A plain CR would be read as a line break, _x000D_ in a text as a CR.
            '\r' => xml.push_str("_x000D_"),
            '_' if is_escape(&text[index..]) => xml.push_str("_x005F_"),
            '\t' | '\n' => xml.push(letter),
            '\0'..'\u{20}' | '\u{FFFE}' | '\u{FFFF}' => xml.push('\u{FFFD}'),
            _ => xml.push(letter),
        }
    }
}

/// Whether Excel would take the beginning of a text for a character by its number: `_x0041_`.
fn is_escape(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 7 && bytes.starts_with(b"_x") && bytes[2..6].iter().all(u8::is_ascii_hexdigit) && bytes[6] == b'_'
}

fn content_types() -> String {
    let part =
        |path: &str, kind: &str| format!("<Override PartName=\"/xl/{path}\" ContentType=\"{PARTS}.{kind}+xml\"/>");
    format!(
        "{XML}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>{}{}{}</Types>",
        part("workbook.xml", "sheet.main"),
        part("sheet1.xml", "worksheet"),
        part("styles.xml", "styles"),
    )
}

fn relations(targets: &[(&str, &str)]) -> String {
    let mut xml = format!("{XML}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for (number, (kind, target)) in (1..).zip(targets) {
        xml.push_str(&format!("<Relationship Id=\"rId{number}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>"));
    }
    xml + "</Relationships>"
}

fn workbook(title: &str) -> String {
    // Excel has no sheet whose name has one of these.
    let name: String = title.chars().filter(|letter| !"[]:*?/\\'".contains(*letter)).take(LONGEST_NAME).collect();
    let mut xml = format!("{XML}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets><sheet name=\"");
    escape(&name, &mut xml);
    xml + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
}

/// The styles, in the order of their numbers.
fn styles() -> String {
    format!(
        "{XML}<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>\
         </numFmts><fonts count=\"2\"><font/><font><b/></font></fonts><fills count=\"2\"><fill><patternFill \
         patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\">\
         <border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"5\"><xf/>\
         <xf fontId=\"1\" applyFont=\"1\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/><xf quotePrefix=\"1\"/>\
         <xf numFmtId=\"10\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
    )
}

//! Workbooks and pages made from tables, for the tests.

use std::io::{Cursor, Write};

use xinheng::import::{Import, Importer, is_workbook};
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::support::importer;

/// A table: its rows, each of its cells.
pub type Rows = Vec<Vec<String>>;

/// A table from text with a comma between its cells.
pub fn rows(text: &str) -> Rows {
    text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

/// Imports files as whoever opens them does: workbooks as a whole, others in pieces.
pub fn import_files(files: &[(&str, Vec<u8>)]) -> Import {
    import_with(importer(), files)
}

/// The same with an importer of one's own.
pub fn import_with(mut importer: Importer, files: &[(&str, Vec<u8>)]) -> Import {
    for (name, bytes) in files {
        importer.open(name);
        if is_workbook(bytes) {
            importer.workbook(bytes);
        } else {
            for piece in bytes.chunks(4093) {
                if !importer.feed(piece) {
                    break;
                }
            }
        }
        importer.close();
    }
    importer.finish()
}

/// The parts of a package, packed in no time.
pub fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    packed(1, parts)
}

/// The same, packed as well as this level says, from 1 to 9.
pub fn packed(level: i64, parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        package.start_file(*name, SimpleFileOptions::default().compression_level(Some(level))).unwrap();
        package.write_all(bytes).unwrap();
    }
    package.finish().unwrap().into_inner()
}

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const SHEET: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// A workbook of one sheet with this inside of its data, and with these parts besides.
pub fn xlsx_of(data: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let sheet = format!("<worksheet xmlns=\"{SHEET}\"><sheetData>{data}</sheetData></worksheet>");
    xlsx_with(sheet.as_bytes(), more)
}

/// A workbook whose sheet is this part, and with these parts besides.
pub fn xlsx_with(sheet: &[u8], more: &[(&str, &[u8])]) -> Vec<u8> {
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
    let packaged = format!(
        "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" \
         Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let workbook = format!(
        "<workbook xmlns=\"{SHEET}\" xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/>\
         </sheets></workbook>"
    );
    let related = format!(
        "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/worksheet\" \
         Target=\"worksheets/sheet1.xml\"/></Relationships>"
    );
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", packaged.as_bytes()),
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", related.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    parts.extend(more);
    package(&parts)
}

/// The letters of a column.
fn letters(column: usize) -> String {
    let above = column.checked_sub(26).map(|rest| letters(rest / 26)).unwrap_or_default();
    above + &char::from(b'A' + (column % 26) as u8).to_string()
}

/// Escapes what XML and HTML take for marks.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A workbook with a table, its texts within the cells or shared.
pub fn xlsx(table: &Rows, shared: bool) -> Vec<u8> {
    let (mut data, mut strings, mut count) = (String::new(), String::new(), 0);
    for (row, cells) in table.iter().enumerate() {
        data += &format!("<row r=\"{}\">", row + 1);
        for (column, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let (index, text) = (format!("{}{}", letters(column), row + 1), escaped(text));
            let text = format!("<t xml:space=\"preserve\">{text}</t>");
            if shared {
                data += &format!("<c r=\"{index}\" t=\"s\"><v>{count}</v></c>");
                strings += &format!("<si>{text}</si>");
                count += 1;
            } else {
                data += &format!("<c r=\"{index}\" t=\"inlineStr\"><is>{text}</is></c>");
            }
        }
        data += "</row>";
    }
    let strings = format!("<sst xmlns=\"{SHEET}\" count=\"{count}\" uniqueCount=\"{count}\">{strings}</sst>");
    let strings: &[(&str, &[u8])] = &[("xl/sharedStrings.xml", strings.as_bytes())];
    xlsx_of(&data, if shared { strings } else { &[] })
}

/// A web page with a table, as systems write it.
pub fn html(table: &Rows) -> String {
    let row = |cells: &Vec<String>| {
        let cells: Vec<String> =
            cells.iter().map(|text| format!("<TD class=x>{}</td>", escaped(text).replace('\n', "<br>"))).collect();
        format!("<tr>{}</tr>\r\n", cells.concat())
    };
    let rows: String = table.iter().map(row).collect();
    format!("<html><head><meta charset=gbk></head><body>\r\n<table border=\"1\">{rows}</table></body></html>")
}

/// An XML spreadsheet with a table, blank cells left out.
pub fn xml(table: &Rows) -> String {
    let mut rows = String::new();
    for cells in table {
        rows += "<Row>\n";
        for (column, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let text = escaped(text).replace('\n', "&#10;");
            rows += &format!("<Cell ss:Index=\"{}\">\n<Data ss:Type=\"String\">{text}</Data></Cell>\n", column + 1);
        }
        rows += "</Row>\n";
    }
    format!(
        "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook \
         xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"表&amp;1\"><Table>{rows}</Table>\
         </Worksheet><Worksheet ss:Name=\"空\"><Table/></Worksheet></Workbook>"
    )
}

/// A table as text with this between its cells.
pub fn delimited(table: &Rows, delimiter: &str) -> String {
    let quoted = |text: &String| format!("\"{}\"", text.replace('"', "\"\""));
    let row = |cells: &Vec<String>| cells.iter().map(quoted).collect::<Vec<_>>().join(delimiter) + "\r\n";
    table.iter().map(row).collect()
}

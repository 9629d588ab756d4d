//! The same tables in every format give the same enterprises, and the same words about what cannot be read.

use xinheng::import::{Import, unbundle};

use crate::books::{Rows, delimited, html, import_files, xlsx, xml};

/// Every word and form of the tables that offices exchange; further ones are tried in `vocabulary`.
const WORDS: &str = include_str!("../fixtures/workbooks/words.txt");

/// What was told: file, row, column, value, code.
type Told = Vec<(String, u32, String, String, &'static str)>;

fn told(import: &Import) -> Told {
    let problem = |problem: &xinheng::import::Problem| {
        let column = problem.column.as_ref().unwrap().report_name().into_owned();
        let (kind, row) = (import.report.files[problem.file].kind.unwrap(), problem.at.unwrap().row);
        (kind.name().to_owned(), row, column, problem.value.trim().to_owned(), problem.code())
    };
    let mut told: Told = import.report.problems.kept().iter().map(problem).collect();
    told.sort();
    told
}

fn tables() -> Vec<(String, Rows)> {
    let table = |text: &str| {
        let mut reader = Vec::new();
        for line in text.lines() {
            // No cell of these tables has a line break; one has a comma within quotation marks.
            let mut cells = vec![String::new()];
            let mut quoted = false;
            for letter in line.chars() {
                match letter {
                    '"' => quoted = !quoted,
                    ',' if !quoted => cells.push(String::new()),
                    letter => cells.last_mut().unwrap().push(letter),
                }
            }
            reader.push(cells);
        }
        reader
    };
    unbundle(WORDS).map(|(name, text)| (name.replace(".csv", ""), table(text))).collect()
}

fn as_csv() -> Import {
    let files: Vec<(&str, Vec<u8>)> = unbundle(WORDS).map(|(name, text)| (name, text.as_bytes().to_vec())).collect();
    import_files(&files)
}

fn same_in(format: &str, write: impl Fn(&Rows) -> Vec<u8>) {
    let expected = as_csv();
    let files: Vec<(String, Vec<u8>)> =
        tables().into_iter().map(|(name, rows)| (format!("{name}.xls"), write(&rows))).collect();
    let files: Vec<(&str, Vec<u8>)> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
    let import = import_files(&files);
    assert_eq!(import.enterprises, expected.enterprises, "{format}");
    assert_eq!(told(&import), told(&expected), "{format}");
    let numbers = |import: &Import| {
        let report = &import.report;
        let rows: Vec<usize> = report.files.iter().map(|file| file.rows).collect();
        (rows, report.natural_persons, report.joined_by_name, import.registered)
    };
    assert_eq!(numbers(&import), numbers(&expected), "{format}");
}

#[test]
fn the_tables_are_read() {
    let import = as_csv();
    assert_eq!(import.enterprises.len(), 20);
    assert_eq!((import.report.natural_persons, import.report.joined_by_name), (1, 1));
    let mut codes: Vec<&str> = import.report.problems.kept().iter().map(xinheng::import::Problem::code).collect();
    codes.sort_unstable();
    // 暂扣或吊销 twice; 罚歀 and nothing for a kind.
    assert_eq!(codes, ["ambiguous", "ambiguous", "missing", "unknown_value"]);
    let all = format!("{import:?}");
    assert!(!all.contains("张某") && !all.contains("150203199001011234"), "nothing about persons is kept");
}

#[test]
fn text_with_every_delimiter_in_every_encoding() {
    for delimiter in [",", ";", "\t"] {
        same_in("UTF-8", |rows| delimited(rows, delimiter).into_bytes());
        same_in("UTF-8 with its mark", |rows| format!("\u{FEFF}{}", delimited(rows, delimiter)).into_bytes());
        same_in("GB18030", |rows| encoding_rs::GB18030.encode(&delimited(rows, delimiter)).0.into_owned());
        for bytes in [u16::to_le_bytes, u16::to_be_bytes] {
            same_in("UTF-16", |rows| {
                format!("\u{FEFF}{}", delimited(rows, delimiter)).encode_utf16().flat_map(bytes).collect()
            });
        }
    }
}

#[test]
fn workbooks() {
    same_in("XLSX", |rows| xlsx(rows, false));
    same_in("XLSX with shared texts", |rows| xlsx(rows, true));
}

#[test]
fn pages_and_xml_spreadsheets_that_are_named_like_workbooks() {
    same_in("HTML", |rows| html(rows).into_bytes());
    same_in("HTML in GBK", |rows| encoding_rs::GB18030.encode(&html(rows)).0.into_owned());
    same_in("XML", |rows| xml(rows).into_bytes());
}

#[test]
fn an_old_workbook_with_eight_sheets() {
    let expected = as_csv();
    let import = import_files(&[("words.xls", include_bytes!("../fixtures/workbooks/words.xls").to_vec())]);
    assert_eq!(import.enterprises, expected.enterprises);
    assert_eq!(told(&import), told(&expected));
    let sheets: Vec<&str> = import.report.files.iter().filter_map(|file| file.sheet.as_deref()).collect();
    let kinds: Vec<&str> = import.report.files.iter().filter_map(|file| Some(file.kind?.name())).collect();
    assert_eq!((sheets.len(), sheets), (8, kinds));
}

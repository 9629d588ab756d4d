//! Workbooks as the programs that offices and their systems use write them: `tests/fixtures/writers` has them, and the
//! scripts that had them written.

use xinheng::import::{Import, Problem};

use crate::books::{import_files, xlsx_with};
use crate::support::code;

fn open(name: &str) -> Import {
    let bytes = std::fs::read(format!("{}/tests/fixtures/writers/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    import_files(&[(name, bytes)])
}

fn told(import: &Import) -> Vec<&'static str> {
    import.report.problems.kept().iter().map(Problem::code).collect()
}

/// Code and name of an enterprise, and number, amount and day of each of its penalties.
type Told<'i> = (&'i str, &'i str, Vec<(&'i str, String, String)>);

fn penalties(import: &Import) -> Vec<Told<'_>> {
    let of = |penalty: &'_ xinheng::facts::Penalty| {
        let fine = penalty.fine.map_or_else(String::new, |fine| fine.to_string());
        (fine, penalty.decided_on.to_string())
    };
    let enterprises = import.enterprises.iter();
    enterprises
        .map(|firm| {
            let penalties = firm.penalties.iter().map(|penalty| {
                let (fine, day) = of(penalty);
                (penalty.document_no.as_deref().unwrap_or_default(), fine, day)
            });
            (firm.uscc.as_str(), firm.name.as_str(), penalties.collect())
        })
        .collect()
}

/// What `table.json` says: name and code of the first enterprise stand once, in cells merged over its three penalties.
fn expect_the_table(import: &Import, what: &str) {
    let penalty = |number, fine: &str, day: &str| (number, fine.to_owned(), day.to_owned());
    let (one, two) = (code(1), code(2));
    let expected = vec![
        (
            one.as_str(),
            "示例一有限公司",
            vec![
                penalty("示市监罚〔2025〕1号", "5000", "2025-05-28"),
                penalty("示市监罚〔2025〕2号", "7000", "2025-05-29"),
                penalty("示市监罚〔2025〕3号", "", "2025-05-30"),
            ],
        ),
        (two.as_str(), "示例二有限公司", vec![penalty("示市监罚〔2025〕4号", "12000", "2025-06-03")]),
    ];
    assert_eq!(penalties(import), expected, "{what}: {:?}", import.report.problems.kept());
    assert_eq!(told(import), Vec::<&str>::new(), "{what}");
}

#[test]
fn the_same_table_written_by_every_program_is_read_alike() {
    for name in [
        "sheetjs.xlsx",
        "sheetjs_8.xls",
        "exceljs.xlsx",
        "exceljs_stream.xlsx",
        "openpyxl.xlsx",
        "openpyxl_stream.xlsx",
        "xlsxwriter_stream.xlsx",
        "xlwt.xls",
        "libreoffice.xlsx",
        "libreoffice.xls",
    ] {
        expect_the_table(&open(name), name);
    }
}

#[test]
fn a_workbook_of_1995_whose_writer_lost_the_chinese_is_opened_and_says_so() {
    // SheetJS writes an underscore for each letter that is not ASCII: there is no header any more, but a workbook.
    let import = open("sheetjs_5.xls");
    assert_eq!(told(&import), ["no_header"]);
    let shown: Vec<&str> = import.report.files[0].samples[1].cells.iter().map(String::as_str).collect();
    assert_eq!(shown[1], code(1));
}

#[test]
fn a_table_in_a_format_of_another_program_is_named() {
    let import = open("libreoffice.ods");
    assert_eq!(told(&import), ["not_a_workbook"]);
    let problem = &import.report.problems.kept()[0];
    assert!(problem.zh().contains("OpenDocument") && problem.zh().contains("另存为 XLSX"), "{}", problem.zh());
}

#[test]
fn a_workbook_that_asks_nobody_for_its_password_is_refused_in_words_that_fit() {
    for name in
        ["built_in.xlsx", "built_in_1997.xls", "built_in_2002_40.xls", "built_in_2002_128.xls", "built_in_hidden.xls"]
    {
        let import = open(name);
        assert_eq!(told(&import), ["password"], "{name}");
        let problem = &import.report.problems.kept()[0];
        assert!(
            problem.zh().contains("打开时不问密码") && problem.zh().contains("这个文件没有读入"),
            "{name}: {}",
            problem.zh()
        );
        assert!(problem.en().contains("ask nobody"), "{name}: {}", problem.en());
    }
    for name in ["own_password.xlsx", "own_password_1997.xls", "own_password_2002_40.xls", "own_password_2002_128.xls"]
    {
        let import = open(name);
        assert_eq!(told(&import), ["password"], "{name}");
        assert!(import.report.problems.kept()[0].zh().contains("设有打开密码"), "{name}");
    }
}

/// The cells of the table in the way of one program: `cell` gets row and column from 0, and the text.
fn rows_of(
    table: &[Vec<String>],
    row_tag: impl Fn(usize) -> String,
    cell: impl Fn(usize, usize, &str) -> String,
) -> String {
    let mut data = String::new();
    for (row, cells) in table.iter().enumerate() {
        data += &row_tag(row);
        for (column, text) in cells.iter().enumerate() {
            data += &cell(row, column, text);
        }
        data += "</row>";
    }
    data
}

fn table() -> Vec<Vec<String>> {
    let bytes = std::fs::read(format!("{}/tests/fixtures/writers/table.json", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let table: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    let text = |cell: &serde_json::Value| cell.as_str().map_or_else(|| cell.to_string(), str::to_owned);
    table["rows"].as_array().unwrap().iter().map(|row| row.as_array().unwrap().iter().map(text).collect()).collect()
}

const MERGED: &str = "<mergeCells count=\"2\"><mergeCell ref=\"A2:A4\"/><mergeCell ref=\"B2:B4\"/></mergeCells>";

/// EasyExcel and POI write streams: texts within their cells, blank cells written, a place that says nothing.
#[test]
fn streams_of_systems_in_java() {
    let cell = |row: usize, column: usize, text: &str| {
        let index = format!("{}{}", char::from(b'A' + column as u8), row + 1);
        if text.is_empty() {
            format!("<c r=\"{index}\" s=\"1\"/>")
        } else if text.parse::<f64>().is_ok() {
            format!("<c r=\"{index}\" s=\"1\" t=\"n\"><v>{text}</v></c>")
        } else {
            format!("<c r=\"{index}\" s=\"1\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
        }
    };
    let rows = rows_of(&table(), |row| format!("<row r=\"{}\" customHeight=\"true\" ht=\"50.0\">", row + 1), cell);
    let sheet = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet \
         xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><dimension ref=\"A1\"/><sheetViews><sheetView \
         workbookViewId=\"0\" tabSelected=\"true\"/></sheetViews><sheetData>\n{rows}</sheetData>{MERGED}</worksheet>"
    );
    expect_the_table(&import_files(&[("a.xlsx", xlsx_with(sheet.as_bytes(), &[]))]), "a stream");
}

/// Some writers give neither the size of the sheet nor the places of rows and cells.
#[test]
fn cells_without_places() {
    let cell = |_: usize, _: usize, text: &str| {
        if text.is_empty() { "<c/>".to_owned() } else { format!("<c t=\"str\"><v>{text}</v></c>") }
    };
    let rows = rows_of(&table(), |_| "<row>".to_owned(), cell);
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData>{MERGED}</worksheet>");
    expect_the_table(&import_files(&[("a.xlsx", xlsx_with(sheet.as_bytes(), &[]))]), "without places");
}

/// WPS and some servers write each name with a prefix, and more about the sheet than others.
#[test]
fn names_with_a_prefix() {
    let cell = |row: usize, column: usize, text: &str| {
        let index = format!("{}{}", char::from(b'A' + column as u8), row + 1);
        format!("<x:c r=\"{index}\" t=\"inlineStr\"><x:is><x:r><x:t>{text}</x:t></x:r></x:is></x:c>")
    };
    let rows =
        rows_of(&table(), |row| format!("<x:row r=\"{}\" spans=\"1:7\">", row + 1), cell).replace("</row>", "</x:row>");
    let merged = MERGED.replace("<", "<x:").replace("<x:/", "</x:");
    let sheet = format!(
        "<x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
         xmlns:etc=\"http://www.wps.cn/officeDocument/2017/etCustomData\"><x:sheetPr/><x:dimension ref=\"A1:G5\"/>\
         <x:sheetFormatPr defaultColWidth=\"9\"/><x:sheetData>{rows}</x:sheetData>{merged}<x:pageMargins \
         left=\"0.75\"/></x:worksheet>"
    );
    expect_the_table(&import_files(&[("a.xlsx", xlsx_with(sheet.as_bytes(), &[]))]), "with a prefix");
}

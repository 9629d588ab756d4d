//! One cell, as it is typed, pasted, or stands in a table.

use xinheng::calendar::parse_day;
use xinheng::entry::{Entry, fault, shown, typed};
use xinheng::import::{FileKind, Import, Sheet, SheetText, Unit, pasted};
use xinheng::json::Value;

use super::imported::{check, importer};

/// A text in a field, in a column and in what is pasted; the first two bytes choose the column. Returns how many facts
/// and values came of it.
pub fn cell(data: &[u8]) -> usize {
    let Some(([kind, column], bytes)) = data.split_first_chunk() else { return 0 };
    let Ok(text) = str::from_utf8(bytes) else { return 0 };
    let kind = FileKind::ALL[usize::from(*kind) % FileKind::ALL.len()];
    let columns: Vec<&str> = kind.columns().collect();
    let column = columns[usize::from(*column) % columns.len()];
    in_fields(text) + in_column(kind, column, text) + in_pasted(text)
}

fn in_fields(text: &str) -> usize {
    let mut values = 0;
    for entry in [Entry::Day, Entry::Amount, Entry::Code, Entry::Words] {
        let Some(value) = typed(entry, text) else { continue };
        let broken = fault(entry, &value);
        if let (Entry::Day, Value::String(day)) = (entry, &value) {
            assert_eq!(parse_day(day).is_none(), broken.is_some(), "{day}");
        }
        // What a field shows can be typed again.
        let again = typed(entry, &shown(entry, Some(&value), |day| day.to_string()));
        assert!(again.as_ref() == Some(&value), "{entry:?} of {text:?}: {value:?}, then {again:?}");
        values += usize::from(broken.is_none());
    }
    values
}

/// The text in a column of a table whose other cells are right, which must be read alike from a file in text form and
/// from a sheet.
fn in_column(kind: FileKind, wanted: &str, text: &str) -> usize {
    let columns: Vec<&str> = kind.columns().collect();
    let cells: Vec<&str> = columns.iter().map(|column| if *column == wanted { text } else { usual(column) }).collect();
    let mut sheet = SheetText::default();
    for row in [&columns, &cells] {
        for (place, cell) in row.iter().enumerate() {
            sheet.cell(place, cell);
        }
        sheet.end_row();
    }
    let mut importer = importer();
    importer.open("a.xlsx");
    importer.sheet(Sheet { name: "表", ..Sheet::default() });
    importer.rows(&sheet.take());
    let from_sheet = importer.finish();
    let facts = check(&from_sheet);
    // What delimits and what a sheet leaves out makes another text of it.
    if !text.contains(['"', '\n', '\r', '\u{1E}', '\u{1F}', '\u{FFFD}', '\0']) {
        let from_text = read_text(&columns, &cells);
        assert_eq!(from_text.enterprises, from_sheet.enterprises);
        let codes = |import: &Import| -> Vec<_> {
            import.report.problems.kept().iter().map(|problem| (problem.code(), problem.value.clone())).collect()
        };
        assert_eq!(codes(&from_text), codes(&from_sheet));
    }
    facts
}

fn read_text(columns: &[&str], cells: &[&str]) -> Import {
    let row = |cells: &[&str]| cells.iter().map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(",") + "\n";
    let mut importer = importer();
    importer.open("a.csv");
    importer.feed((row(columns) + &row(cells)).as_bytes());
    importer.finish()
}

/// What stands in a column where nothing else is asked for.
fn usual(column: &str) -> &'static str {
    match column {
        "统一社会信用代码" => "91150203MAE0YWCM6D",
        "企业名称" | "行政相对人名称" => "示例一有限公司",
        "处罚类别" => "罚款",
        _ if column.ends_with("日期") => "2025-03-02",
        _ => "",
    }
}

fn in_pasted(text: &str) -> usize {
    let mut facts = 0;
    for unit in [None, Some(Unit::Yuan), Some(Unit::TenThousand)] {
        for row in [text.to_owned(), format!("2025-03-02\t包市监处罚〔2025〕12号\t警告、罚款\t{text}\n")] {
            let pasted = pasted(&row, "91150203MAE0YWCM6D", "示例一有限公司", unit);
            assert!(!pasted.told.zh.is_empty() && !pasted.told.en.is_empty());
            facts += pasted.facts.penalties.len();
        }
    }
    facts
}

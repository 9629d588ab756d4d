//! CSV files, in both encodings.

use xinheng::export::{About, Cell, Column, Csv, Writer};
use xinheng::import::{Decoder, Gb18030, Gb18030Table};

use crate::support::day;

pub fn about() -> About {
    About { title: "示例".to_owned(), lines: vec!["示例　2026年11月21日".to_owned()] }
}

pub fn columns(names: &[&str]) -> Vec<Column> {
    names.iter().map(|name| Column { name: (*name).to_owned(), width: 12 }).collect()
}

/// Texts that a spreadsheet could take for formulas.
pub const FORMULAS: [&str; 14] = [
    "=1+1",
    "=HYPERLINK(\"http://example\",\"示例\")",
    "+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    "\0=1+1",
    "=\"a\"\"b\"",
];

fn table() -> Gb18030Table {
    Gb18030Table::new(&mut Gb18030::default())
}

/// The fields of a CSV file, each as a spreadsheet reads it.
pub fn fields(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let row = rows.last_mut().unwrap();
        match letter {
            '"' if quoted && letters.next_if_eq(&'"').is_some() => row.last_mut().unwrap().push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\r' if !quoted && letters.next_if_eq(&'\n').is_some() => rows.push(vec![String::new()]),
            _ => row.last_mut().unwrap().push(letter),
        }
    }
    assert!(!quoted, "a quote is left open");
    rows.pop();
    rows
}

#[test]
fn a_file_stands_as_it_is_written_out_by_hand() {
    let mut csv = Csv::new(&about(), &columns(&["名称", "数", "日", "占比"]), None);
    csv.row(&["他说“好”，\"对\"".into(), Cell::Number(12), Cell::Day(day("2026-01-05")), Cell::PerMille(1000)]);
    csv.row(&["两\n行".into(), Cell::Nothing, Cell::Nothing, Cell::PerMille(5)]);
    let expected = "\u{FEFF}\"示例　2026年11月21日\"\r\n\"名称\",\"数\",\"日\",\"占比\"\r\n\
        \"他说“好”，\"\"对\"\"\",12,2026-01-05,100.0%\r\n\"两\n行\",,,0.5%\r\n";
    assert_eq!(String::from_utf8(csv.finish()).unwrap(), expected);
}

#[test]
fn pieces_make_the_whole() {
    let mut csv = Csv::new(&about(), &columns(&["名称"]), None);
    let mut pieces = csv.take();
    for number in 0..3 {
        csv.row(&[Cell::Number(number)]);
        pieces.extend(csv.take());
    }
    assert!(csv.take().is_empty());
    pieces.extend(csv.finish());
    assert!(String::from_utf8(pieces).unwrap().ends_with("\"名称\"\r\n0\r\n1\r\n2\r\n"));
}

#[test]
fn no_text_becomes_a_formula_and_no_code_a_rounded_number() {
    let mut csv = Csv::new(&about(), &columns(&["名称", "名称"]), None);
    for text in FORMULAS {
        csv.row(&[text.into(), format!("示例{text}").into()]);
    }
    let codes = ["911502030000000001", "12E5", "9115.0", "007", "0", "150203", "91150203MAE0YWCM6D"];
    codes.iter().for_each(|code| csv.row(&[(*code).into()]));
    let text = String::from_utf8(csv.finish()).unwrap();
    let rows = fields(&text);
    for (row, text) in rows[2..].iter().zip(FORMULAS) {
        assert_eq!(*row, [format!("'{text}"), format!("示例{text}")]);
    }
    let found: Vec<&str> = rows[2 + FORMULAS.len()..].iter().map(|row| row[0].as_str()).collect();
    assert_eq!(found, ["'911502030000000001", "'12E5", "'9115.0", "'007", "0", "150203", "91150203MAE0YWCM6D"]);
    for field in rows.iter().flatten() {
        assert!(!field.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']), "{field:?}");
    }
}

#[test]
fn gb18030_is_what_its_decoder_reads_back() {
    let table = table();
    let mut lost = Vec::new();
    for point in (0x20..0xD800).chain(0xE000..=0xFFFF).chain([0x1F600, 0x20000, 0x2A6D6, 0x10FFFF]) {
        let letter = char::from_u32(point).unwrap();
        let mut bytes = Vec::new();
        table.encode(&letter.to_string(), &mut bytes);
        let mut text = String::new();
        Gb18030::default().decode(&bytes, true, &mut text);
        if text != letter.to_string() {
            assert_eq!(bytes, b"?", "what has no code is asked about");
            lost.push(point);
        }
    }
    // Nothing but private characters, which no name has: U+E5E5, which the standard leaves out, and the eighteen whose
    // codes it gave to characters of their own in 2022.
    assert!(lost.len() <= 19 && lost.iter().all(|point| (0xE000..0xF900).contains(point)), "{lost:X?}");
}

#[test]
fn gb18030_has_the_bytes_of_the_standard() {
    let table = table();
    for (text, expected) in [
        ("A\r\n", &b"A\r\n"[..]),
        ("啊", &[0xB0, 0xA1]),
        ("包头", &[0xB0, 0xFC, 0xCD, 0xB7]),
        ("〔", &[0xA1, 0xB2]),
        ("€", &[0xA2, 0xE3]),
        ("é", &[0xA8, 0xA6]),
        ("㐀", &[0x81, 0x39, 0xEE, 0x39]),
        ("😀", &[0x94, 0x39, 0xFC, 0x36]),
        ("\u{FFFD}", &[0x84, 0x31, 0xA4, 0x37]),
    ] {
        let mut bytes = Vec::new();
        table.encode(text, &mut bytes);
        assert_eq!(bytes, expected, "{text}");
    }
}

#[test]
fn a_file_in_gb18030_has_no_mark_and_reads_back() {
    let table = table();
    let mut csv = Csv::new(&about(), &columns(&["企业名称"]), Some(&table));
    csv.row(&["包头市㐀示例（超市）".into()]);
    let bytes = csv.finish();
    let mut text = String::new();
    Gb18030::default().decode(&bytes, true, &mut text);
    assert_eq!(text, "\"示例　2026年11月21日\"\r\n\"企业名称\"\r\n\"包头市㐀示例（超市）\"\r\n");
}

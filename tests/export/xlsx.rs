//! Workbooks, read back by another library.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx as Workbook};
use xinheng::export::{About, Cell, Writer, Xlsx};

use crate::csv::{FORMULAS, about, columns};
use crate::support::day;

fn open(bytes: Vec<u8>) -> Workbook<Cursor<Vec<u8>>> {
    Workbook::new(Cursor::new(bytes)).unwrap()
}

/// The cells of its only sheet.
fn cells(bytes: Vec<u8>) -> Vec<Vec<Data>> {
    let mut workbook = open(bytes);
    let name = workbook.sheet_names()[0].clone();
    let range = workbook.worksheet_range(&name).unwrap();
    range.rows().map(<[Data]>::to_vec).collect()
}

fn text(text: &str) -> Data {
    Data::String(text.to_owned())
}

#[test]
fn texts_numbers_days_and_shares_are_read_back() {
    let mut xlsx = Xlsx::new(&about(), &columns(&["名称", "数", "日", "占比"]));
    let words = ["示例<b>&amp;\"'</b>", " 空 格 ", "两\n行", "😀"];
    for word in words {
        xlsx.row(&[word.into(), Cell::Number(1_234_567), Cell::Day(day("2026-11-21")), Cell::PerMille(123)]);
    }
    xlsx.row(&["空".into(), Cell::Nothing, Cell::Day(day("1990-01-01")), Cell::PerMille(1000)]);
    let rows = cells(xlsx.finish());
    assert_eq!(rows[0][0], text("示例　2026年11月21日"));
    assert_eq!(rows[1], ["名称", "数", "日", "占比"].map(text));
    for (row, word) in rows[2..].iter().zip(words) {
        assert_eq!((&row[0], &row[1]), (&text(word), &Data::Float(1_234_567.0)));
        // Day 46347 of Excel is 21 November 2026.
        let Data::DateTime(day) = &row[2] else { panic!("no day: {:?}", row[2]) };
        assert_eq!((day.as_f64(), &row[3]), (46_347.0, &Data::Float(0.123)));
    }
    let Data::DateTime(day) = &rows[6][2] else { panic!("no day") };
    assert_eq!((day.as_f64(), &rows[6][1], &rows[6][3]), (32_874.0, &Data::Empty, &Data::Float(1.0)));
}

#[test]
fn no_text_becomes_a_formula_not_even_when_it_is_edited() {
    let mut xlsx = Xlsx::new(&about(), &columns(&FORMULAS));
    for formula in FORMULAS {
        xlsx.row(&[formula.into(), "示例".into()]);
    }
    let bytes = xlsx.finish();
    let mut workbook = open(bytes.clone());
    let formulas = workbook.worksheet_formula("示例").unwrap();
    assert!(formulas.cells().all(|(_, _, formula)| formula.is_empty()));
    let rows = cells(bytes.clone());
    for (row, formula) in rows[2..].iter().zip(FORMULAS) {
        let Data::String(found) = &row[0] else { panic!("{formula:?} is no text: {:?}", row[0]) };
        // What XML cannot hold stands for itself; line breaks are one character to XML.
        let expected = formula.replace('\0', "\u{FFFD}");
        assert!(*found == expected || *found == expected.replace('\r', "_x000D_"), "{formula:?} became {found:?}");
    }
    let sheet = part(bytes.clone(), "xl/sheet1.xml");
    assert!(!sheet.contains("<f>") && !sheet.contains("<f "));
    assert_eq!(sheet.matches("s=\"3\"").count(), FORMULAS.len(), "each is marked as quoted, other texts are not");
    assert!(part(bytes, "xl/styles.xml").contains("<xf quotePrefix=\"1\"/>"));
}

/// A part of a workbook, unpacked.
fn part(bytes: Vec<u8>, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    std::io::Read::read_to_string(&mut archive.by_name(name).unwrap(), &mut text).unwrap();
    text
}

#[test]
fn what_excel_would_take_for_an_escape_stays_what_it_is() {
    let mut xlsx = Xlsx::new(&about(), &columns(&["名称"]));
    xlsx.row(&["_x0041_ 和 _x41_".into()]);
    let sheet = part(xlsx.finish(), "xl/sheet1.xml");
    assert!(sheet.contains("_x005F_x0041_ 和 _x41_"));
}

#[test]
fn names_and_texts_that_excel_has_no_room_for_are_cut() {
    let long = "示".repeat(40_000);
    let title = format!("列[1]:*?/\\'{}", "名".repeat(40));
    let mut xlsx = Xlsx::new(&About { title, lines: vec![] }, &columns(&["名称"]));
    xlsx.row(&[long.as_str().into()]);
    let bytes = xlsx.finish();
    assert_eq!(open(bytes.clone()).sheet_names(), [format!("列1{}", "名".repeat(29))]);
    let Data::String(found) = &cells(bytes)[1][0] else { panic!("no text") };
    assert_eq!(found.chars().count(), 32_767);
}

#[test]
fn many_rows_come_in_pieces_and_are_all_there() {
    let mut xlsx = Xlsx::new(&about(), &columns(&["名称", "数"]));
    let (mut pieces, mut largest) = (Vec::new(), 0);
    for number in 0..30_000_u64 {
        xlsx.row(&[format!("示例{number}").into(), Cell::Number(number)]);
        let piece = xlsx.take();
        largest = largest.max(piece.len());
        pieces.extend(piece);
    }
    pieces.extend(xlsx.finish());
    assert!(largest < pieces.len() / 4, "nothing is kept until the end: {largest} of {}", pieces.len());
    let rows = cells(pieces.clone());
    assert_eq!(rows.len(), 30_002);
    assert_eq!(rows[30_001], [text("示例29999"), Data::Float(29_999.0)]);
    assert!(part(pieces, "xl/sheet1.xml").ends_with("<autoFilter ref=\"A2:B30002\"/></worksheet>"));
}

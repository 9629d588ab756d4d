//! Files that are broken on purpose or by accident get words, and never much memory or time.

use crate::support::{code, codes, import, import_bytes, importer};

const HEADER: &str = "统一社会信用代码,企业名称,登记状态\n";

fn row(number: usize) -> String {
    format!("{},示例{number},存续\n", code(number))
}

#[test]
fn nothing_at_all() {
    for bytes in [b"".as_slice(), b"\n\n\n", b"   ", b"\xEF\xBB\xBF", b"\xFF\xFE", b",,,\n,,,\n"] {
        let import = import_bytes(&[("a.csv", bytes)]);
        let [problem] = import.report.problems.kept() else { panic!("{bytes:?}") };
        assert!(matches!(problem.code(), "empty_file" | "no_header"), "{bytes:?}");
    }
    let import = importer().finish();
    assert!(import.enterprises.is_empty() && import.report.files.is_empty());
}

#[test]
fn only_a_header_is_a_file_without_rows() {
    for header in [HEADER, HEADER.trim_end()] {
        let import = import(&[("a.csv", header)]);
        assert_eq!((import.report.files[0].rows, import.report.problems.kept()), (0, [].as_slice()));
    }
}

#[test]
fn a_file_of_nuls_is_given_up_at_once() {
    let mut importer = importer();
    importer.open("zeros.csv");
    let zeros = vec![0; 1024 * 1024];
    assert!(!importer.feed(&zeros), "no more of it is wanted");
    for _ in 0..4000 {
        importer.feed(&zeros);
    }
    let import = importer.finish();
    assert_eq!(codes(import.report.problems.kept()), ["not_text"]);
    assert_eq!(import.report.files[0].bytes, 4001 * 1024 * 1024);
}

#[test]
fn a_few_nuls_spoil_their_cells_only() {
    let file = format!("{HEADER}{}\0{}{},示例\0三,存续\n", row(1), row(2), code(3));
    let import = import(&[("a.csv", &file)]);
    assert_eq!(import.enterprises.len(), 3);
    let inside = format!("{HEADER}{}9115\0203MAE0000011,示例,存续\n", row(1));
    assert_eq!(codes(crate::support::import(&[("a.csv", &inside)]).report.problems.kept()), ["uscc_malformed"]);
}

#[test]
fn a_million_columns() {
    let wide = ",".repeat(1_000_000);
    let file = format!("{HEADER}{}{wide}\n{}", row(1), row(2));
    let import = import(&[("a.csv", &file)]);
    assert_eq!(codes(import.report.problems.kept()), ["row_too_long"]);
    assert_eq!(import.report.problems.kept()[0].at.unwrap().sheet_row, 3);
    assert_eq!(import.enterprises.len(), 2, "the rows before and after are read");
    assert_eq!(codes(crate::support::import(&[("a.csv", &wide)]).report.problems.kept()), ["no_header"]);
    // Few enough bytes for a row, but more columns than a spreadsheet has.
    let file = format!("{HEADER}{}{}\n{}", row(1), ",".repeat(20_000), row(2));
    let import = crate::support::import(&[("a.csv", &file)]);
    assert_eq!((codes(import.report.problems.kept()), import.enterprises.len()), (vec!["row_too_long"], 2));
}

#[test]
fn a_line_of_50_megabytes() {
    for filler in [b'x', b'"', b',', b'\r'] {
        let mut importer = importer();
        importer.open("a.csv");
        importer.feed(format!("{HEADER}{}", row(1)).as_bytes());
        let piece = vec![filler; 1024 * 1024];
        for _ in 0..50 {
            importer.feed(&piece);
        }
        importer.feed(format!("\n{}", row(2)).as_bytes());
        let import = importer.finish();
        let expected: &[&str] = if filler == b'\r' { &[] } else { &["row_too_long"] };
        assert_eq!(codes(import.report.problems.kept()), expected, "{filler}");
        assert_eq!(import.enterprises.len(), 2, "{filler}");
    }
}

#[test]
fn a_quotation_mark_that_is_never_closed_costs_one_row() {
    let mut file = format!("{HEADER}{}{},\"示例坏,存续\n", row(1), code(2));
    for number in 3..20_000 {
        file += &row(number);
    }
    let import = import(&[("a.csv", &file)]);
    assert_eq!(codes(import.report.problems.kept()), ["quote_not_closed"]);
    assert_eq!(import.report.problems.kept()[0].at.unwrap().sheet_row, 3);
    assert_eq!(import.enterprises.len(), 19_998);
    assert_eq!((import.report.files[0].rows, import.report.files[0].refused_rows), (19_999, 1));

    let last = format!("{HEADER}{}{},\"示例坏,存续", row(1), code(2));
    let import = crate::support::import(&[("a.csv", &last)]);
    assert_eq!(codes(import.report.problems.kept()), ["quote_not_closed"]);
    assert_eq!(import.enterprises.len(), 1);
}

#[test]
fn two_stray_quotation_marks_do_not_swallow_the_rows_between_them() {
    let bad = |number: usize| format!("{},\"示例坏,存续\n", code(number));
    let file = format!("{HEADER}{}{}{}{}{}", row(1), bad(2), row(3), bad(4), row(5));
    let import = import(&[("a.csv", &file)]);
    let rows: Vec<u32> = import.report.problems.kept().iter().map(|problem| problem.at.unwrap().sheet_row).collect();
    assert_eq!(codes(import.report.problems.kept()), ["quote_not_closed", "quote_not_closed"]);
    assert_eq!(rows, [3, 5]);
    assert_eq!(import.enterprises.len(), 3);
    // A line break and a few commas in a cell are no rows.
    let file = format!("{HEADER}{},\"示例,\n一\",存续\n", code(1));
    assert_eq!(crate::support::import(&[("a.csv", &file)]).enterprises[0].name, "示例,\n一");
}

#[test]
fn quotation_marks_that_never_meet_are_given_up() {
    let line = format!("ab\"cd,\"{}\n", "x".repeat(40));
    let file = format!("{HEADER}{}{}", row(1), line.repeat(100_000));
    let import = import(&[("a.csv", &file)]);
    // Each row costs a search through as much text as a row may have.
    assert!(import.report.files[0].rows < 2_000, "{}", import.report.files[0].rows);
    let last = import.report.problems.kept().iter().find(|problem| problem.at.is_none()).unwrap();
    assert_eq!(last.code(), "given_up");
    assert_eq!(import.enterprises.len(), 1);
}

#[test]
fn a_row_with_more_cells_than_columns_is_refused() {
    let file = format!("{HEADER}{},示例,一,存续\n{},示例二,存续,,\n", code(1), code(2));
    let import = import(&[("a.csv", &file)]);
    assert_eq!(codes(import.report.problems.kept()), ["too_many_cells"]);
    assert_eq!(import.enterprises.len(), 1, "empty cells behind the last column are no matter");
}

#[test]
fn a_short_row_has_empty_cells() {
    let file = format!("{HEADER}{}\n", code(1));
    let import = import(&[("a.csv", &file)]);
    assert_eq!(import.enterprises[0].uscc, code(1));
    assert_eq!(codes(import.report.problems.kept()), ["missing"], "the name");
}

#[test]
fn the_kept_problems_are_bounded_and_the_count_is_right() {
    let rows = 150_000;
    let file = HEADER.to_owned() + &"x,示例,存续\n".repeat(rows);
    let import = import(&[("a.csv", &file)]);
    let problems = &import.report.problems;
    assert_eq!(problems.count(xinheng::import::Level::Refused), rows);
    assert_eq!(problems.kept().len(), xinheng::import::Problems::MAX_KEPT);
    assert_eq!(import.report.files[0].refused_rows, rows);
}

#[test]
fn names_with_markup_and_control_characters_stay_text() {
    let file = format!("{HEADER}{},<script>alert(1)</script>示例,存续\n{},=cmd|示例,存续\n", code(1), code(2));
    let import = import(&[("<img src=x>.csv", &file)]);
    assert_eq!(import.enterprises[0].name, "<script>alert(1)</script>示例");
    assert_eq!(import.enterprises[1].name, "=cmd|示例");
}

#[test]
fn line_ends_of_every_system() {
    for end in ["\n", "\r\n", "\r"] {
        let file = format!("{HEADER}{}{}x,坏,存续\n", row(1), row(2)).replace('\n', end);
        for piece in [1, 2, 3, 1000] {
            let mut importer = importer();
            importer.open("a.csv");
            for bytes in file.as_bytes().chunks(piece) {
                importer.feed(bytes);
            }
            let import = importer.finish();
            assert_eq!(import.enterprises.len(), 2, "{end:?} {piece}");
            assert_eq!(import.report.problems.kept()[0].at.unwrap().sheet_row, 4, "{end:?} {piece}");
        }
    }
}

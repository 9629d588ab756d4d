//! Workbooks and pages that would have their reader do the same again and again, or do far more than their size says.

use xinheng::import::{Import, Limits, Problem};

use crate::books::{import_files, import_with, package, packed, rows, xlsx, xlsx_of};
use crate::support::{code, importer};

fn codes(import: &Import) -> Vec<&'static str> {
    import.report.problems.kept().iter().map(Problem::code).collect()
}

/// A workbook with so many sheets, all of them this one part.
fn sheets_of_one_part(count: usize, sheet: &[u8]) -> Vec<u8> {
    let usual = xlsx_of("", &[]);
    let part = |name: &str| {
        let mut usual = zip::ZipArchive::new(std::io::Cursor::new(&usual)).unwrap();
        std::io::read_to_string(usual.by_name(name).unwrap()).unwrap()
    };
    let workbook = part("xl/workbook.xml");
    let (before, behind) = (workbook.find("<sheet ").unwrap(), workbook.find("</sheets>").unwrap());
    let sheets: String =
        (1..=count).map(|number| format!("<sheet name=\"{number}\" sheetId=\"{number}\" r:id=\"rId1\"/>")).collect();
    let workbook = [&workbook[..before], &sheets, &workbook[behind..]].concat();
    package(&[
        ("[Content_Types].xml", part("[Content_Types].xml").as_bytes()),
        ("_rels/.rels", part("_rels/.rels").as_bytes()),
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", part("xl/_rels/workbook.xml.rels").as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

/// A stream of Excel 97 with so many sheets, all of them at one place, where these records stand.
fn sheets_at_one_place(count: usize, records: &[u8]) -> Vec<u8> {
    let record = |kind: u16, content: &[u8]| {
        [kind.to_le_bytes(), u16::try_from(content.len()).unwrap().to_le_bytes()]
            .concat()
            .into_iter()
            .chain(content.to_vec())
    };
    let start = |kind: u16| record(0x0809, &[0, 6, kind as u8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let named = 4 + 6 + 3;
    let index = u32::try_from(20 + count * named + 4).unwrap().to_le_bytes();
    let mut stream: Vec<u8> = start(5).collect();
    for _ in 0..count {
        stream.extend(record(0x0085, &[index.as_slice(), &[0, 0, 1, 0, b'a']].concat()));
    }
    stream.extend(record(0x000A, &[]));
    stream.extend(start(0x10).chain(records.iter().copied()).chain(record(0x000A, &[])));
    stream
}

#[test]
fn a_part_that_stands_for_many_sheets_is_not_unpacked_for_each() {
    let blank = format!("<worksheet><sheetData>{}</sheetData></worksheet>", "<row/>".repeat(1 << 20));
    let import = import_files(&[("a.xlsx", sheets_of_one_part(900, blank.as_bytes()))]);
    assert_eq!(codes(&import), ["broken_workbook"]);
    // Two sheets of one part are unusual, but no work.
    let header = "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>x</t></is></c></row></sheetData></worksheet>";
    assert_eq!(codes(&import_files(&[("a.xlsx", sheets_of_one_part(2, header.as_bytes()))])), ["no_header"]);
}

#[test]
fn a_place_that_stands_for_many_sheets_is_not_read_for_each() {
    // Records of which nothing is read.
    let import = import_files(&[("a.xls", sheets_at_one_place(900, &[0; 1 << 21]))]);
    assert_eq!(codes(&import), ["broken_workbook"]);
    assert_eq!(codes(&import_files(&[("a.xls", sheets_at_one_place(1, &[0; 1 << 21]))])), ["empty_file"]);
}

#[test]
fn more_sheets_than_are_read() {
    let header = "统一社会信用代码,企业名称,登记状态";
    let sheets = |count: usize| {
        let sheet = |number: usize| {
            let row = |text: &str| {
                let cells: String = text.split(',').map(|cell| format!("<Cell><Data>{cell}</Data></Cell>")).collect();
                format!("<Row>{cells}</Row>")
            };
            let firm = format!("{},示例{number},存续", code(number));
            format!("<Worksheet ss:Name=\"{number}\"><Table>{}{}</Table></Worksheet>", row(header), row(&firm))
        };
        format!("<?xml version=\"1.0\"?><Workbook>{}</Workbook>", (0..count).map(sheet).collect::<String>())
    };
    let import = import_files(&[("a.xls", sheets(1000).into_bytes())]);
    assert_eq!((codes(&import), import.enterprises.len()), (vec![], 1000));
    let import = import_files(&[("a.xls", sheets(50_000).into_bytes())]);
    let read = import.report.files.iter().map(|file| file.rows).sum();
    assert_eq!((codes(&import), import.enterprises.len()), (vec!["too_many_sheets"], read));
    assert!((900..=1000).contains(&read), "of the piece with one sheet too many nothing is read: {read}");
    let problem = &import.report.problems.kept()[0];
    assert!(problem.zh().contains("1,000 个") && problem.zh().contains("只读入了前面的"), "{}", problem.zh());
    assert!(problem.en().contains("1,000 sheets"), "{}", problem.en());
    let few = Limits { sheets: 3, ..Limits::default() };
    let sheet = b"<worksheet><sheetData/></worksheet>";
    for bytes in [sheets_of_one_part(4, sheet), sheets_at_one_place(4, &[])] {
        assert_eq!(codes(&import_with(importer().with_limits(few), &[("a", bytes)])), ["too_many_sheets"]);
    }
}

#[test]
fn a_bomb_of_tiny_tags_is_refused_long_before_the_largest_size() {
    let mut sheet = b"<worksheet><sheetData>".to_vec();
    sheet.extend("<row/>".repeat(20 << 20).into_bytes());
    sheet.extend(b"</sheetData></worksheet>");
    let bomb = packed(9, &[("[Content_Types].xml", b"<Types/>"), ("xl/worksheets/sheet1.xml", &sheet)]);
    let import = import_files(&[("a.xlsx", bomb)]);
    assert_eq!(codes(&import), ["unpacked_too_far"]);
    let problem = &import.report.problems.kept()[0];
    assert!(problem.zh().contains("250 倍") && problem.en().contains("250 times"), "{}", problem.zh());
    // A long table of much the same rows is packed well and no bomb.
    let mut table = String::from("统一社会信用代码,企业名称,登记状态\n");
    for number in 0..200_000 {
        table += &format!("{},示例,存续\n", code(number));
    }
    let long = xlsx(&rows(&table), false);
    let import = import_files(&[("a.xlsx", long)]);
    assert_eq!((codes(&import), import.enterprises.len()), (vec![], 200_000));
}

#[test]
fn cells_that_say_they_span_more_than_there_is() {
    let many = usize::MAX;
    for page in [
        format!("<Workbook><Worksheet><Row><Cell ss:MergeAcross=\"{many}\" ss:MergeDown=\"{many}\"><Data>a"),
        format!("<table><tr><td colspan={many} rowspan={many}>a"),
        format!("<Workbook><Worksheet><Row ss:Index=\"{many}\"><Cell ss:Index=\"{many}\"><Data>a"),
    ] {
        assert_eq!(codes(&import_files(&[("a.xls", page.into_bytes())])), ["no_header"]);
    }
}

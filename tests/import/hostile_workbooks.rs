//! Workbooks and pages that are broken on purpose or by accident get words, and never much memory.

use xinheng::import::{Import, Limits, Problem};

use crate::books::{html, import_files, import_with, package, rows, xlsx, xlsx_of, xlsx_with};
use crate::support::{code, importer};

/// Imports one file and gives what was told of it.
fn told(bytes: Vec<u8>) -> Vec<String> {
    codes(&import_files(&[("a.xlsx", bytes)]))
}

fn codes(import: &Import) -> Vec<String> {
    for problem in import.report.problems.kept() {
        assert!(!problem.zh().contains("{}") && problem.zh().ends_with('。') && problem.en().ends_with('.'));
    }
    import.report.problems.kept().iter().map(Problem::code).map(str::to_owned).collect()
}

fn register(count: usize) -> crate::books::Rows {
    let mut table = String::from("统一社会信用代码,企业名称,登记状态\n");
    for number in 0..count {
        table += &format!("{},示例{number},存续\n", code(number));
    }
    rows(&table)
}

#[test]
fn a_package_of_something_else() {
    for parts in [
        vec![("mimetype", b"application/vnd.oasis.opendocument.spreadsheet".as_slice()), ("content.xml", b"<a/>")],
        vec![("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>")],
        vec![("[Content_Types].xml", b"<Types/>"), ("xl/workbook.bin", b"\0\0")],
        vec![],
    ] {
        assert_eq!(told(package(&parts)), ["not_a_workbook"], "{parts:?}");
    }
}

#[test]
fn a_bomb_is_refused_while_it_is_unpacked_whatever_its_directory_says() {
    let limits = Limits { unpacked_bytes: 20 << 20, ..Limits::default() };
    let mut sheet = b"<worksheet><sheetData>".to_vec();
    sheet.extend("<row/>".repeat(30 << 18).into_bytes());
    let bomb = xlsx_with(&sheet, &[]);
    assert!(bomb.len() < 1 << 20, "it is small: {}", bomb.len());
    // In the directory the sheet is said to have ten bytes.
    let mut lying = bomb.clone();
    let size = u32::try_from(sheet.len()).unwrap().to_le_bytes();
    for index in 0..lying.len() - 4 {
        if lying[index..index + 4] == size {
            lying[index..index + 4].copy_from_slice(&10_u32.to_le_bytes());
        }
    }
    for bytes in [bomb, lying] {
        let import = import_with(importer().with_limits(limits), &[("a.xlsx", bytes)]);
        let codes = codes(&import);
        assert!(codes == ["unpacked_too_large"] || codes == ["broken_workbook"], "{codes:?}");
    }
    let picture = vec![0; 30 << 20];
    let bytes = xlsx_of("", &[("xl/media/image1.png", &picture)]);
    let import = import_with(importer().with_limits(limits), &[("a.xlsx", bytes)]);
    assert_eq!(codes(&import), ["unpacked_too_large"]);
    assert!(import.report.problems.kept()[0].zh().contains("20 MB"));
}

#[test]
fn what_a_workbook_says_of_its_size_is_not_believed() {
    for announced in ["18446744073709551615", "99999999999", "4000000000"] {
        let strings = format!("<sst uniqueCount=\"{announced}\"><si><t>a</t></si></sst>");
        assert_eq!(told(xlsx_of("", &[("xl/sharedStrings.xml", strings.as_bytes())])), ["broken_workbook"]);
        let behind = format!("<!--{}--><sst uniqueCount = '{announced}'/>", "x".repeat(100_000));
        assert_eq!(told(xlsx_of("", &[("xl/SharedStrings.xml", behind.as_bytes())])), ["broken_workbook"]);
    }
    // Two cells in opposite corners are two cells.
    let corners =
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    assert_eq!(told(xlsx_of(corners, &[])), ["no_header"]);
    let beyond = ["XFE1", "A1048577", "ZZZZZZZZZZ99", "A99999999999999", "A0", "", "1", "A", "Ä1"];
    for index in beyond {
        let told = told(xlsx_of(&format!("<row><c r=\"{index}\"><v>1</v></c></row>"), &[]));
        assert!(told == ["broken_workbook"] || told == ["no_header"], "{index}: {told:?}");
    }
    // Rows that run backwards.
    let backwards = "<row r=\"9\"><c r=\"A9\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
    assert_eq!(told(xlsx_of(backwards, &[])), ["broken_workbook"]);
}

#[test]
fn more_cells_than_are_read() {
    let limits = Limits { cells: 1000, ..Limits::default() };
    let read = |bytes: Vec<u8>| import_with(importer().with_limits(limits), &[("a.xlsx", bytes)]);
    assert_eq!(codes(&read(xlsx(&register(300), false))), Vec::<String>::new());
    let import = read(xlsx(&register(3000), false));
    assert_eq!(codes(&import), ["workbook_too_many_cells"]);
    assert!(import.report.problems.kept()[0].zh().contains("1,000"), "{}", import.report.problems.kept()[0].zh());
    // One far to the right in each row: the columns that are left out count as well.
    let wide: String = (1..200).map(|row| format!("<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>")).collect();
    assert_eq!(codes(&read(xlsx_of(&wide, &[]))), ["workbook_too_many_cells"]);
    // The same for pages, whose cells may say that they are many.
    for page in [html(&register(3000)), format!("<table>{}", "<tr><td colspan=1000>x".repeat(100))] {
        assert_eq!(codes(&read(page.into_bytes())), ["workbook_too_many_cells"]);
    }
}

#[test]
fn limits_on_bytes_and_rows() {
    let limits = Limits { text_bytes: 102_400, workbook_bytes: 1000, rows: 50, ..Limits::default() };
    let read = |bytes: Vec<u8>| import_with(importer().with_limits(limits), &[("a", bytes)]);
    let import = read(xlsx(&register(300), false));
    assert_eq!(codes(&import), ["file_too_large"]);
    assert!(import.report.problems.kept()[0].en().contains("1 KB"), "{}", import.report.problems.kept()[0].en());
    let csv = crate::books::delimited(&register(10_000), ",");
    let import = read(csv.into_bytes());
    assert_eq!(codes(&import), ["too_many_rows"]);
    let [file] = import.report.files.as_slice() else { panic!("{:?}", import.report.files) };
    assert!(!file.tells_all(), "what comes after these rows is not known");
    let many = Limits { text_bytes: 102_400, ..Limits::default() };
    let csv = crate::books::delimited(&register(10_000), ",");
    let import = import_with(importer().with_limits(many), &[("a", csv.into_bytes())]);
    assert_eq!(codes(&import), ["file_too_large"]);
    let problem = &import.report.problems.kept()[0];
    let read = import.report.files[0].rows;
    assert!(read > 1000 && import.enterprises.len() == read, "what was read before is kept");
    assert!(problem.zh().contains("100 KB") && problem.zh().contains("只读入了前面的"), "{}", problem.zh());
}

#[test]
fn workbooks_that_are_cut_off_or_damaged() {
    let whole = xlsx(&register(500), true);
    for length in (2..whole.len()).step_by(whole.len() / 40) {
        let told = told(whole[..length].to_vec());
        assert!(told.len() == 1 && ["broken_workbook", "no_header"].contains(&told[0].as_str()), "{length}: {told:?}");
    }
    for fixture in FIXTURES {
        let whole = fixture_bytes(fixture);
        for length in (8..whole.len()).step_by(whole.len() / 40) {
            assert!(!told(whole[..length].to_vec()).is_empty(), "{fixture} {length}");
        }
    }
}

const FIXTURES: [&str; 4] = ["excel.xls", "words.xls", "locked.xlsx", "excel.xlsx"];

fn fixture_bytes(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/fixtures/workbooks/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// Whatever comes of a byte that is wrong here and there, it comes to an end. `HOSTILE_CASES=100000` tries more.
#[test]
fn workbooks_and_pages_with_a_few_wrong_bytes() {
    let cases = std::env::var("HOSTILE_CASES").map_or(300, |cases| cases.parse().unwrap());
    let table = register(30);
    let mut files: Vec<Vec<u8>> = FIXTURES.iter().map(|name| fixture_bytes(name)).collect();
    files.extend([html(&table).into_bytes(), crate::books::xml(&table).into_bytes()]);
    // What is packed is spoiled before it is packed.
    let sheet = "<worksheet><dimension ref=\"A1:B2\"/><sheetData><row r=\"1\"><c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c><c \
                 t=\"inlineStr\"><is><t>a&amp;b</t></is></c></row></sheetData></worksheet>";
    let mut state = 7_u32;
    let mut random = move || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize
    };
    let mut spoil = |bytes: &[u8]| {
        let mut bytes = bytes.to_vec();
        for _ in 0..1 + random() % 4 {
            let index = random() % bytes.len();
            bytes[index] = random() as u8;
        }
        bytes
    };
    for case in 0..cases {
        for (name, file) in FIXTURES.iter().map(Some).chain([None, None]).zip(&files) {
            // Whether a locked one opens with the built-in password takes its time.
            if name == Some(&"locked.xlsx") && case % 20 > 0 {
                continue;
            }
            told(spoil(file));
        }
        let strings = spoil(b"<sst count=\"2\" uniqueCount=\"2\"><si><t>a</t></si><si><r><t>b</t></r></si></sst>");
        let styles = spoil(
            b"<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\"/></numFmts><cellXfs><xf \
            numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>",
        );
        told(xlsx_with(&spoil(sheet.as_bytes()), &[("xl/sharedStrings.xml", &strings), ("xl/styles.xml", &styles)]));
    }
}

#[test]
fn sheets_that_are_damaged_xml() {
    for sheet in [
        "",
        "<worksheet>",
        "<html></html>",
        "<worksheet><sheetData><row><c><v>1</v>",
        "<worksheet><sheetData><row><c t=\"s\"><v>99</v></c></row></sheetData></worksheet>",
        "<worksheet><sheetData><row><c t=\"?\"><v>9</v></c></row></sheetData></worksheet>",
        "<worksheet><sheetData><row><c><x/></c></row></sheetData></worksheet>",
        "\u{FEFF}",
    ] {
        assert_eq!(told(xlsx_with(sheet.as_bytes(), &[])), ["broken_workbook"], "{sheet}");
    }
    let utf16: Vec<u8> =
        "\u{FEFF}<worksheet><sheetData/></worksheet>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(told(xlsx_with(&utf16, &[])), ["broken_workbook"]);
    let long = format!("<row><c t=\"str\"><v>{}</v></c></row>", "x".repeat(3 << 20));
    assert_eq!(told(xlsx_of(&long, &[])), ["broken_workbook"]);
    let parts = format!("<row><c t=\"inlineStr\"><is>{}</is></c></row>", "<t>示例</t>".repeat(200_000));
    assert_eq!(told(xlsx_of(&parts, &[])), ["broken_workbook"]);
    let remarks = "<row><c t=\"str\"><v>示<!-- </v> -->例</v></c></row>";
    assert_eq!(told(xlsx_of(remarks, &[])), ["broken_workbook"]);
    // Neither many cells nor many blank ones are one long value.
    let many = "<row><c><v/></c><c><v>1</v></c></row>".repeat(100_000);
    assert_eq!(told(xlsx_of(&many, &[])), ["no_header"]);
    let names = format!("<styleSheet><fonts><font><name val=\"{}\"/></font></fonts></styleSheet>", "x".repeat(10_000));
    assert_eq!(told(xlsx_of("", &[("xl/styles.xml", names.as_bytes())])), ["broken_workbook"]);
}

#[test]
fn workbooks_older_than_those_that_are_read_and_other_documents() {
    // The first record of Excel 4, outside of any container.
    assert_eq!(told(b"\x09\x04\x06\x00\x00\x00\x10\x00\x00\x00\x0A\x00\x00\x00".to_vec()), ["not_a_workbook"]);
    // One of Excel 95 without a container and without a sheet, then cut off.
    assert_eq!(told(b"\x09\x08\x08\x00\x00\x05\x05\x00\x00\x00\x00\x00\x0A\x00\x00\x00".to_vec()), ["not_a_workbook"]);
    assert_eq!(told(b"\x09\x08\x08\x00\x00\x05\x05\x00".to_vec()), ["broken_workbook"]);
    assert_eq!(told(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec()), ["broken_workbook"]);
}

#[test]
fn pages_with_tags_that_never_end() {
    for filler in
        ["<a ", "<a b=\"", "<a b=\"<a c='", "<", "<!--", "<td", "&", "&#1", "<tr><td rowspan=60000 colspan=1000>"]
    {
        let page = format!("<table><tr><td>{}", filler.repeat(60_000));
        assert_eq!(import_files(&[("a.xls", page.into_bytes())]).report.problems.kept().len(), 1, "{filler}");
    }
}

#[test]
fn a_good_file_behind_a_bad_one_is_read() {
    let good = xlsx(&register(3), false);
    let import = import_files(&[("a.xlsx", good[..good.len() / 2].to_vec()), ("b.xlsx", good)]);
    assert_eq!((codes(&import), import.enterprises.len()), (vec!["broken_workbook".to_owned()], 3));
}

//! Merged cells: a value holds for every place that its cell spans, in each format.

use xinheng::import::{Import, Limits, Problem};

use crate::books::{import_files, import_with, xlsx_with};
use crate::containers::stream;
use crate::support::{code, importer};

/// A table in each format, with these cells merged: first and last row, first and last column, from 0.
fn in_each_format(rows: &[Vec<String>], merges: &[[u16; 4]]) -> Vec<(&'static str, Vec<u8>)> {
    vec![("a.xlsx", as_xlsx(rows, merges)), ("a.xls", as_xls(rows, merges)), ("a.html", as_page(rows, merges))]
}

fn index(row: usize, column: usize) -> String {
    let above = column.checked_sub(26).map(|rest| char::from(b'A' + u8::try_from(rest / 26).unwrap()).to_string());
    format!("{}{}{}", above.unwrap_or_default(), char::from(b'A' + u8::try_from(column % 26).unwrap()), row + 1)
}

fn as_xlsx(rows: &[Vec<String>], merges: &[[u16; 4]]) -> Vec<u8> {
    let mut data = String::new();
    for (row, cells) in rows.iter().enumerate() {
        data += &format!("<row r=\"{}\">", row + 1);
        for (column, text) in cells.iter().enumerate() {
            data += &format!("<c r=\"{}\" t=\"inlineStr\"><is><t>{text}</t></is></c>", index(row, column));
        }
        data += "</row>";
    }
    let merge = |[top, bottom, left, right]: &[u16; 4]| {
        format!(
            "<mergeCell ref=\"{}:{}\"/>",
            index((*top).into(), (*left).into()),
            index((*bottom).into(), (*right).into())
        )
    };
    let merged: String = merges.iter().map(merge).collect();
    xlsx_with(
        format!("<worksheet><sheetData>{data}</sheetData><mergeCells>{merged}</mergeCells></worksheet>").as_bytes(),
        &[],
    )
}

fn as_xls(rows: &[Vec<String>], merges: &[[u16; 4]]) -> Vec<u8> {
    let mut bytes = u16::try_from(merges.len()).unwrap().to_le_bytes().to_vec();
    bytes.extend(merges.iter().flatten().flat_map(|number| number.to_le_bytes()));
    let length = u16::try_from(bytes.len()).unwrap();
    stream(rows, &[[&0xE5_u16.to_le_bytes()[..], &length.to_le_bytes(), &bytes].concat()])
}

fn as_page(rows: &[Vec<String>], merges: &[[u16; 4]]) -> Vec<u8> {
    let mut page = "<table>".to_owned();
    for (row, cells) in rows.iter().enumerate() {
        page += "<tr>";
        for (column, text) in cells.iter().enumerate() {
            let spans = |[top, bottom, left, right]: &&[u16; 4]| {
                (usize::from(*top)..=(*bottom).into()).contains(&row)
                    && (usize::from(*left)..=(*right).into()).contains(&column)
            };
            match merges.iter().find(spans) {
                None => page += &format!("<td>{text}</td>"),
                Some([top, bottom, left, right]) if (usize::from(*top), usize::from(*left)) == (row, column) => {
                    page += &format!("<td rowspan={} colspan={}>{text}</td>", bottom - top + 1, right - left + 1);
                }
                Some(_) => {}
            }
        }
        page += "</tr>";
    }
    page.into_bytes()
}

fn rows(text: &str) -> Vec<Vec<String>> {
    text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

fn told(import: &Import) -> Vec<&'static str> {
    import.report.problems.kept().iter().map(Problem::code).collect()
}

#[test]
fn a_value_holds_for_each_row_that_its_cell_spans() {
    let table = rows(&format!(
        "行政处罚情况,,,,,,\n行政相对人名称,统一社会信用代码,行政处罚决定书文号,处罚类别,罚款金额（元）,处罚决定日期,处罚机关\n示例一,{},一号,罚款,5000,2025-05-28,\
         某局\n,,二号,,7000,2025-05-29,\n,,三号,警告,,,\n示例二,{},四号,罚款,800,2025-06-03,某局",
        code(1),
        code(2)
    ));
    // A title over all columns; name and code over three rows, a kind over two, a day over two, an authority over four.
    let merges = [[0, 0, 0, 6], [2, 4, 0, 0], [2, 4, 1, 1], [2, 3, 3, 3], [3, 4, 5, 5], [2, 4, 6, 6]];
    for (name, bytes) in in_each_format(&table, &merges) {
        let import = import_files(&[(name, bytes)]);
        let penalties: Vec<Vec<(String, String)>> = import
            .enterprises
            .iter()
            .map(|firm| {
                let told = firm.penalties.iter().map(|penalty| {
                    assert_eq!(penalty.authority.as_deref(), Some("某局"), "{name}");
                    (penalty.document_no.clone().unwrap(), penalty.decided_on.to_string())
                });
                told.collect()
            })
            .collect();
        let pair = |number: &str, day: &str| (number.to_owned(), day.to_owned());
        assert_eq!(
            penalties,
            [
                vec![pair("一号", "2025-05-28"), pair("二号", "2025-05-29"), pair("三号", "2025-05-29")],
                vec![pair("四号", "2025-06-03")]
            ],
            "{name}: {:?}",
            import.report.problems.kept()
        );
        assert_eq!(import.enterprises[0].penalties[1].fine.unwrap().to_string(), "7000", "{name}");
        assert_eq!(told(&import), Vec::<&str>::new(), "{name}");
        let shown = &import.report.files[0].samples[2].cells;
        assert_eq!(shown[..2], ["示例一".to_owned(), code(1)], "{name}: as an office sees it, without any mark");
    }
}

#[test]
fn the_lower_half_of_a_cell_is_no_row() {
    let table =
        rows(&format!("统一社会信用代码,企业名称,登记状态\n{},示例一,存续\n,,\n{},示例二,存续", code(1), code(2)));
    let merges = [[1, 2, 0, 0], [1, 2, 1, 1], [1, 2, 2, 2]];
    for (name, bytes) in in_each_format(&table, &merges) {
        let import = import_files(&[(name, bytes)]);
        assert_eq!((import.report.files[0].rows, told(&import)), (2, Vec::new()), "{name}");
    }
}

/// What stands below a merged cell is not to be seen in a spreadsheet: its first value holds.
#[test]
fn what_is_left_under_a_merged_cell_does_not_count() {
    let table = rows(&format!(
        "统一社会信用代码,企业名称,登记状态\n{},示例一,存续\n{},示例二,注销\n{},示例三,注销",
        code(1),
        code(2),
        code(3)
    ));
    for (name, bytes) in [("a.xlsx", as_xlsx(&table, &[[1, 3, 2, 2]])), ("a.xls", as_xls(&table, &[[1, 3, 2, 2]]))] {
        let import = import_files(&[(name, bytes)]);
        let active =
            import.enterprises.iter().filter(|firm| firm.status == xinheng::facts::EnterpriseStatus::Active).count();
        assert_eq!((import.enterprises.len(), active), (3, 3), "{name}");
    }
    // Where the first is blank, the others are seen by whoever takes the cells apart again.
    let mut table = table;
    table[1][2].clear();
    let import = import_files(&[("a.xlsx", as_xlsx(&table, &[[1, 3, 2, 2]]))]);
    assert!(
        import.enterprises.iter().skip(1).all(|firm| firm.status == xinheng::facts::EnterpriseStatus::Deregistered)
    );
}

#[test]
fn merged_cells_that_are_made_to_harm() {
    let limits = Limits { cells: 50_000, ..Limits::default() };
    let read = |merges: &str, rows: &str| {
        let sheet = format!("<worksheet><sheetData>{rows}</sheetData><mergeCells>{merges}</mergeCells></worksheet>");
        let import = import_with(importer().with_limits(limits), &[("a.xlsx", xlsx_with(sheet.as_bytes(), &[]))]);
        told(&import)
    };
    let row = |number: usize| {
        format!("<row r=\"{number}\"><c r=\"A{number}\"><v>1</v></c><c r=\"XFD{number}\"><v>2</v></c></row>")
    };
    let one = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
    // The whole sheet in one cell gives nothing to rows that are not there.
    assert_eq!(read("<mergeCell ref=\"A1:XFD1048576\"/>", one), ["no_header"]);
    // Each row that is there counts with all its places.
    let all: String = (1..100).map(row).collect();
    assert_eq!(read("<mergeCell ref=\"A1:XFC1048576\"/>", &all), ["workbook_too_many_cells"]);
    // A million, one over the other, and more than there can be in a table.
    let many = "<mergeCell ref=\"A1:B2\"/>".repeat(1_000_000);
    assert_eq!(read(&many, one), ["no_header"]);
    let many = "<mergeCell ref=\"A1:B2\"/>".repeat(1_000_001);
    assert_eq!(read(&many, one), ["broken_workbook"]);
    // Places that there are not, and words that are none.
    let odd = "<mergeCell ref=\"B2:A1\"/><mergeCell ref=\"A1\"/><mergeCell/><mergeCell ref=\"A1:XFE9\"/><mergeCell \
               ref=\"A0:B0\"/><mergeCell ref=\"A1:A99999999999\"/>";
    assert_eq!(read(odd, one), ["no_header"]);
    let long = format!("<mergeCell x=\"{}\" ref=\"A1:B2\"/>", "y".repeat(100_000));
    assert_eq!(read(&long, one), ["no_header"]);

    let table = rows("甲,乙,丙");
    for merge in [[0, 65_535, 0, 255], [9, 3, 9, 3], [0, 0, 0, 65_535], [65_535, 65_535, 255, 255]] {
        assert_eq!(told(&import_files(&[("a.xls", as_xls(&table, &[merge]))])), ["no_header"]);
    }
    // More are announced than there are.
    let mut short = as_xls(&table, &[[0, 1, 0, 1]]);
    let announced = short.windows(4).rposition(|bytes| bytes == [0xE5, 0, 10, 0]).unwrap() + 4;
    short[announced] = 200;
    assert_eq!(told(&import_files(&[("a.xls", short)])), ["broken_workbook"]);
}

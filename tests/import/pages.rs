//! Web pages and XML spreadsheets that systems name .xls.

use xinheng::import::FileKind;

use crate::books::import_files;
use crate::support::{code, codes, importer};

/// The names of the enterprises in a page, given in pieces of every size.
fn names(page: &str) -> Vec<String> {
    let mut found: Option<Vec<String>> = None;
    for piece in [1, 2, 3, 7, 64, 100_000] {
        let mut importer = importer();
        importer.open("a.xls");
        for bytes in page.as_bytes().chunks(piece) {
            importer.feed(bytes);
        }
        let import = importer.finish();
        let names: Vec<String> = import.enterprises.into_iter().map(|firm| firm.name).collect();
        assert!(found.as_ref().is_none_or(|found| *found == names), "{piece}");
        found = Some(names);
    }
    found.unwrap()
}

fn cells(cells: &[&str]) -> String {
    cells.iter().map(|cell| format!("<td>{cell}</td>")).collect()
}

fn header() -> String {
    format!("<tr>{}</tr>", cells(&["统一社会信用代码", "企业名称", "登记状态"]))
}

#[test]
fn tables_as_systems_write_them() {
    let (one, two) = (code(1), code(2));
    for page in [
        // With a title, a head of its own, ends of tags left out, capitals, attributes without marks.
        format!(
            "<!DOCTYPE html>\n<HTML><HEAD><style>td {{ content: \"<td>\" }}</style><title>名单</title></HEAD><BODY \
             onload='a > b'>\n<TABLE border=1 width=100%><CAPTION>名单</CAPTION><THEAD><TR><TH>统一社会信用代码<TH \
             nowrap>企业名称<TH>登记状态</THEAD>\n<TBODY><TR><TD>{one}<TD>\n  示例一\n  号 <TD>存续\n<TR><TD>{two}<TD>示例二\
             <TD>存续</TABLE>"
        ),
        // The table in another one, scripts and remarks among the rows.
        format!(
            "<html><body><table><tr><td>某局<table>{}<!-- <tr><td>x</td></tr> --><tr>{}</tr><script>if (a < b) \
             document.write('<tr><td>y</td></tr>')</script><tr>{}</tr></table></td></tr></table></body></html>",
            header(),
            cells(&[&one, "示例一&nbsp;号", "存续"]),
            cells(&[&format!("<b>{two}</b>"), "<font color='red'>示例二</font>", "存续"]),
        ),
        // A title that spans columns, and a cell that spans rows.
        format!(
            "<table><tr><td colspan=3>名单</td></tr>{}<tr><td>{one}</td><td>示例一 号</td><td rowspan=\"2\">存续</td></tr>\
             <tr><td>{two}</td><td>示例二</td></tr></table>",
            header()
        ),
    ] {
        let names: Vec<String> = names(&page).iter().map(|name| name.replace('\u{A0}', " ")).collect();
        assert_eq!(names, ["示例一 号", "示例二"], "{page}");
    }
}

#[test]
fn a_cell_of_several_rows_stands_in_all_of_them() {
    let page = format!(
        "<table><tr>{}</tr><tr><td rowspan=3>{}</td><td>罚款</td><td>2024-05-28</td></tr><tr><td>警告</td>\
         <td>2024-05-29</td></tr><tr><td>警告<td>2024-05-30</tr><tr><td>{}<td>警告<td>2024-05-31</tr></table>",
        cells(&["统一社会信用代码", "处罚类别", "处罚决定日期"]),
        code(1),
        code(2)
    );
    let import = import_files(&[("a.xls", page.into_bytes())]);
    assert_eq!(codes(import.report.problems.kept()), Vec::<&str>::new());
    let counts: Vec<usize> = import.enterprises.iter().map(|firm| firm.penalties.len()).collect();
    assert_eq!(counts, [3, 1]);
}

#[test]
fn characters_by_name_and_names_with_markup() {
    let page = |name: &str| format!("<table>{}<tr>{}</tr></table>", header(), cells(&[&code(1), name, "存续"]));
    for (written, read) in [
        ("示例&amp;一", "示例&一"),
        ("&#31034;&#x4F8B;", "示例"),
        ("&lt;script&gt;示例&lt;/script&gt;", "<script>示例</script>"),
        ("示例 & 一", "示例 & 一"),
        ("示例&一;", "示例&一;"),
        ("示例<一", "示例<一"),
        ("示例&mdash;一", "示例—一"),
        ("示例<br/>一", "示例\n一"),
        ("&#55296;示例", "&#55296;示例"),
    ] {
        assert_eq!(names(&page(written)), [read], "{written}");
    }
}

#[test]
fn pages_without_a_table_and_text_that_looks_like_a_page() {
    for page in
        ["<html><body>请重新登录</body></html>", "<table></table>", "<html", "<!DOCTYPE html>", "<table><tr><td"]
    {
        let import = import_files(&[("a.xls", page.as_bytes().to_vec())]);
        assert_eq!(import.report.problems.kept().len(), 1, "{page}");
        assert!(matches!(codes(import.report.problems.kept())[0], "empty_file" | "no_header"), "{page}");
    }
    let csv = format!("<经营主体名单>\n统一社会信用代码,企业名称,登记状态\n{},<b>示例</b>,存续\n", code(1));
    assert_eq!(names(&csv), ["<b>示例</b>"]);
}

#[test]
fn an_xml_spreadsheet_has_sheets_and_leaves_out_what_is_blank() {
    let data = |text: &str| format!("<Cell><Data ss:Type=\"String\">{text}</Data></Cell>");
    let row = |cells: &[&str]| format!("<Row>{}</Row>", cells.iter().map(|cell| data(cell)).collect::<String>());
    let page = format!(
        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
         xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Styles/><Worksheet ss:Name=\"说明\"><Table>{}</Table>\
         </Worksheet><Worksheet ss:Name=\"户\"><Table>{}<Row ss:Index=\"5\">{}<Cell ss:Index=\"3\"><Data \
         ss:Type=\"String\">存续</Data><Comment><ss:Data>批注</ss:Data></Comment></Cell></Row></Table></Worksheet><Worksheet \
         ss:Name=\"线索\"><Table>{}{}</Table></Worksheet></Workbook>",
        row(&["请填写"]),
        row(&["统一社会信用代码", "企业名称", "登记状态"]),
        data(&code(1)),
        row(&["统一社会信用代码", "线索类型", "收到日期"]),
        row(&[&code(1), "转办", "2024-05-28T00:00:00.000"]),
    );
    let import = import_files(&[("a.xls", page.into_bytes())]);
    let files: Vec<_> = import.report.files.iter().map(|file| (file.sheet.as_deref(), file.kind)).collect();
    assert_eq!(files, [(Some("户"), Some(FileKind::Register)), (Some("线索"), Some(FileKind::Leads))]);
    assert_eq!(codes(import.report.problems.kept()), ["sheet_not_read", "missing"]);
    assert_eq!(import.report.problems.kept()[1].at.unwrap().sheet_row, 5);
    assert_eq!(import.enterprises[0].leads[0].received_on.to_string(), "2024-05-28");
}

#[test]
fn characters_that_were_lost_behind_the_last_table_are_told_of_the_file() {
    let page = format!(
        "<Workbook><Worksheet ss:Name=\"1\"><Table>{}</Table></Worksheet><Worksheet ss:Name=\"2\"><Table><Row><Cell><Data>\u{FFFD}\
         </Data></Cell></Row></Table></Worksheet></Workbook>",
        "<Row><Cell><Data>统一社会信用代码</Data></Cell><Cell><Data>企业名称</Data></Cell><Cell><Data>登记状态</Data></Cell></Row>"
    );
    let import = import_files(&[("b.xls", page.into_bytes())]);
    assert_eq!(import.report.files.len(), 1);
    let told = import.report.problems.kept();
    assert_eq!(
        told.iter().map(|problem| (problem.code(), problem.file)).collect::<Vec<_>>(),
        [("characters_lost", 0), ("sheet_not_read", 0)]
    );
}

//! What an inspector reads.

use crate::support::{code, import, import_bytes, table};

/// The words for a penalty file with one broken cell in its second row, below a title.
fn words(header: &[&str], cells: &[&str]) -> (String, String) {
    let one = code(1);
    let mut columns = vec!["统一社会信用代码", "处罚类别", "处罚决定日期"];
    let mut good = vec![one.as_str(), "罚款", "2025-01-05"];
    let mut bad = good.clone();
    for (column, cell) in header.iter().zip(cells) {
        match columns.iter().position(|known| known == column) {
            Some(index) => bad[index] = cell,
            None => {
                columns.push(column);
                good.push("");
                bad.push(cell);
            }
        }
    }
    let file = format!("标题\n{}", table(&columns, &[&good, &bad]));
    let import = import(&[("a.csv", &file)]);
    let problem = import.report.problems.kept().last().unwrap();
    (problem.zh(), problem.en())
}

#[test]
fn words_say_where_what_was_met_and_what_to_do() {
    for (column, cell, zh, en) in [
        (
            "处罚决定日期",
            "2025-02-30",
            "第 4 行（表格中的行号）“处罚决定日期”写的是“2025-02-30”，没有这一天。请改正日期；这一行没有采用。",
            "Row 4 of the sheet, “处罚决定日期” is “2025-02-30”: there is no such day. Correct the date; the row was not used.",
        ),
        (
            "处罚决定日期",
            "",
            "第 4 行（表格中的行号）“处罚决定日期”没有填写。请补填；这一行没有采用。",
            "Row 4 of the sheet, “处罚决定日期”: nothing is entered. Enter it; the row was not used.",
        ),
        (
            "统一社会信用代码",
            "9.11502E+17",
            "第 4 行（表格中的行号）“统一社会信用代码”写的是“9.11502E+17”，是表格软件把代码变成了数字，后几位已经丢失。\
             请把该列设为“文本”格式后重新导出；这一行没有采用。",
            "Row 4 of the sheet, “统一社会信用代码” is “9.11502E+17”: the spreadsheet has turned the code into a number and \
             lost its last places. Set the column to “text” and export again; the row was not used.",
        ),
        (
            "裁量阶次",
            "很轻",
            "第 4 行（表格中的行号）“裁量阶次”写的是“很轻”，不在可用的写法之内。请改为：减轻、从轻、一般、从重；这一行没有采用。",
            "Row 4 of the sheet, “裁量阶次” is “很轻”: this word is not known here. Write one of: 减轻、从轻、一般、从重; the \
             row was not used.",
        ),
        (
            "CF_NR_FK",
            "0.00000001",
            "第 4 行（表格中的行号）“CF_NR_FK”（罚款金额（万元））写的是“0.00000001”，按“万元”计，不足一分的部分无法记账。\
             请核对金额和单位；这一行没有采用。",
            "Row 4 of the sheet, “CF_NR_FK” (罚款金额（万元）) is “0.00000001”: in the unit 万元 this has parts smaller than a \
             fen. Check amount and unit; the row was not used.",
        ),
        (
            "没收违法所得、没收非法财物的金额（元）",
            "少许",
            "第 4 行（表格中的行号）“没收违法所得、没收非法财物的金额（元）”写的是“少许”，\
             不是数字。请用阿拉伯数字填写金额；只略去了这一格，其余照用。",
            "Row 4 of the sheet, “没收违法所得、没收非法财物的金额（元）” is “少许”: this is no \
             number. Write the amount in figures; only this cell was left out.",
        ),
    ] {
        let words = words(&[column], &[cell]);
        assert_eq!((words.0.as_str(), words.1.as_str()), (zh, en));
    }
}

#[test]
fn long_values_are_shortened() {
    let (zh, _) = words(&["处罚决定日期"], &[&"很".repeat(5000)]);
    assert!(zh.contains(&format!("“{}…”", "很".repeat(60))) && zh.chars().count() < 200, "{zh}");
}

#[test]
fn a_workbook_is_asked_for_as_csv_in_both_languages() {
    for bytes in [b"PK\x03\x04rest of a zip".as_slice(), b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest of an xls"] {
        let import = import_bytes(&[("名单.xlsx", bytes)]);
        let [problem] = import.report.problems.kept() else { panic!() };
        assert_eq!(
            problem.zh(),
            "文件是 Excel 工作簿或压缩包。请在表格软件中“另存为” CSV 后再导入；这个文件没有读入。"
        );
        assert!(problem.en().contains("Save it as CSV"));
        assert_eq!((problem.at, problem.code(), &*problem.file_name), (None, "workbook", "名单.xlsx"));
    }
}

#[test]
fn no_words_are_left_without_an_end_or_in_the_wrong_language() {
    let (one, two) = (code(1), code(2));
    let register = table(
        &["统一社会信用代码", "企业名称", "登记状态", "成立日期", "风险等级", "行政区划"],
        &[
            &[&one, "示例", "存续", "1989-01-01", "B", "区"],
            &[&one, "示例", "存续", "", "", ""],
            &[&two, "示例", "别的", "9", "Z", ""],
            &["1E+17", "", "", "", "", ""],
            &["1", "", "", "", "", "", "多出的内容"],
        ],
    );
    let penalties = table(
        &["统一社会信用代码", "行政相对人名称", "处罚类别", "处罚决定日期", "罚款金额"],
        &[
            &["", "谁", "暂扣或吊销许可证", "2025-01-05", ""],
            &[&one, "", "罚款", "x", "-1"],
            &[&one, "", "罚款", "", "1e99"],
        ],
    );
    let import = import_bytes(&[
        ("a", register.as_bytes()),
        ("b", penalties.as_bytes()),
        ("c", b""),
        ("d", b"PK\x03\x04"),
        ("e", b"a,b\n"),
        ("f", &[0; 100]),
        ("g", "线索类型,收到日期\n".as_bytes()),
        ("h", "统一社会信用代码,列入原因,列入日期\n".as_bytes()),
    ]);
    assert!(import.report.problems.kept().len() > 18);
    for problem in import.report.problems.kept() {
        let (zh, en) = (problem.zh(), problem.en());
        assert!(zh.ends_with('。') && !zh.contains("。。") && !zh.contains("；；"), "{zh}");
        assert!(en.ends_with('.') && !en.contains("..") && !en.contains("  "), "{en}");
        assert!(
            zh.starts_with(|c: char| !c.is_ascii_alphabetic()) && en.starts_with(|c: char| c.is_ascii() || c == '“')
        );
        assert!(!en.contains('{') && !zh.contains('{'));
    }
}

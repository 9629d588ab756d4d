//! Workbooks as programs of offices write them: `tests/fixtures/workbooks` has them, and the script that wrote them.

use xinheng::import::{FileKind, Import, Level, Problem};

use crate::books::{import_files, rows, xlsx, xlsx_of};
use crate::support::code;

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/fixtures/workbooks/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn of_problem(problem: &Problem) -> (&str, u32, &'static str, &str) {
    let sheet = problem.sheet.as_deref().unwrap_or_default();
    (sheet, problem.at.map_or(0, |at| at.row), problem.code(), problem.value.as_str())
}

fn open(name: &str) -> Import {
    import_files(&[(name, fixture(name))])
}

/// Sheet, row below the header, code and value of each problem.
fn told(import: &Import) -> Vec<(&str, u32, &'static str, &str)> {
    import.report.problems.kept().iter().map(of_problem).collect()
}

#[test]
fn a_workbook_with_titles_true_days_numbers_and_formulas() {
    for name in ["excel.xlsx", "excel_1904.xlsx"] {
        let import = open(name);
        let [one, two] = import.enterprises.as_slice() else { panic!("{:?}", import.enterprises) };
        assert_eq!((one.uscc.as_str(), two.uscc.as_str()), (code(1).as_str(), code(2).as_str()), "{name}");
        assert_eq!(two.name, "示例二<b>店</b>");
        for firm in [one, two] {
            assert_eq!(firm.registered_on.unwrap().to_string(), "2024-05-28", "{name}");
            assert_eq!((firm.region.as_deref(), firm.industry.as_deref()), (Some("150203"), Some("F5212")));
        }
        let penalty = &one.penalties[0];
        assert_eq!(
            penalty.fine.unwrap().to_string(),
            "0.3",
            "0.1 + 0.2 as a spreadsheet shows it, in 元 as the header says"
        );
        assert_eq!(
            penalty.decided_on.to_string(),
            "2024-05-28",
            "{name}: a number in a cell without the format of a day"
        );
        let penalty = &two.penalties[0];
        assert_eq!(penalty.fine.unwrap().to_string(), "20000");
        assert_eq!(penalty.decided_on.to_string(), "2024-05-28");
        assert_eq!(penalty.authority.as_deref(), Some("包头市市场监督管理局"));
        assert_eq!(import.report.joined_by_name, 1);

        let kinds: Vec<_> =
            import.report.files.iter().map(|file| (file.sheet.as_deref(), file.kind, file.rows)).collect();
        assert_eq!(
            kinds,
            [(Some("经营主体"), Some(FileKind::Register), 3), (Some("处罚"), Some(FileKind::Penalties), 3)]
        );
        assert_eq!(import.report.files[0].header_row, Some(3));
        assert_eq!(
            told(&import),
            [("", 0, "sheet_not_read", "字典"), ("经营主体", 3, "uscc_malformed", "9.1150203E+17"),]
        );
        let fines: Vec<String> =
            [one, two].iter().flat_map(|firm| &firm.penalties).map(|p| p.fine.unwrap().to_string()).collect();
        assert_eq!(fines, ["0.3", "50000", "20000"], "五万 has its unit");
    }
}

#[test]
fn old_workbooks_with_more_texts_than_one_record_holds() {
    for name in ["excel.xls", "excel_1904.xls"] {
        let import = open(name);
        assert_eq!(import.enterprises.len(), 400, "{name}");
        for (number, firm) in import.enterprises.iter().enumerate() {
            assert_eq!(
                (firm.uscc.as_str(), firm.name.as_str()),
                (&*code(number + 1), &*format!("示例{}号有限公司", number + 1))
            );
            assert_eq!(firm.registered_on.unwrap().to_string(), "2024-05-28", "{name}");
            assert_eq!(firm.region.as_deref(), Some("150203"));
        }
        let penalty = &import.enterprises[0].penalties[0];
        assert_eq!(
            (penalty.fine.unwrap().to_string(), penalty.decided_on.to_string()),
            ("0.3".into(), "2024-05-28".into())
        );
        assert_eq!(penalty.authority.as_deref(), Some("Café 市场监督管理局"));
        assert_eq!(
            told(&import),
            [
                ("", 0, "sheet_not_read", "字典"),
                ("经营主体", 401, "uscc_malformed", "9.1150203E+17"),
                ("处罚", 2, "not_a_date", "2024-02-30"),
            ]
        );
    }
}

#[test]
fn sheets_without_a_table_are_named_and_empty_ones_are_not() {
    let import = open("office.xlsx");
    assert_eq!(import.enterprises.len(), 2);
    assert!(import.enterprises.iter().all(|firm| firm.registered_on.unwrap().to_string() == "2024-05-28"));
    assert_eq!(import.enterprises[1].industry.as_deref(), Some("5212"));
    assert_eq!(told(&import), [("", 0, "sheet_not_read", "填表说明")]);
    let [problem] = import.report.problems.kept() else { unreachable!() };
    assert_eq!(problem.level, Level::Notice);
    assert!(problem.zh().contains("填表说明") && problem.en().contains("填表说明"));

    // With no table in any sheet the workbook is refused as a file would be.
    let import = import_files(&[("a.xlsx", xlsx(&rows("说明,请填写"), false)), ("b.xlsx", xlsx(&Vec::new(), false))]);
    assert_eq!(told(&import), [("", 0, "no_header", ""), ("", 0, "empty_file", "")]);
}

#[test]
fn a_problem_names_its_sheet() {
    let import = open("excel.xlsx");
    let [_, second] = import.report.problems.kept() else { panic!() };
    assert!(second.zh().starts_with("工作表“经营主体”第 6 行"), "{}", second.zh());
    assert!(second.en().starts_with("Sheet “经营主体”, row 6"), "{}", second.en());
}

#[test]
fn a_locked_workbook_is_refused_with_that_reason() {
    let import = open("locked.xlsx");
    assert_eq!(told(&import), [("", 0, "password", "")]);
    let problem = &import.report.problems.kept()[0];
    assert!(problem.zh().contains("密码") && problem.en().contains("password"), "{problem:?}");
    assert!(problem.zh().contains("这个文件没有读入"));
}

#[test]
fn codes_that_became_numbers_are_refused_with_that_reason() {
    let header = "<row r=\"1\"><c t=\"inlineStr\"><is><t>统一社会信用代码</t></is></c><c t=\"inlineStr\"><is><t>登记状态</t></is></c></row>";
    for number in ["911502030000000001", "9.11502030000000E+17", "9.115E+17"] {
        let import =
            import_files(&[("a.xlsx", xlsx_of(&format!("{header}<row r=\"2\"><c><v>{number}</v></c></row>"), &[]))]);
        let [problem] = import.report.problems.kept() else { panic!("{:?}", import.report.problems) };
        assert_eq!(problem.code(), "uscc_malformed");
        assert!(problem.zh().contains("表格软件把代码变成了数字"), "{}", problem.zh());
    }
}

#[test]
fn cells_of_every_type() {
    let cells = [
        ("t=\"d\"", "<v>2024-05-28T00:00:00Z</v>"),
        ("t=\"str\"", "<f>TEXT(A1,\"yyyy-mm-dd\")</f><v>2024-05-28</v>"),
        ("t=\"n\"", "<v>45440</v>"),
        ("", "<v>45440.5</v>"),
        ("t=\"inlineStr\"", "<is><r><t>2024年</t></r><r><t>5月28日</t></r></is>"),
    ];
    for (kind, value) in cells {
        let text = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
        let header = ["统一社会信用代码", "登记状态", "成立日期"].map(text).concat();
        let row = format!("{}{}<c {kind}>{value}</c>", text(&code(1)), text("存续"));
        let import = import_files(&[("a.xlsx", xlsx_of(&format!("<row>{header}</row><row>{row}</row>"), &[]))]);
        assert_eq!(
            import.enterprises[0].registered_on.map(|day| day.to_string()).as_deref(),
            Some("2024-05-28"),
            "{value}"
        );
    }
    for (value, shown) in [("t=\"e\"><v>#N/A</v>", "#N/A"), ("t=\"b\"><v>1</v>", "TRUE")] {
        let text = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
        let header = ["统一社会信用代码", "登记状态", "成立日期"].map(text).concat();
        let row = format!("{}{}<c {value}</c>", text(&code(1)), text("存续"));
        let import = import_files(&[("a.xlsx", xlsx_of(&format!("<row>{header}</row><row>{row}</row>"), &[]))]);
        let told: Vec<_> = told(&import).into_iter().map(|(_, row, code, value)| (row, code, value)).collect();
        assert_eq!(told.last(), Some(&(1, "not_a_date", shown)));
    }
}

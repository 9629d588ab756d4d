//! Files in shapes that offices and their systems really send, each made up anew: what is right of them.

use xinheng::facts::{Date, Penalty, Term};
use xinheng::import::{FileKind, Import, Level};

use crate::books::{Rows, import_files, xlsx};
use crate::support::{code, codes, import, importer, table};

pub const PENALTIES: [&str; 7] = [
    "行政相对人名称",
    "统一社会信用代码",
    "行政处罚决定书文号",
    "处罚类别",
    "罚款金额（万元）",
    "处罚决定日期",
    "处罚机关",
];

/// A row of penalties of the enterprise with this number, changed in some columns.
pub fn row(number: usize, changes: &[(usize, &str)]) -> Vec<String> {
    let mut row = [
        format!("示例{number}号商贸有限公司"),
        code(number),
        format!("示市监罚〔2025〕{number}号"),
        "罚款".to_owned(),
        "0.5".to_owned(),
        "2025-05-28".to_owned(),
        "示例区市场监督管理局".to_owned(),
    ];
    for (index, text) in changes {
        row[*index] = (*text).to_owned();
    }
    row.to_vec()
}

pub fn penalties(rows: &[Vec<String>]) -> String {
    penalties_under(&PENALTIES, rows)
}

pub fn penalties_under(columns: &[&str], rows: &[Vec<String>]) -> String {
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    table(columns, &rows)
}

pub fn told(import: &Import) -> Vec<&'static str> {
    codes(import.report.problems.kept())
}

pub fn all_penalties(import: &Import) -> Vec<&Penalty> {
    import.enterprises.iter().flat_map(|firm| &firm.penalties).collect()
}

#[test]
fn a_table_of_thirty_columns_with_its_official_labels() {
    const LABELS: &str = "行政相对人名称,行政相对人类别,行政相对人代码_1（统一社会信用代码）,行政相对人代码_2（工商注册号）,行政相对人代码_3（组织机构代码）,\
        行政相对人代码_4（税务登记号）,行政相对人代码_5（事业单位证书号）,行政相对人代码_6（社会组织登记证号）,法定代表人,法定代表人证件类型,法定代表人证件号码,\
        证件类型,证件号码,行政处罚决定书文号,违法行为类型,违法事实,处罚依据,处罚类别,处罚内容,罚款金额（万元）,没收违法所得、没收非法财物的金额（万元）,\
        暂扣或吊销证照名称及编号,处罚决定日期,处罚有效期,公示截止期,处罚机关,处罚机关统一社会信用代码,数据来源单位,数据来源单位统一社会信用代码,备注";
    let row = |number: usize| {
        format!(
            "示例{number}号有限公司,法人及非法人组织,{},,,,,,金丝雀甲,身份证,150000190001010006,,,示〔2025〕{number}号,类型,事实,依据,罚款,内容,0.500000,,,\
             2025/05/28,2026/05/28,2026/05/28,示例区市场监督管理局,11150203MB0000001A,示例局,11150203MB0000001A,",
            code(number)
        )
    };
    let lines = ["行政处罚信息（法人及非法人组织）".to_owned(), LABELS.to_owned(), row(1), row(2)];
    let cells: Rows = lines.iter().map(|line| line.split(',').map(str::to_owned).collect()).collect();
    for (name, bytes) in [("a.csv", lines.join("\n").into_bytes()), ("a.xlsx", xlsx(&cells, false))] {
        let import = import_files(&[(name, bytes)]);
        assert_eq!(import.enterprises.iter().map(|firm| firm.uscc.clone()).collect::<Vec<_>>(), [code(1), code(2)]);
        assert_eq!((told(&import), import.report.joined_by_name), (vec![], 0), "{name}");
        let everything = format!("{import:?}");
        assert!(!everything.contains("金丝雀") && !everything.contains("150000190001010006"), "{name}");
    }
}

#[test]
fn a_header_of_two_rows_without_merged_cells() {
    let file = format!(
        "序号,行政相对人名称,统一社会信用代码,行政处罚决定书文号,处罚情况,,处罚决定日期,处罚机关\n,,,,处罚类别,罚款金额（万元）,,\n\
         1,示例甲有限公司,{},示〔2025〕1号,罚款,0.5,2025-05-28,示例区市场监督管理局\n",
        code(1)
    );
    let import = import(&[("a.csv", &file)]);
    let [penalty] = all_penalties(&import)[..] else { panic!("{import:?}") };
    assert_eq!(
        (penalty.fine.unwrap().to_string(), penalty.decided_on.to_string()),
        ("5000".into(), "2025-05-28".into())
    );
    assert_eq!((told(&import), import.report.files[0].header_rows), (vec![], 2));
    assert_eq!((import.report.files[0].rows, import.report.files[0].header_row), (1, Some(2)));
}

#[test]
fn a_heading_completes_a_bare_label_and_hides_what_is_below_a_person() {
    for below in ["名称,代码,名称,代码", "名称,统一社会信用代码,名称,统一社会信用代码"] {
        let file = format!(
            "行政相对人,,处罚机关,,法定代表人,,处罚类别,处罚决定日期\n{below},姓名,单位名称,,\n\
             示例甲有限公司,{},示例区市场监督管理局,11150203MB0000001A,金丝雀甲,金丝雀乙,警告,2025-05-28\n",
            code(1)
        );
        let import = import(&[("a.csv", &file)]);
        let [penalty] = all_penalties(&import)[..] else { panic!("{import:?}") };
        assert_eq!(penalty.authority.as_deref(), Some("示例区市场监督管理局"));
        assert_eq!((&*import.enterprises[0].name, &*import.enterprises[0].uscc), ("示例甲有限公司", &*code(1)));
        assert!(!format!("{import:?}").contains("金丝雀"));
    }
}

#[test]
fn what_exports_put_around_a_code_is_taken_off() {
    let register = |texts: &[String]| {
        let rows: Vec<[&str; 3]> = texts.iter().map(|text| [text.as_str(), "示例甲", "存续"]).collect();
        let rows: Vec<&[&str]> = rows.iter().map(<[&str; 3]>::as_slice).collect();
        import(&[("a.csv", &table(&["统一社会信用代码", "企业名称", "登记状态"], &rows))])
    };
    let code = code(1);
    let (front, back) = code.split_at(9);
    for text in [
        format!("'{code}"),
        format!("{code}\t"),
        format!("\t{code}"),
        format!("=\"{code}\""),
        format!(" {code} "),
        code.to_lowercase(),
        code.chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap()).collect(),
        format!("{front}\u{200B}{back}"),
        format!("\u{202D}{code}\u{202C}"),
        format!("\u{FEFF}{code}"),
        format!("{front}\u{A0}{back}"),
        format!("{front} {back}"),
        format!("{code}\u{3000}"),
        format!("{front}\u{AD}{back}"),
        format!("{front}\n{back}"),
        format!("{front}\u{2060}{back}"),
    ] {
        let import = register(std::slice::from_ref(&text));
        assert_eq!((told(&import), import.enterprises.len()), (vec![], 1), "{text:?}");
        assert_eq!(import.enterprises[0].uscc, code);
    }
    assert_eq!(told(&register(&[format!("`{code}")])), ["uscc_malformed"]);
}

#[test]
fn labels_are_known_whatever_is_unseen_in_them() {
    let columns = [
        "行政相对人名称",
        "统一社会信用代码\u{200B}",
        "行政处罚决定书 文号",
        "处罚类别\n",
        "罚款金额\n（万元）",
        "处罚决定\u{A0}日期",
        "\u{3000}*处罚机关",
    ];
    let import = import(&[("a.csv", &penalties_under(&columns, &[row(1, &[])]))]);
    assert_eq!((told(&import), all_penalties(&import)[0].fine.unwrap().to_string()), (vec![], "5000".to_owned()));
}

#[test]
fn an_identity_number_is_never_an_enterprise() {
    // The first fails the check of credit codes, the second passes it.
    for number in ["150000190001010001", "15000019000101001X", "15000019000101001x", "1500 0019 0001 0100 01"] {
        let rows = [row(1, &[]), row(2, &[(0, "金丝雀甲"), (1, number)])];
        let import = import(&[("a.csv", &penalties(&rows))]);
        assert_eq!(import.enterprises.len(), 1, "{number}");
        let [problem] = import.report.problems.kept() else { panic!("{number}") };
        assert_eq!(
            (problem.code(), problem.level, import.report.natural_persons),
            ("identity_number", Level::Refused, 1)
        );
        assert!(problem.value.starts_with("1500**********"), "{}", problem.value);
        let everything = format!("{import:?}{}{}", problem.zh(), problem.en());
        assert!(!everything.contains("金丝雀") && !everything.contains("0001010"), "{everything}");
    }
    let old = import(&[("a.csv", &penalties(&[row(1, &[(1, "150000900101001")])]))]);
    assert_eq!((told(&old), &*old.report.problems.kept()[0].value), (vec!["uscc_malformed"], "1500*******1001"));
}

#[test]
fn a_business_is_one_whatever_its_category() {
    let columns = [&PENALTIES[..], &["行政相对人类别"]].concat();
    let with = |number, category: &str| [row(number, &[]), vec![category.to_owned()]].concat();
    for category in ["自然人", " 自 然 人 ", "自然人（含个体）", "个人", "公民"] {
        let import = import(&[("a.csv", &penalties_under(&columns, &[with(1, category)]))]);
        assert_eq!((told(&import), all_penalties(&import).len()), (vec!["party_is_business"], 1), "{category}");
        let person = [row(1, &[(0, "金丝雀甲"), (1, "")]), vec![category.to_owned()]].concat();
        let import = crate::support::import(&[("a.csv", &penalties_under(&columns, &[person]))]);
        assert_eq!((told(&import), import.report.natural_persons), (vec![], 1), "{category}");
        assert!(!format!("{import:?}").contains("金丝雀"));
    }
}

#[test]
fn days_in_the_writings_of_offices_and_systems() {
    let read = |text: &str| {
        let mut importer = importer().with_today(Date::from_ymd_opt(2026, 11, 21).unwrap());
        importer.open("a.csv");
        importer.feed(penalties(&[row(1, &[(5, text)])]).as_bytes());
        importer.close();
        let import = importer.finish();
        (all_penalties(&import).first().map(|penalty| penalty.decided_on.to_string()), told(&import))
    };
    for text in [
        "45805.5",
        "45805",
        "2025-05-28T00:00:00.000+08:00",
        "2025-05-27T16:00:00.000Z",
        "2025-05-27T16:00:00Z",
        "2025-05-28T15:59:59Z",
        "2025-05-28T16:00:01Z",
        "2025-05-28 00:00:00.0",
        "二〇二五年五月二十八日",
        "20250528000000",
        "２０２５－０５－２８",
        "2025-05-28 12:00:00",
        "2025/5/28 上午 10:00",
        "2025年05月28日 10时",
        "20250528.0",
        "2025-5-28 0:00",
        "2025 年 5 月 28 日",
        "2025年5月28",
        "2025-05-28Z",
        "2025—05—28",
        "2025/05/28 星期三",
        "二○二五年五月廿八日",
        "2025.05.28",
        "20250528",
        "2025-05-28 10:00:00 +0800",
        "2025年5月28日上午",
    ] {
        assert_eq!(read(text), (Some("2025-05-28".into()), vec![]), "{text}");
    }
    for text in [
        "2024年5月",
        "2025-05-28 — 长期",
        "28/05/2025",
        "2025.05.28-2027.05.28",
        "2025-02-30",
        "9999-12-31",
        "Wed May 28 00:00:00 CST 2025",
        "1748361600000",
        "5/28/25",
        "25-05-28",
        "25.5.28",
        "250528",
        "100528",
        "2025",
        "25年5月28日",
        "202505",
        "20251328",
        "20250528250000",
    ] {
        assert_eq!(read(text), (None, vec!["not_a_date"]), "{text}");
    }
    for text in
        ["0000-00-00", "1899-12-30", "1900-01-00", "1900/1/1", "0001-01-01 00:00:00", "0", "00000000", "暂无", "\\N"]
    {
        assert_eq!(read(text), (None, vec!["missing"]), "{text}");
    }
    assert_eq!(read("2027-05-28"), (Some("2027-05-28".into()), vec!["later_than_today"]));
}

#[test]
fn what_stands_for_nothing_becomes_no_day() {
    let columns = [&PENALTIES[..], &["履行完毕日期"]].concat();
    let read = |text: &str| {
        let import = import(&[("a.csv", &penalties_under(&columns, &[[row(1, &[]), vec![text.to_owned()]].concat()]))]);
        (all_penalties(&import)[0].fulfilled_on, told(&import))
    };
    for text in [
        "",
        "NULL",
        "null",
        "\\N",
        "(null)",
        "<null>",
        "None",
        "N/A",
        "暂无",
        "无",
        "/",
        "—",
        "0",
        "1900-01-01",
        "1900/1/0",
        "0000-00-00",
        "未履行",
        "尚未履行",
        "空",
        "0001-01-01",
        "未缴纳",
        "（null）",
        " — — ",
    ] {
        assert_eq!(read(text), (None, vec![]), "{text}");
    }
    for text in ["已履行", "分期履行"] {
        assert_eq!(read(text), (None, vec!["not_a_date"]), "{text} is left out with a notice");
    }
}

#[test]
fn the_code_of_the_party_is_told_from_that_of_the_authority() {
    let authority = "11150203MB0000001A";
    let behind = [&PENALTIES[..], &["统一社会信用代码"]].concat();
    let before = [&["处罚机关", "统一社会信用代码"], &PENALTIES[..6]].concat();
    let files = [1, 2].map(|number| {
        let own = row(number, &[]);
        (
            [own.clone(), vec![authority.to_owned()]].concat(),
            [vec![own[6].clone(), authority.to_owned()], own[..6].to_vec()].concat(),
        )
    });
    for (columns, rows) in
        [(behind, [files[0].0.clone(), files[1].0.clone()]), (before, [files[0].1.clone(), files[1].1.clone()])]
    {
        let import = import(&[("a.csv", &penalties_under(&columns, &rows))]);
        assert_eq!(import.enterprises.iter().map(|firm| firm.uscc.clone()).collect::<Vec<_>>(), [code(1), code(2)]);
        let [problem] = import.report.problems.kept() else { panic!("{columns:?}") };
        assert_eq!((problem.code(), problem.level), ("column_ambiguous", Level::Notice));
        assert!(problem.zh().matches("统一社会信用代码").count() >= 2, "{}", problem.zh());
        assert_eq!(import.report.files[0].doubled_columns.len(), 1);
    }
}

#[test]
fn the_list_of_abnormal_operation_with_its_long_reasons() {
    let mut rows = vec![
        "序号,企业名称,统一社会信用代码/注册号,列入经营异常名录原因,列入日期,作出决定机关（列入）,移出经营异常名录原因,移出日期,作出决定机关（移出）".to_owned(),
    ];
    let reasons = [
        ("未依照《企业信息公示暂行条例》第八条规定的期限公示年度报告的", "annual_report"),
        ("2023年度，未依照《企业信息公示暂行条例》第八条规定的期限公示年度报告的", "annual_report"),
        ("未按照规定的期限公示年度报告", "annual_report"),
        ("通过登记的住所或者经营场所无法联系的", "unreachable"),
        ("通过登记的住所或者经营场所无法取得联系", "unreachable"),
        ("公示企业信息隐瞒真实情况、弄虚作假的", "concealment"),
        (
            "未在工商行政管理部门依照《企业信息公示暂行条例》第十条规定责令的期限内公示有关企业信息的",
            "immediate_disclosure",
        ),
        ("未按规定公示年报", "annual_report"),
        ("未办理名称变更登记", "name_change"),
    ];
    for (number, (reason, _)) in (1..).zip(reasons) {
        rows.push(format!("{number},示例{number}号,{},{reason},2024年7月8日,示例区市场监督管理局,,,", code(number)));
    }
    let import = import(&[("a.csv", &rows.join("\n"))]);
    assert_eq!((import.report.files[0].kind, told(&import)), (Some(FileKind::AbnormalListings), vec![]));
    let read: Vec<&str> = import.enterprises.iter().map(|firm| firm.abnormal_listings[0].reason.code()).collect();
    assert_eq!(read, reasons.map(|(_, code)| code));
}

#[test]
fn a_remark_beside_the_table_costs_no_row_in_a_workbook() {
    let mut cells: Rows = vec![PENALTIES.map(str::to_owned).to_vec(), row(1, &[]), row(2, &[])];
    cells[1].extend(["".to_owned(), "此户已搬迁，待核".to_owned()]);
    let import = import_files(&[("a.xlsx", xlsx(&cells, false))]);
    assert_eq!((all_penalties(&import).len(), told(&import)), (2, vec!["cell_without_column"]));
    assert!(import.report.problems.kept()[0].zh().contains("此户已搬迁"));
    let text = format!("{}\n{},,待核\n", PENALTIES.join(","), row(1, &[]).join(","));
    assert_eq!(
        told(&crate::support::import(&[("a.csv", &text)])),
        ["too_many_cells"],
        "in a text the cells have shifted"
    );
}

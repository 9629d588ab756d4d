//! What a file is, told by its columns wherever they stand.

use xinheng::import::FileKind;

use crate::support::{code, codes, import, importer};

#[test]
fn each_kind_of_file_is_known_by_its_columns_and_not_by_its_name() {
    for (header, kind) in [
        (
            "统一社会信用代码,企业名称,主体类型,成立日期,登记状态,行政区划,行业代码,监管领域,风险等级",
            FileKind::Register,
        ),
        ("统一社会信用代码,企业名称,登记状态", FileKind::Register),
        (
            "行政相对人名称,统一社会信用代码,行政处罚决定书文号,处罚类别,罚款金额（万元）,处罚决定日期",
            FileKind::Penalties,
        ),
        (
            "CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_WSH,CF_WFXW,CF_SY,CF_YJ,CF_CFLB,CF_NR,CF_NR_FK,CF_JDRQ",
            FileKind::Penalties,
        ),
        ("cf_xdr_shxym,cf_cflb,cf_jdrq", FileKind::Penalties),
        ("统一社会信用代码,处罚类别,处罚决定日期,履行完毕日期,消除危害日期,信用承诺日期", FileKind::Penalties),
        ("统一社会信用代码,企业名称,列入原因,列入日期,作出决定机关,纠正日期,移出日期", FileKind::AbnormalListings),
        ("统一社会信用代码,企业名称,列入原因,列入日期,履行完毕日期,移出日期", FileKind::SeriousListings),
        ("统一社会信用代码,企业名称,列入日期,管理措施截止日期", FileKind::SeriousListings),
        ("统一社会信用代码,企业名称,发布日期,执行法院,移除日期", FileKind::CourtListings),
        ("统一社会信用代码,检查日期,检查方式,检查类型,检查部门,检查结果", FileKind::Inspections),
        ("企业名称,线索类型,收到日期,办结日期", FileKind::Leads),
        ("统一社会信用代码,企业名称,承诺类型,承诺日期,违诺日期", FileKind::Commitments),
        (" 统一社会信用代码 ,*企业名称,登记 状态", FileKind::Register),
    ] {
        for delimiter in [",", ";", "\t"] {
            let file = format!("{}\n", header.replace(',', delimiter));
            let import = import(&[("行政许可.csv", &file)]);
            assert_eq!(import.report.files[0].kind, Some(kind), "{header} {delimiter:?}");
            assert_eq!(import.report.files[0].delimiter.map(String::from).as_deref(), Some(delimiter));
            assert_eq!(import.report.problems.kept(), [], "{header}");
        }
    }
}

#[test]
fn titles_blank_lines_totals_and_repeated_headers_are_passed_over() {
    let (one, two) = (code(1), code(2));
    let file = format!(
        "经营主体,,\n制表：示例,2026年,\n\n统一社会信用代码,企业名称,登记状态\n{one},示例一,存续\n,,\n\n\
         统一社会信用代码,企业名称,登记状态\n{two},合计划示例,存续\nx,示例三,存续\n合 计,2户,\n总计：2,,\n"
    );
    let import = import(&[("a.csv", &file)]);
    let names: Vec<&str> = import.enterprises.iter().map(|enterprise| enterprise.name.as_str()).collect();
    assert_eq!(names, ["示例一", "合计划示例"]);
    assert_eq!((import.report.files[0].header_row, import.report.files[0].rows), (Some(4), 3));
    // Blank lines count for the row number of a spreadsheet.
    let [problem] = import.report.problems.kept() else { panic!("{:?}", import.report.problems) };
    let at = problem.at.unwrap();
    assert_eq!((at.sheet_row, at.row), (10, 6));
    assert_eq!(file.lines().nth(9).unwrap(), "x,示例三,存续");
}

#[test]
fn the_header_may_stand_in_the_tenth_row_and_no_later() {
    let table = format!("统一社会信用代码,企业名称,登记状态\n{},示例一,存续\n", code(1));
    for (above, found) in [(9, true), (10, false)] {
        for filler in ["说明\n", "\n", "\"两\n行\"\n"] {
            let import = import(&[("a.csv", &(filler.repeat(above) + &table))]);
            assert_eq!(import.enterprises.len(), usize::from(found), "{above} {filler:?}");
            let expected: &[&str] = if found { &[] } else { &["no_header"] };
            assert_eq!(codes(import.report.problems.kept()), expected);
        }
    }
}

#[test]
fn the_two_lists_are_told_apart_by_title_or_reasons_when_the_columns_do_not() {
    let header = "统一社会信用代码,企业名称,列入原因,列入日期,移出日期\n";
    let row = |reason: &str| format!("{},示例一,{reason},2026-01-05,\n", code(1));
    let abnormal = "未按照规定的期限公示年度报告";
    for (file, kind) in [
        (format!("经营异常名录（截至2026年）\n{header}{}", row("别的")), Some(FileKind::AbnormalListings)),
        (format!("严重违法失信名单\n{header}{}", row(abnormal)), Some(FileKind::SeriousListings)),
        (format!("{header}{}", row(abnormal)), Some(FileKind::AbnormalListings)),
        (format!("{header}{}{}", row("别的"), row(abnormal)), Some(FileKind::AbnormalListings)),
        (format!("{header}{}", row("食品安全领域严重违法")), None),
    ] {
        let import = import(&[("a.csv", &file)]);
        assert_eq!(import.report.files[0].kind, kind, "{file}");
        assert_eq!(codes(import.report.problems.kept()).contains(&"kind_unclear"), kind.is_none(), "{file}");
    }
}

#[test]
fn a_file_without_a_needed_column_is_refused_with_the_name_of_the_column() {
    for (header, missing) in [
        ("统一社会信用代码,行政处罚决定书文号,处罚决定日期", "处罚类别"),
        ("统一社会信用代码,行政处罚决定书文号,处罚类别", "处罚决定日期"),
        ("行政处罚决定书文号,处罚类别,处罚决定日期", "统一社会信用代码"),
        ("企业名称,主体类型,登记状态", "统一社会信用代码"),
        ("统一社会信用代码,线索类型,办结日期", "收到日期"),
        ("统一社会信用代码,执行法院,移除日期", "发布日期"),
    ] {
        let import = import(&[("a.csv", &format!("{header}\n1,2,3\n"))]);
        let [problem] = import.report.problems.kept() else { panic!("{header}") };
        assert_eq!((problem.code(), problem.value.as_str()), ("column_missing", missing), "{header}");
        assert!(problem.zh().contains(missing));
        let file = &import.report.files[0];
        assert_eq!((file.unread, file.rows, file.refused_rows), (true, 1, 1), "{header}");
        assert!(!file.tells_all());
    }
}

#[test]
fn codes_with_names_and_nothing_else_are_a_register() {
    for header in ["统一社会信用代码,企业名称", "企业名称,统一社会信用代码"] {
        let row = if header.starts_with("企") { format!("示例,{}", code(1)) } else { format!("{},示例", code(1)) };
        let import = import(&[("名单.csv", &format!("{header}\n{row}\n"))]);
        assert!(import.report.problems.kept().is_empty(), "{header}: {:?}", import.report.problems);
        assert_eq!(import.report.files[0].kind, Some(FileKind::Register));
        let [firm] = &import.enterprises[..] else { panic!("{header}") };
        assert_eq!((firm.uscc.as_str(), firm.name.as_str()), (code(1).as_str(), "示例"));
    }
}

#[test]
fn files_of_other_kinds_are_not_mistaken() {
    for header in [
        "统一社会信用代码,企业名称,许可证号",
        "统一社会信用代码,企业名称,许可证号,有效期至",
        "统一社会信用代码,企业名称,发布日期",
        "姓名,电话,地址",
        "a,b,c",
    ] {
        let import = import(&[("经营主体.csv", &format!("{header}\n{},示例,2026-01-05\n", code(1)))]);
        assert_eq!(codes(import.report.problems.kept()), ["no_header"], "{header}");
        assert!(import.enterprises.is_empty());
    }
}

#[test]
fn columns_about_persons_are_neither_read_nor_named() {
    let file = format!(
        "CF_XDR_SHXYM,CF_CFLB,CF_JDRQ,CF_FRDB,CF_FR_ZJLX,CF_FR_SFZH,CF_XDR_ZJLX,CF_XDR_ZJHM,BZ\n\
         {},罚歀,不详,张某,身份证,150203199001011234,身份证,150203199001011234,备注\n",
        code(1)
    );
    let import = import(&[("a.csv", &file)]);
    assert_eq!(import.report.files[0].unused_columns, ["BZ"]);
    let everything = format!("{:?}", import);
    assert!(
        !everything.contains("张某") && !everything.contains("150203199001011234") && !everything.contains("CF_FR")
    );
    assert_eq!(codes(import.report.problems.kept()), ["unknown_value", "not_a_date"]);
}

#[test]
fn columns_in_any_order_and_the_first_of_two_with_one_name() {
    let file = format!("登记状态,企业名称,统一社会信用代码,企业名称\n注销,示例一,{},示例二\n", code(1));
    let import = import(&[("a.csv", &file)]);
    assert_eq!(import.enterprises[0].name, "示例一");
    let [problem] = import.report.problems.kept() else { panic!() };
    assert_eq!((problem.code(), problem.level.code()), ("column_ambiguous", "notice"));
    assert!(problem.zh().contains("D列“企业名称”") && problem.zh().contains("采用了 B 列"), "{}", problem.zh());
}

#[test]
fn a_stray_quotation_mark_in_the_title_does_not_swallow_the_table() {
    let mut file = String::from("经营主体\"甲\n\"名单,,\n统一社会信用代码,企业名称,登记状态\n");
    for number in 0..3000 {
        file += &format!("{},示例{number},存续\n", code(number));
    }
    file += "x,\"\",存续\n";
    let import = import(&[("a.csv", &file)]);
    assert_eq!(import.enterprises.len(), 3000);
    assert_eq!(import.report.files[0].header_row, Some(3));
    assert_eq!(codes(import.report.problems.kept())[0], "uscc_malformed");
}

/// Rows of a table that is not read are there all the same, and are told as such.
#[test]
fn the_rows_of_a_table_that_is_not_read_are_counted() {
    let rows = |text: &str| {
        let import = import(&[("a.csv", text)]);
        let file = &import.report.files[0];
        assert!(import.enterprises.is_empty() && file.unread, "{text}");
        assert_eq!(file.refused_rows, file.rows, "none of them was used");
        file.rows
    };
    let row = format!("{},示例〔2025〕1号,罚款,2025-03-02\n", code(1));
    // A column that is needed has a name that nobody knows.
    let header = "统一社会信用代码,行政处罚决定书文号,处罚类别,落款之日\n";
    assert_eq!(rows(&format!("行政处罚公示表,,,\n{header}{}\n,,,\n合计,,,\n", row.repeat(913))), 913);
    // A field of several lines is part of one row.
    assert_eq!(rows(&format!("{header}{row}{},\"示例\n二\",罚款,2025-03-02", code(2))), 2);
    // No column has a name that anybody knows: the widest of the first rows is most likely the header.
    assert_eq!(rows("名单,,\n代码,单位,状态\n1,2,3\n4,5,6\n7,8,9\n"), 3);
    assert_eq!(rows("代码;单位;状态\n1;2;3\n"), 1);
    // Nothing is below the header.
    assert_eq!(rows(header), 0);
    assert_eq!(rows(""), 0);
}

#[test]
fn whatever_pieces_an_unread_table_comes_in_its_rows_are_the_same() {
    let text = format!("统一社会信用代码,处罚类别,落款之日\n{}", format!("{},罚款,2025-03-02\n", code(1)).repeat(5000));
    for piece in [7, 1000, 100_000] {
        let mut importer = importer();
        importer.open("a.csv");
        text.as_bytes().chunks(piece).for_each(|piece| {
            assert!(importer.feed(piece), "its rows are counted to its end");
        });
        importer.close();
        assert_eq!(importer.finish().report.files[0].rows, 5000, "{piece}");
    }
}

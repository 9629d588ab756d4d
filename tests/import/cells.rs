//! Days, amounts, codes and empty cells in every form that offices write.

use xinheng::facts::Money;

use crate::support::{code, codes, import, penalty_with, registered_with, table};

#[test]
fn days_in_all_forms() {
    for text in [
        "2024-05-28",
        "2024/5/28",
        "2024/05/28",
        "2024.5.28",
        "2024年5月28日",
        "2024 年 5 月 28 日",
        "20240528",
        "2024-05-28 00:00:00",
        "2024/5/28 0:00",
        "2024-05-28T10:15:30.123",
        "2024年5月28日 10:15",
        "45440",
        "45440.4375",
        "２０２４－０５－２８",
        "２０２４年５月２８日",
        "\t2024-05-28",
        "'2024-05-28 ",
        "\u{3000}2024-05-28\u{3000}",
    ] {
        let (penalty, problems) = penalty_with(&[("处罚决定日期", text)]);
        assert_eq!(penalty.expect(text).decided_on.to_string(), "2024-05-28", "{text}");
        assert_eq!(problems, []);
    }
}

#[test]
fn the_first_and_the_last_day_of_the_contract_and_their_neighbours() {
    for (text, read) in [
        ("1990-01-01", true),
        ("1989-12-31", false),
        ("2199-12-31", true),
        ("2200-01-01", false),
        ("32874", true),
        ("32873", false),
        ("73050", true),
        ("73051", false),
        ("109574", false),
    ] {
        let (penalty, problems) = penalty_with(&[("处罚决定日期", text)]);
        assert_eq!(penalty.is_some(), read, "{text}");
        assert_eq!(codes(&problems).is_empty(), read, "{text}");
        assert!(read || problems[0].code() == "not_a_date");
    }
}

#[test]
fn what_is_no_day_refuses_the_row_where_a_rule_needs_it() {
    let columns =
        ["处罚决定日期", "公示日期", "履行完毕日期", "消除危害日期", "信用承诺日期", "信用修复日期", "撤销日期"];
    for text in [
        "2025-02-30",
        "2025-13-01",
        "不详",
        "近期",
        "2025-06",
        "2025",
        "25-06-01",
        "2025-06-01 午后",
        "2025-06-01 10",
        "1-2-3-4",
    ] {
        for column in columns {
            let (penalty, problems) = penalty_with(&[(column, text)]);
            assert!(penalty.is_none(), "{column} {text}");
            assert_eq!(codes(&problems), ["not_a_date"], "{column} {text}");
            assert_eq!((problems[0].level.code(), problems[0].value.as_str()), ("refused", text));
            assert_eq!(problems[0].column.as_ref().unwrap().report_name(), column);
        }
        let (enterprise, problems) = registered_with(&[("成立日期", text)]);
        assert_eq!(enterprise.unwrap().registered_on, None, "{text}");
        assert_eq!(codes(&problems), ["not_a_date"]);
        assert_eq!(problems[0].level.code(), "notice");
    }
}

#[test]
fn every_date_of_a_penalty_goes_to_its_fact() {
    let (penalty, _) = penalty_with(&[
        ("公示日期", "2025-03-03"),
        ("履行完毕日期", "2025-03-04"),
        ("消除危害日期", "2025-03-05"),
        ("信用承诺日期", "2025-03-06"),
        ("信用修复日期", "2025-03-07"),
        ("撤销日期", "2025-03-08"),
    ]);
    let penalty = penalty.unwrap();
    let days = [
        penalty.published_on,
        penalty.fulfilled_on,
        penalty.harm_eliminated_on,
        penalty.commitment_on,
        penalty.repaired_on,
        penalty.annulled_on,
    ];
    let days: Vec<String> = days.into_iter().map(|day| day.unwrap().to_string()).collect();
    assert_eq!(days, ["2025-03-03", "2025-03-04", "2025-03-05", "2025-03-06", "2025-03-07", "2025-03-08"]);
}

#[test]
fn marks_of_an_empty_cell() {
    for text in ["", " ", "— —", "——", "—", "-", "/", "无", "\u{3000}", "－", "\u{FEFF}", "'"] {
        let (penalty, problems) = penalty_with(&[
            ("公示日期", text),
            ("罚款金额（万元）", text),
            ("裁量阶次", text),
            ("违法行为类型", text),
            ("行政处罚决定书文号", text),
            ("处罚有效期", text),
        ]);
        let penalty = penalty.expect(text);
        assert_eq!((penalty.published_on, penalty.fine, penalty.discretion), (None, None, None), "{text}");
        assert_eq!((penalty.category, penalty.document_no), (None, None), "{text}");
        assert_eq!(problems, []);
        let (penalty, problems) = penalty_with(&[("处罚决定日期", text)]);
        assert!(penalty.is_none());
        assert_eq!(codes(&problems), ["missing"], "{text}");
    }
    // A text that only begins like one is a text.
    assert_eq!(penalty_with(&[("违法行为类型", "无照经营")]).0.unwrap().category.as_deref(), Some("无照经营"));
}

#[test]
fn amounts_are_exact_in_the_unit_of_the_header() {
    for (column, text, fen) in [
        ("罚款金额（万元）", "5.000000", 5_000_000),
        ("罚款金额（万元）", "4.9999", 4_999_900),
        ("罚款金额(万元)", "0.29", 290_000),
        ("罚款金额（万元）", "0.000001", 1),
        ("罚款金额（万元）", "０.０５００００", 50_000),
        ("罚款金额（元）", "1234.56", 123_456),
        ("罚款金额(单位：元)", "1,234,567.80", 123_456_780),
        ("罚款金额（元）", "¥60000元", 6_000_000),
        ("罚款金额（元）", "6万", 6_000_000),
        ("罚款金额（元）", "6 万元", 6_000_000),
        ("罚款金额（元）", "1000000000000", 100_000_000_000_000),
        ("CF_NR_FK", "5", 5_000_000),
    ] {
        let (penalty, problems) = penalty_with(&[(column, text)]);
        assert_eq!(penalty.expect(text).fine.map(Money::fen), Some(fen), "{column} {text}");
        assert_eq!(problems, [], "{column} {text}");
    }
    let confiscated = [("没收违法所得、没收非法财物的金额（万元）", "0.012345")];
    let (penalty, _) = penalty_with(&confiscated);
    assert_eq!(penalty.unwrap().confiscated.map(Money::fen), Some(12_345));
}

#[test]
fn a_sign_of_yuan_without_a_unit_is_yuan_unless_the_header_says_otherwise() {
    for sign in ["¥", "￥", "￥ "] {
        let (penalty, problems) = penalty_with(&[("罚款金额", &format!("{sign}5000.00"))]);
        assert_eq!(penalty.unwrap().fine.map(Money::fen), Some(500_000), "{sign}");
        assert_eq!(codes(&problems), ["unit_assumed"], "{sign}: that of the column, for cells without a sign");
        let (penalty, problems) = penalty_with(&[("罚款金额（元）", &format!("{sign}5000"))]);
        assert_eq!((penalty.unwrap().fine.map(Money::fen), codes(&problems)), (Some(500_000), vec![]), "{sign}");
        // Programs put the sign before amounts in any unit: it is asked about.
        let (penalty, problems) = penalty_with(&[("罚款金额（万元）", &format!("{sign}5"))]);
        assert_eq!(penalty.unwrap().fine.map(Money::fen), Some(5_000_000), "{sign}");
        assert_eq!(codes(&problems), ["unit_assumed"], "{sign}");
        assert!(problems[0].zh().contains("按列名的“万元”读取"), "{}", problems[0].zh());
        let (penalty, problems) = penalty_with(&[("罚款金额（万元）", &format!("{sign}6万"))]);
        assert_eq!((penalty.unwrap().fine.map(Money::fen), codes(&problems)), (Some(6_000_000), vec![]), "{sign}");
    }
}

#[test]
fn a_header_without_a_unit_is_read_as_ten_thousands_with_a_notice() {
    let (penalty, problems) = penalty_with(&[("罚款金额", "0.5")]);
    assert_eq!(penalty.unwrap().fine.map(Money::fen), Some(500_000));
    assert_eq!(codes(&problems), ["unit_assumed"]);
    assert_eq!(problems[0].at, None);
}

#[test]
fn an_amount_that_cannot_be_read_refuses_only_where_there_is_a_fine() {
    for text in ["五千", "若干", "6万5", "1.2.3", "1,23", "-5", "0.0000001", "100000001", "5%"] {
        let (penalty, problems) = penalty_with(&[("罚款金额（万元）", text)]);
        assert!(penalty.is_none(), "{text}");
        assert_eq!(codes(&problems), ["not_a_number"], "{text}");
        assert_eq!(problems[0].level.code(), "refused");

        let (penalty, problems) = penalty_with(&[("处罚类别", "警告"), ("罚款金额（万元）", text)]);
        assert_eq!(penalty.expect("a warning needs no amount").fine, None);
        assert_eq!((codes(&problems).as_slice(), problems[0].level.code()), (["not_a_number"].as_slice(), "notice"));

        let (penalty, problems) = penalty_with(&[("没收违法所得、没收非法财物的金额（万元）", text)]);
        assert_eq!(penalty.expect("no rule needs what was confiscated").confiscated, None);
        assert_eq!((codes(&problems).as_slice(), problems[0].level.code()), (["not_a_number"].as_slice(), "notice"));
    }
}

#[test]
fn a_term_is_read_for_restrictions_only() {
    for (kinds, text, ends_on) in [
        ("限制开展生产经营活动", "2027-01-05", Some("2027-01-05")),
        ("限制从业", "2027-01-05", Some("2027-01-05")),
        ("暂扣许可证件、罚款", "2027-01-05", Some("2027-01-05")),
        ("责令停产停业", "2027年1月5日", Some("2027-01-05")),
        ("责令停产停业", "2099-12-31", None),
        ("责令停产停业", "2099年12月31日", None),
        ("责令停产停业", "2099-12-30", Some("2099-12-30")),
        ("责令停产停业", "— —", None),
        ("罚款", "2027-01-05", None),
        ("罚款", "长期", None),
        ("吊销许可证件", "2027-01-05", None),
    ] {
        let (penalty, problems) = penalty_with(&[("处罚类别", kinds), ("处罚有效期", text)]);
        let read = penalty.expect(kinds).restriction_ends_on.map(|day| day.to_string());
        assert_eq!(read.as_deref(), ends_on, "{kinds} {text}");
        assert_eq!(problems, []);
    }
    for text in ["长期", "终身", "永久", "9999-12-31", "9999/12/31 00:00:00", "99991231"] {
        let (penalty, problems) = penalty_with(&[("处罚类别", "限制从业"), ("处罚有效期", text)]);
        assert_eq!((penalty.expect(text).restriction_ends_on, problems), (None, vec![]), "{text} is without an end");
    }
    let (penalty, problems) = penalty_with(&[("处罚类别", "限制从业"), ("处罚有效期", "另行通知")]);
    assert!(penalty.is_none());
    assert_eq!(codes(&problems), ["not_a_date"]);
}

#[test]
fn credit_codes_with_what_spreadsheets_put_around_them() {
    let good = code(1);
    let wide: String = good.chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap()).collect();
    for text in [good.clone(), format!("'{good}"), format!("\t{good}"), format!(" {good}\u{A0}"), wide] {
        let file = table(&["统一社会信用代码", "企业名称", "登记状态"], &[&[&text, "示例一", "存续"]]);
        let import = import(&[("a.csv", &file)]);
        assert_eq!(import.enterprises[0].uscc, good, "{text}");
    }
}

#[test]
fn credit_codes_that_are_none_refuse_the_row() {
    let wrong_check_digit = {
        let good = code(1);
        format!("{}{}", &good[..17], if good.ends_with('A') { 'B' } else { 'A' })
    };
    for (text, code) in [
        ("", "uscc_missing"),
        ("— —", "uscc_missing"),
        ("911502", "uscc_malformed"),
        ("91150203mae000001x", "uscc_check_digit"),
        ("9115020IMAE0000011", "uscc_malformed"),
        ("9.11502E+17", "uscc_malformed"),
        (&wrong_check_digit, "uscc_check_digit"),
    ] {
        let register = table(&["统一社会信用代码", "企业名称", "登记状态"], &[&[text, "示例一", "存续"]]);
        let import = import(&[("a.csv", &register)]);
        assert!(import.enterprises.is_empty());
        assert_eq!(codes(import.report.problems.kept()), [code], "{text}");
        assert_eq!(import.report.problems.kept()[0].value, text);
    }
    for text in ["911502", "9.11502E+17", &wrong_check_digit] {
        let (penalty, problems) = penalty_with(&[("统一社会信用代码", text)]);
        assert!(penalty.is_none(), "{text}");
        assert!(problems[0].code().starts_with("uscc_"), "a wrong code does not join by the name: {text}");
    }
}

#[test]
fn region_and_industry_are_left_out_when_they_are_no_codes() {
    for (column, text, read) in [
        ("行政区划", "150203", true),
        ("行政区划", "150203001000", true),
        ("行政区划", "１５０２０３", true),
        ("行政区划", "昆都仑区", false),
        ("行政区划", "1502", false),
        ("行业代码", "F5212", true),
        ("行业代码", "5212", true),
        ("行业代码", "F", true),
        ("行业代码", "零售", false),
        ("行业代码", "F1", false),
        ("行业代码", "Z5212", false),
    ] {
        let (enterprise, problems) = registered_with(&[(column, text)]);
        let enterprise = enterprise.expect(text);
        let field = if column == "行政区划" { enterprise.region } else { enterprise.industry };
        assert_eq!(field.is_some(), read, "{text}");
        assert_eq!(codes(&problems), if read { vec![] } else { vec!["unknown_value"] }, "{text}");
        assert!(problems.iter().all(|problem| problem.level.code() == "notice"));
    }
}

#[test]
fn words_that_rules_need_refuse_the_row_and_others_are_left_out() {
    for (column, refused) in [("登记状态", true), ("监管领域", true), ("主体类型", false)] {
        let (enterprise, problems) = registered_with(&[(column, "别的")]);
        assert_eq!(enterprise.is_none(), refused, "{column}");
        assert_eq!(codes(&problems), ["unknown_value"]);
    }
    for column in ["处罚程序", "监管领域", "裁量阶次"] {
        let (penalty, problems) = penalty_with(&[(column, "别的")]);
        assert!(penalty.is_none(), "{column}");
        assert_eq!(codes(&problems), ["unknown_value"]);
    }
}

#[test]
fn every_broken_cell_of_a_row_is_told_and_the_row_counted_once() {
    let cells = [("处罚决定日期", "不详"), ("公示日期", "2025-02-30"), ("罚款金额（万元）", "若干")];
    let (penalty, problems) = penalty_with(&cells);
    assert!(penalty.is_none());
    assert_eq!(codes(&problems), ["not_a_number", "not_a_date", "not_a_date"]);
}

//! What stands above the labels decides what they leave open.

use crate::office::{PENALTIES, all_penalties, penalties_under, row, told};
use crate::support::{code, import};

#[test]
fn headings_over_every_column_decide_what_the_labels_leave_open() {
    let bureau = "12150203MA0Y00051J";
    let file = |heading: &str, labels: &str, row: &str| import(&[("a.csv", &format!("{heading}\n{labels}\n{row}\n"))]);
    let one = file(
        "处罚决定机关,,行政相对人,,处罚信息,,",
        "统一社会信用代码,名称,统一社会信用代码,名称,处罚类别,决定书文号,处罚决定日期",
        &format!("{bureau},示例局,{},甲公司,罚款,文1,2026-01-01", code(1)),
    );
    assert_eq!((&*one.enterprises[0].uscc, &*one.enterprises[0].name), (&*code(1), "甲公司"));
    let bare = file(
        "行政相对人,,处罚,,",
        "名称,代码,处罚类别,决定书文号,处罚决定日期",
        &format!("甲公司,{},罚款,文1,2026-01-01", code(1)),
    );
    assert_eq!((told(&bare), &*bare.enterprises[0].name), (vec![], "甲公司"));
    let person = file(
        "行政相对人,,法定代表人,,处罚,",
        "名称,统一社会信用代码,名称,号码,处罚类别,处罚决定日期",
        &format!("甲公司,{},金丝雀甲,金丝雀乙,罚款,2026-01-01", code(1)),
    );
    assert_eq!(person.enterprises[0].name, "甲公司");
    assert!(!format!("{person:?}").contains("金丝雀"));
    // A line about the table, with a person in it, is no heading.
    let line = file(
        "填报单位：示例局,,,负责人：金丝雀甲,",
        "行政相对人名称,统一社会信用代码,处罚类别,处罚决定日期,备注",
        &format!("甲公司,{},罚款,2026-01-01,", code(1)),
    );
    assert_eq!((told(&line), all_penalties(&line).len()), (vec![], 1));
    assert!(!format!("{line:?}").contains("金丝雀"));
}

#[test]
fn a_bare_name_or_code_below_a_heading_about_the_party_is_the_partys() {
    for heading in ["行政相对人信息", "当事人基本情况", "被处罚单位情况"] {
        let labels = "名称,代码,处罚类别,决定书文号,处罚决定日期,名称";
        let row = format!("甲公司,{},罚款,文1,2026-01-01,示例局", code(1));
        let import = import(&[("a.csv", &format!("{heading},,处罚信息,,,处罚机关\n{labels}\n{row}\n"))]);
        assert_eq!((told(&import), &*import.enterprises[0].name), (vec![], "甲公司"), "{heading}");
        assert_eq!(all_penalties(&import)[0].authority.as_deref(), Some("示例局"), "{heading}");
    }
}

#[test]
fn the_unit_of_a_heading_holds_below_it() {
    let file = format!(
        "行政相对人名称,统一社会信用代码,处罚类别,处罚金额（元）,,处罚决定日期\n,,,罚款金额,没收金额,\n甲公司,{},罚款,40000,,2026-01-01\n",
        code(1)
    );
    let import = import(&[("a.csv", &file)]);
    assert_eq!((told(&import), all_penalties(&import)[0].fine.unwrap().to_string()), (vec![], "40000".to_owned()));
}

#[test]
fn a_star_and_a_number_do_not_hide_a_person() {
    let columns = [&PENALTIES[..], &["行政相对人类别"]].concat();
    for category in ["*自然人", "1.自然人", "自然人1", "＊个人"] {
        let person = [row(1, &[(0, "金丝雀甲"), (1, "")]), vec![category.to_owned()]].concat();
        let import = import(&[("a.csv", &penalties_under(&columns, &[person]))]);
        assert_eq!((told(&import), import.report.natural_persons), (vec![], 1), "{category}");
        assert!(!format!("{import:?}").contains("金丝雀"));
    }
}

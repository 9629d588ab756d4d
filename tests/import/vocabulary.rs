//! Every word of the documents, and what it means.

use xinheng::facts::Term;

use crate::support::{codes, one_row, penalty_with, registered_with};

#[test]
fn kinds_of_penalty() {
    for (words, meant) in [
        ("警告", "warning"),
        ("通报批评", "criticism"),
        ("罚款", "fine"),
        ("没收违法所得", "confiscation_of_gains"),
        ("没收非法财物", "confiscation_of_goods"),
        ("暂扣许可证件", "suspension_of_licence"),
        ("降低资质等级", "downgrade"),
        ("吊销许可证件", "revocation_of_licence"),
        ("吊销营业执照", "revocation_of_business_licence"),
        ("限制开展生产经营活动", "restriction_of_operations"),
        ("责令停产停业", "suspension_of_business"),
        ("责令关闭", "closure"),
        ("限制从业", "restriction_of_practice"),
        ("行政拘留", "detention"),
        ("其他", "other"),
        ("其他-责令改正", "other"),
        ("其他－责令改正", "other"),
        ("警告、罚款", "warning fine"),
        ("警告，罚款", "warning fine"),
        ("警告,罚款", "warning fine"),
        ("罚款；没收违法所得", "fine confiscation_of_gains"),
        ("罚款;没收违法所得", "fine confiscation_of_gains"),
        ("暂扣许可证件/罚款", "fine suspension_of_licence"),
        (" 警告 、 罚款 ", "warning fine"),
        ("罚款、", "fine"),
        ("其他-责令改正、恢复原状、罚款", "fine other"),
    ] {
        let (penalty, problems) = penalty_with(&[("处罚类别", words)]);
        let kinds: Vec<&str> = penalty.expect(words).kinds.iter().map(Term::code).collect();
        assert_eq!(kinds.join(" "), meant, "{words}");
        assert_eq!(problems, [], "{words}");
    }
}

#[test]
fn suspension_or_revocation_is_read_as_the_lighter_with_a_notice() {
    for words in ["暂扣或吊销许可证", "暂扣或吊销执照", "罚款、暂扣或吊销许可证"] {
        let (penalty, problems) = penalty_with(&[("处罚类别", words)]);
        let kinds: Vec<&str> = penalty.expect(words).kinds.iter().map(Term::code).collect();
        assert_eq!(kinds.last(), Some(&"suspension_of_licence"), "{words}");
        assert_eq!(codes(&problems), ["ambiguous"], "{words}");
        assert_eq!(problems[0].level.code(), "notice");
    }
}

#[test]
fn an_unknown_or_absent_kind_refuses_the_row() {
    for (words, code) in [
        ("罚歀", "unknown_value"),
        ("警告、罚歀", "unknown_value"),
        ("、", "unknown_value"),
        ("", "missing"),
        ("— —", "missing"),
    ] {
        let (penalty, problems) = penalty_with(&[("处罚类别", words)]);
        assert!(penalty.is_none(), "{words}");
        assert_eq!(codes(&problems), [code], "{words}");
        assert_eq!(problems[0].value, words);
    }
}

#[test]
fn kinds_of_enterprise_and_their_status() {
    for (word, meant) in
        [("企业", "company"), ("个体工商户", "individual_business"), ("农民专业合作社", "cooperative"), ("", "company")]
    {
        let (enterprise, problems) = registered_with(&[("主体类型", word)]);
        assert_eq!(enterprise.unwrap().kind.code(), meant, "{word}");
        assert_eq!(problems, []);
    }
    for (word, meant) in [
        ("存续", "active"),
        ("在营", "active"),
        ("开业", "active"),
        ("在业", "active"),
        ("迁入", "active"),
        ("迁出", "active"),
        ("", "active"),
        ("吊销", "revoked"),
        ("吊销未注销", "revoked"),
        ("注销", "deregistered"),
        ("已注销", "deregistered"),
        ("吊销已注销", "deregistered"),
    ] {
        let (enterprise, problems) = registered_with(&[("登记状态", word)]);
        assert_eq!(enterprise.unwrap().status.code(), meant, "{word}");
        assert_eq!(problems, []);
    }
}

const SECTORS: [(&str, &str); 12] = [
    ("食品", "food"),
    ("药品", "drug"),
    ("医疗器械", "medical_device"),
    ("化妆品", "cosmetics"),
    ("特种设备", "special_equipment"),
    ("重点工业产品", "industrial_product"),
    ("安全生产", "work_safety"),
    ("消防", "fire"),
    ("燃气", "gas"),
    ("建筑工程", "construction"),
    ("金融", "finance"),
    ("其他", "other"),
];

#[test]
fn sectors_of_enterprises_and_penalties() {
    for (word, meant) in SECTORS {
        let (enterprise, _) = registered_with(&[("监管领域", word)]);
        let sectors: Vec<&str> = enterprise.unwrap().sectors.iter().map(Term::code).collect();
        assert_eq!(sectors, [meant]);
        let (penalty, _) = penalty_with(&[("监管领域", word)]);
        assert_eq!(penalty.unwrap().sector.map(Term::code), Some(meant));
    }
    let (enterprise, problems) = registered_with(&[("监管领域", "食品、药品，特种设备")]);
    let sectors: Vec<&str> = enterprise.unwrap().sectors.iter().map(Term::code).collect();
    assert_eq!(sectors, ["food", "drug", "special_equipment"]);
    assert_eq!(problems, []);
}

#[test]
fn a_risk_grade_belongs_to_the_sector_of_its_row() {
    for grade in ["A", "B", "C", "D", "Ｄ"] {
        let (enterprise, problems) = registered_with(&[("监管领域", "药品"), ("风险等级", grade)]);
        let grades: Vec<_> = enterprise.unwrap().risk_grades.iter().map(|(s, g)| (s.code(), g.code())).collect();
        assert_eq!(grades, [("drug", if grade == "Ｄ" { "D" } else { grade })]);
        assert_eq!(problems, []);
    }
    for (sectors, grade, code) in
        [("食品", "Z", "unknown_value"), ("", "B", "grade_without_sector"), ("食品、药品", "B", "grade_without_sector")]
    {
        let (enterprise, problems) = registered_with(&[("监管领域", sectors), ("风险等级", grade)]);
        assert_eq!(enterprise.unwrap().risk_grades.iter().count(), 0);
        assert_eq!(codes(&problems), [code]);
        assert_eq!(problems[0].level.code(), "notice");
    }
}

#[test]
fn procedure_and_discretion() {
    for (word, meant) in [("普通程序", "ordinary"), ("一般程序", "ordinary"), ("简易程序", "simple"), ("", "ordinary")]
    {
        assert_eq!(penalty_with(&[("处罚程序", word)]).0.unwrap().procedure.code(), meant, "{word}");
    }
    for (word, meant) in [
        ("减轻", Some("mitigated")),
        ("从轻", Some("lenient")),
        ("一般", Some("ordinary")),
        ("从重", Some("aggravated")),
        ("", None),
        ("无", None),
    ] {
        assert_eq!(penalty_with(&[("裁量阶次", word)]).0.unwrap().discretion.map(Term::code), meant, "{word}");
    }
}

#[test]
fn whose_authority_follows_from_its_name() {
    for (name, meant) in [
        ("包头市昆都仑区市场监督管理局", "market_regulation"),
        ("市场监管", "market_regulation"),
        ("内蒙古自治区药品监督管理局", "market_regulation"),
        ("包头市知识产权局", "market_regulation"),
        ("包头市消防救援大队", "other"),
        ("应急管理局", "other"),
        ("", "market_regulation"),
    ] {
        let (penalty, _) = penalty_with(&[("处罚机关", name)]);
        assert_eq!(penalty.unwrap().authority_system.code(), meant, "{name}");
        let (enterprise, _) = one_row("检查方式", &[("检查日期", "2026-01-05"), ("检查部门", name)]);
        assert_eq!(enterprise.unwrap().inspections[0].authority_system.code(), meant, "{name}");
    }
}

#[test]
fn reasons_for_the_abnormal_list() {
    for (word, meant) in [
        ("未按照规定的期限公示年度报告", "annual_report"),
        ("未在责令的期限内公示有关企业信息", "immediate_disclosure"),
        ("未办理企业名称变更登记", "name_change"),
        ("通过登记的住所或者经营场所无法联系", "unreachable"),
        ("公示企业信息隐瞒真实情况、弄虚作假", "concealment"),
        ("隐瞒真实情况弄虚作假", "concealment"),
    ] {
        let row = [("列入原因", word), ("列入日期", "2026-01-05"), ("纠正日期", "2026-02-05"), ("移出日期", "")];
        let (enterprise, problems) = one_row("信用承诺日期", &row);
        let listing = &enterprise.unwrap().abnormal_listings[0];
        assert_eq!((listing.reason.code(), listing.listed_on.to_string()), (meant, "2026-01-05".to_owned()));
        assert_eq!(listing.corrected_on.unwrap().to_string(), "2026-02-05");
        assert_eq!((listing.removed_on, listing.commitment_on), (None, None));
        assert_eq!(problems, []);
    }
    let (enterprise, problems) = one_row("纠正日期", &[("列入原因", "其他情形"), ("列入日期", "2026-01-05")]);
    assert!(enterprise.is_none());
    assert_eq!(codes(&problems), ["unknown_value"]);
}

#[test]
fn inspections() {
    for (column, word, meant) in [
        ("检查方式", "现场检查", "on_site"),
        ("检查方式", "非现场检查", "off_site"),
        ("检查方式", "", "on_site"),
        ("检查类型", "双随机抽查", "double_random"),
        ("检查类型", "日常检查", "routine"),
        ("检查类型", "专项检查", "special"),
        ("检查类型", "触发式检查", "triggered"),
        ("检查类型", "", "routine"),
        ("检查结果", "未发现问题", "clean"),
        ("检查结果", "已整改", "rectified"),
        ("检查结果", "未按要求整改", "unrectified"),
        ("检查结果", "发现违法行为", "violation"),
        ("检查结果", "", "not known"),
    ] {
        let (enterprise, problems) = one_row("检查结果", &[("检查日期", "2026-01-05"), (column, word)]);
        let inspection = enterprise.unwrap().inspections[0].clone();
        let read = match column {
            "检查方式" => inspection.mode.code(),
            "检查类型" => inspection.basis.code(),
            _ => inspection.result.map_or("not known", Term::code),
        };
        assert_eq!(read, meant, "{column} {word}");
        assert_eq!(problems, []);
    }
}

#[test]
fn leads_and_commitments() {
    for (word, meant) in [
        ("投诉举报", "complaint"),
        ("转办", "transfer"),
        ("交办", "assignment"),
        ("监测预警", "monitoring"),
        ("媒体曝光", "media"),
        ("非现场", "off_site"),
        ("整改复查", "rectification_review"),
        ("企业申请", "request"),
        ("紧急", "emergency"),
    ] {
        let row = [("线索类型", word), ("收到日期", "2026-01-05"), ("办结日期", "2026-01-09")];
        let lead = one_row("办结日期", &row).0.unwrap().leads[0].clone();
        assert_eq!((lead.kind.code(), lead.received_on.to_string()), (meant, "2026-01-05".to_owned()));
        assert_eq!(lead.closed_on.unwrap().to_string(), "2026-01-09");
    }
    for (word, meant) in [
        ("主动公示型", "disclosure"),
        ("审批替代型", "approval_substitute"),
        ("容缺受理型", "incomplete_acceptance"),
        ("信用修复型", "repair"),
        ("行业自律型", "self_discipline"),
        ("证明事项型", "certificate_substitute"),
    ] {
        let row = [("承诺类型", word), ("承诺日期", "2026-01-05"), ("违诺日期", "2026-01-09")];
        let commitment = one_row("违诺日期", &row).0.unwrap().commitments[0].clone();
        assert_eq!((commitment.kind.code(), commitment.made_on.unwrap().to_string()), (meant, "2026-01-05".to_owned()));
        assert_eq!(commitment.breached_on.unwrap().to_string(), "2026-01-09");
    }
}

#[test]
fn the_lists_of_serious_violations_and_of_the_courts() {
    let (enterprise, problems) = one_row(
        "移出日期",
        &[
            ("列入原因", "食品安全领域严重违法"),
            ("列入日期", "2025-01-05"),
            ("履行完毕日期", "2025-02-05"),
            ("消除危害日期", "2025-03-05"),
            ("信用承诺日期", "2025-04-05"),
            ("管理措施截止日期", "2029-01-05"),
            ("移出日期", "2026-05-05"),
        ],
    );
    let listing = enterprise.unwrap().serious_listings[0].clone();
    assert_eq!(listing.cause.as_deref(), Some("食品安全领域严重违法"));
    let days = [
        Some(listing.listed_on),
        listing.fulfilled_on,
        listing.harm_eliminated_on,
        listing.commitment_on,
        listing.measures_end_on,
        listing.removed_on,
    ];
    let days: Vec<String> = days.into_iter().map(|day| day.unwrap().to_string()).collect();
    assert_eq!(days, ["2025-01-05", "2025-02-05", "2025-03-05", "2025-04-05", "2029-01-05", "2026-05-05"]);
    assert_eq!(problems, []);

    let (enterprise, problems) = one_row("移除日期", &[("发布日期", "2025-01-05"), ("移除日期", "2026-01-05")]);
    let listing = enterprise.unwrap().court_listings[0].clone();
    assert_eq!(listing.listed_on.to_string(), "2025-01-05");
    assert_eq!(listing.removed_on.unwrap().to_string(), "2026-01-05");
    assert_eq!(problems, []);
}

//! Words for the facts of a record: the headings of the files that offices exchange.

use super::{Phrase, phrases};

phrases! {
    FACTS "企业情况" "Facts"
    BASICS "基本信息" "Register entry"
    NOT_KNOWN "—" "—"
    NO_FACTS "没有记录" "none on record"
    SECTOR_GRADE "{0}：{1}" "{0}: {1}"
}

/// What a field of a record is called on screen, by its name in the record.
#[must_use]
pub fn field(name: &str) -> Option<Phrase> {
    let (zh, en) = match name {
        "as_of" => ("评估日", "as-of date"),
        "format" => ("文件类型", "type of file"),
        "version" => ("格式版本", "version of the form"),
        "uscc" => ("统一社会信用代码", "credit code"),
        "name" => ("企业名称", "name"),
        "kind" => ("类型", "kind"),
        "registered_on" => ("成立日期", "registered on"),
        "status" => ("登记状态", "status"),
        "region" => ("行政区划", "region"),
        "industry" => ("行业代码", "industry"),
        "sectors" => ("监管领域", "sectors"),
        "risk_grades" => ("风险等级", "risk grade"),
        "penalties" => ("行政处罚", "penalties"),
        "abnormal_listings" => ("经营异常名录", "abnormal list"),
        "serious_listings" => ("严重违法失信名单", "serious list"),
        "court_listings" => ("失信被执行人", "judgement defaulters"),
        "leads" => ("线索", "leads"),
        "inspections" => ("检查记录", "inspections"),
        "commitments" => ("信用承诺", "credit commitments"),
        "document_no" => ("决定书文号", "decision number"),
        "decided_on" => ("处罚决定日期", "decided on"),
        "published_on" => ("公示日期", "published on"),
        "authority" => ("处罚机关", "authority"),
        "authority_system" => ("机关类别", "system of the authority"),
        "procedure" => ("处罚程序", "procedure"),
        "kinds" => ("处罚类别", "kinds"),
        "fine_yuan" => ("罚款金额", "fine"),
        "confiscated_yuan" => ("没收金额", "confiscated"),
        "category" => ("违法行为类型", "violation"),
        "sector" => ("监管领域", "sector"),
        "discretion" => ("裁量阶次", "step of discretion"),
        "restriction_ends_on" => ("处罚有效期", "restriction ends on"),
        "fulfilled_on" => ("履行完毕日期", "fulfilled on"),
        "harm_eliminated_on" => ("消除危害日期", "harm removed on"),
        "commitment_on" => ("信用承诺日期", "commitment on"),
        "repaired_on" => ("信用修复日期", "repaired on"),
        "annulled_on" => ("撤销日期", "annulled on"),
        "reason" => ("列入原因", "reason"),
        "cause" => ("列入原因", "cause"),
        "listed_on" => ("列入日期", "listed on"),
        "corrected_on" => ("纠正日期", "corrected on"),
        "removed_on" => ("移出日期", "removed on"),
        "measures_end_on" => ("管理措施截止日期", "measures end on"),
        "received_on" => ("收到日期", "received on"),
        "closed_on" => ("办结日期", "closed on"),
        "on" => ("检查日期", "on"),
        "mode" => ("检查方式", "mode"),
        "basis" => ("检查类型", "basis"),
        "department" => ("检查部门", "department"),
        "result" => ("检查结果", "result"),
        "made_on" => ("承诺日期", "made on"),
        "breached_on" => ("违诺日期", "broken on"),
        _ => return None,
    };
    Some(Phrase { zh, en })
}

//! Words for the facts of a record: the headings of the files that offices exchange.

use super::{Phrase, phrases};
use crate::pack::Locale;

phrases! {
    FACTS "企业情况" "Facts"
    BASICS "基本信息" "Register entry"
    NOT_KNOWN "—" "—"
    SECTOR_GRADE "{0}：{1}" "{0}: {1}"
    TABS "打开的记录" "Open records"
    NEW_RECORD "新建记录" "New record"
    CLOSE_TAB "关闭“{0}”" "Close “{0}”"
    CLOSE_ALL_TABS "全部关闭" "Close all"
    REOPEN "撤销关闭：{0}" "Bring back {0}"
    REOPEN_SEVERAL "撤销关闭：{0}等{1}条记录" "Bring back {0} and others ({1} in all)"
    UNNAMED "未命名企业" "Unnamed enterprise"
    DRAFT_NOT_KEPT "浏览器没有地方存草稿了，刷新或者关闭页面会丢失最近的改动。请现在保存记录。" "The browser has no room to keep the draft: a reload would lose the latest changes. Save the record now."
    UNDO "撤销" "Undo"
    REDO "重做" "Redo"
    ADD "添加" "Add"
    REMOVE_FACT "删除：{0}" "Remove: {0}"
    FOLD "完成" "Done"
    SELDOM_FIELDS "处罚机关、履行、修复和撤销" "Authority, fulfilment, repair and annulment"
    TICK_KEYS "方向键移动，空格键勾选" "arrow keys move, space ticks"
    ADD_ANOTHER "再添加一项" "Add another"
    TO_FACTS "情况" "Facts"
    TO_ANSWER "结论" "Answer"
    REQUIRED "（必填）" " (required)"
    NOT_CHOSEN "未知" "not known"
    CHOOSE "请选择" "choose"
    NOT_COUNTED "还缺{0}，补齐之前不计入评估。" "Missing: {0}. It does not count until then."
    NOT_READ "没有识别、未计入评估：{0}。请展开后改正。" "Not read and not counted: {0}. Unfold it to mend them."
    UNTITLED "尚未填写" "not filled in yet"
    PICK_DAY "从日历中选择：{0}" "Pick from a calendar: {0}"
    YUAN "元" "yuan"
    SECTORS_GRADES "监管领域和风险等级" "Sectors and risk grades"
    GRADE_OF "{0}的风险等级" "Risk grade of {0}"
    NO_GRADE "未评级" "no grade"
    JUDGEMENT_TITLE "人员结论" "Officer's conclusion"
    JUDGEMENT_NOTE "与评估结果不同时填写。只保存和打印，不参与计算。" "Where it differs from the assessment. It is kept and printed, and never computed with."
    JUDGED_BY "{0} {1}" "{0} {1}"
    FAULT_DAY "看不出“{0}”是哪一天，请写成 2026-11-21 这样的日期；改正之前按没有填写计。" "“{0}” is no date: write it like 2026-11-21. Until then it counts as not entered."
    FAULT_NO_DAY "没有“{0}”这一天，请改正；改正之前按没有填写计。" "There is no such day as “{0}”: correct it. Until then it counts as not entered."
    FAULT_DAY_RANGE "“{0}”不在1990年至2199年之间，请改正；改正之前按没有填写计。" "“{0}” does not lie between 1990 and 2199: correct it. Until then it counts as not entered."
    FAULT_AMOUNT "看不出“{0}”是多少钱，请写成 60000 或者 6万；改正之前按没有填写计。" "“{0}” is no amount: write it like 60000 or 6万. Until then it counts as not entered."
    FAULT_NEGATIVE "金额不能是负数（“{0}”），请改正；改正之前按没有填写计。" "An amount cannot be negative (“{0}”): correct it. Until then it counts as not entered."
    FAULT_PRECISE "“{0}”精确到了分以下，金额最多到分，请改正；改正之前按没有填写计。" "“{0}” is finer than a fen: correct it. Until then it counts as not entered."
    FAULT_LARGE "“{0}”太大，不会是一笔罚没款，请改正；改正之前按没有填写计。" "“{0}” is too large: correct it. Until then it counts as not entered."
}

/// What a field of a record is called on screen, by its name in the record.
#[must_use]
pub fn field(name: &str) -> Option<Phrase> {
    FIELDS.iter().find(|(known, _)| *known == name).map(|(_, words)| Phrase(words))
}

/// The same in words; a name that is not known stays as it is.
#[must_use]
pub fn field_name(name: &str, locale: Locale) -> &str {
    field(name).map_or(name, |phrase| phrase.get(locale))
}

const FIELDS: &[(&str, [&str; 2])] = &[
    ("as_of", ["评估日", "as-of date"]),
    ("format", ["文件类型", "type of file"]),
    ("version", ["格式版本", "version of the form"]),
    ("uscc", ["统一社会信用代码", "credit code"]),
    ("name", ["企业名称", "name"]),
    ("class", ["结论", "conclusion"]),
    ("officer", ["作出结论的人员", "officer"]),
    ("kind", ["类型", "kind"]),
    ("registered_on", ["成立日期", "registered on"]),
    ("status", ["登记状态", "status"]),
    ("region", ["行政区划", "region"]),
    ("industry", ["行业代码", "industry"]),
    ("sectors", ["监管领域", "sectors"]),
    ("risk_grades", ["风险等级", "risk grade"]),
    ("figures", ["指标", "figures"]),
    ("penalties", ["行政处罚", "penalties"]),
    ("abnormal_listings", ["经营异常名录", "abnormal list"]),
    ("serious_listings", ["严重违法失信名单", "serious list"]),
    ("court_listings", ["失信被执行人", "judgement defaulters"]),
    ("leads", ["线索", "leads"]),
    ("inspections", ["检查记录", "inspections"]),
    ("commitments", ["信用承诺", "credit commitments"]),
    ("document_no", ["决定书文号", "decision number"]),
    ("decided_on", ["处罚决定日期", "decided on"]),
    ("published_on", ["公示日期", "published on"]),
    ("authority", ["处罚机关", "authority"]),
    ("authority_system", ["机关类别", "system of the authority"]),
    ("procedure", ["处罚程序", "procedure"]),
    ("kinds", ["处罚类别", "kinds"]),
    ("fine_yuan", ["罚款金额", "fine"]),
    ("confiscated_yuan", ["没收金额", "confiscated"]),
    ("category", ["违法行为类型", "violation"]),
    ("sector", ["监管领域", "sector"]),
    ("discretion", ["裁量阶次", "step of discretion"]),
    ("restriction_ends_on", ["处罚有效期", "restriction ends on"]),
    ("fulfilled_on", ["履行完毕日期", "fulfilled on"]),
    ("harm_eliminated_on", ["消除危害日期", "harm removed on"]),
    ("commitment_on", ["信用承诺日期", "commitment on"]),
    ("repaired_on", ["信用修复日期", "repaired on"]),
    ("annulled_on", ["撤销日期", "annulled on"]),
    ("reason", ["列入原因", "reason"]),
    ("cause", ["列入原因", "cause"]),
    ("listed_on", ["列入日期", "listed on"]),
    ("corrected_on", ["纠正日期", "corrected on"]),
    ("removed_on", ["移出日期", "removed on"]),
    ("measures_end_on", ["管理措施截止日期", "measures end on"]),
    ("received_on", ["收到日期", "received on"]),
    ("closed_on", ["办结日期", "closed on"]),
    ("on", ["检查日期", "on"]),
    ("mode", ["检查方式", "mode"]),
    ("basis", ["检查类型", "basis"]),
    ("department", ["检查部门", "department"]),
    ("result", ["检查结果", "result"]),
    ("made_on", ["承诺日期", "made on"]),
    ("breached_on", ["违诺日期", "broken on"]),
];

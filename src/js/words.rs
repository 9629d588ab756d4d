//! The words of an explanation that are not the rules' own.

use crate::pack::phrases;

phrases! {
    ERRORS "请求有误，未作评估" "The request is wrong; nothing was assessed"
    REASONS "为什么" "Why"
    /// The best class.
    NO_REASONS "没有查到不良记录，按{0}对待。" "Nothing bad is on record: taken as “{0}”."
    NO_REASONS_LEFT "查到的记录都不影响类别，按{0}对待。" "Nothing on record weighs on the class: taken as “{0}”."
    EVIDENCE "依据：{0}" "Rests on: {0}"
    NUMBERED "{0}第{1}项" "{0} no. {1}"
    /// Between numbers, and between clauses.
    AND "、" ", "
    CLAUSE "；" "; "
    NAMELY "{0}：{1}" "{0}: {1}"

    INSPECTION "怎么查" "How to inspect"
    APPROACH "方式：{0}" "Approach: {0}"
    TRIGGERED "有未办结线索，先按线索检查：{0}" "Open leads: inspect on them first: {0}"
    SAMPLING "抽查比例：每年{0}%" "Share drawn: {0}% a year"
    VISITS "检查频次：{0}" "Visits: {0}"
    CAP "年度上限{0}次，今年已用{1}次，还剩{2}次" "Yearly cap {0}; used this year {1}, left {2}"
    NEXT_DUE "最迟检查日：{0}" "Next visit by {0}"
    OVERDUE "最迟检查日：{0}，已超期" "Next visit was due by {0}: overdue"

    KEY_CASE "重点案件候选" "Key-case candidate"
    IS_KEY_CASE "重点案件候选（待认定）" "A candidate for a key case, to be decided"
    IS_NO_KEY_CASE "不是重点案件候选" "No candidate for a key case"

    REPAIR "信用修复" "Credit repair"
    UNMET "未具备的条件：{0}（{1}）" "Not met: {0} ({1})"
    EARLIEST "最早{0}可以申请" "Can be applied for from {0}"
    STOPS "{0}自动停止公示或者届满" "Ends by itself on {0}"
    PAPERS "材料：{0}" "Papers: {0}"
    ACCEPT_BY "{0}前受理或者一次性告知补正" "accept, or ask once for what is missing, by {0}"
    DECIDE_BY "{0}前作出决定" "decide by {0}"
    UNPUBLISH_BY "{0}前停止公示或者移出" "end publication or remove by {0}"
    FROM_APPLICATION "假设评估日提出申请：{0}" "If the application comes on the as-of date: {0}"
    FROM_VERIFICATION "假设评估日查实：{0}" "If the facts are verified on the as-of date: {0}"

    DISCLOSURE "公示期限" "Publication deadlines"
    PUBLISH_BY "国家企业信用信息公示系统最迟{0}，信用中国最迟{1}" "on the publicity system by {0}, on Credit China by {1}"
    LATE "迟延{0}个工作日" "late by {0} working days"

    MEASURES "相应措施" "Consequences"
    FORECAST "今后的变化" "What will change"
    FROM_THEN_ON "如果什么都不发生，{0}起变为{1}" "If nothing happens, from {0} it becomes: {1}"
    WARNINGS "须知" "What to know besides"
}

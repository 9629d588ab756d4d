//! Words of what is printed: the report for the office, and the notice for the enterprise.

use super::phrases;

phrases! {
    PRINT_REPORT "打印评估报告" "Print the report"
    PRINT_NOTICE "打印信用修复告知书" "Print the repair notice"
    NOT_PRINTED "还不能打印：缺少{0}。请先填写。" "Not printed yet: {0} missing. Enter them first."
    PAPER_REPORT "评估报告" "Assessment report"
    PAPER_NOTICE "信用修复告知书" "Notice on credit repair"
    PAPER_AS_OF "评估日 {0}" "As of {0}"
    NOTICE_AS_OF "截至 {0}" "As of {0}"
    PAPER_RULES "规则 {0} 第{1}版 {2}" "Rules {0}, version {1}, {2}"

    FACT_NUMBER "序号" "No."
    FACT_WHAT "事项" "Fact"
    FACT_MORE "内容" "Particulars"
    FACTS_NUMBERED "{0}第 {1} 项" "{0}: no. {1}"
    NONE_ON_RECORD "没有记录的：{0}" "Nothing on record: {0}"
    CANNOT_BE_READ "（不能识别，未计入）" "(cannot be read, not counted)"
    LEFT_OUT "不完整，未计入评估" "incomplete, not counted"
    REPAIR_CHANNEL "渠道" "Where"
    REPAIR_STANDS "情况" "How it stands"
    HOW_TO_CURE "所缺条件如何补齐" "How to meet what is lacking"
    REPAIR_SETTLED "其余各项已经了结或者无需修复，见企业情况各表。" "All others are settled or need no repair; see the tables of facts."
    /// Facts by their numbers, a day, and what must be done by when.
    DEADLINES_APPLIED "{0}，假设{1}提出申请：{2}" "{0}, if the application comes on {1}: {2}"
    DEADLINES_VERIFIED "{0}，假设{1}查实：{2}" "{0}, if the facts are verified on {1}: {2}"
    NOT_ON_THAT_DAY "{0}不能申请：{1}" "Cannot be applied for on {0}: {1}"
    NOTES "提示" "Notes"
    PARAMETERS_SET "临时改动的数值" "Parameters set for this session"
    /// A parameter, its value in the rules, and the one that was set.
    PARAMETER_SET "{0}：{1} → {2}" "{0}: {1} → {2}"
    PERSON_DECIDES "本报告由工具根据所列事实和规则准备；如何处理，由检查人员和审核人员决定。" "A tool has prepared this report from the facts and rules named in it; what is done, inspectors and reviewer decide."
    INSPECTOR_SIGNS "检查人员（签字）" "Inspector (signature)"
    REVIEW_NOTE "审核意见" "Reviewer's note"
    REVIEWER_SIGNS "审核人员（签字）" "Reviewer (signature)"
    SIGNED_ON "日期" "Date"

    ADDRESSED_TO "{0}：" "To {0}:"
    NOTICE_LEAD "根据现有记录，你单位公示中的下列信息的信用修复事项告知如下。" "By what is on record, this is how the repair of your published information stands."
    NOTICE_NOTHING "目前没有可以申请修复的公示信息。" "There is at present no published information whose repair could be applied for."
    NOTICE_PAPERS "申请材料" "Papers for the application"
    NOTICE_LIMITS "办理时限" "Time limits of the authority"
    LIMIT_ACCEPT "收到申请后 {0} 个工作日内受理或者一次性告知补正" "accept, or ask once for what is missing, within {0} working days of the application"
    LIMIT_DECIDE "{0}后 {1} 个工作日内作出决定" "decide within {1} working days of {0}"
    LIMIT_UNPUBLISH "决定后 {0} 个工作日内停止公示或者移出" "end publication or remove within {0} working days of the decision"
    ON_APPLICATION "申请" "the application"
    ON_ACCEPTANCE "受理" "acceptance"
    ON_VERIFICATION "查实" "verification"
    ISSUED_BY "告知机关（盖章）" "Issued by (seal)"
    CONTACT "联系人、电话" "Contact"
}

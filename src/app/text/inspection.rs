//! Words of how and how often to inspect.

use super::phrases;

phrases! {
    HOW_TO_INSPECT "怎么查" "How to inspect"
    APPROACH "方式" "Approach"
    OPEN_LEADS "未办结线索" "Open leads"
    OPEN_LEADS_FIRST "{0} 条，先按线索检查：" "{0}: inspect on them first"
    SAMPLING "抽查比例" "Share drawn"
    PERCENT_A_YEAR "每年 {0}%" "{0}% a year"
    VISITS "检查频次" "Visits"
    ANNUAL_CAP "年度上限" "Yearly cap"
    CAP_LEFT "{0} 次，今年已用 {1} 次，还剩 {2} 次" "{0}; used this year {1}, left {2}"
    NEXT_DUE "最迟检查日" "Next visit by"
    NO_DUE "没有必须安排的检查" "no visit is required"
    ADJUSTED "调整" "Adjusted"
    CAP_USED_UP "已用完" "used up"
    CAP_USED_BY "用掉上限的检查：" "What used it:"
    NEVER_INSPECTED "无检查记录" "no visit on record"
    DAYS_OVER "已超期 {0} 天" "overdue by {0} days"
    DUE_AFTER_VISIT "上次检查是{0}；每年至少 {1} 次，即最长隔 {2} 个月。" "The latest visit was on {0}; at least {1} a year means {2} months at most."
    DUE_AFTER_REGISTRATION "没有检查记录，从成立日期{0}算起；每年至少 {1} 次，即最长隔 {2} 个月。" "No visit is on record, hence from the registration on {0}; at least {1} a year means {2} months at most."
    DUE_AT_ONCE "没有检查记录，也没有填写成立日期，因此现在就该安排；每年至少 {1} 次。" "Neither a visit nor the registration is on record, hence it is due now; at least {1} a year."
}

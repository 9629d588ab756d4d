//! Words of the page on the rules.

use super::phrases;

phrases! {
    NAV_RULES "规则" "Rules"
    RULES_LOADING "正在整理规则…" "Putting the rules into words…"
    RULES_WAITING "正在读取本次会话改动的规则…" "Reading the rules changed for this session…"
    DROP_RULES "放弃改动，用内置规则" "Drop the changes and use the built-in rules"
    CHANGED_BANNER "本次会话改动了 {0} 项参数，结果不是按原规则得出。" "Parameters changed for this session: {0}. The results are not those of the original rules."
    PACK_BANNER "规则来自文件“{0}”。" "The rules are those of the file “{0}”."
    KEPT_CALENDAR_BANNER "工作日按本浏览器中保留的文件“{0}”补充。" "Working days are completed from the file “{0}”, which this browser keeps."
    CALENDAR_KEPT "日历“{0}”已保留在本浏览器中，以后打开时接着使用；可以在这里改回内置日历。" "The calendar “{0}” is kept in this browser and is used whenever the page is opened; here it can be taken out again."
    CALENDAR_NOT_KEPT "浏览器没有地方保留日历，它仍在本次会话中使用。" "The browser has no room to keep the calendar; it stays in use for this session."
    CALENDAR_BANNER "工作日按文件“{0}”补充。" "Working days are completed from the file “{0}”."
    SEE_CHANGES "查看" "Show"
    RULES_REFUSED "“{0}”没有采用，有 {1} 处需要改正：" "“{0}” is not used; things to correct: {1}"
    PARAMETERS_REFUSED "改动没有采用，有 {0} 处需要改正：" "The change is not used; things to correct: {0}"
    KEPT_REFUSED "上次改动的规则不能再用，已改回内置规则：" "The rules changed before can no longer be used; the built-in rules are back:"
    RULES_OPENED "已采用“{0}”，所有结果都已按它重新得出。" "“{0}” is in use; all results were worked out anew."
    CHANGED_MARK "本次会话已改动" "changed for this session"
    RULE_LINK "规则：{0}" "The rule: {0}"
    PARAMETERS_FILE "参数" "parameters"
}

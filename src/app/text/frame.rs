//! Words around every page: header, as-of date, faults.

use super::phrases;

phrases! {
    PRODUCT "信衡" "Xinheng"
    NAV "页面" "Pages"
    NAV_START "打开文件" "Open files"
    NAV_LIST "企业列表" "Enterprises"
    NAV_REPORT "读入情况" "What was read"
    NAV_ENTERPRISE "评估" "Assessment"
    /// The switch names the language that it leads to, in that language.
    SWITCH_LANGUAGE "English" "中文"
    AS_OF "评估日" "As-of date"
    AS_OF_HINT "可写 2026-11-21、2026年11月21日、2026/11/21 或 20261121" "Such as 2026-11-21, 2026/11/21 or 20261121"
    PICKER "从日历中选择评估日" "Pick the as-of date from a calendar"
    TODAY "回到今天" "Back to today"
    DAY_MISSING "请填写评估日，例如 2026-11-21" "Enter the as-of date, such as 2026-11-21"
    DAY_UNCLEAR "看不出“{0}”是哪一天，请写成 2026-11-21 这样的日期" "“{0}” is no date: write it like 2026-11-21"
    DAY_NOT_THERE "没有“{0}”这一天，请改正" "There is no such day as “{0}”: correct it"
    DAY_OUT_OF_RANGE "日期应在1990年至2199年之间" "The date must lie between 1990 and 2199"
    MADE_UP "虚构示例" "Made-up sample"
    MADE_UP_NOTE "以下企业和数据均为虚构，仅供了解用法。" "These enterprises and their data are made up, to show how the page works."
    BY_HAND "手工修改" "Changed by hand"
    BESIDE "需核对（不影响评估）" "To be checked (the assessment does not ask for it)"
    BESIDE_MORE "其余 {0} 条" "{0} more"
    CLOSE "知道了" "Dismiss"
    INTERNAL "评估结果是内部监管参考，不是信用评级，不对外公布。" "An internal reference for supervision: it is not a credit rating and is not published."
    UNKNOWN_PAGE "没有这个页面。" "There is no such page."
    NO_RECORD "这户企业的记录没有打开。请从企业列表中选择，或者打开记录文件。" "No record of this enterprise is open. Choose it from the list, or open its record file."
    TO_START "去打开文件" "Open files"
    OPENING "正在打开…" "Opening…"
    OFFICE_UNREACHABLE "信衡的其余程序没有取到：{0}。已打开的企业记录不受影响；请检查网络后重试。" "The rest of Xinheng could not be fetched: {0}. Open records are not affected. Check the network and try again."
    DAY_OF_RECORD "按记录保存时的评估日 {0} 显示。" "Shown as of {0}, the day for which the record was saved."
    WORKER_FAULT "读取文件的程序出错，已停止：{0}。已打开的企业记录不受影响；请重新选择文件，如再次出错，请把这句话告诉维护人员。" "The program that reads files has failed and was stopped: {0}. The open record is not affected. Choose the files again; if it fails again, pass this sentence on."
    WORKER_OF_ANOTHER_BUILD "页面和读取文件的程序版本不一致。请刷新页面后重试。" "The page and the program that reads files are of different versions. Reload the page and try again."
    WORKER_NOT_STARTED "浏览器没有启动读取文件的程序：{0}。请刷新页面后重试。" "The browser did not start the program that reads files: {0}. Reload the page and try again."
}

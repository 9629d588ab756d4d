//! Words of the list of enterprises and of what was read.

use super::phrases;

phrases! {
    LIST_TITLE "企业列表" "Enterprises"
    WORKING_OUT "正在计算…" "Working…"
    LIST_NOTE "列表不随页面保存，刷新后请重新选择文件；已打开的那户企业会保留。" "The list is not kept: after a reload choose the files again. The enterprise that is open is kept."

    REPORT_TITLE "读入情况" "What was read"
    REPORT_LEAD "共 {0} 户企业，其中 {1} 户不在经营主体表中，只有其他表格的记录。" "{0} enterprises; {1} of them are not in the register and known from other tables only."
    REPORT_LEAD_ALL "共 {0} 户企业。" "{0} enterprises."
    REPORT_DUPLICATES "重复的处罚：{0} 行，各按一项计。" "Rows that repeat a penalty: {0}; each counted once."
    REPORT_PERSONS "自然人的记录：{0} 行，已略去。" "Rows about natural persons: {0}, left out."
    REPORT_BY_NAME "没有代码、按名称归入企业的：{0} 行。" "Rows without a code, joined by name: {0}."
    FILES_TITLE "文件" "Files"
    FILE "文件" "File"
    FILE_KIND "识别为" "Read as"
    FILE_ENCODING "编码" "Encoding"
    FILE_ROWS "行数" "Rows"
    FILE_REFUSED "未采用" "Not used"
    FILE_UNUSED "没有用到的列：{0}" "Columns not used: {0}"
    NOT_RECOGNISED "未能识别" "not recognised"
    PROBLEMS_TITLE "未采用的行和提示" "Rows not used, and notices"
    PROBLEMS_LEAD "{0} 处未采用，{1} 处提示。改正原表后重新打开即可。" "{0} not used, {1} notices. Correct the tables and open them again."
    NO_PROBLEMS "所有行都已采用，没有提示。" "Every row was used, without a notice."
    PROBLEM_ROW "表格行号" "Row"
    PROBLEM_LEVEL "结果" "Result"
    PROBLEM_WORDS "说明" "What to do"
    REFUSED "未采用" "not used"
    NOTICED "提示" "notice"
    PROBLEMS_RANGE "第 {0} 至 {1} 处，共 {2} 处" "{0} to {1} of {2}"
    PREVIOUS "上一页" "Previous"
    NEXT "下一页" "Next"
}

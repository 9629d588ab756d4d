//! The words that the page and the file of problems both say.

use crate::pack::phrases;

phrases! {
    PROBLEMS "未采用的行和提示" "Rows not used, and notices"
    /// Also what narrows the problems to a file.
    PROBLEM_FILE "文件" "File"
    PROBLEM_ROW "表格行号" "Row"
    PROBLEM_LEVEL "结果" "Result"
    PROBLEM_WORDS "说明" "What to do"
    PROBLEM_REFUSED "未采用" "not used"
    PROBLEM_NOTICED "提示" "notice"
}

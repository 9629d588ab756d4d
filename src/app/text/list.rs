//! Words of the list of enterprises.

use super::phrases;

phrases! {
    LIST_TITLE "企业列表" "Enterprises"
    WORKING_OUT "正在计算…" "Working…"
    LIST_NOTE "没有要求保留的列表，刷新后请重新选择文件；已打开的那户企业会保留。" "A list that was not to be kept is gone after a reload: choose the files again. The enterprise that is open is kept."
}

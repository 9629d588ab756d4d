//! Words of the list of enterprises.

use super::phrases;

phrases! {
    LIST_TITLE "企业列表" "Enterprises"
    WORKING_OUT "正在计算…" "Working…"
    LIST_NOTE "列表不随页面保存，刷新后请重新选择文件；已打开的那户企业会保留。" "The list is not kept: after a reload choose the files again. The enterprise that is open is kept."
}

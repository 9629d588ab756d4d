//! Words of the list of enterprises.

use super::phrases;

phrases! {
    LIST_TITLE "企业列表" "Enterprises"
    WORKING_OUT "正在计算…" "Working…"
    LIST_NOTE "列表不自动保留，刷新后请重新选择文件；要保留，请用名单上方的“保留与存档”。已打开的那户企业会保留。" "The list is not kept by itself: after a reload choose the files again, or use “Keep and save” above the list beforehand. The enterprise that is open is kept."
}

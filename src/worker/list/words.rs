//! Words that the page says of the list, and files say of it as well.

use crate::pack::phrases;

phrases! {
    SEARCH "按名称或代码查找" "Find by name or code"
    CLASS "信用类别" "Class"
    WITHHELD "不评估" "not assessed"
    KEY_CASES "重点案件候选" "Key-case candidates"
    MARKED "台账标记" "Mark of the ledger"
    SELECTED "所选的{0}户" "{0} enterprises that were selected"
    NAMED "{0}：{1}" "{0}: {1}"
}

//! Words for rows copied from a spreadsheet. What became of them, the worker tells in its own words.

use super::phrases;

phrases! {
    PASTE_ROWS "粘贴表格行" "Paste rows"
    PASTE_LABEL "从表格中复制的行，最好连同表头" "Rows copied from a spreadsheet, best with their header"
    PASTE_NOTE "也可以不打开这里，在“企业情况”中任何一处直接粘贴。逐行输入时，各项之间用空格或者制表符隔开。" "Or paste them anywhere among the facts, without this box. When typing a row, put spaces or tabs between its items."
    PASTE_ADD "添加这些行" "Add these rows"
    PASTE_TEN_THOUSAND "按万元添加" "Add, amounts in 万元"
    PASTE_YUAN "按元添加" "Add, amounts in yuan"
    PASTE_READING "正在识别粘贴的内容…" "Reading what was pasted…"
    PASTE_KEPT "粘贴的内容都留在“粘贴表格行”中，可以再试。" "What was pasted stays under “Paste rows”, to be tried again."
}

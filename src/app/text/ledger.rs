//! Words of the ledger.

use super::phrases;
use crate::facts::Term;
use crate::ledger::{Act, Duty, WaitsFor};
use crate::pack::Phrase;

phrases! {
    LEDGER "台账" "Ledger"
    LEDGER_LEAD "谁在什么时候做了什么、记下了什么。不影响评估结果。" "Who did or noted what, and when. It changes no assessment."
    LEDGER_EMPTY "还没有记录。" "Nothing is noted yet."
    LEDGER_NO_CODE "填写统一社会信用代码以后，就可以记台账。" "Once the credit code is entered, something can be noted here."
    LEDGER_IN_TAB "只保留到这个页签关闭为止。" "Kept until this tab is closed."
    LEDGER_KEPT "保留在本机浏览器中。" "Kept in this browser."
    LEDGER_COUNT "共 {0} 户 {1} 条。" "Entries: {1}, of enterprises: {0}."
    LEDGER_NOT_KEPT "浏览器没有保留刚才记的内容（{0}）。请保存为文件，或者腾出空间后再试。" "The browser did not keep what was noted last ({0}). Save it to a file, or make room and try again."
    LEDGER_NO_ROOM "存储空间不够" "no room"
    LEDGER_KEEP "保留在本机浏览器中" "Keep it in this browser"
    LEDGER_KEEP_AGAIN "再试一次" "Try again"
    LEDGER_FORGET "不再保留" "Keep it no longer"
    LEDGER_SHARED "这台电脑上用同一浏览器的人都能看到。" "Whoever uses this browser on this computer can see it."
    LEDGER_SAVE "保存为文件" "Save to a file"
    LEDGER_OPEN "并入同事的台账文件" "Add a colleague's file"
    LEDGER_FILE "台账的保存与合并" "Keeping and merging the ledger"
    LEDGER_SAVED "已保存为“{0}”。" "Saved as “{0}”."
    LEDGER_MERGED "“{0}”：新增 {1} 条，原来就有 {2} 条。" "“{0}”: {1} new, {2} there before."
    LEDGER_LEFT_OUT "有 {0} 处没有采用。" " Not used: {0}."
    NO_LEDGER "“{0}”不是信衡台账，或者打不开。" "“{0}” is no ledger of Xinheng, or cannot be opened."
    LEDGER_NEWER "“{0}”是较新版本的信衡保存的。请更新信衡后再打开。" "“{0}” was saved by a newer Xinheng. Update Xinheng, then open it."

    LEDGER_WHAT "记什么" "What"
    LEDGER_NOTIFIED "已通知" "notified"
    LEDGER_TO_REVIEW "待复核" "to be reviewed"
    LEDGER_OWN_MARK "自定义标记" "a mark of one's own"
    LEDGER_NOTE "备注" "Note"
    LEDGER_STEP "修复办理步骤" "A step of a repair"
    LEDGER_COMMITMENT "信用承诺" "A commitment"
    LEDGER_TEXT "内容" "Text"
    LEDGER_WORD "标记" "Mark"
    LEDGER_DAY "日期" "Day"
    LEDGER_UNTIL "履行期限（可不填）" "To be kept by (may be empty)"
    LEDGER_TARGET "修复事项" "What is repaired"
    LEDGER_ACT "步骤" "Step"
    LEDGER_REMARK "说明（可不填）" "Remark (may be empty)"
    LEDGER_AUTHOR "记录人" "Noted by"
    LEDGER_AUTHOR_HINT "姓名或者工号，只填一次。" "A name or a staff number, asked once."
    LEDGER_ADD "记入台账" "Note it"
    LEDGER_CORRECT_IT "保存更正" "Save the correction"
    LEDGER_CANCEL "不更正了" "Leave it as it was"
    LEDGER_ASSESS "记下本次评估" "Note this assessment"
    LEDGER_FILL_IN "请填写" "fill this in"
    LEDGER_DAY_AHEAD "{0}还没有到，做过以后再记。" "{0} has not come yet: note it once it is done."
    LEDGER_NOTHING_TO_REPAIR "没有可以修复的事项。" "There is nothing to repair."

    LEDGER_CORRECT "更正" "Correct"
    LEDGER_WITHDRAW "撤回" "Withdraw"
    LEDGER_KEPT_PROMISE "记为已履行" "It was kept"
    LEDGER_BROKE_PROMISE "记为违诺" "It was broken"
    LEDGER_BY "{0} {1}" "{0} {1}"
    LEDGER_FORMER "更正、撤回以前的记录（{0}条）" "Before corrections and withdrawals ({0})"
    LEDGER_MARK_OF "{0}（{1}）" "{0} ({1})"
    LEDGER_STEP_OF "{0}：{1}，{2}" "{0}: {1}, {2}"
    LEDGER_WITH_REMARK "{0}（{1}）" "{0} ({1})"
    LEDGER_PAPER_OF "文书：{0}，{1}" "Paper: {0}, {1}"
    LEDGER_NUMBERED "{0}（{1}）" "{0} ({1})"
    LEDGER_PROMISE_OF "信用承诺：{0}，{1}" "Commitment: {0}, {1}"
    LEDGER_PROMISE_UNTIL "期限{0}" "by {0}"
    LEDGER_PROMISE_KEPT "{0}已履行" "kept on {0}"
    LEDGER_PROMISE_BROKEN "{0}违诺" "broken on {0}"
    LEDGER_LENIENCY_OF "{0}：{1}，{2}" "{0}: {1}, {2}"
    LEDGER_CONCLUSION_OF "人员结论：{0}（{1}）" "Conclusion: {0} ({1})"
    LEDGER_CHANGE_OF "手工修改：{0}" "Changed by hand: {0}"
    LEDGER_VALUES "{0} {1} → {2}" "{0} {1} → {2}"
    LEDGER_FACT_ADDED "{0}（补录）" "{0} (added)"
    LEDGER_FACT_REMOVED "{0}（删去）" "{0} (removed)"
    LEDGER_ASSESSED "{0}的评估：{1}" "Assessment as of {0}: {1}"
    LEDGER_WITHDRAWN "（撤回）" "(withdrawn)"

    LEDGER_UNSAID "台账里有 {0} 处手工修改，现在的事实里没有：" "Changed by hand in the ledger, and not in the facts now: {0}"
    LEDGER_UNNOTED "本户有 {0} 处手工修改还没有记入台账，换表以后就没有了。" "Changed by hand and not noted yet, so gone with the next files: {0}"
    LEDGER_TAKE_OVER "采用台账的修改" "Take over what the ledger has"
    LEDGER_LEAVE_FACTS "以现在的事实为准" "Leave the facts as they are"
    LEDGER_OFFICIAL "（表格现在写的是“{0}”）" " (the files say “{0}” now)"
    LEDGER_OFFICIAL_NONE "（表格里现在没有这一项）" " (the files say nothing of it now)"
    LEDGER_WHICH "（有 {0} 项都对得上，请核实是哪一项）" " ({0} facts fit: find out which it is)"
    LEDGER_GONE "（表格里现在没有这件事）" " (the files do not have it any more)"
    LEDGER_MARKS "台账标记" "Marks of the ledger"
    LEDGER_MARK_COUNT "{0}（{1}户）" "{0} ({1})"
    LEDGER_MARK_THEM "标记" "Mark"
    LEDGER_MARK_OWN "记上自定义标记" "Give this mark"
    LEDGER_MARKED "已给 {0} 户记上“{1}”。" "Marked: {0}, “{1}”."
    LEDGER_MARK_MISSING "请先填写记录人；自定义标记还要填写标记。" "Enter who notes it first; a mark of one’s own needs its word."

    LEDGER_APPLICATIONS "修复办理" "Repairs under way"
    LEDGER_OVER "已办结" "Done"
    LEDGER_DUE "{0}：最迟{1}" "{0}: by {1}"
    LEDGER_DUE_IN "还有 {0} 天" "days to go: {0}"
    LEDGER_LATE "已逾期 {0} 天" "late by days: {0}"
    LEDGER_DONE_LATE "{0}：{1}，最迟应为{2}，逾期" "{0}: {1}, was due by {2}, late"
    LEDGER_DONE "{0}：{1}" "{0}: {1}"
    LEDGER_GUESSED "{0}年的节假日尚未公布，按周一至周五推算" "holidays of {0} are not known: counted from Monday to Friday"
    LEDGER_TODAY "是否逾期按今天（{0}）算。" "Late goes by today ({0})."

    LEDGER_CONTRADICTION "记录互相矛盾，请核实后更正或者撤回其中一条：" "These contradict each other; find out, then correct or withdraw one:"
    LEDGER_NUMBER_TWICE "这个文号用了不止一次：" "This number stands on more than one paper:"
}

/// Returns what a step of a repair is called.
#[must_use]
pub fn act(act: Act) -> Phrase {
    match act {
        Act::Application => Phrase(&["提出申请", "application"]),
        Act::CorrectionAsked => Phrase(&["告知补正", "completion asked for"]),
        Act::CorrectionDone => Phrase(&["补正完成", "completed"]),
        Act::Acceptance => Phrase(&["受理", "accepted"]),
        Act::Rejection => Phrase(&["不予受理", "not accepted"]),
        Act::Verification => Phrase(&["核实", "verified"]),
        Act::Extension => Phrase(&["延长办理期限", "extended"]),
        Act::Approval => Phrase(&["准予修复", "approved"]),
        Act::Refusal => Phrase(&["不予修复", "refused"]),
        Act::Unpublication => Phrase(&["停止公示（移出）", "no longer published"]),
        Act::Delivery => Phrase(&["送达签收", "handed over"]),
        Act::Retraction => Phrase(&["撤回申请", "application withdrawn"]),
    }
}

/// Returns what an office owes is called.
#[must_use]
pub fn duty(duty: Duty) -> Phrase {
    match duty {
        Duty::Accept => Phrase(&["受理或者告知补正", "accept, or ask for what is missing"]),
        Duty::Decide => Phrase(&["作出决定", "decide"]),
        Duty::Unpublish => Phrase(&["停止公示或者移出", "end publication or remove"]),
    }
}

/// Says whom an application waits for.
#[must_use]
pub fn waits_for(whom: WaitsFor) -> Phrase {
    match whom {
        WaitsFor::Correction => Phrase(&["等待申请人补正", "waits for the enterprise to complete it"]),
        WaitsFor::Verification => {
            Phrase(&["等待核实；自核实之日起算", "waits for verification, from which the days run"])
        }
    }
}

/// Returns the word of a mark as it is shown: those that come along are known in both languages.
#[must_use]
pub fn mark(word: &str, locale: crate::pack::Locale) -> &str {
    let known = [LEDGER_NOTIFIED, LEDGER_TO_REVIEW];
    let found = known.into_iter().find(|phrase| phrase.get(crate::pack::Locale::Zh) == word);
    found.map_or(word, |phrase| phrase.get(locale))
}

/// Returns every step with its code, for a choice.
pub fn acts() -> impl Iterator<Item = (&'static str, Phrase)> {
    Act::ALL.iter().map(|step| (step.code(), act(*step)))
}

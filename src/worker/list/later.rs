//! Laying the files of another month over the district, as the list offers it and tells of it.

use super::head::choose;
use super::{Shown, View};
use crate::district::{ByHand, District, Earlier};
use crate::pack::{Locale, phrases};
use crate::worker::drawing::Pen;
use crate::worker::messages::Progress;

phrases! {
    TITLE "叠加新一期数据" "Lay another month's files over these"
    LEAD "已打开的 {0} 户为上期数据。选择新一期的表：没有给出的表保持不变；完成后列出新增、有变化和消失的企业，及其类别变化和理由。" "The {0} enterprises at hand are the earlier ones. Choose the tables of another month: those that do not come again stay as they are. Then it is told who is new, changed or gone, which classes change, and why."
    WHOLE "选择整期的表" "Choose whole tables"
    WHOLE_NOTE "每张表都是本期的全部内容：表中不再出现的企业和记录，视为已经消失。" "Each table tells everything of its kind: what it does not have any more is gone."
    ADDITIONS "选择增补的表" "Choose tables of additions"
    ADDITIONS_NOTE "表中只有新增和有变化的内容，其余保持不变。" "The tables tell what is new or has changed; the rest stays as it is."
    READING "正在读取“{0}”，已读 {1} 行；在此期间可以继续查看上期数据。" "Reading “{0}”, {1} rows so far; meanwhile the earlier data can be looked at."
    PROGRESS "读取进度" "How far the reading is"
    STOP "停止叠加" "Stop"
    DONE "已叠加新一期数据：新增 {0} 户，有变化 {1} 户，消失 {2} 户。" "The files of another month are laid over: {0} new, {1} changed, {2} gone."
    BY_HAND "有 {0} 户的内容经手工修改。叠加之后，这些内容：" "Enterprises changed by hand: {0}. Once the files are laid over them, what was changed:"
    KEEP_BY_HAND "保留手工修改" "stays as changed by hand"
    OFFICIAL "以新一期的表为准" "is as the new tables say"
    CHOOSE_FIRST "请先选择，再选新一期的表。" "Choose first, then the tables of another month."
    INCOMPLETE "{0}的表没有读全：其中没有的内容保持不变，没有视为消失。请处理后重新叠加。" "Not read as a whole: {0}. What these tables do not have stays as it was and counts as there. Mend them and lay them over again."
    SEE "查看变化和理由" "See the changes and why"
    BACK "恢复到叠加之前" "Back to the data before"
}

/// The ways to choose files: the name of each and of what it says, its words.
const WAYS: [(&str, &str, crate::pack::Phrase, crate::pack::Phrase); 2] =
    [("whole", "whole-note", WHOLE, WHOLE_NOTE), ("additions", "additions-note", ADDITIONS, ADDITIONS_NOTE)];

/// How it stands with the files of another month.
pub(in crate::worker) struct Later<'d> {
    /// How far those are that are being read.
    pub(in crate::worker) reading: Option<&'d Progress>,
    /// What was there before those that were laid over it.
    pub(in crate::worker) earlier: Option<&'d Earlier>,
    /// How many enterprises were changed by hand.
    pub(in crate::worker) by_hand: usize,
}

/// Draws what was laid over the district, and what can be: two elements, whatever is in them.
pub(in crate::worker) fn draw_later(later: &Later, view: &View, district: &District, locale: Locale) -> Vec<String> {
    let mut pen = Pen::default();
    pen.element("div", |pen| {
        pen.set("class", "later");
        if let Some(earlier) = later.earlier {
            done(pen, earlier, view, locale);
        }
    });
    pen.element("details", |pen| {
        pen.set("class", "later");
        pen.words("summary", "", TITLE.get(locale));
        match later.reading {
            Some(progress) => reading(pen, progress, locale),
            None => offer(pen, (view, later.by_hand), district, locale),
        }
    });
    pen.0
}

fn offer(pen: &mut Pen, (view, by_hand): (&View, usize), district: &District, locale: Locale) {
    pen.words("p", "", &LEAD.fill(locale, &[&district.enterprises().len().to_string()]));
    if by_hand > 0 {
        pen.keyed("div", "by-hand", |pen| {
            pen.words("p", "", &BY_HAND.fill(locale, &[&by_hand.to_string()]));
            pen.element("div", |pen| {
                pen.set("class", "lists");
                for (value, said, words) in
                    [("keep", ByHand::Keep, KEEP_BY_HAND), ("official", ByHand::Official, OFFICIAL)]
                {
                    choose(pen, "by_hand", value, view.by_hand == Some(said), |pen| pen.text(words.get(locale)));
                }
            });
        });
        if view.by_hand.is_none() {
            return pen.keyed("p", "first", |pen| pen.text(CHOOSE_FIRST.get(locale)));
        }
    }
    let by_hand = if view.by_hand == Some(ByHand::Official) { " official" } else { " keep" };
    for (extent, told, words, note) in WAYS {
        let laying = [extent, by_hand].concat();
        pen.keyed("div", extent, |pen| {
            // The browser's own button has words in the browser's language: the label stands for it.
            pen.element("input", |pen| {
                let kind = [("id", extent), ("class", "unseen"), ("type", "file"), ("multiple", "")];
                let said = [("data-choice", "later"), ("data-value", laying.as_str()), ("aria-describedby", told)];
                kind.iter().chain(&said).for_each(|(name, value)| pen.set(name, value));
            });
            pen.element("label", |pen| {
                pen.set("for", extent);
                pen.text(words.get(locale));
            });
            pen.element("p", |pen| {
                pen.set("id", told);
                pen.set("class", "quiet");
                pen.text(note.get(locale));
            });
        });
    }
}

fn reading(pen: &mut Pen, progress: &Progress, locale: Locale) {
    pen.keyed("p", "reading", |pen| {
        pen.set("role", "status");
        pen.text(&READING.fill(locale, &[&progress.name, &progress.rows.to_string()]));
    });
    pen.keyed("progress", "progress", |pen| {
        pen.set("aria-label", PROGRESS.get(locale));
        pen.set("max", &progress.total_bytes.max(1).to_string());
        pen.set("value", &progress.bytes.to_string());
    });
    pen.keyed("p", "stop", |pen| pen.button("keep", "stop", |pen| pen.text(STOP.get(locale))));
}

fn done(pen: &mut Pen, earlier: &Earlier, view: &View, locale: Locale) {
    let counts = earlier.differences.counts().map(|count| count.to_string());
    pen.keyed("p", "done", |pen| {
        pen.set("role", "status");
        pen.text(&DONE.fill(locale, &counts.each_ref().map(String::as_str)));
    });
    let incomplete: Vec<&str> = earlier.differences.incomplete.iter().map(|kind| kind.title(locale)).collect();
    if !incomplete.is_empty() {
        pen.keyed("p", "incomplete", |pen| {
            pen.set("class", "warning");
            let separator = if locale == Locale::Zh { "、" } else { ", " };
            pen.text(&INCOMPLETE.fill(locale, &[&incomplete.join(separator)]));
        });
    }
    pen.keyed("p", "choices", |pen| {
        pen.set("class", "lists");
        choose(pen, "view", "moves", view.shown == Shown::Moves, |pen| pen.text(SEE.get(locale)));
        pen.button("keep", "back", |pen| pen.text(BACK.get(locale)));
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Enterprise;
    use crate::import::Import;

    fn drawn(by_hand: usize, chosen: Option<ByHand>) -> String {
        let district = District::new(Import { enterprises: vec![Enterprise::default()], ..Import::default() });
        let view = View { by_hand: chosen, ..View::default() };
        draw_later(&Later { reading: None, earlier: None, by_hand }, &view, &district, Locale::Zh).join("\n")
    }

    #[test]
    fn what_becomes_of_facts_changed_by_hand_is_asked_before_files_can_be_chosen() {
        let asked = drawn(3, None);
        assert!(asked.contains("有 3 户的内容经手工修改") && !asked.contains("whole"), "{asked}");
        assert!(drawn(3, Some(ByHand::Official)).contains("whole official"));
        assert!(drawn(3, Some(ByHand::Keep)).contains("additions keep"));
        let unasked = drawn(0, None);
        assert!(unasked.contains("whole keep") && !unasked.contains("手工修改"), "{unasked}");
    }
}

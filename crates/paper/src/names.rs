//! The names that tags have.

use super::fault::{Fault, Place};
use super::tags::{Opening, Tag};
use super::values::Values;

/// What stands for a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    List,
}

/// What an office fills in once for all its papers.
pub const OFFICE_TAGS: &[&str] = &["机关名称", "机关地址", "机关电话", "联系人", "承办人", "文号"];

/// What is typed at the desk, for the contract has no place for it.
pub const DESK_TAGS: &[&str] = &[
    "住所",
    "法定代表人",
    "联系电话",
    "经办人",
    "经办人电话",
    "列入机关",
    "受理日期",
    "补正内容",
    "不予理由",
    "复议机关",
];

/// What facts and assessment tell of the enterprise, the day and the rules.
const FOUND_TAGS: &[&str] = &[
    "今日",
    "企业名称",
    "统一社会信用代码",
    "主体类型",
    "规则名称",
    "规则摘要",
    "申请日期",
    "受理期限",
    "决定期限",
    "停止公示期限",
];

/// What they tell of a target; an entry of a list of targets has all of these, and those outside are not looked at.
pub(super) const TARGET_TAGS: &[&str] = &[
    "事项",
    "渠道",
    "决定书文号",
    "决定日期",
    "决定机关",
    "处罚类别",
    "罚款金额",
    "没收金额",
    "违法行为类型",
    "处罚程序",
    "公示日期",
    "失信程度",
    "处理类型",
    "最短公示期",
    "最长公示期",
    "最早可申请日",
    "停止公示日",
    "处罚有效期",
    "列入日期",
    "列入原因",
    "列入机关",
    "改正日期",
    "履行日期",
    "消除危害日期",
    "承诺日期",
    "依据",
    "平台",
    "修复状态",
    "日期说明",
    "承诺书名称",
    "材料",
    "条件",
];

/// What an entry of the other lists has.
pub(super) const MATERIAL_TAGS: &[&str] = &["名称", "说明"];
pub(super) const CONDITION_TAGS: &[&str] = &["名称", "结论", "办法"];

/// The number of an entry in its list.
pub(super) const NUMBER_TAG: &str = "序号";

/// So many characters of what is no tag are looked at and told: no name has as many.
const SHOWN: usize = 40;

const LISTS: &[&str] = &["处罚", "列入", "材料", "条件"];

/// The names that there are: those of every paper, and those that an office has of its own.
pub(super) struct Names {
    names: Vec<(String, Kind)>,
}

/// Tells every tag that a template may have, the lists last.
///
/// ```
/// assert!(paper::tags().any(|tag| tag == "企业名称"));
/// assert_eq!(paper::tags().last(), Some("条件"));
/// ```
pub fn tags() -> impl Iterator<Item = &'static str> {
    texts().chain(LISTS.iter().copied())
}

fn texts() -> impl Iterator<Item = &'static str> {
    let groups = [OFFICE_TAGS, FOUND_TAGS, DESK_TAGS, TARGET_TAGS, MATERIAL_TAGS, CONDITION_TAGS, &[NUMBER_TAG]];
    let mut told: Vec<&str> = Vec::new();
    groups.concat().into_iter().filter(move |name| {
        let is_new = !told.contains(name) && !LISTS.contains(name);
        told.push(name);
        is_new
    })
}

impl Names {
    /// The names of every paper, and besides them those of these values.
    pub(super) fn with(values: &Values) -> Self {
        let mut names: Vec<(String, Kind)> = texts().map(|name| (name.to_owned(), Kind::Text)).collect();
        names.extend(LISTS.iter().map(|name| ((*name).to_owned(), Kind::List)));
        for (name, is_list) in values.names() {
            if !names.iter().any(|(known, _)| known == name) {
                names.push((name.to_owned(), if is_list { Kind::List } else { Kind::Text }));
            }
        }
        Self { names }
    }

    /// Reads what stands between the braces.
    ///
    /// # Errors
    /// What is no known tag, or stands for a list where a text should be, or the other way round.
    pub(super) fn tag(&self, text: &str, place: &Place) -> Result<Tag, Fault> {
        let unknown = |nearest: &str| Fault::UnknownTag {
            place: place.clone(),
            tag: text.chars().take(SHOWN).collect(),
            nearest: nearest.to_owned(),
        };
        let (word, name) = text.split_once(char::is_whitespace).map_or((text, ""), |(word, name)| (word, name.trim()));
        match (word, name) {
            ("else", "") => return Ok(Tag::Else),
            ("/each", "") => return Ok(Tag::Close(Opening::Each)),
            ("/if", "") => return Ok(Tag::Close(Opening::If)),
            _ => {}
        }
        let opening = match word {
            "#each" => Some(Opening::Each),
            "#if" => Some(Opening::If),
            _ if text.starts_with(['#', '/', '^', '!', '>', '&']) => return Err(unknown(nearest_form(word))),
            _ => None,
        };
        let name = if opening.is_some() { name } else { text };
        let Some((_, kind)) = self.names.iter().find(|(known, _)| known == name) else {
            return Err(unknown(self.nearest(name, opening)));
        };
        let (place, tag) = (place.clone(), name.to_owned());
        match (opening, kind) {
            (Some(Opening::Each), Kind::Text) => Err(Fault::NotAList { place, tag }),
            (None, Kind::List) => Err(Fault::IsAList { place, tag }),
            (Some(opening), _) => Ok(Tag::Open(opening, tag)),
            (None, Kind::Text) => Ok(Tag::Value(tag)),
        }
    }

    /// The nearest of the names that can stand there.
    fn nearest(&self, name: &str, opening: Option<Opening>) -> &str {
        let can_stand = |kind: Kind| match opening {
            Some(Opening::Each) => kind == Kind::List,
            Some(Opening::If) => true,
            None => kind == Kind::Text,
        };
        let names = self.names.iter().filter(|(_, kind)| can_stand(*kind));
        let nearest = names.min_by_key(|(known, _)| distance(known, name));
        nearest.map_or("", |(known, _)| known)
    }
}

/// The nearest of the forms that open or close a block.
fn nearest_form(word: &str) -> &'static str {
    let forms = ["#each", "/each", "#if", "/if", "else"];
    forms.into_iter().min_by_key(|form| distance(form, word)).unwrap_or_default()
}

/// How many characters have to be changed, put in or taken out to make one name of the other.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().take(SHOWN).collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, letter) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = index + 1;
        for (place, met) in other.iter().enumerate() {
            let changed = diagonal + usize::from(letter != *met);
            diagonal = row[place + 1];
            row[place + 1] = changed.min(diagonal + 1).min(row[place] + 1);
        }
    }
    row[other.len()]
}

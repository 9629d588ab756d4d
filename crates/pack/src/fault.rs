//! What is wrong with a pack: where, what was met, what to do.

use super::text::Text;

/// One fault of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackFault {
    /// The place: `rules[3].when.where.standing`; empty for the pack itself.
    pub path: String,
    pub code: PackFaultCode,
    /// What stands there: the key, name or text.
    pub met: String,
    /// What could stand there, where that is a short list or a form.
    pub expected: String,
}

/// What kind of fault it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackFaultCode {
    UnknownKey,
    MissingKey,
    WrongType,
    Empty,
    BadValue,
    Twice,
    MissingSource,
    UnknownSource,
    UnknownParameter,
    ParameterOfOtherType,
    OverlappingDates,
    GapInDates,
    UnknownPlaceholder,
    UnknownFact,
    UnknownFilter,
    /// A filter that stands where a condition does, or beside `where`.
    MisplacedFilter,
    UnknownTerm,
    UnknownName,
    /// A form that still rests on another, as only the TOML of a pack can.
    NotWhole,
}

impl PackFaultCode {
    /// The name of the fault in fixtures and messages.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::UnknownKey => "unknown_key",
            Self::MissingKey => "missing_key",
            Self::WrongType => "wrong_type",
            Self::Empty => "empty",
            Self::BadValue => "bad_value",
            Self::Twice => "twice",
            Self::MissingSource => "missing_source",
            Self::UnknownSource => "unknown_source",
            Self::UnknownParameter => "unknown_parameter",
            Self::ParameterOfOtherType => "parameter_of_other_type",
            Self::OverlappingDates => "overlapping_dates",
            Self::GapInDates => "gap_in_dates",
            Self::UnknownPlaceholder => "unknown_placeholder",
            Self::UnknownFact => "unknown_fact",
            Self::UnknownFilter => "unknown_filter",
            Self::MisplacedFilter => "misplaced_filter",
            Self::UnknownTerm => "unknown_term",
            Self::UnknownName => "unknown_name",
            Self::NotWhole => "not_whole",
        }
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::UnknownKey => ("没有这一项，请删去或改正名称", "there is no such key: remove it or mend its name"),
            Self::MissingKey => ("缺少这一项，请补上", "this key is missing: add it"),
            Self::WrongType => ("类型不对，请改正", "this is of the wrong type: mend it"),
            Self::Empty => ("不能为空，请填写", "this must not be empty: fill it in"),
            Self::BadValue => ("数值不在允许的范围内，请改正", "this value is out of range: mend it"),
            Self::Twice => ("重复出现，请只留一个", "this stands twice: keep one"),
            Self::MissingSource => ("没有写明依据，请补上 source", "there is no source: add one"),
            Self::UnknownSource => {
                ("依据不在 sources 中，请补录或改正", "this source is not among the sources: add it or mend the id")
            }
            Self::UnknownParameter => {
                ("没有这个数值，请先在 parameters 中设定", "there is no such parameter: declare it first")
            }
            Self::ParameterOfOtherType => ("此处不能用这种数值", "a parameter of this type cannot stand here"),
            Self::OverlappingDates => {
                ("日期与前一项重叠，请改正", "these days overlap those before: mend from or until")
            }
            Self::GapInDates => {
                ("与前一项之间有空档，请改正", "there are days between this and the one before: close the gap")
            }
            Self::UnknownPlaceholder => {
                ("这个占位符没有可填的内容，请改正", "this placeholder has no value here: mend its name")
            }
            Self::UnknownFact => ("没有这类事实，请改正", "there is no such fact: mend its name"),
            Self::UnknownFilter => ("这类事实没有这个筛选条件，请改正", "this fact has no such filter: mend its name"),
            Self::MisplacedFilter => {
                ("是筛选条件，不能单独写在这里，请改写", "this is a filter, which cannot stand here by itself: move it")
            }
            Self::UnknownTerm => ("不在词表中，请改正", "this word is not in its list: mend it"),
            Self::UnknownName => ("没有这个名称，请改正", "nothing has this name: mend it"),
            Self::NotWhole => (
                "只能写在规则的 TOML 文件里，请用 cargo run --example pack 把文件转换成完整的 JSON，再给出",
                "only the TOML of a pack can rest on another: have cargo run --example pack make whole JSON of it, and give that",
            ),
        }
    }
}

/// What stands in words for what could stand there, and the same in Chinese; names and numbers are the same in both.
const IN_CHINESE: [(&str, &str); 8] = [
    ("text", "文字"),
    ("number", "数"),
    ("[…]", "[…]（列表）"),
    ("{…}", "{…}（表）"),
    ("the last line: message alone", "最后一行只写 message，适用于其余情形"),
    ("the last line: points alone", "最后一行只写 points，适用于其余数值"),
    ("the last line: grade alone", "最后一行只写 grade，适用于其余得分"),
    ("when: figure, score", "when 里有 figure 或 score 时才能用"),
];

fn in_chinese(expected: &str) -> &str {
    IN_CHINESE.iter().find(|(words, _)| *words == expected).map_or(expected, |(_, chinese)| chinese)
}

/// How long a list of what could stand there may be that is told whole, in letters.
const LONGEST: usize = 400;

impl PackFault {
    /// The fault in words, with its path in front.
    #[must_use]
    pub fn message(&self) -> Text {
        let (zh, en) = self.code.words();
        let (mut choice_zh, mut choice_en) = match self.nearest() {
            Some(nearest) => (format!("（是不是“{nearest}”？）"), format!(" (did you mean \"{nearest}\"?)")),
            None => (String::new(), String::new()),
        };
        // Of a long list only what is near helps.
        if !self.expected.is_empty() && self.expected.len() <= LONGEST {
            choice_zh = format!("{choice_zh}（应为：{}）", in_chinese(&self.expected));
            choice_en = format!("{choice_en} (expected: {})", self.expected);
        }
        Text {
            zh: format!("{}：“{}”{zh}{choice_zh}", self.path, self.met),
            en: format!("{}: \"{}\": {en}{choice_en}", self.path, self.met),
        }
    }

    /// What was meant, where a name that could stand there is written nearly so.
    pub(super) fn nearest(&self) -> Option<&str> {
        use PackFaultCode::{
            UnknownFact, UnknownFilter, UnknownKey, UnknownName, UnknownParameter, UnknownPlaceholder, UnknownSource,
            UnknownTerm,
        };
        let is_name = matches!(
            self.code,
            UnknownFact
                | UnknownFilter
                | UnknownKey
                | UnknownName
                | UnknownParameter
                | UnknownPlaceholder
                | UnknownSource
                | UnknownTerm
        );
        let known = self.expected.split(", ").filter(|known| is_name && !known.is_empty());
        let near = known.map(|known| (distance(known, &self.met), known));
        // Of a short name nearly everything is near.
        near.min().filter(|(steps, _)| *steps <= (self.met.chars().count() / 3).min(3)).map(|(_, known)| known)
    }
}

/// How many letters have to be put in, taken out or changed to make one text of the other.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut before: Vec<usize> = (0..=other.len()).collect();
    for (row, letter) in one.chars().enumerate() {
        let mut now = vec![row + 1];
        for (column, same) in other.iter().enumerate() {
            let changed = before[column] + usize::from(letter != *same);
            now.push(changed.min(before[column + 1] + 1).min(now[column] + 1));
        }
        before = now;
    }
    before.last().copied().unwrap_or_default()
}

//! What is wrong with a request, in words.

use serde::Serialize;

use facts::vocabulary;
use pack::Text;

vocabulary! {
    /// What kind of problem a request has.
    ProblemCode "problem_code" {
        InvalidJson = "invalid_json",
        Missing = "missing",
        UnknownField = "unknown_field",
        WrongType = "wrong_type",
        NotADate = "not_a_date",
        DateOutOfRange = "date_out_of_range",
        UnknownValue = "unknown_value",
        Negative = "negative",
        TooPrecise = "too_precise",
        TooLarge = "too_large",
        TooSmall = "too_small",
        EmptyList = "empty_list",
        UnknownPack = "unknown_pack",
        UnknownParameter = "unknown_parameter",
        BadParameter = "bad_parameter",
        BadPack = "bad_pack",
    }
}

/// One problem of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The place: `enterprise.penalties[3].fine_yuan`; empty for the request itself.
    pub path: String,
    pub code: ProblemCode,
    /// Where, what was met, and what to do.
    pub message: Text,
}

impl Problem {
    /// Returns a problem with its words; `met` is what stands there, as far as that helps.
    #[must_use]
    pub fn new(path: &str, code: ProblemCode, met: &str) -> Self {
        let (zh, en) = code.words();
        let shown =
            |open: &str, close: &str| if met.is_empty() { String::new() } else { format!("{open}{met}{close}") };
        // What is no request at all is wrong at no place.
        let index = |met: String, then: &str| if path.is_empty() { met } else { [path, &met, then].concat() };
        let message =
            Text { zh: index(shown("（“", "”）"), "：") + zh, en: index(shown(" (\"", "\")"), ": ") + en };
        Self { path: path.to_owned(), code, message }
    }
}

impl ProblemCode {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::InvalidJson => (
                "内容不是有效的JSON对象，或者同一名称出现了两次，请检查后重新提交",
                "this is no JSON object, or a key stands twice in it: check it and try again",
            ),
            Self::Missing => ("缺少必填内容，请补充", "this is required: add it"),
            Self::UnknownField => {
                ("没有这一项，未作计算，请检查名称", "there is no such field, so it would be lost: check its name")
            }
            Self::WrongType => ("内容的类型不对，请改正", "this is of the wrong type: mend it"),
            Self::NotADate => (
                "不是日期，请按 2026-11-21 的格式填写，不带时间和时区",
                "this is no date: write it like 2026-11-21, without time or zone",
            ),
            Self::DateOutOfRange => (
                "日期应在1990-01-01至2199-12-31之间，请改正",
                "the date must lie between 1990-01-01 and 2199-12-31: mend it",
            ),
            Self::UnknownValue => ("不在可选的值之中，请改正", "this is none of the known values: mend it"),
            Self::Negative => ("金额不能为负数，请改正", "an amount cannot be negative: mend it"),
            Self::TooPrecise => ("金额最多两位小数，请改正", "an amount has at most two decimals: mend it"),
            Self::TooLarge => {
                ("金额不能超过1000000000000元，请改正", "an amount is at most 1,000,000,000,000 yuan: mend it")
            }
            Self::TooSmall => ("数值太小，请改正", "this number is too small: mend it"),
            Self::EmptyList => ("至少要有一项，请补充", "at least one is needed: add it"),
            Self::UnknownPack => ("没有这个规则版本，请改用已有的", "there is no such rule pack: name one that exists"),
            Self::UnknownParameter => {
                ("规则中没有这个数值，请检查名称", "the rule pack has no such parameter: check its name")
            }
            Self::BadParameter => (
                "数值不符合规则规定的类型或者范围，请改正",
                "the value is not of the type and range that the rule pack declares: mend it",
            ),
            Self::BadPack => ("规则文件有错误，请改正", "the rule pack has faults: mend them"),
        }
    }
}

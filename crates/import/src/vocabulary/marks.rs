//! Marks that are no words: of empty cells and days, between words, of totals and titles.

/// What systems and offices write into a cell in which there is nothing, besides any number of [`DASHES`]; in letters of
/// either size.
pub(in super::super) const EMPTY: &[&str] =
    &["/", "无", "NULL", "(null)", "<null>", "\\N", "None", "N/A", "暂无", "空"];

/// The dashes of `— —`, `——`, `—` and `-`; systems write them with several characters that look alike.
pub(in super::super) const DASHES: &[char] = &['—', '-', '–', '―', '─', '‐', '\u{2011}', '‒', '−', '﹘', '﹣', '－'];

/// Days that stand for none, as year, month and day: what systems write into a day that nobody has entered.
pub(in super::super) const EMPTY_DAYS: &[(u32, u32, u32)] =
    &[(0, 0, 0), (1, 1, 1), (1899, 12, 30), (1900, 1, 0), (1900, 1, 1)];

/// What stands in 履行完毕日期 while nothing was fulfilled.
pub(in super::super) const NOT_YET: &[&str] = &["未履行", "尚未履行", "未缴纳"];

/// What stands there where something was fulfilled, but not on which day.
pub(in super::super) const SINCE_UNKNOWN_DAY: &[&str] = &["已履行", "分期履行"];

/// What stands for a term without an end.
pub(in super::super) const NO_END: &[&str] = &["长期", "终身", "永久", "9999-12-31"];

/// A term without an end, as year, month and day.
pub(in super::super) const NO_TERM: (i32, u32, u32) = (2099, 12, 31);

/// What may stand behind a day besides a time.
pub(in super::super) const WEEKDAYS: &[&str] = &[
    "星期一",
    "星期二",
    "星期三",
    "星期四",
    "星期五",
    "星期六",
    "星期日",
    "星期天",
    "周一",
    "周二",
    "周三",
    "周四",
    "周五",
    "周六",
    "周日",
];

/// The halves of a day, before or behind its time.
pub(in super::super) const HALVES_OF_DAY: &[&str] = &["上午", "下午", "AM", "PM"];

/// What stands between the words of a cell with several; full-width forms are ASCII by then.
pub(in super::super) const SEPARATORS: &[char] = &['、', ',', ';', '/', '+'];

/// What a total row begins with.
pub(in super::super) const TOTALS: &[&str] = &["合计", "总计", "小计", "共计"];

/// What a title above the header calls the list of abnormal operation, and that of serious violations.
pub(in super::super) const ABNORMAL_TITLE: &str = "经营异常";
pub(in super::super) const SERIOUS_TITLE: &str = "严重违法";

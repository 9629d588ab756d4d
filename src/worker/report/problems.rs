//! What could not be used: narrowed to a file or to what was refused, page after page.

use super::Reader;
use super::page::{FILE, head, title};
use crate::import::{ImportReport, Level, Problem};
use crate::pack::{Locale, Phrase, phrases};
use crate::worker::drawing::Pen;

phrases! {
    PROBLEMS "未采用的行和提示" "Rows not used, and notices"
    LEAD "{0} 处未采用，{1} 处提示。改正原表后重新打开即可；列或词认错了的，在上方更正。" "{0} not used, {1} notices. Correct the tables and open them again; where a column or word was taken for another, correct that above."
    ONLY_KEPT "说明只保留前 {0} 处。" " Only the first {0} are told in words."
    NO_PROBLEMS "所有行都已采用，没有提示。" "Every row was used, without a notice."
    ONLY_COUNTED "存档里只有未采用的行数，没有逐行的说明；请打开原来的表查看。" "An archive has the numbers of the rows that were not used, but not why. Open the tables themselves."
    NOTHING_FITS "这样筛选没有内容。" "Nothing fits this choice."
    ROW "表格行号" "Row"
    LEVEL "结果" "Result"
    WORDS "说明" "What to do"
    REFUSED "未采用" "not used"
    NOTICED "提示" "notice"
    ALL "全部" "all"
    RANGE "第 {0} 至 {1} 处，共 {2} 处" "{0} to {1} of {2}"
    PREVIOUS "上一页" "Previous"
    NEXT "下一页" "Next"
    SAVE_TABLE "导出 CSV" "Export as CSV"
    SAVE_WORKBOOK "导出 XLSX" "Export as XLSX"
    NOT_KNOWN "—" "—"
}

/// How many problems stand on one page.
const A_PAGE: usize = 100;

/// What happened, in a word.
pub(super) fn level_word(level: Level, locale: Locale) -> &'static str {
    if level == Level::Refused { REFUSED.get(locale) } else { NOTICED.get(locale) }
}

/// What happened, in a sentence.
pub(super) fn told(problem: &Problem, locale: Locale) -> String {
    if locale == Locale::Zh { problem.zh() } else { problem.en() }
}

pub(super) fn draw(pen: &mut Pen, reader: &Reader, report: &ImportReport, locale: Locale) {
    pen.keyed("h2", "problems-title", |pen| pen.text(PROBLEMS.get(locale)));
    let numbers = [Level::Refused, Level::Notice].map(|level| report.problems.count(level));
    let kept = report.problems.kept().len();
    if kept == 0 {
        // An archive knows how many rows were not used, but not why.
        let unknown = report.files.iter().any(|file| file.unread || file.refused_rows > 0);
        let words = if unknown { ONLY_COUNTED } else { NO_PROBLEMS };
        return pen.keyed("p", "none", |pen| pen.text(words.get(locale)));
    }
    pen.keyed("p", "problems-lead", |pen| {
        let [refused, noticed] = numbers.map(|number| number.to_string());
        pen.text(&LEAD.fill(locale, &[&refused, &noticed]));
        if numbers.iter().sum::<usize>() > kept {
            pen.text(&ONLY_KEPT.fill(locale, &[&kept.to_string()]));
        }
    });
    let found = reader.problems(report);
    pen.keyed("div", "problems-tools", |pen| {
        pen.set("class", "list-tools");
        choices(pen, reader, report, locale);
    });
    pen.keyed("div", "pages", |pen| {
        pen.set("class", "pages");
        pages(pen, reader.from, found.len(), locale);
    });
    pen.keyed("table", "problems", |pen| {
        pen.set("class", "problems");
        head(pen, &[(FILE, false), (ROW, true), (LEVEL, false), (WORDS, false)], locale);
        pen.element("tbody", |pen| {
            for problem in found.iter().skip(reader.from).take(A_PAGE) {
                pen.element("tr", |pen| row(pen, problem, locale));
            }
        });
    });
}

/// Narrows the problems, and makes a file of those that are left.
fn choices(pen: &mut Pen, reader: &Reader, report: &ImportReport, locale: Locale) {
    let files = report.files.iter().enumerate().map(|(place, file)| (place.to_string(), title(file)));
    let file = reader.file.map(|file| file.to_string()).unwrap_or_default();
    let levels =
        [Level::Refused, Level::Notice].map(|level| (level.code().to_owned(), level_word(level, locale).to_owned()));
    let level = reader.level.map_or("", Level::code);
    select(pen, ("file", FILE), &file, files, locale);
    select(pen, ("level", LEVEL), level, levels, locale);
    for (form, words) in [("csv", SAVE_TABLE), ("xlsx", SAVE_WORKBOOK)] {
        button(pen, "export", form, false, words.get(locale));
    }
}

fn select(
    pen: &mut Pen,
    (name, label): (&str, Phrase),
    shown: &str,
    values: impl IntoIterator<Item = (String, String)>,
    locale: Locale,
) {
    let id = ["problems-by-", name].concat();
    let all = (String::new(), ALL.get(locale).to_owned());
    pen.element("div", |pen| {
        pen.element("label", |pen| {
            pen.set("for", &id);
            pen.text(label.get(locale));
        });
        pen.element("select", |pen| {
            for (attribute, value) in [("id", id.as_str()), ("data-choice", name), ("data-shown", shown)] {
                pen.set(attribute, value);
            }
            for (value, words) in std::iter::once(all).chain(values) {
                pen.keyed("option", &value, |pen| {
                    pen.set("value", &value);
                    pen.text(&words);
                });
            }
        });
    });
}

fn button(pen: &mut Pen, name: &str, value: &str, disabled: bool, words: &str) {
    pen.button(name, value, |pen| {
        if disabled {
            pen.set("disabled", "");
        }
        pen.text(words);
    });
}

/// Turns the pages, where there are several; and says which of the problems are shown.
fn pages(pen: &mut Pen, from: usize, count: usize, locale: Locale) {
    let end = count.min(from + A_PAGE);
    let turns = count > A_PAGE;
    if turns {
        let before = from.checked_sub(A_PAGE);
        button(pen, "from", &before.unwrap_or_default().to_string(), before.is_none(), PREVIOUS.get(locale));
    }
    let shown = [from + 1, end, count].map(|number| number.to_string());
    let [first, last, all] = &shown;
    let words = if count == 0 { NOTHING_FITS.get(locale).to_owned() } else { RANGE.fill(locale, &[first, last, all]) };
    pen.element("span", |pen| {
        pen.set("role", "status");
        pen.text(&words);
    });
    if turns {
        button(pen, "from", &end.to_string(), end >= count, NEXT.get(locale));
    }
}

fn row(pen: &mut Pen, problem: &Problem, locale: Locale) {
    let at = problem.at.map_or(NOT_KNOWN.get(locale).to_owned(), |at| at.sheet_row.to_string());
    let class = if problem.level == Level::Refused { "tag refused" } else { "tag noticed" };
    pen.words("td", "", &problem.file_name);
    pen.words("td", "number", &at);
    pen.element("td", |pen| pen.words("span", class, level_word(problem.level, locale)));
    pen.words("td", "", &told(problem, locale));
}

//! What one file was taken for, and what a person says it is: kind, header, columns, words.

use super::authorities;
use super::page::title;
use super::{NONE, Reader, Word, is_table};
use crate::import::{Correction, FileKind, FileReport, ImportReport};
use crate::pack::{Locale, Phrase, phrases};
use crate::worker::drawing::Pen;

phrases! {
    LEAD "这里是对这张表的识别。不对的可以更正，再按更正重新读入全部文件。更正用于表头相同的所有表格，保留到关闭本标签页为止。" "This is what the table was taken for. What is wrong can be corrected, then all files are read again. Corrections hold for all tables with the same header, until this tab is closed."
    NOTHING_SEEN "这个文件里没有可以识别的表格，原因见下方说明。" "There is no table in this file that could be recognised; the reason stands below."
    ENCODING "编码 {0}" "encoding {0}"
    DELIMITER "分隔符“{0}”" "delimiter “{0}”"
    TAB "制表符" "tab"
    SHEET "工作表“{0}”" "sheet “{0}”"
    HEADER_ROW "表头在第{0}行" "header in row {0}"
    HEADER_ROWS "表头在第{0}至{1}行" "header in rows {0} to {1}"
    DOUBLED "有几列都可能是同一项：用的是{0}，没有用{1}。用错了的，请在下面更正。" "Several columns may be the same: {0} is used, {1} not. Where that is wrong, correct it below."
    COLUMN_MISSING "表头缺少必要的列" "the header lacks a column that is needed"
    NO_TABLE "没有认出是哪种表格" "not recognised which table it is"
    THIS_IS "这张表是" "This table is"
    CHOOSE "请选择" "choose"
    HEADER_IS "表头是" "The header is"
    ROW_WITH "第{0}行：{1}" "row {0}: {1}"
    COLUMN "表中的列" "Column"
    USED_AS "用作" "Used as"
    COLUMN_AS "“{0}”用作" "“{0}” is used as"
    NOT_USED "不使用" "not used"
    UNIT_ASSUMED "{0}（未写单位，按万元）" "{0} (no unit written: 万元)"
    ROW "第{0}行" "row {0}"
    MORE_COLUMNS "只显示前 {0} 列。" "Only the first {0} columns are shown."
    WORDS "不认识的词" "Words that are not known"
    WORD "词" "Word"
    CELLS "出现次数" "Cells"
    MEANS "意思是" "Meaning"
    WORD_MEANS "“{0}”的意思" "Meaning of “{0}”"
    LEFT "不更正" "as it is"
    BLANK "当作空白" "as if blank"
    PENDING "更正还没有用上，重新读入后生效。" "The corrections are not used yet: read the files again."
    AGAIN "按更正重新读入" "Read again as corrected"
    UNDO "放弃这些改动" "Drop these changes"
    FORGET "取消对这种表的更正" "Take back the corrections for such tables"
}

/// So many columns can be corrected: more have no table that offices exchange, nor are more kept to be shown.
const MOST_COLUMNS: usize = 100;
/// How many cells of a row name it among others.
const CELLS_NAMED: usize = 6;

/// Draws it for the file that is looked at.
pub(super) fn recognised(pen: &mut Pen, reader: &Reader, report: &ImportReport, locale: Locale) {
    let place = reader.shown(report);
    let Some(file) = report.files.get(place) else { return };
    let correction = reader.correction(place, file);
    let correction_kind = correction.as_ref().map(|correction| correction.kind);
    let kind = correction.as_ref().map_or("", |correction| correction.kind.name());
    // Fields of another file are other fields.
    pen.keyed("section", &["recognised ", &place.to_string()].concat(), |pen| {
        pen.set("class", "recognised");
        pen.keyed("h3", "title", |pen| pen.text(&title(file)));
        pen.keyed("p", "how", |pen| pen.text(&how(file, locale)));
        if file.samples.is_empty() {
            pen.keyed("p", "lead", |pen| pen.text(NOTHING_SEEN.get(locale)));
            return;
        }
        pen.keyed("p", "lead", |pen| {
            pen.set("class", "quiet");
            pen.text(LEAD.get(locale));
        });
        pen.keyed("div", "what", |pen| {
            pen.set("class", "list-tools");
            if !is_table(file) {
                header(pen, reader, (place, file), locale);
            }
            kinds(pen, place, kind, locale);
        });
        doubled(pen, file, locale);
        columns(pen, reader, (place, file), correction.as_ref(), locale);
        if correction.is_some_and(|correction| Some(correction.kind) == file.kind) {
            let words = reader.words(place, file, report);
            if !words.is_empty() {
                unknown(pen, reader, (place, file), &words, locale);
            }
        }
        if correction_kind == file.kind {
            authorities::draw(pen, reader, (place, file), locale);
        }
        buttons(pen, reader, (place, file), report, locale);
    });
}

/// How the file is written, and where its header stands.
fn how(file: &FileReport, locale: Locale) -> String {
    let delimiter = file.delimiter.map(|delimiter| match delimiter {
        '\t' => TAB.get(locale).to_owned(),
        _ => DELIMITER.fill(locale, &[&delimiter.to_string()]),
    });
    let header = match (file.header_row, file.kind) {
        (Some(row), _) if file.header_rows > 1 => {
            HEADER_ROWS.fill(locale, &[&row.saturating_sub(file.header_rows - 1).to_string(), &row.to_string()])
        }
        (Some(row), _) => HEADER_ROW.fill(locale, &[&row.to_string()]),
        (None, Some(_)) => COLUMN_MISSING.get(locale).to_owned(),
        (None, None) => NO_TABLE.get(locale).to_owned(),
    };
    let parts = [
        file.sheet.as_ref().map(|sheet| SHEET.fill(locale, &[sheet])),
        file.encoding.map(|encoding| ENCODING.fill(locale, &[encoding.name()])),
        delimiter,
        Some(header),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(if locale == Locale::Zh { "，" } else { ", " })
}

/// A field to choose from, with its label.
fn labelled(
    pen: &mut Pen,
    (id, label): (&str, Phrase),
    choice: &str,
    shown: &str,
    values: &[(&str, &str)],
    locale: Locale,
) {
    pen.keyed("div", id, |pen| {
        pen.element("label", |pen| {
            pen.set("for", id);
            pen.text(label.get(locale));
        });
        pen.element("select", |pen| {
            pen.set("id", id);
            options(pen, choice, shown, values);
        });
    });
}

/// What can be chosen in a field, and what is chosen.
pub(super) fn options(pen: &mut Pen, choice: &str, shown: &str, values: &[(&str, &str)]) {
    pen.set("data-choice", choice);
    pen.set("data-shown", shown);
    for (value, words) in values {
        pen.keyed("option", value, |pen| {
            pen.set("value", value);
            pen.text(words);
        });
    }
}

fn header(pen: &mut Pen, reader: &Reader, (place, file): (usize, &FileReport), locale: Locale) {
    let rows = file.samples.iter().enumerate().filter(|(_, row)| !row.shape.is_empty());
    let rows: Vec<(String, String)> = rows
        .map(|(at, row)| {
            let cells: Vec<&str> = row.cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
            let words = cells.get(..CELLS_NAMED).unwrap_or(&cells).join("、");
            (at.to_string(), ROW_WITH.fill(locale, &[&row.sheet_row.to_string(), &words]))
        })
        .collect();
    let rows: Vec<(&str, &str)> = rows.iter().map(|(value, words)| (value.as_str(), words.as_str())).collect();
    let chosen = reader.header(place, file).map(|row| row.to_string()).unwrap_or_default();
    labelled(pen, ("file-header", HEADER_IS), &["header ", &place.to_string()].concat(), &chosen, &rows, locale);
}

fn kinds(pen: &mut Pen, place: usize, kind: &str, locale: Locale) {
    let unknown = kind.is_empty().then_some(("", CHOOSE.get(locale)));
    let known = FileKind::ALL.map(|kind| (kind.name(), kind.title(locale)));
    let values: Vec<(&str, &str)> = unknown.into_iter().chain(known).collect();
    labelled(pen, ("file-kind", THIS_IS), &["kind ", &place.to_string()].concat(), kind, &values, locale);
}

/// Columns that could be the same, of which one is used.
fn doubled(pen: &mut Pen, file: &FileReport, locale: Locale) {
    let separator = if locale == Locale::Zh { "、" } else { ", " };
    for (used, others) in &file.doubled_columns {
        pen.keyed("p", &["doubled ", used].concat(), |pen| {
            pen.set("class", "warning");
            pen.text(&DOUBLED.fill(locale, &[used, &others.join(separator)]));
        });
    }
}

/// The columns one below the other, each with what it is used as and its cells in the first rows.
fn columns(
    pen: &mut Pen,
    reader: &Reader,
    (place, file): (usize, &FileReport),
    correction: Option<&Correction>,
    locale: Locale,
) {
    let Some(header) = reader.header(place, file).and_then(|row| file.samples.get(row)) else { return };
    let samples: Vec<_> = file.samples.iter().filter(|row| row.sheet_row > header.sheet_row).collect();
    let shape = reader.shape(place, file);
    let fields = correction.map(Correction::fields).unwrap_or_default();
    let offered = correction.map(|correction| offered(correction.kind, locale)).unwrap_or_default();
    let offered: Vec<(&str, &str)> = offered.iter().map(|(value, words)| (value.as_str(), words.as_str())).collect();
    // Of another kind or with another header they are others; the fields that say so are the same, and keep the focus.
    let kind = correction.map_or("", |correction| correction.kind.name());
    scrolled(pen, &["columns ", kind, " ", shape].concat(), COLUMN, locale, |pen| {
        pen.element("thead", |pen| {
            pen.element("tr", |pen| {
                heading(pen, COLUMN.get(locale));
                if correction.is_some() {
                    heading(pen, USED_AS.get(locale));
                }
                samples.iter().for_each(|row| heading(pen, &ROW.fill(locale, &[&row.sheet_row.to_string()])));
            });
        });
        pen.element("tbody", |pen| {
            // A column without a name cannot be named; nor is one about persons.
            let names = shape.split('\t').enumerate().take(MOST_COLUMNS).filter(|(_, name)| !name.is_empty());
            for (at, name) in names {
                // As it stands in the file; a shape has it without spaces.
                let name = header.cells.get(at).map_or(name, String::as_str);
                pen.element("tr", |pen| {
                    row_heading(pen, name);
                    if correction.is_some() {
                        let field = fields.get(at).map_or("", |(_, field)| field.as_str());
                        let shown = if field.is_empty() { NONE } else { field };
                        pen.element("td", |pen| {
                            pen.element("select", |pen| {
                                pen.set("aria-label", &COLUMN_AS.fill(locale, &[name]));
                                options(pen, &format!("column {place} {at}"), shown, &offered);
                            });
                        });
                    }
                    for row in &samples {
                        pen.words("td", "", row.cells.get(at).map_or("", String::as_str));
                    }
                });
            }
        });
    });
    if shape.split('\t').count() > MOST_COLUMNS {
        pen.keyed("p", "more", |pen| pen.text(&MORE_COLUMNS.fill(locale, &[&MOST_COLUMNS.to_string()])));
    }
}

/// What the columns of such a file may be. An amount is one with its unit, or one without.
fn offered(kind: FileKind, locale: Locale) -> Vec<(String, String)> {
    let mut offered = vec![(NONE.to_owned(), NOT_USED.get(locale).to_owned())];
    for name in kind.columns() {
        match name.strip_suffix("（万元）") {
            Some(alone) => {
                offered.push((alone.to_owned(), UNIT_ASSUMED.fill(locale, &[alone])));
                for unit in ["（元）", "（万元）", "（千元）", "（百万元）", "（亿元）"] {
                    let name = [alone, unit].concat();
                    offered.push((name.clone(), name));
                }
            }
            None => offered.push((name.to_owned(), name.to_owned())),
        }
    }
    offered
}

fn unknown(pen: &mut Pen, reader: &Reader, (place, file): (usize, &FileReport), words: &[Word], locale: Locale) {
    let correction = reader.correction(place, file);
    let meanings = correction.map(|correction| correction.words).unwrap_or_default();
    pen.keyed("h3", "words", |pen| pen.text(WORDS.get(locale)));
    scrolled(pen, "unknown", WORDS, locale, |pen| {
        super::page::head(pen, &[(COLUMN, false), (WORD, false), (CELLS, true), (MEANS, false)], locale);
        pen.element("tbody", |pen| {
            for (at, word) in words.iter().enumerate() {
                let said = meanings.iter().find(|(column, of, _)| (column, of) == (&word.column, &word.word));
                let shown = said.map_or("", |(.., meaning)| if meaning.is_empty() { NONE } else { meaning });
                let mut values = vec![("", LEFT.get(locale)), (NONE, BLANK.get(locale))];
                values.extend(word.known.iter().map(|word| (*word, *word)));
                pen.element("tr", |pen| {
                    pen.words("td", "", &word.column);
                    row_heading(pen, &word.word);
                    pen.words("td", "number", &word.count.to_string());
                    pen.element("td", |pen| {
                        pen.element("select", |pen| {
                            pen.set("aria-label", &WORD_MEANS.fill(locale, &[&word.word]));
                            options(pen, &format!("word {place} {at}"), shown, &values);
                        });
                    });
                });
            }
        });
    });
}

/// A table that is scrolled by itself where it is wider than the page, by the keyboard too.
pub(super) fn scrolled(pen: &mut Pen, key: &str, label: Phrase, locale: Locale, inside: impl FnOnce(&mut Pen)) {
    pen.keyed("div", key, |pen| {
        for (name, value) in [("class", "scroll"), ("tabindex", "0"), ("role", "region")] {
            pen.set(name, value);
        }
        pen.set("aria-label", label.get(locale));
        pen.element("table", inside);
    });
}

fn heading(pen: &mut Pen, words: &str) {
    pen.element("th", |pen| {
        pen.set("scope", "col");
        pen.text(words);
    });
}

pub(super) fn row_heading(pen: &mut Pen, words: &str) {
    pen.element("th", |pen| {
        pen.set("scope", "row");
        pen.text(words);
    });
}

fn buttons(pen: &mut Pen, reader: &Reader, (place, file): (usize, &FileReport), report: &ImportReport, locale: Locale) {
    let here = reader.is_pending(place, file);
    // What was said of another file is read with this one.
    let pending = reader.waits(report);
    let said = reader.draft.get(reader.shape(place, file)).is_some() && reader.said.get(&file.shape).is_some();
    let told = if pending { PENDING.get(locale) } else { "" };
    pen.keyed("p", "pending", |pen| {
        pen.set("role", "status");
        pen.text(told);
    });
    pen.keyed("p", "buttons", |pen| {
        pen.set("class", "lists");
        for (shown, verb, class, words) in
            [(pending, "again", "primary", AGAIN), (here, "undo", "", UNDO), (said, "forget", "", FORGET)]
        {
            if shown {
                pen.keyed("button", verb, |pen| {
                    pen.set("type", "button");
                    if !class.is_empty() {
                        pen.set("class", class);
                    }
                    pen.set("data-choice", &format!("{verb} {place}"));
                    pen.set("data-value", "");
                    pen.text(words.get(locale));
                });
            }
        }
    });
}

//! The report as a drawing: what the files gave, what each of them is, and what could not be used.

use super::recognised::recognised;
use super::{Reader, problems};
use crate::district::District;
use crate::import::{FileReport, ImportReport};
use crate::pack::{Locale, Phrase, phrases};
use crate::worker::drawing::Pen;

phrases! {
    LEAD "共 {0} 户企业，其中 {1} 户不在经营主体表中，只有其他表格的记录。" "{0} enterprises; {1} of them are not in the register and known from other tables only."
    LEAD_ALL "共 {0} 户企业。" "{0} enterprises."
    READ_AGAIN "已按更正重新读入。" "Read again as corrected."
    DUPLICATES "重复的处罚：{0} 行，各按一项计。" "Rows that repeat a penalty: {0}; each counted once."
    PERSONS "自然人的记录：{0} 行，已略去。" "Rows about natural persons: {0}, left out."
    BY_NAME "没有代码、按名称归入企业的：{0} 行。" "Rows without a code, joined by name: {0}."
    FILES "文件" "Files"
    /// Also above the column with the names of the files.
    FILE "文件" "File"
    KIND "识别为" "Read as"
    ENCODING "编码" "Encoding"
    ROWS "行数" "Rows"
    REFUSED_ROWS "未采用" "Not used"
    NOT_KNOWN "—" "—"
    NOT_RECOGNISED "未能识别" "not recognised"
    UNREAD "整张未读入" "not read at all"
    SEE "查看和更正" "See and correct"
    PENDING "更正还没有用上" "corrections not used yet"
    UNKNOWN_WORDS "不认识的词：{0}" "unknown words: {0}"
    CORRECTED "按更正读入" "read as corrected"
}

/// Draws it.
pub(in crate::worker) fn draw(reader: &Reader, district: &District, english: bool) -> Vec<String> {
    let locale = Locale::of(english);
    let report = district.report();
    let mut pen = Pen::default();
    if reader.is_again() {
        // Its line stays when its words go, so that nothing moves under the pointer.
        pen.keyed("p", "again", |pen| {
            pen.set("class", "told-again");
            pen.set("role", "status");
            pen.text(if reader.waits(report) { "" } else { READ_AGAIN.get(locale) });
        });
    }
    counts(&mut pen, district, locale);
    pen.keyed("h2", "files-title", |pen| pen.text(FILES.get(locale)));
    files(&mut pen, reader, report, locale);
    recognised(&mut pen, reader, report, locale);
    problems::draw(&mut pen, reader, report, locale);
    pen.0
}

fn counts(pen: &mut Pen, district: &District, locale: Locale) {
    let (report, enterprises) = (district.report(), district.enterprises().len().to_string());
    let lead = match district.unregistered() {
        0 => LEAD_ALL.fill(locale, &[&enterprises]),
        some => LEAD.fill(locale, &[&enterprises, &some.to_string()]),
    };
    pen.keyed("p", "lead", |pen| pen.text(&lead));
    let lines =
        [(report.duplicates.len(), DUPLICATES), (report.natural_persons, PERSONS), (report.joined_by_name, BY_NAME)];
    if lines.iter().any(|(count, _)| *count > 0) {
        pen.keyed("ul", "counts", |pen| {
            for (count, words) in lines.into_iter().filter(|(count, _)| *count > 0) {
                pen.words("li", "", &words.fill(locale, &[&count.to_string()]));
            }
        });
    }
}

/// What a file is called, with its sheet.
pub(super) fn title(file: &FileReport) -> String {
    match &file.sheet {
        Some(sheet) => [&file.name, " / ", sheet].concat(),
        None => file.name.clone(),
    }
}

/// The head of a table; whether numbers stand in a column.
pub(super) fn head(pen: &mut Pen, columns: &[(Phrase, bool)], locale: Locale) {
    pen.element("thead", |pen| {
        pen.element("tr", |pen| {
            for (name, number) in columns {
                pen.element("th", |pen| {
                    pen.set("scope", "col");
                    if *number {
                        pen.set("class", "number");
                    }
                    pen.text(name.get(locale));
                });
            }
        });
    });
}

fn files(pen: &mut Pen, reader: &Reader, report: &ImportReport, locale: Locale) {
    let columns = [(FILE, false), (KIND, false), (ENCODING, false), (ROWS, true), (REFUSED_ROWS, true)];
    pen.keyed("table", "files", |pen| {
        pen.set("class", "files");
        head(pen, &columns, locale);
        pen.element("tbody", |pen| {
            for (place, file) in report.files.iter().enumerate() {
                pen.element("tr", |pen| file_row(pen, reader, report, (place, file), locale));
            }
        });
    });
}

fn file_row(
    pen: &mut Pen,
    reader: &Reader,
    report: &ImportReport,
    (place, file): (usize, &FileReport),
    locale: Locale,
) {
    let unknown = report.unknown_words(place).len();
    let tags = [
        (file.unread, UNREAD.get(locale).to_owned()),
        (unknown > 0, UNKNOWN_WORDS.fill(locale, &[&unknown.to_string()])),
        (reader.is_pending(place, file), PENDING.get(locale).to_owned()),
        (reader.said().get(&file.shape).is_some(), CORRECTED.get(locale).to_owned()),
    ];
    pen.element("td", |pen| {
        pen.words("p", "", &title(file));
        pen.element("p", |pen| {
            pen.element("button", |pen| {
                let pressed = if reader.shown(report) == place { "true" } else { "false" };
                let (place, label) = (place.to_string(), [SEE.get(locale), " ", &title(file)].concat());
                for (name, value) in [
                    ("type", "button"),
                    ("data-choice", "shown"),
                    ("data-value", &place),
                    ("aria-pressed", pressed),
                    ("aria-label", &label),
                ] {
                    pen.set(name, value);
                }
                pen.text(SEE.get(locale));
            });
            for (place, (_, words)) in tags.iter().enumerate().filter(|(_, (shown, _))| *shown) {
                pen.words("span", if place == 0 { "tag refused" } else { "tag noticed" }, words);
            }
        });
    });
    let kind = file.kind.map_or(NOT_RECOGNISED.get(locale), |kind| kind.title(locale));
    let encoding = file.encoding.map_or(NOT_KNOWN.get(locale), |encoding| encoding.name());
    let (rows, refused) = (file.rows.to_string(), file.refused_rows.to_string());
    for (name, class, words) in [
        (KIND, "", kind),
        (ENCODING, "", encoding),
        (ROWS, "number", rows.as_str()),
        (REFUSED_ROWS, "number", refused.as_str()),
    ] {
        pen.element("td", |pen| {
            // On a narrow screen, where the head is not shown, each cell carries its own.
            pen.set("data-name", name.get(locale));
            if !class.is_empty() {
                pen.set("class", class);
            }
            pen.text(words);
        });
    }
}

//! The authorities that a table names, each with whose it is: of market regulation, whose rules repair a penalty, or of
//! another system. What is read wrongly is said here.

use super::page::head;
use super::recognised::{options, row_heading, scrolled};
use super::{Reader, Word};
use crate::facts::AuthoritySystem;
use crate::import::{Authority, FileKind, FileReport};
use crate::pack::{Locale, phrases};
use crate::worker::drawing::Pen;

phrases! {
    TITLE "处罚机关和检查部门" "Authorities and departments"
    LEAD "机关属于市场监督管理系统还是其他系统，决定适用哪一套修复规定。看错了的请更正。" "Whether an authority is of market regulation or of another system decides which rules of repair apply. Correct what is read wrongly."
    NAME "机关" "Authority"
    ROWS "行数" "Rows"
    READ_AS "识别为" "Read as"
    MARKET_REGULATION "市场监管系统" "market regulation"
    OTHER "其他系统" "another system"
    CORRECTED "按更正" "as corrected"
    SAY "更正" "Correct"
    WHOSE "“{0}”属于" "“{0}” is of"
    BY_NAME "按名称识别" "as its name says"
    NONE_MET "这张表的处罚都没有写明处罚机关（没有这一列，或都是空的），按市场监管系统的处罚读取，适用其修复规定。如有写明机关的列，请在上面改正它的含义。" "No penalty of this table names an authority: there is no such column, or it is empty. All are read as of market regulation, whose rules of repair apply. If a column does name it, say so above."
    MORE "另有 {0} 个出现次数更少的没有列出。" "{0} more, which stand in fewer rows, are not listed."
}

/// So many authorities are listed; no district has more.
const LISTED: usize = 200;

/// Whether a word that was said to mean another is the name of an authority, which has a list of its own.
pub(super) fn is_authority(file: &FileReport, column: &str, word: &str) -> bool {
    file.authorities.iter().any(|authority| authority.column == column && authority.name == word)
}

/// An authority at a place of a file, as a word that can be said to mean another.
pub(super) fn authority(file: &FileReport, place: usize) -> Option<Word> {
    let Authority { column, name, rows, .. } = file.authorities.get(place)?;
    Some(Word { column: (*column).to_owned(), word: name.clone(), count: *rows, known: Authority::MEANINGS.into() })
}

/// Draws them, with what was said of each.
pub(super) fn draw(pen: &mut Pen, reader: &Reader, (place, file): (usize, &FileReport), locale: Locale) {
    if file.authorities.is_empty() {
        if file.kind == Some(FileKind::Penalties) && file.rows > 0 {
            pen.keyed("p", "authorities-none", |pen| {
                pen.set("class", "warning");
                pen.text(NONE_MET.get(locale));
            });
        }
        return;
    }
    let said = reader.correction(place, file).map(|correction| correction.words).unwrap_or_default();
    pen.keyed("h3", "authorities", |pen| pen.text(TITLE.get(locale)));
    pen.keyed("p", "authorities-lead", |pen| {
        pen.set("class", "quiet");
        pen.text(LEAD.get(locale));
    });
    scrolled(pen, "authorities-met", TITLE, locale, |pen| {
        head(pen, &[(NAME, false), (ROWS, true), (READ_AS, false), (SAY, false)], locale);
        pen.element("tbody", |pen| {
            for (at, authority) in file.authorities.iter().take(LISTED).enumerate() {
                let own = |(column, word, _): &&(String, String, String)| {
                    (column.as_str(), word.as_str()) == (authority.column, authority.name.as_str())
                };
                let shown = said.iter().find(own).map_or("", |(.., meaning)| meaning.as_str());
                row(pen, authority, &format!("authority {place} {at}"), shown, locale);
            }
        });
    });
    let more = file.authorities.len().saturating_sub(LISTED);
    if more > 0 {
        pen.keyed("p", "authorities-more", |pen| pen.text(&MORE.fill(locale, &[&more.to_string()])));
    }
}

fn row(pen: &mut Pen, authority: &Authority, choice: &str, shown: &str, locale: Locale) {
    let words = [MARKET_REGULATION.get(locale), OTHER.get(locale)];
    let [own, other] = Authority::MEANINGS;
    let values = [("", BY_NAME.get(locale)), (own, words[0]), (other, words[1])];
    let is_own = authority.system == AuthoritySystem::MarketRegulation;
    pen.element("tr", |pen| {
        row_heading(pen, &authority.name);
        pen.words("td", "number", &authority.rows.to_string());
        pen.element("td", |pen| {
            pen.text(if is_own { words[0] } else { words[1] });
            if authority.corrected {
                pen.words("span", "tag noticed", CORRECTED.get(locale));
            }
        });
        pen.element("td", |pen| {
            pen.element("select", |pen| {
                pen.set("aria-label", &WHOSE.fill(locale, &[&authority.name]));
                options(pen, choice, shown, &values);
            });
        });
    });
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;
    use super::*;
    use crate::import::Corrections;

    const FILE: &str = "统一社会信用代码,处罚类别,处罚决定日期,处罚机关\n\
        91150203MAE0YWCM6D,罚款,2026-05-28,包头市市场监督管理局\n\
        91150203MAE0YWCM6D,罚款,2026-05-29,包头市市场监督管理局\n\
        91150203MAE0YWCM6D,罚款,2026-06-28,包头市交通运输局\n";

    fn drawn(reader: &Reader, file: &FileReport) -> String {
        let mut pen = Pen::default();
        draw(&mut pen, reader, (0, file), Locale::Zh);
        pen.0.join("\n")
    }

    #[test]
    fn penalties_that_name_no_authority_are_said_to_be_read_as_of_market_regulation() {
        let drawn_of = |file: &str| drawn(&Reader::default(), &read(file, &Corrections::default()).files[0]);
        let unnamed: String = FILE.lines().map(|line| [line.rsplit_once(',').unwrap().0, "\n"].concat()).collect();
        assert!(drawn_of(&unnamed).contains("都没有写明处罚机关"));
        assert!(!drawn_of(FILE).contains("都没有写明处罚机关"));
    }

    #[test]
    fn every_authority_is_listed_with_how_it_is_read_and_can_be_corrected() {
        let report = read(FILE, &Corrections::default());
        let file = &report.files[0];
        let mut reader = Reader::default();
        let shown = drawn(&reader, file);
        assert!(shown.find("包头市市场监督管理局") < shown.find("包头市交通运输局"), "{shown}");
        let [own, _] = Authority::MEANINGS;
        reader.choose("authority 0 1", own, &report);
        assert!(reader.is_pending(0, file) && reader.words(0, file, &report).is_empty());

        let corrected = reader.corrected();
        let report = read(FILE, corrected.said());
        let file = &report.files[0];
        let systems: Vec<AuthoritySystem> = file.authorities.iter().map(|it| it.system).collect();
        assert_eq!(systems, [AuthoritySystem::MarketRegulation; 2]);
        assert!(file.authorities[1].corrected && drawn(&corrected, file).contains("按更正"));
        // It is no word that nobody knows.
        assert!(corrected.words(0, file, &report).is_empty());
        let mut back = corrected;
        back.choose("authority 0 1", "", &report);
        assert!(back.is_pending(0, file), "it is read by its name again");
    }
}

//! The authorities that a table names, each with whose it is: of market regulation, whose rules repair a penalty, or of
//! another system. What is read wrongly is said here.

use super::Reader;
use crate::facts::AuthoritySystem;
use crate::import::{Authority, FileKind, FileReport};
use crate::worker::messages::{AuthorityList, MetAuthority};

/// So many authorities are listed; no district has more.
const LISTED: usize = 200;

/// Returns whether a word that was said to mean another is the name of an authority, which has a list of its own.
pub(super) fn is_authority(file: &FileReport, column: &str, word: &str) -> bool {
    file.authorities.iter().any(|authority| authority.column == column && authority.name == word)
}

/// Returns how a correction says that an authority is of a system.
pub(super) fn meaning_of(system: AuthoritySystem) -> &'static str {
    let [own, other] = Authority::MEANINGS;
    if system == AuthoritySystem::MarketRegulation { own } else { other }
}

/// Returns the authorities of a file, with what was said of each.
pub(super) fn authorities(reader: &Reader, (index, file): (usize, &FileReport)) -> AuthorityList {
    let said = reader.correction(index, file).map(|correction| correction.words).unwrap_or_default();
    let met = |authority: &Authority| {
        let own = |(column, word, _): &&(String, String, String)| {
            (column.as_str(), word.as_str()) == (authority.column, authority.name.as_str())
        };
        let meaning = said.iter().find(own).map(|(.., meaning)| meaning.as_str());
        let systems = [AuthoritySystem::MarketRegulation, AuthoritySystem::Other];
        MetAuthority {
            column: authority.column.to_owned(),
            name: authority.name.clone(),
            rows: authority.rows,
            system: authority.system,
            is_corrected: authority.corrected,
            said: meaning.and_then(|meaning| systems.into_iter().find(|system| meaning_of(*system) == meaning)),
        }
    };
    AuthorityList {
        authorities: file.authorities.iter().take(LISTED).map(met).collect(),
        more: file.authorities.len().saturating_sub(LISTED),
        is_lacking: file.authorities.is_empty() && file.kind == Some(FileKind::Penalties) && file.rows > 0,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;
    use super::*;
    use crate::import::Corrections;
    use crate::worker::messages::{FileCorrection, ReportChoice};

    const FILE: &str = "统一社会信用代码,处罚类别,处罚决定日期,处罚机关\n\
        91150203MAE0YWCM6D,罚款,2026-05-28,包头市市场监督管理局\n\
        91150203MAE0YWCM6D,罚款,2026-05-29,包头市市场监督管理局\n\
        91150203MAE0YWCM6D,罚款,2026-06-28,包头市交通运输局\n";

    fn is_of(name: &str, system: Option<AuthoritySystem>) -> ReportChoice {
        let (column, name) = ("处罚机关".to_owned(), name.to_owned());
        ReportChoice::Correct(0, FileCorrection::Authority { column, name, system })
    }

    #[test]
    fn penalties_that_name_no_authority_are_said_to_be_read_as_of_market_regulation() {
        let is_lacking = |file: &str| {
            let report = read(file, &Corrections::default());
            authorities(&Reader::default(), (0, &report.files[0])).is_lacking
        };
        let unnamed: String = FILE.lines().map(|line| [line.rsplit_once(',').unwrap().0, "\n"].concat()).collect();
        assert!(is_lacking(&unnamed));
        assert!(!is_lacking(FILE));
    }

    #[test]
    fn every_authority_is_listed_with_how_it_is_read_and_can_be_corrected() {
        let report = read(FILE, &Corrections::default());
        let file = &report.files[0];
        let mut reader = Reader::default();
        let met = authorities(&reader, (0, file)).authorities;
        let shown: Vec<_> = met.iter().map(|it| (it.name.as_str(), it.rows, it.system, it.said)).collect();
        assert_eq!(
            shown,
            [
                ("包头市市场监督管理局", 2, AuthoritySystem::MarketRegulation, None),
                ("包头市交通运输局", 1, AuthoritySystem::Other, None),
            ]
        );
        reader.choose(&is_of("包头市交通运输局", Some(AuthoritySystem::MarketRegulation)), &report);
        assert!(reader.is_pending(0, file) && reader.words(0, file, &report).is_empty());
        let said = authorities(&reader, (0, file)).authorities[1].said;
        assert_eq!(said, Some(AuthoritySystem::MarketRegulation), "what was said is shown before it is read by");

        let corrected = reader.corrected();
        let report = read(FILE, corrected.said());
        let file = &report.files[0];
        let met = authorities(&corrected, (0, file)).authorities;
        let systems: Vec<AuthoritySystem> = met.iter().map(|it| it.system).collect();
        assert_eq!(systems, [AuthoritySystem::MarketRegulation; 2]);
        assert!(met[1].is_corrected && !met[0].is_corrected);
        // It is no word that nobody knows.
        assert!(corrected.words(0, file, &report).is_empty());
        let mut back = corrected;
        back.choose(&is_of("包头市交通运输局", None), &report);
        assert!(back.is_pending(0, file), "it is read by its name again");
    }

    #[test]
    fn an_authority_that_the_file_does_not_have_is_not_corrected() {
        let report = read(FILE, &Corrections::default());
        let mut reader = Reader::default();
        reader.choose(&is_of("没有这个机关", Some(AuthoritySystem::Other)), &report);
        assert!(!reader.is_pending(0, &report.files[0]));
    }
}

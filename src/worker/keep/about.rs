//! What an archive says besides records, and what of it a district knows.

use crate::archive::{About, Archive, FileAbout, OwnAbout, RemarkAbout};
use crate::district::{Besides, District, Source};
use crate::facts::Date;
use crate::import::{FileKind, FileReport, Import, ImportReport, Remark, RemarkKind};
use crate::pack::Text;

/// The district that an archive holds.
pub(super) fn district(archive: Archive) -> District {
    let Archive { about, enterprises, ledger: _ } = archive;
    let sources: Vec<Source> = about.files.into_iter().map(source).collect();
    let report = ImportReport { files: sources.iter().map(file).collect(), ..ImportReport::default() };
    let mut besides = Besides { sources, ..Besides::default() };
    for RemarkAbout { index, code, zh, en } in about.remarks {
        // A kind that a later version of the product knows is not told by this one.
        if let Some(kind) = RemarkKind::ALL.into_iter().find(|kind| kind.code() == code) {
            besides.remarks.entry(index).or_default().push(Remark { kind, words: Text { zh, en } });
        }
    }
    besides.by_hand = about.by_hand.into_iter().map(|OwnAbout { index, own }| (index, own)).collect();
    let import = Import { enterprises, registered: about.registered, report, ..Import::default() };
    District::kept(import, besides)
}

/// What an archive says of a district besides its records.
pub(super) fn about(district: &District, made_up: bool, today: Date) -> About {
    let Besides { sources, remarks, by_hand } = district.besides();
    let remarks = remarks.iter().flat_map(|(index, remarks)| {
        remarks.iter().map(|Remark { kind, words }| RemarkAbout {
            index: *index,
            code: kind.code().to_owned(),
            zh: words.zh.clone(),
            en: words.en.clone(),
        })
    });
    About {
        saved_on: today,
        registered: district.enterprises().len() - district.unregistered(),
        made_up,
        files: sources.iter().map(file_about).collect(),
        remarks: remarks.collect(),
        by_hand: by_hand.iter().map(|(index, own)| OwnAbout { index: *index, own: own.clone() }).collect(),
    }
}

fn file_about(source: &Source) -> FileAbout {
    let Source { name, sheet, kind, rows, refused_rows, unread, cut_short } = source.clone();
    let kind = kind.map(|kind| kind.name().to_owned());
    FileAbout { name, sheet, rows, refused_rows, kind, unread, cut_short }
}

fn source(about: FileAbout) -> Source {
    let FileAbout { name, sheet, rows, refused_rows, kind, unread, cut_short } = about;
    let kind = kind.and_then(|name| FileKind::ALL.into_iter().find(|kind| kind.name() == name));
    Source { name, sheet, kind, rows, refused_rows, unread, cut_short }
}

/// As the report shows it: how it was recognised is not known any more.
fn file(source: &Source) -> FileReport {
    let Source { name, sheet, kind, rows, refused_rows, unread, cut_short } = source.clone();
    FileReport { name, sheet, kind, rows, refused_rows, unread, cut_short, ..FileReport::default() }
}

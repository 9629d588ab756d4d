//! What the files gave and what each of them is, as the worker answers it.

use super::recognised::recognition;
use super::{Reader, problems};
use crate::district::District;
use crate::import::{FileReport, ImportReport};
use crate::pack::Locale;
use crate::worker::messages::{ReportAnswer, ReportFile, ReportTotals};

/// Returns what was read, with the importer's words in this language.
pub(in crate::worker) fn answer(reader: &Reader, district: &District, locale: Locale) -> ReportAnswer {
    let report = district.report();
    ReportAnswer {
        is_read_again: reader.is_again(),
        is_pending: reader.waits(report),
        totals: ReportTotals {
            enterprises: district.enterprises().len(),
            unregistered: district.unregistered(),
            duplicates: report.duplicates.len(),
            natural_persons: report.natural_persons,
            joined_by_name: report.joined_by_name,
        },
        files: report.files.iter().enumerate().map(|file| answer_file(reader, report, file, locale)).collect(),
        recognition: recognition(reader, report, locale),
        problems: problems::problems(reader, report, locale),
    }
}

fn answer_file(
    reader: &Reader,
    report: &ImportReport,
    (index, file): (usize, &FileReport),
    locale: Locale,
) -> ReportFile {
    ReportFile {
        name: file.name.clone(),
        sheet: file.sheet.clone(),
        kind: file.kind.map(|kind| kind.title(locale).to_owned()),
        encoding: file.encoding.map(|encoding| encoding.name().to_owned()),
        rows: file.rows,
        refused_rows: file.refused_rows,
        is_unread: file.unread,
        unknown_words: report.unknown_words(index).len(),
        is_pending: reader.is_pending(index, file),
        is_corrected: reader.said().get(&file.shape).is_some(),
    }
}

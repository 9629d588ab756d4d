//! What was read, as the page shows it: what each file was taken for, what could not be used, and what a person corrects
//! of it before the same files are read again.
//!
//! The page says what was chosen, which is remembered here, and renders what is answered.

mod answer;
mod authorities;
mod file;
mod problems;
mod reader;
mod recognised;
pub mod words;

use crate::import::{FileReport, ImportReport, Level, Problem};

pub(super) use answer::answer;
pub(super) use file::table;
pub(super) use reader::Reader;

/// So many things that are wrong with files are told at once.
const TOLD_AT_ONCE: usize = 3;

/// Returns what was wrong with files of which nothing could be read, in both languages.
pub(super) fn faults(report: &ImportReport) -> Vec<(String, String)> {
    let refused = report.problems.kept().iter().filter(|problem| problem.level == Level::Refused);
    let told = |problem: &Problem| {
        let name = &problem.file_name;
        (format!("“{name}”：{}", problem.zh()), format!("“{name}”: {}", problem.en()))
    };
    refused.take(TOLD_AT_ONCE).map(told).collect()
}

/// Returns whether a file was read as a table.
fn is_table(file: &FileReport) -> bool {
    file.header_row.is_some()
}

#[cfg(test)]
mod tests {
    use crate::import::{Corrections, Decoder, ImportReport, Importer};

    struct Utf8;
    impl Decoder for Utf8 {
        fn decode(&mut self, _: &[u8], _: bool, _: &mut String) -> usize {
            0
        }
    }

    pub(super) fn read(text: &str, corrections: &Corrections) -> ImportReport {
        let mut importer = Importer::new(|| Box::new(Utf8)).with_corrections(corrections.clone());
        importer.open("a.csv");
        importer.feed(text.as_bytes());
        importer.close();
        importer.finish().report
    }
}

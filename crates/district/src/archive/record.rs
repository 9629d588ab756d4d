//! The compiled form of what is known about records. A change here is another version of the format.

use super::{About, FileAbout, OwnAbout, RemarkAbout};
use facts::Date;
use facts::compiled::{WithoutFigures, compiled_structs};

/// What version 1 of the format knows of where records come from.
pub(super) struct AboutOf1 {
    saved_on: Date,
    registered: usize,
    made_up: bool,
    files: Vec<FileOf1>,
}

/// What it knows of a file.
struct FileOf1 {
    name: String,
    sheet: Option<String>,
    rows: usize,
    refused_rows: usize,
}

impl From<AboutOf1> for About {
    fn from(about: AboutOf1) -> Self {
        let file = |FileOf1 { name, sheet, rows, refused_rows }| FileAbout {
            name,
            sheet,
            rows,
            refused_rows,
            ..FileAbout::default()
        };
        let AboutOf1 { saved_on, registered, made_up, files } = about;
        let files = files.into_iter().map(file).collect();
        Self { saved_on, registered, made_up, files, remarks: Vec::new(), by_hand: Vec::new() }
    }
}

/// What version 2 knows of where records come from: of records without figures.
pub(super) struct AboutOf2 {
    saved_on: Date,
    registered: usize,
    made_up: bool,
    files: Vec<FileAbout>,
    remarks: Vec<RemarkAbout>,
    by_hand: Vec<OwnOf2>,
}

struct OwnOf2 {
    index: usize,
    own: WithoutFigures,
}

impl From<AboutOf2> for About {
    fn from(about: AboutOf2) -> Self {
        let AboutOf2 { saved_on, registered, made_up, files, remarks, by_hand } = about;
        let by_hand = by_hand.into_iter().map(|OwnOf2 { index, own }| OwnAbout { index, own: own.0 }).collect();
        Self { saved_on, registered, made_up, files, remarks, by_hand }
    }
}

compiled_structs! {
    About { saved_on, registered, made_up, files, remarks, by_hand }
    FileAbout { name, sheet, rows, refused_rows, kind, unread, cut_short }
    RemarkAbout { index, code, zh, en }
    OwnAbout { index, own }
    AboutOf2 { saved_on, registered, made_up, files, remarks, by_hand }
    OwnOf2 { index, own }
    AboutOf1 { saved_on, registered, made_up, files }
    FileOf1 { name, sheet, rows, refused_rows }
}

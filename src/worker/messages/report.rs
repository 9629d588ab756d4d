//! What page and worker say to each other about what was read.

use serde::{Deserialize, Serialize};

use super::FileForm;
use crate::facts::{AuthoritySystem, Date};
use crate::import::{FileKind, Level};
use crate::pack::Locale;

/// What was read, once something was chosen of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportRequest {
    /// The language in which the importer's words are told.
    pub locale: Locale,
    /// `None` when it is only to be shown.
    pub choice: Option<ReportChoice>,
}

/// Something that a person chooses of what was read. A file is known by its index in [`ReportAnswer::files`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReportChoice {
    /// How this file was recognised is looked at.
    File(usize),
    /// The problems are narrowed to those of a file; `None` has those of all.
    ProblemsOf(Option<usize>),
    /// The problems are narrowed to those of a level; `None` has those of all.
    ProblemLevel(Option<Level>),
    /// Problems are shown from this one on.
    ProblemsFrom(usize),
    /// Something that was recognised of a file is corrected.
    Correct(usize, FileCorrection),
}

/// What a person says of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileCorrection {
    /// The header is the row with this [`HeaderRow::index`].
    Header(usize),
    /// The table is of this kind.
    Kind(FileKind),
    /// A column of the file is this column of the layout; `None` where it is not to be used.
    Column { index: usize, field: Option<String> },
    /// A word in a column of the layout has this meaning.
    Word { column: String, word: String, meaning: WordMeaning },
    /// An authority in a column of the layout is of this system; `None` where its name is to decide.
    Authority { column: String, name: String, system: Option<AuthoritySystem> },
    /// What was corrected since the files were read is dropped.
    DropChanges,
    /// All that was corrected of files with the same header is taken back.
    TakeBack,
}

/// What a word means by what a person says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WordMeaning {
    /// Nothing was said.
    Unchanged,
    /// The cell counts as empty.
    Blank,
    /// What this word means, which the column knows.
    Known(String),
}

/// What was refused or noticed, as a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportFileRequest {
    pub form: FileForm,
    /// The day that the file names.
    pub as_of: Date,
    pub locale: Locale,
}

/// What was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportAnswer {
    /// Whether the files were read again as corrected, and not opened.
    pub is_read_again: bool,
    /// Whether something was corrected, of whichever file, by which it was not read yet.
    pub is_pending: bool,
    pub totals: ReportTotals,
    /// The files in the order in which they were given; a workbook once for each sheet with a table.
    pub files: Vec<ReportFile>,
    /// How the file was recognised that is looked at; `None` where there is no file.
    pub recognition: Option<Recognition>,
    pub problems: ProblemList,
}

/// How many there are of what all files gave together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportTotals {
    pub enterprises: usize,
    /// Those of them that the register does not have.
    pub unregistered: usize,
    /// Rows that tell a penalty a second time.
    pub duplicates: usize,
    /// Rows about natural persons.
    pub natural_persons: usize,
    /// Rows without a code that were joined by their name.
    pub joined_by_name: usize,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportFile {
    pub name: String,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// What its kind is called; `None` where that is not known.
    pub kind: Option<String>,
    pub encoding: Option<String>,
    pub rows: usize,
    pub refused_rows: usize,
    /// Whether it may be a table, of which not a row was read.
    pub is_unread: bool,
    /// How many words its columns do not know.
    pub unknown_words: usize,
    /// Whether something was corrected of it by which it was not read yet.
    pub is_pending: bool,
    /// Whether it was read by corrections.
    pub is_corrected: bool,
}

/// How a file was recognised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recognition {
    /// Which file it is.
    pub file: usize,
    pub delimiter: Option<char>,
    pub header: HeaderPlace,
    /// `None` where there is nothing that could be a table.
    pub table: Option<RecognisedTable>,
}

/// Where the header of a file was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum HeaderPlace {
    /// In these rows, as a spreadsheet counts.
    Rows { first: u32, last: u32 },
    /// It lacks a column that is needed.
    ColumnMissing,
    /// Nowhere.
    NotFound,
}

/// What a table was taken for, by what was said of it so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecognisedTable {
    /// The rows that may be the header; none where it was found.
    pub headers: Vec<HeaderRow>,
    /// The row that is the header, or is taken for it, among the first of the file.
    pub header: Option<usize>,
    /// `None` while nobody knows.
    pub kind: Option<FileKind>,
    /// What it may be, each with what that is called.
    pub kinds: Vec<(FileKind, String)>,
    /// The columns that it lacks and cannot be read without.
    pub missing: Vec<String>,
    /// Columns that may be the same.
    pub doubled: Vec<DoubledColumn>,
    /// `None` where there is no header.
    pub columns: Option<TableColumns>,
    /// The words that are not known, and those that were read as a person said.
    pub words: Vec<MetWord>,
    pub authorities: AuthorityList,
    /// Whether something was corrected of it by which it was not read yet.
    pub is_pending: bool,
    /// Whether there are corrections to be taken back, by which it was read.
    pub is_corrected: bool,
}

/// A row that may be the header of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeaderRow {
    /// Its index among the first rows of the file.
    pub index: usize,
    /// Its number, as a spreadsheet counts.
    pub sheet_row: u32,
    /// The first of its cells that are not empty.
    pub cells: Vec<String>,
}

/// Columns that may be the same, in the importer's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoubledColumn {
    pub used: String,
    pub others: Vec<String>,
}

/// The columns of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableColumns {
    /// The numbers of the rows that are shown of it.
    pub sample_rows: Vec<u32>,
    /// Those with a name.
    pub columns: Vec<TableColumn>,
    /// What each of them may be used as besides nothing; none while nobody knows which table it is.
    pub fields: Vec<ColumnField>,
    /// Of how many there are no more told, where the table has more: those cannot be corrected.
    pub cut_at: Option<usize>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableColumn {
    /// Its index among all columns of the table.
    pub index: usize,
    /// As it stands in the file.
    pub name: String,
    /// The column of the layout as which it is used; `None` where it is not used.
    pub field: Option<String>,
    /// Its cells in the rows that are shown.
    pub cells: Vec<String>,
}

/// A column of the layout, an amount with its unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnField {
    pub name: String,
    /// Whether it is an amount of which nobody writes the unit.
    pub assumes_unit: bool,
}

/// A word that its column does not know, or of which a person said what it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MetWord {
    /// The column of the layout.
    pub column: String,
    pub word: String,
    /// In how many cells it stands unknown.
    pub cells: usize,
    /// The words that the column knows.
    pub known: Vec<String>,
    /// What was said of it.
    pub meaning: WordMeaning,
}

/// The authorities and departments that a table names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuthorityList {
    /// The most frequent first.
    pub authorities: Vec<MetAuthority>,
    /// How many there are besides.
    pub more: usize,
    /// Whether there are penalties none of which names an authority.
    pub is_lacking: bool,
}

/// An authority as it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MetAuthority {
    /// The column of the layout.
    pub column: String,
    pub name: String,
    /// In how many rows it stands.
    pub rows: usize,
    pub system: AuthoritySystem,
    /// Whether it was read as a person said, and not by its name.
    pub is_corrected: bool,
    /// What was said of it.
    pub said: Option<AuthoritySystem>,
}

/// Some of what could not be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProblemList {
    /// How many there are in all, of which so many are told in words.
    pub refused: usize,
    pub noticed: usize,
    pub kept: usize,
    /// To which file, and to which level, they are narrowed.
    pub file: Option<usize>,
    pub level: Option<Level>,
    /// How many of those that are kept that leaves.
    pub count: usize,
    /// The index of the first that is shown among them, and those with which the rows before and after it begin, where there
    /// are such.
    pub first: usize,
    pub previous: Option<usize>,
    pub next: Option<usize>,
    pub rows: Vec<ProblemRow>,
}

/// Something that could not be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProblemRow {
    pub file: String,
    /// The number of the row, as a spreadsheet counts; `None` when it is about the whole file.
    pub sheet_row: Option<u32>,
    pub level: Level,
    /// Where it is, what was met, what to do.
    pub words: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chosen_arrives_as_it_was_sent() {
        let (column, name) = ("处罚机关".to_owned(), "示例机关".to_owned());
        let said = |system| FileCorrection::Authority { column: column.clone(), name: name.clone(), system };
        for choice in [
            None,
            Some(ReportChoice::ProblemsOf(None)),
            Some(ReportChoice::ProblemsOf(Some(2))),
            Some(ReportChoice::ProblemLevel(Some(Level::Notice))),
            Some(ReportChoice::Correct(1, FileCorrection::Kind(FileKind::Leads))),
            Some(ReportChoice::Correct(1, FileCorrection::Column { index: 3, field: None })),
            Some(ReportChoice::Correct(1, said(Some(AuthoritySystem::Other)))),
            Some(ReportChoice::Correct(1, said(None))),
        ] {
            let request = ReportRequest { locale: Locale::En, choice };
            let sent = serde_json::to_string(&request).unwrap();
            assert_eq!(serde_json::from_str::<ReportRequest>(&sent).unwrap(), request, "{sent}");
        }
    }
}

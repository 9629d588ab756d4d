//! What an import gives: the enterprises, and what became of the files and their rows.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::cell::trimmed;
use super::columns::FileKind;
use super::decode::Encoding;
use super::join::Duplicate;
use super::problem::{Fault, Problems};
use super::seen::Seen;
use super::vocabulary::AUTHORITY_MEANINGS;
use facts::{AuthoritySystem, Enterprise};
use pack::Text;

/// What is known of one file, or of one sheet of a workbook, during and after its reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileReport {
    pub name: String,
    /// The sheet of a workbook; `None` for a file in text form.
    pub sheet: Option<String>,
    /// What it is, by its columns; `None` while that is not known, or when it is no such file.
    pub kind: Option<FileKind>,
    /// `None` when all of it is ASCII, and for workbooks.
    pub encoding: Option<Encoding>,
    /// `None` for workbooks and web pages.
    pub delimiter: Option<char>,
    /// The row of the header, as a spreadsheet counts, of two its last; what stands above was passed over.
    pub header_row: Option<u32>,
    /// In how many rows the header stands: one, or two where headings stand above several columns.
    pub header_rows: u32,
    /// The columns that could be the same, in words such as B列“统一社会信用代码”: the one that counts, and the others.
    pub doubled_columns: Vec<(String, Vec<String>)>,
    /// The authorities and departments that were met, the most frequent first.
    pub authorities: Vec<Authority>,
    /// How a [`Correction`](super::Correction) calls files with this header; empty while it is not known.
    pub shape: String,
    /// The columns that were recognised: the name in the file and the name in the layout.
    pub columns: Vec<(String, String)>,
    /// The columns that are not used, but for those about persons, which are not even named.
    pub unused_columns: Vec<String>,
    /// The header and the first rows below it; where there is none, the first rows, among which it may be.
    pub samples: Vec<Seen>,
    /// Bytes taken so far.
    pub bytes: u64,
    /// Whether it is a table, or may be one, of which not a row was read. Its rows are counted, below its header or what is
    /// most likely to be it, and all of them are refused.
    pub unread: bool,
    /// Rows below the header, without blank and total rows.
    pub rows: usize,
    /// How many of them could not be used.
    pub refused_rows: usize,
    /// Whether it was refused, or what comes after the rows that were read.
    pub cut_short: bool,
}

/// An authority that rows name, and how it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authority {
    /// The name of its column in the layout.
    pub column: &'static str,
    /// Its name as it stands there.
    pub name: String,
    pub system: AuthoritySystem,
    /// In how many rows it stands.
    pub rows: usize,
    /// Whether a person said whose it is, and not its name.
    pub corrected: bool,
}

impl Authority {
    /// What a person can say that an authority is, as the meaning of its name in a [`Correction`](super::Correction): of
    /// market regulation, or another.
    pub const MEANINGS: [&str; 2] = AUTHORITY_MEANINGS;
}

impl FileReport {
    /// Whether it tells everything that stands in it: it was read, to its end, and not every row of it was refused.
    #[must_use]
    pub fn tells_all(&self) -> bool {
        !self.unread && !self.cut_short && (self.rows == 0 || self.refused_rows < self.rows)
    }
}

/// What the files gave.
#[derive(Debug, Default)]
pub struct Import {
    /// Those of the register in its order, then those known only from other files, by their codes.
    pub enterprises: Vec<Enterprise>,
    /// How many of them stand in the register.
    pub registered: usize,
    /// What is to be known of enterprises besides their facts, by the place of each in `enterprises`.
    pub remarks: BTreeMap<usize, Vec<Remark>>,
    pub report: ImportReport,
}

/// Something that rows say of an enterprise and that cannot all be right: shown beside its record, never judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    pub kind: RemarkKind,
    /// What the notice says: where, what was met, what to do.
    pub words: Text,
}

/// What a [`Remark`] is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RemarkKind {
    /// A row with the code of this enterprise has another name.
    NameDiffers,
    /// Rows about one decision contradict each other.
    DecisionDiffers,
}

impl RemarkKind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::NameDiffers, Self::DecisionDiffers];

    /// The name of the kind in archives and filters; the code of the notices that it comes from.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NameDiffers => "name_differs",
            Self::DecisionDiffers => "decision_differs",
        }
    }
}

/// What became of the files and their rows.
#[derive(Debug, Default)]
pub struct ImportReport {
    /// The files, in the order in which they were given; a workbook once for each sheet with a table.
    pub files: Vec<FileReport>,
    pub problems: Problems,
    /// The rows that tell a penalty a second time.
    pub duplicates: Vec<Duplicate>,
    /// Rows about natural persons, which were left out.
    pub natural_persons: usize,
    /// Rows without a code that joined by their name.
    pub joined_by_name: usize,
}

impl ImportReport {
    /// The words, of the file at this place of `files`, that its columns do not know, as far as their problems were
    /// kept; the most frequent first.
    #[must_use]
    pub fn unknown_words(&self, file: usize) -> Vec<UnknownWord> {
        let kind = self.files.get(file).and_then(|file| file.kind);
        kind.map(|kind| unknown_words(&self.problems, file, kind)).unwrap_or_default()
    }
}

/// A word that a column does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownWord {
    /// The name of the column in the layout.
    pub column: &'static str,
    /// What the cells have.
    pub word: String,
    /// In how many of them.
    pub count: usize,
    /// The words that the column knows, of which one may be meant.
    pub known: Vec<&'static str>,
}

/// The words that the columns of a file do not know, as far as their problems were kept, the most frequent first.
pub(super) fn unknown_words(problems: &Problems, file: usize, kind: FileKind) -> Vec<UnknownWord> {
    let mut counts: BTreeMap<(&'static str, &str), usize> = BTreeMap::new();
    for problem in problems.kept() {
        if problem.file == file
            && problem.fault == Fault::UnknownValue
            && let Some(column) = &problem.column
        {
            *counts.entry((column.standard, trimmed(&problem.value))).or_default() += 1;
        }
    }
    let counted = counts.into_iter().map(|((column, word), count)| {
        let known = kind.words(column);
        UnknownWord { column, word: word.to_owned(), count, known }
    });
    let mut words: Vec<UnknownWord> = counted.filter(|word| !word.known.is_empty()).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.count));
    words
}

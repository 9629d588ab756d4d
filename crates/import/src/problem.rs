//! What could not be used of a file, and why.

use super::cell::masked;
use super::columns::without_unit;
use super::format::Format;
use super::order::sorted;
use super::sheet_text::LENT;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What became of the row or cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Level {
    /// The row cannot be used, or the whole file.
    Refused,
    /// The row is used without this cell, or as the notice says.
    Notice,
}

impl Level {
    /// The name of the level in reports.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Notice => "notice",
        }
    }
}

/// What is wrong. Several faults may share a code: the code is for lists and filters, the fault decides the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Fault {
    /// A register row, or a row without a name, has no credit code.
    UsccMissing,
    /// Not 18 of the letters and digits of a credit code.
    UsccMalformed,
    /// A spreadsheet has turned the credit code into a rounded number such as 9.115E+17.
    UsccRounded,
    /// The check digit is not the one that the other places give.
    UsccCheckDigit,
    /// A second row of the register has the same credit code.
    UsccRepeated,
    /// The number of a person stands where the credit code should.
    IdentityNumber,
    /// The party is called a natural person, but has the code of a business.
    PartyIsBusiness,
    /// The row has another name than the enterprise with its code.
    NameDiffers,
    /// Rows about one decision say different things.
    DecisionDiffers,
    /// The row has no credit code, and several enterprises have its name.
    NameNotUnique,
    /// The row has no credit code, and no enterprise has its name.
    NameUnknown,
    /// A row pasted into a record is about another enterprise.
    OtherEnterprise,
    /// A row pasted into a record is about a person.
    NaturalPerson,
    /// A cell that is needed is empty.
    Missing,
    /// No date in any usual form.
    NotADate,
    /// A date in form, but no such day.
    NoSuchDay,
    /// A day before 1990 or after 2199.
    DateOutOfRange,
    /// No number.
    NotANumber,
    /// A negative amount.
    Negative,
    /// An amount finer than a fen.
    TooPrecise,
    /// More than 1,000,000,000,000 yuan.
    TooLarge,
    /// A word that is not in the list for this column.
    UnknownValue,
    /// No number that the figure of the rules can have.
    FigureUnknown,
    /// 暂扣或吊销: two kinds of penalty in one word; the lighter was taken.
    Ambiguous,
    /// A risk grade, but not one sector that it could belong to.
    GradeWithoutSector,
    /// A day after that of reading.
    LaterThanToday,
    /// An amount of a cell that is merged over several decisions.
    AmountMerged,
    /// Two columns or more that could be the same.
    ColumnAmbiguous,
    /// A cell behind the last column of a sheet: a remark beside the table.
    CellWithoutColumn,
    /// Cells behind the last column: the row has shifted.
    TooManyCells,
    /// A quotation mark that is never closed.
    QuoteNotClosed,
    /// A row longer or wider than any row of a table.
    RowTooLong,
    /// The file is empty.
    EmptyFile,
    /// The file is a workbook or an archive.
    Workbook,
    /// The file is no text.
    NotText,
    /// No header of a known kind within the first ten rows.
    NoHeader,
    /// The header fits two kinds of file, and the rows do not tell which.
    KindUnclear,
    /// A column without which the rows cannot be used is not there.
    ColumnMissing,
    /// The header does not say the unit of an amount.
    UnitAssumed,
    /// Characters of the file were unreadable.
    CharactersLost,
    /// So many rows were broken off by quotation marks that the rest was not read.
    GivenUp,
    /// The file has more bytes than are read of a text.
    FileTooLarge,
    /// The file has more bytes than are read of a workbook.
    WorkbookTooLarge,
    /// The parts of the workbook are larger, once unpacked, than is read.
    UnpackedTooLarge,
    /// They are so much larger than the file as those of no table.
    UnpackedTooFar,
    /// The workbook has more sheets than are read.
    TooManySheets,
    /// The workbook has more cells than are read.
    WorkbookTooManyCells,
    /// All files together have more rows than are read.
    TooManyRows,
    /// The workbook cannot be opened without its password.
    Password,
    /// The workbook is encrypted, though with the password that every program tries by itself.
    BuiltInPassword,
    /// The workbook is damaged or cut off.
    BrokenWorkbook,
    /// An archive or document that is no workbook, or one in another format.
    NotAWorkbook,
    /// A document, picture or archive of another kind, or a table in a format that is not read.
    OtherFormat(Format),
    /// The archive is damaged, or packed in a way that is not known here.
    BrokenArchive,
    /// The archive cannot be unpacked without its password.
    ArchivePassword,
    /// An archive within an archive.
    ArchiveInArchive,
    /// The archive has more tables than are read.
    TooManyMembers,
    /// A folder or an archive without a table.
    NoTables,
    /// Files of a folder or an archive that are no tables.
    NotTables,
    /// Sheets of a workbook in which there is no table, or which are hidden.
    SheetNotRead,
}

impl Fault {
    /// The name of the fault in reports.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::UsccMissing => "uscc_missing",
            Self::UsccMalformed | Self::UsccRounded => "uscc_malformed",
            Self::UsccCheckDigit => "uscc_check_digit",
            Self::UsccRepeated => "uscc_repeated",
            Self::IdentityNumber => "identity_number",
            Self::PartyIsBusiness => "party_is_business",
            Self::NameDiffers => "name_differs",
            Self::DecisionDiffers => "decision_differs",
            Self::LaterThanToday => "later_than_today",
            Self::AmountMerged => "amount_merged",
            Self::ColumnAmbiguous => "column_ambiguous",
            Self::CellWithoutColumn => "cell_without_column",
            Self::NameNotUnique => "name_not_unique",
            Self::NameUnknown => "name_unknown",
            Self::OtherEnterprise => "other_enterprise",
            Self::NaturalPerson => "natural_person",
            Self::Missing => "missing",
            Self::NotADate | Self::NoSuchDay | Self::DateOutOfRange => "not_a_date",
            Self::FigureUnknown | Self::NotANumber | Self::Negative | Self::TooPrecise | Self::TooLarge => {
                "not_a_number"
            }
            Self::UnknownValue => "unknown_value",
            Self::Ambiguous => "ambiguous",
            Self::GradeWithoutSector => "grade_without_sector",
            Self::TooManyCells => "too_many_cells",
            Self::QuoteNotClosed => "quote_not_closed",
            Self::RowTooLong => "row_too_long",
            Self::EmptyFile => "empty_file",
            Self::Workbook => "workbook",
            Self::OtherFormat(format) if format.is_packed() => "not_a_workbook",
            Self::NotText | Self::OtherFormat(_) => "not_text",
            Self::NoHeader => "no_header",
            Self::KindUnclear => "kind_unclear",
            Self::ColumnMissing => "column_missing",
            Self::UnitAssumed => "unit_assumed",
            Self::CharactersLost => "characters_lost",
            Self::GivenUp => "given_up",
            Self::FileTooLarge | Self::WorkbookTooLarge => "file_too_large",
            Self::UnpackedTooLarge => "unpacked_too_large",
            Self::UnpackedTooFar => "unpacked_too_far",
            Self::TooManySheets => "too_many_sheets",
            Self::WorkbookTooManyCells => "workbook_too_many_cells",
            Self::TooManyRows => "too_many_rows",
            Self::Password | Self::BuiltInPassword => "password",
            Self::BrokenWorkbook => "broken_workbook",
            Self::NotAWorkbook => "not_a_workbook",
            Self::BrokenArchive => "broken_archive",
            Self::ArchivePassword => "password",
            Self::ArchiveInArchive => "archive_in_archive",
            Self::TooManyMembers => "too_many_files",
            Self::NoTables => "no_tables",
            Self::NotTables => "not_tables",
            Self::SheetNotRead => "sheet_not_read",
        }
    }
}

/// A column of a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Column {
    /// The name in the file's header.
    pub header: Arc<str>,
    /// The name in the layout that offices exchange; the same, unless the header has a code such as `CF_JDRQ`
    /// or writes the name another way. Empty for a figure of the rules, which no layout has.
    pub standard: &'static str,
    /// The unit that the header, or a person who said what the column is, names for its amounts.
    pub unit: Option<&'static str>,
}

impl Column {
    /// The name in the layout, with the unit that was named; where none was, with that of the layout.
    pub(super) fn read_as(&self) -> Cow<'static, str> {
        match self.unit {
            Some(unit) => format!("{}（{unit}）", without_unit(self.standard)).into(),
            None if self.standard.is_empty() => self.header.to_string().into(),
            None => self.standard.into(),
        }
    }

    /// The name in the layout, where the header does not say it itself; with its unit only where the header is a code, which
    /// stands for that unit, or a name of a portal's own.
    pub(super) fn explained(&self) -> Option<Cow<'static, str>> {
        let alone = without_unit(self.standard);
        let explained = if self.header.is_ascii() { self.read_as() } else { alone.into() };
        (!self.header.starts_with(alone)).then_some(explained)
    }
}

/// The place of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowPlace {
    /// 1 is the first row below the header.
    pub row: u32,
    /// The row number that a spreadsheet shows.
    pub sheet_row: u32,
}

/// One thing that could not be used: where, what was met, what to do.
/// [`zh`](Problem::zh) and [`en`](Problem::en) say it in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub level: Level,
    /// The place of the file in the order in which the files were given, from 0.
    pub file: usize,
    /// The name of the file.
    pub file_name: Arc<str>,
    /// The sheet of a workbook; `None` for a file in text form, or when it is about the whole workbook.
    pub sheet: Option<Arc<str>>,
    /// The row; `None` when it is about the whole file.
    pub at: Option<RowPlace>,
    /// The column; `None` when it is about the whole row.
    pub column: Option<Column>,
    /// What the cell has, shortened when it is long.
    pub value: String,
    pub fault: Fault,
    /// What the column knows, or which row or column is meant: what the words need besides.
    pub hint: String,
}

impl Problem {
    /// The name of the fault in reports.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.fault.code()
    }
}

/// The longest value that a problem shows, in characters.
const MAX_SHOWN: usize = 60;

/// Whether a notice of this fault means that the cell was left out.
pub(super) fn omits_cell(fault: Fault) -> bool {
    !matches!(
        fault,
        Fault::Ambiguous
            | Fault::AmountMerged
            | Fault::CellWithoutColumn
            | Fault::ColumnAmbiguous
            | Fault::DecisionDiffers
            | Fault::LaterThanToday
            | Fault::NameDiffers
            | Fault::PartyIsBusiness
            | Fault::UsccRepeated
            | Fault::UnitAssumed
            | Fault::CharactersLost
            | Fault::GivenUp
            | Fault::GradeWithoutSector
            | Fault::SheetNotRead
            | Fault::NotTables
    )
}

/// A value as a problem shows it, with numbers of persons masked.
pub(super) fn shown(value: &str) -> String {
    let value = masked(value.trim_start_matches(LENT));
    match value.char_indices().nth(MAX_SHOWN) {
        None => value.into_owned(),
        Some((cut, _)) => format!("{}…", value.get(..cut).unwrap_or_default()),
    }
}

/// The problems of an import. All are counted; the first [`Problems::MAX_KEPT`] are kept.
#[derive(Clone, Debug, Default)]
pub struct Problems {
    kept: Vec<Problem>,
    counts: BTreeMap<(Level, Fault), usize>,
}

impl Problems {
    /// How many problems are kept in full: enough for a person to work through and for a district of a million
    /// with one broken row in a hundred, and no more than some tens of megabytes when a whole file is wrong.
    pub const MAX_KEPT: usize = 100_000;

    /// The problems that were kept, in the order of files, rows and columns.
    #[must_use]
    pub fn kept(&self) -> &[Problem] {
        &self.kept
    }

    /// How many problems of a level there are, kept or not.
    #[must_use]
    pub fn count(&self, level: Level) -> usize {
        self.counts.iter().filter(|((of, _), _)| *of == level).map(|(_, count)| count).sum()
    }

    /// How many problems there are of each level and fault, kept or not.
    pub fn counts(&self) -> impl Iterator<Item = (Level, Fault, usize)> {
        self.counts.iter().map(|((level, fault), count)| (*level, *fault, *count))
    }

    /// Counts a problem, and keeps what `problem` makes when there is room.
    pub(super) fn add(&mut self, level: Level, fault: Fault, problem: impl FnOnce() -> Problem) {
        *self.counts.entry((level, fault)).or_default() += 1;
        if self.kept.len() < Self::MAX_KEPT {
            self.kept.push(problem());
        }
    }

    pub(super) fn sort(&mut self) {
        // Problems of one row were added in the order of its columns, but for the joining at the end.
        let kept = std::mem::take(&mut self.kept);
        self.kept = sorted(kept, |one, other| (one.file, one.at).cmp(&(other.file, other.at)));
    }

    /// The problems of a row. They must be sorted.
    pub(super) fn of_row(&self, file: usize, at: RowPlace) -> &[Problem] {
        let key = (file, Some(at));
        let start = self.kept.partition_point(|problem| (problem.file, problem.at) < key);
        let end = self.kept.partition_point(|problem| (problem.file, problem.at) <= key);
        self.kept.get(start..end).unwrap_or_default()
    }

    /// Drops those for which `keep` says no, and no longer counts them.
    pub(super) fn retain(&mut self, keep: impl Fn(&Problem) -> bool) {
        let counts = &mut self.counts;
        self.kept.retain(|problem| {
            let keep = keep(problem);
            if let (false, Some(count)) = (keep, counts.get_mut(&(problem.level, problem.fault))) {
                *count -= 1;
            }
            keep
        });
    }
}

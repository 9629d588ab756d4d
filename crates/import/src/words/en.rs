//! What a problem says in English.

use super::{says_itself, stops_reading};
use crate::format::Remedy;
use crate::problem::{Fault, Level, Problem, omits_cell};

impl Problem {
    pub(super) fn words_en(&self, counted: &str) -> String {
        let Self { value, hint, .. } = self;
        let what = match self.fault {
            Fault::UsccMissing => "nothing is entered. Enter the 18 characters of the code".into(),
            Fault::UsccMalformed => "this is no credit code: it takes 18 digits and capital letters without I, O, S, V \
                and Z. Correct it by the business licence"
                .into(),
            Fault::UsccRounded => "the spreadsheet has turned the code into a number and lost its last places. Set the \
                column to “text” and export again"
                .into(),
            Fault::UsccCheckDigit => {
                "the check digit does not fit, so a character is wrong. Correct it by the business licence".into()
            }
            Fault::UsccRepeated => {
                format!("row {hint} has the same code. That row holds; only sectors and risk grades were added")
            }
            Fault::IdentityNumber => "this is the identity number of a person, no credit code, so the row counts as a person's. \
                For an enterprise enter the code of its business licence"
                .into(),
            Fault::PartyIsBusiness => {
                "the category is a natural person, but the code is that of a business; it was read as one. Check the category".into()
            }
            Fault::NameDiffers if hint.is_empty() => "the rows with this code have different names and none prevails, so it is \
                not known whose it is; they go by the code. See whether the code was copied wrongly"
                .into(),
            Fault::NameDiffers => format!(
                "the enterprise with this code is called “{hint}”; the row goes by the code. See whether the code is wrong or \
                 the name has changed"
            ),
            Fault::DecisionDiffers => format!(
                "this is the same decision as row {hint}, but they differ in “{value}”. They were made one penalty: the larger \
                 amount, the later day, of the rest the graver or the first. Correct them by the decision"
            ),
            Fault::LaterThanToday => "this is later than today; the day is read as it stands. Check the date".into(),
            Fault::AmountMerged => "the cell is merged, and each of its rows was read with this amount. Check it; if it is a \
                total, enter the amount of each row"
                .into(),
            Fault::ColumnAmbiguous => format!(
                "this and {value} could be the same; column {hint} was used. If that is wrong, correct the columns under “What was read”"
            ),
            Fault::CellWithoutColumn => format!(
                "there is something behind the last column (from column {hint} on): “{value}”. It has no label and was not read. \
                 If it is needed, add a label"
            ),
            Fault::NameNotUnique => {
                "there is no code, and several enterprises have this name. Enter the credit code".into()
            }
            Fault::NameUnknown => {
                "there is no code, and no enterprise has this name. Enter the credit code or correct the name".into()
            }
            Fault::OtherEnterprise => {
                format!("this is another enterprise than that of the record, “{hint}”. Check it; if it is the same one, empty the cell")
            }
            Fault::NaturalPerson => "this is a person, no enterprise".into(),
            Fault::Missing => "nothing is entered. Enter it".into(),
            Fault::NotADate => "this is no date. Write it like 2025-03-02".into(),
            Fault::NoSuchDay => "there is no such day. Correct the date".into(),
            Fault::DateOutOfRange => "this is not between the years 1990 and 2199. Check the date".into(),
            Fault::NotANumber => "this is no number. Write the amount in figures".into(),
            Fault::Negative => "the amount is negative. Check it".into(),
            Fault::TooPrecise => format!("in the unit {hint} this has parts smaller than a fen. Check amount and unit"),
            Fault::TooLarge => {
                format!("in the unit {hint} this is more than 1,000,000,000,000 yuan. Check amount and unit")
            }
            Fault::FigureUnknown => format!("this is no number that the figure can have ({hint}). Check it"),
            Fault::UnknownValue if hint.is_empty() => "this is no code for this column. Correct it".into(),
            Fault::UnknownValue => format!("this word is not known here. Write one of: {hint}"),
            Fault::Ambiguous => "this does not tell suspension from revocation; it was read as suspension of a licence. \
                Check the decision; for a revocation write 吊销许可证件 or 吊销营业执照"
                .into(),
            Fault::GradeWithoutSector => "there is not exactly one sector that this grade could belong to, so it was \
                not used. Name the one sector of the grade in the column 监管领域"
                .into(),
            Fault::TooManyCells => {
                let surplus = if value.is_empty() { String::new() } else { format!(" (“{value}”)") };
                format!(
                    "there is more than the header has columns for{surplus}, so the columns may have shifted. Look for a \
                     delimiter without quotation marks"
                )
            }
            Fault::QuoteNotClosed => {
                "a quotation mark has no partner, so the columns cannot be told apart. Remove it or add the other".into()
            }
            Fault::RowTooLong => "this is longer than a row of a table can be. Check quotation marks and line breaks".into(),
            Fault::EmptyFile => "The file is empty. See whether the export was finished".into(),
            Fault::Workbook => {
                "The file is an Excel workbook or an archive. Save it as CSV in the spreadsheet program".into()
            }
            Fault::NotText => "The file is no table. Choose a CSV, XLSX or XLS file".into(),
            Fault::NoHeader => "There is no header in the first ten rows. Make sure that it is there, with columns such as \
                统一社会信用代码 or 处罚决定日期"
                .into(),
            Fault::KindUnclear => "This may be the list of abnormal operation or that of serious violations. Name the \
                list above the header, or keep the columns 纠正日期 or 履行完毕日期"
                .into(),
            Fault::ColumnMissing => format!(
                "The file looks like {hint} but has no column “{value}”, without which its rows cannot be used. Export it \
                 with that column"
            ),
            Fault::UnitAssumed if !hint.is_empty() => format!(
                "this has a sign of currency and no unit; it is read in {hint}, as the header says. If it is yuan, write 元 \
                 behind the amount"
            ),
            Fault::UnitAssumed => {
                "the header does not say the unit, so 万元 (10,000 yuan) was taken. If it is yuan, name the column “…（元）”"
                    .into()
            }
            Fault::CharactersLost => format!(
                "{value} characters of the file were unreadable and are shown as “\u{FFFD}”. Check the encoding of the export"
            ),
            Fault::FileTooLarge => {
                format!("The file is larger than {value}, the most that is read at once. Split it into several files")
            }
            Fault::WorkbookTooLarge => format!(
                "The workbook is larger than {value}, the most that is read. Split it into several files, or save it as CSV"
            ),
            Fault::UnpackedTooLarge => format!(
                "Unpacked, the workbook is larger than {value}, the most that is read. Split it into several files, or \
                 save it as CSV"
            ),
            Fault::UnpackedTooFar => format!(
                "Unpacked, the workbook is more than {value} times as large, as no table is. Open it in the spreadsheet \
                 program and save it again, or save it as CSV"
            ),
            Fault::TooManySheets => {
                format!("There are more than {value} sheets, the most that are read. Split the workbook into several")
            }
            Fault::WorkbookTooManyCells => format!(
                "There are more than {value} cells, the most that are read. Delete what is no part of the table, or \
                 split it into several files"
            ),
            Fault::TooManyRows => {
                format!("All files together have more than {value} rows, the most that are read at once. Import them in parts")
            }
            Fault::Password => {
                "The workbook opens with a password only. Take the password off in the spreadsheet program and save it".into()
            }
            Fault::BuiltInPassword => "The workbook is encrypted, with the password that spreadsheet programs try by \
                themselves, so that they ask nobody. Open it there, take its protection and encryption off and save it anew"
                .into(),
            Fault::BrokenWorkbook => "The workbook is damaged or incomplete. Open it in the spreadsheet program and save \
                it again, or export it once more"
                .into(),
            Fault::NotAWorkbook => "The file is no XLSX or XLS workbook but another document or a table in another \
                format. Save it as XLSX or CSV"
                .into(),
            Fault::OtherFormat(format) => {
                let name = format.name();
                match format.remedy() {
                    Remedy::OtherFile => format!(
                        "The file is in the format {name} and no table. Choose the table that it was made from (CSV, XLSX or \
                         XLS), or ask whoever sent it"
                    ),
                    Remedy::Unpack => format!(
                        "The file is a {name} archive, which is not unpacked here. Unpack it and choose its tables or the \
                         folder, or have it packed as ZIP"
                    ),
                    Remedy::SaveAnew => format!(
                        "The file is in the format {name}, which is not read. Save it as XLSX or CSV in the program that made it"
                    ),
                }
            }
            Fault::BrokenArchive => "The archive is damaged, or packed in a way that is not known here. Unpack it and choose \
                its tables or the folder, or pack it anew as a plain ZIP"
                .into(),
            Fault::ArchivePassword => {
                "The archive opens with a password only. Unpack it and choose its tables or the folder".into()
            }
            Fault::ArchiveInArchive => {
                "This is an archive within an archive, which is not unpacked. Unpack it and choose its tables or the folder".into()
            }
            Fault::TooManyMembers => {
                format!("The archive has more than {value} tables, the most that are read. Import them in parts")
            }
            Fault::NoTables => "There is no table (a CSV, XLSX or XLS file). Make sure that it is the right archive or folder".into(),
            Fault::NotTables => format!("These files are no tables and were not read: {hint}"),
            Fault::SheetNotRead => format!(
                "These sheets have no header or are hidden, and were not read: {value}. Where they are needed, show them \
                 and add the names of their columns"
            ),
            Fault::GivenUp => "Too many rows have quotation marks without a partner, so the rest was not read. Check the \
                file and export it again"
                .into(),
        };
        let consequence = match (self.level, self.at) {
            (Level::Refused, Some(_)) => "; the row was not used.",
            (Level::Refused, None) if stops_reading(self.fault) && !hint.is_empty() => {
                &format!("; only the first {hint} rows were read.")
            }
            (Level::Refused, None) => "; the file was not read.",
            (Level::Notice, _) if omits_cell(self.fault) => "; only this cell was left out.",
            (Level::Notice, _) => ".",
        };
        format!("{}{what}{consequence}", self.place_en(counted))
    }

    fn place_en(&self, counted: &str) -> String {
        let row = self.at.map(|at| match &self.sheet {
            Some(sheet) => format!("Sheet “{sheet}”, row {}", at.sheet_row),
            None => format!("Row {} {counted}", at.sheet_row),
        });
        let row = row.or(self.sheet.as_ref().map(|sheet| format!("Sheet “{sheet}”")));
        let column = self.column.as_ref().map(|column| {
            let name = match column.explained() {
                None => format!("“{}”", column.header),
                Some(standard) => format!("“{}” ({standard})", column.header),
            };
            if self.at.is_none() || says_itself(self.fault) {
                name
            } else if self.value.trim().is_empty() {
                format!("{name} is empty")
            } else {
                format!("{name} is “{}”", self.value)
            }
        });
        match (row, column) {
            (None, None) => String::new(),
            (Some(place), None) | (None, Some(place)) => format!("{place}: "),
            (Some(row), Some(column)) => format!("{row}, {column}: "),
        }
    }
}

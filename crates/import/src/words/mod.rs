//! What a problem says to an inspector: where, what was met, what to do. All words of the import stand here.

mod en;
mod zh;

use super::problem::{Fault, Problem};
use pack::Text;

impl Problem {
    /// The problem in Chinese.
    #[must_use]
    pub fn zh(&self) -> String {
        self.words_zh("（表格中的行号）")
    }

    /// The problem of a pasted row in Chinese.
    pub(super) fn pasted_zh(&self) -> String {
        self.words_zh("（粘贴的内容中）")
    }

    /// The problem of a row that was given as such, in no file: in both languages, counted as `at.row` does.
    #[must_use]
    pub fn in_given_rows(&self) -> Text {
        let mut problem = self.clone();
        problem.sheet = None;
        if let Some(at) = &mut problem.at {
            at.sheet_row = at.row;
        }
        Text { zh: problem.words_zh(""), en: problem.words_en("of those given") }
    }

    /// The problem in English.
    #[must_use]
    pub fn en(&self) -> String {
        self.words_en("of the sheet")
    }

    /// The problem of a pasted row in English.
    pub(super) fn pasted_en(&self) -> String {
        self.words_en("of what was pasted")
    }
}

/// Whether the words name the value themselves, or there is none to name.
fn says_itself(fault: Fault) -> bool {
    matches!(
        fault,
        Fault::UsccMissing
            | Fault::Missing
            | Fault::UsccRepeated
            | Fault::TooManyCells
            | Fault::CellWithoutColumn
            | Fault::DecisionDiffers
    )
}

/// Whether this fault may be met when part of the file was read: then it says how many rows.
fn stops_reading(fault: Fault) -> bool {
    matches!(
        fault,
        Fault::FileTooLarge
            | Fault::TooManySheets
            | Fault::WorkbookTooManyCells
            | Fault::TooManyRows
            | Fault::BrokenWorkbook
            | Fault::BrokenArchive
            | Fault::TooManyMembers
            | Fault::UnpackedTooLarge
            | Fault::UnpackedTooFar
    )
}

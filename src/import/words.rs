//! What a problem says to an inspector: where, what was met, what to do. All words of the import stand here.

use super::format::Remedy;
use super::problem::{Fault, Level, Problem, omits_cell};
use crate::pack::Text;

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

    fn words_zh(&self, counted: &str) -> String {
        let Self { value, hint, .. } = self;
        let what = match self.fault {
            Fault::UsccMissing => "没有填写。请补填18位代码".into(),
            Fault::UsccMalformed => {
                "不是统一社会信用代码：应为18位数字和大写字母，不含I、O、S、V、Z。请对照营业执照改正".into()
            }
            Fault::UsccRounded => "是表格软件把代码变成了数字，后几位已经丢失。请把该列设为“文本”格式后重新导出".into(),
            Fault::UsccCheckDigit => "校验码不对，代码中有错字。请对照营业执照改正".into(),
            Fault::UsccRepeated => {
                format!("与第 {hint} 行的代码相同。以前面的一行为准，只补充监管领域和风险等级")
            }
            Fault::IdentityNumber => {
                "是个人身份证号码，不是统一社会信用代码，这一行按自然人处理。如是经营主体，请改填营业执照上的代码"
                    .into()
            }
            Fault::PartyIsBusiness => "类别写的是自然人，但代码是经营主体的，按经营主体读取。请核对类别".into(),
            Fault::NameDiffers if hint.is_empty() => {
                "用同一代码的各行名称不一，无法确定是哪一户，按代码归户。请核对是否抄错了代码".into()
            }
            Fault::NameDiffers => format!("与这一代码的名称“{hint}”不符，按代码归户。请核对是代码有误还是名称已变更"),
            Fault::DecisionDiffers => format!(
                "与第 {hint} 行是同一处罚决定，但“{value}”写得不同，已并为一项：金额取大的，日期取晚的，其余取较重或排在前的。请对照决定书改正"
            ),
            Fault::LaterThanToday => "晚于今天，已照样读入。请核对日期".into(),
            Fault::AmountMerged => "是合并单元格，合并的各行都按这一金额读取。请核对；如是合计，请逐行填写".into(),
            Fault::ColumnAmbiguous => {
                format!("与{value}都可能是这一列，采用了 {hint} 列。如不对，请在“读入情况”中改正各列的含义")
            }
            Fault::CellWithoutColumn => {
                format!("在最后一列之外（自 {hint} 列起）还有内容：“{value}”，没有列名，没有读取。如有用，请补上列名")
            }
            Fault::NameNotUnique => {
                "没有代码，而同名的经营主体不止一户，无法确定是哪一户。请补填统一社会信用代码".into()
            }
            Fault::NameUnknown => "没有代码，而经营主体中没有这个名称。请补填统一社会信用代码或改正名称".into(),
            Fault::OtherEnterprise => {
                format!("与这份记录的“{hint}”不同，是另一户的。请核对；确是这一户的，请删去这一格")
            }
            Fault::NaturalPerson => "是自然人，不是经营主体".into(),
            Fault::Missing => "没有填写。请补填".into(),
            Fault::NotADate => "看不出是哪一天。请写成 2025-03-02 这样的日期".into(),
            Fault::NoSuchDay => "没有这一天。请改正日期".into(),
            Fault::DateOutOfRange => "不在1990年至2199年之间。请核对日期".into(),
            Fault::NotANumber => "不是数字。请用阿拉伯数字填写金额".into(),
            Fault::Negative => "是负数。请核对金额".into(),
            Fault::TooPrecise => format!("按“{hint}”计，不足一分的部分无法记账。请核对金额和单位"),
            Fault::TooLarge => format!("按“{hint}”计超过一万亿元。请核对金额和单位"),
            Fault::UnknownValue if hint.is_empty() => "不是这一列的代码。请改正".into(),
            Fault::UnknownValue => format!("不在可用的写法之内。请改为：{hint}"),
            Fault::Ambiguous => {
                "分不清是暂扣还是吊销，按暂扣许可证件处理。请核对决定书；如是吊销，请改为“吊销许可证件”或“吊销营业执照”"
                    .into()
            }
            Fault::GradeWithoutSector => {
                "无法对应到唯一的监管领域，未采用这一等级。请在“监管领域”中只写该等级所属的一个领域".into()
            }
            Fault::TooManyCells => {
                let surplus =
                    if value.is_empty() { String::new() } else { format!("（多出的内容：“{value}”）") };
                format!("的内容比表头多出若干列{surplus}，各列可能已经错位。请检查是否有未加引号的分隔符")
            }
            Fault::QuoteNotClosed => "有一个引号没有配对，分不清各列。请删去或补全引号".into(),
            Fault::RowTooLong => "过长，不像表格中的一行。请检查引号和换行".into(),
            Fault::EmptyFile => "文件是空的。请确认导出是否完成".into(),
            Fault::Workbook => "文件是 Excel 工作簿或压缩包。请在表格软件中“另存为” CSV 后再导入".into(),
            Fault::NotText => "文件不是表格。请导入 CSV、XLSX 或 XLS 文件".into(),
            Fault::NoHeader => {
                "前10行中没有找到表头。请确认其中有“统一社会信用代码”“处罚决定日期”等列名，且表头未被删去".into()
            }
            Fault::KindUnclear => {
                "看不出是经营异常名录还是严重违法失信名单。请在表头上方写明名单名称，或保留“纠正日期”“履行完毕日期”等列"
                    .into()
            }
            Fault::ColumnMissing => format!("文件像是{hint}，但缺少“{value}”一列，各行无法使用。请连同这一列重新导出"),
            Fault::UnitAssumed => "没有写明金额单位，按万元读取。请核对；如是元，请把列名改为“…（元）”".into(),
            Fault::CharactersLost => format!("文件中有 {value} 处字符无法辨认，已显示为“\u{FFFD}”。请检查导出时的编码"),
            Fault::GivenUp => "引号不配对的行过多，此后的内容没有读取。请检查文件后重新导出".into(),
            Fault::FileTooLarge => format!("文件超过 {value}，这是一次能读的上限。请拆成几个文件后再导入"),
            Fault::WorkbookTooLarge => {
                format!("工作簿超过 {value}，这是能读的上限。请拆成几个文件，或另存为 CSV 后再导入")
            }
            Fault::UnpackedTooLarge => {
                format!("工作簿解压后超过 {value}，这是能读的上限。请拆成几个文件，或另存为 CSV 后再导入")
            }
            Fault::UnpackedTooFar => {
                format!(
                    "工作簿解压后是原来的 {value} 倍以上，不像表格。请在表格软件中打开并另存，或另存为 CSV 后再导入"
                )
            }
            Fault::TooManySheets => format!("工作表超过 {value} 个，这是能读的上限。请拆成几个文件后再导入"),
            Fault::WorkbookTooManyCells => {
                format!("单元格超过 {value} 个，这是能读的上限。请删去表格以外的内容，或拆成几个文件后再导入")
            }
            Fault::TooManyRows => format!("各文件合计超过 {value} 行，这是一次能读的上限。请分批导入"),
            Fault::Password => "工作簿设有打开密码。请在表格软件中取消密码后另存，再导入".into(),
            Fault::BuiltInPassword => {
                "工作簿已加密，只是用表格软件自带的密码，所以打开时不问密码。请在表格软件中打开，撤销“保护工作簿”并去掉加密后另存，再导入"
                    .into()
            }
            Fault::BrokenWorkbook => "工作簿已损坏或不完整。请在表格软件中打开并另存，或重新导出后再导入".into(),
            Fault::NotAWorkbook => {
                "文件不是 XLSX 或 XLS 工作簿，而是其他文档或其他格式的表格。请另存为 XLSX 或 CSV 后再导入".into()
            }
            Fault::OtherFormat(format) => {
                let name = format.name();
                match format.remedy() {
                    Remedy::OtherFile => {
                        format!("文件是 {name} 格式，不是表格。请导入其原来的表格（CSV、XLSX 或 XLS），没有的请向提供的单位索要")
                    }
                    Remedy::Unpack => {
                        format!("文件是 {name} 压缩包，不能直接读取。请解压后选择其中的表格或整个文件夹，或改用 ZIP 格式")
                    }
                    Remedy::SaveAnew => {
                        format!("文件是 {name} 格式，不能读取。请在原来的软件中另存为 XLSX 或 CSV 后再导入")
                    }
                }
            }
            Fault::BrokenArchive => {
                "压缩包已损坏，或者用了这里不认识的压缩方式。请解压后选择其中的表格或整个文件夹，或用普通 ZIP 格式重新压缩".into()
            }
            Fault::ArchivePassword => "压缩包设有密码。请解压后选择其中的表格或整个文件夹".into(),
            Fault::ArchiveInArchive => "是压缩包中的压缩包，不再往里读取。请解压后选择其中的表格或整个文件夹".into(),
            Fault::TooManyMembers => format!("压缩包中的表格超过 {value} 个，这是能读的上限。请分批导入"),
            Fault::NoTables => "其中没有表格（CSV、XLSX 或 XLS 文件）。请确认选对了压缩包或文件夹".into(),
            Fault::NotTables => format!("以下文件不是表格，没有读取：{hint}"),
            Fault::SheetNotRead => {
                format!("以下工作表中没有找到表头，或已隐藏，没有读取：{value}。如有需要，请取消隐藏并补上列名")
            }
        };
        let consequence = match (self.level, self.at) {
            (Level::Refused, Some(_)) => "；这一行没有采用。",
            (Level::Refused, None) if stops_reading(self.fault) && !hint.is_empty() => {
                &format!("；只读入了前面的 {hint} 行。")
            }
            (Level::Refused, None) => "；这个文件没有读入。",
            (Level::Notice, _) if omits_cell(self.fault) => "；只略去了这一格，其余照用。",
            (Level::Notice, _) => "。",
        };
        format!("{}{what}{consequence}", self.place_zh(counted))
    }

    fn place_zh(&self, counted: &str) -> String {
        let sheet = self.sheet.as_ref().map(|sheet| format!("工作表“{sheet}”")).unwrap_or_default();
        let row = self.at.map(|at| format!("第 {} 行{counted}", at.sheet_row)).unwrap_or_default();
        let row = format!("{sheet}{row}");
        match &self.column {
            None => row,
            Some(column) => {
                let name = if *column.header == *column.standard {
                    format!("“{}”", column.standard)
                } else {
                    format!("“{}”（{}）", column.header, column.standard)
                };
                if self.at.is_none() || says_itself(self.fault) {
                    format!("{row}{name}")
                } else if self.value.trim().is_empty() {
                    format!("{row}{name}是空的，")
                } else {
                    format!("{row}{name}写的是“{}”，", self.value)
                }
            }
        }
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

    fn words_en(&self, counted: &str) -> String {
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
            Fault::LaterThanToday => "this is later than today; it was read as it stands. Check the date".into(),
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
            let name = if *column.header == *column.standard {
                format!("“{}”", column.standard)
            } else {
                format!("“{}” ({})", column.header, column.standard)
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

//! What a problem says in Chinese.

use super::{says_itself, stops_reading};
use crate::format::Remedy;
use crate::problem::{Fault, Level, Problem, omits_cell};

impl Problem {
    pub(super) fn words_zh(&self, counted: &str) -> String {
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
            Fault::LaterThanToday => "晚于今天，按所写的日期读取。请核对日期".into(),
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
            Fault::FigureUnknown => format!("不是这项指标可以有的数（{hint}）。请核对"),
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
            Fault::UnitAssumed if !hint.is_empty() => {
                format!("只有货币符号，没有写明单位，按列名的“{hint}”读取。请核对；如是元，请在金额后写“元”")
            }
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
                let name = match column.explained() {
                    None => format!("“{}”", column.header),
                    Some(standard) => format!("“{}”（{standard}）", column.header),
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
}

//! What is told about rows that were pasted.

use super::Guess;
use crate::columns::FileKind;
use crate::join::Duplicate;
use crate::layout::Layout;
use crate::problem::{Problem, shown};
use facts::Enterprise;
use pack::Text;

fn text(zh: impl Into<String>, en: impl Into<String>) -> Text {
    Text { zh: zh.into(), en: en.into() }
}

/// How many facts there are of every kind.
pub(super) fn count(facts: &Enterprise) -> usize {
    let Enterprise { penalties, abnormal_listings, serious_listings, court_listings, .. } = facts;
    let listings = abnormal_listings.len() + serious_listings.len() + court_listings.len();
    penalties.len() + listings + facts.leads.len() + facts.inspections.len() + facts.commitments.len()
}

/// What happened.
pub(super) fn told(kind: FileKind, count: usize, unused: usize, guess: Option<&Guess>) -> Text {
    if count == 0 && unused == 0 {
        return text(
            "粘贴的内容除了表头以外没有可用的行，留在“粘贴表格行”中。",
            "Besides the header, what was pasted has no rows. It stays under “Paste rows”.",
        );
    }
    if count == 0 {
        return text(
            "粘贴的内容没有可以添加的，都留在“粘贴表格行”中，改正后可再添加：",
            "Nothing of what was pasted could be added. It stays under “Paste rows”, to be mended and added again:",
        );
    }
    let (zh, en) = (kind.name(), kind.english());
    let mut told = match guess {
        None => text(format!("已从粘贴的表格添加{count}条{zh}"), format!("Added from the table pasted: {count} {en}")),
        Some(guess) if guess.in_standard_order => text(
            format!("没有表头，按“双公示”的列序识别了{count}行，已添加为{zh}，请核对"),
            format!(
                "There is no header. Rows told by the order of the double-publicity layout and added as {en}: {count}; check them"
            ),
        ),
        Some(_) => text(
            format!("没有表头，按内容识别了{count}行，已添加为{zh}，请核对各列"),
            format!("There is no header. Rows told by their contents and added as {en}: {count}; check the columns"),
        ),
    };
    if unused > 0 {
        told.zh.push_str(&format!("；另有{unused}行没有采用，留在“粘贴表格行”中，改正后可再添加"));
        told.en.push_str(&format!(
            ". Rows not used: {unused}; they stay under “Paste rows”, to be mended and added again"
        ));
    }
    told.zh.push('。');
    told.en.push('.');
    told
}

/// What the columns were taken for.
pub(super) fn columns(guess: &Guess) -> Vec<Text> {
    let layout = Layout::of_penalties(&guess.fields);
    let (mut lines, mut unused) = (Vec::new(), (Vec::new(), Vec::new()));
    let indices = guess.fields.iter().zip(&guess.examples).enumerate();
    for (index, (field, example)) in indices.filter(|(_, (_, example))| !example.is_empty()) {
        let example: String = shown(example).split_whitespace().collect::<Vec<_>>().join(" ");
        let (zh, en) = (format!("第{}列“{example}”", index + 1), format!("column {} “{example}”", index + 1));
        match field.and_then(|field| layout.column(field)) {
            Some(column) => {
                lines.push(text(format!("{}：{zh}", column.standard), format!("{}: {en}", column.standard)))
            }
            None => {
                unused.0.push(zh);
                unused.1.push(en);
            }
        }
    }
    if !unused.0.is_empty() {
        lines.push(text(format!("没有用到：{}。", unused.0.join("；")), format!("Not used: {}.", unused.1.join("; "))));
    }
    let missing = guess.missing().join("、");
    if !missing.is_empty() {
        lines.push(text(format!("没有认出：{missing}。"), format!("Not found: {missing}.")));
    }
    lines
}

/// A row or cell that could not be used.
pub(super) fn problem(problem: &Problem) -> Text {
    text(problem.pasted_zh(), problem.pasted_en())
}

/// A row that tells a penalty a second time.
pub(super) fn duplicate(duplicate: &Duplicate) -> Text {
    let (row, of) = (duplicate.at.sheet_row, duplicate.of.sheet_row);
    text(
        format!("第 {row} 行与第 {of} 行是同一处罚（文号、日期相同），只添加了一次。"),
        format!("Row {row} tells the same penalty as row {of} (number and day are the same); it was added once."),
    )
}

/// A row that stands above the header.
pub(super) fn above_header(row: u32) -> Text {
    text(format!("第 {row} 行在表头之上，没有采用。"), format!("Row {row} stands above the header and was not used."))
}

/// The unit of an amount is not known.
pub(super) fn unit_wanted(amount: &str) -> Text {
    let amount = shown(amount);
    text(
        format!("金额没有写单位（如“{amount}”），分不清是元还是万元。请选择单位，再添加："),
        format!(
            "The amounts have no unit (“{amount}”), so yuan cannot be told from 万元 (10,000 yuan). Choose one to add them:"
        ),
    )
}

/// It is a table of enterprises.
pub(super) fn register() -> Text {
    text(
        "这是经营主体的表，不是一户的记录。请在“基本信息”中填写，或者在首页打开这个表。",
        "This is a table of enterprises, not of facts about one. Enter it under “Register entry”, or open the table on the first page.",
    )
}

/// A header without a column that is needed.
pub(super) fn column_missing(column: &str, kind: Option<FileKind>) -> Text {
    let (zh, en) = kind.map_or(("表格", "a table"), |kind| (kind.name(), kind.english()));
    text(
        format!("粘贴的内容像是{zh}，但缺少“{column}”一列，各行无法使用。请连同这一列重新复制，或者在下面补上。"),
        format!(
            "This looks like {en} but has no column “{column}”, without which its rows cannot be used. Copy it with that column, or add it below."
        ),
    )
}

/// A header that fits both lists.
pub(super) fn kind_unclear() -> Text {
    text(
        "看不出是经营异常名录还是严重违法失信名单。请在表头上方加一行，写明名单名称。",
        "This may be the list of abnormal operation or that of serious violations. Add a line above the header with the name of the list.",
    )
}

/// No header, and the cells do not tell what the columns are.
pub(super) fn not_recognised() -> Text {
    text(
        "没有表头，也看不出各列是什么，没有添加。请连同表头一起复制；没有表头时，每行至少要有处罚决定日期和处罚类别：",
        "There is no header, and the cells do not tell what the columns are; nothing was added. Copy the header too. Without one, each row needs at least the day of the decision and the kinds of penalty:",
    )
}

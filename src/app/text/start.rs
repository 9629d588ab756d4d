//! Words of the page on which files are opened.

use super::phrases;
use crate::import::FileKind;
use crate::pack::Locale;

phrases! {
    START_TITLE "打开本单位的表格，逐户评估" "Open your office's tables and assess each enterprise"
    START_LEAD "信衡按规则逐户给出信用类别、理由和条文，说明怎么查、是不是重点案件、哪些处罚可以修复。" "Xinheng gives each enterprise's class with reasons and articles, and tells how to inspect it, whether it is a key case, and what can be repaired."
    START_PRIVATE "文件只在这台电脑的浏览器里读取，不上传。" "Files are read in this browser only; nothing is uploaded."
    WIPE "清除本机浏览器保留的全部内容" "Clear everything that this browser keeps"
    SEALED "“{0}”有口令，请输入：" "“{0}” is sealed. Its passphrase:"
    WRONG_SEAL "口令不对，请重新输入。" "That is not the passphrase. Try again."
    UNSEAL "打开" "Open"
    DROP_HERE "把文件拖到这里，或者" "Drop files here, or"
    CHOOSE_FILES "选择文件" "Choose files"
    CHOOSE_HINT "CSV、XLSX、XLS 表格和以前保存的记录（.json）都可以一次选择多个。没有文件的，点上方“新建记录”直接填写。" "CSV, XLSX and XLS tables and saved records (.json), several at once. Without files, press “New record” above and enter the facts."
    SAMPLE_TITLE "先看一个例子" "See an example first"
    SAMPLE_TEXT "不用准备任何文件，内容全部虚构：一户高风险企业的完整结论，或者一批企业的名单，三种类别都有。" "All made up, and no file is needed: the whole answer for one high-risk enterprise, or a list of enterprises of all three classes."
    OPEN_SAMPLE_ENTERPRISE "看一户虚构企业" "See one made-up enterprise"
    OPEN_SAMPLE "看一批虚构企业" "See a list of made-up enterprises"
    KINDS_TITLE "能识别的表格" "Tables that are recognised"
    KINDS_NOTE "按列名识别，与文件名无关；UTF-8、UTF-16、GB18030（GBK）编码都可以。列多列少、顺序不同都不要紧。" "Told by their columns, not by their names; in UTF-8, UTF-16 or GB18030 (GBK). More, fewer or reordered columns do not matter."
    KIND "表格" "Table"
    KIND_COLUMNS "主要的列" "Main columns"
    READING "正在读取" "Reading"
    READING_FILE "正在读取：{0}" "Reading {0}"
    READING_SAMPLE "正在打开虚构示例…" "Opening the made-up sample…"
    READ_SO_FAR "已读 {0}，共 {1}；{2} 行" "{0} of {1} read; {2} rows"
    SECONDS_LEFT "；约剩 {0} 秒" "; about {0} s left"
    CANCEL "停止读取" "Stop reading"
    CANCELLED "已停止读取，没有保留任何内容。" "Reading was stopped; nothing was kept."
    UNREADABLE "浏览器没能读取“{0}”：{1}。请确认文件没有被移动、改名或者被其他程序占用，再选择一次。" "The browser could not read “{0}”: {1}. Make sure it was not moved, renamed or locked by another program, and choose it again."
    SAMPLE_UNREACHABLE "虚构示例没有取到（{0}）。请检查网络后重试。" "The made-up sample could not be fetched ({0}). Check the network and try again."
    RECORD_TO_MEND "“{0}”已打开，有 {1} 处需要改正，已在相应栏目标出；改正之前这些内容不计入评估。" "“{0}” is open. Things to correct: {1}, marked at their fields; until then they do not count."
    NOT_A_RECORD "“{0}”不是信衡保存的记录：内容不完整或者不是 JSON。请选择以“信衡_”开头的 .json 文件。" "“{0}” is no record saved by Xinheng: it is cut off or no JSON. Choose a .json file whose name begins with 信衡_."
    RECORD_TOO_LARGE "“{0}”太大，不会是一户企业的记录。请选择以“信衡_”开头的 .json 文件。" "“{0}” is too large to be the record of one enterprise. Choose a .json file whose name begins with 信衡_."
    RECORD_UNREADABLE "浏览器没能读取“{0}”。请确认文件没有被移动、改名或者被其他程序占用，再选择一次。" "The browser could not read “{0}”. Make sure it was not moved, renamed or locked, and choose it again."
    RECORD_PROBLEMS "“{0}”没有打开，有 {1} 处需要改正：" "“{0}” was not opened; things to correct: {1}"
}

/// What a file is called, and its main columns.
#[must_use]
pub fn file_kind(kind: FileKind, locale: Locale) -> (&'static str, &'static str) {
    let (english, columns) = match kind {
        FileKind::Register => {
            ("register of enterprises", "统一社会信用代码、企业名称、成立日期、登记状态、监管领域、风险等级")
        }
        FileKind::Penalties => (
            "penalties",
            "行政处罚决定书文号、处罚类别、罚款金额（万元）、处罚决定日期、公示日期、处罚机关（双公示格式）",
        ),
        FileKind::AbnormalListings => ("abnormal list", "列入原因、列入日期、纠正日期、移出日期"),
        FileKind::SeriousListings => ("serious list", "列入原因、列入日期、履行完毕日期、管理措施截止日期、移出日期"),
        FileKind::CourtListings => ("judgement defaulters", "发布日期、移除日期"),
        FileKind::Inspections => ("inspections", "检查日期、检查方式、检查类型、检查部门、检查结果"),
        FileKind::Leads => ("leads", "线索类型、收到日期、办结日期"),
        FileKind::Commitments => ("credit commitments", "承诺类型、承诺日期、违诺日期"),
    };
    let name = if locale == Locale::Zh { kind.name() } else { english };
    (name, columns)
}

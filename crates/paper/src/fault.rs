//! What a template, a record or a question is refused for, in words.

use facts::Withheld;
use pack::{Text, withheld_text};
use request::Problem;

/// A place in a template: the part of the file, and the text around.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The name of the part: `word/document.xml`.
    pub part: String,
    /// Some of the text of the paragraph, with what the fault is about in the middle.
    pub near: String,
}

/// Why no paper was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file is none that Word or WPS saves as `.docx`.
    NotADocument,
    /// It is a document of the old kind, or has a password.
    OldOrLocked,
    /// A part cannot be read: it is no XML in UTF-8, or its bytes are damaged.
    Broken { part: String },
    /// Elements stand within elements deeper, or there are more of them, than in any document a person writes.
    TooComplex { part: String },
    /// The file has more than [`MAX_FILE_BYTES`](crate::MAX_FILE_BYTES).
    TooLarge,
    /// Its parts have more than [`MAX_UNPACKED_BYTES`](crate::MAX_UNPACKED_BYTES) together.
    UnpackedTooLarge,
    /// Filled it would have more than that.
    FilledTooLarge,
    /// It has macros or other code.
    Macros { part: String },
    /// Something would be fetched from elsewhere when it is opened.
    Linked { part: String, target: String },
    /// There is no such tag; with the nearest that there is.
    UnknownTag { place: Place, tag: String, nearest: String },
    /// `#each` is asked for what is no list.
    NotAList { place: Place, tag: String },
    /// A list stands where a text should.
    IsAList { place: Place, tag: String },
    /// `{{` without `}}` in the same paragraph, or the other way round.
    Braces { place: Place },
    /// `｛｛` instead of `{{`.
    WideBraces { place: Place },
    /// A block that nothing closes.
    NotClosed { place: Place, tag: String },
    /// Something that closes no open block.
    NothingToClose { place: Place, tag: String },
    /// A block that is closed by the end of another.
    ClosedByAnother { place: Place, tag: String, open: String },
    /// `{{else}}` outside `#if`, or a second one in it.
    StrayElse { place: Place },
    /// A block that begins and ends within different paragraphs, beside other text.
    Crosses { place: Place, tag: String },
    /// The record, the request or the tags of the office have these problems.
    Record(Vec<Problem>),
    /// The enterprise is not assessed on that day.
    Withheld(Withheld),
    /// Neither the record nor the question has a day.
    NoDay,
    /// There is no such paper; with those that there are.
    UnknownPaper { met: String, known: String },
    /// There is no such target in the record on that day; with those that there are.
    NoTarget { met: String, known: String },
    /// The record has several targets and the question names none.
    WhichTarget { known: String },
    /// The record has nothing on that day that the paper could be about.
    NothingToWrite,
}

impl Fault {
    /// Says where, what was met, and what to do.
    #[must_use]
    pub fn message(&self) -> Text {
        let at = |place: &Place| {
            let Place { part, near } = place;
            (format!("{}（{part}）中“{near}”处", part_name(part)), format!("{part}, at “{near}”"))
        };
        let said = |(zh, en): (String, String), then_zh: String, then_en: String| Text {
            zh: format!("{zh}：{then_zh}"),
            en: format!("{en}: {then_en}"),
        };
        let whole = |zh: &str, en: &str| Text { zh: zh.to_owned(), en: en.to_owned() };
        let of = |part: &str| (format!("{}（{part}）", part_name(part)), part.to_owned());
        match self {
            Self::NotADocument => whole(
                "文件不是 .docx 文档：请在 Word 或者 WPS 中另存为“Word 文档（*.docx）”",
                "this is no .docx file: save it as a Word document (*.docx) in Word or WPS",
            ),
            Self::OldOrLocked => whole(
                "文件是旧版 .doc 文档或者设有密码：请去掉密码，另存为 .docx 文档",
                "this is an old .doc file or has a password: take the password away and save it as .docx",
            ),
            Self::Broken { part } => said(
                of(part),
                "内容已损坏，无法读取：请在 Word 或者 WPS 中打开后重新保存".to_owned(),
                "cannot be read: open it in Word or WPS and save it again".to_owned(),
            ),
            Self::TooComplex { part } => said(
                of(part),
                "结构过于复杂：请简化表格、文本框的嵌套".to_owned(),
                "its structure is too complex: use fewer tables and boxes within each other".to_owned(),
            ),
            Self::TooLarge => {
                whole("文件超过 10 MB：请压缩其中的图片", "the file is larger than 10 MB: make its pictures smaller")
            }
            Self::UnpackedTooLarge => whole(
                "文件解压后超过 100 MB：请压缩其中的图片",
                "the file unpacks to more than 100 MB: make its pictures smaller",
            ),
            Self::FilledTooLarge => whole(
                "填写后超过 100 MB：请减少模板中循环的内容",
                "filled it would have more than 100 MB: repeat less in the template",
            ),
            Self::Macros { part } => said(
                of(part),
                "含有宏或者控件，不能用作模板：请另存为不含宏的 .docx 文档".to_owned(),
                "has macros or controls: save the template as .docx without them".to_owned(),
            ),
            Self::Linked { part, target } => said(
                of(part),
                format!("链接到文件以外的内容“{target}”：请改为嵌入文档，或者删除"),
                format!("links to “{target}”, which is not in the file: put it into the document, or delete it"),
            ),
            Self::UnknownTag { place, tag, nearest } => said(
                at(place),
                format!("没有“{tag}”这个标签，最接近的是“{nearest}”，请改正"),
                format!("there is no tag “{tag}”; the nearest is “{nearest}”: mend it"),
            ),
            Self::NotAList { place, tag } => said(
                at(place),
                format!("“{tag}”不是列表，不能用 #each：请直接写 {{{{{tag}}}}}，或者用 #if"),
                format!("“{tag}” is no list and cannot be repeated: write {{{{{tag}}}}}, or use #if"),
            ),
            Self::IsAList { place, tag } => said(
                at(place),
                format!("“{tag}”是列表：请写 {{{{#each {tag}}}}} … {{{{/each}}}}"),
                format!("“{tag}” is a list: write {{{{#each {tag}}}}} … {{{{/each}}}}"),
            ),
            Self::Braces { place } => said(
                at(place),
                "花括号不成对：标签应写作 {{名称}}，在同一段落之内".to_owned(),
                "the braces do not pair: a tag is written {{name}}, within one paragraph".to_owned(),
            ),
            Self::WideBraces { place } => said(
                at(place),
                "是全角花括号：请改为半角 {{名称}}".to_owned(),
                "these braces are full-width: write {{name}} with plain ones".to_owned(),
            ),
            Self::NotClosed { place, tag } => said(
                at(place),
                format!("“{{{{#{tag} …}}}}”没有结束：请补上 {{{{/{tag}}}}}"),
                format!("{{{{#{tag} …}}}} is not closed: add {{{{/{tag}}}}}"),
            ),
            Self::NothingToClose { place, tag } => said(
                at(place),
                format!("“{{{{/{tag}}}}}”之前没有对应的开始：请删除，或者补上 {{{{#{tag} …}}}}"),
                format!("{{{{/{tag}}}}} closes nothing: delete it, or add {{{{#{tag} …}}}} before it"),
            ),
            Self::ClosedByAnother { place, tag, open } => said(
                at(place),
                format!("“{{{{#{open} …}}}}”被“{{{{/{tag}}}}}”结束：请改为 {{{{/{open}}}}}，或者调整先后"),
                format!("{{{{#{open} …}}}} is closed by {{{{/{tag}}}}}: write {{{{/{open}}}}}, or mend their order"),
            ),
            Self::StrayElse { place } => said(
                at(place),
                "{{else}} 应在 {{#if}} 与 {{/if}} 之间，且只有一个".to_owned(),
                "{{else}} belongs between {{#if}} and {{/if}}, once".to_owned(),
            ),
            Self::Crosses { place, tag } => said(
                at(place),
                format!("“{{{{#{tag} …}}}}”与结束标签不在同一段落：请让各标签单独成段，或者写在同一段落、同一表格行内"),
                format!(
                    "{{{{#{tag} …}}}} ends in another paragraph: give each of its tags a paragraph of its own, or put all into one paragraph or table row"
                ),
            ),
            Self::Record(problems) => Text::from_both(|locale| {
                problems.iter().map(|problem| problem.message.get(locale)).collect::<Vec<_>>().join("\n")
            }),
            Self::Withheld(why) => Text::from_both(|locale| withheld_text(*why, locale).to_owned()),
            Self::NoDay => whole(
                "记录中没有日期：请用 --on 指明申请日期，如 2026-11-21",
                "the record has no day: give the day of the application, like 2026-11-21",
            ),
            Self::UnknownPaper { met, known } => Text {
                zh: format!("没有“{met}”这种文书，可以选择：{known}"),
                en: format!("there is no paper “{met}”: name one of {known}"),
            },
            Self::NoTarget { met, known } => Text {
                zh: format!("当日的记录中没有该文书可以针对的“{met}”，可以选择：{known}"),
                en: format!("on that day the record has no “{met}” that this paper can be about: name one of {known}"),
            },
            Self::WhichTarget { known } => Text {
                zh: format!("记录中有多个事项，请指明一个：{known}"),
                en: format!("the record has several matters: name one of {known}"),
            },
            Self::NothingToWrite => whole(
                "当日的记录中没有该文书可以针对的事项：请检查记录和日期",
                "on that day the record has nothing that this paper can be about: check the record and the day",
            ),
        }
    }
}

/// What a part of a document is called.
fn part_name(part: &str) -> &'static str {
    let file = part.rsplit('/').next().unwrap_or(part);
    let names = [
        ("document", "正文"),
        ("header", "页眉"),
        ("footer", "页脚"),
        ("footnotes", "脚注"),
        ("endnotes", "尾注"),
        ("comments", "批注"),
    ];
    names.iter().find(|(start, _)| file.starts_with(start)).map_or("文件部分", |(_, name)| *name)
}

impl std::fmt::Display for Fault {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Text { zh, en } = self.message();
        write!(formatter, "{zh}\n{en}")
    }
}

impl std::error::Error for Fault {}

//! What page and worker say to each other.

use web_sys::Blob;

use super::rules::{BookAsk, RulesAsk, RulesTold};
use super::wire::{wired, wired_choice};

use crate::facts::Date;
use crate::pack::{Locale, Phrase};

/// What the page asks of the worker.
#[derive(Debug)]
pub enum Ask {
    /// What was said before of files that were read wrongly, as [`Corrections`](crate::import::Corrections) write it.
    Corrections(String),
    /// Read the files that come with the message.
    Read,
    /// Read the bundle of files at this address.
    ReadBundle(String),
    /// Some rows of the list of enterprises.
    Rows(RowQuery),
    /// What was read.
    Report(ReportAsk),
    /// The record of the enterprise with this credit code.
    Record(String),
    /// Judge by other rules from now on.
    Rules(RulesAsk),
    /// The rules in words.
    Book(BookAsk),
    /// Rows pasted into a record.
    Pasted(PastedAsk),
    /// All that the list shows, as a file.
    File(FileAsk),
    /// Keep the district, forget what was kept, or save it to a file.
    Keep(KeepAsk),
    /// Open the district that the browser keeps.
    Restore,
    /// The passphrase of the archive that was opened last.
    Unseal(String),
    /// Lay the files that come with the message over the district: `whole`, or `additions` alone; behind that, whether facts
    /// changed by hand `keep`, or give way to the `official` ones.
    Later(String),
}

/// What the worker tells the page.
#[derive(Debug)]
pub enum Tell {
    /// How far the reading is.
    Progress(Progress),
    /// The district is there.
    Ready(Ready),
    /// An archive is there that was sealed.
    Sealed(Sealed),
    /// Something that was asked for is done, or cannot be.
    Told(Told),
    /// The files are being read again, or others were laid over them.
    Again(Again),
    Unreadable(Unreadable),
    Rows(RowPage),
    /// What was read.
    Report(ReportTold),
    /// An enterprise of the district.
    Record(RecordTold),
    /// Which rules are now in use, or why those asked for are not.
    Rules(RulesTold),
    /// The page on the rules, as a drawing.
    Book(Vec<String>),
    Pasted(PastedTold),
    File(FileTold),
    /// The program itself is at fault, in its own words; the worker is of no more use.
    Fault(String),
}

wired_choice! {
    Ask {
        0 Read, 1 ReadBundle(address), 2 Rows(query), 3 Report(choice), 4 Record(uscc), 5 Rules(rules), 6 Book(reader),
        7 Pasted(rows), 8 File(file), 9 Corrections(text), 10 Keep(ask), 11 Restore, 12 Unseal(passphrase),
        13 Later(extent),
    }
}

wired_choice! {
    Tell {
        0 Progress(progress), 1 Ready(ready), 2 Unreadable(file), 3 Rows(page), 4 Report(report), 5 Record(record),
        6 Fault(cause), 7 Rules(rules), 8 Book(book), 9 Pasted(told), 10 File(file), 11 Again(text), 12 Sealed(sealed),
        13 Told(told),
    }
}

wired! {
    KeepAsk { act, passphrase, today }
    Ready { lists, made_up, restored, again, enterprises, faults }
    Again { corrections, by_hand }
    RecordTold { record, beside }
    Sealed { name, wrong }
    Told { ends, alarming, zh, en, kept }
    Unreadable { name, cause }
    Progress { name, bytes, total_bytes, rows, seconds_left }
    RowQuery { as_of, english, choices, changed, offset, limit }
    RowPage { query, count, shown, head, columns, rows }
    FileAsk { form, query }
    FileTold { name, content }
    ReportAsk { number, as_of, english, name, value }
    ReportTold { number, drawing }
    PastedAsk { text, uscc, name, in_yuan }
    PastedTold { record, lines, rest, asks_unit }
}

/// What is to be done with the district as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeepAsk {
    /// `keep` in the browser, `forget` what it keeps, or save it to a `file`; `stop` the reading of another month's files,
    /// or go `back` to what they were laid over.
    pub act: String,
    /// What seals the file; empty for a file that lies open.
    pub passphrase: String,
    pub today: Date,
}

/// Files are read again, or others were laid over them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Again {
    /// The corrections that hold from now on, and are to be kept.
    pub corrections: String,
    /// Whether the district has what was changed by hand itself from now on, as far as it holds.
    pub by_hand: bool,
}

/// An enterprise of the district.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordTold {
    /// The record as it is saved; `None` when the district has no enterprise with this credit code.
    pub record: Option<String>,
    /// What is to be known of it besides, each line in both languages.
    pub beside: Vec<(String, String)>,
}

/// A district that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ready {
    /// Whether there is a list of enterprises to show first.
    pub lists: bool,
    /// Whether it is the sample that the site brings along.
    pub made_up: bool,
    /// Whether the browser kept it, and nobody has just opened it.
    pub restored: bool,
    /// Whether its files were read again, and not opened.
    pub again: bool,
    pub enterprises: usize,
    /// What was wrong with the files, in both languages, where there are none.
    pub faults: Vec<(String, String)>,
}

/// An archive that waits for its passphrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    pub name: String,
    /// Whether one was given that is not it.
    pub wrong: bool,
}

/// What is to be told to the person, in both languages; without words nothing is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Whether there is no district after it.
    pub ends: bool,
    pub alarming: bool,
    pub zh: String,
    pub en: String,
    /// Whether the browser keeps a district from now on; `None` where nothing of that has changed.
    pub kept: Option<bool>,
}

impl Told {
    /// A phrase with its values.
    pub(super) fn of(alarming: bool, phrase: Phrase, values: &[&str]) -> Self {
        Self { alarming, zh: phrase.fill(Locale::Zh, values), en: phrase.fill(Locale::En, values), ..Self::default() }
    }
}

/// A file that the browser would not give, or a bundle that could not be fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    pub name: String,
    /// The browser's own words.
    pub cause: String,
}

/// How far the reading of files is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// The file at work.
    pub name: String,
    /// Bytes read of all files.
    pub bytes: u64,
    /// Bytes of all files; 0 while that is not known.
    pub total_bytes: u64,
    /// Rows read of all files.
    pub rows: usize,
    /// How long the rest is likely to take, in seconds; `None` while nothing is known of it.
    pub seconds_left: Option<u64>,
}

/// Which rows of the list of enterprises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowQuery {
    /// The day for which everything is to hold.
    pub as_of: Date,
    pub english: bool,
    /// What the list is narrowed to and ordered by, as names with values; the names are those of the drawing.
    pub choices: Vec<(String, String)>,
    /// The records of the district that are changed on the page: each as it is saved, behind the credit code that its
    /// enterprise has in the files.
    pub changed: Vec<(String, String)>,
    pub offset: usize,
    pub limit: usize,
}

/// Some rows of the list of enterprises, as drawings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowPage {
    pub query: RowQuery,
    /// How many fit the query in all.
    pub count: usize,
    /// How many of them are drawn.
    pub shown: usize,
    /// What stands above the table.
    pub head: Vec<String>,
    /// The head of the table.
    pub columns: Vec<String>,
    pub rows: Vec<String>,
}

/// The list as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileAsk {
    /// `csv` for UTF-8, `gb18030`, or `xlsx`.
    pub form: String,
    /// Of which all rows are meant, wherever it begins.
    pub query: RowQuery,
}

/// A file that is ready to be saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileTold {
    pub name: String,
    /// Nothing where the browser made no file. An address of it would be worth nothing to the page in the single file,
    /// where a browser takes page and worker for strangers.
    pub content: Option<Blob>,
}

/// What was read, once this was chosen of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportAsk {
    /// Which question this is: the answer to an earlier one knows nothing of what was chosen since.
    pub number: u32,
    /// The day that a file of it names.
    pub as_of: Date,
    pub english: bool,
    /// What was chosen, by the names of the drawing; nothing when it is shown for the first time.
    pub name: String,
    pub value: String,
}

/// The answer to the question with this number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportTold {
    pub number: u32,
    pub drawing: Vec<String>,
}

/// Rows pasted into a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastedAsk {
    pub text: String,
    /// The credit code of the record, as far as it is known.
    pub uscc: String,
    /// The name of its enterprise, as far as it is known.
    pub name: String,
    /// Whether amounts without a unit are in yuan rather than in 万元; `None` while that was not asked.
    pub in_yuan: Option<bool>,
}

/// What became of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastedTold {
    /// A saved record with the facts alone.
    pub record: String,
    /// What happened, and then whatever is worth knowing, in Chinese and English.
    pub lines: Vec<(String, String)>,
    /// The rows that were not used.
    pub rest: String,
    /// Whether the unit of amounts must be asked for.
    pub asks_unit: bool,
}

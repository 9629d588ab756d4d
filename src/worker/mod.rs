//! The worker that holds a district and reads other rules, and what page and worker say to each other.
//!
//! The page stays free for the person; files are read, joined, classified and searched here. One worker serves one set
//! of files: for others, to cancel, or after a fault the page ends it and starts a fresh one, which also gives its
//! memory back. Rows pasted into a record are read by a worker of their own, for as long as that takes: the page does
//! not carry the reading of tables. Where there is no district, one is started for the rules alone, as long as they are
//! looked at. What a person corrects of what was recognised is kept by the page, which tells it before the files; the
//! worker keeps the files themselves to read them again. Its program is a module of its own, fetched when it is first needed.
//! What both say to each other is in `messages`. Requests are answered in their order where the answers take no waiting; while
//! files are read, the page requests nothing but the rules.
//!
//! **Invariant:** nothing here judges; classes come from `assess`, and what a row shows is counted from its facts.

mod changed;
mod clerk;
mod client;
mod clock;
mod decoder;
mod files;
mod keep;
mod later;
mod list;
mod messages;
mod open;
mod pasted;
mod pieces;
mod report;
mod rules;
mod serve;
mod session;
mod site;
mod warm_up;
mod workbook;

pub use clerk::Clerk;
pub use client::Client;
pub use clock::{local_time, today};
pub use keep::KEPT_CHANNEL;
pub use list::words as list_words;
pub use messages::{
    Again, Against, AgainstChoice, AgainstFault, Call, ClassCell, ClassCount, ClassFilter, Compared, ComparedRow,
    Comparison, Event, Facet, FacetChoices, FacetEntry, Failure, Figure, Figures, FileForm, Files, InspectionCell,
    KeepRequest, Keeping, KeptDistrict, LaidOver, LaterFiles, LayOverRequest, Laying, ListAnswer, ListBody,
    ListFilesRequest, ListFilter, ListHead, ListPaperRequest, ListPart, ListRequest, ListRow, ListView, Marked,
    Narrowing, OpenRequest, Opened, Outcome, PasteAnswer, PasteRequest, Progress, ReadAgainRequest, Ready,
    RecordAnswer, RecordRequest, RepairCell, RepairFilter, SaveRequest, SavedFile, Sealed, Shown, Source,
    StopLayingRequest, TakeBackRequest, Unreadable, UnsealRequest, Unused, Way,
};
pub use messages::{
    AuthorityList, ColumnField, FileCorrection, HeaderPlace, HeaderRow, MetAuthority, MetWord, ProblemList, ProblemRow,
    RecognisedTable, Recognition, ReportAnswer, ReportChoice, ReportFile, ReportFileRequest, ReportRequest,
    ReportTotals, TableColumn, TableColumns, WordMeaning,
};
pub use report::words as report_words;
pub use rules::{
    CalendarInUse, PARAMETERS_FORMAT, PARAMETERS_VERSION, Rulebook, RulebookRequest, RulesAnswer, RulesInUse,
    RulesPart, RulesRequest,
};
pub use serve::serve;
pub use site::{SAMPLE, at, fetch_text, in_words};
pub use workbook::unpack;

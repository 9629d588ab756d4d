//! What page and worker say to each other.
//!
//! The page sends requests, each with a number. The worker answers each of them, with the answer that belongs to it or with why
//! there is none; besides, it tells events of which nobody asked. All of it is plain data, which `serde-wasm-bindgen` carries as
//! objects of JavaScript; files and blobs go along as they are.

mod district;
mod files;
mod list;
mod report;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize, Serializer};
use wasm_bindgen::JsValue;

pub use super::rules::{Rulebook, RulebookRequest, RulesAnswer, RulesRequest};
pub use district::*;
pub use files::{FileForm, Files, SavedFile};
pub use list::*;
pub use report::*;

/// A request on its way to the worker.
#[derive(Debug, Deserialize)]
pub(super) struct Envelope {
    /// The number that its answer carries, one more for each request to the same worker.
    pub id: u32,
    pub request: Request,
}

/// The same as the page posts it, which knows the one request only.
#[derive(Serialize)]
pub(super) struct Posted<'r, C: Call> {
    pub id: u32,
    #[serde(serialize_with = "by_name")]
    pub request: &'r C,
}

/// Writes a request as the variant of [`Request`] that it is.
fn by_name<C: Call, S: Serializer>(request: &&C, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_newtype_variant("Request", 0, C::NAME, *request)
}

/// What the worker posts to the page: for the one of type `Response` and `Event`, for the other [`Carried`], so that who
/// requests something knows no more than its own answer.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Message<A, E> {
    /// The answer to the request with this number.
    Answer { id: u32, answer: Result<A, Failure> },
    /// Something that happened.
    Event(E),
    /// The program itself is at fault, in its own words; the worker is of no more use.
    Fault(String),
}

/// What was carried and not read yet.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(super) struct Carried(#[serde(with = "serde_wasm_bindgen::preserve")] JsValue);

impl Carried {
    /// Reads it.
    ///
    /// # Errors
    /// [`Failure::NotUnderstood`] where it is something else.
    pub(super) fn read<T: DeserializeOwned>(self) -> Result<T, Failure> {
        serde_wasm_bindgen::from_value(self.0).map_err(|_| Failure::NotUnderstood)
    }
}

/// Why a request has no answer, or a worker answers no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Failure {
    /// The worker's program could not be had, or did not run: in the browser's words.
    NotStarted(String),
    /// The worker's program is at fault, in its own words.
    Fault(String),
    /// The worker was ended before it answered.
    Ended,
    /// The files are being read again: until they are, there is nothing to be asked of the district.
    Busy,
    /// The work was stopped by another request.
    Stopped,
    /// Page and worker are of different builds.
    NotUnderstood,
}

/// Something that is requested of the worker, with the type of its answer.
pub trait Call: Serialize {
    /// The name by which the worker knows it.
    const NAME: &'static str;

    /// What the worker answers.
    type Answer: DeserializeOwned;
}

/// Declares the requests, each with its answer.
macro_rules! calls {
    ($($(#[$doc:meta])* $request:ident($of:ty) => $answer:ident,)+) => {
        /// What the page requests of the worker.
        #[derive(Debug, Deserialize)]
        pub(super) enum Request {
            $($(#[$doc])* $request($of),)+
        }

        /// What the worker answers to the request of the same name. It travels without its name: its number says which it is.
        // It is made where it is answered, and gone once it is posted.
        #[allow(clippy::large_enum_variant)]
        #[derive(Debug, Serialize)]
        #[serde(untagged)]
        pub(super) enum Response {
            $($request($answer),)+
        }

        $(
            impl Call for $of {
                const NAME: &'static str = stringify!($request);
                type Answer = $answer;
            }
        )+
    };
}

calls! {
    /// Read files, or open what the browser keeps.
    Open(OpenRequest) => Opened,
    /// Read the same files again, by the corrections of the report.
    ReadAgain(ReadAgainRequest) => Opened,
    /// Try a passphrase on the archive that was opened last.
    Unseal(UnsealRequest) => Opened,
    /// Lay files of another month over the district.
    LayOver(LayOverRequest) => Opened,
    /// Stop reading the files of another month.
    StopLaying(StopLayingRequest) => Outcome,
    /// Take back what was laid over the district.
    TakeBack(TakeBackRequest) => Opened,
    /// The list of enterprises: some rows, figures or a comparison.
    List(ListRequest) => ListAnswer,
    /// The list for the printer.
    ListPaper(ListPaperRequest) => ListAnswer,
    /// All that the list shows, as files.
    ListFiles(ListFilesRequest) => SavedFiles,
    /// What was read.
    Report(ReportRequest) => ReportAnswer,
    /// What was refused or noticed, as a file.
    ReportFile(ReportFileRequest) => SavedFiles,
    /// The record of an enterprise.
    Record(RecordRequest) => RecordAnswer,
    /// Have the browser keep the district, or forget what it keeps.
    Keep(KeepRequest) => Outcome,
    /// The district as an archive.
    Save(SaveRequest) => Saved,
    /// Judge by other rules from now on.
    Rules(RulesRequest) => RulesAnswer,
    /// The rules in words.
    Rulebook(RulebookRequest) => Rulebook,
    /// Rows pasted into a record.
    Paste(PasteRequest) => PasteAnswer,
}

/// What the worker tells unasked.
#[derive(Debug, Serialize, Deserialize)]
pub enum Event {
    /// How far the reading of files is.
    Progress(Progress),
    /// Files are being read again, or others were laid over them.
    Again(Again),
    /// What the list showed last has changed, for what the browser keeps has.
    List(Box<ListAnswer>),
}

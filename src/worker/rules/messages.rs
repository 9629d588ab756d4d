//! What page and worker say to each other about the rules.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;

use crate::facts::Date;
use crate::worker::wire::{Reading, Wire, wired};

/// What a file of parameters says it is, in its `format` and its `version`.
pub const PARAMETERS_FORMAT: &str = "xinheng-parameters";
pub const PARAMETERS_VERSION: &str = "1";

/// Rules to judge by, from what the product brings along.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RulesAsk {
    /// Comes back with the answer, so that the page knows to which of its questions it belongs.
    pub number: u32,
    /// The text of a pack file; empty for the pack brought along.
    pub pack: String,
    /// The text of a calendar file, whose years are added; empty for the calendar brought along.
    pub calendar: String,
    /// JSON: parameters set otherwise, as they were typed; or a saved file of them.
    pub parameters: String,
}

/// What became of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RulesTold {
    pub number: u32,
    /// Why the rules asked for are not used, in Chinese; then nothing has changed, and what follows is empty.
    pub zh: Vec<String>,
    /// The same in English.
    pub en: Vec<String>,
    /// Whether the page on the rules says all of that at the parameters.
    pub at_parameters: bool,
    /// The compiled pack and calendar.
    pub pack: Vec<u8>,
    /// The compiled pack before its parameters were set otherwise; empty where none is.
    pub base: Vec<u8>,
    pub calendar: Vec<u8>,
    /// The parameters set otherwise, as a JSON object.
    pub parameters: String,
}

/// For whom the rules are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookAsk {
    pub as_of: Date,
    pub english: bool,
    /// Only the entries with these words; all of them where it is empty.
    pub words: String,
    /// Whether the browser keeps a calendar beyond the session.
    pub calendar_kept: bool,
    /// Whether that is the calendar in use.
    pub kept_in_use: bool,
}

/// What rules consist of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RulesPart {
    Pack,
    Calendar,
    Parameters,
}

wired! {
    RulesAsk { number, pack, calendar, parameters }
    RulesTold { number, zh, en, at_parameters, pack, base, calendar, parameters }
    BookAsk { as_of, english, words, calendar_kept, kept_in_use }
}

/// Bytes go as they are: a number each would be a hundred thousand fields.
impl Wire for Vec<u8> {
    fn write(&self, message: &Array) {
        message.push(&Uint8Array::from(self.as_slice()));
    }

    fn read(message: &mut Reading) -> Option<Self> {
        message.next().dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec())
    }
}

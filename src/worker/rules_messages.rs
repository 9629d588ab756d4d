//! What page and worker say to each other about the rules.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;

use super::wire::{Reading, Wire, wired, wired_choice};
use crate::facts::Date;
use crate::rulebook::{Book, Choice, Entering, Entry, Line, Run, Section, Setting};

/// Rules to judge by, from what the product brings along.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RulesAsk {
    /// Comes back with the answer, so that the page knows to which of its questions it belongs.
    pub number: u32,
    /// The text of a pack file; `None` for the pack brought along.
    pub pack: Option<String>,
    /// The text of a calendar file, whose years are added; `None` for the calendar brought along.
    pub calendar: Option<String>,
    /// JSON: parameters set otherwise, as they were typed; or a saved file of them.
    pub parameters: String,
}

/// What became of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RulesTold {
    pub number: u32,
    /// Why the rules asked for are not used; then nothing has changed, and what follows is empty.
    pub faults: Vec<RuleFault>,
    /// The compiled pack and calendar.
    pub pack: Vec<u8>,
    pub calendar: Vec<u8>,
    /// The parameters set otherwise, as a JSON object.
    pub parameters: String,
}

/// Something wrong with rules that were asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleFault {
    pub part: RulesPart,
    /// The parameter; empty where it is about no single one.
    pub id: String,
    pub zh: String,
    pub en: String,
}

/// What rules consist of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RulesPart {
    Pack,
    Calendar,
    Parameters,
}

/// For whom the rules are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookAsk {
    pub as_of: Date,
    pub english: bool,
}

wired! {
    RulesAsk { number, pack, calendar, parameters }
    RulesTold { number, faults, pack, calendar, parameters }
    RuleFault { part, id, zh, en }
    BookAsk { as_of, english }
    Book { sections }
    Section { id, title, lead, entries }
    Entry { id, title, class, marks, lines, setting }
    Line { label, words, items }
    Run { text, to }
    Setting { entering, typed, choices, unit, hint, changed }
    Choice { code, words, chosen }
}

wired_choice! { RulesPart { 0 Pack, 1 Calendar, 2 Parameters } }
wired_choice! { Entering { 0 Text, 1 Range, 2 One, 3 Some, 4 File } }

/// Bytes go as they are: a number each would be a hundred thousand fields.
impl Wire for Vec<u8> {
    fn write(&self, message: &Array) {
        message.push(&Uint8Array::from(self.as_slice()));
    }

    fn read(message: &mut Reading) -> Option<Self> {
        message.next().dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec())
    }
}

//! What page and worker say to each other about the rules.

use serde::{Deserialize, Serialize};

use crate::facts::Date;
use crate::pack::Locale;
use crate::rulebook::Section;

/// What a file of parameters says it is, in its `format` and its `version`.
pub const PARAMETERS_FORMAT: &str = "xinheng-parameters";
pub const PARAMETERS_VERSION: &str = "1";

/// Rules to judge by, from what the product brings along.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulesRequest {
    /// The text of a pack file; empty for the pack brought along.
    pub pack: String,
    /// The text of a calendar file, whose years are added; empty for the calendar brought along.
    pub calendar: String,
    /// JSON: parameters set otherwise, as they were typed; or a saved file of them.
    pub parameters: String,
}

/// The rules as they are used from now on, or why they are not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulesAnswer {
    /// Why the rules asked for are not used, in Chinese; then nothing has changed, and what follows is empty.
    pub zh: Vec<String>,
    /// The same in English.
    pub en: Vec<String>,
    /// Whether the page on the rules says all of that at the parameters.
    pub at_parameters: bool,
    /// The compiled pack and calendar.
    #[serde(with = "serde_bytes")]
    pub pack: Vec<u8>,
    /// The compiled pack before its parameters were set otherwise; empty where none is.
    #[serde(with = "serde_bytes")]
    pub base: Vec<u8>,
    #[serde(with = "serde_bytes")]
    pub calendar: Vec<u8>,
    /// The parameters set otherwise, as a JSON object.
    pub parameters: String,
}

/// The rules in words, for a reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulebookRequest {
    pub as_of: Date,
    pub locale: Locale,
    /// Only the entries with these words; all of them where it is empty.
    pub words: String,
    /// The entries that stay whatever their words are by now: they had them before a value was changed.
    pub found: Vec<String>,
    /// Whether the browser keeps a calendar beyond the session.
    pub calendar_kept: bool,
    /// Whether that is the calendar in use.
    pub kept_in_use: bool,
}

/// The rules in words. Links between entries are their ids.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rulebook {
    /// The language of all its words.
    pub locale: Locale,
    /// The words by which it is narrowed; empty where it is whole.
    pub words: String,
    pub in_use: RulesInUse,
    /// The sections that have entries.
    pub sections: Vec<Section>,
}

/// Which rules are in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulesInUse {
    /// Whether the pack is another than that brought along.
    pub has_own_pack: bool,
    /// Whether parameters are set otherwise than in the pack.
    pub has_changed_parameters: bool,
    pub calendar: CalendarInUse,
}

/// Which calendar is in use, and whether the browser keeps one beyond the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CalendarInUse {
    /// That brought along; none is kept.
    BuiltIn,
    /// That brought along, though another is kept.
    BuiltInWithOtherKept,
    /// That of a file, for the session; none is kept.
    Own,
    /// That of a file, for the session, though another is kept.
    OwnWithOtherKept,
    /// That which is kept.
    Kept,
}

/// What rules consist of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RulesPart {
    Pack,
    Calendar,
    Parameters,
}

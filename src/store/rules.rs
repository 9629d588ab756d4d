//! The rules of the session: what a person changed of those brought along, kept for a reload. A calendar outlives the tab
//! where a person asks for it: the holidays of a year are published once, and are needed in every session after that.

use super::draft::{keep, storage};
use super::kept::storage as lasting;
use crate::json::{self, Value, indented};
use crate::worker::{PARAMETERS_FORMAT, PARAMETERS_VERSION, RulesPart};

const PACK: &str = "xinheng.rules.pack";
const CALENDAR: &str = "xinheng.rules.calendar";
const PARAMETERS: &str = "xinheng.rules.parameters";
/// In the store that outlives the tab.
const KEPT_CALENDAR: &str = "xinheng.calendar";

/// What differs from the rules that the product brings along.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    pub pack: Option<RulesFile>,
    pub calendar: Option<RulesFile>,
    /// The parameters set otherwise, with their values as JSON.
    pub parameters: Vec<(String, Value)>,
}

/// A file that was opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RulesFile {
    pub name: String,
    pub text: String,
}

impl RulesFile {
    /// The name of a file has no line break.
    fn read(text: &str) -> Option<Self> {
        let (name, text) = text.split_once('\n')?;
        Some(Self { name: name.to_owned(), text: text.to_owned() })
    }

    fn write(&self) -> String {
        [&*self.name, "\n", &self.text].concat()
    }
}

/// The calendar that the browser keeps, whichever tab it was opened in; nothing where there is none.
#[must_use]
pub fn kept_calendar() -> Option<RulesFile> {
    RulesFile::read(&lasting()?.get_item(KEPT_CALENDAR).ok()??)
}

/// Keeps a calendar in the place of the one before, or keeps none any longer; whether the browser did.
pub fn keep_calendar(file: Option<&RulesFile>) -> bool {
    let Some(storage) = lasting() else { return false };
    let done = match file {
        Some(file) => storage.set_item(KEPT_CALENDAR, &file.write()),
        None => storage.remove_item(KEPT_CALENDAR),
    };
    done.is_ok()
}

impl Changes {
    /// Whether nothing is changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pack.is_none() && self.calendar.is_none() && self.parameters.is_empty()
    }

    /// What this tab kept, and the calendar that the browser keeps where the tab has none of its own. What cannot be read
    /// is as if it had not been kept.
    #[must_use]
    pub fn load() -> Self {
        let Some(storage) = storage() else { return Self { calendar: kept_calendar(), ..Self::default() } };
        let kept = |key| storage.get_item(key).ok().flatten();
        let file = |key| RulesFile::read(&kept(key)?);
        let parameters = match kept(PARAMETERS).map(|text| json::parse(&text)) {
            Some(Ok(Value::Object(fields))) => fields,
            _ => Vec::new(),
        };
        Self { pack: file(PACK), calendar: file(CALENDAR).or_else(kept_calendar), parameters }
    }

    /// Keeps them for a reload; whether the browser did.
    pub fn keep(&self) -> bool {
        let mut kept = true;
        // The calendar that the browser keeps is not the tab's as well: it would outlive its being taken out elsewhere.
        let calendar = self.calendar.as_ref().filter(|file| kept_calendar().as_ref() != Some(file));
        for (key, file) in [(PACK, self.pack.as_ref()), (CALENDAR, calendar)] {
            kept &= keep(key, file.map(RulesFile::write).as_deref());
        }
        kept & keep(PARAMETERS, (!self.parameters.is_empty()).then(|| self.parameters_text()).as_deref())
    }

    /// The parameters as JSON.
    #[must_use]
    pub fn parameters_text(&self) -> String {
        indented(&Value::Object(self.parameters.clone()))
    }
}

/// The text of a file of parameters for the pack with this id.
#[must_use]
pub fn parameters_file(pack: &str, changes: &Changes) -> String {
    let fields = [
        ("format", Value::String(PARAMETERS_FORMAT.to_owned())),
        ("version", Value::Number(PARAMETERS_VERSION.to_owned())),
        ("pack", Value::String(pack.to_owned())),
        ("parameters", Value::Object(changes.parameters.clone())),
    ];
    indented(&Value::Object(fields.map(|(name, value)| (name.to_owned(), value)).into()))
}

/// Which part of the rules the value of a JSON file is; `None` for anything else.
#[must_use]
pub fn rules_part(value: &Value) -> Option<RulesPart> {
    let Value::Object(fields) = value else { return None };
    let has = |key: &str| value.get(key).is_some();
    let is_year = |name: &str| name.len() == 4 && name.bytes().all(|letter| letter.is_ascii_digit());
    if has("rules") || has("sources") {
        return Some(RulesPart::Pack);
    }
    if has("parameters") && !has("enterprise") {
        return Some(RulesPart::Parameters);
    }
    (!fields.is_empty() && fields.iter().all(|(name, _)| is_year(name))).then_some(RulesPart::Calendar)
}

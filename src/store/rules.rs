//! The rules of the session: what a person changed of those brought along, kept for a reload.

use super::draft::{keep, storage};
use crate::json::{self, Value, indented};
use crate::worker::{PARAMETERS_FORMAT, PARAMETERS_VERSION, RulesPart};

const PACK: &str = "xinheng.rules.pack";
const CALENDAR: &str = "xinheng.rules.calendar";
const PARAMETERS: &str = "xinheng.rules.parameters";

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

impl Changes {
    /// Whether nothing is changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pack.is_none() && self.calendar.is_none() && self.parameters.is_empty()
    }

    /// What this tab kept. What cannot be read is as if it had not been kept.
    #[must_use]
    pub fn load() -> Self {
        let Some(storage) = storage() else { return Self::default() };
        let kept = |key| storage.get_item(key).ok().flatten();
        // The name of a file has no line break.
        let file = |key| {
            let (name, text) = kept(key)?.split_once('\n').map(|(name, text)| (name.to_owned(), text.to_owned()))?;
            Some(RulesFile { name, text })
        };
        let parameters = match kept(PARAMETERS).map(|text| json::parse(&text)) {
            Some(Ok(Value::Object(fields))) => fields,
            _ => Vec::new(),
        };
        Self { pack: file(PACK), calendar: file(CALENDAR), parameters }
    }

    /// Keeps them for a reload; whether the browser did.
    pub fn keep(&self) -> bool {
        let mut kept = true;
        for (key, file) in [(PACK, &self.pack), (CALENDAR, &self.calendar)] {
            kept &= keep(key, file.as_ref().map(|file| [&*file.name, "\n", &file.text].concat()).as_deref());
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

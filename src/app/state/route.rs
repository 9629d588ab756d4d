//! Which page is shown: the part of the address behind `#`.

use wasm_bindgen::JsValue;

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// Files are opened here.
    Start,
    /// The enterprises that were found.
    List,
    /// What became of files and rows.
    Report,
    /// A record that is open, by the number of its tab.
    Record(u32),
    /// An enterprise of the district, by its credit code, that is about to be opened.
    Enterprise(String),
    /// The rules in words, and the entry to be shown of them.
    Rules(Option<String>),
    /// The terms that the help explains, to be looked for.
    Glossary,
    /// The help, and the entry to be shown of it.
    Help(Option<String>),
    Unknown,
}

impl Route {
    /// The page that the address names.
    #[must_use]
    pub fn current() -> Self {
        let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
        match hash.as_str() {
            "" | "#" | "#/" => Self::Start,
            "#/list" => Self::List,
            "#/report" => Self::Report,
            "#/rules" => Self::Rules(None),
            "#/glossary" => Self::Glossary,
            "#/help" => Self::Help(None),
            other => {
                if let Some(Ok(id)) = other.strip_prefix("#/record/").map(str::parse) {
                    return Self::Record(id);
                }
                let below = |page| js_sys::decode_uri_component(other.strip_prefix(page)?).ok().map(String::from);
                let rules = || below("#/rules/").map(|entry| Self::Rules(Some(entry)));
                let help = || below("#/help/").map(|entry| Self::Help(Some(entry)));
                below("#/enterprise/").map(Self::Enterprise).or_else(rules).or_else(help).unwrap_or(Self::Unknown)
            }
        }
    }

    /// What an address has behind it to lead here.
    #[must_use]
    pub fn hash(&self) -> String {
        let below = |page: &str, name: &str| [page, &String::from(js_sys::encode_uri_component(name))].concat();
        match self {
            Self::Start | Self::Unknown => "#/".to_owned(),
            Self::List => "#/list".to_owned(),
            Self::Report => "#/report".to_owned(),
            Self::Record(id) => format!("#/record/{id}"),
            Self::Enterprise(code) => below("#/enterprise/", code),
            Self::Rules(None) => "#/rules".to_owned(),
            Self::Rules(Some(entry)) => below("#/rules/", entry),
            Self::Glossary => "#/glossary".to_owned(),
            Self::Help(None) => "#/help".to_owned(),
            Self::Help(Some(entry)) => below("#/help/", entry),
        }
    }

    /// Whether the build that is fetched first has the page.
    #[must_use]
    pub fn is_in_first(&self) -> bool {
        match self {
            Self::Start | Self::Record(_) | Self::Help(_) | Self::Unknown => true,
            Self::List | Self::Report | Self::Enterprise(_) | Self::Rules(_) | Self::Glossary => false,
        }
    }

    /// Goes there; the browser remembers where one came from.
    pub fn go(&self) {
        if let Some(window) = web_sys::window() {
            // Refused only by a document that is being left.
            let _: Result<(), JsValue> = window.location().set_hash(&self.hash());
        }
    }

    /// Goes there in the place of what is shown, so that the way back does not lead there again.
    pub fn go_instead(&self) {
        if let Some(window) = web_sys::window() {
            // As above.
            let _: Result<(), JsValue> = window.location().replace(&self.hash());
        }
    }
}

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
    /// One enterprise, by its credit code.
    Enterprise(String),
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
            other => match other.strip_prefix("#/enterprise/").map(js_sys::decode_uri_component) {
                Some(Ok(code)) => Self::Enterprise(code.into()),
                _ => Self::Unknown,
            },
        }
    }

    /// What an address has behind it to lead here.
    #[must_use]
    pub fn hash(&self) -> String {
        match self {
            Self::Start | Self::Unknown => "#/".to_owned(),
            Self::List => "#/list".to_owned(),
            Self::Report => "#/report".to_owned(),
            Self::Enterprise(code) => {
                format!("#/enterprise/{}", String::from(js_sys::encode_uri_component(code)))
            }
        }
    }

    /// Goes there; the browser remembers where one came from.
    pub fn go(&self) {
        if let Some(window) = web_sys::window() {
            // Refused only by a document that is being left.
            let _: Result<(), JsValue> = window.location().set_hash(&self.hash());
        }
    }
}

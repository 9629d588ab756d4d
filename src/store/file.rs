//! A file of JSON: offered for saving, and read again.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

use crate::facts::Date;
use crate::json::{self, Value};

/// A record is some kilobytes; what is so much larger is another file.
const MAX_BYTES: f64 = 32.0 * 1024.0 * 1024.0;

/// Why a file cannot be opened as JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenFault {
    /// Far larger than any record.
    TooLarge,
    /// The browser does not give its content.
    Unreadable,
    /// It is no JSON.
    NotJson,
}

/// The name under which a record is saved: 信衡_名称_2026-11-21.json.
///
/// ```
/// use xinheng::facts::Date;
///
/// let as_of = Date::from_ymd_opt(2026, 11, 21).unwrap();
/// assert_eq!(xinheng::store::file_name("甲/乙 有限公司", as_of), "信衡_甲_乙_有限公司_2026-11-21.json");
/// ```
#[must_use]
pub fn file_name(name: &str, as_of: Date) -> String {
    // What some system forbids in names of files, and blanks, which break in mail.
    let plain = |letter: char| {
        let forbidden = letter.is_whitespace() || letter.is_control() || r#"/\:*?"<>|"#.contains(letter);
        if forbidden { '_' } else { letter }
    };
    let name: String = name.chars().take(60).map(plain).collect();
    format!("信衡_{name}_{as_of}.json")
}

/// Offers a JSON text to the person as a file to save.
///
/// # Errors
/// What the browser says when it makes no file of it.
pub fn offer(name: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("application/json");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    save(name, &blob)
}

/// Offers a content to the person as a file to save.
///
/// # Errors
/// What the browser says when it makes no link to it.
pub fn save(name: &str, content: &Blob) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(content)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser has taken the content over when the click returns.
    Url::revoke_object_url(&address)
}

/// Reads a file as text.
///
/// # Errors
/// It is too large, or the browser does not give its content.
pub async fn read_text(file: &File) -> Result<String, OpenFault> {
    if file.size() > MAX_BYTES {
        return Err(OpenFault::TooLarge);
    }
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    text.ok_or(OpenFault::Unreadable)
}

/// Reads a file as JSON.
///
/// # Errors
/// As [`OpenFault`] has it.
pub async fn read_json(file: &File) -> Result<Value, OpenFault> {
    let text = read_text(file).await?;
    json::parse(text.trim_start_matches('\u{FEFF}')).map_err(|_| OpenFault::NotJson)
}

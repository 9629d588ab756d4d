//! What page and worker fetch of the site itself.

use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Response, Worker};

/// Where the tables of the made-up district lie, below the folder of the site.
pub const SAMPLE: &str = "sample/district.txt";

#[wasm_bindgen]
extern "C" {
    /// The browser's, which window and worker both have.
    #[wasm_bindgen(js_name = fetch)]
    fn fetch(address: &str) -> Promise;

    /// The address of a file of the product: "help/zh.json". `www/boot.js` and `www/boot_worker.js` know the folder of the
    /// site; in the single file `www/single.js` has all files at hand.
    #[wasm_bindgen(js_namespace = xinheng)]
    pub fn at(name: &str) -> String;

    /// A worker of the page that nothing was asked of yet. `www/boot.js` has one ready once files are likely to come.
    ///
    /// # Errors
    /// What the browser says when it starts no worker.
    #[wasm_bindgen(js_namespace = xinheng, catch)]
    pub(super) fn worker() -> Result<Worker, JsValue>;
}

/// The text at an address.
///
/// # Errors
/// What the browser says where nothing answers; the status where the answer is no success, 404 for one.
pub async fn fetch_text(address: &str) -> Result<String, JsValue> {
    let response: Response = JsFuture::from(fetch(address)).await?.dyn_into()?;
    if !response.ok() {
        return Err(response.status().to_string().into());
    }
    Ok(JsFuture::from(response.text()?).await?.as_string().unwrap_or_default())
}

/// Why a worker with this script failed. One that cannot be had is told by an event without a message.
#[must_use]
pub(super) fn worker_fault(event: &JsValue, script: &str) -> String {
    Some(in_words(event)).filter(|words| !words.is_empty()).unwrap_or_else(|| script.to_owned())
}

/// What the browser says of a fault: a text, or something with a `message`.
#[must_use]
pub fn in_words(cause: &JsValue) -> String {
    cause.as_string().or_else(|| Reflect::get(cause, &"message".into()).ok()?.as_string()).unwrap_or_default()
}

/// A file made of these pieces.
pub(super) fn file_of(pieces: &Array, kind: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_u8_array_sequence_and_options(pieces, &options).ok()
}

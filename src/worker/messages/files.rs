//! Files and blobs, which travel as they are: the browser copies a reference, and no content.

use js_sys::Array;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_wasm_bindgen::preserve;
use wasm_bindgen::JsCast;
use web_sys::{Blob, File};

/// Files of the browser.
#[derive(Clone, Debug, Default)]
pub struct Files(pub Vec<File>);

impl Serialize for Files {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        preserve::serialize(&self.0.iter().collect::<Array>(), serializer)
    }
}

impl<'de> Deserialize<'de> for Files {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let files: Array = preserve::deserialize(deserializer)?;
        Ok(Self(files.iter().filter_map(|file| file.dyn_into().ok()).collect()))
    }
}

/// A file that is ready to be saved.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SavedFile {
    pub name: String,
    /// Its content. An address of it would be worth nothing to the page in the single file, where a browser takes page and
    /// worker for strangers.
    #[serde(with = "preserve")]
    pub content: Blob,
}

/// In what form a file is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileForm {
    /// Text in UTF-8.
    Csv,
    /// Text in GB18030, for older spreadsheets.
    Gb18030,
    /// An Excel workbook.
    Xlsx,
}

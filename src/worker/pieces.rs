//! Files in pieces, of which the browser reads the next while one is worked on.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// How much of a file is read at a time: large enough to be quick, small enough to show progress.
pub(super) const PIECE_BYTES: f64 = 2.0 * 1024.0 * 1024.0;

/// The pieces of some files.
pub(super) struct Pieces<'f> {
    files: &'f [File],
    /// What the browser was asked for: the place of the file, where the piece begins, and its bytes.
    begun: Option<(usize, f64, JsFuture)>,
}

impl<'f> Pieces<'f> {
    pub(super) fn new(files: &'f [File]) -> Self {
        Self { files, begun: None }
    }

    /// The piece of the file at this index that begins here, and asks for the one behind it, of this file or the next.
    /// `None` at the end.
    ///
    /// # Errors
    /// What the browser says where it does not give the file.
    pub(super) async fn take(&mut self, index: usize, start: f64) -> Result<Option<Vec<u8>>, JsValue> {
        if self.begun.as_ref().is_none_or(|(of, from, _)| (*of, *from) != (index, start)) {
            self.begin(index, start)?;
        }
        let Some((.., piece)) = self.begun.take() else { return Ok(None) };
        let bytes = piece.await?;
        let end = start + PIECE_BYTES;
        let more = self.files.get(index).is_some_and(|file| end < file.size());
        let (index, start) = if more { (index, end) } else { (index + 1, 0.0) };
        // What goes wrong with it is told when it is taken.
        let _ = self.begin(index, start);
        Ok(Some(Uint8Array::new(&bytes).to_vec()))
    }

    fn begin(&mut self, index: usize, start: f64) -> Result<(), JsValue> {
        self.begun = None;
        if let Some(file) = self.files.get(index).filter(|file| start < file.size()) {
            self.begun = Some((index, start, read(file, start, start + PIECE_BYTES)?));
        }
        Ok(())
    }
}

/// Some bytes of a file, as many as there are.
pub(super) async fn read_piece(file: &File, start: f64, end: f64) -> Result<Vec<u8>, JsValue> {
    Ok(Uint8Array::new(&read(file, start, end)?.await?).to_vec())
}

fn read(file: &File, start: f64, end: f64) -> Result<JsFuture, JsValue> {
    Ok(JsFuture::from(file.slice_with_f64_and_f64(start, end)?.array_buffer()))
}

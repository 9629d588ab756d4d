//! Reads files piece by piece, and tells how far that is.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::File;

use super::clock::today;
use super::decoder;
use super::messages::Progress;
use super::pieces::{PIECE_BYTES, Pieces};
use super::site::fetch_text;
use super::workbook::take_workbook;
use crate::import::{Corrections, Fault, Import, Importer, is_workbook, unbundle};
use crate::pack::Figure;

/// It is told how far the reading is no more often than this, in milliseconds.
const TELL_EVERY_MS: f64 = 100.0;

/// Reads files one after the other; `tell` hears how far that is.
///
/// # Errors
/// The name of a file that the browser would not give, with the browser's own words.
pub(super) async fn read_files(
    tell: impl Fn(Progress) + Clone + 'static,
    files: &[File],
    importer: Importer,
) -> Result<Import, (String, JsValue)> {
    let importer = Rc::new(RefCell::new(importer));
    let total: f64 = files.iter().map(|file| file.size()).sum();
    let mut before = 0.0;
    let began = js_sys::Date::now();
    let told = Rc::new(Cell::new(0.0));
    let mut pieces = Pieces::new(files);
    for (index, file) in files.iter().enumerate() {
        // The page puts its folders before the name of a file that came with a folder.
        if importer.borrow_mut().passes_over(&file.name()) {
            before += file.size();
            continue;
        }
        importer.borrow_mut().open(&file.name());
        let (tell, told) = (tell.clone(), told.clone());
        let read = move |importer: &Importer, bytes| {
            let now = js_sys::Date::now();
            // The page draws all that it is told.
            if now - told.get() >= TELL_EVERY_MS {
                told.set(now);
                tell(progress(importer, before + bytes, total, now - began));
            }
        };
        read_file(&importer, (file, index), &mut pieces, read).await.map_err(|cause| (file.name(), cause))?;
        importer.borrow_mut().close();
        before += file.size();
    }
    let importer = importer.replace(importer_for(Corrections::default(), &[]));
    Ok(importer.finish())
}

/// Reads the file that an importer has open, the one at this index of the files in pieces; `tell` hears how many bytes of
/// it were read.
async fn read_file(
    importer: &Rc<RefCell<Importer>>,
    (file, index): (&File, usize),
    pieces: &mut Pieces<'_>,
    tell: impl Fn(&Importer, f64) + 'static,
) -> Result<(), JsValue> {
    let mut start = 0.0;
    while start < file.size() {
        let Some(piece) = pieces.take(index, start).await? else { break };
        let end = file.size().min(start + PIECE_BYTES);
        if start == 0.0 && is_workbook(&piece) {
            let most = importer.borrow().limits().workbook_bytes;
            if file.size() > most as f64 {
                importer.borrow_mut().refuse(Fault::WorkbookTooLarge);
                return Ok(());
            }
            return take_workbook(importer, file, move |importer| tell(importer, 0.0)).await;
        }
        let goes_on = importer.borrow_mut().feed(&piece);
        start = if goes_on { end } else { file.size() };
        tell(&importer.borrow(), start);
    }
    Ok(())
}

/// Reads the files of the bundle at an address.
///
/// # Errors
/// The browser's own words where it cannot be had.
pub(super) async fn read_bundle(address: &str, mut importer: Importer) -> Result<Import, JsValue> {
    let text = fetch_text(address).await?;
    for (name, file) in unbundle(&text) {
        importer.open(name);
        importer.feed(file.as_bytes());
        importer.close();
    }
    Ok(importer.finish())
}

/// How far the reading is; so far it took `spent` milliseconds.
fn progress(importer: &Importer, bytes: f64, total_bytes: f64, spent: f64) -> Progress {
    let files = importer.files();
    // As if the rest went as quickly as what is done.
    let left = spent / bytes * (total_bytes - bytes) / 1000.0;
    Progress {
        name: files.last().map(|file| file.name.clone()).unwrap_or_default(),
        bytes: bytes as u64,
        total_bytes: total_bytes as u64,
        rows: files.iter().map(|file| file.rows).sum(),
        seconds_left: left.is_finite().then_some(left.ceil() as u64),
    }
}

/// An importer that reads as a person said, with the figures of the rules, and knows what day it is.
pub(super) fn importer_for(corrections: Corrections, figures: &[Figure]) -> Importer {
    Importer::new(decoder::gb18030).with_corrections(corrections).with_figures(figures).with_today(today())
}

//! Keeping the district in this browser, and opening what it keeps.

use wasm_bindgen_futures::spawn_local;
use web_sys::File;

use super::super::{Action, Model, ViewAction};
use super::notice::notice;
use super::opening::start;
use super::worker::{Dispatch, Purpose, request, save_files, take_opened, take_outcome};
use crate::app::text;
use crate::store::{is_kept, wipe};
use crate::worker::{
    Files, KeepRequest, LayOverRequest, Laying, Opened, SaveRequest, Source, StopLayingRequest, TakeBackRequest,
    UnsealRequest,
};

/// Has the browser keep the district from now on, or forget what it keeps.
pub fn keep_district(model: &Model, keep: bool) {
    if model.state().district.is_ready() {
        let today = model.state().view.today;
        request(model, KeepRequest { keep, today }, take_outcome);
    }
}

/// Saves the district to a file with the text of a ledger, encrypted where there is a passphrase.
pub fn save_district(model: &Model, passphrase: String, ledger: String) {
    if model.state().district.is_ready() {
        let today = model.state().view.today;
        let said = if passphrase.is_empty() { text::SAVED_OPEN } else { text::SAVED_SEALED };
        request(model, SaveRequest { passphrase, today, ledger }, move |dispatch, saved| match saved {
            Ok(file) => {
                let told = notice(false, said, &[&file.name]);
                // A file that could not be saved is told of afterwards, in the place of this.
                dispatch(Action::View(ViewAction::Notice(Some(told))));
                save_files(dispatch, &[file]);
            }
            Err(outcome) => take_outcome(dispatch, outcome),
        });
    }
}

/// Lays files of another month over the district.
pub fn lay_over(model: &Model, files: Vec<File>, laying: Laying) {
    request(model, LayOverRequest { files: Files(files), laying }, take_laid_over);
}

/// Stops the reading of files that are to be laid over the district.
pub fn stop_laying(model: &Model) {
    if model.state().district.is_ready() {
        request(model, StopLayingRequest {}, take_outcome);
    }
}

/// Takes back what was laid over the district.
pub fn take_back(model: &Model) {
    if model.state().district.is_ready() {
        request(model, TakeBackRequest {}, take_laid_over);
    }
}

/// Takes in what became of files that were laid over the district. Nobody is led away from what is being looked at.
fn take_laid_over(dispatch: Dispatch, opened: Opened) {
    take_opened(dispatch, Purpose { made_up: false, stays: false }, opened);
}

/// Tries a passphrase on the archive that waits for one.
pub fn unseal(model: &Model, passphrase: String) {
    let stays = model.state().district.aside.is_some();
    request(model, UnsealRequest { passphrase }, move |dispatch, opened| {
        take_opened(dispatch, Purpose { made_up: false, stays }, opened);
    });
}

/// Opens the district that this browser keeps, if it does.
pub fn restore_district(model: &Model) {
    let model = model.clone();
    spawn_local(async move {
        // Files that were opened meanwhile are what the person wants.
        if is_kept().await && model.workers.borrow().is_empty() {
            start(&model, false, Source::Kept);
        }
    });
}

/// Forgets everything that this browser keeps, and begins anew.
pub fn wipe_all() {
    wipe();
    if let Some(window) = web_sys::window() {
        // What is on the page goes as well; a page can always be loaded anew.
        let _ = window.location().reload();
    }
}

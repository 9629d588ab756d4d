//! Keeping the district in this browser, and opening what it keeps.

use wasm_bindgen_futures::spawn_local;
use web_sys::File;

use super::super::{District, Model};
use super::files::start;
use super::worker::{Dispatch, Purpose, request, save_files, take_opened, take_outcome};
use crate::district::{ByHand, Extent};
use crate::store::{is_kept, wipe};
use crate::worker::{
    Files, KeepRequest, LayOverRequest, Laying, Opened, SaveRequest, Source, StopLayingRequest, TakeBackRequest,
    UnsealRequest,
};

/// Has the worker keep the district, forget what is kept, or save it to a file, sealed where there is a passphrase; or ends
/// the laying over of another month's files, or takes it back.
pub fn keep_district(model: &Model, act: &str, passphrase: String) {
    let today = model.state().today;
    if !matches!(model.state().district, District::Ready { .. }) {
        return;
    }
    match act {
        "keep" | "forget" => request(model, KeepRequest { keep: act == "keep", today }, take_outcome),
        "stop" => request(model, StopLayingRequest {}, take_outcome),
        "back" => request(model, TakeBackRequest {}, take_laid_over),
        _ => request(model, SaveRequest { passphrase, today }, |dispatch, saved| match saved {
            Ok(file) => save_files(dispatch, &[file]),
            Err(outcome) => take_outcome(dispatch, outcome),
        }),
    }
}

/// Lays files over the district: `whole` or `additions`, and whether facts changed by hand `keep`, or give way as `official`.
pub fn lay_over(model: &Model, laying: &str, files: Vec<File>) {
    request(model, LayOverRequest { files: Files(files), laying: laying_of(laying) }, take_laid_over);
}

/// Takes in what became of files that were laid over the district. Nobody is led away from what is being looked at.
fn take_laid_over(dispatch: Dispatch, opened: Opened) {
    take_opened(dispatch, Purpose { made_up: false, stays: false }, opened);
}

fn laying_of(said: &str) -> Laying {
    let (extent, by_hand) = said.split_once(' ').unwrap_or((said, ""));
    Laying {
        extent: if extent == "whole" { Extent::Whole } else { Extent::Additions },
        by_hand: if by_hand == "official" { ByHand::Official } else { ByHand::Keep },
    }
}

/// Tries a passphrase on the archive that waits for one.
pub fn unseal(model: &Model, passphrase: String) {
    let stays = model.state().aside.is_some();
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

//! Keeping the district in this browser, and opening what it keeps.

use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, FileList, HtmlInputElement};

use super::super::{District, Model};
use super::files::start;
use super::folder::listed;
use super::worker::{Dispatch, Purpose, request, save_files, take_opened, take_outcome};
use crate::app::ground;
use crate::app::hooks::{VALUE, text_of};
use crate::district::{ByHand, Extent};
use crate::store::{is_kept, wipe};
use crate::worker::{
    Files, KeepRequest, LayOverRequest, Laying, Opened, SaveRequest, Source, StopLayingRequest, TakeBackRequest,
    UnsealRequest,
};

/// The field in which a passphrase is typed.
pub const PASSPHRASE: &str = "passphrase";

/// Has the worker keep the district, forget what is kept, or save it to a file; or ends the laying over of another month's
/// files, or takes it back.
pub fn keep_district(model: &Model, act: &str) {
    let today = model.state().today;
    if !matches!(model.state().district, District::Ready { .. }) {
        return;
    }
    match act {
        "keep" | "forget" => request(model, KeepRequest { keep: act == "keep", today }, take_outcome),
        "stop" => request(model, StopLayingRequest {}, take_outcome),
        "back" => request(model, TakeBackRequest {}, take_laid_over),
        _ => request(model, SaveRequest { passphrase: typed(), today }, |dispatch, saved| match saved {
            Ok(file) => save_files(dispatch, &[file]),
            Err(outcome) => take_outcome(dispatch, outcome),
        }),
    }
}

/// Lays the files that were chosen in a field over the district, in the way that the field says.
pub fn lay_over(model: &Model, field: &HtmlInputElement, files: FileList) {
    if let Some(laying) = field.get_attribute(VALUE).map(|said| laying_of(&said)) {
        request(model, LayOverRequest { files: Files(listed(files)), laying }, take_laid_over);
    }
    // So that choosing the same files again is a change again.
    field.set_value("");
}

/// Takes in what became of files that were laid over the district. Nobody is led away from what is being looked at.
fn take_laid_over(dispatch: Dispatch, opened: Opened) {
    take_opened(dispatch, Purpose { made_up: false, stays: false }, opened);
}

/// `whole` or `additions`, and whether facts changed by hand `keep`, or give way as `official`.
fn laying_of(said: &str) -> Laying {
    let (extent, by_hand) = said.split_once(' ').unwrap_or((said, ""));
    Laying {
        extent: if extent == "whole" { Extent::Whole } else { Extent::Additions },
        by_hand: if by_hand == "official" { ByHand::Official } else { ByHand::Keep },
    }
}

/// Tries the passphrase that was typed.
pub fn unseal(model: &Model) {
    let stays = model.state().aside.is_some();
    request(model, UnsealRequest { passphrase: typed() }, move |dispatch, opened| {
        take_opened(dispatch, Purpose { made_up: false, stays }, opened);
    });
}

fn typed() -> String {
    ground::with_id::<Element>(PASSPHRASE).and_then(|field| text_of(&field)).unwrap_or_default()
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

//! Keeping the district in this browser, and opening what it keeps.

use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, FileList, HtmlInputElement};

use super::super::{District, Model};
use super::files::start;
use super::folder::listed;
use crate::app::ground;
use crate::app::hooks::{VALUE, text_of};
use crate::store::{is_kept, wipe};
use crate::worker::{Ask, KeepAsk};

/// The field in which a passphrase is typed.
pub const PASSPHRASE: &str = "passphrase";

/// Has the worker keep the district, forget what is kept, or save it to a file.
pub fn ask_keep(model: &Model, act: String) {
    if matches!(model.state().district, District::Ready { .. }) {
        let ask = Ask::Keep(KeepAsk { act, passphrase: typed(), today: model.state().today });
        model.with_worker(|worker| worker.ask(&ask, &[]));
    }
}

/// Lays the files that were chosen in a field of the worker's over the district.
pub fn ask_later(model: &Model, field: &HtmlInputElement, files: FileList) {
    if let Some(extent) = field.get_attribute(VALUE) {
        model.with_worker(|worker| worker.ask(&Ask::Later(extent), &listed(files)));
    }
    // So that choosing the same files again is a change again.
    field.set_value("");
}

/// Tries the passphrase that was typed.
pub fn unseal(model: &Model) {
    model.with_worker(|worker| worker.ask(&Ask::Unseal(typed()), &[]));
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
            start(&model, false, &Ask::Restore, &[]);
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

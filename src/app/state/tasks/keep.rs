//! Keeping the district in this browser, and opening what it keeps.

use wasm_bindgen_futures::spawn_local;

use super::super::{District, Model};
use super::files::start;
use crate::app::hooks::text_of;
use crate::store::{is_kept, wipe};
use crate::worker::{Ask, KeepAsk};

/// The field in which a passphrase is typed.
pub const PASSPHRASE: &str = "passphrase";

/// Has the worker keep the district, forget what is kept, or save it to a file.
pub fn ask_keep(model: &Model, act: String) {
    if let (District::Ready { .. }, Some(worker)) = (&model.state.district, &*model.worker.borrow()) {
        let passphrase = typed();
        worker.ask(&Ask::Keep(KeepAsk { act, passphrase, today: model.state.today }), &[]);
    }
}

/// Tries the passphrase that was typed.
pub fn unseal(model: &Model) {
    if let Some(worker) = &*model.worker.borrow() {
        worker.ask(&Ask::Unseal(typed()), &[]);
    }
}

fn typed() -> String {
    let field = web_sys::window().and_then(|window| window.document()?.get_element_by_id(PASSPHRASE));
    field.and_then(|field| text_of(&field)).unwrap_or_default()
}

/// Opens the district that this browser keeps, if it does.
pub fn restore_district(model: &Model) {
    let model = model.clone();
    spawn_local(async move {
        // Files that were opened meanwhile are what the person wants.
        if is_kept().await && model.worker.borrow().is_none() {
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

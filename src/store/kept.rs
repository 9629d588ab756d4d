//! Whether this browser keeps a district, which a worker has in the browser's own database.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, Storage};

use super::ledger::{LEDGER_CHANNEL, LEDGER_DATABASE};
use crate::worker::KEPT_CHANNEL;

const KEPT: &str = "xinheng.kept";
/// The database in which a worker keeps it.
const DATABASE: &str = "xinheng";

/// Unlike what a tab keeps, this outlives it.
pub(super) fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// Whether a district is kept. A browser that was killed may not have noted it yet; where it tells which databases there
/// are, they are asked as well.
pub async fn is_kept() -> bool {
    storage().is_some_and(|storage| matches!(storage.get_item(KEPT), Ok(Some(_))))
        || has_database(DATABASE).await == Some(true)
}

/// Whether the browser has a database of this name; `None` where it does not say which there are.
pub(super) async fn has_database(wanted: &str) -> Option<bool> {
    let factory = web_sys::window()?.indexed_db().ok()??;
    let ask: Function = Reflect::get(&factory, &"databases".into()).ok()?.dyn_into().ok()?;
    let databases: Promise = ask.call0(&factory).ok()?.dyn_into().ok()?;
    let databases: Array = JsFuture::from(databases).await.ok()?.dyn_into().ok()?;
    let name = |database| Reflect::get(&database, &"name".into()).ok()?.as_string();
    Some(databases.iter().any(|database| name(database).as_deref() == Some(wanted)))
}

/// Notes whether a district is kept. A browser that notes nothing keeps nothing either.
pub fn note_kept(kept: bool) {
    if let Some(storage) = storage() {
        let _ = if kept { storage.set_item(KEPT, "1") } else { storage.remove_item(KEPT) };
    }
}

/// Forgets everything that the browser keeps of this site: districts, the ledger, open records, corrections, changed rules.
pub fn wipe() {
    let Some(window) = web_sys::window() else { return };
    for storage in [window.local_storage(), window.session_storage()].into_iter().flatten().flatten() {
        // Clearing does not fail.
        let _ = storage.clear();
    }
    if let Ok(Some(databases)) = window.indexed_db() {
        for database in [DATABASE, LEDGER_DATABASE] {
            let _ = databases.delete_database(database);
        }
    }
    // Every tab tells the same of what the browser keeps.
    for channel in [KEPT_CHANNEL, LEDGER_CHANNEL] {
        if let Ok(tabs) = BroadcastChannel::new(channel) {
            let _ = tabs.post_message(&JsValue::NULL);
        }
    }
}

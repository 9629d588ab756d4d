//! Where the ledger is kept: in the tab, or in the browser's own database when a person asks for it.
//!
//! In the database each entry is a row of its own under its id, and no row is ever written over: whenever the browser is ended
//! there are the entries of before, with or without the one that was being added, and a second tab can only add.

use idb::{Database, DatabaseEvent, Error, Factory, ObjectStoreParams, TransactionMode, TransactionResult};
use wasm_bindgen::JsValue;
use web_sys::Storage;

use super::draft::{keep, storage};
use super::kept;
use crate::ledger::{Entry, Ledger, read_entry, read_ledger, write_entry, write_ledger};

/// The database; that it is there says that the ledger is kept.
pub(super) const LEDGER_DATABASE: &str = "xinheng-ledger";
const ENTRIES: &str = "entries";
/// The key under which the tab has it, and that which says that the browser keeps it.
const KEY: &str = "xinheng.ledger";
const AUTHOR: &str = "xinheng.author";
/// The name under which tabs tell each other that the ledger has changed.
pub const LEDGER_CHANNEL: &str = "xinheng.ledger";

/// Returns whether the browser keeps the ledger. A browser that was killed may not have noted it yet; where it tells which
/// databases there are, they are asked as well.
pub async fn is_ledger_kept() -> bool {
    kept::storage().is_some_and(|storage| matches!(storage.get_item(KEY), Ok(Some(_))))
        || kept::has_database(LEDGER_DATABASE).await == Some(true)
}

/// Adds entries to those that the browser keeps, all of them or none.
///
/// # Errors
/// The browser's words: it keeps nothing for this site, or has no room.
pub async fn keep_entries(entries: &[&Entry]) -> Result<(), String> {
    put(entries).await.map_err(|fault| fault.to_string())?;
    if let Some(storage) = kept::storage() {
        // That the database is there says the same.
        let _ = storage.set_item(KEY, "1");
    }
    Ok(())
}

/// Returns the entries that the browser keeps. One that this version cannot read stays where it is.
///
/// # Errors
/// The browser's words.
pub async fn kept_entries() -> Result<Vec<Entry>, String> {
    all().await.map_err(|fault| fault.to_string())
}

/// Has the browser keep nothing of the ledger any more.
///
/// # Errors
/// The browser's words.
pub async fn forget_ledger() -> Result<(), String> {
    if let Some(storage) = kept::storage() {
        let _ = storage.remove_item(KEY);
        let _ = storage.remove_item(AUTHOR);
    }
    let deleted = async { Factory::new()?.delete(LEDGER_DATABASE)?.await };
    deleted.await.map_err(|fault: Error| fault.to_string())
}

/// Returns the entries that this tab has for a reload.
#[must_use]
pub fn entries_of_tab() -> Ledger {
    let text = storage().and_then(|storage| storage.get_item(KEY).ok()?);
    let read = text.and_then(|text| read_ledger(&text).ok());
    read.map(|read| read.ledger).unwrap_or_default()
}

/// Has this tab keep all entries for a reload, or none; whether the browser did.
#[must_use]
pub fn keep_in_tab(ledger: Option<&Ledger>) -> bool {
    keep(KEY, ledger.map(write_ledger).as_deref())
}

/// Returns who writes, where it was said before.
#[must_use]
pub fn kept_author() -> Option<String> {
    let of = |storage: Option<Storage>| storage?.get_item(AUTHOR).ok()?;
    of(storage()).or_else(|| of(kept::storage()))
}

/// Keeps who writes: for this tab or, with `lasting`, for this browser.
pub fn keep_author(author: &str, lasting: bool) {
    // Where it is not kept it is asked for again.
    let _ = keep(AUTHOR, Some(author));
    if lasting && let Some(storage) = kept::storage() {
        let _ = storage.set_item(AUTHOR, author);
    }
}

async fn put(entries: &[&Entry]) -> Result<(), Error> {
    let database = open().await?;
    let transaction = database.transaction(&[ENTRIES], TransactionMode::ReadWrite)?;
    let store = transaction.object_store(ENTRIES)?;
    for entry in entries {
        // The same entry has the same id: what is written over is itself.
        store.put(&write_entry(entry).into(), Some(&entry.id().as_str().into()))?;
    }
    let done = transaction.commit()?.await?;
    database.close();
    match done {
        TransactionResult::Committed => Ok(()),
        TransactionResult::Aborted => Err(Error::UpdateFailed(JsValue::from_str("the transaction was aborted"))),
    }
}

async fn all() -> Result<Vec<Entry>, Error> {
    let database = open().await?;
    let transaction = database.transaction(&[ENTRIES], TransactionMode::ReadOnly)?;
    let rows = transaction.object_store(ENTRIES)?.get_all(None, None)?.await?;
    database.close();
    Ok(rows.iter().filter_map(|row| read_entry(&row.as_string()?).ok()).collect())
}

/// The database, made where there is none.
async fn open() -> Result<Database, Error> {
    let mut request = Factory::new()?.open(LEDGER_DATABASE, Some(1))?;
    request.on_upgrade_needed(|event| {
        // Where the store cannot be made, the first transaction says so.
        if let Ok(database) = event.database() {
            let _ = database.create_object_store(ENTRIES, ObjectStoreParams::new());
        }
    });
    request.await
}

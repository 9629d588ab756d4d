//! What the browser keeps of a district: one archive, in its own database.
//!
//! It is put there in one transaction: however a browser ends, it has kept the archive before or the one after.

use std::cell::Cell;
use std::rc::Rc;

use idb::event::VersionChangeEvent;
use idb::{
    Database, DatabaseEvent, Error, Event, Factory, ObjectStoreParams, Query, Request, TransactionMode,
    TransactionResult,
};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};

const DATABASE: &str = "xinheng";
const STORE: &str = "district";
/// There is one archive at a time, and beside it the day on which it was saved with the number of its records.
const KEY: &str = "archive";
const ABOUT: &str = "about";

/// Keeps an archive, with what is told of it, in the place of the one before.
///
/// # Errors
/// The browser's words: it keeps nothing for this site, or has no room.
pub(super) async fn keep(archive: &[u8], about: &str) -> Result<(), String> {
    put(archive, about).await.map_err(|fault| fault.to_string())
}

/// Forgets what was kept. The database goes with it: that it is there tells the page that a district is kept.
///
/// # Errors
/// The browser's words.
pub(super) async fn wipe() -> Result<(), String> {
    delete().await.map_err(|fault| fault.to_string())
}

async fn delete() -> Result<(), Error> {
    Factory::new()?.delete(DATABASE)?.await
}

/// The archive that is kept; `None` when there is none.
///
/// # Errors
/// The browser's words.
pub(super) async fn kept() -> Result<Option<Vec<u8>>, String> {
    let archive = read(KEY).await.map_err(|fault| fault.to_string())?;
    Ok(archive.and_then(|archive| archive.dyn_into::<Uint8Array>().ok()).map(|archive| archive.to_vec()))
}

/// What is told of the archive that is kept; `None` when there is none, or the browser keeps nothing.
pub(super) async fn about() -> Option<String> {
    read(ABOUT).await.ok()?.and_then(|about| about.as_string())
}

async fn put(archive: &[u8], about: &str) -> Result<(), Error> {
    let database = make().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    let store = transaction.object_store(STORE)?;
    store.put(&Uint8Array::from(archive), Some(&KEY.into()))?.await?;
    store.put(&about.into(), Some(&ABOUT.into()))?.await?;
    let done = transaction.await?;
    database.close();
    match done {
        TransactionResult::Committed => Ok(()),
        TransactionResult::Aborted => Err(Error::UpdateFailed(JsValue::from_str("the transaction was aborted"))),
    }
}

async fn read(key: &str) -> Result<Option<JsValue>, Error> {
    let Some(database) = find().await? else { return Ok(None) };
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
    let found = transaction.object_store(STORE)?.get(Query::Key(key.into()))?.await?;
    database.close();
    Ok(found)
}

/// The database, made where there is none: that tells the page that a district is kept.
async fn make() -> Result<Database, Error> {
    open(|event| {
        // Where the store cannot be made, the first transaction says so.
        if let Ok(database) = event.database() {
            let _ = database.create_object_store(STORE, ObjectStoreParams::new());
        }
    })
    .await
}

/// The database; `None` where there is none, and looking for it makes none.
async fn find() -> Result<Option<Database>, Error> {
    let given_up = Rc::new(Cell::new(false));
    let gives_up = given_up.clone();
    let found = open(move |event| {
        // A database whose making is given up is not there afterwards.
        let making = event.target().ok().and_then(|request| request.transaction());
        gives_up.set(making.is_some_and(|making| making.abort().is_ok()));
    });
    match found.await {
        Err(_) if given_up.get() => Ok(None),
        found => found.map(Some),
    }
}

/// Opens the database; where there is none, the browser begins to make one and asks what is to stand in it.
async fn open(missing: impl FnOnce(VersionChangeEvent) + 'static) -> Result<Database, Error> {
    let mut request = Factory::new()?.open(DATABASE, Some(1))?;
    request.on_upgrade_needed(missing);
    request.await
}

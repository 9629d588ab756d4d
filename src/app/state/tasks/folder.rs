//! Folders that are dropped or chosen: their files, those of the folders within too, each with its folders before its name.
//!
//! A browser gives a dropped folder as an entry of a file system, whose files are asked for one after the other. The name of
//! a file with its folders is put into a file of that name, of the same content: so the worker needs no more than the files,
//! and tells them by these names, also when it reads them again.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DataTransfer, File, FileList, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry};

use super::files::open_files;
use super::notice::alarm;
use crate::app::state::Model;
use crate::app::text;
use crate::worker::in_words;

/// More files than this are no folder of tables.
const MOST_FILES: usize = 10_000;

/// Returns the files of a list of the browser's, those of a folder in the order of their names.
pub fn listed(files: FileList) -> Vec<File> {
    let mut listed: Vec<File> =
        (0..files.length()).filter_map(|index| files.item(index)).map(with_its_folder).collect();
    if listed.iter().any(|file| file.name().contains('/')) {
        // In whatever order the browser went through the folder.
        listed.sort_by_key(File::name);
    }
    listed
}

/// The file under its name in the folder that was chosen, if it comes with one.
fn with_its_folder(file: File) -> File {
    let path = Reflect::get(&file, &"webkitRelativePath".into()).ok().and_then(|path| path.as_string());
    named(file, &path.unwrap_or_default())
}

/// The file under another name, unless that is empty or its own.
fn named(file: File, path: &str) -> File {
    if path.is_empty() || path == file.name() {
        return file;
    }
    // A file can be made of any other.
    File::new_with_blob_sequence(&Array::of1(&file), path).unwrap_or(file)
}

/// Opens what was dropped: files, and folders with all that is in them.
pub fn open_dropped(model: &Model, data: &DataTransfer) {
    let items = data.items();
    // They are only there while the browser tells of the drop.
    let entries = (0..items.length()).filter_map(|index| items.get(index)?.webkit_get_as_entry().ok().flatten());
    let entries: Vec<FileSystemEntry> = entries.collect();
    let Some(folder) = entries.iter().find(|entry| entry.is_directory()).map(FileSystemEntry::name) else {
        return open_files(model, data.files().map(listed).unwrap_or_default());
    };
    let model = model.clone();
    spawn_local(async move {
        match files_of(entries).await {
            Ok(files) if files.len() > MOST_FILES => {
                alarm(&model.dispatcher(), text::FOLDER_TOO_LARGE, &[&folder, &MOST_FILES.to_string()]);
            }
            Ok(files) if files.is_empty() => alarm(&model.dispatcher(), text::FOLDER_EMPTY, &[&folder]),
            Ok(files) => open_files(&model, files),
            Err(cause) => alarm(&model.dispatcher(), text::FOLDER_UNREADABLE, &[&folder, &in_words(&cause)]),
        }
    });
}

/// The files of these entries and of all that is within them; no more than one too many.
///
/// An entry says itself what it is: Chromium has no classes of entries by which it could be told.
async fn files_of(entries: Vec<FileSystemEntry>) -> Result<Vec<File>, JsValue> {
    let mut waiting = entries;
    let mut files = Vec::new();
    while let Some(entry) = waiting.pop()
        && files.len() <= MOST_FILES
    {
        if entry.is_file() {
            let entry: &FileSystemFileEntry = entry.unchecked_ref();
            let file = asked(|take, fail| entry.file_with_callback_and_callback(take, fail)).await?;
            let path = entry.full_path();
            files.push(named(file.dyn_into()?, path.trim_start_matches('/')));
        } else if entry.is_directory() {
            let reader = entry.unchecked_ref::<FileSystemDirectoryEntry>().create_reader();
            loop {
                // It gives some at a time, and none when there are no more.
                let some = asked(|take, fail| {
                    // It does not fail at once.
                    let _ = reader.read_entries_with_callback_and_callback(take, fail);
                });
                let some: Array = some.await?.dyn_into()?;
                if some.length() == 0 || waiting.len() + files.len() > MOST_FILES {
                    break;
                }
                waiting.extend(some.iter().map(JsCast::unchecked_into::<FileSystemEntry>));
            }
        }
    }
    files.sort_by_key(File::name);
    Ok(files)
}

/// Waits for what a function of the browser hands to the first of two others; the second hears of a failure.
async fn asked(ask: impl Fn(&Function, &Function)) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::new(&mut |take, fail| ask(&take, &fail))).await
}

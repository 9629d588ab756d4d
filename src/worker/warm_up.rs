//! Has the browser compile what reads, judges and lists a district, before one is opened.
//!
//! A browser compiles a function of a module when it is first called, and compiles it well once it was called often. The
//! first files would wait for both, longer than for all their rows.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, WorkerGlobalScope};

use super::clock::{mark, today};
use super::decoder::gb18030_table;
use super::messages::{Files, ListRequest, ListView, OpenRequest, Request, Source};
use super::serve::{Page, answer};
use super::session::Session;
use super::site::{SAMPLE, at, fetch_text};
use crate::import::{Gb18030Table, unbundle};
use crate::pack::Locale;

/// The made-up district, which stands for any, is read so many times, some 2,000 rows in all, by when what reads them was called often.
const ROUNDS: u32 = 16;

/// Each time it is judged for so many days.
const DAYS: usize = 8;

/// So many rows of the list are told, as the page asks for.
const ROWS: usize = 40;

/// Reads, judges and lists the made-up district, and forgets it. Whatever the page asks for comes first: once `is_asked`, it
/// goes no further.
pub(super) async fn warm_up(is_asked: Rc<Cell<bool>>) {
    // A worker that was started for a request has it by then.
    next_task().await;
    if is_asked.get() {
        return;
    }
    // What cannot be had is missed by nobody.
    let Ok(sample) = fetch_text(&at(SAMPLE)).await else { return };
    let encoder = gb18030_table();
    let files = Files(unbundle(&sample).filter_map(|(name, table)| file(&encoder, name, table)).collect());
    for _ in 0..ROUNDS {
        next_task().await;
        if is_asked.get() {
            return;
        }
        list_once(&files).await;
    }
    mark("warmed up");
}

/// Returns a table as a file in the encoding of the offices.
fn file(encoder: &Gb18030Table, name: &str, table: &str) -> Option<File> {
    let mut bytes = Vec::new();
    encoder.encode(table, &mut bytes);
    File::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(&*bytes)), name).ok()
}

/// Answers what the page asks for when files come, to nobody. The list for many days, as for many enterprises.
async fn list_once(files: &Files) {
    let page = Page(None);
    let session = Rc::new(RefCell::new(Session::default()));
    let open = OpenRequest { source: Source::Files(files.clone()), corrections: String::new() };
    answer(&page, &session, 0, Request::Open(open)).await;
    for as_of in today().iter_days().take(DAYS) {
        let view = ListView::default();
        let list = ListRequest { as_of, locale: Locale::Zh, view, changed: Vec::new(), offset: 0, limit: ROWS };
        answer(&page, &session, 0, Request::List(list)).await;
    }
}

/// Waits until the messages that have come meanwhile were handled.
async fn next_task() {
    let promise = Promise::new(&mut |done: Function, _| {
        if let Ok(scope) = js_sys::global().dyn_into::<WorkerGlobalScope>() {
            // A worker that is there can wait.
            let _ = scope.set_timeout_with_callback(&done);
        }
    });
    // It is never refused.
    let _ = JsFuture::from(promise).await;
}

//! The worker of the tables, to which another one unpacks a workbook.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, File, MessageEvent, Worker, WorkerOptions};

use super::super::client::SCRIPT;
use super::super::site::{at, worker_fault};
use super::super::wire::{Reading, Wire};
use super::{BYTES, FAULT, LEFT_OUT, MEMBER, NAME, REFUSED, ROWS, SHEET, fault};
use crate::import::{Importer, Sheet};

/// Reads the workbook that the open file of an importer is; `told` hears each time that rows have come.
///
/// # Errors
/// What the browser says where the program that unpacks cannot be had, or fails.
pub async fn take_workbook(
    importer: &Rc<RefCell<Importer>>,
    file: &File,
    told: impl Fn(&Importer) + 'static,
) -> Result<(), JsValue> {
    let options = WorkerOptions::new();
    options.set_name(NAME);
    let worker = Worker::new_with_options(&at(SCRIPT), &options)?;
    // The browser gives both functions before the promise is there. An empty one to begin with would be made of text, which
    // a policy forbids.
    let mut both: Option<(Function, Function)> = None;
    let ended = Promise::new(&mut |resolve, reject| both = Some((resolve, reject)));
    let (end, fail) = both.ok_or(JsValue::NULL)?;
    let message = {
        let importer = importer.clone();
        Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let mut importer = importer.borrow_mut();
            let told_all = event.data().dyn_into::<Array>().ok().is_none_or(|message| take(&mut importer, message));
            told(&importer);
            if told_all {
                // A function of a promise does not fail.
                let _ = end.call0(&JsValue::NULL);
            }
        })
    };
    let error = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        // A function of a promise does not fail.
        let _ = fail.call1(&JsValue::NULL, &worker_fault(&event, SCRIPT).into());
    });
    worker.set_onmessage(Some(message.as_ref().unchecked_ref()));
    worker.set_onerror(Some(error.as_ref().unchecked_ref()));
    let ends = Ends(worker);
    ends.0.post_message(file)?;
    JsFuture::from(ended).await.map(|_| ())
}

/// Ends a worker, also where its rows are waited for no longer: it gives its memory back at once, and says nothing any more.
struct Ends(Worker);

impl Drop for Ends {
    fn drop(&mut self) {
        self.0.set_onmessage(None);
        self.0.set_onerror(None);
        self.0.terminate();
    }
}

/// Takes what the worker says. Returns whether that was the last of it.
fn take(importer: &mut Importer, message: Array) -> bool {
    let mut message = Reading::new(message);
    let kind = String::read(&mut message).unwrap_or_default();
    match kind.as_str() {
        SHEET => {
            let name = String::read(&mut message).unwrap_or_default();
            let mut flag = || bool::read(&mut message).unwrap_or_default();
            let (hidden, from_1904) = (flag(), flag());
            importer.sheet(Sheet { name: &name, hidden, from_1904 });
            false
        }
        ROWS => {
            // They were those of a text.
            importer.rows(&String::from_utf8(bytes(&mut message)).unwrap_or_default());
            false
        }
        MEMBER => {
            importer.member(&String::read(&mut message).unwrap_or_default());
            false
        }
        BYTES => {
            importer.feed(&bytes(&mut message));
            false
        }
        LEFT_OUT => {
            importer.left_out(&String::read(&mut message).unwrap_or_default());
            false
        }
        FAULT | REFUSED => {
            usize::read(&mut message).and_then(fault).into_iter().for_each(|fault| importer.refuse(fault));
            kind == FAULT
        }
        _ => true,
    }
}

fn bytes(message: &mut Reading) -> Vec<u8> {
    message.next().dyn_into().map(|bytes: Uint8Array| bytes.to_vec()).unwrap_or_default()
}

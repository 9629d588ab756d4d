//! The worker of the tables, to which another one unpacks a workbook.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, File, MessageEvent, Worker, WorkerOptions};

use super::super::client::SCRIPT;
use super::super::site::{at, worker_fault};
use super::{NAME, Unpacked};
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
            // What is not understood comes of another build, and ends the reading.
            let goes_on =
                serde_wasm_bindgen::from_value(event.data()).is_ok_and(|message| take(&mut importer, message));
            told(&importer);
            if !goes_on {
                // A function of a promise does not fail.
                let _ = end.call0(&JsValue::NULL);
            }
        })
    };
    let error = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        // It is told below. Not kept here it would go on to the page, as a failure of this worker, which can go on.
        event.prevent_default();
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

/// Takes what the worker says. Returns whether more is to come.
fn take(importer: &mut Importer, message: Unpacked) -> bool {
    match message {
        Unpacked::Sheet { name, hidden, from_1904 } => {
            importer.sheet(Sheet { name: &name, hidden, from_1904 });
        }
        Unpacked::Rows(bytes) => {
            // They were those of a text.
            importer.rows(&String::from_utf8(bytes.to_vec()).unwrap_or_default());
        }
        Unpacked::Member(name) => importer.member(&name),
        Unpacked::Bytes(bytes) => {
            importer.feed(&bytes.to_vec());
        }
        Unpacked::LeftOut(name) => importer.left_out(&name),
        Unpacked::Refused(fault) => importer.refuse(fault),
        Unpacked::Ended(ended) => {
            ended.err().into_iter().for_each(|fault| importer.refuse(fault));
            return false;
        }
    }
    true
}

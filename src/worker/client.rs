//! The page's side of a worker.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Event, File, MessageEvent, Worker};

use super::messages::{Ask, Tell};
use super::site::{worker, worker_fault};
use super::wire::{Reading, Wire};

/// The script that fetches the worker's program and runs it.
pub(super) const SCRIPT: &str = "boot_worker.js";

/// A running worker; dropping it ends the worker and gives its memory back.
pub struct Client {
    worker: Worker,
    _message: Closure<dyn FnMut(MessageEvent)>,
    _error: Closure<dyn FnMut(Event)>,
}

impl Client {
    /// Starts a worker. All that it tells goes to `hear`; a fault outside its own words comes as [`Tell::Fault`] too.
    /// Where it fails before it has told anything, because a file of it cannot be had or does not run, `hear` gets an
    /// `Err` with the browser's words.
    ///
    /// # Errors
    /// What the browser says when it starts no worker.
    pub fn start(hear: impl Fn(Result<Tell, String>) + 'static) -> Result<Self, JsValue> {
        Self::start_with(Rc::new(hear))
    }

    /// Compiled once, however many places start a worker.
    fn start_with(hear: Rc<dyn Fn(Result<Tell, String>)>) -> Result<Self, JsValue> {
        let worker = worker()?;
        let runs = Rc::new(Cell::new(false));
        let (heard, told) = (hear.clone(), runs.clone());
        let message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let message = event.data().dyn_into::<Array>().ok();
            if let Some(tell) = message.and_then(|message| Tell::read(&mut Reading::new(message))) {
                told.set(true);
                heard(Ok(tell));
            }
        });
        let error = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            let cause = worker_fault(&event, SCRIPT);
            hear(if runs.get() { Ok(Tell::Fault(cause)) } else { Err(cause) });
        });
        worker.set_onmessage(Some(message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(error.as_ref().unchecked_ref()));
        Ok(Self { worker, _message: message, _error: error })
    }

    /// Asks something of the worker; `files` go with an [`Ask::Read`].
    pub fn ask(&self, ask: &Ask, files: &[File]) {
        let message = Array::new();
        ask.write(&message);
        for file in files {
            message.push(file);
        }
        // Texts, numbers and files can always be posted.
        let _ = self.worker.post_message(&message);
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

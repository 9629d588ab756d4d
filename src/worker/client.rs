//! The page's side of a worker.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, File, MessageEvent, Worker};

use super::messages::{Ask, Tell};
use super::wire::{Reading, Wire};

/// What `www/boot.js` leaves for the page.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = xinheng, js_name = startWorker, catch)]
    fn start_worker() -> Result<Worker, JsValue>;

    #[wasm_bindgen(thread_local_v2, js_namespace = xinheng, js_name = base)]
    static BASE: String;
}

/// The address of the folder with the files of the site, with a slash at its end.
#[must_use]
pub fn base() -> String {
    BASE.with(Clone::clone)
}

/// A running worker; dropping it ends the worker and gives its memory back.
pub struct Client {
    worker: Worker,
    _message: Closure<dyn FnMut(MessageEvent)>,
    _error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Client {
    /// Starts a worker. All that it tells goes to `hear`; a fault outside its own words comes as [`Tell::Fault`] too.
    ///
    /// # Errors
    /// What the browser says when it starts no worker.
    pub fn start(hear: impl Fn(Tell) + Clone + 'static) -> Result<Self, JsValue> {
        let worker = start_worker()?;
        let heard = hear.clone();
        let message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let message = event.data().dyn_into::<Array>().ok();
            if let Some(tell) = message.and_then(|message| Tell::read(&mut Reading::new(message))) {
                heard(tell);
            }
        });
        let error = Closure::<dyn FnMut(ErrorEvent)>::new(move |event: ErrorEvent| hear(Tell::Fault(event.message())));
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

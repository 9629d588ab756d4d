//! The page's side of a worker.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::rc::Rc;

use futures_channel::oneshot::{Sender, channel};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;
use web_sys::{Event as BrowserEvent, MessageEvent, Worker};

use super::messages::{Call, Carried, Failure, Message, Posted};
use super::site::{worker, worker_fault};

/// The script that fetches the worker's program and runs it.
pub(super) const SCRIPT: &str = "boot_worker.js";

/// The requests that wait for an answer, by their numbers.
type Waiting = Rc<RefCell<Vec<(u32, Sender<Result<Carried, Failure>>)>>>;

/// A running worker; dropping it ends the worker and gives its memory back.
pub struct Client {
    worker: Worker,
    /// The number of the last request.
    last: Cell<u32>,
    waiting: Waiting,
    _message: Closure<dyn FnMut(MessageEvent)>,
    _error: Closure<dyn FnMut(BrowserEvent)>,
}

impl Client {
    /// Starts a worker. `onevent` takes what the worker tells unasked, and why it is of no more use once it has failed.
    ///
    /// # Errors
    /// What the browser says when it starts no worker.
    pub fn start<E: DeserializeOwned>(onevent: impl Fn(Result<E, Failure>) + 'static) -> Result<Self, JsValue> {
        Self::start_with(Rc::new(move |event: Result<Carried, Failure>| onevent(event.and_then(Carried::read))))
    }

    /// Compiled once, however many places start a worker.
    fn start_with(onevent: Rc<dyn Fn(Result<Carried, Failure>)>) -> Result<Self, JsValue> {
        let worker = worker()?;
        let waiting = Waiting::default();
        let runs = Rc::new(Cell::new(false));
        let message = Closure::<dyn FnMut(MessageEvent)>::new({
            let (waiting, runs, onevent) = (waiting.clone(), runs.clone(), onevent.clone());
            move |event: MessageEvent| {
                runs.set(true);
                match serde_wasm_bindgen::from_value(event.data()) {
                    Ok(Message::Answer { id, answer }) => resolve(&waiting, id, answer),
                    Ok(Message::Event(event)) => onevent(Ok(event)),
                    Ok(Message::Fault(cause)) => onevent(Err(Failure::Fault(cause))),
                    Err(_) => onevent(Err(Failure::NotUnderstood)),
                }
            }
        });
        let error = Closure::<dyn FnMut(BrowserEvent)>::new(move |event: BrowserEvent| {
            let cause = worker_fault(&event, SCRIPT);
            onevent(Err(if runs.get() { Failure::Fault(cause) } else { Failure::NotStarted(cause) }));
        });
        worker.set_onmessage(Some(message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(error.as_ref().unchecked_ref()));
        Ok(Self { worker, last: Cell::new(0), waiting, _message: message, _error: error })
    }

    /// Sends a request at once, and returns its answer as it comes.
    ///
    /// # Errors
    /// The worker's reason for giving no answer; [`Failure::Ended`] where the worker ends before. Why a worker failed its
    /// `onevent` is told, once for all requests.
    pub fn request<C: Call>(&self, request: C) -> impl Future<Output = Result<C::Answer, Failure>> + use<C> {
        let id = self.last.get() + 1;
        self.last.set(id);
        let (sender, answer) = channel();
        self.waiting.borrow_mut().push((id, sender));
        self.post(&Posted { id, request: &request });
        async move { answer.await.map_err(|_| Failure::Ended)??.read() }
    }

    fn post<C: Call>(&self, posted: &Posted<C>) {
        // Texts, numbers and files can always be carried and posted.
        if let Ok(message) = posted.serialize(&serde_wasm_bindgen::Serializer::new()) {
            let _ = self.worker.post_message(&message);
        }
    }
}

/// Hands an answer to whoever waits for it.
fn resolve(waiting: &Waiting, id: u32, answer: Result<Carried, Failure>) {
    let mut waiting = waiting.borrow_mut();
    if let Some(index) = waiting.iter().position(|(other, _)| *other == id) {
        // Who asked may have gone meanwhile.
        let _ = waiting.swap_remove(index).1.send(answer);
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

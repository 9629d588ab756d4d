//! A worker's answers about rules and pasted rows, for who has no worker: the element in a page of somebody else's asks them of a
//! module on its own thread.

use serde::Serialize;
use wasm_bindgen::JsValue;

use super::messages::{Envelope, Event, Failure, Message, Request, Response};
use super::pasted;
use super::rules::Rules;

/// One who answers, by the rules that it was told last.
#[derive(Default)]
pub struct Clerk {
    rules: Rules,
}

impl Clerk {
    /// Answers a request as the page posts it, in the form in which a worker posts answers; `None` where it is no request.
    pub fn answer(&mut self, message: JsValue) -> Option<JsValue> {
        let Envelope { id, request } = serde_wasm_bindgen::from_value(message).ok()?;
        let answer = match request {
            Request::Rules(request) => Ok(Response::Rules(self.rules.change(&request))),
            Request::Paste(request) => Ok(Response::Paste(pasted::read(&request))),
            // The element has no district, and no page on the rules.
            _ => Err(Failure::NotUnderstood),
        };
        Message::<_, Event>::Answer { id, answer }.serialize(&serde_wasm_bindgen::Serializer::new()).ok()
    }
}

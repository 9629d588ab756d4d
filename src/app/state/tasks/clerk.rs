//! Workers for the page's own questions, beside that of a district: one for the rules, and one for each paste, so that no
//! fault in reading foreign rows costs what the others hold.

use std::cell::RefCell;
use std::rc::Rc;

use crate::app::text::{self, Phrase};
use crate::worker::{Client, Tell, in_words};

/// A worker that is asked, as long as there is one.
pub type Clerk = Rc<RefCell<Option<Client>>>;

/// What is said of a worker that failed, with the browser's or its own words.
pub(super) type Failed = (Phrase, String);

/// Starts a worker. All that it tells goes to `hear`; once it has failed it is of no more use, and is gone.
pub(super) fn start(clerk: &Clerk, hear: impl Fn(Result<Tell, Failed>) + 'static) {
    start_with(clerk, Rc::new(hear));
}

/// Compiled once, however many places start one.
fn start_with(clerk: &Clerk, hear: Rc<dyn Fn(Result<Tell, Failed>)>) {
    let (own, heard) = (clerk.clone(), hear.clone());
    let started = Client::start(move |told| {
        let failed = match told {
            Ok(Tell::Fault(cause)) => (text::WORKER_FAULT, cause),
            Err(cause) => (text::WORKER_NOT_STARTED, cause),
            Ok(tell) => return heard(Ok(tell)),
        };
        *own.borrow_mut() = None;
        heard(Err(failed));
    });
    match started {
        Ok(worker) => *clerk.borrow_mut() = Some(worker),
        Err(cause) => hear(Err((text::WORKER_NOT_STARTED, in_words(&cause)))),
    }
}

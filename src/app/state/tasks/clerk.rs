//! Workers for the page's own questions, beside that of a district: one for the rules, and one for each paste, so that no
//! fault in reading foreign rows costs what the others hold.

use std::cell::RefCell;
use std::rc::Rc;

use serde::de::IgnoredAny;

use crate::worker::{Client, Failure, in_words};

/// A worker that is asked, as long as there is one.
pub type Clerk = Rc<RefCell<Option<Client>>>;

/// Starts a worker. Once it has failed it is gone, and `onfailure` is told why.
pub(super) fn start(clerk: &Clerk, onfailure: impl Fn(&Failure) + 'static) {
    let onfailure = Rc::new(onfailure);
    let (own, failed) = (clerk.clone(), onfailure.clone());
    let started = Client::start(move |event: Result<IgnoredAny, Failure>| {
        if let Err(failure) = event {
            *own.borrow_mut() = None;
            failed(&failure);
        }
    });
    match started {
        Ok(worker) => *clerk.borrow_mut() = Some(worker),
        Err(cause) => onfailure(&Failure::NotStarted(in_words(&cause))),
    }
}

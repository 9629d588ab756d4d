//! The worker's side: reads files piece by piece and answers what the page requests.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::keep;
use super::later;
use super::messages::{Envelope, Event, Failure, ListAnswer, Message, Request, Response};
use super::open;
use super::pasted;
use super::session::Session;
use super::warm_up::warm_up;

/// Listens to the page, for as long as the worker lives.
pub fn serve(scope: DedicatedWorkerGlobalScope) {
    let page = Page(Some(scope.clone()));
    std::panic::set_hook(Box::new(|fault| {
        // The hook must be able to go to any thread, which a scope cannot: it is asked for anew.
        if let Ok(scope) = js_sys::global().dyn_into() {
            Page(Some(scope)).post(&Posted::Fault(fault.to_string()));
        }
    }));
    let session = Rc::new(RefCell::new(Session::default()));
    let is_asked = Rc::new(Cell::new(false));
    let listener = Closure::<dyn FnMut(MessageEvent)>::new({
        let (page, session, is_asked) = (page.clone(), session.clone(), is_asked.clone());
        move |message: MessageEvent| {
            is_asked.set(true);
            receive(&page, &session, message.data());
        }
    });
    // Adding a listener to a scope that is there does not fail.
    let _ = scope.add_event_listener_with_callback("message", listener.as_ref().unchecked_ref());
    listener.forget();
    spawn_local(warm_up(is_asked));
    // Every tab tells the same of what the browser keeps.
    keep::on_change(move || {
        let (page, session) = (page.clone(), session.clone());
        spawn_local(async move { see_what_is_kept(&page, &session).await });
    });
}

type Posted = Message<Response, Event>;

/// The page, as the worker sees it; `None` where nobody hears of anything.
#[derive(Clone)]
pub(super) struct Page(pub(super) Option<DedicatedWorkerGlobalScope>);

impl Page {
    /// Tells an event.
    pub(super) fn tell(&self, event: Event) {
        self.post(&Posted::Event(event));
    }

    /// Tells what the list shows now, if that has changed.
    pub(super) fn tell_list(&self, shown: Option<ListAnswer>) {
        if let Some(list) = shown {
            self.tell(Event::List(Box::new(list)));
        }
    }

    fn post(&self, message: &Posted) {
        // Texts, numbers and blobs can always be carried and posted.
        if let Ok(message) = message.serialize(&serde_wasm_bindgen::Serializer::new())
            && let Some(scope) = &self.0
        {
            let _ = scope.post_message(&message);
        }
    }
}

/// The session of a district, which requests that take their time share with the others.
pub(super) type Shared = Rc<RefCell<Session>>;

fn receive(page: &Page, session: &Shared, message: JsValue) {
    // What is no request comes from nobody of this build.
    let Ok(Envelope { id, request }) = serde_wasm_bindgen::from_value(message) else { return };
    let (page, session) = (page.clone(), session.clone());
    spawn_local(async move { answer(&page, &session, id, request).await });
}

/// Answers a request of this number.
pub(super) async fn answer(page: &Page, session: &Shared, id: u32, request: Request) {
    let answer = respond(page, session, request).await;
    page.post(&Posted::Answer { id, answer });
}

async fn respond(page: &Page, session: &Shared, request: Request) -> Result<Response, Failure> {
    // What the page requested before it heard that files are being read again, it requests anew once they are.
    let is_of_district = matches!(
        request,
        Request::List(_)
            | Request::ListPaper(_)
            | Request::ListFiles(_)
            | Request::Report(_)
            | Request::ReportFile(_)
            | Request::Record(_)
            | Request::Keep(_)
            | Request::Save(_)
            | Request::LayOver(_)
            | Request::StopLaying(_)
            | Request::TakeBack(_)
            | Request::ReadAgain(_)
    );
    if is_of_district && !session.borrow().is_laid() {
        return Err(Failure::Busy);
    }
    Ok(match request {
        Request::Open(request) => Response::Open(open::open(page, session, request).await?),
        Request::ReadAgain(_) => Response::ReadAgain(open::read_again(page, session).await?),
        Request::Unseal(request) => Response::Unseal(open::unseal(session, &request.passphrase).await?),
        Request::LayOver(request) => Response::LayOver(later::read(page, session, request).await?),
        Request::StopLaying(_) => Response::StopLaying(later::stop(page, session)),
        Request::TakeBack(_) => Response::TakeBack(later::take_back(page, session).await?),
        Request::List(request) => Response::List(session.borrow_mut().list(request)),
        Request::ListPaper(request) => Response::ListPaper(session.borrow_mut().list_paper(request.list)),
        Request::ListFiles(request) => Response::ListFiles(session.borrow_mut().files(&request)),
        Request::Report(request) => Response::Report(session.borrow_mut().report(&request)),
        Request::ReportFile(request) => Response::ReportFile(session.borrow_mut().report_file(&request)),
        Request::Record(request) => Response::Record(session.borrow().record(&request.uscc)),
        Request::Keep(request) => {
            let content = request.keep.then(|| session.borrow().content(request.today, ""));
            let (outcome, kept_as) = keep::keep(content, request.today).await;
            session.borrow_mut().is_kept_as(kept_as);
            see_what_is_kept(page, session).await;
            Response::Keep(outcome)
        }
        Request::Save(request) => {
            let (content, _) = session.borrow().content(request.today, &request.ledger);
            Response::Save(keep::file(&content, &request).await)
        }
        Request::Rules(request) => Response::Rules(session.borrow_mut().change_rules(&request)),
        Request::Rulebook(request) => Response::Rulebook(session.borrow().book(&request)),
        Request::Paste(request) => Response::Paste(pasted::read(&request)),
    })
}

/// Looks what the browser keeps, which another tab may have changed, and shows it.
async fn see_what_is_kept(page: &Page, session: &Shared) {
    let keeping = keep::keeping().await;
    let shown = session.borrow_mut().note(keeping);
    page.tell_list(shown);
}

//! The worker's side: reads files piece by piece and answers what the page asks.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, File, MessageEvent};

use super::desk::{Desk, Laying, Origin};
use super::files::{importer_for, read_bundle, read_files};
use super::keep;
use super::later;
use super::messages::{Again, Ask, KeepAsk, Ready, Sealed, Tell, Told, Unreadable};
use super::pasted;
use super::pieces::read_piece;
use super::report::Reader;
use super::site::in_words;
use super::wire::{Reading, Wire};
use crate::district::District;
use crate::import::Import;
use crate::pack::{Locale, Phrase, phrases};

phrases! {
    NOTHING_LEFT "按更正重新读入后没有可用的内容，仍是更正之前的数据；更正没有用上。{0}" "Read as corrected, the files had nothing to use; the data are those before, and the corrections are not used. {0}"
}

/// By so many bytes an archive is known.
const ARCHIVE_BEGINS: f64 = 8.0;

/// Listens to the page, for as long as the worker lives.
pub fn serve(scope: DedicatedWorkerGlobalScope) {
    let page = Page(scope);
    std::panic::set_hook(Box::new(|fault| {
        // The hook must be able to go to any thread, which a scope cannot: it is asked for anew.
        if let Ok(scope) = js_sys::global().dyn_into() {
            Page(scope).tell(&Tell::Fault(fault.to_string()));
        }
    }));
    let desk = Rc::new(RefCell::new(Desk::default()));
    let listener = Closure::<dyn FnMut(MessageEvent)>::new({
        let (page, desk) = (page.clone(), desk.clone());
        move |message: MessageEvent| hear(&page, &desk, &message)
    });
    // Adding a listener to a scope that is there does not fail.
    let _ = page.0.add_event_listener_with_callback("message", listener.as_ref().unchecked_ref());
    listener.forget();
    // Every tab tells the same of what the browser keeps.
    keep::on_change(move || {
        let (page, desk) = (page.clone(), desk.clone());
        spawn_local(async move { see_what_is_kept(&page, &desk).await });
    });
}

/// The page, as the worker sees it.
#[derive(Clone)]
pub(super) struct Page(DedicatedWorkerGlobalScope);

impl Page {
    pub(super) fn tell(&self, tell: &Tell) {
        let message = Array::new();
        tell.write(&message);
        // Texts and numbers can always be posted.
        let _ = self.0.post_message(&message);
    }
}

fn hear(page: &Page, desk: &Rc<RefCell<Desk>>, message: &MessageEvent) {
    let Ok(message) = message.data().dyn_into::<Array>() else { return };
    let mut message = Reading::new(message);
    let Some(ask) = Ask::read(&mut message) else { return };
    // What the page asked before it heard that files are being read again, it asks anew once they are.
    let of_district =
        matches!(ask, Ask::Rows(_) | Ask::File(_) | Ask::Report(_) | Ask::Record(_) | Ask::Keep(_) | Ask::Later(_));
    if of_district && !desk.borrow().is_laid() {
        return;
    }
    match ask {
        Ask::Corrections(text) => desk.borrow_mut().remember(&text),
        Ask::Read => {
            open(page, desk, files(&mut message));
        }
        Ask::Later(extent) => {
            let how = Laying::of(&extent);
            later::read(page, desk, how, files(&mut message));
        }
        Ask::ReadBundle(address) => {
            let reader = desk.borrow_mut().reader();
            read(page, desk, Origin::Bundle(address), reader);
        }
        Ask::Rows(query) => {
            let rows = desk.borrow_mut().rows(query);
            page.tell(&Tell::Rows(rows));
        }
        Ask::File(file) => {
            let files = desk.borrow_mut().files(&file);
            files.into_iter().for_each(|file| page.tell(&Tell::File(file)));
        }
        Ask::Report(choice) if choice.name.starts_with("again") => {
            // Pressed twice, the files are read once.
            if let Some((origin, reader)) = desk.borrow_mut().again() {
                page.tell(&again(&reader, false));
                read(page, desk, origin, reader);
            }
        }
        Ask::Report(choice) => {
            let told = desk.borrow_mut().report(&choice);
            page.tell(&told);
        }
        Ask::Record(uscc) => {
            let told = desk.borrow().record(&uscc);
            page.tell(&Tell::Record(told));
        }
        Ask::Keep(ask) if ask.act == "stop" => later::stop(page, desk),
        Ask::Keep(ask) if ask.act == "back" => later::back(page, desk),
        Ask::Keep(ask) => see_to_keeping(page, desk, ask),
        Ask::Restore => {
            let (page, desk) = (page.clone(), desk.clone());
            spawn_local(async move { lay(&page, &desk, keep::restore().await, true).await });
        }
        Ask::Unseal(passphrase) => unseal(page, desk, passphrase),
        Ask::Rules(rules) => {
            let told = desk.borrow_mut().change_rules(&rules);
            page.tell(&Tell::Rules(told));
        }
        Ask::Book(reader) => page.tell(&Tell::Book(desk.borrow().book(&reader))),
        Ask::Pasted(rows) => page.tell(&Tell::Pasted(pasted::read(&rows))),
    }
}

/// The files that come with a message.
fn files(message: &mut Reading) -> Vec<File> {
    std::iter::from_fn(|| message.next().dyn_into().ok()).collect()
}

/// Reads the files of a district, and puts it on the desk.
fn read(page: &Page, desk: &Rc<RefCell<Desk>>, origin: Origin, reader: Reader) {
    let (page, desk) = (page.clone(), desk.clone());
    spawn_local(async move {
        let importer = importer_for(reader.said().clone());
        let is_again = reader.is_again();
        let read = match &origin {
            Origin::Files(files) | Origin::Later { files, .. } => {
                let page = page.clone();
                read_files(move |progress| page.tell(&Tell::Progress(progress)), files, importer).await
            }
            Origin::Bundle(address) => read_bundle(address, importer).await.map_err(|cause| (address.clone(), cause)),
            // There is nothing to read again, and nothing offers it.
            Origin::Archive { .. } => return,
        };
        match read {
            // Whatever was corrected, what is there stays until there is something else.
            Ok(import) if is_again && import.enterprises.is_empty() && !desk.borrow().is_empty() => {
                stay(&page, &desk, told_with(NOTHING_LEFT, &import)).await;
            }
            Err((name, cause)) if is_again => {
                stay(&page, &desk, Told::of(true, later::UNREADABLE, &[&name, &in_words(&cause)])).await;
            }
            Ok(import) => {
                let lists = match origin {
                    Origin::Later { files, how, .. } => {
                        let mut desk = desk.borrow_mut();
                        // They are laid over what was there before them.
                        desk.lay_back();
                        desk.lay_over(import, (files, how), reader)
                    }
                    origin => desk.borrow_mut().lay(District::new(import), origin, reader),
                };
                ready(&page, &desk, lists, false).await;
            }
            Err((name, cause)) => page.tell(&unreadable(name, cause)),
        }
    });
}

/// Opens files: an archive that comes alone, or tables.
fn open(page: &Page, desk: &Rc<RefCell<Desk>>, files: Vec<File>) {
    let (page, desk) = (page.clone(), desk.clone());
    spawn_local(async move {
        if let [file] = files.as_slice() {
            let beginning = read_piece(file, 0.0, ARCHIVE_BEGINS).await.unwrap_or_default();
            if keep::begins(&beginning) {
                let archive = read_piece(file, 0.0, file.size()).await;
                let opened = match archive {
                    Ok(archive) => keep::open(&file.name(), &archive),
                    Err(cause) => return page.tell(&unreadable(file.name(), cause)),
                };
                return lay(&page, &desk, opened, false).await;
            }
        }
        let reader = desk.borrow_mut().reader();
        read(&page, &desk, Origin::Files(files), reader);
    });
}

/// Tells the page that a district is on the desk; whether it `lists` enterprises to be shown first, and whether nobody has
/// just opened it.
pub(super) async fn ready(page: &Page, desk: &Rc<RefCell<Desk>>, lists: bool, restored: bool) {
    let keeping = keep::keeping().await;
    let mut desk = desk.borrow_mut();
    desk.note(keeping);
    page.tell(&Tell::Ready(Ready { lists, restored, ..desk.ready() }));
}

/// Files that were to be read again gave nothing: what was there before is there still, and what is wrong is told.
async fn stay(page: &Page, desk: &Rc<RefCell<Desk>>, told: Told) {
    desk.borrow_mut().stay();
    page.tell(&again(&Reader::of(desk.borrow().said().clone()), false));
    let told_ready = Ready { restored: true, again: true, ..desk.borrow().ready() };
    page.tell(&Tell::Ready(told_ready));
    page.tell(&Tell::Told(told));
}

/// What is told when files are read again, by what `reader` says; `by_hand` when the district has what was changed by hand.
pub(super) fn again(reader: &Reader, by_hand: bool) -> Tell {
    Tell::Again(Again { corrections: reader.said().write(), by_hand })
}

/// A phrase with the first thing that was wrong with files.
pub(super) fn told_with(phrase: Phrase, import: &Import) -> Told {
    let why = import.report.problems.kept().first();
    let [zh, en] = why.map(|why| [why.zh(), why.en()]).unwrap_or_default();
    Told { zh: phrase.fill(Locale::Zh, &[&zh]), en: phrase.fill(Locale::En, &[&en]), ..Told::of(true, phrase, &[]) }
}

/// Puts what an archive holds on the desk, or keeps it until it is unlocked.
async fn lay(page: &Page, desk: &Rc<RefCell<Desk>>, opened: Result<keep::Opened, Told>, restored: bool) {
    match opened {
        Ok(keep::Opened::District { district, made_up, kept_as }) => {
            let lists = {
                let mut desk = desk.borrow_mut();
                let reader = desk.reader();
                let lists = desk.lay(*district, Origin::Archive { made_up }, reader);
                desk.is_kept_as(kept_as);
                lists
            };
            ready(page, desk, lists, restored).await;
        }
        Ok(keep::Opened::Locked(locked)) => {
            page.tell(&Tell::Sealed(Sealed { name: locked.name.clone(), wrong: false }));
            desk.borrow_mut().locked = Some(locked);
        }
        Err(told) => page.tell(&Tell::Told(told)),
    }
}

/// Tries a passphrase on the archive that waits for one.
fn unseal(page: &Page, desk: &Rc<RefCell<Desk>>, passphrase: String) {
    let Some(locked) = desk.borrow_mut().locked.take() else { return };
    let (page, desk) = (page.clone(), desk.clone());
    spawn_local(async move {
        match keep::unlock(&locked, &passphrase).await {
            Some(opened) => lay(&page, &desk, opened, false).await,
            None => {
                page.tell(&Tell::Sealed(Sealed { name: locked.name.clone(), wrong: true }));
                desk.borrow_mut().locked = Some(locked);
            }
        }
    });
}

/// Keeps the district, forgets what was kept, or saves it to a file.
fn see_to_keeping(page: &Page, desk: &Rc<RefCell<Desk>>, ask: KeepAsk) {
    let content = (ask.act != "forget").then(|| desk.borrow().content(ask.today));
    let (page, desk) = (page.clone(), desk.clone());
    spawn_local(async move {
        match content {
            Some((content, _)) if ask.act == "file" => match keep::file(&content, &ask).await {
                Ok(file) => page.tell(&Tell::File(file)),
                Err(told) => page.tell(&Tell::Told(told)),
            },
            content => {
                let (told, kept_as) = keep::keep(content, ask.today).await;
                page.tell(&Tell::Told(told));
                desk.borrow_mut().is_kept_as(kept_as);
                see_what_is_kept(&page, &desk).await;
            }
        }
    });
}

/// Looks what the browser keeps, which another tab may have changed, and shows it.
async fn see_what_is_kept(page: &Page, desk: &Rc<RefCell<Desk>>) {
    let keeping = keep::keeping().await;
    let shown = desk.borrow_mut().note(keeping);
    shown.into_iter().for_each(|rows| page.tell(&Tell::Rows(rows)));
}

fn unreadable(name: String, cause: JsValue) -> Tell {
    Tell::Unreadable(Unreadable { name, cause: in_words(&cause) })
}

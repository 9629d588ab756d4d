//! The worker's side: reads files piece by piece and answers what the page asks.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, File, MessageEvent};

use super::decoder;
use super::desk::{Desk, Origin};
use super::keep;
use super::messages::{Ask, KeepAsk, PaperAsk, PaperTold, Progress, Ready, Sealed, Tell, Told, Unreadable};
use super::pasted;
use super::pieces::{PIECE_BYTES, Pieces, read_piece};
use super::report::Reader;
use super::site::fetch_text;
use super::wire::{Reading, Wire};
use super::workbook::take_workbook;
use crate::calendar::Calendar;
use crate::district::District;
use crate::import::{Fault, Importer, is_workbook, unbundle};
use crate::pack::Pack;

/// The page is told how far the reading is no more often than this, in milliseconds.
const TELL_EVERY_MS: f64 = 100.0;
/// By so many bytes an archive is known.
const ARCHIVE_BEGINS: f64 = 8.0;

/// How a paper is put together by a pack, the same before any of its parameters was set otherwise, and a calendar: the
/// words of papers are the application's.
pub type LayOut = fn(&PaperAsk, &Pack, &Pack, &Calendar) -> PaperTold;

/// Listens to the page, for as long as the worker lives.
pub fn serve(scope: DedicatedWorkerGlobalScope, lay_out: LayOut) {
    let page = Page(scope);
    std::panic::set_hook(Box::new(|fault| {
        // The hook must be able to go to any thread, which a scope cannot: it is asked for anew.
        if let Ok(scope) = js_sys::global().dyn_into() {
            Page(scope).tell(&Tell::Fault(fault.to_string()));
        }
    }));
    let desk = Rc::new(RefCell::new(Desk::default()));
    let listener = Closure::<dyn FnMut(MessageEvent)>::new({
        let page = page.clone();
        move |message: MessageEvent| hear(&page, &desk, lay_out, &message)
    });
    // Adding a listener to a scope that is there does not fail.
    let _ = page.0.add_event_listener_with_callback("message", listener.as_ref().unchecked_ref());
    listener.forget();
}

/// The page, as the worker sees it.
#[derive(Clone)]
struct Page(DedicatedWorkerGlobalScope);

impl Page {
    fn tell(&self, tell: &Tell) {
        let message = Array::new();
        tell.write(&message);
        // Texts and numbers can always be posted.
        let _ = self.0.post_message(&message);
    }
}

fn hear(page: &Page, desk: &Rc<RefCell<Desk>>, lay_out: LayOut, message: &MessageEvent) {
    let Ok(message) = message.data().dyn_into::<Array>() else { return };
    let mut message = Reading::new(message);
    let Some(ask) = Ask::read(&mut message) else { return };
    // What the page asked before it heard that files are being read again, it asks anew once they are.
    let of_district = matches!(ask, Ask::Rows(_) | Ask::File(_) | Ask::Report(_) | Ask::Record(_) | Ask::Keep(_));
    if of_district && !desk.borrow().is_laid() {
        return;
    }
    match ask {
        Ask::Corrections(text) => desk.borrow_mut().remember(&text),
        Ask::Read => {
            let files: Vec<File> = std::iter::from_fn(|| message.next().dyn_into().ok()).collect();
            open(page, desk, files);
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
                page.tell(&Tell::Again(reader.said().write()));
                read(page, desk, origin, reader);
            }
        }
        Ask::Report(choice) => {
            let told = desk.borrow_mut().report(&choice);
            page.tell(&told);
        }
        Ask::Record(uscc) => {
            let record = desk.borrow().record(&uscc);
            page.tell(&Tell::Record(record));
        }
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
        Ask::Paper(paper) => {
            let desk = desk.borrow();
            let rules = desk.rules();
            page.tell(&Tell::Paper(lay_out(&paper, rules.pack(), rules.base(), rules.calendar())));
        }
    }
}

/// Reads the files of a district, and puts it on the desk.
fn read(page: &Page, desk: &Rc<RefCell<Desk>>, origin: Origin, reader: Reader) {
    let (page, desk) = (page.clone(), desk.clone());
    spawn_local(async move {
        let importer = Importer::new(decoder::gb18030).with_corrections(reader.said().clone());
        let read = match &origin {
            Origin::Files(files) => read_files(&page, files, importer).await,
            Origin::Bundle(address) => read_bundle(address, importer).await.map_err(|cause| (address.clone(), cause)),
            // There is nothing to read again, and nothing offers it.
            Origin::Archive { .. } => return,
        };
        match read {
            Ok(district) => put(&page, &desk, (district, origin, reader), false).await,
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

/// Puts a district on the desk, and tells the page so.
async fn put(
    page: &Page,
    desk: &Rc<RefCell<Desk>>,
    (district, origin, reader): (District, Origin, Reader),
    restored: bool,
) {
    let made_up = origin.is_made_up();
    let keeping = keep::keeping().await;
    let lists = {
        let mut desk = desk.borrow_mut();
        let lists = desk.lay(district, origin, reader);
        desk.note(keeping);
        lists
    };
    page.tell(&Tell::Ready(Ready { lists, made_up, restored }));
}

/// Puts what an archive holds on the desk, or keeps it until it is unlocked.
async fn lay(page: &Page, desk: &Rc<RefCell<Desk>>, opened: Result<keep::Opened, Told>, restored: bool) {
    match opened {
        Ok(keep::Opened::District { district, made_up }) => {
            let reader = desk.borrow_mut().reader();
            put(page, desk, (*district, Origin::Archive { made_up }, reader), restored).await;
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
                Ok(file) => {
                    desk.borrow_mut().offer(file.address.clone());
                    page.tell(&Tell::File(file));
                }
                Err(told) => page.tell(&Tell::Told(told)),
            },
            content => {
                page.tell(&Tell::Told(keep::keep(content, ask.today).await));
                let keeping = keep::keeping().await;
                let shown = desk.borrow_mut().note(keeping);
                shown.into_iter().for_each(|rows| page.tell(&Tell::Rows(rows)));
            }
        }
    });
}

fn unreadable(name: String, cause: JsValue) -> Tell {
    let cause = js_sys::Object::from(cause).to_string().into();
    Tell::Unreadable(Unreadable { name, cause })
}

async fn read_files(page: &Page, files: &[File], importer: Importer) -> Result<District, (String, JsValue)> {
    let importer = Rc::new(RefCell::new(importer));
    let total: f64 = files.iter().map(|file| file.size()).sum();
    let mut before = 0.0;
    let began = js_sys::Date::now();
    let told = Rc::new(Cell::new(0.0));
    let mut pieces = Pieces::new(files);
    for (place, file) in files.iter().enumerate() {
        importer.borrow_mut().open(&file.name());
        let tell = {
            let (page, told) = (page.clone(), told.clone());
            move |importer: &Importer, bytes| {
                let now = js_sys::Date::now();
                // The page draws all that it is told.
                if now - told.get() < TELL_EVERY_MS {
                    return;
                }
                told.set(now);
                let spent = now - began;
                page.tell(&Tell::Progress(progress(importer, before + bytes, total, spent)));
            }
        };
        read_file(&importer, (file, place), &mut pieces, tell).await.map_err(|cause| (file.name(), cause))?;
        importer.borrow_mut().close();
        before += file.size();
    }
    let importer = importer.replace(Importer::new(decoder::gb18030));
    Ok(District::new(importer.finish()))
}

/// Reads the file that an importer has open, the one at this place of the files in pieces; `tell` hears how many bytes of
/// it were read.
async fn read_file(
    importer: &Rc<RefCell<Importer>>,
    (file, place): (&File, usize),
    pieces: &mut Pieces<'_>,
    tell: impl Fn(&Importer, f64) + 'static,
) -> Result<(), JsValue> {
    let mut start = 0.0;
    while start < file.size() {
        let Some(piece) = pieces.take(place, start).await? else { break };
        let end = file.size().min(start + PIECE_BYTES);
        if start == 0.0 && is_workbook(&piece) {
            let most = importer.borrow().limits().workbook_bytes;
            if file.size() > most as f64 {
                importer.borrow_mut().refuse(Fault::WorkbookTooLarge);
                return Ok(());
            }
            return take_workbook(importer, file, move |importer| tell(importer, 0.0)).await;
        }
        let goes_on = importer.borrow_mut().feed(&piece);
        start = if goes_on { end } else { file.size() };
        tell(&importer.borrow(), start);
    }
    Ok(())
}

async fn read_bundle(address: &str, mut importer: Importer) -> Result<District, JsValue> {
    let text = fetch_text(address).await?;
    for (name, file) in unbundle(&text) {
        importer.open(name);
        importer.feed(file.as_bytes());
        importer.close();
    }
    Ok(District::new(importer.finish()))
}

/// How far the reading is; so far it took `spent` milliseconds.
fn progress(importer: &Importer, bytes: f64, total_bytes: f64, spent: f64) -> Progress {
    let files = importer.files();
    // As if the rest went as quickly as what is done.
    let left = spent / bytes * (total_bytes - bytes) / 1000.0;
    Progress {
        name: files.last().map(|file| file.name.clone()).unwrap_or_default(),
        bytes: bytes as u64,
        total_bytes: total_bytes as u64,
        rows: files.iter().map(|file| file.rows).sum(),
        seconds_left: left.is_finite().then_some(left.ceil() as u64),
    }
}

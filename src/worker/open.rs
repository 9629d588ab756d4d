//! Opening a district: from tables, a bundle, an archive, or what the browser keeps.

use wasm_bindgen::JsValue;
use web_sys::File;

use super::files::{importer_for, read_bundle, read_files};
use super::keep;
use super::later::UNREADABLE;
use super::messages::{Again, Event, Failure, OpenRequest, Opened, Outcome, Ready, Sealed, Source, Unreadable};
use super::pieces::read_piece;
use super::report::Reader;
use super::serve::{Page, Shared};
use super::session::Origin;
use super::site::in_words;
use crate::district::District;
use crate::import::Import;
use crate::pack::{Locale, Phrase, phrases};

phrases! {
    NOTHING_LEFT "按更正重新读入后没有可用的内容，仍是更正之前的数据；更正没有用上。{0}" "Read as corrected, the files had nothing to use; the data are those before, and the corrections are not used. {0}"
}

/// By so many bytes an archive is known.
const ARCHIVE_BEGINS: f64 = 8.0;

/// Opens a district in the place of the one before.
pub(super) async fn open(page: &Page, session: &Shared, request: OpenRequest) -> Result<Opened, Failure> {
    session.borrow_mut().remember(&request.corrections);
    match request.source {
        Source::Kept => Ok(lay(session, keep::restore().await, true).await),
        Source::Bundle(address) => read_fresh(page, session, Origin::Bundle(address)).await,
        Source::Files(files) => {
            let files = files.0;
            match archive(&files).await {
                Some(Ok(opened)) => Ok(lay(session, opened, false).await),
                Some(Err(unreadable)) => Ok(Opened::Unreadable(unreadable)),
                None => read_fresh(page, session, Origin::Files(files)).await,
            }
        }
    }
}

/// Reads files that were just opened.
async fn read_fresh(page: &Page, session: &Shared, origin: Origin) -> Result<Opened, Failure> {
    let reader = session.borrow_mut().reader();
    read(page, session, origin, reader).await
}

/// Opens an archive that comes alone; `None` where there is none.
async fn archive(files: &[File]) -> Option<Result<Result<keep::Opened, Outcome>, Unreadable>> {
    let [file] = files else { return None };
    let beginning = read_piece(file, 0.0, ARCHIVE_BEGINS).await.unwrap_or_default();
    if !keep::begins(&beginning) {
        return None;
    }
    let archive = read_piece(file, 0.0, file.size()).await;
    Some(match archive {
        Ok(archive) => Ok(keep::open(&file.name(), &archive)),
        Err(cause) => Err(unreadable(file.name(), &cause)),
    })
}

/// Reads the same files again, by what a person has corrected. Requested twice, they are read once.
pub(super) async fn read_again(page: &Page, session: &Shared) -> Result<Opened, Failure> {
    let (origin, reader) = session.borrow_mut().again().ok_or(Failure::Busy)?;
    page.tell(again(&reader, false));
    read(page, session, origin, reader).await
}

/// Reads the files of a district, and puts it into the session.
async fn read(page: &Page, session: &Shared, origin: Origin, reader: Reader) -> Result<Opened, Failure> {
    let importer = importer_for(reader.said().clone(), session.borrow().figures_known());
    let is_again = reader.is_again();
    let read = match &origin {
        Origin::Files(files) | Origin::Later { files, .. } => {
            let page = page.clone();
            read_files(move |progress| page.tell(Event::Progress(progress)), files, importer).await
        }
        Origin::Bundle(address) => read_bundle(address, importer).await.map_err(|cause| (address.clone(), cause)),
        // There is nothing to read again, and nothing offers it.
        Origin::Archive { .. } => return Err(Failure::NotUnderstood),
    };
    Ok(match read {
        // Whatever was corrected, what is there stays until there is something else.
        Ok(import) if is_again && import.enterprises.is_empty() && !session.borrow().is_empty() => {
            stay(page, session, told_with(NOTHING_LEFT, &import))
        }
        Err((name, cause)) if is_again => {
            stay(page, session, Outcome::of(true, UNREADABLE, &[&name, &in_words(&cause)]))
        }
        Ok(import) => {
            let lists = match origin {
                Origin::Later { files, how, .. } => {
                    let mut session = session.borrow_mut();
                    // They are laid over what was there before them.
                    session.lay_back();
                    session.lay_over(import, (files, how), reader)
                }
                origin => session.borrow_mut().lay(District::new(import), origin, reader),
            };
            ready(session, lists, false).await
        }
        Err((name, cause)) => Opened::Unreadable(unreadable(name, &cause)),
    })
}

/// Answers that a district is there; whether it `lists` enterprises to be shown first, and whether nobody has just opened
/// it.
pub(super) async fn ready(session: &Shared, lists: bool, restored: bool) -> Opened {
    let keeping = keep::keeping().await;
    let mut session = session.borrow_mut();
    session.note(keeping);
    Opened::Ready(Ready { lists, restored, ..session.ready() }, None)
}

/// Files that were to be read again gave nothing: what was there before is there still, and what is wrong is told.
fn stay(page: &Page, session: &Shared, outcome: Outcome) -> Opened {
    let mut session = session.borrow_mut();
    session.stay();
    page.tell(again(&Reader::of(session.said().clone()), false));
    Opened::Ready(Ready { restored: true, again: true, ..session.ready() }, Some(outcome))
}

/// Tells that files are read again, by what `reader` says; `by_hand` when the district has what was changed by hand.
pub(super) fn again(reader: &Reader, by_hand: bool) -> Event {
    Event::Again(Again { corrections: reader.said().write(), by_hand })
}

/// Fills a phrase with the first thing that was wrong with files.
pub(super) fn told_with(phrase: Phrase, import: &Import) -> Outcome {
    let why = import.report.problems.kept().first();
    let [zh, en] = why.map(|why| [why.zh(), why.en()]).unwrap_or_default();
    Outcome {
        zh: phrase.fill(Locale::Zh, &[&zh]),
        en: phrase.fill(Locale::En, &[&en]),
        ..Outcome::of(true, phrase, &[])
    }
}

/// Puts what an archive holds into the session, or keeps it until it is unlocked.
async fn lay(session: &Shared, opened: Result<keep::Opened, Outcome>, restored: bool) -> Opened {
    match opened {
        Ok(keep::Opened::District { district, made_up, kept_as, ledger }) => {
            let lists = {
                let mut session = session.borrow_mut();
                let reader = session.reader();
                let lists = session.lay(*district, Origin::Archive { made_up }, reader);
                session.is_kept_as(kept_as);
                lists
            };
            let mut opened = ready(session, lists, restored).await;
            if let Opened::Ready(ready, _) = &mut opened {
                ready.ledger = ledger;
            }
            opened
        }
        Ok(keep::Opened::Locked(locked)) => {
            let sealed = Sealed { name: locked.name.clone(), wrong: false };
            session.borrow_mut().locked = Some(locked);
            Opened::Sealed(sealed)
        }
        Err(outcome) => Opened::Nothing(outcome),
    }
}

/// Tries a passphrase on the archive that waits for one.
pub(super) async fn unseal(session: &Shared, passphrase: &str) -> Result<Opened, Failure> {
    // One that is being tried is not there for a second request.
    let locked = session.borrow_mut().locked.take().ok_or(Failure::Busy)?;
    Ok(match keep::unlock(&locked, passphrase).await {
        Some(opened) => lay(session, opened, false).await,
        None => {
            let sealed = Sealed { name: locked.name.clone(), wrong: true };
            session.borrow_mut().locked = Some(locked);
            Opened::Sealed(sealed)
        }
    })
}

fn unreadable(name: String, cause: &JsValue) -> Unreadable {
    Unreadable { name, cause: in_words(cause) }
}

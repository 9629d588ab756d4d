//! Requests to workers, and what they answer and tell.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::super::{Action, DistrictAction, Model, NamedText, Notice, Route, ViewAction};
use super::notice::{failure_words, notice};
use crate::app::text::{self, Phrase};
use crate::store::{keep_corrections, note_kept, save};
use crate::worker::{Again, Call, Event, Failure, Opened, Outcome, Ready, SavedFile, Unreadable};

/// What a worker is there for.
#[derive(Clone, Copy)]
pub(super) struct Purpose {
    /// Whether the district is the sample that the site brings along.
    pub made_up: bool,
    /// Whether what was open before is still there when nothing can be opened.
    pub stays: bool,
}

/// Changes the state by what a worker answers or tells.
pub(super) type Dispatch<'d> = &'d dyn Fn(Action);

fn alarm(dispatch: Dispatch, phrase: Phrase, values: &[&str]) {
    dispatch(Action::View(ViewAction::Notice(Some(notice(true, phrase, values)))));
}

/// Takes in what the worker of a district tells unasked, or why it is of no more use.
///
/// What is wrong is told before the district goes: what was open before then comes back with its own worker, and nothing
/// more is heard of this one.
pub(super) fn take_event(dispatch: Dispatch, purpose: Purpose, event: Result<Event, Failure>) {
    match event {
        Ok(Event::Progress(progress)) => dispatch(Action::District(DistrictAction::Progress(progress))),
        Ok(Event::List(answer)) => dispatch(Action::District(DistrictAction::List(Rc::from(answer)))),
        Ok(Event::Again(Again { corrections, by_hand })) => {
            // A full store keeps none; they hold all the same until other files are opened.
            keep_corrections(&corrections);
            dispatch(Action::ReadAgain { made_up: purpose.made_up, by_hand });
        }
        Err(failure) => {
            let (phrase, cause) = failure_words(&failure);
            alarm(dispatch, phrase, &[&cause]);
            dispatch(Action::Forget);
        }
    }
}

/// Takes in what became of opening a district.
pub(super) fn take_opened(dispatch: Dispatch, purpose: Purpose, opened: Opened) {
    match opened {
        Opened::Ready(Ready { lists, made_up, restored, again, enterprises, ledger, faults }, outcome) => {
            dispatch(Action::Ready { made_up, again, enterprises, faults });
            let comes_back = purpose.stays && enterprises == 0 && !again;
            // What comes back by itself leads nobody away from what is being looked at.
            if !comes_back && (!restored || Route::current() == Route::Start) {
                // Files none of which could be used have no list to show, only what was wrong with them.
                if lists { Route::List } else { Route::Report }.go();
            }
            outcome.into_iter().for_each(|outcome| take_outcome(dispatch, outcome));
            if let Some((name, text)) = ledger {
                dispatch(Action::View(ViewAction::LedgerFile(Some(Rc::new(NamedText { name, text })))));
            }
        }
        Opened::Sealed(sealed) => dispatch(Action::District(DistrictAction::Sealed(sealed))),
        Opened::Unreadable(Unreadable { name, cause }) => {
            if purpose.made_up {
                alarm(dispatch, text::SAMPLE_UNREACHABLE, &[&cause]);
            } else {
                alarm(dispatch, text::UNREADABLE, &[&name, &cause]);
            }
            dispatch(Action::Forget);
        }
        Opened::Nothing(outcome) => take_outcome(dispatch, outcome),
    }
}

/// Tells what came of something that was requested.
pub(super) fn take_outcome(dispatch: Dispatch, Outcome { ends, alarming, zh, en, kept }: Outcome) {
    if let Some(kept) = kept {
        note_kept(kept);
    }
    if !zh.is_empty() {
        let told = Notice { alarming, zh, en, lines: Vec::new() };
        dispatch(Action::View(ViewAction::Notice(Some(told))));
    }
    if ends {
        dispatch(Action::Forget);
    }
}

/// Saves files that a worker has made. Returns whether the browser took them.
pub(super) fn save_files(dispatch: Dispatch, files: &[SavedFile]) -> bool {
    let is_saved = !files.is_empty() && files.iter().all(|file| save(&file.name, &file.content).is_ok());
    if !is_saved {
        alarm(dispatch, text::NOT_SAVED, &[]);
    }
    is_saved
}

/// Saves files that a worker has made, and says what they are called.
pub(super) fn save_files_and_say(dispatch: Dispatch, files: &[SavedFile]) {
    if save_files(dispatch, files) {
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        dispatch(Action::View(ViewAction::Notice(Some(notice(false, text::SAVED_AS, &[&names.join("”“")])))));
    }
}

/// Requests something of the worker of the district that is open; `take` takes its answer. Without one nothing happens: of a
/// worker that fails it is told by itself, and what it could not answer while files were being read is requested anew once they
/// are.
pub(super) fn request<C: Call + 'static>(model: &Model, request: C, take: impl FnOnce(Dispatch, C::Answer) + 'static) {
    let number = model.state().district.front;
    let dispatcher = model.dispatcher();
    let Some(answer) = model.with_worker(|worker| worker.request(request)) else { return };
    spawn_local(async move {
        if let Ok(answer) = answer.await {
            take(&|action| dispatcher.dispatch(Action::Told(number, Box::new(action))), answer);
        }
    });
}

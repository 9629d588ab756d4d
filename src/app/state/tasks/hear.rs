//! What the worker tells.

use super::super::{Action, Notice, Route};
use super::notice::notice;
use crate::app::text::{self, Phrase};
use crate::entry::Sheet;
use crate::json;
use crate::store::{keep_corrections, note_kept, save};
use crate::worker::{Again, FileTold, Ready, RecordTold, Tell, Told, Unreadable};

/// Takes in what the worker of a district tells; `made_up` when it is the sample's. `Err` when it did not even start.
/// `stays` says whether what was open before is still there when nothing can be opened.
///
/// What is wrong is told before the district goes: what was open before then comes back with its own worker, and nothing
/// more is heard of this one.
pub(super) fn hear(dispatch: &dyn Fn(Action), (made_up, stays): (bool, bool), told: Result<Tell, String>) {
    let alarm = |phrase: Phrase, values: &[&str]| dispatch(Action::Notice(Some(notice(true, phrase, values))));
    let tell = match told {
        Ok(tell) => tell,
        Err(cause) => {
            alarm(text::WORKER_NOT_STARTED, &[&cause]);
            dispatch(Action::Forget);
            return;
        }
    };
    match tell {
        Tell::Progress(progress) => dispatch(Action::Progress(progress)),
        Tell::Ready(Ready { lists, made_up, restored, again, enterprises, faults }) => {
            dispatch(Action::Ready { made_up, again, enterprises, faults });
            let comes_back = stays && enterprises == 0 && !again;
            // What comes back by itself leads nobody away from what is being looked at.
            if !comes_back && (!restored || Route::current() == Route::Start) {
                // Files none of which could be used have no list to show, only what was wrong with them.
                if lists { Route::List } else { Route::Report }.go();
            }
        }
        Tell::Sealed(sealed) => dispatch(Action::Sealed(sealed)),
        Tell::Told(Told { ends, alarming, zh, en, kept }) => {
            if let Some(kept) = kept {
                note_kept(kept);
            }
            if !zh.is_empty() {
                let told = Notice { alarming, zh, en, lines: Vec::new() };
                dispatch(Action::Notice(Some(told)));
            }
            if ends {
                dispatch(Action::Forget);
            }
        }
        Tell::Again(Again { corrections, by_hand }) => {
            // A full store keeps none; they hold all the same until other files are opened.
            keep_corrections(&corrections);
            dispatch(Action::ReadAgain { made_up, by_hand });
        }
        Tell::Unreadable(Unreadable { name, cause }) => {
            if made_up {
                alarm(text::SAMPLE_UNREACHABLE, &[&cause]);
            } else {
                alarm(text::UNREADABLE, &[&name, &cause]);
            }
            dispatch(Action::Forget);
        }
        Tell::File(FileTold { name, content }) => {
            if content.is_none_or(|content| save(&name, &content).is_err()) {
                alarm(text::NOT_SAVED, &[]);
            }
        }
        Tell::Rows(rows) => dispatch(Action::Rows(rows)),
        Tell::Report(report) => dispatch(Action::Report(report)),
        Tell::Record(RecordTold { record, beside }) => {
            // The worker has written the record by the same code that reads it here.
            if let Some(value) = record.and_then(|text| json::parse(&text).ok()) {
                dispatch(Action::Open { sheet: Sheet::of(&value), made_up, listed: Some(beside) });
            }
        }
        Tell::Rules(told) => dispatch(Action::Rules(told)),
        Tell::Book(book) => dispatch(Action::Book(book)),
        // The worker of a district is not asked about pasted rows.
        Tell::Pasted(_) => {}
        Tell::Fault(cause) => {
            alarm(text::WORKER_FAULT, &[&cause]);
            dispatch(Action::Forget);
        }
    }
}

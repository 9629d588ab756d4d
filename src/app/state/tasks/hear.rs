//! What the worker tells.

use yew::UseReducerDispatcher;

use super::super::{Action, Notice, Route, State};
use super::notice::alarm;
use super::record::open_sheet;
use crate::app::text;
use crate::entry::Sheet;
use crate::json;
use crate::store::{keep_corrections, note_kept, save};
use crate::worker::{FileTold, Ready, Tell, Told, Unreadable};

/// Takes in what the worker of a district tells; `made_up` when it is the sample's. `Err` when it did not even start.
pub(super) fn hear(state: &UseReducerDispatcher<State>, made_up: bool, told: Result<Tell, String>) {
    let tell = match told {
        Ok(tell) => tell,
        Err(cause) => {
            state.dispatch(Action::Forget);
            alarm(state, text::WORKER_NOT_STARTED, &[&cause]);
            return;
        }
    };
    match tell {
        Tell::Progress(progress) => state.dispatch(Action::Progress(progress)),
        Tell::Ready(Ready { lists, made_up, restored }) => {
            state.dispatch(Action::Ready { made_up });
            // What comes back by itself leads nobody away from what is being looked at.
            if !restored || Route::current() == Route::Start {
                // Files none of which could be used have no list to show, only what was wrong with them.
                if lists { Route::List } else { Route::Report }.go();
            }
        }
        Tell::Sealed(sealed) => state.dispatch(Action::Sealed(sealed)),
        Tell::Told(told) => {
            if told.ends {
                state.dispatch(Action::Forget);
            }
            if let Some(kept) = told.kept {
                note_kept(kept);
            }
            let Told { alarming, zh, en, .. } = told;
            if !zh.is_empty() {
                let told = Notice { alarming, zh, en, lines: Vec::new(), printing: false };
                state.dispatch(Action::Notice(Some(told)));
            }
        }
        Tell::Again(corrections) => {
            // A full store keeps none; they hold all the same until other files are opened.
            keep_corrections(&corrections);
            state.dispatch(Action::ReadAgain { made_up });
        }
        Tell::Unreadable(Unreadable { name, cause }) => {
            state.dispatch(Action::Forget);
            if made_up {
                alarm(state, text::SAMPLE_UNREACHABLE, &[&cause]);
            } else {
                alarm(state, text::UNREADABLE, &[&name, &cause]);
            }
        }
        Tell::File(FileTold { name, content }) => {
            if content.is_none_or(|content| save(&name, &content).is_err()) {
                alarm(state, text::NOT_SAVED, &[]);
            }
        }
        Tell::Rows(rows) => state.dispatch(Action::Rows(rows)),
        Tell::Report(report) => state.dispatch(Action::Report(report)),
        Tell::Record(record) => {
            // The worker has written the record by the same code that reads it here.
            if let Some(value) = record.and_then(|text| json::parse(&text).ok()) {
                open_sheet(state, Sheet::of(&value), made_up, true);
            }
        }
        Tell::Rules(told) => state.dispatch(Action::Rules(told)),
        Tell::Book(book) => state.dispatch(Action::Book(book)),
        // The worker of a district is not asked about pasted rows.
        Tell::Pasted(_) => {}
        Tell::Paper(paper) => state.dispatch(Action::Print(paper)),
        Tell::Fault(cause) => {
            state.dispatch(Action::Forget);
            alarm(state, text::WORKER_FAULT, &[&cause]);
        }
    }
}

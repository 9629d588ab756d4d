//! Opening what takes the reader of files: a worker has the district, and reads the rules.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::super::{Action, District, Model, NamedText, Opening, Route, ViewAction};
use super::notice::alarm;
use super::rules::{bring, open_rules};
use super::worker::{Purpose, take_event, take_opened};
use crate::app::text;
use crate::json;
use crate::store::{kept_corrections, rules_part};
use crate::worker::{Client, OpenRequest, SAMPLE, Source, at, in_words};

/// Opens it.
pub fn open(model: &Model, opening: Opening) {
    match opening {
        Opening::Files(files) => start(model, false, Source::Files(files)),
        Opening::Sample => start(model, true, Source::Bundle(at(SAMPLE))),
        Opening::Ledger { name, text } => {
            let file = Rc::new(NamedText { name, text });
            model.dispatch(Action::View(ViewAction::LedgerFile(Some(file))));
        }
        Opening::Rules { name, text } => {
            let value = json::parse(&text).ok();
            if let Some((part, value)) = value.and_then(|value| Some((rules_part(&value)?, value))) {
                open_rules(model, part, &name, &value);
            }
        }
    }
}

/// Has a district opened by a fresh worker; the one before stands aside with its district.
pub(super) fn start(model: &Model, made_up: bool, source: Source) {
    let number = model.started.get() + 1;
    model.started.set(number);
    let state = &model.state();
    let stays = state.district.aside.is_some()
        || matches!(state.district.now, District::Ready { enterprises, .. } if enterprises > 0);
    let purpose = Purpose { made_up, stays };
    let dispatcher = model.dispatcher();
    let dispatch = move |action| dispatcher.dispatch(Action::Told(number, Box::new(action)));
    let started = Client::start({
        let dispatch = dispatch.clone();
        move |event| take_event(&dispatch, purpose, event)
    });
    match started {
        Ok(client) => {
            bring(model, &client);
            // How far the reading is stands on the page of the start.
            let is_read = !matches!(source, Source::Kept);
            let opened = client.request(OpenRequest { source, corrections: kept_corrections() });
            model.workers.borrow_mut().push((number, client));
            model.list_scroll.set(0);
            model.dispatch(Action::Read { made_up, worker: number });
            if is_read {
                Route::Start.go();
            }
            spawn_local(async move {
                // Of a worker that fails it is told by itself.
                if let Ok(opened) = opened.await {
                    take_opened(&dispatch, purpose, opened);
                }
            });
        }
        Err(cause) => alarm(&model.dispatcher(), text::WORKER_NOT_STARTED, &[&in_words(&cause)]),
    }
}

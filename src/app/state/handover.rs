//! What goes along when the build that has all pages takes the place of the one that was there first.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::{AnswerState, ClosedRecord, Notice, Opened, Opening, Paste, State};
use crate::assess::timeline::Period;
use crate::entry::Part;
use crate::facts::Date;
use crate::pack::Locale;

/// The open records with the steps that led to them, how they were being looked at, and what is to be opened.
#[derive(Serialize, Deserialize)]
pub struct Handover {
    pub openings: Vec<Opening>,
    locale: Locale,
    as_of: Date,
    tabs: Vec<HandedRecord>,
    tab: Option<u32>,
    unfolded: Option<Part>,
    reading: AnswerState,
    period: Period,
    pastes: Vec<Paste>,
    /// The records that were closed last, each with the index of its tab and the rows that waited in it.
    closed: Vec<(usize, HandedRecord, Option<Paste>)>,
    notice: Option<Notice>,
}

/// An open record.
#[derive(Serialize, Deserialize)]
struct HandedRecord {
    id: u32,
    made_up: bool,
    /// As JSON: the sheets before it, the sheet itself, and those that were left by undoing.
    past: Vec<String>,
    sheet: String,
    future: Vec<String>,
}

impl Handover {
    /// Returns what is to be handed over.
    #[must_use]
    pub fn of(state: &State, openings: Vec<Opening>) -> Self {
        Self {
            openings,
            locale: state.view.locale,
            as_of: state.view.as_of,
            tabs: state.records.tabs.iter().map(|tab| HandedRecord::of(tab)).collect(),
            tab: state.records.tab,
            unfolded: state.records.unfolded,
            reading: state.records.reading.clone(),
            period: state.records.period,
            pastes: state.records.pastes.iter().map(|paste| (**paste).clone()).collect(),
            closed: state.records.closed.iter().map(HandedRecord::closed).collect(),
            notice: state.view.notice.clone(),
        }
    }

    /// Hands it on to the state that begins.
    pub(super) fn hand_on(&self, state: &mut State) {
        state.view.locale = self.locale;
        state.view.as_of = self.as_of;
        state.records.tabs = self.tabs.iter().filter_map(HandedRecord::opened).map(Rc::new).collect();
        state.records.tab = self.tab;
        state.records.unfolded = self.unfolded;
        state.records.reading = self.reading.clone();
        state.records.period = self.period;
        state.records.pastes = self.pastes.iter().cloned().map(Rc::new).collect();
        state.records.closed = self.closed.iter().filter_map(HandedRecord::of_closed).collect();
        state.view.notice = self.notice.clone();
    }
}

impl HandedRecord {
    fn of(opened: &Opened) -> Self {
        let (past, sheet, future) = opened.steps();
        Self { id: opened.id, made_up: opened.made_up, past, sheet, future }
    }

    fn closed(record: &ClosedRecord) -> (usize, Self, Option<Paste>) {
        (record.index, Self::of(&record.opened), record.paste.as_deref().cloned())
    }

    fn of_closed((index, record, paste): &(usize, Self, Option<Paste>)) -> Option<ClosedRecord> {
        Some(ClosedRecord::new(*index, Rc::new(record.opened()?), paste.clone().map(Rc::new)))
    }

    /// The other build wrote it by the same code that reads it here.
    fn opened(&self) -> Option<Opened> {
        Opened::with_steps(self.id, self.made_up, &self.past, &self.sheet, &self.future)
    }
}

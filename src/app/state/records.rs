//! The records that are open, and how they are being looked at.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::queries::fact_ids;
use super::tasks::DayFault;
use super::{AnswerState, ClosedRecord, Opened, Paper};
use crate::assess::timeline::Period;
use crate::entry::{Change, Part, Sheet};
use crate::facts::{Date, Term};
use crate::pack::FactKind;

/// The open records.
#[derive(Clone, Default, PartialEq)]
pub struct Records {
    /// Whether the facts may only be read.
    pub readonly: bool,
    /// The records, in the order of their tabs.
    pub tabs: Vec<Rc<Opened>>,
    /// The tab that was looked at last.
    pub tab: Option<u32>,
    /// The part of that record whose fields are unfolded.
    pub unfolded: Option<Part>,
    /// How the answer on that record is read.
    pub reading: AnswerState,
    /// How much of its timeline is in view.
    pub period: Period,
    /// Which paper is being printed of it.
    pub printing: Option<Paper>,
    /// The tab with a record that was begun without a fact, until another is looked at.
    pub begun: Option<u32>,
    /// The rows of a spreadsheet that were pasted, for each record those of the last time; the latest stand last.
    pub pastes: Vec<Rc<Paste>>,
    /// How many files with records are being read.
    pub files: usize,
    /// The records that were closed last, together, in the order of their tabs; empty once they were reopened.
    pub closed: Vec<ClosedRecord>,
}

/// Rows that were pasted into a record.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Paste {
    /// The tab of the record.
    pub tab: u32,
    /// Whether the worker has told what they are.
    pub answered: bool,
    /// The rows that were not used and wait to be mended.
    pub text: String,
    /// What became of the others, each line in both languages.
    pub told: Vec<(String, String)>,
    /// Whether the person must say the unit of amounts.
    pub asks_unit: bool,
}

impl Paste {
    /// Whether a worker is reading the rows.
    #[must_use]
    pub fn is_being_read(&self) -> bool {
        !self.answered && !self.told.is_empty()
    }
}

/// A change of the open records and of nothing else.
pub enum RecordsAction {
    /// Whether the facts may only be read.
    ReadOnly(bool),
    /// A step of work on the record that is shown.
    Change(Change),
    /// A step of work on the record in this tab, whether it is shown or not.
    ChangeTab(u32, Change),
    /// A step back, or with `true` one that was undone forth.
    Step(bool),
    /// Unfolds the fields of a part, or folds them away.
    Unfold(Option<Part>),
    /// A fold of the answer was opened or closed.
    Fold(String, bool),
    /// Another day on which one supposes to apply for a repair was typed.
    ApplyOn(Result<Option<Date>, DayFault>),
    Period(Period),
    /// Tells about rows that were pasted.
    Paste(Paste),
    /// Tells that a file with a record is being read or, with `false`, that it was.
    ReadFile(bool),
}

impl Records {
    /// Returns whether nothing is under way that another build could not go on with: no files with records and no pasted rows are
    /// being read, and nothing is being printed.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.files == 0 && self.printing.is_none() && !self.pastes.iter().any(|paste| paste.is_being_read())
    }

    /// The record that was looked at last.
    #[must_use]
    pub fn record(&self) -> Option<&Rc<Opened>> {
        self.tab.and_then(|id| self.in_tab(id))
    }

    /// The record in a tab.
    #[must_use]
    pub fn in_tab(&self, id: u32) -> Option<&Rc<Opened>> {
        self.tabs.iter().find(|tab| tab.id == id)
    }

    /// The rows that were pasted into the record in a tab.
    #[must_use]
    pub fn paste(&self, tab: u32) -> Option<&Rc<Paste>> {
        self.pastes.iter().find(|paste| paste.tab == tab)
    }

    /// Whether something was changed in a tab, or rows wait there to be mended.
    #[must_use]
    pub fn is_changed(&self, tab: u32) -> bool {
        self.paste(tab).is_some() || self.in_tab(tab).is_some_and(|opened| opened.can_undo())
    }

    /// Changes the open records.
    pub(super) fn reduce(&mut self, action: RecordsAction) {
        match action {
            RecordsAction::ReadOnly(readonly) => self.readonly = readonly,
            RecordsAction::Change(_) | RecordsAction::ChangeTab(..) | RecordsAction::Step(_) if self.readonly => {}
            RecordsAction::Change(change) => {
                let unfolded = match &change {
                    Change::Add(kind) => self.record().map(|tab| Some(Part::Fact(*kind, tab.sheet.count(*kind)))),
                    Change::AddAll(..) | Change::Remove(..) | Change::Facts(_) => Some(None),
                    _ => None,
                };
                if let Some(changed) = self.record().and_then(|tab| tab.changed(change)) {
                    self.replace(changed);
                    self.unfolded = unfolded.unwrap_or(self.unfolded);
                }
            }
            RecordsAction::ChangeTab(id, change) => {
                if let Some(changed) = self.in_tab(id).and_then(|tab| tab.changed(change)) {
                    self.replace(changed);
                }
            }
            RecordsAction::Step(again) => {
                if let Some((stepped, part)) = self.record().and_then(|tab| tab.stepped(again)) {
                    self.replace(stepped);
                    self.unfolded = part;
                }
            }
            RecordsAction::Unfold(part) => self.unfolded = part,
            RecordsAction::Fold(id, open) => self.reading.fold(id, open),
            RecordsAction::ApplyOn(Ok(day)) => {
                self.reading.apply_on = day;
                self.reading.apply_fault = None;
            }
            RecordsAction::ApplyOn(Err(fault)) => self.reading.apply_fault = Some(fault),
            RecordsAction::Period(period) => self.period = period,
            RecordsAction::ReadFile(true) => self.files += 1,
            RecordsAction::ReadFile(false) => self.files = self.files.saturating_sub(1),
            RecordsAction::Paste(paste) => {
                self.pastes.retain(|other| other.tab != paste.tab);
                self.pastes.push(Rc::new(paste));
            }
        }
    }

    /// Opens a sheet in a tab of its own.
    pub(super) fn open(&mut self, sheet: Sheet, made_up: bool) -> Rc<Opened> {
        let opened = Rc::new(Opened::new(self.next_id(), sheet, made_up));
        self.tabs.push(opened.clone());
        opened
    }

    /// Inserts the tab of a record, with the rows that wait in it, at an index. Returns the id of the tab.
    pub(super) fn insert(&mut self, index: usize, opened: &Opened, paste: Option<&Paste>) -> u32 {
        let id = self.next_id();
        self.tabs.insert(index.min(self.tabs.len()), Rc::new(opened.in_tab(id)));
        self.pastes.extend(paste.map(|paste| Rc::new(Paste { tab: id, ..paste.clone() })));
        id
    }

    fn next_id(&self) -> u32 {
        self.tabs.iter().map(|tab| tab.id).max().unwrap_or(0) + 1
    }

    /// Closes a tab; where it was the one that was looked at, its neighbour is from now on. Returns whether it was open.
    pub(super) fn close(&mut self, id: u32) -> bool {
        let Some(index) = self.tabs.iter().position(|tab| tab.id == id) else { return false };
        self.tabs.remove(index);
        // The number of the tab may be another's next.
        self.pastes.retain(|paste| paste.tab != id);
        if self.tab == Some(id) {
            let next = self.tabs.get(index).or(self.tabs.last()).map(|tab| tab.id);
            self.look_at(next);
        }
        true
    }

    /// Turns to another tab, or to none; how the one before was looked at goes.
    pub(super) fn look_at(&mut self, tab: Option<u32>) {
        if tab != self.tab {
            self.tab = tab;
            self.unfolded = None;
            self.period = Period::default();
            self.reading = AnswerState::default();
            self.printing = None;
            self.begun = None;
        }
    }

    fn replace(&mut self, changed: Opened) {
        if let Some(tab) = self.tabs.iter_mut().find(|tab| tab.id == changed.id) {
            // What is unfolded is known by the index of its fact.
            for kind in FactKind::ALL.iter().filter(|kind| !changed.keeps_indices(tab, **kind)) {
                self.reading.forget(&fact_ids(*kind));
            }
            *tab = Rc::new(changed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(count: usize) -> Records {
        let mut records = Records::default();
        for _ in 0..count {
            let opened = records.open(Sheet::default(), false);
            records.look_at(Some(opened.id));
        }
        records
    }

    fn name(records: &Records) -> &str {
        &records.record().unwrap().enterprise().name
    }

    fn write(records: &mut Records, text: &str) {
        records.reduce(RecordsAction::Change(Change::Write(Part::Basics, "name", text.to_owned())));
    }

    #[test]
    fn no_other_build_takes_over_while_a_file_with_a_record_is_read() {
        let mut records = Records::default();
        records.reduce(RecordsAction::ReadFile(true));
        records.reduce(RecordsAction::ReadFile(true));
        records.reduce(RecordsAction::ReadFile(false));
        assert!(!records.is_idle());
        records.reduce(RecordsAction::ReadFile(false));
        assert!(records.is_idle());
    }

    #[test]
    fn a_step_is_undone_and_done_again() {
        let mut records = opened(1);
        write(&mut records, "甲");
        write(&mut records, "乙");
        records.reduce(RecordsAction::Step(false));
        assert_eq!(name(&records), "甲");
        records.reduce(RecordsAction::Step(true));
        assert_eq!(name(&records), "乙");
    }

    #[test]
    fn what_may_only_be_read_is_changed_by_no_step() {
        let mut records = opened(1);
        write(&mut records, "甲");
        records.reduce(RecordsAction::ReadOnly(true));
        write(&mut records, "乙");
        records.reduce(RecordsAction::Step(false));
        assert_eq!(name(&records), "甲");
    }

    #[test]
    fn a_fact_that_is_added_is_unfolded_and_folds_of_facts_that_moved_are_forgotten() {
        let mut records = opened(1);
        for _ in 0..2 {
            records.reduce(RecordsAction::Change(Change::Add(FactKind::Penalty)));
        }
        assert_eq!(records.unfolded, Some(Part::Fact(FactKind::Penalty, 1)));
        let fold = [&fact_ids(FactKind::Penalty), "1"].concat();
        records.reduce(RecordsAction::Fold(fold.clone(), true));
        records.reduce(RecordsAction::Fold("why".to_owned(), true));
        records.reduce(RecordsAction::Change(Change::Remove(FactKind::Penalty, 0)));
        assert!(!records.reading.is_open(&fold, false), "another fact stands there now");
        assert!(records.reading.is_open("why", false));
        assert_eq!(records.unfolded, None);
    }

    #[test]
    fn a_closed_tab_gives_way_to_its_neighbour_with_everything_folded() {
        let mut records = opened(3);
        records.look_at(Some(2));
        records.reduce(RecordsAction::Unfold(Some(Part::Basics)));
        records.reduce(RecordsAction::Paste(Paste { tab: 2, ..Paste::default() }));
        assert!(records.close(2));
        assert_eq!((records.tab, records.unfolded), (Some(3), None));
        assert!(records.paste(2).is_none(), "rows of a tab whose number may be another's next");
        assert!(records.close(3));
        assert_eq!(records.tab, Some(1));
        assert!(!records.close(3), "it is not open any more");
    }

    #[test]
    fn pasted_rows_make_a_record_a_changed_one() {
        let mut records = opened(1);
        assert!(!records.is_changed(1));
        records.reduce(RecordsAction::Paste(Paste { tab: 1, ..Paste::default() }));
        assert!(records.is_changed(1));
    }
}

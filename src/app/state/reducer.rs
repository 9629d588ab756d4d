//! How what is remembered changes.

use std::rc::Rc;

use yew::Reducible;

use super::{Asked, ClosedRecord, DistrictAction, Paper, RecordsAction, Route, RulesAction, State, ViewAction};
use crate::entry::Sheet;
use crate::facts::Date;
use crate::worker::RulesAnswer;

/// A change: of one slice, or of several at once.
pub enum Action {
    Records(RecordsAction),
    District(DistrictAction),
    Rules(RulesAction),
    View(ViewAction),
    Show(Route),
    AsOf(Date),
    /// Opens a record in a tab of its own, and shows it.
    Open {
        sheet: Sheet,
        made_up: bool,
        /// What is to be known of an enterprise of the district besides its record, each line in both languages; `None` for
        /// a record of its own.
        listed: Option<Vec<(String, String)>>,
    },
    /// Closes tabs, as a person asked; until others are closed they can be reopened.
    Close(Vec<u32>),
    /// Opens the records that were closed last, and shows the last of them.
    Reopen,
    /// Has a paper printed about the record that is shown.
    Print(Paper),
    /// The browser is done with what was printed, or cannot print.
    Printed,
    /// What the worker of this number tells; the one that stands aside tells nothing but that it failed.
    Told(u32, Box<Action>),
    /// The reading of files begins, by the worker of this number; what was read before stands aside.
    Read {
        made_up: bool,
        worker: u32,
    },
    /// The same files are read again, or others were laid over the district, which has what was changed by hand itself then.
    ReadAgain {
        made_up: bool,
        by_hand: bool,
    },
    Ready {
        made_up: bool,
        /// Whether the files were read again, and not opened.
        again: bool,
        enterprises: usize,
        /// What was wrong with the files, where there are none.
        faults: Vec<(String, String)>,
    },
    /// Shows what stands aside, and sets aside what is shown.
    Swap,
    /// There is no district any more, or none of what was to be opened: what was open before comes back then.
    Forget,
    /// Other rules are asked for.
    AskRules(Rc<Asked>),
    /// What became of the rules that were asked for with this number.
    TakeRules(u32, RulesAnswer),
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        state.change(action);
        Rc::new(state)
    }
}

impl State {
    fn change(&mut self, action: Action) {
        match action {
            Action::Records(action) => self.records.reduce(action),
            Action::District(action) => self.district.reduce(action),
            Action::Rules(action) => self.rules.reduce(action),
            Action::View(action) => self.view.reduce(action),
            Action::Show(route) => self.show(route),
            Action::AsOf(as_of) => {
                self.view.as_of = as_of;
                self.view.as_of_fault = None;
                self.view.notice = None;
                self.records.reading.apply_on = None;
                self.records.reading.apply_fault = None;
            }
            Action::Open { sheet, made_up, listed } => self.open(sheet, made_up, listed),
            Action::Close(ids) => self.close_all(&ids),
            Action::Reopen => self.reopen(),
            Action::Print(paper) => {
                // Another that was asked for before this one was rendered comes too late.
                self.records.printing.get_or_insert(paper);
                // Why nothing could be printed before is no longer true.
                self.view.notice = None;
            }
            Action::Printed => {
                self.records.printing = None;
                self.district.printing = None;
            }
            Action::Told(worker, action) if worker == self.district.front => self.change(*action),
            Action::Told(worker, action) => {
                if matches!(*action, Action::Forget) {
                    self.district.aside.take_if(|aside| aside.worker == worker);
                }
            }
            Action::Read { made_up, worker } => {
                self.district.begin_reading(made_up, worker);
                self.view.notice = None;
            }
            Action::ReadAgain { made_up, by_hand } => self.read_again(made_up, by_hand),
            Action::Ready { made_up, again, enterprises, faults } => {
                self.take_in(made_up, again, enterprises, faults);
            }
            Action::Swap => {
                self.district.swap();
                self.forget_closed();
            }
            Action::Forget => {
                if self.district.take_back() {
                    self.forget_closed();
                } else {
                    self.district.forget();
                }
            }
            Action::AskRules(asked) => {
                // A paper that goes from the page with everything else is not to come back by itself.
                if asked.wish.waits() {
                    self.records.printing = None;
                }
                self.rules.asked = Some(asked);
            }
            Action::TakeRules(number, answer) => {
                if let Some(told) = self.rules.take_in(number, answer) {
                    self.view.notice = Some(told);
                }
            }
        }
    }

    fn show(&mut self, route: Route) {
        if let Route::Record(id) = route {
            self.records.look_at(Some(id));
        }
        if matches!(route, Route::Rules(Some(_))) {
            self.rules.show_all();
        }
        self.view.route = route;
    }

    fn open(&mut self, sheet: Sheet, made_up: bool, listed: Option<Vec<(String, String)>>) {
        // A record that a reload has left open as the row has it is that row's.
        let same = self.records.tabs.iter().find(|tab| listed.is_some() && tab.sheet == sheet).cloned();
        let made_up = made_up || (listed.is_some() && self.district.is_made_up());
        let is_begun = listed.is_none() && sheet == Sheet::default();
        let opened = same.unwrap_or_else(|| self.records.open(sheet, made_up));
        if let Some(beside) = listed {
            self.district.note_listed(opened.id, opened.enterprise().uscc.clone(), Rc::new(beside));
        }
        self.show(Route::Record(opened.id));
        self.records.begun = is_begun.then_some(opened.id);
        self.view.notice = None;
    }

    /// Closes tabs that can be reopened. What was closed before them cannot any more, unless nothing was entered in these.
    fn close_all(&mut self, ids: &[u32]) {
        let closed: Vec<_> = ids.iter().filter_map(|id| ClosedRecord::of(&self.records, &self.district, *id)).collect();
        for id in ids {
            self.close(*id);
        }
        if !closed.is_empty() {
            self.records.closed = closed;
        }
    }

    fn reopen(&mut self) {
        let closed = std::mem::take(&mut self.records.closed);
        let (records, district) = (&mut self.records, &mut self.district);
        let ids: Vec<u32> = closed.into_iter().map(|record| record.reopen(records, district)).collect();
        if let Some(id) = ids.last() {
            self.show(Route::Record(*id));
        }
    }

    /// Closes a tab; where it was shown, its neighbour is; after the last, the list, or the page on which records are opened.
    pub(super) fn close(&mut self, id: u32) {
        if self.records.close(id) {
            self.district.forget_tab(id);
            if self.view.route == Route::Record(id) {
                let rest = if self.district.is_ready() { Route::List } else { Route::Start };
                self.view.route = self.records.tab.map_or(rest, Route::Record);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::state::Notice;
    use crate::entry::{Change, Part};
    use crate::store::Draft;

    fn state() -> State {
        State::of(Draft::default(), Route::Start, None, Date::from_ymd_opt(2026, 11, 29).unwrap())
    }

    /// A district of three enterprises, the records of which are open in this many tabs; the first of them was changed.
    fn district(tabs: u32) -> State {
        let mut state = state();
        state.change(Action::Read { made_up: false, worker: 1 });
        state.change(ready(3));
        for _ in 0..tabs {
            state.change(Action::Open { sheet: Sheet::default(), made_up: false, listed: Some(Vec::new()) });
            // What is as it was opened would be taken for the same.
            let name = Change::Write(Part::Basics, "name", "甲".to_owned());
            state.change(Action::Records(RecordsAction::Change(name)));
        }
        for id in 2..=tabs {
            state.change(Action::Show(Route::Record(id)));
            state.change(Action::Records(RecordsAction::Step(false)));
        }
        state
    }

    fn ready(enterprises: usize) -> Action {
        Action::Ready { made_up: false, again: false, enterprises, faults: Vec::new() }
    }

    fn open_tabs(state: &State) -> Vec<u32> {
        state.records.tabs.iter().map(|tab| tab.id).collect()
    }

    #[test]
    fn the_neighbour_of_a_closed_tab_is_shown_and_the_list_or_the_start_when_none_is_left() {
        let mut state = state();
        for _ in 0..2 {
            state.change(Action::Open { sheet: Sheet::default(), made_up: false, listed: None });
        }
        state.change(Action::Close(vec![2]));
        assert_eq!(state.view.route, Route::Record(1));
        state.change(Action::Close(vec![1]));
        assert_eq!(state.view.route, Route::Start);
        let mut state = district(1);
        state.change(Action::Close(vec![1]));
        assert_eq!(state.view.route, Route::List, "where a list is open, it is what is left");
    }

    #[test]
    fn a_tab_that_is_not_shown_closes_without_leading_anywhere() {
        let mut state = state();
        state.change(Action::Open { sheet: Sheet::default(), made_up: false, listed: None });
        state.change(Action::Show(Route::Help(None)));
        state.change(Action::Close(vec![1]));
        assert_eq!(state.view.route, Route::Help(None));
    }

    #[test]
    fn what_was_closed_comes_back_whole_where_it_stood_and_is_again_that_of_its_row() {
        let mut state = district(3);
        state.change(Action::Show(Route::Record(1)));
        state.change(Action::Close(vec![1]));
        assert_eq!((open_tabs(&state), state.district.listed.len()), (vec![2, 3], 2));
        state.change(Action::Reopen);
        assert_eq!(open_tabs(&state).len(), 3);
        let first = state.records.tabs[0].clone();
        assert_eq!((first.enterprise().name.as_str(), first.can_undo()), ("甲", true));
        assert!(state.district.listed.iter().any(|(id, _)| *id == first.id), "it stands for its row");
        assert!(state.records.closed.is_empty(), "it cannot come twice");
    }

    #[test]
    fn what_comes_back_after_other_files_were_read_is_a_record_of_its_own() {
        let mut state = district(1);
        state.change(Action::Close(vec![1]));
        state.change(Action::Read { made_up: false, worker: 2 });
        state.change(Action::Told(2, Box::new(ready(5))));
        state.change(Action::Reopen);
        assert_eq!((open_tabs(&state).len(), state.district.listed.len()), (1, 0));
    }

    #[test]
    fn a_tab_in_which_nothing_was_entered_takes_nothing_away_from_what_was_closed_before() {
        let mut state = district(1);
        state.change(Action::Close(vec![1]));
        state.change(Action::Open { sheet: Sheet::default(), made_up: false, listed: None });
        state.change(Action::Close(vec![1]));
        state.change(Action::Reopen);
        assert_eq!(state.record().map(|record| record.enterprise().name.clone()).as_deref(), Some("甲"));
    }

    #[test]
    fn records_that_nobody_changed_close_when_their_files_are_read_again() {
        let mut state = district(1);
        let sheet = Sheet::default().changed(Change::Write(Part::Basics, "name", "乙".to_owned()));
        state.change(Action::Open { sheet, made_up: false, listed: Some(Vec::new()) });
        state.change(Action::ReadAgain { made_up: false, by_hand: false });
        assert_eq!(open_tabs(&state), [1]);
        assert_eq!(state.district.listed.len(), 1, "the changed one is still that of its row");
        assert!(!state.district.is_ready());
        let told = state.view.notice.expect("what was closed is told");
        assert!(!told.alarming);
        assert_eq!(told.zh, "名单的内容已更换，这些企业的页签已关闭，可从列表重新打开：乙。");
    }

    #[test]
    fn what_the_district_has_taken_over_closes_and_what_cannot_be_read_stays_by_itself() {
        let mut state = district(2);
        // A day that is none: the district has the rest of the record.
        let day = Change::Write(Part::Basics, "established_on", "昨天".to_owned());
        state.change(Action::Records(RecordsAction::ChangeTab(1, day)));
        state.change(Action::ReadAgain { made_up: false, by_hand: true });
        assert_eq!(open_tabs(&state), [1]);
        assert!(state.district.listed.is_empty());
    }

    #[test]
    fn other_files_take_the_place_of_what_nobody_changed_and_a_fault_brings_back_what_was_open() {
        let mut state = district(2);
        state.change(Action::Read { made_up: false, worker: 2 });
        state.change(Action::Told(2, Box::new(ready(5))));
        assert_eq!(open_tabs(&state), [1], "the changed record stays beside");
        state.change(Action::Read { made_up: false, worker: 3 });
        state.change(Action::Told(3, Box::new(Action::Forget)));
        assert_eq!((state.district.front, state.district.is_ready()), (2, true));
    }

    #[test]
    fn nothing_is_heard_of_a_worker_that_stands_aside_but_its_end() {
        let mut state = district(0);
        state.change(Action::Read { made_up: false, worker: 2 });
        state.change(Action::Told(1, Box::new(ready(99))));
        assert!(!state.district.is_ready());
        state.change(Action::Told(1, Box::new(Action::Forget)));
        assert!(state.district.aside.is_none());
    }

    #[test]
    fn files_that_give_nothing_say_so_over_what_stays() {
        let mut state = district(1);
        state.change(Action::Read { made_up: false, worker: 2 });
        state.change(Action::Told(2, Box::new(ready(0))));
        assert!(matches!(&state.view.notice, Some(Notice { alarming: true, zh, .. }) if zh.contains("3 户")));
        assert_eq!(open_tabs(&state), [1]);
    }

    #[test]
    fn another_day_takes_back_what_was_supposed_of_the_one_before() {
        let mut state = state();
        let day = Date::from_ymd_opt(2026, 12, 1).unwrap();
        state.change(Action::Records(RecordsAction::ApplyOn(Ok(Some(day)))));
        state.change(Action::AsOf(day));
        assert_eq!((state.view.as_of, state.records.reading.apply_on), (day, None));
    }
}

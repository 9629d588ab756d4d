//! What was open before other files: it stays with its worker, so that opening something costs nobody what is open.

use std::rc::Rc;

use super::{District, DistrictState};
use crate::worker::{ListView, Progress};

/// A district that is not shown, but is still there.
#[derive(Clone, PartialEq)]
pub struct Aside {
    /// The number of its worker.
    pub worker: u32,
    /// Whether it is the sample that the site brings along.
    pub made_up: bool,
    /// How many enterprises it has; files of which nothing could be read have none.
    pub enterprises: usize,
    /// What was wrong with those, in both languages.
    pub faults: Vec<(String, String)>,
    /// As [`DistrictState::listed`] was.
    listed: Vec<(u32, String)>,
    /// How its list was looked at.
    view: Rc<ListView>,
}

impl Aside {
    pub(super) fn forget_tab(&mut self, tab: u32) {
        self.listed.retain(|(other, _)| *other != tab);
    }
}

impl DistrictState {
    /// The reading of files begins, by the worker of this number. What is open stands aside.
    pub(super) fn begin_reading(&mut self, made_up: bool, worker: u32) {
        // Files of which nothing could be read are not worth keeping in the place of a district.
        match self.set_aside() {
            Some(aside) if aside.enterprises > 0 || self.aside.is_none() => self.aside = Some(Rc::new(aside)),
            _ => {}
        }
        self.aside.take_if(|aside| aside.enterprises == 0);
        self.forget_shown();
        self.readings += 1;
        self.front = worker;
        self.now = District::Reading { made_up, progress: Progress::default() };
    }

    /// Sets aside what is open, and returns it; `None` where nothing is.
    fn set_aside(&mut self) -> Option<Aside> {
        let District::Ready { made_up, enterprises } = self.now else { return None };
        Some(Aside {
            worker: self.front,
            made_up,
            enterprises,
            faults: std::mem::take(&mut self.faults),
            listed: std::mem::take(&mut self.listed),
            view: self.list.view().clone(),
        })
    }

    /// The files are read. Returns whether they gave nothing, so that what was open before came back.
    pub(super) fn take_in(&mut self, made_up: bool, enterprises: usize, faults: Vec<(String, String)>) -> bool {
        self.now = District::Ready { made_up, enterprises };
        self.faults = faults;
        let comes_back = enterprises == 0 && self.aside.as_ref().is_some_and(|aside| aside.enterprises > 0);
        if comes_back {
            self.swap();
        }
        comes_back
    }

    /// What stands aside is not listed any more: a record of it that nobody has changed goes with it. Returns the tabs that
    /// are to be closed.
    pub(super) fn unlist_aside(&mut self, is_changed: impl Fn(u32) -> bool) -> Vec<u32> {
        let Some(aside) = &mut self.aside else { return Vec::new() };
        let aside = Rc::make_mut(aside);
        let (stay, close) = std::mem::take(&mut aside.listed).into_iter().partition(|(id, _)| is_changed(*id));
        aside.listed = stay;
        let close: Vec<(u32, String)> = close;
        close.into_iter().map(|(id, _)| id).collect()
    }

    /// Shows what stands aside, and sets aside what is shown.
    pub(super) fn swap(&mut self) {
        let Some(aside) = self.aside.take() else { return };
        self.aside = self.set_aside().map(Rc::new);
        self.bring_back(&aside);
    }

    /// What was to be opened is not there: what was open before comes back. Returns whether anything does.
    pub(super) fn take_back(&mut self) -> bool {
        let is_opening = matches!(self.now, District::Reading { .. } | District::Sealed(_));
        match self.aside.take_if(|aside| is_opening && aside.enterprises > 0) {
            Some(aside) => {
                self.bring_back(&aside);
                true
            }
            None => false,
        }
    }

    pub(super) fn bring_back(&mut self, aside: &Aside) {
        self.forget_shown();
        self.readings += 1;
        self.front = aside.worker;
        self.now = District::Ready { made_up: aside.made_up, enterprises: aside.enterprises };
        self.faults.clone_from(&aside.faults);
        self.list.begin(aside.view.clone());
        self.listed.clone_from(&aside.listed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::state::{DistrictAction, Lines, ListChange};

    /// A district of three enterprises, whose list is narrowed, and which one tab is of.
    fn opened() -> DistrictState {
        let mut district = DistrictState::default();
        district.begin_reading(false, 1);
        district.take_in(false, 3, Vec::new());
        district.note_listed(1, "A".to_owned(), Lines::default());
        district.reduce(DistrictAction::ChangeList(ListChange::KeyCases(true)));
        district
    }

    #[test]
    fn files_that_give_nothing_cost_nobody_what_is_open() {
        let mut district = opened();
        district.begin_reading(false, 2);
        assert!(district.take_in(false, 0, vec![("坏".to_owned(), "bad".to_owned())]));
        assert_eq!(district.now, District::Ready { made_up: false, enterprises: 3 });
        assert_eq!((district.front, district.listed.len()), (1, 1));
        assert!(district.list.view().filter.key_cases, "it is looked at as before");
        let aside = district.aside.as_ref().unwrap();
        assert_eq!((aside.enterprises, aside.faults.len()), (0, 1), "why can still be looked at");
    }

    #[test]
    fn what_stood_aside_comes_back_and_what_was_shown_stands_aside() {
        let mut district = opened();
        district.begin_reading(true, 2);
        assert!(!district.take_in(true, 41, Vec::new()));
        district.swap();
        assert_eq!((district.front, district.now.clone()), (1, District::Ready { made_up: false, enterprises: 3 }));
        district.swap();
        assert_eq!((district.front, district.now), (2, District::Ready { made_up: true, enterprises: 41 }));
    }

    #[test]
    fn only_changed_records_of_what_stands_aside_stay_open() {
        let mut district = opened();
        district.note_listed(2, "B".to_owned(), Lines::default());
        district.begin_reading(false, 2);
        district.take_in(false, 5, Vec::new());
        assert_eq!(district.unlist_aside(|tab| tab == 2), [1]);
        district.swap();
        assert_eq!(district.listed, [(2, "B".to_owned())]);
    }

    #[test]
    fn reading_that_is_stopped_brings_back_what_was_open_once() {
        let mut district = opened();
        district.begin_reading(false, 2);
        assert!(district.take_back());
        assert_eq!(district.front, 1);
        assert!(!district.take_back(), "there is nothing more aside");
    }
}

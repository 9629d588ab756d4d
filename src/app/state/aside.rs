//! What was open before other files: it stays with its worker, so that opening something costs nobody what is open.

use std::rc::Rc;

use super::tasks::notice;
use super::{District, State};
use crate::app::text;
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
    /// As [`State::listed`] was.
    listed: Vec<(u32, String)>,
    /// How its list was looked at.
    view: Rc<ListView>,
}

impl State {
    /// The reading of files begins, by the worker of this number. What is open stays beside it.
    pub(super) fn begin_reading(&mut self, made_up: bool, worker: u32) {
        // Files of which nothing could be read are not worth keeping in the place of a district.
        match self.set_aside() {
            Some(aside) if aside.enterprises > 0 || self.aside.is_none() => self.aside = Some(Rc::new(aside)),
            _ => {}
        }
        self.aside.take_if(|aside| aside.enterprises == 0);
        self.forget_shown();
        self.readings += 1;
        self.notice = None;
        self.front = worker;
        self.district = District::Reading { made_up, progress: Progress::default() };
    }

    /// What is open, as it is set aside; `None` where nothing is.
    fn set_aside(&mut self) -> Option<Aside> {
        let District::Ready { made_up, enterprises } = self.district else { return None };
        Some(Aside {
            worker: self.front,
            made_up,
            enterprises,
            faults: std::mem::take(&mut self.faults),
            listed: std::mem::take(&mut self.listed),
            view: self.list.view().clone(),
        })
    }

    /// The files are read. Where they gave nothing, what was open before comes back.
    pub(super) fn take_in(&mut self, made_up: bool, again: bool, enterprises: usize, faults: Vec<(String, String)>) {
        self.district = District::Ready { made_up, enterprises };
        self.faults = faults;
        let comes_back = self.aside.as_ref().is_some_and(|aside| aside.enterprises > 0);
        if again {
            return;
        }
        if enterprises == 0 && comes_back {
            self.swap();
            if let District::Ready { enterprises, .. } = self.district {
                let mut told = notice(true, text::NOTHING_READ, &[&enterprises.to_string()]);
                told.lines = self.aside.as_ref().map(|aside| aside.faults.clone()).unwrap_or_default();
                self.notice = Some(told);
            }
            return;
        }
        if let Some(aside) = self.aside.take() {
            let mut aside = (*aside).clone();
            // Its rows are not listed any more: a record of it that nobody has changed goes with them.
            for (id, code) in std::mem::take(&mut aside.listed) {
                if self.is_changed(id) { aside.listed.push((id, code)) } else { self.close(id) }
            }
            self.aside = Some(Rc::new(aside));
        }
    }

    /// Shows what stands aside, and sets aside what is shown.
    pub(super) fn swap(&mut self) {
        let Some(aside) = self.aside.take() else { return };
        self.aside = self.set_aside().map(Rc::new);
        self.bring_back(&aside);
    }

    /// What was to be opened is not there: what was open before comes back. Tells whether anything does.
    pub(super) fn take_back(&mut self) -> bool {
        let is_opening = matches!(self.district, District::Reading { .. } | District::Sealed(_));
        match self.aside.take_if(|aside| is_opening && aside.enterprises > 0) {
            Some(aside) => {
                self.bring_back(&aside);
                true
            }
            None => false,
        }
    }

    fn bring_back(&mut self, aside: &Aside) {
        self.forget_shown();
        self.readings += 1;
        self.front = aside.worker;
        self.district = District::Ready { made_up: aside.made_up, enterprises: aside.enterprises };
        self.faults.clone_from(&aside.faults);
        self.list.begin(aside.view.clone());
        let stays = |(id, _): &&(u32, String)| self.tabs.iter().any(|tab| tab.id == *id);
        self.listed = aside.listed.iter().filter(stays).cloned().collect();
    }

    /// A tab is closed, whose number may be another's next.
    pub(super) fn forget_tab_aside(&mut self, tab: u32) {
        if let Some(aside) = &mut self.aside {
            Rc::make_mut(aside).listed.retain(|(other, _)| *other != tab);
        }
    }

    /// Whether something was changed in a tab, or rows wait there to be mended.
    pub(super) fn is_changed(&self, tab: u32) -> bool {
        self.paste(tab).is_some() || self.tabs.iter().any(|opened| opened.id == tab && opened.can_undo())
    }
}

//! How what is remembered changes.

use std::rc::Rc;

use yew::Reducible;

use super::{District, Notice, Opened, Route, State};
use crate::facts::Date;
use crate::pack::Locale;
use crate::worker::{ProblemPage, Progress, RowPage, Summary};

/// A change.
pub enum Action {
    Show(Route),
    AsOf(Date),
    Locale(Locale),
    Open(Rc<Opened>),
    /// The reading of files begins; what was read before goes.
    Read {
        made_up: bool,
    },
    Progress(Progress),
    Ready(Summary),
    /// There is no district any more.
    Forget,
    Search(String),
    Class(Option<usize>),
    Rows(RowPage),
    Problems(ProblemPage),
    /// Shows the problems from this one on.
    ProblemsFrom(usize),
    Notice(Option<Notice>),
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            Action::Show(route) => state.route = route,
            Action::AsOf(as_of) => {
                state.as_of = as_of;
                state.notice = None;
            }
            Action::Locale(locale) => state.locale = locale,
            Action::Open(record) => {
                state.record = Some(record);
                state.notice = None;
            }
            Action::Read { made_up } => {
                state.forget();
                state.notice = None;
                state.district = District::Reading { made_up, progress: Progress::default() };
            }
            Action::Progress(progress) => {
                if let District::Reading { progress: before, .. } = &mut state.district {
                    *before = progress;
                }
            }
            Action::Ready(summary) => {
                let made_up = matches!(state.district, District::Reading { made_up: true, .. });
                state.district = District::Ready { made_up, summary: Rc::new(summary) };
            }
            Action::Forget => state.forget(),
            Action::Search(words) => state.words = words,
            Action::Class(class) => state.class = class,
            Action::Rows(rows) => state.rows = Some(Rc::new(rows)),
            Action::Problems(problems) => state.problems = Some(Rc::new(problems)),
            Action::ProblemsFrom(from) => state.problems_from = from,
            Action::Notice(notice) => state.notice = notice,
        }
        Rc::new(state)
    }
}

impl State {
    fn forget(&mut self) {
        self.district = District::None;
        self.words.clear();
        self.class = None;
        self.rows = None;
        self.problems = None;
        self.problems_from = 0;
    }
}

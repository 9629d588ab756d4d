//! The district: what is open of it or being read, and what its worker has told.

use std::rc::Rc;

use super::{Aside, Lines, ListChange, ListState, ShownColumns};
use crate::district::ByHand;
use crate::worker::{ListAnswer, Progress, ReportAnswer, Sealed};

/// The enterprises of the files that were opened, as far as the page knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum District {
    #[default]
    None,
    Reading {
        made_up: bool,
        progress: Progress,
    },
    /// An archive waits for its passphrase.
    Sealed(Sealed),
    Ready {
        made_up: bool,
        /// How many enterprises there are.
        enterprises: usize,
    },
}

/// The district, and what is known of it.
#[derive(Clone, Default, PartialEq)]
pub struct DistrictState {
    pub now: District,
    /// The number of the worker that has the district, or reads its files.
    pub front: u32,
    /// What was wrong with its files where nothing of them could be read, in both languages.
    pub faults: Vec<(String, String)>,
    /// What was open before, or files of which nothing could be read.
    pub aside: Option<Rc<Aside>>,
    /// How often files were read: what was known of those before is requested anew.
    pub readings: u32,
    /// Which tabs hold enterprises of the district, each with the credit code that its enterprise has there.
    pub listed: Vec<(u32, String)>,
    /// What is to be known of the enterprises of the district that are open besides their records, by their tabs.
    pub beside: Vec<(u32, Lines)>,
    pub list: ListState,
    /// The list that is being printed, with all its rows; `None` while none is.
    pub printing: Option<Rc<ListAnswer>>,
    /// What was read, with the number of the last request that this answer knows of.
    pub report: Option<(u32, Rc<ReportAnswer>)>,
}

/// A change of the district and of nothing else.
pub enum DistrictAction {
    Progress(Progress),
    /// An archive waits for its passphrase.
    Sealed(Sealed),
    /// What stands aside goes.
    DropAside,
    /// The list of enterprises is looked at otherwise.
    ChangeList(ListChange),
    /// An enterprise of the list is selected by its credit code, or let go.
    Select(String, bool),
    /// Every one that was selected is let go.
    SelectNone,
    /// Other columns of the list are shown.
    Columns(ShownColumns),
    /// The list is to be printed.
    Print(Rc<ListAnswer>),
    /// What is to become of facts changed by hand when files are laid over the district.
    ByHand(ByHand),
    /// What the worker tells of the list.
    List(Rc<ListAnswer>),
    /// What was read, by the answer to the request with this number.
    Report(u32, Rc<ReportAnswer>),
}

impl DistrictState {
    /// Whether there are enterprises, or what was read of files that have none.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        matches!(self.now, District::Ready { .. })
    }

    /// Whether it is the sample that the site brings along.
    #[must_use]
    pub fn is_made_up(&self) -> bool {
        matches!(self.now, District::Ready { made_up: true, .. } | District::Reading { made_up: true, .. })
    }

    /// Changes the district.
    pub(super) fn reduce(&mut self, action: DistrictAction) {
        match action {
            DistrictAction::Progress(progress) => {
                if let District::Reading { progress: before, .. } = &mut self.now {
                    *before = progress;
                }
            }
            DistrictAction::Sealed(sealed) => self.now = District::Sealed(sealed),
            DistrictAction::DropAside => self.aside = None,
            DistrictAction::ChangeList(change) => self.list.change(change),
            DistrictAction::Select(uscc, is_selected) => self.list.select(uscc, is_selected),
            DistrictAction::SelectNone => self.list.selected = Rc::default(),
            DistrictAction::Columns(columns) => self.list.columns = columns,
            DistrictAction::Print(list) => self.printing = Some(list),
            DistrictAction::ByHand(by_hand) => self.list.by_hand = Some(by_hand),
            DistrictAction::List(answer) => self.list.answer = Some(answer),
            DistrictAction::Report(number, report) => self.report = Some((number, report)),
        }
    }

    /// A tab shows an enterprise of the district, with what is to be known of it besides its record.
    pub(super) fn note_listed(&mut self, tab: u32, uscc: String, beside: Lines) {
        self.listed.push((tab, uscc));
        self.beside.retain(|(other, _)| *other != tab);
        self.beside.push((tab, beside));
    }

    /// Returns the credit code of the enterprise that a tab shows, and what is to be known of it besides its record.
    pub(super) fn row(&self, tab: u32) -> Option<(String, Lines)> {
        let (_, uscc) = self.listed.iter().find(|(other, _)| *other == tab)?;
        let beside = self.beside.iter().find(|(other, _)| *other == tab).map(|(_, lines)| lines.clone());
        Some((uscc.clone(), beside.unwrap_or_default()))
    }

    /// Identifies the reading that gave the enterprises that are shown: the number of its worker, and of the reading.
    pub(super) fn reading_id(&self) -> (u32, u32) {
        (self.front, self.readings)
    }

    /// A tab is closed, whose number may be another's next.
    pub(super) fn forget_tab(&mut self, tab: u32) {
        self.listed.retain(|(other, _)| *other != tab);
        self.beside.retain(|(other, _)| *other != tab);
        if let Some(aside) = &mut self.aside {
            Rc::make_mut(aside).forget_tab(tab);
        }
    }

    /// The reading of the same files begins once more. Returns the tabs that showed what they gave before.
    pub(super) fn begin_again(&mut self, made_up: bool) -> Vec<(u32, String)> {
        let listed = std::mem::take(&mut self.listed);
        self.forget_shown();
        self.readings += 1;
        self.now = District::Reading { made_up, progress: Progress::default() };
        listed
    }

    /// There is no district any more.
    pub(super) fn forget(&mut self) {
        self.now = District::None;
        self.forget_shown();
    }

    /// Forgets what its worker told.
    pub(super) fn forget_shown(&mut self) {
        self.listed.clear();
        self.list.begin(Rc::default());
        self.printing = None;
        self.report = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::district::{Column, Sort};
    use crate::worker::Shown;

    fn reading() -> DistrictState {
        let mut district = DistrictState::default();
        district.begin_reading(false, 1);
        district
    }

    #[test]
    fn progress_is_noted_only_while_files_are_read() {
        let progress = || Progress { rows: 7, ..Progress::default() };
        let mut district = reading();
        district.reduce(DistrictAction::Progress(progress()));
        assert_eq!(district.now, District::Reading { made_up: false, progress: progress() });
        district.now = District::Ready { made_up: false, enterprises: 3 };
        district.reduce(DistrictAction::Progress(progress()));
        assert!(district.is_ready(), "what comes late changes nothing");
    }

    #[test]
    fn files_that_are_read_again_are_looked_at_anew_and_tell_which_tabs_they_gave() {
        let mut district = reading();
        district.now = District::Ready { made_up: false, enterprises: 3 };
        district.note_listed(4, "A".to_owned(), Lines::default());
        district.reduce(DistrictAction::ChangeList(ListChange::Search("示例".to_owned())));
        let readings = district.readings;
        assert_eq!(district.begin_again(false), [(4, "A".to_owned())]);
        assert!(district.readings > readings && district.listed.is_empty());
        assert_eq!(district.list.view().filter.words, "");
    }

    #[test]
    fn a_closed_tab_is_forgotten_also_of_what_stands_aside() {
        let mut district = reading();
        district.now = District::Ready { made_up: false, enterprises: 3 };
        district.note_listed(4, "A".to_owned(), Lines::default());
        district.begin_reading(false, 2);
        district.forget_tab(4);
        let aside = district.aside.take().unwrap();
        district.bring_back(&aside);
        assert!(district.listed.is_empty(), "another record may have its number");
    }

    #[test]
    fn who_is_selected_stays_selected_until_let_go_or_other_files_come() {
        let mut district = reading();
        for (uscc, is_selected) in [("A", true), ("B", true), ("A", true), ("B", false)] {
            district.reduce(DistrictAction::Select(uscc.to_owned(), is_selected));
        }
        district.reduce(DistrictAction::ChangeList(ListChange::KeyCases(true)));
        assert_eq!(*district.list.selected, ["A"]);
        district.reduce(DistrictAction::SelectNone);
        assert!(district.list.selected.is_empty());
        district.reduce(DistrictAction::Select("C".to_owned(), true));
        district.begin_again(false);
        assert!(district.list.selected.is_empty());
    }

    #[test]
    fn columns_are_those_that_a_person_chose_over_other_files_as_well() {
        let mut district = reading();
        let chosen = district.list.columns.with(Column::Region, true).with(Column::Code, false);
        assert!(chosen.0.contains(Column::Region) && !chosen.0.contains(Column::Code));
        district.reduce(DistrictAction::Columns(chosen));
        district.begin_again(false);
        assert_eq!(district.list.columns, chosen);
    }

    #[test]
    fn filters_that_are_cleared_leave_order_and_figures_as_they_were() {
        let mut district = reading();
        let sort = Sort { column: Column::Name, descending: false };
        for change in [ListChange::Sort(sort), ListChange::Show(Shown::Figures), ListChange::KeyCases(true)] {
            district.reduce(DistrictAction::ChangeList(change));
        }
        district.reduce(DistrictAction::ChangeList(ListChange::Clear));
        let view = district.list.view();
        assert_eq!((view.sort, view.shown, view.filter.key_cases), (sort, Shown::Figures, false));
    }

    #[test]
    fn rows_begin_at_the_top_when_the_list_is_looked_at_otherwise_and_only_then() {
        let mut district = reading();
        let changes = district.list.changes();
        district.reduce(DistrictAction::ChangeList(ListChange::Sort(Sort::default())));
        assert_eq!(district.list.changes(), changes, "it was so before");
        district.reduce(DistrictAction::ChangeList(ListChange::KeyCases(true)));
        assert_eq!(district.list.changes(), changes + 1);
    }
}

//! How what is remembered changes.

use std::rc::Rc;

use yew::Reducible;

use super::queries::fact_ids;
use super::tasks::DayFault;
use super::{Asked, District, Help, ListChange, Notice, Office, Opened, Paper, Paste, Reading, Route, State};
use crate::assess::timeline::Period;
use crate::district::ByHand;
use crate::entry::{Change, Part, Sheet};
use crate::facts::{Date, Term};
use crate::pack::{FactKind, Locale};
use crate::store::RulesFile;
use crate::worker::{ListAnswer, Progress, ReportAnswer, Rulebook, RulesAnswer, Sealed};

/// A change.
pub enum Action {
    Show(Route),
    AsOf(Date),
    /// What was typed is no day.
    AsOfFault(DayFault),
    Locale(Locale),
    /// Whether the facts may only be read.
    ReadOnly(bool),
    /// Where the site is whose help and rules are led to from a page of somebody else's.
    Site(String),
    /// Opens a record in a tab of its own, and shows it.
    Open {
        sheet: Sheet,
        made_up: bool,
        /// What is to be known of an enterprise of the district besides its record, each line in both languages; `None` for
        /// a record of its own.
        listed: Option<Vec<(String, String)>>,
    },
    Close(u32),
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
    Progress(Progress),
    Ready {
        made_up: bool,
        /// Whether the files were read again, and not opened.
        again: bool,
        enterprises: usize,
        /// What was wrong with the files, where there are none.
        faults: Vec<(String, String)>,
    },
    /// What the worker of this number tells; the one that stands aside tells nothing but that it failed.
    Told(u32, Box<Action>),
    /// Shows what stands aside, and sets aside what is shown.
    Swap,
    /// What stands aside goes.
    DropAside,
    /// An archive waits for its passphrase.
    Sealed(Sealed),
    /// There is no district any more, or none of what was to be opened: what was open before comes back then.
    Forget,
    /// The list of enterprises is looked at otherwise.
    ChangeList(ListChange),
    /// What is to become of facts changed by hand when files are laid over the district.
    ByHand(ByHand),
    /// What the worker tells of the list.
    List(ListAnswer),
    /// What was read, by the answer to the request with this number.
    Report(u32, ReportAnswer),
    /// The texts of the help; nothing has them fetched anew.
    Help(Option<Rc<Help>>),
    Notice(Option<Notice>),
    /// Tells about rows that were pasted.
    Paste(Paste),
    /// Has a paper printed about the record that is shown.
    Print(Paper),
    /// The browser is done with it.
    Printed,
    Period(Period),
    /// Other rules are asked for.
    AskRules(Rc<Asked>),
    /// What became of the rules that were asked for with this number.
    Rules(u32, RulesAnswer),
    /// No worker can be asked for rules. What was kept is waited for all the same: nothing is judged by other rules.
    RulesFault,
    DropRules,
    /// Which calendar the browser keeps from now on.
    KeptCalendar(Option<RulesFile>),
    /// The rules in words.
    Book(Rulebook),
    /// Narrows the rules to the entries with these words.
    FindRules(String),
    /// The build that has all pages is on its way, or there, or could not be had.
    Office(Office),
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            Action::Show(route) => state.show(route),
            Action::AsOf(as_of) => {
                state.as_of = as_of;
                state.as_of_fault = None;
                state.reading.apply_on = None;
                state.reading.apply_fault = None;
                state.notice = None;
            }
            Action::AsOfFault(fault) => state.as_of_fault = Some(fault),
            Action::Locale(locale) => {
                state.locale = locale;
                state.as_of_fault = None;
            }
            Action::ReadOnly(readonly) => state.readonly = readonly,
            Action::Site(site) => state.site = site,
            Action::Open { sheet, made_up, listed } => {
                // A record that a reload has left open as the row has it is that row's.
                let same = state.tabs.iter().find(|tab| listed.is_some() && tab.sheet == sheet).cloned();
                let opened = same.unwrap_or_else(|| {
                    let id = state.tabs.iter().map(|tab| tab.id).max().unwrap_or(0) + 1;
                    let made_up = made_up
                        || (listed.is_some() && matches!(state.district, District::Ready { made_up: true, .. }));
                    let opened = Rc::new(Opened::new(id, sheet, made_up));
                    state.tabs.push(opened.clone());
                    opened
                });
                if let Some(beside) = listed {
                    state.listed.push((opened.id, opened.enterprise().uscc.clone()));
                    state.beside.retain(|(tab, _)| *tab != opened.id);
                    state.beside.push((opened.id, Rc::new(beside)));
                }
                state.show(Route::Record(opened.id));
                state.notice = None;
            }
            Action::Close(id) => state.close(id),
            Action::Change(_) | Action::ChangeTab(..) | Action::Step(_) if state.readonly => {}
            Action::Change(change) => {
                let unfolded = match &change {
                    Change::Add(kind) => state.record().map(|tab| Some(Part::Fact(*kind, tab.sheet.count(*kind)))),
                    Change::AddAll(..) | Change::Remove(..) => Some(None),
                    _ => None,
                };
                if let Some(changed) = state.record().and_then(|tab| tab.changed(change)) {
                    state.replace(changed);
                    state.unfolded = unfolded.unwrap_or(state.unfolded);
                }
            }
            Action::ChangeTab(id, change) => {
                let tab = state.tabs.iter().find(|tab| tab.id == id);
                if let Some(changed) = tab.and_then(|tab| tab.changed(change)) {
                    state.replace(changed);
                }
            }
            Action::Step(again) => {
                if let Some((stepped, part)) = state.record().and_then(|tab| tab.stepped(again)) {
                    state.replace(stepped);
                    state.unfolded = part;
                }
            }
            Action::Unfold(part) => state.unfolded = part,
            Action::Fold(id, open) => state.reading.fold(id, open),
            Action::ApplyOn(Ok(day)) => {
                state.reading.apply_on = day;
                state.reading.apply_fault = None;
            }
            Action::ApplyOn(Err(fault)) => state.reading.apply_fault = Some(fault),
            Action::Told(worker, action) if worker == state.front => return self.reduce(*action),
            Action::Told(worker, action) => {
                if matches!(*action, Action::Forget) {
                    state.aside.take_if(|aside| aside.worker == worker);
                }
            }
            Action::Read { made_up, worker } => state.begin_reading(made_up, worker),
            Action::Swap => state.swap(),
            Action::DropAside => state.aside = None,
            Action::ReadAgain { made_up, by_hand } => state.read_again(made_up, by_hand),
            Action::Progress(progress) => {
                if let District::Reading { progress: before, .. } = &mut state.district {
                    *before = progress;
                }
            }
            Action::Ready { made_up, again, enterprises, faults } => {
                state.take_in(made_up, again, enterprises, faults);
            }
            Action::Sealed(sealed) => state.district = District::Sealed(sealed),
            Action::Forget => {
                if !state.take_back() {
                    state.forget();
                }
            }
            Action::ChangeList(change) => state.list.change(change),
            Action::ByHand(by_hand) => state.list.by_hand = Some(by_hand),
            Action::List(answer) => state.list.answer = Some(Rc::new(answer)),
            Action::Report(number, report) => state.report = Some((number, Rc::new(report))),
            Action::Help(help) => state.help = help,
            Action::Notice(notice) => state.notice = notice,
            Action::Paste(paste) => {
                state.pastes.retain(|other| other.tab != paste.tab);
                state.pastes.push(Rc::new(paste));
            }
            Action::Print(paper) => {
                // Another that was asked for before this one was rendered comes too late.
                state.printing.get_or_insert(paper);
                // Why nothing could be printed before is no longer true.
                state.notice = None;
            }
            Action::Printed => state.printing = None,
            Action::Period(period) => state.period = period,
            Action::AskRules(asked) => {
                // A paper that goes from the page with everything else is not to come back by itself.
                if asked.wish.waits() {
                    state.printing = None;
                }
                state.rules_view.asked = Some(asked);
            }
            Action::Rules(number, answer) => state.take_rules(number, answer),
            Action::RulesFault => {
                state.rules_view.asked.take_if(|asked| !asked.wish.waits());
            }
            Action::DropRules => state.drop_rules(),
            Action::KeptCalendar(calendar) => state.rules_view.kept_calendar = calendar,
            Action::Book(book) => state.rules_view.book = Some(Rc::new(book)),
            Action::FindRules(words) => state.rules_view.words = words,
            Action::Office(office) => {
                state.office = office;
                // Why it could not be had before is no longer true.
                if office == Office::Fetched {
                    state.notice.take_if(|notice| notice.alarming);
                }
            }
        }
        Rc::new(state)
    }
}

impl State {
    fn show(&mut self, route: Route) {
        if let Route::Record(id) = route {
            self.look_at(Some(id));
        }
        // What an address leads to is not to be narrowed away.
        if matches!(route, Route::Rules(Some(_))) && !self.rules_view.words.is_empty() {
            self.rules_view.words.clear();
            self.rules_view.book = None;
        }
        self.route = route;
    }

    /// Turns to another tab, or to none; how the one before was looked at goes.
    fn look_at(&mut self, tab: Option<u32>) {
        if tab != self.tab {
            self.tab = tab;
            self.unfolded = None;
            self.period = Period::default();
            self.reading = Reading::default();
            self.printing = None;
        }
    }

    fn replace(&mut self, changed: Opened) {
        if let Some(tab) = self.tabs.iter_mut().find(|tab| tab.id == changed.id) {
            // What is unfolded is known by the place of its fact.
            for kind in FactKind::ALL.iter().filter(|kind| !changed.keeps_places(tab, **kind)) {
                self.reading.forget(&fact_ids(*kind));
            }
            *tab = Rc::new(changed);
        }
    }

    /// Closes a tab; where it was shown, its neighbour is, or the page on which records are opened.
    pub(super) fn close(&mut self, id: u32) {
        let Some(place) = self.tabs.iter().position(|tab| tab.id == id) else { return };
        self.tabs.remove(place);
        // The number of the tab may be another's next.
        self.pastes.retain(|paste| paste.tab != id);
        self.listed.retain(|(tab, _)| *tab != id);
        self.beside.retain(|(tab, _)| *tab != id);
        self.forget_tab_aside(id);
        let next = self.tabs.get(place).or(self.tabs.last()).map(|tab| tab.id);
        if self.tab == Some(id) {
            self.look_at(next);
        }
        if self.route == Route::Record(id) {
            self.route = next.map_or(Route::Start, Route::Record);
        }
    }

    /// The same files are read again. A record of them that nobody has changed goes: it would show what they gave before.
    fn read_again(&mut self, made_up: bool, by_hand: bool) {
        let listed = std::mem::take(&mut self.listed);
        self.forget();
        for (id, code) in listed {
            // What could be read of a changed record, the district has; the rest waits in a tab of its own.
            let whole = |tab: &Rc<Opened>| tab.id == id && tab.half.problems.is_empty();
            let taken_over = by_hand && self.paste(id).is_none() && self.tabs.iter().any(whole);
            if self.is_changed(id) && by_hand && !taken_over {
                continue;
            }
            if self.is_changed(id) && !by_hand { self.listed.push((id, code)) } else { self.close(id) }
        }
        self.readings += 1;
        self.notice = None;
        self.district = District::Reading { made_up, progress: Progress::default() };
    }

    fn forget(&mut self) {
        self.district = District::None;
        self.forget_shown();
    }

    /// What a worker was asked for, and is not asked any more.
    pub(super) fn forget_shown(&mut self) {
        self.listed.clear();
        self.list.begin(Rc::default());
        self.report = None;
    }
}

//! What the application remembers. `queries` only read it, `tasks` change it.

mod aside;
mod handover;
mod help;
mod list;
mod model;
mod opened;
mod opening;
mod paper;
pub mod queries;
mod reading;
mod reducer;
mod route;
mod rules;
pub mod tasks;

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::assess::timeline::Period;
use crate::entry::Part;
use crate::facts::Date;
use crate::pack::Locale;
use crate::store::{Changes, Draft, kept_calendar};
use crate::worker::{Progress, ReportAnswer, Sealed};

use tasks::DayFault;

pub use aside::Aside;
pub use handover::Handover;
pub use help::{Help, help_file, help_id};
pub use list::{ListChange, ListState};
pub use model::{Model, use_state_at_root};
pub use opened::Opened;
pub use opening::Opening;
pub use paper::Paper;
pub use reading::Reading;
pub use reducer::Action;
pub use route::Route;
pub use rules::{Asked, Rules, RulesView, Wish};

/// What the application remembers.
#[derive(Clone, PartialEq)]
pub struct State {
    pub locale: Locale,
    /// Whether the facts may only be read.
    pub readonly: bool,
    /// The address of a site that may be led to from a page of somebody else's; empty where there is none.
    pub site: String,
    pub rules: Rc<Rules>,
    /// The day on which the page was opened.
    pub today: Date,
    pub as_of: Date,
    /// What is wrong with the as-of date that was typed last.
    pub as_of_fault: Option<DayFault>,
    pub route: Route,
    /// The records that are open, in the order of their tabs.
    pub tabs: Vec<Rc<Opened>>,
    /// The tab that was looked at last.
    pub tab: Option<u32>,
    /// The part of the open record whose fields are unfolded.
    pub unfolded: Option<Part>,
    /// How the answer on the record that is shown is read.
    pub reading: Reading,
    pub district: District,
    /// The number of the worker that has the district, or reads its files.
    pub front: u32,
    /// What was wrong with its files where nothing of them could be read, in both languages.
    pub faults: Vec<(String, String)>,
    /// What was open before, or files of which nothing could be read.
    pub aside: Option<Rc<Aside>>,
    /// How often files were read: what was known of those before is asked anew.
    pub readings: u32,
    /// Which tabs hold enterprises of the district, each with the credit code that its enterprise has there.
    pub listed: Vec<(u32, String)>,
    /// What is to be known of the enterprises of the district that are open besides their records, by their tabs.
    pub beside: Vec<(u32, Lines)>,
    pub list: ListState,
    /// What was read, with the number of the last request that this answer knows of.
    pub report: Option<(u32, Rc<ReportAnswer>)>,
    /// The texts of the help, once they were fetched.
    pub help: Option<Rc<Help>>,
    pub notice: Option<Notice>,
    /// The rows of a spreadsheet that were pasted, for each record those of the last time; the latest stand last.
    pub pastes: Vec<Rc<Paste>>,
    /// How much of the timeline is in view.
    pub period: Period,
    pub rules_view: RulesView,
    /// Which paper is being printed, of the record that was looked at last.
    pub printing: Option<Paper>,
    /// How far the build that has all pages is on its way, where this is another.
    pub office: Office,
}

/// How far the build that has all pages is on its way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Office {
    /// It was not needed yet.
    #[default]
    Away,
    /// It is being fetched.
    Fetched,
    /// It is there, and takes the place of this build as soon as nothing is under way.
    Ready,
}

/// Lines that are told, each in Chinese and English.
pub type Lines = Rc<Vec<(String, String)>>;

/// The enterprises of the files that were opened, as far as the page knows.
#[derive(Clone, PartialEq)]
pub enum District {
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

/// Something to tell the person above whatever page is shown, in both languages.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Notice {
    /// Whether something went wrong, rather than being worth knowing.
    pub alarming: bool,
    pub zh: String,
    pub en: String,
    /// Further lines, each in both languages.
    pub lines: Vec<(String, String)>,
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

impl State {
    /// What a tab of the browser begins with: the draft that it kept, if there is one.
    pub fn begin() -> Self {
        // What was kept of other rules is asked for at once; until it is there, nothing is judged.
        let kept = Some(Changes::load()).filter(|kept| !kept.is_empty());
        let mut state = Self::of(Draft::load(), Route::current(), kept);
        state.rules_view.kept_calendar = kept_calendar();
        state
    }

    /// What the build that has all pages begins with where it takes the place of another: all that was there.
    pub fn begin_with(handover: &Handover) -> Self {
        let mut state = Self::begin();
        handover.hand_on(&mut state);
        state
    }

    /// What an element in a page of somebody else's begins with: nothing is kept of it.
    pub fn begin_elsewhere() -> Self {
        Self::of(Draft::default(), Route::Unknown, None)
    }

    fn of(draft: Draft, route: Route, kept: Option<Changes>) -> Self {
        let today = tasks::today();
        let asked = kept.map(|changes| Rc::new(Asked { number: 1, changes, parameters: None, wish: Wish::Kept }));
        let waiting = draft.tabs.iter().filter(|kept| !kept.rows.is_empty());
        let pastes = waiting.map(|kept| Rc::new(Paste { tab: kept.id, text: kept.rows.clone(), ..Paste::default() }));
        let pastes = pastes.collect();
        let tabs: Vec<Rc<Opened>> =
            draft.tabs.into_iter().map(|kept| Rc::new(Opened::new(kept.id, kept.sheet, kept.made_up))).collect();
        let shown = |tab: &&Rc<Opened>| route == Route::Record(tab.id);
        Self {
            locale: draft.locale,
            readonly: false,
            site: String::new(),
            rules: Rules::built_in(),
            today,
            as_of: draft.as_of.unwrap_or(today),
            as_of_fault: None,
            tab: tabs.iter().find(shown).or(tabs.last()).map(|tab| tab.id),
            route,
            tabs,
            unfolded: None,
            reading: Reading::default(),
            district: District::None,
            front: 0,
            faults: Vec::new(),
            aside: None,
            readings: 0,
            listed: Vec::new(),
            beside: Vec::new(),
            list: ListState::default(),
            report: None,
            help: None,
            notice: None,
            pastes,
            period: Period::default(),
            rules_view: RulesView { asked, ..RulesView::default() },
            printing: None,
            office: Office::Away,
        }
    }

    /// The rows that were pasted into the record in a tab.
    #[must_use]
    pub fn paste(&self, tab: u32) -> Option<&Rc<Paste>> {
        self.pastes.iter().find(|paste| paste.tab == tab)
    }

    /// The record that was looked at last.
    #[must_use]
    pub fn record(&self) -> Option<&Rc<Opened>> {
        self.tabs.iter().find(|tab| Some(tab.id) == self.tab)
    }
}

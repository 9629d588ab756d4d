//! What the application remembers, in slices: the open records, the district, the rules, and what is shown. Each is changed by
//! actions of its own; an action that concerns several is one of [`Action`]. `queries` only read it, `tasks` change it.

mod answer_state;
mod aside;
mod closed;
mod district;
mod handover;
pub mod help;
mod list;
mod model;
mod opened;
mod opening;
mod paper;
pub mod queries;
mod reading;
mod records;
mod reducer;
mod route;
mod rules;
pub mod tasks;
mod view;

use std::rc::Rc;

use crate::district::near_region_name;
use crate::facts::Date;
use crate::store::{Changes, Draft, kept_calendar, kept_columns};

pub use answer_state::AnswerState;
pub use aside::Aside;
pub use closed::ClosedRecord;
pub use district::{District, DistrictAction, DistrictState};
pub use handover::Handover;
pub use help::{Help, help_file, help_id};
pub use list::{ListChange, ListState, ShownColumns};
pub use model::{Model, use_state_at_root};
pub use opened::Opened;
pub use opening::Opening;
pub use paper::Paper;
pub use records::{Paste, Records, RecordsAction};
pub use reducer::Action;
pub use route::Route;
pub use rules::{Asked, Rules, RulesAction, RulesState, Wish};
pub use view::{NamedText, Notice, Office, ViewAction, ViewState};

/// What the application remembers.
#[derive(Clone, PartialEq)]
pub struct State {
    pub records: Records,
    pub district: DistrictState,
    pub rules: RulesState,
    pub view: ViewState,
    pub regions: Regions,
}

/// Returns the name of an administrative division by its code. The build that is fetched first has those names only that lie
/// near: all of them would weigh more there than they are worth.
#[derive(Clone, Copy)]
pub struct Regions(pub fn(&str) -> Option<&'static str>);

/// It stays the same for as long as the page is there.
impl PartialEq for Regions {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Default for Regions {
    fn default() -> Self {
        Self(near_region_name)
    }
}

/// Lines that are told, each in Chinese and English.
pub type Lines = Rc<Vec<(String, String)>>;

impl State {
    /// What a tab of the browser begins with: the draft that it kept, if there is one.
    pub fn begin() -> Self {
        // What was kept of other rules is asked for at once; until it is there, nothing is judged.
        let kept = Some(Changes::load()).filter(|kept| !kept.is_empty());
        let mut state = Self::of(Draft::load(), Route::current(), kept, tasks::today());
        state.rules.kept_calendar = kept_calendar();
        state.district.list.columns = kept_columns().map(ShownColumns).unwrap_or_default();
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
        Self::of(Draft::default(), Route::Unknown, None, tasks::today())
    }

    fn of(draft: Draft, route: Route, kept: Option<Changes>, today: Date) -> Self {
        let asked = kept.map(|changes| Rc::new(Asked { number: 1, changes, parameters: None, wish: Wish::Kept }));
        let waiting = draft.tabs.iter().filter(|kept| !kept.rows.is_empty());
        let pastes = waiting.map(|kept| Rc::new(Paste { tab: kept.id, text: kept.rows.clone(), ..Paste::default() }));
        let pastes = pastes.collect();
        let tabs: Vec<Rc<Opened>> =
            draft.tabs.into_iter().map(|kept| Rc::new(Opened::new(kept.id, kept.sheet, kept.made_up))).collect();
        let shown = |tab: &&Rc<Opened>| route == Route::Record(tab.id);
        let tab = tabs.iter().find(shown).or(tabs.last()).map(|tab| tab.id);
        Self {
            records: Records { tabs, tab, pastes, ..Records::default() },
            district: DistrictState::default(),
            rules: RulesState { asked, ..RulesState::default() },
            view: ViewState::new(draft.locale, route, today, draft.as_of.unwrap_or(today)),
            regions: Regions::default(),
        }
    }

    /// The record that was looked at last.
    #[must_use]
    pub fn record(&self) -> Option<&Rc<Opened>> {
        self.records.record()
    }
}

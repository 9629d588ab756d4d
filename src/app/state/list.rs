//! How the list of enterprises is looked at, and what the worker has told of it.

use std::rc::Rc;

use crate::district::{ByHand, Sort};
use crate::worker::{AgainstChoice, ClassFilter, Facet, ListAnswer, ListView, Narrowing, RepairFilter, Shown};

/// How the list is looked at, and the answer that came last.
#[derive(Clone, Default, PartialEq)]
pub struct ListState {
    view: Rc<ListView>,
    changes: u32,
    rewrites: u32,
    /// What is to become of facts changed by hand when files are laid over the district; `None` while that was not said.
    pub by_hand: Option<ByHand>,
    /// What the worker told last, be it of this view or of one before.
    pub answer: Option<Rc<ListAnswer>>,
}

/// A change of how the list is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListChange {
    /// Words were written that name or code contain.
    Search(String),
    Class(Option<ClassFilter>),
    /// Whether only key cases are listed.
    KeyCases(bool),
    /// Whether only those are listed of which something can be repaired now.
    RepairsNow(bool),
    /// Another entry was chosen in the field of a facet, or none.
    Narrow(Facet, Option<Narrowing>),
    Sort(Sort),
    Show(Shown),
    /// A day to compare with was written.
    WriteAgainst(String),
    /// One of the things was chosen that are offered to compare with.
    Against(AgainstChoice),
    /// Everything is as at first.
    Clear,
}

impl ListChange {
    /// Returns whether fields are to show something else than a person wrote or chose in them.
    fn rewrites(&self) -> bool {
        matches!(self, Self::RepairsNow(_) | Self::Against(_) | Self::Clear)
    }
}

impl ListState {
    /// Returns how the list is looked at.
    #[must_use]
    pub fn view(&self) -> &Rc<ListView> {
        &self.view
    }

    /// Returns how often the list was looked at otherwise. Its rows then begin at the top.
    #[must_use]
    pub fn changes(&self) -> u32 {
        self.changes
    }

    /// Returns how often the fields were to show something else than a person wrote or chose in them. Only then they are
    /// written into: what a person does in a field is there before it is known here.
    #[must_use]
    pub fn rewrites(&self) -> u32 {
        self.rewrites
    }

    /// Looks at the list otherwise.
    pub(super) fn change(&mut self, change: ListChange) {
        self.rewrites += u32::from(change.rewrites());
        let view = changed(&self.view, change);
        if view != *self.view {
            self.changes += 1;
            self.view = Rc::new(view);
        }
    }

    /// Begins anew with a view, of which nothing is known yet.
    pub(super) fn begin(&mut self, view: Rc<ListView>) {
        *self = Self { view, changes: self.changes + 1, rewrites: self.rewrites + 1, ..Self::default() };
    }
}

fn changed(view: &ListView, change: ListChange) -> ListView {
    let mut view = view.clone();
    let filter = &mut view.filter;
    match change {
        ListChange::Search(words) => filter.words = words,
        ListChange::Class(class) => filter.class = class,
        ListChange::KeyCases(only) => filter.key_cases = only,
        ListChange::RepairsNow(only) => {
            filter.narrow(Facet::Repair, only.then_some(Narrowing::Repair(RepairFilter::Now)));
        }
        ListChange::Narrow(facet, narrowing) => filter.narrow(facet, narrowing),
        ListChange::Sort(sort) => view.sort = sort,
        ListChange::Show(shown) => view.shown = shown,
        ListChange::WriteAgainst(text) if text.is_empty() => view.against = AgainstChoice::Unchosen,
        ListChange::WriteAgainst(text) => view.against = AgainstChoice::Written(text),
        ListChange::Against(against) => view.against = against,
        ListChange::Clear => view = ListView::default(),
    }
    view
}

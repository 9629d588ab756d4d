//! How the list of enterprises is looked at, and what the worker has told of it.

use std::rc::Rc;

use crate::district::{ByHand, Column, Sort};
use crate::facts::Set;
use crate::worker::{
    AgainstChoice, ClassFilter, Facet, ListAnswer, ListFilter, ListView, Marked, Narrowing, RepairFilter, Shown,
};

/// How the list is looked at, and the answer that came last.
#[derive(Clone, Default, PartialEq)]
pub struct ListState {
    view: Rc<ListView>,
    changes: u32,
    rewrites: u32,
    /// The credit codes of the enterprises that were selected one by one, in the order of selecting.
    pub selected: Rc<Vec<String>>,
    pub columns: ShownColumns,
    /// What is to become of facts changed by hand when files are laid over the district; `None` while that was not said.
    pub by_hand: Option<ByHand>,
    /// What the worker told last, be it of this view or of one before.
    pub answer: Option<Rc<ListAnswer>>,
}

/// Which columns of the list are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShownColumns(pub Set<Column>);

impl Default for ShownColumns {
    /// What says who it is, what was found and what is to be done.
    fn default() -> Self {
        use Column::{Class, Code, Inspection, Name, Penalties, Reason, Repair};
        Self([Class, Name, Code, Reason, Penalties, Inspection, Repair].into_iter().collect())
    }
}

impl ShownColumns {
    /// Returns whether a person may leave a column out: a row always says who it is, and of which class.
    #[must_use]
    pub fn is_optional(column: Column) -> bool {
        !matches!(column, Column::Class | Column::Name)
    }

    /// Returns the same with a column, or without it.
    #[must_use]
    pub fn with(self, column: Column, is_shown: bool) -> Self {
        let others = self.0.iter().filter(|other| *other != column);
        Self(others.chain(is_shown.then_some(column)).collect())
    }
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
    /// Only those with a mark of the ledger are listed, or all.
    Marked(Option<Marked>),
    /// Another entry was chosen in the field of a facet, or none.
    Narrow(Facet, Option<Narrowing>),
    Sort(Sort),
    Show(Shown),
    /// A day to compare with was written.
    WriteAgainst(String),
    /// One of the things was chosen that are offered to compare with.
    Against(AgainstChoice),
    /// The list is narrowed to nothing any more.
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

    /// Picks an enterprise by its credit code, or lets it go.
    pub(super) fn select(&mut self, uscc: String, is_selected: bool) {
        let selected = Rc::make_mut(&mut self.selected);
        selected.retain(|other| *other != uscc);
        selected.extend(is_selected.then_some(uscc));
    }

    /// Begins anew with a view, of which nothing is known yet.
    pub(super) fn begin(&mut self, view: Rc<ListView>) {
        let (changes, rewrites, columns) = (self.changes + 1, self.rewrites + 1, self.columns);
        *self = Self { view, changes, rewrites, columns, ..Self::default() };
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
        ListChange::Marked(marked) => filter.marked = marked,
        ListChange::Narrow(facet, narrowing) => filter.narrow(facet, narrowing),
        ListChange::Sort(sort) => view.sort = sort,
        ListChange::Show(shown) => view.shown = shown,
        ListChange::WriteAgainst(text) if text.is_empty() => view.against = AgainstChoice::Unchosen,
        ListChange::WriteAgainst(text) => view.against = AgainstChoice::Written(text),
        ListChange::Against(against) => view.against = against,
        ListChange::Clear => *filter = ListFilter::default(),
    }
    view
}

//! What is remembered of the ledger.

use std::rc::Rc;

use yew::Reducible;

use crate::ledger::{Entry, Ledger};

/// Where the ledger is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// It is not known yet: the browser is being asked.
    #[default]
    Asked,
    /// In this tab of the browser, until it is closed.
    InTab,
    /// In this browser, because a person asked for it.
    InBrowser,
}

/// The ledger as the page has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LedgerState {
    pub ledger: Rc<Ledger>,
    pub keeping: Keeping,
    /// Why the browser did not keep what was entered last, in its words.
    pub not_kept: Option<Rc<str>>,
    /// Who writes: a name or initials, asked for once.
    pub author: Rc<str>,
}

/// A change of the ledger.
pub enum LedgerAction {
    /// Entries are there: entered on the page, or found where they are kept.
    Add(Vec<Entry>),
    /// Where it is kept from now on.
    Keep(Keeping),
    /// The browser kept what was to be kept, or why not.
    Kept(Result<(), String>),
    Author(Rc<str>),
}

impl Reducible for LedgerState {
    type Action = LedgerAction;

    fn reduce(self: Rc<Self>, action: LedgerAction) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            LedgerAction::Add(entries) => {
                let ledger = Rc::make_mut(&mut state.ledger);
                for entry in entries {
                    ledger.add(entry);
                }
            }
            LedgerAction::Keep(keeping) => {
                state.keeping = keeping;
                state.not_kept = None;
            }
            LedgerAction::Kept(outcome) => state.not_kept = outcome.err().map(Rc::from),
            LedgerAction::Author(author) => state.author = author,
        }
        Rc::new(state)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Content, Moment};

    const SHOP: &str = "91350100M000100Y43";

    fn note(text: &str) -> Entry {
        let at = Moment::from_unix_ms(0).unwrap();
        Entry::new(SHOP, "张", at, Vec::new(), Content::Note { text: text.to_owned() })
    }

    fn after(actions: Vec<LedgerAction>) -> Rc<LedgerState> {
        actions.into_iter().fold(Rc::default(), |state: Rc<LedgerState>, action| state.reduce(action))
    }

    #[test]
    fn what_another_tab_kept_is_added_and_nothing_comes_twice() {
        let state = after(vec![
            LedgerAction::Add(vec![note("已电话联系")]),
            LedgerAction::Add(vec![note("已电话联系"), note("承诺书未盖章")]),
        ]);
        assert_eq!(state.ledger.len(), 2);
    }

    #[test]
    fn why_nothing_was_kept_stands_there_until_something_was() {
        let state =
            after(vec![LedgerAction::Keep(Keeping::InBrowser), LedgerAction::Kept(Err("disk full".to_owned()))]);
        assert_eq!(state.not_kept.as_deref(), Some("disk full"));
        let state = state.reduce(LedgerAction::Kept(Ok(())));
        assert_eq!((state.not_kept.as_deref(), &state.keeping), (None, &Keeping::InBrowser));
    }
}

//! What components hold of the ledger: they read it, and have entries added, kept, saved and merged.

use std::cell::{Cell, RefCell};
use std::ops::Deref;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{BroadcastChannel, File, MessageEvent};
use yew::html::ImplicitClone;
use yew::prelude::*;

use super::state::{Keeping, LedgerAction, LedgerState};
use crate::app::state::queries::problem_words;
use crate::app::state::tasks::tell;
use crate::app::state::{Action, Model, Notice, Route, State, ViewAction};
use crate::app::text;
use crate::ledger::{Content, Entry, EntryId, Merged, Moment, read_ledger, write_ledger};
use crate::pack::Locale;
use crate::store::{
    LEDGER_CHANNEL, entries_of_tab, forget_ledger, is_ledger_kept, keep_author, keep_entries, keep_in_tab, kept_author,
    kept_entries, offer, read_text,
};
use crate::worker::today;

/// A handle on the ledger, with the means to change it. Another one is given to components whenever the ledger has changed.
#[derive(Clone)]
pub struct LedgerHandle {
    state: UseReducerHandle<LedgerState>,
    shared: Rc<Shared>,
}

/// What all handles share.
struct Shared {
    /// The state as it was rendered last, for what is done later than it was asked for.
    latest: RefCell<UseReducerHandle<LedgerState>>,
    /// Tells other tabs that the browser keeps something else now.
    channel: Option<BroadcastChannel>,
    /// The page, which tells the person what came of files.
    page: UseReducerDispatcher<State>,
    /// The moment of the last entry, in milliseconds: each has one of its own, so that they stand as they were written.
    last_ms: Cell<i64>,
}

impl Deref for LedgerHandle {
    type Target = LedgerState;

    fn deref(&self) -> &LedgerState {
        &self.state
    }
}

/// A clone is the same handle.
impl ImplicitClone for LedgerHandle {}

impl PartialEq for LedgerHandle {
    fn eq(&self, other: &Self) -> bool {
        self.state == other.state
    }
}

impl LedgerHandle {
    fn dispatch(&self, action: LedgerAction) {
        self.shared.latest.borrow().dispatcher().dispatch(action);
    }

    fn latest(&self) -> UseReducerHandle<LedgerState> {
        self.shared.latest.borrow().clone()
    }

    /// Returns whether nobody has said yet who writes.
    #[must_use]
    pub fn is_anonymous(&self) -> bool {
        self.author.trim().is_empty()
    }

    /// Notes who writes from now on.
    pub fn set_author(&self, author: &str) {
        keep_author(author, self.latest().keeping == Keeping::InBrowser);
        self.dispatch(LedgerAction::Author(author.into()));
    }

    /// Adds an entry about an enterprise, in the place of those that it replaces.
    pub fn enter(&self, uscc: &str, replaces: Vec<EntryId>, content: Content) {
        self.enter_all(uscc, vec![(replaces, content)]);
    }

    /// Adds entries about one enterprise, each in the place of those that it replaces, all of them or none.
    pub fn enter_all(&self, uscc: &str, contents: Vec<(Vec<EntryId>, Content)>) {
        let author = self.latest().author.clone();
        let entry = |(replaces, content)| Some(Entry::new(uscc, &author, self.now()?, replaces, content));
        self.add(contents.into_iter().filter_map(entry).collect());
    }

    /// Adds an entry about each of several enterprises, all of them or none.
    pub fn enter_of_each<'e>(&self, contents: impl Iterator<Item = (&'e str, Content)>) {
        let author = self.latest().author.clone();
        let entry = |(uscc, content)| Some(Entry::new(uscc, &author, self.now()?, Vec::new(), content));
        self.add(contents.filter_map(entry).collect());
    }

    /// Returns the moment of an entry that is made now, after that of the last one: a clock that was set back is not to change
    /// the order in which entries were written.
    fn now(&self) -> Option<Moment> {
        let now = (js_sys::Date::now() as i64).max(self.shared.last_ms.get() + 1);
        self.shared.last_ms.set(now);
        Moment::from_unix_ms(now)
    }

    /// Tells the person something above the page.
    pub fn tell(&self, alarming: bool, phrase: text::Phrase, values: &[&str]) {
        tell(&self.shared.page, alarming, phrase, values);
    }

    /// Adds entries, and keeps them where the ledger is kept.
    fn add(&self, entries: Vec<Entry>) {
        self.dispatch(LedgerAction::Add(entries.clone()));
        let handle = self.clone();
        spawn_local(async move {
            match handle.latest().keeping {
                Keeping::InBrowser => handle.keep_all(&entries.iter().collect::<Vec<_>>()).await,
                Keeping::Asked | Keeping::InTab => handle.keep_for_reload(&entries),
            }
        });
    }

    /// Keeps entries in the browser; where it cannot, in the tab, and says so.
    async fn keep_all(&self, entries: &[&Entry]) {
        let outcome = keep_entries(entries).await;
        if outcome.is_err() {
            let _ = keep_in_tab(Some(&self.latest().ledger));
        } else {
            self.tell_tabs();
        }
        self.dispatch(LedgerAction::Kept(outcome));
    }

    /// Keeps what is there, with entries that may not be rendered yet, for a reload of this tab.
    fn keep_for_reload(&self, entries: &[Entry]) {
        let mut ledger = (*self.latest().ledger).clone();
        for entry in entries {
            ledger.add(entry.clone());
        }
        let outcome = if keep_in_tab(Some(&ledger)) { Ok(()) } else { Err(String::new()) };
        self.dispatch(LedgerAction::Kept(outcome));
    }

    /// Has the browser keep the ledger from now on, or what it could not keep before.
    pub fn keep_in_browser(&self) {
        let handle = self.clone();
        spawn_local(async move {
            let ledger = handle.latest().ledger.clone();
            match keep_entries(&ledger.entries().collect::<Vec<_>>()).await {
                Ok(()) => {
                    let _ = keep_in_tab(None);
                    keep_author(&handle.latest().author, true);
                    handle.dispatch(LedgerAction::Keep(Keeping::InBrowser));
                    handle.tell_tabs();
                }
                Err(cause) => handle.dispatch(LedgerAction::Kept(Err(cause))),
            }
        });
    }

    /// Has the browser keep nothing of the ledger any more: it stays in this tab until that is closed.
    pub fn forget(&self) {
        let handle = self.clone();
        spawn_local(async move {
            match forget_ledger().await {
                Ok(()) => {
                    handle.dispatch(LedgerAction::Keep(Keeping::InTab));
                    handle.keep_for_reload(&[]);
                    handle.tell_tabs();
                }
                Err(cause) => handle.dispatch(LedgerAction::Kept(Err(cause))),
            }
        });
    }

    /// Returns the text of the ledger as its files have it; nothing where nothing was noted.
    #[must_use]
    pub fn text(&self) -> String {
        if self.ledger.is_empty() { String::new() } else { write_ledger(&self.ledger) }
    }

    /// Saves the ledger as a file.
    pub fn save(&self) {
        let name = format!("信衡台账_{}.json", today());
        match offer(&name, &write_ledger(&self.latest().ledger)) {
            Ok(()) => self.tell(false, text::LEDGER_SAVED, &[&name]),
            Err(cause) => self.dispatch(LedgerAction::Kept(Err(crate::worker::in_words(&cause)))),
        }
    }

    /// Adds the entries of a file that a colleague saved, and tells what it brought.
    pub fn merge_file(&self, file: File) {
        let handle = self.clone();
        spawn_local(async move {
            match read_text(&file).await {
                Ok(text) => handle.merge(&file.name(), &text),
                Err(_) => handle.tell(true, text::NO_LEDGER, &[&file.name()]),
            }
        });
    }

    /// Adds the entries of a text that stood in a file of this name, and tells what it brought.
    fn merge(&self, name: &str, text: &str) {
        let read = match read_ledger(text) {
            Ok(read) => read,
            Err(problems) => {
                let is_newer = problems.iter().all(|problem| problem.path == "version");
                let words = if is_newer { text::LEDGER_NEWER } else { text::NO_LEDGER };
                return self.tell(true, words, &[name]);
            }
        };
        let mut merged = (*self.latest().ledger).clone();
        let entries: Vec<Entry> = read.ledger.entries().cloned().collect();
        let Merged { added, known } = merged.merge(read.ledger);
        self.add(entries);
        let lines: Vec<_> = read
            .problems
            .iter()
            .map(|problem| [Locale::Zh, Locale::En].map(|locale| problem_words(problem, locale)).into())
            .collect();
        let words = |locale| {
            let counts = text::LEDGER_MERGED.fill(locale, &[name, &added.to_string(), &known.to_string()]);
            let left_out = text::LEDGER_LEFT_OUT.fill(locale, &[&lines.len().to_string()]);
            if lines.is_empty() { counts } else { [counts, left_out].concat() }
        };
        let told =
            Notice { alarming: !lines.is_empty(), zh: words(Locale::Zh), en: words(Locale::En), lines: lines.clone() };
        self.shared.page.dispatch(Action::View(ViewAction::Notice(Some(told))));
    }

    fn tell_tabs(&self) {
        if let Some(channel) = &self.shared.channel {
            // A channel that is open takes whatever can be copied.
            let _ = channel.post_message(&JsValue::NULL);
        }
    }

    /// Takes in what the browser keeps; what only this tab has is kept as well where a person asked for that in another.
    async fn catch_up(&self) {
        if !is_ledger_kept().await {
            let entries: Vec<Entry> = entries_of_tab().entries().cloned().collect();
            self.dispatch(LedgerAction::Keep(Keeping::InTab));
            // What another tab had the browser forget, this one still has.
            self.keep_for_reload(&entries);
            self.dispatch(LedgerAction::Add(entries));
            return;
        }
        match kept_entries().await {
            Ok(entries) => {
                let own: Vec<Entry> =
                    entries_of_tab().entries().cloned().chain(self.latest().ledger.entries().cloned()).collect();
                let missing: Vec<&Entry> =
                    own.iter().filter(|entry| !entries.iter().any(|kept| kept.id() == entry.id())).collect();
                self.dispatch(LedgerAction::Keep(Keeping::InBrowser));
                if !missing.is_empty() {
                    self.keep_all(&missing).await;
                }
                let _ = keep_in_tab(None);
                self.dispatch(LedgerAction::Add(entries.into_iter().chain(own).collect()));
            }
            Err(cause) => {
                self.dispatch(LedgerAction::Keep(Keeping::InTab));
                self.dispatch(LedgerAction::Kept(Err(cause)));
            }
        }
    }
}

/// The ledger, for the component at the root: what the browser or the tab keeps of it is there soon after.
#[hook]
pub fn use_ledger(model: &Model) -> LedgerHandle {
    let state = use_reducer_eq(LedgerState::default);
    let shared = use_memo((), |()| Shared {
        latest: RefCell::new(state.clone()),
        channel: BroadcastChannel::new(LEDGER_CHANNEL).ok(),
        page: model.dispatcher(),
        last_ms: Cell::new(0),
    });
    shared.latest.replace(state.clone());
    let handle = LedgerHandle { state, shared };
    {
        let handle = handle.clone();
        // Once what is kept is there, by which goes how much of the file is new; and once the page has come to where it is going,
        // for what it is told goes when it goes on.
        let is_there = handle.keeping != Keeping::Asked && model.state().view.route == Route::current();
        let file = model.state().view.ledger_file.clone().filter(|_| is_there);
        use_effect_with(file, move |file| {
            if let Some(file) = file {
                handle.merge(&file.name, &file.text);
                handle.shared.page.dispatch(Action::View(ViewAction::LedgerFile(None)));
            }
        });
    }
    {
        let handle = handle.clone();
        use_effect_with((), move |()| {
            if let Some(author) = kept_author() {
                handle.dispatch(LedgerAction::Author(author.into()));
            }
            let channel = handle.shared.channel.clone();
            let listener = {
                let handle = handle.clone();
                Closure::<dyn FnMut(MessageEvent)>::new(move |_| {
                    let handle = handle.clone();
                    spawn_local(async move { handle.catch_up().await });
                })
            };
            if let Some(channel) = &channel {
                channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
            }
            spawn_local(async move { handle.catch_up().await });
            move || {
                if let Some(channel) = channel {
                    channel.close();
                }
                drop(listener);
            }
        });
    }
    handle
}

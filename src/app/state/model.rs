//! The handle by which components and tasks reach the state.

use std::cell::{Cell, RefCell};
use std::ops::Deref;
use std::rc::Rc;

use yew::html::ImplicitClone;
use yew::prelude::*;

use super::tasks::Clerk;
use super::{Action, District, Opening, State};
use crate::worker::Client;

/// A handle on the state, with the means to change it. It is the same for as long as the page is there, so that a callback
/// that holds one stays equal from one rendering to the next; what it reads is the state as it was rendered last.
#[derive(Clone)]
pub struct Model(Rc<Inner>);

/// What all clones of the handle share.
pub struct Inner {
    state: RefCell<UseReducerHandle<State>>,
    /// The workers of the district that is open or being read, and of what stands aside, each with its number.
    pub(super) workers: RefCell<Vec<(u32, Client)>>,
    /// The number of the last of them.
    pub(super) started: Cell<u32>,
    /// Opens what takes the reader of files.
    opener: fn(&Model, Opening),
    /// What the build that has all pages is to open, where this is another.
    pub(super) openings: RefCell<Vec<Opening>>,
    /// A worker for the rules alone, where there is no district.
    pub(super) clerk: Clerk,
    /// The number of the last question for other rules.
    pub(super) asked: Cell<u32>,
    /// How many times what was read was requested.
    pub(super) reports: Cell<u32>,
    /// How far the list of enterprises was scrolled, in CSS pixels, so that one comes back to the same place.
    pub list_scroll: Cell<i32>,
    /// How high a row of that list was when one was measured last, in CSS pixels; 0 before the first.
    pub list_row_px: Cell<f64>,
}

impl Model {
    /// Returns the state as it was rendered last.
    #[must_use]
    pub fn state(&self) -> UseReducerHandle<State> {
        self.state.borrow().clone()
    }

    /// Changes the state.
    pub fn dispatch(&self, action: Action) {
        // The handle is let go first: should the change be rendered at once, it is replaced meanwhile.
        self.dispatcher().dispatch(action);
    }

    /// Opens what takes the reader of files, or has it opened by the build that can.
    pub fn open(&self, opening: Opening) {
        (self.opener)(self, opening);
    }

    /// Returns what changes the state, for those that outlive this handle's holder.
    #[must_use]
    pub fn dispatcher(&self) -> UseReducerDispatcher<State> {
        self.state.borrow().dispatcher()
    }

    /// Does something with the worker of the district that is open or being read, if there is one.
    pub(super) fn with_worker<R>(&self, act: impl FnOnce(&Client) -> R) -> Option<R> {
        let front = self.state().district.front;
        let workers = self.workers.borrow();
        let (_, worker) = workers.iter().find(|(number, _)| *number == front)?;
        Some(act(worker))
    }

    /// Ends the workers of districts that are not there any more.
    pub fn release_workers(&self) {
        let state = self.state();
        let front = (state.district.now != District::None).then_some(state.district.front);
        let aside = state.district.aside.as_ref().map(|aside| aside.worker);
        self.workers.borrow_mut().retain(|(number, _)| Some(*number) == front || Some(*number) == aside);
    }
}

impl Deref for Model {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

/// A clone is the same handle.
impl ImplicitClone for Model {}

impl PartialEq for Model {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The state of the application, for the component at its root, which is rendered at each change; `begin` is what it begins
/// with, and `opener` opens what takes the reader of files.
#[hook]
pub fn use_state_at_root(begin: impl FnOnce() -> State, opener: fn(&Model, Opening)) -> Model {
    let state = use_reducer_eq(begin);
    let model = use_memo((), |()| {
        Model(Rc::new(Inner {
            state: RefCell::new(state.clone()),
            workers: RefCell::default(),
            started: Cell::new(0),
            opener,
            openings: RefCell::default(),
            clerk: Clerk::default(),
            asked: Cell::new(1),
            reports: Cell::new(0),
            list_scroll: Cell::new(0),
            list_row_px: Cell::new(0.0),
        }))
    });
    model.state.replace(state);
    (*model).clone()
}

//! Listening to all events in the host.

use wasm_bindgen::prelude::*;
use web_sys::{Event, EventTarget};

use crate::app::host;

/// A listener; dropping it ends the listening.
pub struct Listener {
    target: EventTarget,
    event: &'static str,
    hear: Closure<dyn Fn(Event)>,
    first: bool,
}

impl Listener {
    /// Listens for an event before anything in the host hears of it: some events go no other way.
    pub fn new(event: &'static str, hear: impl Fn(Event) + 'static) -> Option<Self> {
        Self::start(event, true, Closure::new(hear))
    }

    /// Listens for an event after all in the host have heard of it, which may have kept it to themselves.
    pub fn after(event: &'static str, hear: impl Fn(Event) + 'static) -> Option<Self> {
        Self::start(event, false, Closure::new(hear))
    }

    fn start(event: &'static str, first: bool, hear: Closure<dyn Fn(Event)>) -> Option<Self> {
        let target = host::event_target()?;
        target.add_event_listener_with_callback_and_bool(event, hear.as_ref().unchecked_ref(), first).ok()?;
        Some(Self { target, event, hear, first })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        // Removing a listener that is there does not fail.
        let hear = self.hear.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback_and_bool(self.event, hear, self.first);
    }
}

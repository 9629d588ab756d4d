//! Listening to everything that happens on the ground, before anything on it hears of it: some events go no other way.

use wasm_bindgen::prelude::*;
use web_sys::{Event, EventTarget};

use crate::app::ground;

/// A listener; dropping it ends the listening.
pub struct Listener {
    target: EventTarget,
    event: &'static str,
    hear: Closure<dyn Fn(Event)>,
}

impl Listener {
    /// Listens for an event, where there is a page.
    pub fn new(event: &'static str, hear: impl Fn(Event) + 'static) -> Option<Self> {
        let target = ground::hearing()?;
        let hear = Closure::<dyn Fn(Event)>::new(hear);
        target.add_event_listener_with_callback_and_bool(event, hear.as_ref().unchecked_ref(), true).ok()?;
        Some(Self { target, event, hear })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        // Removing a listener that is there does not fail.
        let hear = self.hear.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback_and_bool(self.event, hear, true);
    }
}

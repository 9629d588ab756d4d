//! Listening at the window, before anything on the page hears of it: some events go no other way.

use wasm_bindgen::prelude::*;
use web_sys::{Event, Window};

/// A listener at the window; dropping it ends the listening.
pub struct Listener {
    window: Window,
    event: &'static str,
    hear: Closure<dyn Fn(Event)>,
}

impl Listener {
    /// Listens for an event, where there is a window.
    pub fn new(event: &'static str, hear: impl Fn(Event) + 'static) -> Option<Self> {
        let window = web_sys::window()?;
        let hear = Closure::<dyn Fn(Event)>::new(hear);
        window.add_event_listener_with_callback_and_bool(event, hear.as_ref().unchecked_ref(), true).ok()?;
        Some(Self { window, event, hear })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        // Removing a listener that is there does not fail.
        let hear = self.hear.as_ref().unchecked_ref();
        let _ = self.window.remove_event_listener_with_callback_and_bool(self.event, hear, true);
    }
}

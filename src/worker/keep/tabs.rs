//! What other tabs of the site are told of keeping: each tells the same of what the browser keeps.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

/// What the channel is called on which tabs tell each other that the browser keeps something else.
pub const KEPT_CHANNEL: &str = "xinheng.kept";

thread_local! {
    /// Where changes are told and heard of; a browser without one tells nobody.
    static CHANNEL: RefCell<Option<BroadcastChannel>> = const { RefCell::new(None) };
}

/// Does something whenever another tab has changed what the browser keeps.
pub(in crate::worker) fn on_change(heard: impl Fn() + 'static) {
    let Ok(channel) = BroadcastChannel::new(KEPT_CHANNEL) else { return };
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |_| heard());
    channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
    CHANNEL.set(Some(channel));
}

/// Tells the other tabs that what the browser keeps is another now.
pub(super) fn tell() {
    CHANNEL.with_borrow(|channel| {
        if let Some(channel) = channel {
            // A text can always be posted.
            let _ = channel.post_message(&JsValue::from_str(""));
        }
    });
}

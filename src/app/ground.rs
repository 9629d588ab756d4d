//! The ground on which the application stands: the page, or the shadow of an element in a page of somebody else's.
//!
//! Each element runs an instance of its own, so that there is one ground for all of an instance. On a ground of its own the
//! application keeps to it: it looks nothing up outside, listens to nothing outside, writes no address and keeps nothing
//! in the browser.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};

thread_local! {
    /// An element in a page of somebody else's.
    static OWN: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Has the application stand on an element from now on.
pub fn stand_on(root: Element) {
    OWN.with(|own| *own.borrow_mut() = Some(root));
}

fn root() -> Option<Element> {
    OWN.with(|own| own.borrow().clone()).or_else(|| web_sys::window()?.document()?.document_element())
}

/// Where what happens anywhere on the ground is heard of: around it, so that what is heard of on it comes in between.
pub fn hearing() -> Option<EventTarget> {
    match OWN.with(|own| own.borrow().clone()) {
        Some(root) => Some(root.parent_node()?.into()),
        None => Some(web_sys::window()?.into()),
    }
}

/// The element with an id.
pub fn with_id<T: JsCast>(id: &str) -> Option<T> {
    root()?.query_selector(&["[id=\"", id, "\"]"].concat()).ok()??.dyn_into().ok()
}

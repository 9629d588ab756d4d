//! The ground on which the application stands: the page, or the shadow of an element in a page of somebody else's.
//!
//! Each element runs an instance of its own, so that there is one ground for all of an instance. On a ground of its own the
//! application keeps to it: it looks nothing up outside, listens to nothing outside, writes no address and keeps nothing
//! in the browser.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};

use crate::app::element::El;

/// An element in a page of somebody else's.
struct Own {
    root: Element,
    /// The address of a site of Xinheng that may be led to; empty where there is none.
    site: String,
}

thread_local! {
    static OWN: RefCell<Option<Own>> = const { RefCell::new(None) };
}

/// Has the application stand on an element from now on.
pub fn stand_on(root: Element) {
    OWN.with(|own| *own.borrow_mut() = Some(Own { root, site: String::new() }));
}

/// Says where the site is whose help and rules may be led to.
pub fn lead_to(site: &str) {
    OWN.with(|own| {
        if let Some(own) = &mut *own.borrow_mut() {
            site.clone_into(&mut own.site);
        }
    });
}

fn root() -> Option<Element> {
    let own = OWN.with(|own| own.borrow().as_ref().map(|own| own.root.clone()));
    own.or_else(|| web_sys::window()?.document()?.document_element())
}

/// Where what happens anywhere on the ground is heard of: around it, so that what is heard of on it comes in between.
pub fn hearing() -> Option<EventTarget> {
    match OWN.with(|own| own.borrow().as_ref().map(|own| own.root.clone())) {
        Some(root) => Some(root.parent_node()?.into()),
        None => Some(web_sys::window()?.into()),
    }
}

/// The first element that a selector fits.
pub fn first(selector: &str) -> Option<Element> {
    root()?.query_selector(selector).ok()?
}

/// The element with an id.
pub fn with_id<T: JsCast>(id: &str) -> Option<T> {
    first(&["[id=\"", id, "\"]"].concat())?.dyn_into().ok()
}

/// A link to a page of the application, given by what stands behind `#`: on a ground of its own to that of the site, in a
/// tab of its own, and to nothing where there is no site.
pub fn leading(link: El, hash: &str) -> El {
    let site = OWN.with(|own| own.borrow().as_ref().map(|own| own.site.clone()));
    match site {
        None => link.put("href", hash),
        Some(site) if site.is_empty() => link,
        Some(site) => link.put("href", &[&site, hash].concat()).set("target", "_blank").set("rel", "noopener"),
    }
}

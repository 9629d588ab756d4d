//! The host of the application: the document, or the shadow of an element in a page of somebody else's.
//!
//! Each element runs an instance of its own, so that there is one host to an instance. In a host of its own the application
//! keeps to it: it looks nothing up outside, listens to nothing outside, writes no address and keeps nothing in the browser.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{AddEventListenerOptions, Element, EventTarget, HtmlDetailsElement, HtmlElement};

use yew::NodeRef;

use super::press::once_released;

thread_local! {
    /// An element in a page of somebody else's.
    static OWN: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// The attribute of the document while files are dragged over it.
pub const DRAGGED_OVER: &str = "data-hover";

/// Has the application look up and listen within an element from now on.
pub fn render_in(root: Element) {
    OWN.with(|own| *own.borrow_mut() = Some(root));
}

fn root() -> Option<Element> {
    OWN.with(|own| own.borrow().clone()).or_else(|| web_sys::window()?.document()?.document_element())
}

/// Returns where every event in the host is heard of: around it, so that listeners within come in between.
pub fn event_target() -> Option<EventTarget> {
    match OWN.with(|own| own.borrow().clone()) {
        Some(root) => Some(root.parent_node()?.into()),
        None => Some(web_sys::window()?.into()),
    }
}

/// Returns the element with an id.
pub fn with_id<T: JsCast>(id: &str) -> Option<T> {
    root()?.query_selector(&["[id=\"", id, "\"]"].concat()).ok()??.dyn_into().ok()
}

/// Brings the element with an id into view and gives it the focus; what folds it away is opened.
pub fn reveal(id: &str) {
    let Some(element) = with_id::<HtmlElement>(id) else { return };
    let mut around = Some((*element).clone());
    while let Some(parent) = around {
        // A list of facts is folded by its heading, which stands before it.
        let lid = parent.query_selector(":scope > .lid").ok().flatten();
        if let Some(folded) = lid.as_ref().unwrap_or(&parent).dyn_ref::<HtmlDetailsElement>() {
            folded.set_open(true);
        }
        around = parent.parent_element();
    }
    element.scroll_into_view();
    // Of several boxes one takes the focus; an element that takes none is at least in view.
    let _ = focusable(&element).focus();
}

/// Returns the box that a key reaches first where an element is a group of them, or else the element.
fn focusable(element: &HtmlElement) -> HtmlElement {
    let reached = element.query_selector("input[type=checkbox][tabindex='0']").ok().flatten();
    reached
        .filter(|_| element.tag_name() == "FIELDSET")
        .and_then(|found| found.dyn_into().ok())
        .unwrap_or_else(|| element.clone())
}

/// Gives the focus to a rendered element; one that is not rendered, or takes no focus, is passed over.
pub fn focus(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Gives the focus to the first field within a rendered element, where there is one.
pub fn focus_first_field(node: &NodeRef) {
    let field = node.cast::<Element>().and_then(|around| around.query_selector("input, select").ok()?);
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        let _ = field.focus();
    }
}

/// Whether the page stands as it came: it was not scrolled, and no files are dragged over it.
#[must_use]
pub fn is_untouched() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let root = window.document().and_then(|document| document.document_element());
    let is_dragged_over = root.is_some_and(|root| root.has_attribute(DRAGGED_OVER));
    !is_dragged_over && window.scroll_y().unwrap_or_default() == 0.0
}

/// Does something as soon as no field has the focus: at once, or when the one that has it is left and what was written in it
/// was taken.
pub fn once_left(act: impl FnOnce() + 'static) {
    let focused = web_sys::window().and_then(|window| window.document()?.active_element());
    let field = focused.filter(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"));
    let Some(field) = field else { return act() };
    let options = AddEventListenerOptions::new();
    options.set_once(true);
    // What the field tells when it is left may wait for the same press, and stands before this.
    let act = Closure::once_into_js(move || once_released(act));
    // An element that is there can be listened to.
    let _ =
        field.add_event_listener_with_callback_and_add_event_listener_options("blur", act.unchecked_ref(), &options);
}

//! Files that are dropped on the page.

use wasm_bindgen::JsCast;
use web_sys::DragEvent;
use yew::prelude::*;

use crate::app::host::DRAGGED_OVER;
use crate::app::listener::Listener;
use crate::app::state::Model;
use crate::app::state::tasks::open_dropped;

/// Takes files that are dropped anywhere on the page; the browser would leave the page and show them.
#[hook]
pub fn use_drop(model: &Model) {
    let model = model.clone();
    use_effect_with((), move |()| {
        let over = Listener::new("dragover", |event| {
            event.prevent_default();
            mark_hover(true);
        });
        let left = Listener::new("dragleave", |_| mark_hover(false));
        let dropped = Listener::new("drop", move |event| {
            event.prevent_default();
            mark_hover(false);
            if let Some(data) = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer) {
                open_dropped(&model, &data);
            }
        });
        move || drop((over, left, dropped))
    });
}

/// Marks the page for its styles while files hover above it.
fn mark_hover(on: bool) {
    if let Some(root) = web_sys::window().and_then(|window| window.document()?.document_element()) {
        // An attribute of this name can always be set.
        let _ = root.toggle_attribute_with_force(DRAGGED_OVER, on);
    }
}

//! What all builds of the page have at their root.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::frame::frame;
use super::hooks::{use_address, use_draft, use_drop, use_print, use_title};
use super::host;
use super::press::use_presses;
use super::state::queries::View;
use super::state::{Model, Opening, State, use_state_at_root};
use super::undo_keys::use_undo_keys;

/// What a root renders from.
pub struct Root {
    pub model: Model,
    /// The record that was looked at last, as it is judged.
    pub view: Option<Rc<View>>,
    /// Takes the element of a paper once all of it is rendered.
    pub onready: Callback<Element>,
}

/// The state, and what happens around the pages whatever is shown. See [`use_state_at_root`].
#[hook]
pub fn use_root(begin: impl FnOnce() -> State, opener: fn(&Model, Opening)) -> Root {
    let model = use_state_at_root(begin, opener);
    use_address(&model);
    // Before what leads to an entry of the page: the page itself begins at its top.
    use_title(&model);
    use_presses();
    use_drop(&model);
    use_undo_keys(&model);
    use_draft(&model);
    let onready = use_print(&model);
    let state = model.state();
    let judged = (state.record().cloned(), state.rules.in_use.clone(), state.view.as_of, state.view.locale);
    let view = use_memo(judged, |(record, ..)| record.as_ref().map(|opened| Rc::new(View::of(&state, opened))));
    Root { model, view: (*view).clone(), onready }
}

/// Renders a page in its frame, and the paper that is being printed.
pub fn render(model: &Model, paper: Html, page: Html) -> Html {
    html! {
        <>
            // Beside a paper nothing else is printed.
            { paper }
            { frame(model, page) }
        </>
    }
}

/// Returns the element into which the page is rendered.
pub fn element() -> Element {
    host::with_id("page").unwrap_or_else(|| unreachable!("www/boot.js has put it there"))
}

//! The Yew application: a page that opens an office's files and shows what is to be known of each enterprise.
//!
//! `frame` surrounds the `pages`, which are the screens; `components` are what several of them show, `hooks` what happens
//! around them; `state` is what the application remembers, `text` its words. **Invariants:** pages show what `assess` returns
//! and judge nothing; no words of the law stand here; a style is a class, never a `style` attribute, which the site's policy
//! drops in silence.

mod components;
pub mod embedded;
mod fault;
mod frame;
mod ground;
mod hooks;
mod listener;
mod pages;
mod state;
mod tabs;
pub mod text;
mod undo_keys;

use std::rc::Rc;

use yew::prelude::*;

use hooks::{use_address, use_content, use_district, use_draft, use_drop, use_print, use_title};
use pages::{printed_paper, use_rules};
use state::queries::View;
use state::{State, use_state_at_root};
use undo_keys::use_undo_keys;

/// The whole page. It is rendered at each change of the state; the components in it only where what they are given changes.
#[component(App)]
pub fn app() -> Html {
    let model = use_state_at_root(State::begin);
    use_address(&model);
    // Before what leads to an entry of the page: the page itself begins at its top.
    use_title(&model);
    use_drop(&model);
    use_undo_keys(&model);
    use_draft(&model);
    let onready = use_print(&model);
    use_content(&model);
    use_district(&model);
    use_rules(&model);
    let state = model.state();
    let judged = (state.record().cloned(), state.rules.clone(), state.as_of, state.locale);
    let view = use_memo(judged, |(record, ..)| record.as_ref().map(|opened| Rc::new(View::of(&state, opened))));
    let view = (*view).as_ref();
    html! {
        <>
            // Beside a paper nothing else is printed.
            { printed_paper(&state, view, onready) }
            { frame::frame(&model, view) }
        </>
    }
}

/// Puts the application in the place of the words shown while it loads.
pub fn mount() {
    fault::speak_on_panic();
    yew::Renderer::<App>::new().render();
}

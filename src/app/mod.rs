//! The Yew application: a page that opens an office's files and shows what is to be known of each enterprise.
//!
//! `pages` are the screens, `widgets` what several of them draw, `state` what the application remembers, `text` its
//! words. **Invariants:** pages show what `assess` returns and judge nothing; no words of the law stand here; a style
//! is a class, never a `style` attribute, which the site's policy drops in silence.

mod components;
mod element;
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
mod widgets;

use yew::prelude::*;

use state::{State, use_state_at_root};

/// The whole page.
#[component(App)]
pub fn app() -> Html {
    let model = use_state_at_root(State::begin);
    frame::use_frame(&model)
}

/// Puts the application in the place of the words shown while it loads.
pub fn mount() {
    fault::speak_on_panic();
    yew::Renderer::<App>::new().render();
}

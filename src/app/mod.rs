//! The Yew application: a page that opens an office's files and shows what is to be known of each enterprise.
//!
//! `pages` are the screens, `widgets` what several of them draw, `state` what the application remembers, `text` its
//! words. **Invariants:** pages show what `assess` returns and judge nothing; no words of the law stand here; a style
//! is a class, never a `style` attribute, which the site's policy drops in silence.

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
mod widgets;

use yew::prelude::*;

pub use pages::paper;
use state::{Model, State, use_state_at_root};

/// The whole page.
#[component(App)]
pub fn app() -> Html {
    let model = use_state_at_root(State::begin);
    let page = frame::use_frame(&model);
    html! { <ContextProvider<Model> context={model}>{page}</ContextProvider<Model>> }
}

/// Puts the application in the place of the words shown while it loads.
pub fn mount() {
    fault::speak_on_panic();
    yew::Renderer::<App>::new().render();
}

/// What the application remembers, for the component that asks.
#[hook]
fn use_model() -> Model {
    // Every component stands within the root, whose context this is; outside of it there is nothing to show.
    use_context::<Model>().unwrap_or_else(|| unreachable!("a component outside of the application"))
}

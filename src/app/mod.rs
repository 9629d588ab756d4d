//! The Yew application.

use yew::prelude::*;

/// The whole page.
#[component(App)]
pub fn app() -> Html {
    html! { <h1>{"信衡"}</h1> }
}

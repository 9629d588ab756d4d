//! A button that is pressed in or not.

use yew::prelude::*;

/// Renders a button that shows whether what it stands for is chosen.
pub fn toggle(pressed: bool, onclick: Callback<MouseEvent>, words: impl Into<Html>) -> Html {
    html! {
        <button type="button" aria-pressed={if pressed { "true" } else { "false" }} {onclick}>{ words.into() }</button>
    }
}

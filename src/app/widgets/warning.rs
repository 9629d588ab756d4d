//! A warning beside what it is about.

use yew::prelude::*;

use crate::app::state::queries::View;
use crate::assess::Warning;

/// The words of a warning, marked as one.
pub fn warning(view: &View, warning: &Warning) -> Html {
    html! { <p class="warning"><span aria-hidden="true">{"⚠"}</span><span>{view.say(&warning.message)}</span></p> }
}

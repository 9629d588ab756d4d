//! A warning beside what it is about.

use crate::app::element::{El, el};
use crate::app::state::queries::View;
use crate::assess::Warning;

/// The words of a warning, marked as one.
pub fn warning(view: &View, warning: &Warning) -> El {
    el("p")
        .class("warning")
        .with(el("span").set("aria-hidden", "true").text("⚠"))
        .with(el("span").text(view.say(&warning.message)))
}

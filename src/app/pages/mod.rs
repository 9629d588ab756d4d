//! The screens, one file or folder each.

mod enterprise;
mod list;
mod report;
mod start;

use yew::prelude::*;

use crate::app::element::{El, el};
use crate::app::{text, use_model};
use crate::pack::Locale;

pub use enterprise::EnterprisePage;
pub use list::ListPage;
pub use report::ReportPage;
pub use start::StartPage;

/// What an address leads to that names no page.
#[component(UnknownPage)]
pub fn unknown_page() -> Html {
    let locale = use_model().state.locale;
    el("section").class("sheet").with(el("h1").text(text::UNKNOWN_PAGE.get(locale))).with(way_to_start(locale)).done()
}

/// The way to where files are opened.
fn way_to_start(locale: Locale) -> El {
    el("p").with(el("a").set("href", "#/").text(text::TO_START.get(locale)))
}

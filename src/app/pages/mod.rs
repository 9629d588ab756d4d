//! The screens, one file or folder each.

mod enterprise;
mod list;
mod report;
mod start;

use yew::prelude::*;

use crate::app::{text, use_model};

pub use enterprise::EnterprisePage;
pub use list::ListPage;
pub use report::ReportPage;
pub use start::StartPage;

/// What an address leads to that names no page.
#[component(UnknownPage)]
pub fn unknown_page() -> Html {
    let locale = use_model().state.locale;
    html! {
        <section class="sheet">
            <h1>{text::UNKNOWN_PAGE.get(locale)}</h1>
            <p><a href="#/">{text::TO_START.get(locale)}</a></p>
        </section>
    }
}

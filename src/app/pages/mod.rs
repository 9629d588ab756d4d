//! The screens, one file or folder each.

mod enterprise;
mod glossary;
mod help;
mod list;
mod report;
mod rules;
mod start;

use yew::prelude::*;

use crate::app::text;
use crate::pack::Locale;

pub use enterprise::{enterprise_page, opening_page, printed_paper};
pub use glossary::GlossaryPage;
pub use help::HelpPage;
pub use list::{list_page, printed_list};
pub use report::ReportPage;
pub use rules::{rules_page, rules_wait, use_rules, waiting_page};
pub use start::{PassphraseForm, StartPage};

/// Renders what an address leads to that names no page.
pub fn unknown_page(locale: Locale) -> Html {
    html! { <section class="sheet"><h1>{ text::UNKNOWN_PAGE.get(locale) }</h1>{ way_to_start(locale) }</section> }
}

/// Renders the way to where files are opened.
fn way_to_start(locale: Locale) -> Html {
    html! { <p><a href="#/">{ text::TO_START.get(locale) }</a></p> }
}

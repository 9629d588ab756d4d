//! The screens, one file or folder each.

mod choices;
mod enterprise;
mod help;
mod list;
mod report;
mod rules;
mod start;

use crate::app::element::{El, el};
use crate::app::text;
use crate::pack::Locale;

pub use enterprise::{enterprise_page, opening_page, paper};
pub use help::help_page;
pub use list::list_page;
pub use report::report_page;
pub use rules::{changes_banner, rules_page, rules_wait, use_rules, waiting_page};
pub use start::start_page;

/// What an address leads to that names no page.
pub fn unknown_page(locale: Locale) -> El {
    el("section").class("sheet").with(el("h1").text(text::UNKNOWN_PAGE.get(locale))).with(way_to_start(locale))
}

/// The way to where files are opened.
fn way_to_start(locale: Locale) -> El {
    el("p").with(el("a").set("href", "#/").text(text::TO_START.get(locale)))
}

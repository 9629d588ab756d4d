//! The way between the pages.

use yew::prelude::*;

use crate::app::state::Route;
use crate::app::text::{self, Phrase};
use crate::pack::Locale;

/// What the navigation is given.
#[derive(Properties, PartialEq)]
pub struct NavigationProps {
    pub locale: Locale,
    /// The page that is shown.
    pub route: Route,
    /// Whether there is a list of enterprises, and what was read.
    pub has_district: bool,
    /// The tab of the record that was looked at last.
    pub tab: Option<u32>,
}

/// The links to the pages that there are at this moment.
#[component(Navigation)]
pub fn navigation(NavigationProps { locale, route, has_district, tab }: &NavigationProps) -> Html {
    let mut pages: Vec<(Route, Phrase)> = vec![(Route::Start, text::NAV_START)];
    if *has_district {
        pages.extend([(Route::List, text::NAV_LIST), (Route::Report, text::NAV_REPORT)]);
    }
    if let Some(tab) = tab {
        pages.push((Route::Record(*tab), text::NAV_ENTERPRISE));
    }
    pages.extend([
        (Route::Rules(None), text::NAV_RULES),
        (Route::Glossary, text::NAV_GLOSSARY),
        (Route::Help(None), text::NAV_HELP),
    ]);
    let links = pages.into_iter().map(|(page, name)| {
        let is_shown = match (&page, route) {
            // Wherever on it one is.
            (Route::Rules(_), Route::Rules(_)) | (Route::Help(_), Route::Help(_)) => true,
            (page, route) => page == route,
        };
        html! {
            <li><a href={page.hash()} aria-current={is_shown.then_some("page")}>{ name.get(*locale) }</a></li>
        }
    });
    html! { <nav aria-label={text::NAV.get(*locale)}><ul>{ for links }</ul></nav> }
}

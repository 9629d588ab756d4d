//! The banner that stands above every page while the rules are not those brought along.

use std::rc::Rc;

use yew::prelude::*;

use super::{SiteLink, rules_address};
use crate::app::state::Rules;
use crate::app::text::{self, Phrase};
use crate::pack::Locale;
use crate::store::RulesFile;

/// What the banner is given.
#[derive(Properties, PartialEq)]
pub struct ChangesBannerProps {
    pub rules: Rc<Rules>,
    /// Whether the calendar in use is the one that the browser keeps.
    pub keeps_its_calendar: bool,
    pub locale: Locale,
}

/// Says what of the rules was changed, where anything was.
#[component(ChangesBanner)]
pub fn changes_banner(ChangesBannerProps { rules, keeps_its_calendar, locale }: &ChangesBannerProps) -> Html {
    let (changes, locale) = (&rules.changes, *locale);
    let count = changes.parameters.len();
    let calendar = if *keeps_its_calendar { text::KEPT_CALENDAR_BANNER } else { text::CALENDAR_BANNER };
    let of_file = |file: Option<&RulesFile>, phrase: Phrase| {
        file.map(|file| phrase.fill(locale, &[&file.name])).unwrap_or_default()
    };
    html! {
        <div class="warning changes-banner" role="note">
            <span>
                if count > 0 {
                    { text::CHANGED_BANNER.fill(locale, &[&count.to_string()]) }
                }
                { of_file(changes.pack.as_ref(), text::PACK_BANNER) }
                { of_file(changes.calendar.as_ref(), calendar) }
            </span>
            <SiteLink hash={rules_address("pack")}>{ text::SEE_CHANGES.get(locale) }</SiteLink>
        </div>
    }
}

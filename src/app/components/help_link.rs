//! The way from a heading to what the help says of it.

use yew::prelude::*;

use super::SiteLink;
use crate::app::text;
use crate::pack::Locale;

/// What the link to the help is given.
#[derive(Properties, PartialEq)]
pub struct HelpLinkProps {
    pub locale: Locale,
    /// The id of the entry in the glossary (see www/help/).
    pub entry: AttrValue,
    /// The words that the entry explains.
    pub words: AttrValue,
}

/// A small link to an entry of the glossary, for beside the words that it explains.
#[component(HelpLink)]
pub fn help_link(HelpLinkProps { locale, entry, words }: &HelpLinkProps) -> Html {
    html! {
        <SiteLink
            class="term"
            hash={["#/help/", entry].concat()}
            label={text::WHAT_IT_MEANS.fill(*locale, &[words])}
        >
            { "?" }
        </SiteLink>
    }
}

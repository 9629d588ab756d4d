//! A link to a page of the application.

use yew::prelude::*;

/// Where the pages of the application are, for components that stand in a page of somebody else's. Where nobody provides it,
/// they are those of this very page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The address of the site; empty where none is known.
    pub address: AttrValue,
}

/// What such a link is given.
#[derive(Properties, PartialEq)]
pub struct SiteLinkProps {
    /// The page that it leads to, as it stands behind the address: `#/help`.
    pub hash: AttrValue,
    #[prop_or_default]
    pub class: Option<&'static str>,
    /// What it is called for who cannot see it, where its own words do not say so.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    pub children: Html,
}

/// A link to a page of the application. In a page of somebody else's it leads to the site, in a tab of its own, and nowhere
/// where no site is known.
#[component(SiteLink)]
pub fn site_link(SiteLinkProps { hash, class, label, children }: &SiteLinkProps) -> Html {
    let site = use_context::<Site>();
    let (href, elsewhere) = match &site {
        None => (Some(hash.clone()), false),
        Some(site) if site.address.is_empty() => (None, false),
        Some(site) => (Some([&*site.address, hash].concat().into()), true),
    };
    html! {
        <a
            class={*class}
            {href}
            target={elsewhere.then_some("_blank")}
            rel={elsewhere.then_some("noopener")}
            aria-label={label.clone()}
        >
            { children.clone() }
        </a>
    }
}

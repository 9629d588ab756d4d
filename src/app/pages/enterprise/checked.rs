//! Something that is so or not, by sign and word.

use yew::prelude::*;

/// What such an item is given.
#[derive(Properties, PartialEq)]
pub struct CheckedProps {
    /// Whether it is so.
    pub holds: bool,
    /// What is so or not.
    pub title: AttrValue,
    /// The word for whether it is so.
    pub word: AttrValue,
    /// What is to be said of it besides.
    #[prop_or_default]
    pub children: Html,
}

/// An item of a list of what is so or not. The sign is for the eye only: the word says the same.
#[component(Checked)]
pub fn checked(CheckedProps { holds, title, word, children }: &CheckedProps) -> Html {
    html! {
        <li>
            <span aria-hidden="true">{ if *holds { "✓ " } else { "✗ " } }</span>
            { title }
            <span class="tag">{ word }</span>
            { children.clone() }
        </li>
    }
}

//! The class by word, colour and shape together.

use yew::prelude::*;

use crate::facts::Term;
use crate::pack::Tone;

/// What the badge of a class is given.
#[derive(Properties, PartialEq)]
pub struct ClassBadgeProps {
    pub tone: Tone,
    /// The word of the documents for the class.
    pub word: AttrValue,
}

/// The badge of a class. Its shape is for the eye only: the word says the same.
#[component(ClassBadge)]
pub fn class_badge(ClassBadgeProps { tone, word }: &ClassBadgeProps) -> Html {
    let shape = html! { <span class="shape" aria-hidden="true">{ tone.shape() }</span> };
    html! { <span class={classes!("badge", tone.code())}>{ marked_words(shape, word) }</span> }
}

/// Renders words with a mark before them that stays in the line of the first ones: up to a comma or a blank.
pub fn marked_words(mark: Html, words: &str) -> Html {
    let end = words.find('、').map(|at| at + '、'.len_utf8()).or_else(|| words.find(' ')).unwrap_or(words.len());
    let (first, rest) = words.split_at(end);
    html! { <><span class="unbroken">{ mark }{ first }</span>{ rest }</> }
}

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
    html! {
        <span class={classes!("badge", tone.code())}>
            <span aria-hidden="true">{ tone.shape() }</span>
            { word }
        </span>
    }
}

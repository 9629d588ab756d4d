//! The class by word, colour and shape together.

use yew::prelude::*;

use crate::facts::Term;
use crate::pack::{Class, Locale, Pack};

/// The badge of a class. The shape is for the eye only: the word says the same.
pub fn class_badge(pack: &Pack, locale: Locale, class: Class) -> Html {
    let shape = match class {
        Class::Good => "●",
        Class::General => "▲",
        Class::HighRisk => "■",
    };
    html! {
        <span class={classes!("badge", class.code())}>
            <span aria-hidden="true">{shape}</span>{pack.word(class).get(locale)}
        </span>
    }
}

//! The class by word, colour and shape together.

use crate::app::element::{El, el};
use crate::facts::Term;
use crate::pack::{Class, Locale, Pack};

/// The badge of a class. The shape is for the eye only: the word says the same.
pub fn class_badge(pack: &Pack, locale: Locale, class: Class) -> El {
    el("span")
        .classes(&["badge", class.code()])
        .with(el("span").set("aria-hidden", "true").text(class.shape()))
        .text(pack.word(class).get(locale))
}

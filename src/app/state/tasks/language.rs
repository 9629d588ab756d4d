//! The language of the page.

use super::super::{Action, Model};
use crate::pack::Locale;
use crate::store::Draft;

/// Changes to the other language.
pub fn switch_language(model: &Model) {
    let locale = match model.state().locale {
        Locale::Zh => Locale::En,
        Locale::En => Locale::Zh,
    };
    Draft::keep_locale(locale);
    model.dispatch(Action::Locale(locale));
}

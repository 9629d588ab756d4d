//! The language of the page.

use super::super::{Action, Model, ViewAction};
use crate::pack::Locale;
use crate::store::Draft;

/// Changes to the other language.
pub fn switch_language(model: &Model) {
    let locale = match model.state().view.locale {
        Locale::Zh => Locale::En,
        Locale::En => Locale::Zh,
    };
    Draft::keep_locale(locale);
    model.dispatch(Action::View(ViewAction::Locale(locale)));
}

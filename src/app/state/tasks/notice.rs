//! What the person is told above the page.

use yew::UseReducerDispatcher;

use super::super::{Action, Model, Notice, State};
use crate::app::text::Phrase;
use crate::pack::Locale;

/// A notice of these words.
pub(in super::super) fn notice(alarming: bool, phrase: Phrase, values: &[&str]) -> Notice {
    let words = |locale| phrase.fill(locale, values);
    Notice { alarming, zh: words(Locale::Zh), en: words(Locale::En), lines: Vec::new() }
}

/// Tells the person that something went wrong.
pub(super) fn alarm(state: &UseReducerDispatcher<State>, phrase: Phrase, values: &[&str]) {
    state.dispatch(Action::Notice(Some(notice(true, phrase, values))));
}

/// Takes the notice away.
pub fn dismiss(model: &Model) {
    model.dispatch(Action::Notice(None));
}

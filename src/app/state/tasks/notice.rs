//! What the person is told above the page.

use yew::UseReducerDispatcher;

use super::super::{Action, Model, Notice, State, ViewAction};
use crate::app::text::{self, Phrase};
use crate::pack::Locale;
use crate::worker::Failure;

/// A notice of these words.
pub(in super::super) fn notice(alarming: bool, phrase: Phrase, values: &[&str]) -> Notice {
    let words = |locale| phrase.fill(locale, values);
    Notice { alarming, zh: words(Locale::Zh), en: words(Locale::En), lines: Vec::new() }
}

/// Tells the person something, alarming or worth knowing.
pub fn tell(state: &UseReducerDispatcher<State>, alarming: bool, phrase: Phrase, values: &[&str]) {
    state.dispatch(Action::View(ViewAction::Notice(Some(notice(alarming, phrase, values)))));
}

/// Tells the person that something went wrong.
pub(super) fn alarm(state: &UseReducerDispatcher<State>, phrase: Phrase, values: &[&str]) {
    tell(state, true, phrase, values);
}

/// Returns why a worker answers no more, with the browser's or its own words.
pub(super) fn failure_words(failure: &Failure) -> (Phrase, String) {
    match failure {
        Failure::NotStarted(cause) => (text::WORKER_NOT_STARTED, cause.clone()),
        Failure::Fault(cause) => (text::WORKER_FAULT, cause.clone()),
        Failure::Ended | Failure::Busy | Failure::Stopped | Failure::NotUnderstood => {
            (text::WORKER_OF_ANOTHER_BUILD, String::new())
        }
    }
}

/// Takes the notice away.
pub fn dismiss(model: &Model) {
    model.dispatch(Action::View(ViewAction::Notice(None)));
}

//! The answer: class, one sentence of advice, and what a reader must not overlook.

use yew::prelude::*;

use crate::app::state::queries::{View, of_whole};
use crate::app::text;
use crate::app::widgets::{class_badge, warning};

/// The head of the answer, which stays in view.
pub(super) fn head(view: &View) -> Html {
    let locale = view.locale;
    let answer = &view.answer;
    html! {
        <>
            <div class="head">
                <h2 class="class">{class_badge(view.pack, locale, answer.class)}</h2>
                if answer.key_case.flagged {
                    <span class="tag strong">{text::KEY_CASE_FLAG.get(locale)}</span>
                }
                if answer.inspection.triggered {
                    <span class="tag strong">{text::OPEN_LEADS_FLAG.get(locale)}</span>
                }
                <p class="advice">{view.say(&answer.advice)}</p>
            </div>
            { for of_whole(view).map(|about| warning(view, about)) }
            <p class="quiet">{text::INTERNAL.get(locale)}</p>
        </>
    }
}

/// The class at the foot of a narrow screen, where the head scrolls away. It repeats the head, so it is for the eye only.
pub(super) fn bar(view: &View) -> Html {
    html! { <div class="bar" aria-hidden="true">{class_badge(view.pack, view.locale, view.answer.class)}</div> }
}

/// Which rules gave the answer.
pub(super) fn rules_used(view: &View) -> Html {
    let locale = view.locale;
    let used = &view.answer.pack;
    html! {
        <details class="quiet">
            <summary>{text::RULES_USED.fill(locale, &[view.say(&view.pack.title), &used.version])}</summary>
            <p class="digest">{text::DIGEST.get(locale)}{" "}{&used.digest}</p>
        </details>
    }
}

//! A document and its article, whether it is law or our own choice, and whether it is in force.

use yew::prelude::*;

use crate::app::state::queries::{Force, View, force};
use crate::app::text;
use crate::pack::{Cited, SourceKind};

/// A citation in one line: 包府发〔2024〕40号第124条, with marks for what a reader must not overlook.
pub fn citation(view: &View, cited: &Cited) -> Html {
    let locale = view.locale;
    let source = view.pack.source(&cited.id);
    // A default that follows no document says so by its name.
    let follows = source.is_some_and(|source| matches!(source.kind, SourceKind::Law | SourceKind::Local));
    html! {
        <span class="cite">
            {view.cite(cited)}
            if cited.default && follows {
                <span class="tag">{text::OUR_CHOICE.get(locale)}</span>
            }
            { for source.and_then(|source| not_in_force(view, force(source, view.answer.as_of))) }
        </span>
    }
}

fn not_in_force(view: &View, force: Force) -> Option<Html> {
    let words = match force {
        Force::Ended(until) => text::ENDED_ON.fill(view.locale, &[&view.day(until)]),
        Force::Coming(from) => text::STARTS_ON.fill(view.locale, &[&view.day(from)]),
        Force::InForce | Force::Timeless => return None,
    };
    Some(html! { <span class="tag expired">{words}</span> })
}

/// All that is known of a citation: the document, its article, its kind, its validity, how well its text is known.
pub fn source_details(view: &View, cited: &Cited) -> Html {
    let locale = view.locale;
    let Some(source) = view.pack.source(&cited.id) else { return Html::default() };
    let validity = match force(source, view.answer.as_of) {
        Force::InForce => text::IN_FORCE.get(locale).to_owned(),
        Force::Ended(until) => text::ENDED_ON.fill(locale, &[&view.day(until)]),
        Force::Coming(from) => text::STARTS_ON.fill(locale, &[&view.day(from)]),
        Force::Timeless => text::NO_VALIDITY.get(locale).to_owned(),
    };
    html! {
        <div class="source">
            <p>{citation(view, cited)}</p>
            <p>{view.say(&source.title)}</p>
            <p class="quiet">
                {view.word(source.kind)}{text::CLAUSE.get(locale)}{validity}{text::CLAUSE.get(locale)}
                {text::KNOWN_AS.fill(locale, &[view.word(source.knowledge)])}
            </p>
            if cited.default {
                <p class="quiet">{text::OUR_CHOICE_NOTE.get(locale)}</p>
            }
        </div>
    }
}

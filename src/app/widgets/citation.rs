//! A document and its article, whether it is law or our own choice, and whether it is in force.

use crate::app::element::{El, el};
use crate::app::state::queries::{Force, View, force};
use crate::app::text;
use crate::pack::{Cited, SourceKind};

/// A citation in one line: 包府发〔2024〕40号第124条, with marks for what a reader must not overlook.
pub fn citation(view: &View, cited: &Cited) -> El {
    let source = view.rules.pack.source(&cited.id);
    // A default that follows nothing says so by its name.
    let follows = source.is_some_and(|source| source.kind != SourceKind::Default);
    let ours = (cited.default && follows).then(|| el("span").class("tag").text(text::OUR_CHOICE.get(view.locale)));
    let lapsed = source.and_then(|source| not_in_force(view, force(source, view.answer.as_of)));
    let lapsed = lapsed.map(|words| el("span").class("tag expired").text(&words));
    el("span").class("cite").text(&view.cite(cited)).maybe(ours).maybe(lapsed)
}

/// What to say of a document that is not in force.
fn not_in_force(view: &View, force: Force) -> Option<String> {
    match force {
        Force::Ended(until) => Some(text::ENDED_ON.fill(view.locale, &[&view.day(until)])),
        Force::Coming(from) => Some(text::STARTS_ON.fill(view.locale, &[&view.day(from)])),
        Force::Current | Force::Timeless => None,
    }
}

/// All that is known of a citation: the document, its article, its kind, its validity, how well its text is known.
pub fn source_details(view: &View, cited: &Cited) -> El {
    let locale = view.locale;
    let Some(source) = view.rules.pack.source(&cited.id) else { return el("div") };
    let force = force(source, view.answer.as_of);
    let validity = not_in_force(view, force).unwrap_or_else(|| {
        let words = if force == Force::Timeless { text::NO_VALIDITY } else { text::IN_FORCE };
        words.get(locale).to_owned()
    });
    let known = [view.word(source.kind), &validity, view.word(source.knowledge)].join(text::CLAUSE.get(locale));
    let ours = cited.default.then(|| el("p").class("quiet").text(text::OUR_CHOICE_NOTE.get(locale)));
    el("div")
        .class("source")
        .with(el("p").with(citation(view, cited)))
        .with(el("p").text(view.say(&source.title)))
        .with(el("p").class("quiet").text(&known))
        .maybe(ours)
}

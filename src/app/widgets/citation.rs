//! A document and its article, whether it is law or our own choice, and whether it is in force.

use crate::app::components::{not_in_force, rules_address};
use crate::app::element::{El, el};
use crate::app::ground::leading;
use crate::app::state::queries::{Force, View, force};
use crate::app::text;
use crate::pack::{Cited, SourceKind};

/// A citation in one line, leading to its source among the rules: 包府发〔2024〕40号第124条, with marks for what a reader
/// must not overlook.
pub fn citation(view: &View, cited: &Cited) -> El {
    let name = leading(el("a"), &rules_address(&cited.id));
    let source = view.rules.pack.source(&cited.id);
    // A default that follows nothing says so by its name; a value that was changed cites its document all the same.
    let follows = source.is_some_and(|source| source.kind != SourceKind::Default);
    let ours = (cited.default && follows).then(|| el("span").class("tag").text(text::OUR_CHOICE.get(view.locale)));
    let changed = cited.changed.then(|| changed_mark(view));
    let lapsed = source.and_then(|source| not_in_force(view.locale, force(source, view.answer.as_of)));
    let lapsed = lapsed.map(|words| el("span").class("tag expired").text(&words));
    el("span").class("cite").with(name.text(&view.cite(cited))).maybe(ours).maybe(changed).maybe(lapsed)
}

/// Says that a parameter was set for the session.
fn changed_mark(view: &View) -> El {
    el("span").class("tag expired").text(text::CHANGED_MARK.get(view.locale))
}

/// All that is known of a citation: the document, its article, its kind, its validity, how well its text is known.
pub fn source_details(view: &View, cited: &Cited) -> El {
    let locale = view.locale;
    let Some(source) = view.rules.pack.source(&cited.id) else { return el("div") };
    let force = force(source, view.answer.as_of);
    let validity = not_in_force(locale, force).unwrap_or_else(|| {
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

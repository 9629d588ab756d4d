//! A document and its article, whether it is law or our own choice, and whether it is in force.

use crate::app::element::{El, el};
use crate::app::state::Route;
use crate::app::state::queries::{Force, View, force};
use crate::app::text;
use crate::pack::{Cited, SourceKind};

/// A citation in one line, leading to its source among the rules: 包府发〔2024〕40号第124条, with marks for what a reader
/// must not overlook.
pub fn citation(view: &View, cited: &Cited) -> El {
    cite(view, cited, el("a").put("href", &rules_address(&cited.id)))
}

/// The same where pressing it does something else.
pub fn citation_words(view: &View, cited: &Cited) -> El {
    cite(view, cited, el("span"))
}

fn cite(view: &View, cited: &Cited, around: El) -> El {
    let source = view.rules.pack.source(&cited.id);
    // A default that follows nothing says so by its name; a value that was changed cites its document all the same.
    let follows = source.is_some_and(|source| source.kind != SourceKind::Default);
    let changed = !view.rules.changes.parameters.is_empty();
    let words = if changed { text::OR_CHANGED } else { text::OUR_CHOICE };
    let ours = (cited.default && (follows || changed)).then(|| el("span").class("tag").text(words.get(view.locale)));
    let lapsed = source.and_then(|source| not_in_force(view, force(source, view.answer.as_of)));
    let lapsed = lapsed.map(|words| el("span").class("tag expired").text(&words));
    el("span").class("cite").with(around.text(&view.cite(cited))).maybe(ours).maybe(lapsed)
}

/// A link to the class rule behind a reason, with a mark where the rule rests on a parameter that was changed.
pub fn rule_link(view: &View, id: &str) -> El {
    let pack = &view.rules.pack;
    // The one reason that no class rule gives is the grade of a sector.
    let (title, rests_on) = match pack.rule(id) {
        Some(rule) => (&rule.title, rule.rests_on.as_slice()),
        None => (&pack.risk_grade.title, std::slice::from_ref(&pack.risk_grade.grades)),
    };
    let words = text::RULE_LINK.fill(view.locale, &[view.say(title)]);
    let changed = pack.any_overridden(rests_on);
    let changed = changed.then(|| el("span").class("tag expired").text(text::CHANGED_MARK.get(view.locale)));
    el("span").with(el("a").put("href", &rules_address(id)).text(&words)).maybe(changed)
}

/// The address of an entry of the rules: a rule, a parameter or a source by its id.
pub fn rules_address(id: &str) -> String {
    Route::Rules(Some(id.to_owned())).hash()
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

//! A document and its article, whether it is law or our own choice, and whether it is in force.

use std::rc::Rc;

use yew::prelude::*;

use super::SiteLink;
use crate::app::state::Route;
use crate::app::state::queries::{Force, View, force};
use crate::app::text;
use crate::pack::{Cited, Locale, SourceKind, day_text};

/// What a citation is given.
#[derive(Properties, PartialEq)]
pub struct CitationProps {
    pub view: Rc<View>,
    pub cited: Cited,
    /// Whether it leads to its source among the rules; not within a line that is itself pressed.
    #[prop_or(true)]
    pub linked: bool,
}

/// A citation in one line: 包府发〔2024〕40号第124条, with marks for what a reader must not overlook.
#[component(Citation)]
pub fn citation(CitationProps { view, cited, linked }: &CitationProps) -> Html {
    let source = view.rules.pack.source(&cited.id);
    // A default that follows nothing says so by its name; a value that was changed cites its document all the same.
    let follows = source.is_some_and(|source| source.kind != SourceKind::Default);
    let lapsed = source.and_then(|source| not_in_force(view.locale, force(source, view.answer.as_of)));
    let words = view.cite(cited);
    html! {
        <span class="cite">
            if *linked {
                <SiteLink hash={rules_address(&cited.id)}>{ words }</SiteLink>
            } else {
                <span>{ words }</span>
            }
            if cited.default && follows {
                <span class="tag">{ text::OUR_CHOICE.get(view.locale) }</span>
            }
            if cited.changed {
                { changed_mark(view.locale) }
            }
            if let Some(lapsed) = lapsed {
                <span class="tag expired">{ lapsed }</span>
            }
        </span>
    }
}

/// All that is known of a citation: the document, its article, its kind, its validity, how well its text is known.
#[component(SourceDetails)]
pub fn source_details(CitationProps { view, cited, linked }: &CitationProps) -> Html {
    let locale = view.locale;
    let Some(source) = view.rules.pack.source(&cited.id) else { return html! { <div /> } };
    let force = force(source, view.answer.as_of);
    let validity = not_in_force(locale, force).unwrap_or_else(|| {
        let words = if force == Force::Timeless { text::NO_VALIDITY } else { text::IN_FORCE };
        words.get(locale).to_owned()
    });
    let known = [view.word(source.kind), &validity, view.word(source.knowledge)].join(text::CLAUSE.get(locale));
    html! {
        <div class="source">
            <p><Citation {view} cited={cited.clone()} linked={*linked} /></p>
            <p>{ view.say(&source.title) }</p>
            <p class="quiet">{ known }</p>
            if cited.default {
                <p class="quiet">{ text::OUR_CHOICE_NOTE.get(locale) }</p>
            }
        </div>
    }
}

/// What a link to a rule is given.
#[derive(Properties, PartialEq)]
pub struct RuleLinkProps {
    pub view: Rc<View>,
    /// The id of the class rule.
    pub rule: AttrValue,
}

/// A link to the class rule behind a reason, with a mark where the rule rests on a parameter that was changed.
#[component(RuleLink)]
pub fn rule_link(RuleLinkProps { view, rule }: &RuleLinkProps) -> Html {
    let pack = &view.rules.pack;
    // The one reason that no class rule gives is the grade of a sector.
    let of_grade = || pack.risk_grade.as_ref().map(|rule| (&rule.title, std::slice::from_ref(&rule.grades)));
    let found = pack.rule(rule).map(|rule| (&rule.title, rule.rests_on.as_slice())).or_else(of_grade);
    let Some((title, rests_on)) = found else { return Html::default() };
    html! {
        <span>
            <SiteLink hash={rules_address(rule)}>{ text::RULE_LINK.fill(view.locale, &[view.say(title)]) }</SiteLink>
            if pack.any_overridden(rests_on) {
                { changed_mark(view.locale) }
            }
        </span>
    }
}

/// Says that a parameter was changed temporarily.
fn changed_mark(locale: Locale) -> Html {
    html! { <span class="tag expired">{ text::CHANGED_MARK.get(locale) }</span> }
}

/// Returns the address of an entry of the rules: a rule, a parameter or a source by its id.
pub fn rules_address(id: &str) -> String {
    Route::Rules(Some(id.to_owned())).hash()
}

/// Says of a document that is not in force, or of which that is not known, what there is to say.
pub fn not_in_force(locale: Locale, force: Force) -> Option<String> {
    let (words, day) = match force {
        Force::Ended(until) => (text::ENDED_ON, until),
        Force::Coming(from) => (text::STARTS_ON, from),
        Force::Unknown => return Some(text::BEGIN_UNKNOWN.get(locale).to_owned()),
        Force::Current | Force::Timeless => return None,
    };
    Some(words.fill(locale, &[&day_text(day, locale)]))
}

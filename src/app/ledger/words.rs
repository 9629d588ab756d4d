//! Entries in words.

use crate::app::state::queries::{View, fact_title, list_title, value_words};
use crate::app::text;
use crate::assess::Target;
use crate::calendar::parse_day;
use crate::entry::{BASICS, fields_of};
use crate::facts::Term;
use crate::json::Value;
use crate::ledger::{Change, CommitmentMade, Content, FactKey, FactList, Found, PaperMade, RepairStep};
use crate::pack::FactKind;
use crate::request::enterprise_json;

/// Returns the fact of the enterprise that a key is about, where there is one.
#[must_use]
pub fn target_of(view: &View, key: &FactKey) -> Option<Target> {
    let kind = kind_of(key.list);
    match key.find(&enterprise_json(view.enterprise())) {
        Found::At(index) => Some(Target { kind, index }),
        Found::OneOf(_) | Found::Nowhere => None,
    }
}

fn kind_of(list: FactList) -> FactKind {
    match list {
        FactList::Penalties => FactKind::Penalty,
        FactList::AbnormalListings => FactKind::AbnormalListing,
        FactList::SeriousListings => FactKind::SeriousListing,
        FactList::CourtListings => FactKind::CourtListing,
        FactList::Leads => FactKind::Lead,
        FactList::Inspections => FactKind::Inspection,
        FactList::Commitments => FactKind::Commitment,
    }
}

/// Returns the key of a fact that can be repaired.
#[must_use]
pub fn key_of(view: &View, target: Target) -> Option<FactKey> {
    let list = match target.kind {
        FactKind::Penalty => FactList::Penalties,
        FactKind::AbnormalListing => FactList::AbnormalListings,
        FactKind::SeriousListing => FactList::SeriousListings,
        _ => return None,
    };
    let enterprise = enterprise_json(view.enterprise());
    match enterprise.get(list.code())? {
        crate::json::Value::Array(facts) => FactKey::of(list, facts.get(target.index)?),
        _ => None,
    }
}

/// Says which fact it is: as the page does or, where it is not there any more, by what it is known by.
#[must_use]
pub fn fact_words(view: &View, key: &FactKey) -> String {
    if let Some(target) = target_of(view, key) {
        let title = fact_title(view, target);
        return match target.kind {
            FactKind::Penalty => title,
            kind => [list_title(kind, view.locale), " ", &title].concat(),
        };
    }
    let list = text::field(key.list.code()).map_or("", |phrase| phrase.get(view.locale));
    let day = parse_day(key.day()).map_or_else(|| key.day().to_owned(), |day| view.day(day));
    let rest = key.list.key_fields().iter().skip(1).find_map(|field| key.get(field)).unwrap_or_default();
    [list, &day, rest].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Says what an entry says.
#[must_use]
pub fn content_words(view: &View, content: &Content) -> String {
    let locale = view.locale;
    let remark = |words: String, text: Option<&str>| match text {
        Some(text) => text::LEDGER_WITH_REMARK.fill(locale, &[&words, text]),
        None => words,
    };
    match content {
        Content::Mark { word, on } => text::LEDGER_MARK_OF.fill(locale, &[text::mark(word, locale), &view.day(*on)]),
        Content::Note { text } => text.clone(),
        Content::Step(RepairStep { target, channel, act, on, text }) => {
            let what = [view.word(*channel), " ", &fact_words(view, target)].concat();
            let words = [what.as_str(), text::act(*act).get(locale), &view.day(*on)];
            remark(text::LEDGER_STEP_OF.fill(locale, &words), text.as_deref())
        }
        Content::Paper(PaperMade { paper, number, on, .. }) => {
            let words = text::LEDGER_PAPER_OF.fill(locale, &[paper, &view.day(*on)]);
            match number {
                Some(number) => text::LEDGER_NUMBERED.fill(locale, &[&words, number]),
                None => words,
            }
        }
        Content::Commitment(made) => remark(promise_words(view, made), made.text.as_deref()),
        Content::Leniency(decision) => {
            let words = [decision.category.as_str(), &decision.way, &view.day(decision.on)];
            remark(text::LEDGER_LENIENCY_OF.fill(locale, &words), decision.text.as_deref())
        }
        Content::Conclusion { class, reason, .. } => {
            text::LEDGER_CONCLUSION_OF.fill(locale, &[&class_words(view, class), reason])
        }
        Content::Change(change) => text::LEDGER_CHANGE_OF.fill(locale, &[&change_words(view, change)]),
        Content::Assessment { as_of, class, .. } => {
            text::LEDGER_ASSESSED.fill(locale, &[&view.day(*as_of), &class_words(view, class)])
        }
        Content::Withdrawal => text::LEDGER_WITHDRAWN.get(locale).to_owned(),
    }
}

fn promise_words(view: &View, made: &CommitmentMade) -> String {
    let locale = view.locale;
    let mut words = vec![text::LEDGER_PROMISE_OF.fill(locale, &[view.word(made.kind), &view.day(made.on)])];
    let days = [
        (text::LEDGER_PROMISE_UNTIL, made.until),
        (text::LEDGER_PROMISE_KEPT, made.kept_on),
        (text::LEDGER_PROMISE_BROKEN, made.breached_on),
    ];
    words.extend(days.into_iter().filter_map(|(phrase, day)| Some(phrase.fill(locale, &[&view.day(day?)]))));
    words.join(text::CLAUSE.get(locale))
}

/// Returns what a class is called by the rules in use; by others that knew another, its id.
fn class_words(view: &View, id: &str) -> String {
    let class = view.rules.pack.classes.iter().find(|class| class.class.id() == id);
    class.map_or_else(|| id.to_owned(), |class| view.say(&class.word).to_owned())
}

fn change_words(view: &View, change: &Change) -> String {
    let fact = change.fact.as_ref().map(|key| fact_words(view, key)).unwrap_or_default();
    let Some(name) = change.field.as_deref() else {
        let words = if change.to.is_some() { text::LEDGER_FACT_ADDED } else { text::LEDGER_FACT_REMOVED };
        return words.fill(view.locale, &[&fact]);
    };
    let title = text::field(name).map_or(name, |phrase| phrase.get(view.locale));
    let value = |value: Option<&Value>| field_words(view, change.fact.as_ref(), name, value);
    let words =
        text::LEDGER_VALUES.fill(view.locale, &[title, &value(change.from.as_ref()), &value(change.to.as_ref())]);
    [fact.as_str(), &words].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Returns the value of a field of a fact, or of the enterprise itself, in words.
#[must_use]
pub fn field_words(view: &View, fact: Option<&FactKey>, name: &str, value: Option<&Value>) -> String {
    let fields = fact.map_or(BASICS, |key| fields_of(kind_of(key.list)));
    let field = fields.iter().find(|field| field.name == name);
    let words = field.zip(value).map(|(field, value)| value_words(view, field, value));
    words.filter(|words| !words.is_empty()).unwrap_or_else(|| text::NOTHING_THERE.get(view.locale).to_owned())
}

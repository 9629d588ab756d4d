//! Facts that a person changed, laid over what the files of a month say.

use facts::json::Value;
use facts::{Enterprise, Term};
use request::enterprise_json;

use super::content::{Change, Content};
use super::entry::Entry;
use super::key::{FactKey, FactList, Found};

/// What the files of a month and the changes by hand make together.
#[derive(Clone, Debug)]
pub struct LaidOver<'a> {
    /// The enterprise, as a record has it.
    pub enterprise: Value,
    /// The changes that the files say as well by now: they can go.
    pub settled: Vec<&'a Entry>,
    /// The changes of which a person must say what is to hold; until then they stand where they can.
    pub questions: Vec<Question<'a>>,
}

/// A change by hand that does not go with what the files say now.
#[derive(Clone, Debug, PartialEq)]
pub struct Question<'a> {
    pub entry: &'a Entry,
    pub why: Why,
}

/// Why a person is asked about a change by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The files say something of their own by now, which they did not when it was changed; `None` where it is gone from them.
    Official { now: Option<Value> },
    /// It may be about one of several facts: their indices in the files.
    Which(Vec<usize>),
    /// The fact is not in the files any more.
    Gone,
}

/// Returns what a person changed: how the enterprise differs from what the files say of it.
///
/// Facts are known again by their keys; what has no day has none and is passed over, as are facts that cannot be told apart
/// and differ.
#[must_use]
pub fn changes(official: &Enterprise, by_hand: &Enterprise) -> Vec<Change> {
    let (official, by_hand) = (enterprise_json(official), enterprise_json(by_hand));
    let mut changes = differing_fields(None, &official, &by_hand);
    for list in FactList::ALL {
        let mut before: Vec<&Value> = facts_of(&official, *list).iter().collect();
        let mut after: Vec<&Value> = facts_of(&by_hand, *list).iter().collect();
        // What stands there unchanged is itself, whatever else has the same key.
        before.retain(|fact| match after.iter().position(|other| other == fact) {
            Some(place) => {
                after.remove(place);
                false
            }
            None => true,
        });
        for fact in before {
            let Some(key) = FactKey::of(*list, fact) else { continue };
            match after.iter().position(|other| FactKey::of(*list, other).as_ref() == Some(&key)) {
                Some(place) => changes.extend(differing_fields(Some(&key), fact, after.remove(place))),
                None => changes.push(Change { fact: Some(key), field: None, from: Some(fact.clone()), to: None }),
            }
        }
        for fact in after {
            let added = |key| Change { fact: Some(key), field: None, from: None, to: Some(fact.clone()) };
            changes.extend(FactKey::of(*list, fact).map(added));
        }
    }
    changes
}

/// Returns the enterprise as the files say, with the changes of these entries, in their order. Other entries say nothing of facts.
#[must_use]
pub fn lay_over<'a>(official: &Enterprise, entries: &[&'a Entry]) -> LaidOver<'a> {
    let mut laid = LaidOver { enterprise: enterprise_json(official), settled: Vec::new(), questions: Vec::new() };
    for entry in entries {
        if let Content::Change(change) = entry.content() {
            laid.apply(entry, change);
        }
    }
    laid
}

impl<'a> LaidOver<'a> {
    fn apply(&mut self, entry: &'a Entry, change: &Change) {
        let outcome = match (&change.fact, &change.field) {
            (None, Some(field)) => set_field(&mut self.enterprise, field, change),
            (Some(key), Some(field)) => match key.find(&self.enterprise) {
                Found::At(index) => match fact_at(&mut self.enterprise, key.list, index) {
                    Some(fact) => set_field(fact, field, change),
                    None => Outcome::Asked(Why::Gone),
                },
                Found::OneOf(indices) => Outcome::Asked(Why::Which(indices)),
                Found::Nowhere => Outcome::Asked(Why::Gone),
            },
            (Some(key), None) => whole_fact(&mut self.enterprise, key, change),
            (None, None) => Outcome::Done,
        };
        match outcome {
            Outcome::Done => {}
            Outcome::Settled => self.settled.push(entry),
            Outcome::Asked(why) => self.questions.push(Question { entry, why }),
        }
    }
}

/// What became of a change.
enum Outcome {
    Done,
    Settled,
    Asked(Why),
}

/// Sets a field as a person changed it, and tells whether the files say something of their own.
fn set_field(object: &mut Value, field: &str, change: &Change) -> Outcome {
    let now = object.get(field).cloned();
    if now == change.to {
        return Outcome::Settled;
    }
    let is_official = now != change.from;
    if let Value::Object(fields) = object {
        match (fields.iter().position(|(name, _)| name == field), &change.to) {
            (Some(place), Some(value)) => fields[place].1 = value.clone(),
            (Some(place), None) => drop(fields.remove(place)),
            (None, Some(value)) => fields.push((field.to_owned(), value.clone())),
            (None, None) => {}
        }
    }
    if is_official { Outcome::Asked(Why::Official { now }) } else { Outcome::Done }
}

/// Adds or takes away a whole fact.
fn whole_fact(enterprise: &mut Value, key: &FactKey, change: &Change) -> Outcome {
    let found = key.find(enterprise);
    match (&change.to, found) {
        (Some(fact), Found::Nowhere) => {
            push_fact(enterprise, key.list, fact.clone());
            Outcome::Done
        }
        // Both tell of one fact, so that it counts once; what a person wrote of it holds until that is answered.
        (Some(fact), Found::At(index)) => match fact_at(enterprise, key.list, index) {
            Some(official) if says_all(official, fact) => Outcome::Settled,
            Some(official) => {
                let now = Some(std::mem::replace(official, fact.clone()));
                Outcome::Asked(Why::Official { now })
            }
            None => Outcome::Done,
        },
        (Some(fact), Found::OneOf(indices)) => {
            push_fact(enterprise, key.list, fact.clone());
            Outcome::Asked(Why::Which(indices))
        }
        (None, Found::Nowhere) => Outcome::Settled,
        (None, Found::At(index)) => {
            let now = fact_at(enterprise, key.list, index).cloned();
            let is_official = now != change.from;
            take_fact(enterprise, key.list, index);
            if is_official { Outcome::Asked(Why::Official { now }) } else { Outcome::Done }
        }
        (None, Found::OneOf(indices)) => Outcome::Asked(Why::Which(indices)),
    }
}

/// Whether a fact says everything that another says, and perhaps more.
fn says_all(fact: &Value, other: &Value) -> bool {
    match other {
        Value::Object(fields) => fields.iter().all(|(name, value)| fact.get(name) == Some(value)),
        _ => fact == other,
    }
}

/// The fields in which two objects differ, lists of facts left out.
fn differing_fields(key: Option<&FactKey>, before: &Value, after: &Value) -> Vec<Change> {
    let (Value::Object(old), Value::Object(new)) = (before, after) else { return Vec::new() };
    let added = new.iter().map(|(name, _)| name).filter(|name| before.get(name).is_none());
    let names = old.iter().map(|(name, _)| name).chain(added);
    let differing = names.filter(|name| FactList::from_code(name).is_none() || key.is_some());
    let changes = differing.filter(|name| before.get(name) != after.get(name)).map(|name| Change {
        fact: key.cloned(),
        field: Some(name.clone()),
        from: before.get(name).cloned(),
        to: after.get(name).cloned(),
    });
    changes.collect()
}

fn facts_of(enterprise: &Value, list: FactList) -> &[Value] {
    match enterprise.get(list.code()) {
        Some(Value::Array(facts)) => facts,
        _ => &[],
    }
}

fn list_mut(enterprise: &mut Value, list: FactList) -> Option<&mut Vec<Value>> {
    let Value::Object(fields) = enterprise else { return None };
    if !fields.iter().any(|(name, _)| name == list.code()) {
        fields.push((list.code().to_owned(), Value::Array(Vec::new())));
    }
    let (_, value) = fields.iter_mut().find(|(name, _)| name == list.code())?;
    match value {
        Value::Array(facts) => Some(facts),
        _ => None,
    }
}

fn fact_at(enterprise: &mut Value, list: FactList, index: usize) -> Option<&mut Value> {
    list_mut(enterprise, list)?.get_mut(index)
}

fn push_fact(enterprise: &mut Value, list: FactList, fact: Value) {
    if let Some(facts) = list_mut(enterprise, list) {
        facts.push(fact);
    }
}

fn take_fact(enterprise: &mut Value, list: FactList, index: usize) {
    if let Some(facts) = list_mut(enterprise, list)
        && index < facts.len()
    {
        facts.remove(index);
    }
}

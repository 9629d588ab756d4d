//! Reading the rules of a pack: what words mean, what gives a class, what makes a key case, what follows.

use super::condition::read_condition;
use super::fault::PackFaultCode;
use super::filter::{Stage, read_filters};
use super::message::read_message;
use super::model::{
    AdviceLine, ClassRule, CountedBy, Definition, Definitions, KeyCaseCondition, KeyCaseRule, KeyCaseRules,
    MeasureRule, OwnDefinition, RiskGradeRule,
};
use super::parameter::{Declarations, Parameter, Shape};
use super::read::{MOST_RULES, names_in};
use super::reader::Node;
use super::terms::{FactKind, Slot};
use super::validity::{OutOfForce, Validity};
use facts::json::Value;
use facts::{RiskGrade, Term};

/// The definitions that the engine itself asks for.
const DEFINITIONS: [&str; 3] = ["simple", "small", "heavier"];

/// The names of the other definitions, in their own order: a form has none.
pub(super) fn own_definitions(form: &Value) -> Vec<String> {
    let mut names = names_in(form, "definitions");
    names.retain(|name| !DEFINITIONS.contains(&name.as_str()));
    names.sort_unstable();
    names
}

pub(super) fn read_definitions(node: &Node, declared: &Declarations) -> Option<Definitions> {
    let read = |node: &Node| {
        let mut fields = node.fields()?;
        let title = fields.required("title", Node::words);
        let source = fields.source(&declared.sources);
        let filters = |node: &Node| read_filters(node, FactKind::Penalty, Stage::Facts, declared);
        let alternatives = fields.required("when", |node| node.items(filters));
        fields.finish();
        let rests_on = declared.take_used();
        Some(Definition { title: title?, source: source?, alternatives: alternatives?, rests_on })
    };
    let mut all: Vec<(String, Definition)> =
        node.entries(|name, node| Some((name.to_owned(), read(node)?))).into_iter().collect();
    let mut of_engine = DEFINITIONS.map(|name| {
        let place = all.iter().position(|(known, _)| known == name);
        if place.is_none() && node.value.get(name).is_none() {
            node.fault(PackFaultCode::MissingKey, name, "");
        }
        place.map(|place| all.remove(place).1)
    });
    all.sort_by(|(one, _), (other, _)| one.cmp(other));
    let own = all.into_iter().map(|(id, definition)| OwnDefinition { id, definition }).collect();
    let [simple, small, heavier] = of_engine.each_mut().map(Option::take);
    Some(Definitions { simple: simple?, small: small?, heavier: heavier?, own })
}

pub(super) fn read_rules(node: &Node, declared: &Declarations) -> Option<Vec<ClassRule>> {
    let mut names = vec!["risk_grade".to_owned()];
    let rules = node.items(|node| {
        let mut fields = node.fields()?;
        let id = fields.required("id", |node| unique(node, &mut names));
        let class = fields.required("class", |node| declared.class(node));
        let title = fields.required("title", Node::words);
        let source = fields.source(&declared.sources);
        let slots = [Slot::Count, Slot::AtLeast, Slot::Points];
        let message = fields.required("message", |node| read_message(node, &slots, &declared.parameters));
        declared.take_used();
        let when = fields.required("when", |node| read_condition(node, declared));
        if message.as_ref().is_some_and(|message| message.has(Slot::Points))
            && when.as_ref().is_some_and(|when| when.first_number().is_none())
        {
            node.fault(PackFaultCode::UnknownPlaceholder, Slot::Points.code(), "when: figure, score");
        }
        let validity = fields.optional("validity", read_validity);
        fields.finish();
        Some(ClassRule {
            id: id?,
            class: class?,
            title: title?,
            source: source?,
            message: message?,
            when: when?,
            validity,
            rests_on: declared.take_used(),
        })
    })?;
    check_number(node, rules.len());
    Some(rules)
}

/// Reads `{ from = "2024-05-28", until = "2026-05-28", out_of_force = "judges" }`.
fn read_validity(node: &Node) -> Option<Validity> {
    let mut fields = node.fields()?;
    let from = fields.optional("from", Node::date);
    let until = fields.optional("until", Node::date);
    let out_of_force = fields
        .required("out_of_force", |node| node.one_of(&[("judges", OutOfForce::Judges), ("rests", OutOfForce::Rests)]));
    fields.finish();
    if from.is_none() && until.is_none() {
        node.fault(PackFaultCode::MissingKey, "from", "from, until");
    }
    if from.zip(until).is_some_and(|(from, until)| until < from) {
        node.fault(PackFaultCode::OverlappingDates, "until", "");
    }
    Some(Validity { from, until, out_of_force: out_of_force? })
}

/// Reads what becomes of a fine of which the amount is not known: whether it is taken for a small one.
pub(super) fn read_unknown_fine(node: &Node) -> Option<bool> {
    node.one_of(&[("small", true), ("large", false)])
}

/// Tells of more rules or conditions than an answer without words has room for.
pub(super) fn check_number(node: &Node, number: usize) {
    if number > MOST_RULES {
        node.fault(PackFaultCode::BadValue, &number.to_string(), &MOST_RULES.to_string());
    }
}

/// A name that nothing before it has.
pub(super) fn unique(node: &Node, names: &mut Vec<String>) -> Option<String> {
    let name = node.text()?;
    if names.contains(&name) {
        node.fault(PackFaultCode::Twice, &name, "");
    }
    names.push(name.clone());
    Some(name)
}

pub(super) fn read_risk_grade(node: &Node, declared: &Declarations) -> Option<RiskGradeRule> {
    let mut fields = node.fields()?;
    let of_grades = |shape: &Shape| matches!(shape, Shape::Some(list) if list.name() == RiskGrade::LIST);
    let grades = fields.required("grades", |node| declared.reference(node, of_grades));
    let title = fields.required("title", Node::words);
    let source = fields.source(&declared.sources);
    let slots = [Slot::Grade, Slot::Sectors];
    let message = fields.required("message", |node| read_message(node, &slots, &declared.parameters));
    fields.finish();
    Some(RiskGradeRule { grades: grades?, title: title?, source: source?, message: message? })
}

pub(super) fn read_key_case(node: &Node, rules: &[ClassRule], declared: &Declarations) -> Option<KeyCaseRules> {
    let class_rule = |node: &Node| {
        let name = node.text()?;
        let index = rules.iter().position(|rule| rule.id == name);
        if index.is_none() {
            let known: Vec<&str> = rules.iter().map(|rule| rule.id.as_str()).collect();
            node.fault(PackFaultCode::UnknownName, &name, &known.join(", "));
        }
        index
    };
    let mut fields = node.fields()?;
    let source = fields.source(&declared.sources);
    let mut names = Vec::new();
    let key_rules = fields.required("rules", |node| {
        node.items(|node| {
            let mut fields = node.fields()?;
            declared.take_used();
            let id = fields.required("id", |node| unique(node, &mut names));
            let title = fields.required("title", Node::words);
            let source = fields.source(&declared.sources);
            let when = if fields.has("rule") {
                fields.required("rule", class_rule).map(KeyCaseCondition::Rule)
            } else {
                let when = fields.required("when", |node| read_condition(node, declared));
                let unless = fields.optional("unless", |node| read_condition(node, declared));
                when.map(|when| KeyCaseCondition::Own { when, unless: unless.map(Box::new) })
            };
            fields.finish();
            Some(KeyCaseRule { id: id?, title: title?, source: source?, when: when?, rests_on: declared.take_used() })
        })
        .inspect(|rules| check_number(node, rules.len()))
    });
    let key_rules = key_rules?;
    let counted_by = fields.required("counted_by", |node| counted_by(node, rules, &key_rules));
    fields.finish();
    Some(KeyCaseRules { counted_by: counted_by?, source: source?, rules: key_rules })
}

/// The rule with this name, of which the count is reported: one of the class rules or, where none is called so, a key-case
/// rule with a condition of its own.
fn counted_by(node: &Node, rules: &[ClassRule], key_rules: &[KeyCaseRule]) -> Option<CountedBy> {
    let name = node.text()?;
    let of_class = rules.iter().position(|rule| rule.id == name).map(CountedBy::ClassRule);
    let is_it = |rule: &KeyCaseRule| rule.id == name && matches!(rule.when, KeyCaseCondition::Own { .. });
    let found = of_class.or_else(|| key_rules.iter().position(is_it).map(CountedBy::KeyCaseRule));
    if found.is_none() {
        let of_class = rules.iter().map(|rule| rule.id.as_str());
        let known: Vec<&str> = of_class.chain(key_rules.iter().map(|rule| rule.id.as_str())).collect();
        node.fault(PackFaultCode::UnknownName, &name, &known.join(", "));
    }
    found
}

pub(super) fn read_measures(node: &Node, declared: &Declarations) -> Option<Vec<MeasureRule>> {
    let mut names = Vec::new();
    node.items(|node| {
        let mut fields = node.fields()?;
        let id = fields.required("id", |node| unique(node, &mut names));
        let title = fields.required("title", Node::words);
        let source = fields.source(&declared.sources);
        let class = fields.optional("class", |node| declared.class_set(node));
        let when = fields.optional("when", |node| read_condition(node, declared));
        fields.finish();
        Some(MeasureRule { id: id?, title: title?, source: source?, class, when })
    })
}

pub(super) fn read_advice(node: &Node, parameters: &[Parameter]) -> Option<Vec<AdviceLine>> {
    let lines = node.items(|node| {
        let mut fields = node.fields()?;
        let line = AdviceLine {
            approach: fields.optional("approach", Node::set),
            triggered: fields.optional("triggered", Node::boolean),
            key_case: fields.optional("key_case", Node::boolean),
            message: fields.required("message", |node| read_message(node, &[Slot::Count], parameters))?,
        };
        fields.finish();
        Some(line)
    })?;
    let fits_all = |line: &AdviceLine| line.approach.is_none() && line.triggered.is_none() && line.key_case.is_none();
    if !lines.last().is_some_and(fits_all) {
        node.fault(PackFaultCode::MissingKey, "message", "the last line: message alone");
    }
    Some(lines)
}

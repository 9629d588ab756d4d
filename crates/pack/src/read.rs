//! Reading a whole pack: declarations first, then the rules that use them.

use std::cell::RefCell;

use sha2::{Digest, Sha256};

use super::condition::read_condition;
use super::fault::{PackFault, PackFaultCode};
use super::filter::{Stage, read_filters};
use super::message::{Message, read_message};
use super::model::{
    AdviceLine, ClassRule, Definition, Definitions, Edition, KeyCaseCondition, KeyCaseRule, KeyCaseRules, MeasureRule,
    Pack, RiskGradeRule,
};
use super::papers::read_materials;
use super::parameter::{Declarations, Parameter, Shape, UnitBounds, declare_parameters, read_values};
use super::preset::read_presets;
use super::read_repair;
use super::reader::{Fields, Node};
use super::source::read_sources;
use super::terms::{LISTS, Slot, TimelineLabel, Unit, WarningCode, came_later, list_codes};
use super::text::Text;
use facts::json::{Value, canonical};
use facts::{Date, Money, RiskGrade, Term};

/// How many class rules a pack may have, and how many key-case rules and conditions of repair: an answer without words
/// keeps a bit for each.
pub const MOST_RULES: usize = 64;

/// Reads and checks a pack in its JSON form.
///
/// # Errors
/// Every fault at once, each with its path: unknown keys, a rule or value without source, a source or parameter
/// that does not exist, overlapping dates, a placeholder without value, an unknown fact, filter or word.
pub fn read(form: &Value) -> Result<Pack, Vec<PackFault>> {
    let form = shortest_numbers(form);
    let faults = RefCell::new(Vec::new());
    let pack = read_pack(&Node::root(&form, &faults));
    let faults = faults.into_inner();
    match pack {
        Some(mut pack) if faults.is_empty() => {
            pack.digest = digest(&form);
            Ok(pack)
        }
        _ => Err(faults),
    }
}

/// The hash of a form, as answers name it.
pub(super) fn digest(form: &Value) -> String {
    let mut text = "sha256:".to_owned();
    for byte in Sha256::digest(canonical(form).as_bytes()) {
        for half in [byte >> 4, byte & 0xf] {
            text.extend(char::from_digit(half.into(), 16));
        }
    }
    text
}

/// The same form with every number in its shortest writing, as RFC 8785 asks; other numbers fail the checks anyway.
pub(super) fn shortest_numbers(form: &Value) -> Value {
    match form {
        Value::Number(digits) => {
            Value::Number(Money::parse(digits, 0).map_or_else(|_| digits.clone(), |number| number.to_string()))
        }
        Value::Array(values) => Value::Array(values.iter().map(shortest_numbers).collect()),
        Value::Object(fields) => {
            Value::Object(fields.iter().map(|(key, value)| (key.clone(), shortest_numbers(value))).collect())
        }
        other => other.clone(),
    }
}

fn read_pack(root: &Node) -> Option<Pack> {
    let mut fields = root.fields()?;
    let id = fields.required("id", Node::text);
    let version = fields.required("version", Node::text);
    let title = fields.required("title", Node::words);
    let mut declared = Declarations {
        sources: fields.required("sources", |node| Some(read_sources(node))).unwrap_or_default(),
        units: fields.required("units", read_units).unwrap_or_default(),
        parameters: Vec::new(),
        conditions: condition_names(root.value),
        used: RefCell::new(Vec::new()),
    };
    let values = fields.required("parameters", |node| {
        declared.parameters = declare_parameters(node);
        Some(node.entries(|id, node| {
            let of = declared.parameters.iter().find(|parameter| parameter.id == id)?;
            Some((id.to_owned(), read_values(node, of, &declared)))
        }))
    });
    for (id, values) in values.unwrap_or_default() {
        if let Some(parameter) = declared.parameters.iter_mut().find(|parameter| parameter.id == id) {
            parameter.values = values;
        }
    }
    let declared = declared;
    let presets = fields.optional("presets", |node| read_presets(node, &declared)).unwrap_or_default();
    let definitions = fields.required("definitions", |node| read_definitions(node, &declared));
    let rules = fields.required("rules", |node| read_rules(node, &declared));
    let risk_grade = fields.required("risk_grade", |node| read_risk_grade(node, &declared));
    let no_rules = Vec::new();
    let known_rules = rules.as_ref().unwrap_or(&no_rules);
    let key_case = fields.required("key_case", |node| read_key_case(node, known_rules, &declared));
    let inspection = fields.required("inspection", |node| read_repair::read_inspection(node, &declared));
    let channels = fields.required("channels", |node| read_repair::read_channels(node, &declared));
    let listings = fields.required("listings", |node| read_repair::read_listings(node, &declared));
    let conditions = fields.required("conditions", |node| Some(read_repair::read_tests(node, &declared)));
    let materials = fields.required("materials", read_materials);
    let measures = fields.required("measures", |node| read_measures(node, &declared));
    let advice = fields.required("advice", |node| read_advice(node, &declared.parameters));
    let forecast_years = fields.parameter("forecast_years", &declared, Shape::Whole(Unit::Years));
    let list_separator = fields.required("list_separator", Node::words);
    let warnings = fields.required("warnings", |node| read_warnings(node, &declared.parameters));
    let timeline =
        fields.required("timeline", |node| read_messages::<TimelineLabel>(node, &declared.parameters, &[Slot::Text]));
    let words = fields.required("words", read_words);
    fields.finish();
    let editions = editions(&declared.parameters)?;
    let ((papers, materials), (warnings, registered_later)) = (materials?, warnings?);
    Some(Pack {
        id: id?,
        version: version?,
        title: title?,
        digest: String::new(),
        sources: declared.sources,
        parameters: declared.parameters,
        presets,
        definitions: definitions?,
        rules: rules?,
        risk_grade: risk_grade?,
        key_case: key_case?,
        inspection: inspection?,
        channels: channels?,
        listings: listings?,
        conditions: conditions?,
        papers,
        materials,
        measures: measures?,
        advice: advice?,
        forecast_years: forecast_years?,
        list_separator: list_separator?,
        units: declared.units,
        warnings,
        registered_later,
        timeline: timeline?,
        words: words?,
        editions,
    })
}

/// The names of the conditions of repair, which tables mention before the conditions are read.
fn condition_names(form: &Value) -> Vec<String> {
    match form.get("conditions") {
        Some(Value::Object(fields)) => fields.iter().map(|(name, _)| name.clone()).collect(),
        _ => Vec::new(),
    }
}

fn read_units(node: &Node) -> Option<Vec<UnitBounds>> {
    named::<Unit, _>(node, |node| {
        let mut fields = node.fields()?;
        let title = fields.required("title", Node::words);
        let least = fields.required("least", |node| node.whole(0, u32::MAX));
        let most = fields.required("most", |node| node.whole(0, 1_000_000));
        fields.finish();
        Some(UnitBounds { title: title?, least: least?, most: most? })
    })
}

/// One entry for each word of a list, at its index.
pub(super) fn named<T: Term, V>(node: &Node, read: impl Fn(&Node) -> Option<V>) -> Option<Vec<V>> {
    let mut fields = node.fields()?;
    let values: Vec<Option<V>> = T::ALL.iter().map(|term| fields.required(term.code(), &read)).collect();
    fields.finish();
    values.into_iter().collect()
}

fn read_messages<T: Term>(node: &Node, parameters: &[Parameter], slots: &[Slot]) -> Option<Vec<Message>> {
    named::<T, _>(node, |node| read_message(node, slots, parameters))
}

/// The messages of warnings, and that of a registration that lies ahead, which a pack need not have.
fn read_warnings(node: &Node, parameters: &[Parameter]) -> Option<(Vec<Message>, Option<Message>)> {
    let slots = [Slot::Date, Slot::Text, Slot::Source, Slot::From, Slot::Until, Slot::Year];
    let read = |node: &Node| read_message(node, &slots, parameters);
    let mut fields = node.fields()?;
    let messages = WarningCode::ALL.iter().map(|code| fields.required(code.code(), read)).collect::<Vec<_>>();
    let registered_later = fields.optional("registered_later", read);
    fields.finish();
    Some((messages.into_iter().collect::<Option<_>>()?, registered_later))
}

fn read_words(node: &Node) -> Option<Vec<Vec<Text>>> {
    let mut fields = node.fields()?;
    let lists = LISTS.iter().map(|list| {
        fields.required(list, |node| {
            let mut fields = node.fields()?;
            let codes = list_codes(list).unwrap_or_default();
            let word = |code: &&'static str| match came_later(list, code) && !fields.has(code) {
                true => Some(Text::default()),
                false => fields.required(code, Node::words),
            };
            let words: Vec<Option<Text>> = codes.iter().map(word).collect();
            fields.finish();
            words.into_iter().collect::<Option<Vec<_>>>()
        })
    });
    let lists: Vec<Option<_>> = lists.collect();
    fields.finish();
    lists.into_iter().collect()
}

fn read_definitions(node: &Node, declared: &Declarations) -> Option<Definitions> {
    let read = |node: &Node| {
        let mut fields = node.fields()?;
        let title = fields.required("title", Node::words);
        let source = fields.source(&declared.sources);
        let filters = |node: &Node| read_filters(node, super::FactKind::Penalty, Stage::Facts, declared);
        let alternatives = fields.required("when", |node| node.items(filters));
        fields.finish();
        let rests_on = declared.take_used();
        Some(Definition { title: title?, source: source?, alternatives: alternatives?, rests_on })
    };
    let mut fields = node.fields()?;
    let simple = fields.required("simple", read);
    let small = fields.required("small", read);
    let heavier = fields.required("heavier", read);
    fields.finish();
    Some(Definitions { simple: simple?, small: small?, heavier: heavier? })
}

fn read_rules(node: &Node, declared: &Declarations) -> Option<Vec<ClassRule>> {
    let mut names = vec!["risk_grade".to_owned()];
    let rules = node.items(|node| {
        let mut fields = node.fields()?;
        let id = fields.required("id", |node| unique(node, &mut names));
        let class = fields.required("class", Node::term);
        let title = fields.required("title", Node::words);
        let source = fields.source(&declared.sources);
        let slots = [Slot::Count, Slot::AtLeast];
        let message = fields.required("message", |node| read_message(node, &slots, &declared.parameters));
        declared.take_used();
        let when = fields.required("when", |node| read_condition(node, declared));
        fields.finish();
        Some(ClassRule {
            id: id?,
            class: class?,
            title: title?,
            source: source?,
            message: message?,
            when: when?,
            rests_on: declared.take_used(),
        })
    })?;
    check_number(node, rules.len());
    Some(rules)
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

fn read_risk_grade(node: &Node, declared: &Declarations) -> Option<RiskGradeRule> {
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

fn read_key_case(node: &Node, rules: &[ClassRule], declared: &Declarations) -> Option<KeyCaseRules> {
    let class_rule = |node: &Node| {
        let name = node.text()?;
        let index = rules.iter().position(|rule| rule.id == name);
        if index.is_none() {
            node.fault(PackFaultCode::UnknownName, &name, "");
        }
        index
    };
    let mut fields = node.fields()?;
    let counted_by = fields.required("counted_by", class_rule);
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
                when.map(|when| KeyCaseCondition::Own { when, unless })
            };
            fields.finish();
            Some(KeyCaseRule { id: id?, title: title?, source: source?, when: when?, rests_on: declared.take_used() })
        })
        .inspect(|rules| check_number(node, rules.len()))
    });
    fields.finish();
    Some(KeyCaseRules { counted_by: counted_by?, source: source?, rules: key_rules? })
}

fn read_measures(node: &Node, declared: &Declarations) -> Option<Vec<MeasureRule>> {
    let mut names = Vec::new();
    node.items(|node| {
        let mut fields = node.fields()?;
        let id = fields.required("id", |node| unique(node, &mut names));
        let title = fields.required("title", Node::words);
        let source = fields.source(&declared.sources);
        let class = fields.optional("class", Node::set);
        let when = fields.optional("when", |node| read_condition(node, declared));
        fields.finish();
        Some(MeasureRule { id: id?, title: title?, source: source?, class, when })
    })
}

fn read_advice(node: &Node, parameters: &[Parameter]) -> Option<Vec<AdviceLine>> {
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

/// One edition for each day on which some parameter begins to have another value.
fn editions(parameters: &[Parameter]) -> Option<Vec<Edition>> {
    let mut days = vec![Date::MIN];
    for value in parameters.iter().flat_map(|parameter| parameter.values.iter().skip(1)) {
        days.extend(value.from);
    }
    days.sort_unstable();
    days.dedup();
    let chosen = |day: Date| {
        parameters
            .iter()
            .map(|parameter| {
                let begun = parameter.values.iter().skip(1).filter(|value| value.from.is_some_and(|from| from <= day));
                // A parameter whose values could not be read leaves no pack to use.
                (!parameter.values.is_empty()).then(|| begun.count())
            })
            .collect::<Option<Vec<_>>>()
    };
    days.into_iter().map(|from| Some(Edition { from, chosen: chosen(from)? })).collect()
}

impl Fields<'_, '_> {
    /// A reference to a parameter of a shape.
    pub(super) fn parameter(&mut self, key: &'static str, declared: &Declarations, shape: Shape) -> Option<usize> {
        self.required(key, |node| declared.reference(node, |found| *found == shape))
    }
}

//! Reading a whole pack: declarations first, then the rules that use them.

use std::cell::RefCell;

use sha2::{Digest, Sha256};

use super::base::base_of;
use super::class::{Class, by_class, classes_of, read_classes};
use super::fault::{PackFault, PackFaultCode};
use super::figure::read_figures;
use super::message::{Message, read_message};
use super::model::{Edition, Pack};
use super::papers::read_materials;
use super::parameter::{Declarations, Parameter, Shape, UnitBounds, declare_parameters, read_values};
use super::preset::read_presets;
use super::read_repair;
use super::read_rules::{
    own_definitions, read_advice, read_definitions, read_key_case, read_measures, read_risk_grade, read_rules,
    read_unknown_fine,
};
use super::reader::{Fields, Node};
use super::score::read_scores;
use super::source::read_sources;
use super::terms::{LISTS, Slot, TimelineLabel, Unit, WarningCode, came_later, list_codes};
use super::text::Text;
use facts::json::{Value, canonical};
use facts::{Date, Decimal, Money, Term};

/// How many class rules a pack may have, and how many key-case rules and conditions of repair: an answer without words
/// keeps a bit for each.
pub const MOST_RULES: usize = 64;

/// Reads and checks a pack in its JSON form.
///
/// # Errors
/// Every fault at once, each with its path: unknown keys, a rule or value without source, a source or parameter
/// that does not exist, overlapping dates, a placeholder without value, an unknown fact, filter or word. A form that rests on another is
/// refused as a whole: [`lay_over`](super::lay_over) makes it whole.
pub fn read(form: &Value) -> Result<Pack, Vec<PackFault>> {
    // All that it does not say itself would be missing.
    if let Some(base) = form.get("base") {
        let (path, met) = ("base".to_owned(), base_of(form).map_or_else(|| canonical(base), str::to_owned));
        return Err(vec![PackFault { path, code: PackFaultCode::NotWhole, met, expected: String::new() }]);
    }
    let form = shortest_numbers(form);
    let faults = RefCell::new(Vec::new());
    let pack = read_pack(&Node::root(&form, &faults));
    let faults = faults.into_inner();
    match pack {
        Some(mut pack) if faults.is_empty() => {
            pack.digest = digest(&form);
            Ok(pack)
        }
        _ => Err(without_consequences(faults, &form)),
    }
}

/// Leaves out what is only wrong because something else is: who names a source, a parameter or a rule that is there, and could
/// not be read for a fault of its own, is not at fault.
fn without_consequences(faults: Vec<PackFault>, form: &Value) -> Vec<PackFault> {
    let lies_in = |place: &str| {
        let is_within =
            |path: &str| path.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']));
        faults.iter().any(|fault| is_within(&fault.path))
    };
    let is_faulty_item = |list: &str, items: Option<&Value>, name: &str| match items {
        Some(Value::Array(items)) => items.iter().enumerate().any(|(index, item)| {
            matches!(item.get("id"), Some(Value::String(id)) if id == name) && lies_in(&format!("{list}[{index}]"))
        }),
        _ => false,
    };
    let is_consequence = |fault: &PackFault| match fault.code {
        PackFaultCode::UnknownSource => lies_in(&format!("sources.{}", fault.met)),
        PackFaultCode::UnknownParameter | PackFaultCode::UnknownPlaceholder => {
            lies_in(&format!("parameters.{}", fault.met))
        }
        PackFaultCode::UnknownName => {
            let of_key_case = form.get("key_case").and_then(|key_case| key_case.get("rules"));
            ["rules", "figures", "scores", "classes"]
                .iter()
                .any(|list| is_faulty_item(list, form.get(list), &fault.met))
                || is_faulty_item("key_case.rules", of_key_case, &fault.met)
        }
        _ => false,
    };
    let left: Vec<PackFault> = faults.iter().filter(|fault| !is_consequence(fault)).cloned().collect();
    // Whatever is refused is told why.
    if left.is_empty() { faults } else { left }
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
            let money = Money::parse(digits, 0).map(|number| number.to_string()).ok();
            let number = || Decimal::parse(digits).map(|number| number.to_string()).ok();
            Value::Number(money.or_else(number).unwrap_or_else(|| digits.clone()))
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
        classes: classes_of(root.value),
        figures: fields.optional("figures", read_figures).unwrap_or_default(),
        scores: RefCell::new(Vec::new()),
        conditions: names_in(root.value, "conditions"),
        definitions: own_definitions(root.value),
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
    let lists_classes = fields.has("classes");
    let listed = fields.optional("classes", |node| read_classes(node, &declared));
    let definitions = fields.required("definitions", |node| read_definitions(node, &declared));
    let scores = fields.optional("scores", |node| read_scores(node, &declared));
    let rules = fields.required("rules", |node| read_rules(node, &declared));
    let risk_grade = fields.optional("risk_grade", |node| read_risk_grade(node, &declared));
    let unknown_fine_is_small = fields.optional("unknown_fine", read_unknown_fine).unwrap_or(false);
    let no_rules = Vec::new();
    let known_rules = rules.as_ref().unwrap_or(&no_rules);
    let key_case = fields.required("key_case", |node| read_key_case(node, known_rules, &declared));
    let inspection = fields.required("inspection", |node| read_repair::read_inspection(node, lists_classes, &declared));
    let channels = fields.required("channels", |node| read_repair::read_channels(node, &declared));
    let listings = fields.required("listings", |node| read_repair::read_listings(node, &declared));
    let conditions = fields.required("conditions", |node| Some(read_repair::read_tests(node, &declared)));
    let materials = fields.required("materials", read_materials);
    let measures = fields.required("measures", |node| read_measures(node, &declared));
    let advice = fields.required("advice", |node| read_advice(node, &declared.parameters));
    let forecast_years = fields.parameter("forecast_years", &declared, Shape::Whole(Unit::Years));
    let list_separator = fields.required("list_separator", Node::words);
    let warnings =
        fields.required("warnings", |node| read_warnings(node, !declared.figures.is_empty(), &declared.parameters));
    let timeline =
        fields.required("timeline", |node| read_messages::<TimelineLabel>(node, &declared.parameters, &[Slot::Text]));
    let words = fields.required("words", |node| read_words(node, lists_classes));
    fields.finish();
    let editions = editions(&declared.parameters)?;
    let ((papers, materials), (warnings, registered_later)) = (materials?, warnings?);
    let ((inspection, of_classes), words) = (inspection?, words?);
    let classes = listed.or_else(|| of_classes?.with_words(&declared.classes, words.classes?));
    Some(Pack {
        id: id?,
        version: version?,
        title: title?,
        digest: String::new(),
        sources: declared.sources,
        parameters: declared.parameters,
        presets,
        definitions: definitions?,
        unknown_fine_is_small,
        classes: classes?,
        figures: declared.figures,
        scores: scores.unwrap_or_default(),
        rules: rules?,
        risk_grade,
        key_case: key_case?,
        inspection,
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
        words: words.lists,
        editions,
    })
}

/// The names in a table of the form, which others mention before it is read.
pub(super) fn names_in(form: &Value, table: &str) -> Vec<String> {
    match form.get(table) {
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
fn read_warnings(node: &Node, has_figures: bool, parameters: &[Parameter]) -> Option<(Vec<Message>, Option<Message>)> {
    let slots = [Slot::Date, Slot::Text, Slot::Source, Slot::From, Slot::Until, Slot::Year];
    let read = |node: &Node| read_message(node, &slots, parameters);
    let mut fields = node.fields()?;
    let messages = WarningCode::ALL.iter().map(|code| match *code {
        // Only figures can be missing.
        WarningCode::FigureMissing if !has_figures && !fields.has(code.code()) => Some(Message::default()),
        code => fields.required(code.code(), read),
    });
    let messages = messages.collect::<Vec<_>>();
    let registered_later = fields.optional("registered_later", read);
    fields.finish();
    Some((messages.into_iter().collect::<Option<_>>()?, registered_later))
}

struct Words {
    lists: Vec<Vec<Text>>,
    /// Those of the classes, of a form that does not list its classes.
    classes: Option<Vec<Text>>,
}

fn read_words(node: &Node, lists_classes: bool) -> Option<Words> {
    let mut fields = node.fields()?;
    let classes =
        if lists_classes { None } else { fields.required(Class::LIST, |node| by_class(node, |node| node.words())) };
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
    Some(Words { lists: lists.into_iter().collect::<Option<_>>()?, classes })
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

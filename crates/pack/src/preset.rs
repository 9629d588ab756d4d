//! Presets: values that somebody published, to be chosen together.

use super::fault::PackFaultCode;
use super::model::Pack;
use super::parameter::{Declarations, Parameter, ParameterValue, Shape};
use super::reader::Node;
use super::source::Cited;
use super::terms::list_codes;
use super::text::Text;
use facts::json::Value;

/// Values of some parameters that were published for another place or task, as one choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preset {
    pub id: String,
    pub title: Text,
    pub source: Cited,
    /// What the values cannot say of what was published.
    pub note: Text,
    pub values: Vec<PresetValue>,
}

/// A value that a preset gives to a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PresetValue {
    /// The place of the parameter.
    pub parameter: usize,
    pub value: ParameterValue,
}

impl Pack {
    /// Has changed values cite the preset of which they are, where a preset's values are all set: its source is theirs. They
    /// are still marked as changed.
    pub fn cite_presets(&mut self) {
        for preset in &self.presets {
            let is_set = |set: &PresetValue| {
                let parameter = &self.parameters[set.parameter];
                parameter.overridden && parameter.values.iter().all(|dated| dated.value == set.value)
            };
            if preset.values.iter().all(is_set) {
                for set in &preset.values {
                    for dated in &mut self.parameters[set.parameter].values {
                        dated.source = preset.source.clone();
                    }
                }
            }
        }
    }
}

impl ParameterValue {
    /// The value as a pack or a request writes it; `None` for tables, which no preset has.
    #[must_use]
    pub fn form(&self, shape: Shape) -> Option<Value> {
        let number = |digits: String| Value::Number(digits);
        Some(match (self, shape) {
            (Self::Whole(count), _) => number(count.to_string()),
            (Self::Money(amount), _) => number(amount.to_string()),
            (Self::Percent(share), _) => number(share.to_string()),
            (Self::Visits { min, max }, _) => Value::Array([min, max].map(|end| number(end.to_string())).into()),
            (Self::Date(day), _) => Value::String(day.to_string()),
            (Self::Terms(bits), Shape::One(list) | Shape::Some(list)) => {
                let codes = list_codes(list.name()).unwrap_or_default().iter().enumerate();
                let chosen = codes.filter(|(index, _)| bits & (1 << index) != 0);
                let mut words: Vec<Value> = chosen.map(|(_, code)| Value::String((*code).to_owned())).collect();
                match shape {
                    Shape::One(_) => words.pop()?,
                    _ => Value::Array(words),
                }
            }
            _ => return None,
        })
    }
}

pub(super) fn read_presets(node: &Node, declared: &Declarations) -> Option<Vec<Preset>> {
    let mut names = Vec::new();
    node.items(|node| {
        let mut fields = node.fields()?;
        let id = fields.required("id", |node| super::read_rules::unique(node, &mut names));
        let title = fields.required("title", Node::words);
        let source = fields.source(&declared.sources);
        let note = fields.required("note", Node::words);
        let values = fields.required("values", |node| Some(node.entries(|id, node| read_value(id, node, declared))));
        fields.finish();
        Some(Preset { id: id?, title: title?, source: source?, note: note?, values: values? })
    })
}

fn read_value(id: &str, node: &Node, declared: &Declarations) -> Option<PresetValue> {
    let is_table = |of: &Parameter| matches!(of.shape, Shape::Tracks | Shape::Conditions | Shape::Deadlines);
    let Some(parameter) = declared.parameters.iter().position(|parameter| parameter.id == id) else {
        node.fault(PackFaultCode::UnknownParameter, id, "");
        return None;
    };
    let of = declared.parameters.get(parameter)?;
    if is_table(of) {
        node.fault(PackFaultCode::ParameterOfOtherType, id, "");
        return None;
    }
    Some(PresetValue { parameter, value: declared.value(node, of)? })
}

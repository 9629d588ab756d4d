//! Parameters that a request sets for itself.

use std::cell::RefCell;

use super::fault::PackFault;
use super::model::Pack;
use super::parameter::Declarations;
use super::read::{digest, shortest_numbers};
use super::reader::Node;
use facts::json::Value;

/// Why a parameter of a request cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OverrideFault {
    /// The pack has no parameter of this name.
    Unknown,
    /// The value is not of the type and range that the pack declares.
    Bad(Vec<PackFault>),
}

impl Pack {
    /// The same pack, which was read from a form, with values of parameters replaced on all days.
    ///
    /// # Errors
    /// The index in the list and the fault of each name that the pack does not have, and of each value that is not of
    /// the type and range that the pack declares for it.
    pub fn with_overrides(
        &self,
        form: &Value,
        overrides: &[(String, Value)],
    ) -> Result<Pack, Vec<(usize, OverrideFault)>> {
        let mut pack = self.clone();
        let mut whole_form = shortest_numbers(form);
        let mut faults = Vec::new();
        let declared = Declarations {
            sources: self.sources.clone(),
            units: self.units.clone(),
            parameters: self.parameters.clone(),
            classes: self.classes.iter().map(|entry| entry.class).collect(),
            figures: self.figures.clone(),
            scores: RefCell::new(Vec::new()),
            conditions: self.conditions.iter().map(|condition| condition.id.clone()).collect(),
            definitions: self.definitions.own.iter().map(|own| own.id.clone()).collect(),
            used: RefCell::new(Vec::new()),
        };
        for (index, (id, form)) in overrides.iter().enumerate() {
            let Some(parameter) = pack.parameters.iter_mut().find(|parameter| parameter.id == *id) else {
                faults.push((index, OverrideFault::Unknown));
                continue;
            };
            let form = shortest_numbers(form);
            let found = RefCell::new(Vec::new());
            let value = declared.value(&Node::root(&form, &found), parameter);
            match value {
                Some(value) if found.borrow().is_empty() => {
                    for dated in &mut parameter.values {
                        dated.value = value.clone();
                    }
                    parameter.overridden = true;
                    replace_values(&mut whole_form, id, &form);
                }
                _ => faults.push((index, OverrideFault::Bad(found.into_inner()))),
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        if !overrides.is_empty() {
            pack.digest = digest(&whole_form);
        }
        Ok(pack)
    }
}

/// Puts a value in the place of each dated value of a parameter in the form of a pack.
fn replace_values(form: &mut Value, id: &str, value: &Value) {
    let parameter = field(form, "parameters").and_then(|parameters| field(parameters, id));
    if let Some(Value::Array(dated)) = parameter.and_then(|parameter| field(parameter, "values")) {
        for entry in dated {
            if let Some(old) = field(entry, "value") {
                *old = value.clone();
            }
        }
    }
}

fn field<'v>(form: &'v mut Value, key: &str) -> Option<&'v mut Value> {
    match form {
        Value::Object(fields) => fields.iter_mut().find(|(name, _)| name == key).map(|(_, value)| value),
        _ => None,
    }
}

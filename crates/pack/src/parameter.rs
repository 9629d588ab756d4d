//! Parameters: dated values, each with its source.

use std::cell::RefCell;

use super::class::Class;
use super::fault::PackFaultCode;
use super::figure::Figure;
use super::percent::Percent;
use super::reader::Node;
use super::source::{Cited, Source};
use super::tables::{ConditionTable, DeadlineLine, TrackLine, read_conditions, read_deadlines, read_tracks};
use super::terms::{List, Unit, list_codes};
use super::text::Text;
use facts::{Date, Money, Term};

/// One parameter of the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Its name: `ten_penalties.count`.
    pub id: String,
    /// What it means.
    pub title: Text,
    /// What a reader should know of our reading.
    pub note: Option<Text>,
    pub shape: Shape,
    /// Of words of a list, those that may be chosen, a bit each; `None` for all of them.
    pub among: Option<u16>,
    /// In the order of their dates, without overlap or gap.
    pub values: Vec<DatedValue>,
    /// Whether a request gave the value.
    pub overridden: bool,
}

/// A value and the days for which it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedValue {
    /// The first day; the first value of a parameter holds before it as well.
    pub from: Option<Date>,
    /// The last day; the last value of a parameter holds after it as well.
    pub until: Option<Date>,
    pub value: ParameterValue,
    pub source: Cited,
}

/// What kind of value a parameter has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A whole number in a unit, within the bounds that the pack sets for the unit.
    Whole(Unit),
    Money,
    /// A share, from nothing to all, with at most two decimals.
    Percent,
    /// From how many to how many visits a year.
    Visits,
    Date,
    /// One word of a list.
    One(List),
    /// Several words of a list.
    Some(List),
    Tracks,
    Conditions,
    Deadlines,
}

/// A value of a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParameterValue {
    Whole(u32),
    Money(Money),
    Percent(Percent),
    Visits {
        min: u32,
        max: u32,
    },
    Date(Date),
    /// Words of the shape's list, a bit each.
    Terms(u16),
    Tracks(Vec<TrackLine>),
    Conditions(ConditionTable),
    Deadlines(Vec<DeadlineLine>),
}

/// The bounds and the name of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitBounds {
    pub title: Text,
    /// The smallest number that may be set.
    pub least: u32,
    /// The largest number that may be set.
    pub most: u32,
}

/// What has been declared before the rules are read, and which parameters have been used since last asked.
pub(super) struct Declarations {
    pub(super) sources: Vec<Source>,
    /// At the place of the unit in its list.
    pub(super) units: Vec<UnitBounds>,
    pub(super) parameters: Vec<Parameter>,
    /// The classes, from the best.
    pub(super) classes: Vec<Class>,
    pub(super) figures: Vec<Figure>,
    /// The names of the scores that were read so far, and whether each has grades.
    pub(super) scores: RefCell<Vec<(String, bool)>>,
    /// The names of the conditions of repair.
    pub(super) conditions: Vec<String>,
    /// The names of the definitions that are the pack's own.
    pub(super) definitions: Vec<String>,
    pub(super) used: RefCell<Vec<usize>>,
}

impl Declarations {
    /// The place of the parameter with this name, which must have a shape that fits.
    pub(super) fn parameter(&self, node: &Node, name: &str, fits: impl Fn(&Shape) -> bool) -> Option<usize> {
        let fault = |code| {
            let fitting = self.parameters.iter().filter(|parameter| fits(&parameter.shape));
            let known: Vec<&str> = fitting.map(|parameter| parameter.id.as_str()).collect();
            node.fault(code, name, &known.join(", "));
        };
        let Some(index) = self.parameters.iter().position(|parameter| parameter.id == name) else {
            fault(PackFaultCode::UnknownParameter);
            return None;
        };
        if !fits(&self.parameters.get(index)?.shape) {
            fault(PackFaultCode::ParameterOfOtherType);
            return None;
        }
        self.used.borrow_mut().push(index);
        Some(index)
    }

    /// The place of the parameter that `$name` stands for.
    pub(super) fn reference(&self, node: &Node, fits: impl Fn(&Shape) -> bool) -> Option<usize> {
        let text = node.text()?;
        let Some(name) = text.strip_prefix('$') else {
            node.fault(PackFaultCode::WrongType, &text, "$…");
            return None;
        };
        self.parameter(node, name, fits)
    }

    /// The place of the definition of the pack's own with this name.
    pub(super) fn definition(&self, node: &Node) -> Option<usize> {
        let name = node.text()?;
        let index = self.definitions.iter().position(|known| *known == name);
        if index.is_none() {
            node.fault(PackFaultCode::UnknownName, &name, &self.definitions.join(", "));
        }
        index
    }

    /// The parameters used since this was last asked, each once.
    pub(super) fn take_used(&self) -> Vec<usize> {
        let mut used = self.used.take();
        used.sort_unstable();
        used.dedup();
        used
    }

    pub(super) fn whole(&self, node: &Node, unit: Unit) -> Option<u32> {
        let bounds = self.units.get(unit.index())?;
        node.whole(bounds.least, bounds.most)
    }

    /// A list of words, not empty and without doubles, as bits; `among` are those that may stand in it.
    pub(super) fn terms(&self, node: &Node, list: &str, among: Option<u16>) -> Option<u16> {
        let mut bits = 0;
        node.items(|node| {
            let bit = self.one_term(node, list, among)?;
            if bits & bit != 0 {
                node.fault(PackFaultCode::Twice, &node.text()?, "");
            }
            bits |= bit;
            Some(())
        })?;
        (bits != 0).then_some(bits)
    }

    /// One word, as its bit.
    pub(super) fn one_term(&self, node: &Node, list: &str, among: Option<u16>) -> Option<u16> {
        one_term(node, list, among)
    }

    /// A value that a parameter can have.
    pub(super) fn value(&self, node: &Node, of: &Parameter) -> Option<ParameterValue> {
        Some(match of.shape {
            Shape::Whole(unit) => ParameterValue::Whole(self.whole(node, unit)?),
            Shape::Money => ParameterValue::Money(node.money()?),
            Shape::Percent => ParameterValue::Percent(node.percent()?),
            Shape::Visits => self.visits(node)?,
            Shape::Date => ParameterValue::Date(node.date()?),
            Shape::One(list) => ParameterValue::Terms(self.one_term(node, list.name(), of.among)?),
            Shape::Some(list) => ParameterValue::Terms(self.terms(node, list.name(), of.among)?),
            Shape::Tracks => ParameterValue::Tracks(read_tracks(node, self)?),
            Shape::Conditions => ParameterValue::Conditions(read_conditions(node, self)?),
            Shape::Deadlines => ParameterValue::Deadlines(read_deadlines(node, self)?),
        })
    }

    fn visits(&self, node: &Node) -> Option<ParameterValue> {
        let most = self.units.get(Unit::Visits.index())?.most;
        let ends = node.items(|node| node.whole(0, most))?;
        match ends[..] {
            [min, max] if min <= max => Some(ParameterValue::Visits { min, max }),
            _ => {
                node.fault(PackFaultCode::BadValue, &format!("{ends:?}"), "[min, max]");
                None
            }
        }
    }
}

fn one_term(node: &Node, list: &str, among: Option<u16>) -> Option<u16> {
    let text = node.text()?;
    let codes = list_codes(list).unwrap_or_default();
    let known = codes.iter().enumerate().map(|(index, code)| (1 << index, *code));
    let known: Vec<(u16, &str)> = known.filter(|(bit, _)| among.is_none_or(|among| among & bit != 0)).collect();
    let found = known.iter().find(|(_, code)| *code == text).map(|(bit, _)| *bit);
    if found.is_none() {
        let known: Vec<&str> = known.iter().map(|(_, code)| *code).collect();
        node.fault(PackFaultCode::UnknownTerm, &text, &known.join(", "));
    }
    found
}

/// Reads what the parameters are, without their values.
pub(super) fn declare_parameters(node: &Node) -> Vec<Parameter> {
    node.entries(|id, node| {
        let mut fields = node.fields()?;
        let title = fields.required("title", Node::words);
        let note = fields.optional("note", Node::words);
        let unit = fields.optional("unit", Node::term::<Unit>);
        let terms = fields.optional("terms", |node| {
            let text = node.text()?;
            let list = List::of_name(&text);
            if list.is_none() {
                node.fault(PackFaultCode::UnknownTerm, &text, "");
            }
            list
        });
        let among = fields.optional("among", |node| {
            let bits = node.items(|node| one_term(node, terms?.name(), None))?;
            Some(bits.into_iter().fold(0, |all, bit| all | bit))
        });
        let shape = fields.required("type", |node| read_shape(node, unit, terms));
        fields.required("values", |_| Some(()));
        fields.finish();
        Some(Parameter {
            id: id.to_owned(),
            title: title?,
            note,
            shape: shape?,
            among,
            values: Vec::new(),
            overridden: false,
        })
    })
}

fn read_shape(node: &Node, unit: Option<Unit>, terms: Option<List>) -> Option<Shape> {
    let kind = node.text()?;
    let shape = match (kind.as_str(), unit, terms) {
        ("whole", Some(unit), None) => Shape::Whole(unit),
        ("one", None, Some(list)) => Shape::One(list),
        ("some", None, Some(list)) => Shape::Some(list),
        ("money", None, None) => Shape::Money,
        ("percent", None, None) => Shape::Percent,
        ("visits", None, None) => Shape::Visits,
        ("date", None, None) => Shape::Date,
        ("tracks", None, None) => Shape::Tracks,
        ("conditions", None, None) => Shape::Conditions,
        ("deadlines", None, None) => Shape::Deadlines,
        _ => {
            let expected =
                "whole + unit, one + terms, some + terms, money, percent, visits, date, tracks, conditions, deadlines";
            node.fault(PackFaultCode::BadValue, &kind, expected);
            return None;
        }
    };
    Some(shape)
}

/// Reads the values of a declared parameter.
pub(super) fn read_values(node: &Node, of: &Parameter, declared: &Declarations) -> Vec<DatedValue> {
    let Some(mut fields) = node.fields() else { return Vec::new() };
    let values = fields.optional("values", |node| {
        let values = node.items(|node| {
            let mut fields = node.fields()?;
            let from = fields.optional("from", Node::date);
            let until = fields.optional("until", Node::date);
            let source = fields.source(&declared.sources);
            let value = fields.required("value", |node| declared.value(node, of));
            fields.finish();
            Some(DatedValue { from, until, value: value?, source: source? })
        })?;
        check_dates(node, values.iter().map(|value| (value.from, value.until)));
        Some(values)
    });
    values.unwrap_or_default()
}

/// Notes where one stretch of days does not begin on the day after the stretch before it.
pub(super) fn check_dates(node: &Node, stretches: impl Iterator<Item = (Option<Date>, Option<Date>)>) {
    let mut before: Option<Option<Date>> = None;
    for (from, until) in stretches {
        let shown = |day: Option<Date>| day.map_or("…".to_owned(), |day| day.to_string());
        let met = format!("{} – {}", shown(from), shown(until));
        if let (Some(from), Some(until)) = (from, until)
            && until < from
        {
            node.fault(PackFaultCode::OverlappingDates, &met, "");
        } else if let Some(last) = before {
            let next = last.and_then(|last| last.succ_opt());
            match (next, from) {
                (Some(next), Some(from)) if from > next => {
                    node.fault(PackFaultCode::GapInDates, &met, &next.to_string())
                }
                (Some(next), Some(from)) if from == next => {}
                _ => node.fault(PackFaultCode::OverlappingDates, &met, ""),
            }
        }
        before = Some(until);
    }
}

//! Conditions: what a rule counts, over which days, and how many it takes; and what joins them.

use super::fault::PackFaultCode;
use super::filter::{Filter, Stage, conditions_with, read_enterprise_filters, read_filters};
use super::parameter::Declarations;
use super::reader::{Fields, Node};
use super::score::{Number, NumberTest, read_number_condition};
use super::span::{Amount, Span, read_amount, read_span};
use super::terms::{FactKind, Unit};
use facts::json::Value;
use facts::{InspectionResult, Term};

/// The facts of one kind that pass filters and lie within a span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    pub fact: FactKind,
    pub filters: Vec<Filter>,
    pub within: Option<Span>,
    /// The span that must be over since the fact.
    pub older_than: Option<Span>,
}

/// What is counted of the facts that are selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tally {
    /// Each of them.
    Facts,
    /// Those of the one category, that is known, of which there are most.
    OfOneCategory,
    /// The calendar years in which they lie.
    Years,
}

/// When a rule holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// At least so many facts that one of the selections has; a fact that several have counts once.
    Count { selection: Selection, or: Vec<Selection>, at_least: Amount, tally: Tally },
    /// The latest of the facts that pass the selection's filters — of several on one day the first by
    /// `worst_first` — also passes `is` and lies within the selection's span.
    Latest { selection: Selection, worst_first: Vec<InspectionResult>, is: Vec<Filter> },
    /// The enterprise itself passes these filters.
    Enterprise(Vec<Filter>),
    /// A figure or a score is so.
    Number { of: Number, test: NumberTest },
    /// All of these hold.
    All(Vec<Condition>),
    /// At least one of these holds.
    Any(Vec<Condition>),
    /// This does not hold.
    Not(Box<Condition>),
}

/// A condition on facts within another.
#[derive(Clone, Copy, Debug)]
pub struct FactCondition<'c> {
    pub condition: &'c Condition,
    /// The first of its selections.
    pub selection: &'c Selection,
    /// Whether it is asked not to hold.
    pub is_negated: bool,
}

impl Condition {
    /// Returns the conditions on facts in it, in the order in which they stand: itself, where it is one.
    #[must_use]
    pub fn fact_conditions(&self) -> Vec<FactCondition<'_>> {
        fn collect<'c>(condition: &'c Condition, is_negated: bool, found: &mut Vec<FactCondition<'c>>) {
            match condition {
                Condition::Count { selection, .. } | Condition::Latest { selection, .. } => {
                    found.push(FactCondition { condition, selection, is_negated });
                }
                Condition::Enterprise(_) | Condition::Number { .. } => {}
                Condition::All(inner) | Condition::Any(inner) => {
                    inner.iter().for_each(|inner| collect(inner, is_negated, found));
                }
                Condition::Not(inner) => collect(inner, !is_negated, found),
            }
        }
        let mut found = Vec::new();
        collect(self, false, &mut found);
        found
    }

    /// Returns the figure or the score by which it asks first, where it asks for any.
    #[must_use]
    pub fn first_number(&self) -> Option<Number> {
        match self {
            Self::Number { of, .. } => Some(*of),
            Self::All(parts) | Self::Any(parts) => parts.iter().find_map(Self::first_number),
            Self::Not(part) => part.first_number(),
            Self::Count { .. } | Self::Latest { .. } | Self::Enterprise(_) => None,
        }
    }

    /// Returns every selection in it, in the order in which they stand.
    pub fn selections(&self) -> impl Iterator<Item = &Selection> {
        self.fact_conditions().into_iter().flat_map(|of_facts| {
            let or: &[Selection] = if let Self::Count { or, .. } = of_facts.condition { or } else { &[] };
            std::iter::once(of_facts.selection).chain(or)
        })
    }
}

/// The keys by which a condition is known.
const FORMS: &str = "any, count, latest, enterprise, figure, score, all, not";

/// Reads a condition: `{ any = fact, … }`, `{ count = fact, at_least = …, … }`, `{ count = [{ fact = …, … }, …], at_least = … }`,
/// `{ latest = "inspection", … }`, `{ enterprise = {…} }`, `{ figure = "…", … }`, `{ score = "…", … }`, `{ all = […] }`, `{ any = […] }`, `{ not = {…} }`.
pub(super) fn read_condition(node: &Node, declared: &Declarations) -> Option<Condition> {
    let mut fields = node.fields()?;
    node.check_depth()?;
    let is_list = |key| matches!(node.value.get(key), Some(Value::Array(_)));
    let inside = |node: &Node| read_condition(node, declared);
    let joined = if fields.has("latest") {
        return read_latest(fields, declared);
    } else if fields.has("figure") || fields.has("score") {
        return read_number_condition(node, fields, declared);
    } else if fields.has("enterprise") {
        fields.required("enterprise", |node| read_enterprise_filters(node, declared)).map(Condition::Enterprise)
    } else if fields.has("all") {
        fields.required("all", |node| node.items(inside)).map(Condition::All)
    } else if fields.has("not") {
        fields.required("not", inside).map(|part| Condition::Not(Box::new(part)))
    } else if is_list("any") {
        fields.required("any", |node| node.items(inside)).map(Condition::Any)
    } else {
        return read_count(node, fields, declared);
    };
    fields.finish();
    joined
}

fn read_count(node: &Node, mut fields: Fields, declared: &Declarations) -> Option<Condition> {
    if !["any", "count"].iter().any(|key| fields.has(key)) {
        refuse(node);
        return None;
    }
    let counted = fields.has("count");
    let selections = if matches!(node.value.get("count"), Some(Value::Array(_))) {
        fields.required("count", |node| node.items(|node| read_fact_selection(node, declared)))
    } else {
        let fact = fields.required(if counted { "count" } else { "any" }, read_fact);
        read_selection(&mut fields, fact, declared).map(|selection| vec![selection])
    };
    let same = fields.optional("same", |node| node.one_of(&[("category", Tally::OfOneCategory)]));
    let different = fields.optional("different", |node| node.one_of(&[("year", Tally::Years)]));
    let at_least = if counted {
        fields.required("at_least", |node| read_amount(node, Unit::Count, declared))
    } else {
        Some(Amount::Literal(1))
    };
    fields.finish();
    let mut selections = selections?.into_iter();
    let (selection, or): (Selection, Vec<Selection>) = (selections.next()?, selections.collect());
    if same.is_some() && (selection.fact != FactKind::Penalty || !or.is_empty()) {
        node.fault(PackFaultCode::BadValue, "same", "count = \"penalty\"");
    }
    if same.is_some() && different.is_some() {
        node.fault(PackFaultCode::Twice, "different", "same, different");
    }
    let tally = same.or(different).unwrap_or(Tally::Facts);
    Some(Condition::Count { selection, or, at_least: at_least?, tally })
}

/// Tells what is wrong with a table that is no condition: the filters in it, the keys whose names are nearly those of conditions, else
/// that there is none.
fn refuse(node: &Node) {
    let told = node.entries(|key, node| {
        let with_filter: Vec<String> = conditions_with(key).collect();
        let unknown = node.fault_of(PackFaultCode::UnknownKey, key, FORMS);
        if !with_filter.is_empty() {
            node.fault(PackFaultCode::MisplacedFilter, key, &with_filter.join(", "));
        } else if unknown.nearest().is_some() {
            node.fault(unknown.code, key, FORMS);
        } else {
            return None;
        }
        Some(())
    });
    if told.is_empty() {
        node.fault(PackFaultCode::MissingKey, "any", FORMS);
    }
}

fn read_latest(mut fields: Fields, declared: &Declarations) -> Option<Condition> {
    let fact = fields.required("latest", |node| {
        let fact = read_fact(node)?;
        if fact != FactKind::Inspection {
            node.fault(PackFaultCode::UnknownFact, fact.code(), FactKind::Inspection.code());
        }
        Some(fact)
    });
    let selection = read_selection(&mut fields, fact, declared);
    let worst_first = fields.required("worst_first", |node| node.items(Node::term));
    let is = fields.required("is", |node| read_filters(node, fact?, Stage::Track, declared));
    fields.finish();
    Some(Condition::Latest { selection: selection?, worst_first: worst_first?, is: is? })
}

/// Reads `{ fact = "penalty", where = {…}, within = {…} }`.
pub(super) fn read_fact_selection(node: &Node, declared: &Declarations) -> Option<Selection> {
    let mut fields = node.fields()?;
    let fact = fields.required("fact", read_fact);
    let selection = read_selection(&mut fields, fact, declared);
    fields.finish();
    selection
}

fn read_fact(node: &Node) -> Option<FactKind> {
    let text = node.text()?;
    let fact = FactKind::from_code(&text).filter(|fact| *fact != FactKind::RiskGrade);
    if fact.is_none() {
        let known: Vec<_> =
            <FactKind as Term>::CODES.iter().copied().filter(|code| *code != FactKind::RiskGrade.code()).collect();
        node.fault(PackFaultCode::UnknownFact, &text, &known.join(", "));
    }
    fact
}

fn read_selection(fields: &mut Fields, fact: Option<FactKind>, declared: &Declarations) -> Option<Selection> {
    let filters = fields.optional("where", |node| read_filters(node, fact?, Stage::Track, declared));
    let within = fields.optional("within", |node| read_span(node, Some(fact?), declared));
    let older_than = fields.optional("older_than", |node| read_span(node, Some(fact?), declared));
    Some(Selection { fact: fact?, filters: filters.unwrap_or_default(), within, older_than })
}

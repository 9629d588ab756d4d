//! Conditions: what a rule counts, over which days, and how many it takes.

use super::fault::PackFaultCode;
use super::filter::{Filter, Stage, read_filters};
use super::parameter::{Declarations, Shape};
use super::reader::{Fields, Node};
use super::terms::{DateField, FactKind, Unit};
use facts::json::Value;
use facts::{InspectionResult, Term};

/// A whole number: itself, or the value that the parameter at an index has on the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    Literal(u32),
    Parameter(usize),
}

/// The days after a fact within which it counts, the last included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Years, months or days.
    pub unit: Unit,
    pub length: Amount,
    /// The date from which it is counted; without one, the date of the item.
    pub after: Option<DateField>,
}

/// The facts of one kind that pass filters and lie within a span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    pub fact: FactKind,
    pub filters: Vec<Filter>,
    pub within: Option<Span>,
}

/// When a rule holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// At least so many facts; with `same_category`, of one category that is known.
    Count { selection: Selection, at_least: Amount, same_category: bool },
    /// The latest of the facts that pass the selection's filters — of several on one day the first by
    /// `worst_first` — also passes `is` and lies within the selection's span.
    Latest { selection: Selection, worst_first: Vec<InspectionResult>, is: Vec<Filter> },
}

impl Condition {
    /// What the condition looks at.
    #[must_use]
    pub fn selection(&self) -> &Selection {
        match self {
            Self::Count { selection, .. } | Self::Latest { selection, .. } => selection,
        }
    }
}

const DATES: &[(FactKind, &[DateField])] = &[
    (
        FactKind::Penalty,
        &[
            DateField::DecidedOn,
            DateField::PublishedOn,
            DateField::FulfilledOn,
            DateField::HarmEliminatedOn,
            DateField::CommitmentOn,
        ],
    ),
    (FactKind::AbnormalListing, &[DateField::ListedOn, DateField::CorrectedOn, DateField::CommitmentOn]),
    (
        FactKind::SeriousListing,
        &[DateField::ListedOn, DateField::FulfilledOn, DateField::HarmEliminatedOn, DateField::CommitmentOn],
    ),
    (FactKind::CourtListing, &[DateField::ListedOn]),
    (FactKind::Lead, &[DateField::ReceivedOn, DateField::ClosedOn]),
    (FactKind::Inspection, &[DateField::On]),
    (FactKind::Commitment, &[DateField::MadeOn, DateField::BreachedOn]),
];

/// Reads one of `{ any = fact, … }`, `{ count = fact, at_least = …, … }` and `{ latest = "inspection", … }`.
pub(super) fn read_condition(node: &Node, declared: &Declarations) -> Option<Condition> {
    let mut fields = node.fields()?;
    if fields.has("latest") {
        return read_latest(fields, declared);
    }
    let counted = fields.has("count");
    let fact = fields.required(if counted { "count" } else { "any" }, read_fact);
    let selection = read_selection(&mut fields, fact, declared);
    let same_category = fields.optional("same", read_same).is_some();
    let at_least = if counted {
        fields.required("at_least", |node| read_amount(node, Unit::Count, declared))
    } else {
        Some(Amount::Literal(1))
    };
    fields.finish();
    if same_category && fact != Some(FactKind::Penalty) {
        node.fault(PackFaultCode::BadValue, "same", "count = \"penalty\"");
    }
    Some(Condition::Count { selection: selection?, at_least: at_least?, same_category })
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

fn read_same(node: &Node) -> Option<()> {
    let text = node.text()?;
    if text != "category" {
        node.fault(PackFaultCode::UnknownTerm, &text, "category");
    }
    Some(())
}

fn read_selection(fields: &mut Fields, fact: Option<FactKind>, declared: &Declarations) -> Option<Selection> {
    let filters = fields.optional("where", |node| read_filters(node, fact?, Stage::Track, declared));
    let within = fields.optional("within", |node| read_span(node, fact?, declared));
    Some(Selection { fact: fact?, filters: filters.unwrap_or_default(), within })
}

fn read_span(node: &Node, fact: FactKind, declared: &Declarations) -> Option<Span> {
    let mut fields = node.fields()?;
    let mut length = None;
    for (key, unit) in [("years", Unit::Years), ("months", Unit::Months), ("days", Unit::Days)] {
        if let Some(amount) = fields.optional(key, |node| read_amount(node, unit, declared)) {
            if length.is_some() {
                node.fault(PackFaultCode::Twice, key, "years, months, days");
            }
            length = Some((unit, amount));
        }
    }
    let after = fields.optional("after", |node| read_date_field(node, fact));
    let named = ["years", "months", "days"].iter().any(|key| fields.has(key));
    if !named {
        node.fault(PackFaultCode::MissingKey, "months", "years, months, days");
    }
    fields.finish();
    let (unit, length) = length?;
    Some(Span { unit, length, after })
}

/// Reads the name of a date that facts of this kind have.
pub(super) fn read_date_field(node: &Node, fact: FactKind) -> Option<DateField> {
    let text = node.text()?;
    let known = DATES.iter().find(|(kind, _)| *kind == fact).map_or(&[][..], |(_, known)| known);
    let field = known.iter().copied().find(|field| field.code() == text);
    if field.is_none() {
        let names: Vec<_> = known.iter().map(|field| field.code()).collect();
        node.fault(PackFaultCode::UnknownTerm, &text, &names.join(", "));
    }
    field
}

fn read_amount(node: &Node, unit: Unit, declared: &Declarations) -> Option<Amount> {
    if matches!(node.value, Value::String(_)) {
        return declared.reference(node, |shape| *shape == Shape::Whole(unit)).map(Amount::Parameter);
    }
    declared.whole(node, unit).map(Amount::Literal)
}

//! Spans of days: within which facts count.

use super::fault::PackFaultCode;
use super::parameter::{Declarations, Shape};
use super::reader::Node;
use super::terms::{DateField, FactKind, Unit};
use facts::Term;
use facts::json::Value;

/// A whole number: itself, or the value that the parameter at an index has on the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    Literal(u32),
    Parameter(usize),
}

/// The days after a fact within which it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Years, months or days.
    pub unit: Unit,
    pub length: Amount,
    /// The date from which it is counted; without one, the date of the item.
    pub after: Option<DateField>,
    /// Whether the last day does not count any more.
    pub is_open: bool,
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

/// Reads `{ months = 12, after = "breached_on" }`; what is no fact, as the enterprise, has no date to name.
pub(super) fn read_span(node: &Node, fact: Option<FactKind>, declared: &Declarations) -> Option<Span> {
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
    let after = fact.and_then(|fact| fields.optional("after", |node| read_date_field(node, fact)));
    let is_open = fields.optional("last_day", Node::boolean).is_some_and(|counts| !counts);
    let named = ["years", "months", "days"].iter().any(|key| fields.has(key));
    // What stands there instead is told below.
    let is_other = |key: &String| !["years", "months", "days", "after", "last_day"].contains(&key.as_str());
    let has_other = matches!(node.value, Value::Object(fields) if fields.iter().any(|(key, _)| is_other(key)));
    if !named && !has_other {
        node.fault(PackFaultCode::MissingKey, "months", "years, months, days");
    }
    fields.finish();
    let (unit, length) = length?;
    Some(Span { unit, length, after, is_open })
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

pub(super) fn read_amount(node: &Node, unit: Unit, declared: &Declarations) -> Option<Amount> {
    if matches!(node.value, Value::String(_)) {
        return declared.reference(node, |shape| *shape == Shape::Whole(unit)).map(Amount::Parameter);
    }
    declared.whole(node, unit).map(Amount::Literal)
}

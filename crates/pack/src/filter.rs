//! Filters: the questions that a rule can ask of one fact.

use super::fault::PackFaultCode;
use super::parameter::{Declarations, Shape};
use super::reader::Node;
use super::span::{Span, read_span};
use super::terms::{FactKind, List};
use facts::json::Value;
use facts::{Money, RiskGrade, Sector, Set, Term};

/// One question, and the answer that lets a fact pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    pub field: Field,
    pub operand: Operand,
}

/// What a filter compares with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Operand {
    Boolean(bool),
    /// Words of the field's list, a bit each.
    Terms(u16),
    Money(Money),
    /// The value that the parameter at this index has on the day.
    Parameter(usize),
    /// Texts as they stand, or for codes what they begin with.
    Texts(Vec<String>),
    /// A definition of the pack's own, by its index among them.
    Definition(usize),
    /// Sets of filters: each passes where all in it do.
    Filters(Vec<Vec<Filter>>),
    /// Days after a date.
    Span(Span),
    /// Grades of a sector, a bit each.
    GradeOf {
        sector: Sector,
        grades: Set<RiskGrade>,
    },
}

/// What a filter asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Decided, neither annulled nor repaired.
    Standing,
    Annulled,
    /// Standing, and its publication has not stopped.
    Live,
    /// Whether the definition of the same name holds.
    Simple,
    Small,
    Heavier,
    Track,
    Severity,
    /// Has one of these kinds.
    Kinds,
    /// Has no other kinds than these.
    KindsOnly,
    /// Is what a definition of the pack's own means.
    Is,
    /// Its category, that is known, is one of these.
    Category,
    /// A fine, if there is one, is at most this. The pack says whether one of which the amount is not known is.
    FineAtMost,
    /// There is a fine that is not at most this.
    FineAbove,
    /// The step of discretion of a fine, if there is one, is one of these or not known.
    FineDiscretion,
    Discretion,
    Procedure,
    /// The sector of the penalty or, where it has none, any of the enterprise.
    Sector,
    AuthoritySystem,
    /// All penalties, or only those of market regulation.
    Scope,
    /// Listed, not removed, and not ended by itself.
    OnList,
    AbnormalReason,
    LeadKind,
    /// Not closed.
    Open,
    Mode,
    Basis,
    Result,
    CommitmentKind,
    Breached,
    /// One of the sets of filters passes.
    Any,
    /// All of them do.
    All,
    /// None of them does.
    Not,
    /// Of the enterprise: its kind, its status, any of its sectors, the worst of its risk grades.
    EnterpriseKind,
    Status,
    AnySector,
    WorstGrade,
    /// The risk grade of one sector is one of these.
    GradeOf,
    /// Its region is one of these, or lies in one.
    Region,
    /// Its trade is one of these, or belongs to one.
    Industry,
    /// It was registered within so many days before.
    RegisteredWithin,
}

impl Field {
    /// The list whose words it is compared with, where it is compared with words.
    #[must_use]
    pub fn list(self) -> Option<List> {
        let takes = FILTERS.iter().find(|(_, _, field, ..)| *field == self).map(|(.., takes, _)| *takes);
        let takes =
            takes.or_else(|| OF_ENTERPRISE.iter().find(|(_, field, _)| *field == self).map(|(.., takes)| *takes));
        match takes {
            Some(Takes::Terms(list) | Takes::Term(list)) => List::of_name(list),
            _ => None,
        }
    }
}

/// What stands behind the name of a filter.
#[derive(Clone, Copy)]
enum Takes {
    Boolean,
    /// A list of words.
    Terms(&'static str),
    /// One word.
    Term(&'static str),
    Money,
    Texts,
    /// The name of a definition.
    Definition,
    Span,
    /// A sector and grades.
    GradeOf,
}

/// How much has to be known of a penalty before a filter can be asked.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stage {
    /// The facts alone: what definitions may ask.
    Facts,
    /// The definitions as well: what the lines of a track table may ask.
    Definitions,
    /// The track as well: what rules may ask.
    Track,
}

const FILTERS: &[(FactKind, &str, Field, Takes, Stage)] = &[
    (FactKind::Penalty, "annulled", Field::Annulled, Takes::Boolean, Stage::Facts),
    (FactKind::Penalty, "standing", Field::Standing, Takes::Boolean, Stage::Facts),
    (FactKind::Penalty, "kinds", Field::Kinds, Takes::Terms("penalty_kind"), Stage::Facts),
    (FactKind::Penalty, "kinds_only", Field::KindsOnly, Takes::Terms("penalty_kind"), Stage::Facts),
    (FactKind::Penalty, "category", Field::Category, Takes::Texts, Stage::Facts),
    (FactKind::Penalty, "fine_at_most", Field::FineAtMost, Takes::Money, Stage::Facts),
    (FactKind::Penalty, "fine_above", Field::FineAbove, Takes::Money, Stage::Facts),
    (FactKind::Penalty, "fine_discretion", Field::FineDiscretion, Takes::Terms("discretion"), Stage::Facts),
    (FactKind::Penalty, "discretion", Field::Discretion, Takes::Terms("discretion"), Stage::Facts),
    (FactKind::Penalty, "procedure", Field::Procedure, Takes::Terms("procedure"), Stage::Facts),
    (FactKind::Penalty, "sector", Field::Sector, Takes::Terms("sector"), Stage::Facts),
    (FactKind::Penalty, "authority_system", Field::AuthoritySystem, Takes::Terms("authority_system"), Stage::Facts),
    (FactKind::Penalty, "scope", Field::Scope, Takes::Term("scope"), Stage::Facts),
    (FactKind::Penalty, "is", Field::Is, Takes::Definition, Stage::Definitions),
    (FactKind::Penalty, "simple", Field::Simple, Takes::Boolean, Stage::Definitions),
    (FactKind::Penalty, "small", Field::Small, Takes::Boolean, Stage::Definitions),
    (FactKind::Penalty, "heavier", Field::Heavier, Takes::Boolean, Stage::Definitions),
    (FactKind::Penalty, "live", Field::Live, Takes::Boolean, Stage::Track),
    (FactKind::Penalty, "track", Field::Track, Takes::Terms("track"), Stage::Track),
    (FactKind::Penalty, "severity", Field::Severity, Takes::Terms("severity"), Stage::Track),
    (FactKind::AbnormalListing, "on_list", Field::OnList, Takes::Boolean, Stage::Facts),
    (FactKind::AbnormalListing, "reason", Field::AbnormalReason, Takes::Terms("abnormal_reason"), Stage::Facts),
    (FactKind::SeriousListing, "on_list", Field::OnList, Takes::Boolean, Stage::Facts),
    (FactKind::CourtListing, "on_list", Field::OnList, Takes::Boolean, Stage::Facts),
    (FactKind::Lead, "kind", Field::LeadKind, Takes::Terms("lead_kind"), Stage::Facts),
    (FactKind::Lead, "open", Field::Open, Takes::Boolean, Stage::Facts),
    (FactKind::Inspection, "mode", Field::Mode, Takes::Terms("inspection_mode"), Stage::Facts),
    (FactKind::Inspection, "basis", Field::Basis, Takes::Terms("inspection_basis"), Stage::Facts),
    (FactKind::Inspection, "authority_system", Field::AuthoritySystem, Takes::Terms("authority_system"), Stage::Facts),
    (FactKind::Inspection, "result", Field::Result, Takes::Terms("inspection_result"), Stage::Facts),
    (FactKind::Commitment, "kind", Field::CommitmentKind, Takes::Terms("commitment_kind"), Stage::Facts),
    (FactKind::Commitment, "breached", Field::Breached, Takes::Boolean, Stage::Facts),
];

/// What can be asked of the enterprise itself.
const OF_ENTERPRISE: &[(&str, Field, Takes)] = &[
    ("kind", Field::EnterpriseKind, Takes::Terms("enterprise_kind")),
    ("status", Field::Status, Takes::Terms("enterprise_status")),
    ("sector", Field::AnySector, Takes::Terms("sector")),
    ("risk_grade", Field::WorstGrade, Takes::Terms("risk_grade")),
    ("risk_grade_of", Field::GradeOf, Takes::GradeOf),
    ("region", Field::Region, Takes::Texts),
    ("industry", Field::Industry, Takes::Texts),
    ("registered_within", Field::RegisteredWithin, Takes::Span),
];

/// What joins sets of filters, under the same names for all facts.
const JOINS: &[(&str, Field)] = &[("any", Field::Any), ("all", Field::All), ("not", Field::Not)];

/// Returns the conditions in which a filter of this name stands, as they are written: `{ any = "penalty", where = { live = … } }`.
pub(super) fn conditions_with(name: &str) -> impl Iterator<Item = String> {
    let of_facts = FILTERS.iter().filter(move |filter| filter.1 == name);
    let of_enterprise = OF_ENTERPRISE.iter().filter(move |filter| filter.0 == name);
    let of_facts =
        of_facts.map(|(fact, name, ..)| format!("{{ any = \"{}\", where = {{ {name} = … }} }}", fact.code()));
    of_facts.chain(of_enterprise.map(|(name, ..)| format!("{{ enterprise = {{ {name} = … }} }}")))
}

/// Reads `{ standing = true, kinds = […] }`: all of them must hold, none is no condition. `any` and `all` have lists of such
/// sets, `not` has one.
pub(super) fn read_filters(node: &Node, fact: FactKind, stage: Stage, declared: &Declarations) -> Option<Vec<Filter>> {
    node.fields()?;
    node.check_depth()?;
    let known = || FILTERS.iter().filter(|filter| filter.0 == fact && filter.4 <= stage);
    Some(node.entries(|name, node| {
        if let Some((_, field)) = JOINS.iter().find(|join| join.0 == name) {
            let inside = |node: &Node| read_filters(node, fact, stage, declared);
            let sets = if *field == Field::Not { vec![inside(node)?] } else { node.items(inside)? };
            return Some(Filter { field: *field, operand: Operand::Filters(sets) });
        }
        let Some((_, _, field, takes, _)) = known().find(|filter| filter.1 == name) else {
            let names: Vec<_> = known().map(|filter| filter.1).chain(JOINS.iter().map(|join| join.0)).collect();
            node.fault(PackFaultCode::UnknownFilter, name, &names.join(", "));
            return None;
        };
        Some(Filter { field: *field, operand: read_operand(node, *takes, declared)? })
    }))
}

/// Reads what is asked of the enterprise itself; all of it must hold.
pub(super) fn read_enterprise_filters(node: &Node, declared: &Declarations) -> Option<Vec<Filter>> {
    node.fields()?;
    node.check_depth()?;
    let filters = node.entries(|name, node| {
        if let Some((_, field)) = JOINS.iter().find(|join| join.0 == name) {
            let inside = |node: &Node| read_enterprise_filters(node, declared);
            let sets = if *field == Field::Not { vec![inside(node)?] } else { node.items(inside)? };
            return Some(Filter { field: *field, operand: Operand::Filters(sets) });
        }
        let Some((_, field, takes)) = OF_ENTERPRISE.iter().find(|filter| filter.0 == name) else {
            let own = OF_ENTERPRISE.iter().map(|filter| filter.0);
            let names: Vec<_> = own.chain(JOINS.iter().map(|join| join.0)).collect();
            node.fault(PackFaultCode::UnknownFilter, name, &names.join(", "));
            return None;
        };
        Some(Filter { field: *field, operand: read_operand(node, *takes, declared)? })
    });
    (!filters.is_empty()).then_some(filters)
}

fn read_operand(node: &Node, takes: Takes, declared: &Declarations) -> Option<Operand> {
    if let Value::String(text) = node.value
        && let Some(name) = text.strip_prefix('$')
    {
        let fits = |shape: &Shape| match takes {
            Takes::Terms(list) => matches!(shape, Shape::Some(some) if some.name() == list),
            Takes::Term(list) => matches!(shape, Shape::One(one) if one.name() == list),
            Takes::Money => *shape == Shape::Money,
            Takes::Boolean | Takes::Texts | Takes::Definition | Takes::Span | Takes::GradeOf => false,
        };
        return declared.parameter(node, name, fits).map(Operand::Parameter);
    }
    match takes {
        Takes::Boolean => node.boolean().map(Operand::Boolean),
        Takes::Terms(list) => declared.terms(node, list, None).map(Operand::Terms),
        Takes::Term(list) => declared.one_term(node, list, None).map(Operand::Terms),
        Takes::Money => node.money().map(Operand::Money),
        Takes::Texts => node.items(Node::text).map(Operand::Texts),
        Takes::Definition => declared.definition(node).map(Operand::Definition),
        Takes::Span => read_span(node, None, declared).map(Operand::Span),
        Takes::GradeOf => {
            let mut fields = node.fields()?;
            let sector = fields.required("sector", Node::term);
            let grades = fields.required("grade", Node::set);
            fields.finish();
            Some(Operand::GradeOf { sector: sector?, grades: grades? })
        }
    }
}

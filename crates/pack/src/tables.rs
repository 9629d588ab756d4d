//! The tables that are values of parameters: tracks, conditions and deadlines of repair.

use super::fault::PackFaultCode;
use super::filter::{Field, Filter, Operand, Stage, read_filters};
use super::parameter::Declarations;
use super::reader::Node;
use super::source::Cited;
use super::terms::{DeadlineStart, FactKind, Severity, Track, Unit, Way};
use facts::{AbnormalReason, Set, Term};

/// One line of a table of tracks; a penalty runs on the first line whose filters it passes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackLine {
    pub track: Track,
    pub filters: Vec<Filter>,
    pub way: Way,
    pub severity: Severity,
    /// Months until it can be applied for.
    pub earliest: Option<u32>,
    /// Months until publication stops by itself.
    pub stops: Option<u32>,
    /// Whether neither day falls before the end of a restriction.
    pub term: bool,
    pub source: Cited,
    /// The parameters that decide whether the line fits.
    pub rests_on: Vec<usize>,
}

impl TrackLine {
    /// Whether the line asks this of a penalty.
    #[must_use]
    pub fn asks_for(&self, field: Field) -> bool {
        asks(&self.filters, field)
    }
}

/// Whether one of these filters, or one within them, asks this.
fn asks(filters: &[Filter], field: Field) -> bool {
    filters.iter().any(|filter| match &filter.operand {
        Operand::Filters(sets) => sets.iter().any(|set| asks(set, field)),
        _ => filter.field == field,
    })
}

/// The conditions of repair by target, as places in the pack's list of conditions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConditionTable {
    pub penalty: Vec<usize>,
    pub abnormal_listing: Vec<usize>,
    pub serious_listing: Vec<usize>,
}

/// One line of a table of deadlines, in working days each counted from the step before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadlineLine {
    pub target: Set<FactKind>,
    /// Only for these reasons of an abnormal listing.
    pub reason: Option<Set<AbnormalReason>>,
    pub from: DeadlineStart,
    pub accept: Option<u32>,
    pub decide: Option<u32>,
    /// By how many the days to decide may be extended, where the case is complex.
    pub extend: Option<u32>,
    pub unpublish: Option<u32>,
}

impl DeadlineLine {
    /// Whether the line is about such a target; `reason` is that of an abnormal listing.
    #[must_use]
    pub fn fits(&self, target: FactKind, reason: Option<AbnormalReason>) -> bool {
        self.target.contains(target)
            && self.reason.is_none_or(|reasons| reason.is_some_and(|reason| reasons.contains(reason)))
    }
}

pub(super) fn read_tracks(node: &Node, declared: &Declarations) -> Option<Vec<TrackLine>> {
    let outer = declared.take_used();
    let lines = node.items(|node| {
        let mut fields = node.fields()?;
        let months = |node: &Node| node.whole(0, declared.units.get(Unit::Months.index())?.most);
        let track = fields.required("track", Node::term);
        let when = |node: &Node| read_filters(node, FactKind::Penalty, Stage::Definitions, declared);
        let filters = fields.required("when", when);
        let way = fields.required("way", Node::term);
        let severity = fields.required("severity", Node::term);
        let earliest = fields.optional("earliest", months);
        let stops = fields.optional("stops", months);
        let term = fields.optional("term", Node::boolean).unwrap_or(false);
        let source = fields.source(&declared.sources);
        if way == Some(Way::OnApplication) && earliest.is_none() {
            node.fault(PackFaultCode::MissingKey, "earliest", "");
        }
        if way.is_some_and(|way| way != Way::NotPublished) && stops.is_none() {
            node.fault(PackFaultCode::MissingKey, "stops", "");
        }
        fields.finish();
        Some(TrackLine {
            track: track?,
            filters: filters?,
            way: way?,
            severity: severity?,
            earliest,
            stops,
            term,
            source: source?,
            rests_on: declared.take_used(),
        })
    })?;
    *declared.used.borrow_mut() = outer;
    if !lines.last().is_some_and(|line| line.filters.is_empty()) {
        node.fault(PackFaultCode::BadValue, "when", "the last line: when = {}");
    }
    Some(lines)
}

pub(super) fn read_conditions(node: &Node, declared: &Declarations) -> Option<ConditionTable> {
    let mut fields = node.fields()?;
    let read = |node: &Node| {
        node.items(|node| {
            let name = node.text()?;
            let index = declared.conditions.iter().position(|known| *known == name);
            if index.is_none() {
                node.fault(PackFaultCode::UnknownName, &name, &declared.conditions.join(", "));
            }
            index
        })
    };
    let table = ConditionTable {
        penalty: fields.required("penalty", read).unwrap_or_default(),
        abnormal_listing: fields.optional("abnormal_listing", read).unwrap_or_default(),
        serious_listing: fields.optional("serious_listing", read).unwrap_or_default(),
    };
    fields.finish();
    Some(table)
}

pub(super) fn read_deadlines(node: &Node, declared: &Declarations) -> Option<Vec<DeadlineLine>> {
    node.items(|node| {
        let mut fields = node.fields()?;
        let days = |node: &Node| declared.whole(node, Unit::WorkingDays);
        let target = fields.required("target", Node::set);
        let reason = fields.optional("reason", Node::set);
        let from = fields.required("from", Node::term);
        let accept = fields.optional("accept", days);
        let decide = fields.optional("decide", days);
        let extend = fields.optional("extend", days);
        let unpublish = fields.optional("unpublish", days);
        fields.finish();
        Some(DeadlineLine { target: target?, reason, from: from?, accept, decide, extend, unpublish })
    })
}

//! Reading what a pack says of inspection and repair.

use super::class::ByClass;
use super::condition::{Selection, read_condition};
use super::fault::PackFaultCode;
use super::filter::{Stage, read_filters};
use super::model::{InspectionRules, SectorCap, SectorVisits};
use super::parameter::{Declarations, Shape, check_dates};
use super::read::named;
use super::read_rules::check_number;
use super::reader::Node;
use super::repair::{Absent, Applying, ChannelRules, DatedSource, ListingRules, RepairCondition, RepairTest};
use super::source::read_cited;
use super::span::read_date_field;
use super::terms::{Channel, DateField, FactKind, Unit};
use facts::{RiskGrade, Term};

/// Reads how and how often to inspect. A form that does not list its classes says here what each of them means for that.
pub(super) fn read_inspection(
    node: &Node,
    lists_classes: bool,
    declared: &Declarations,
) -> Option<(InspectionRules, Option<ByClass>)> {
    let mut fields = node.fields()?;
    let filters = |node: &Node| read_filters(node, FactKind::Inspection, Stage::Track, declared);
    let source = fields.source(&declared.sources);
    let of_classes = if lists_classes { None } else { ByClass::read(&mut fields, declared) };
    let approach_with_visits = fields.required("approach_with_visits", Node::term);
    let annual_cap = fields.parameter("annual_cap", declared, Shape::Whole(Unit::Visits));
    let uses_cap = fields.required("uses_cap", filters);
    let resets_due = fields.required("resets_due", filters);
    let spares = fields.optional("spares", |node| read_condition(node, declared));
    let sector_caps = fields.optional("sector_caps", |node| {
        node.items(|node| {
            let mut fields = node.fields()?;
            let sector = fields.required("sector", Node::term);
            let annual_cap = fields.parameter("annual_cap", declared, Shape::Whole(Unit::Visits));
            fields.finish();
            Some(SectorCap { sector: sector?, annual_cap: annual_cap? })
        })
    });
    let visits_lift_cap = fields.optional("visits_lift_cap", Node::boolean).unwrap_or(true);
    let sector_visits = fields.optional("sector_visits", |node| {
        node.items(|node| {
            let mut fields = node.fields()?;
            let sector = fields.required("sector", Node::term);
            let grades = fields.required("grades", |node| {
                let visits = |node: &Node| declared.reference(node, |found| *found == Shape::Visits);
                <[usize; 4]>::try_from(named::<RiskGrade, _>(node, visits)?).ok()
            });
            fields.finish();
            Some(SectorVisits { sector: sector?, grades: grades? })
        })
    });
    fields.finish();
    let rules = InspectionRules {
        source: source?,
        approach_with_visits: approach_with_visits?,
        annual_cap: annual_cap?,
        sector_caps: sector_caps.unwrap_or_default(),
        visits_lift_cap,
        uses_cap: uses_cap?,
        resets_due: resets_due?,
        spares,
        sector_visits: sector_visits.unwrap_or_default(),
    };
    Some((rules, of_classes))
}

pub(super) fn read_channels(node: &Node, declared: &Declarations) -> Option<Vec<ChannelRules>> {
    named::<Channel, _>(node, |node| {
        let mut fields = node.fields()?;
        let title = fields.optional("title", Node::words);
        let authority_system = fields.required("authority_system", Node::set);
        let clock = fields.required("clock", |node| {
            let field = read_date_field(node, FactKind::Penalty)?;
            if !matches!(field, DateField::PublishedOn | DateField::DecidedOn) {
                node.fault(PackFaultCode::BadValue, field.code(), "published_on, decided_on");
            }
            Some(field)
        });
        let publish_days = fields.parameter("publish_days", declared, Shape::Whole(Unit::WorkingDays));
        let from = fields.parameter("from", declared, Shape::Date);
        let tracks = fields.parameter("tracks", declared, Shape::Tracks);
        let conditions = fields.parameter("conditions", declared, Shape::Conditions);
        let deadlines = fields.parameter("deadlines", declared, Shape::Deadlines);
        let ends_with_deregistration =
            fields.optional("ends_with_deregistration", |node| read_cited(node, &declared.sources));
        let applying = fields.optional("applying", |node| {
            let mut fields = node.fields()?;
            let place = fields.required("place", Node::words);
            let fee = fields.required("fee", Node::words);
            let source = fields.source(&declared.sources);
            fields.finish();
            Some(Applying { place: place?, fee: fee?, source: source? })
        });
        fields.finish();
        Some(ChannelRules {
            title,
            authority_system: authority_system?,
            clock: clock?,
            publish_days: publish_days?,
            from: from?,
            tracks: tracks?,
            conditions: conditions?,
            deadlines: deadlines?,
            ends_with_deregistration,
            applying,
        })
    })
}

pub(super) fn read_listings(node: &Node, declared: &Declarations) -> Option<ListingRules> {
    let dated = |node: &Node| {
        let sources = node.items(|node| {
            let mut fields = node.fields()?;
            let from = fields.optional("from", Node::date);
            let until = fields.optional("until", Node::date);
            let source = fields.source(&declared.sources);
            fields.finish();
            Some(DatedSource { from, until, source: source? })
        })?;
        check_dates(node, sources.iter().map(|source| (source.from, source.until)));
        Some(sources)
    };
    let mut fields = node.fields()?;
    let abnormal_listing = fields.required("abnormal_listing", dated);
    let serious_listing = fields.required("serious_listing", dated);
    let serious_years = fields.parameter("serious_years", declared, Shape::Whole(Unit::Years));
    let serious_repair_years = fields.parameter("serious_repair_years", declared, Shape::Whole(Unit::Years));
    fields.finish();
    Some(ListingRules {
        abnormal_listing: abnormal_listing?,
        serious_listing: serious_listing?,
        serious_years: serious_years?,
        serious_repair_years: serious_repair_years?,
    })
}

pub(super) fn read_tests(node: &Node, declared: &Declarations) -> Vec<RepairCondition> {
    let tests = node.entries(|id, node| {
        let mut fields = node.fields()?;
        let title = fields.required("title", Node::words);
        let unmet = fields.optional("unmet", Node::words);
        let cure = fields.required("cure", Node::words);
        let test = if fields.has("none") {
            fields.required("none", |node| node.items(|node| read_absent(node, declared))).map(RepairTest::None)
        } else if fields.has("term_over") {
            fields.required("term_over", Node::term).map(RepairTest::TermOver)
        } else {
            fields.required("known", Node::term).map(RepairTest::Known)
        };
        fields.finish();
        Some(RepairCondition { id: id.to_owned(), title: title?, unmet, cure: cure?, test: test? })
    });
    check_number(node, tests.len());
    tests
}

fn read_absent(node: &Node, declared: &Declarations) -> Option<Absent> {
    let mut fields = node.fields()?;
    let fact: Option<FactKind> = fields.required("of", Node::term);
    let filters = fields.optional("where", |node| read_filters(node, fact?, Stage::Track, declared));
    let after_target = fields.optional("after_target", Node::boolean).unwrap_or(false);
    let same_category = fields.optional("same", |node| node.one_of(&[("category", ())]));
    fields.finish();
    let selection = Selection { fact: fact?, filters: filters.unwrap_or_default(), within: None, older_than: None };
    Some(Absent { selection, after_target, same_category: same_category.is_some() })
}

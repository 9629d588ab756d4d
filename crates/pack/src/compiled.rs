//! The compiled form of a pack: which fields each of its types hands over.

use super::class::{Class, ClassEntry, ClassSet};
use super::condition::{Condition, Selection, Tally};
use super::figure::{Bounds, Figure};
use super::filter::{Field, Filter, Operand};
use super::message::{Message, Piece};
use super::model::{
    AdviceLine, ClassRule, CountedBy, Definition, Definitions, Edition, InspectionRules, KeyCaseCondition, KeyCaseRule,
    KeyCaseRules, MeasureRule, OwnDefinition, Pack, RiskGradeRule, SectorCap, SectorVisits,
};
use super::papers::{ChannelTitle, Material, PaperLine};
use super::parameter::{DatedValue, Parameter, ParameterValue, Shape, UnitBounds};
use super::percent::Percent;
use super::preset::{Preset, PresetValue};
use super::repair::{Absent, Applying, ChannelRules, DatedSource, ListingRules, RepairCondition, RepairTest};
use super::score::{Band, GradeFloor, GradeLine, Number, NumberTest, Points, Score, ScorePart};
use super::source::{Cited, Source};
use super::span::{Amount, Span};
use super::tables::{ConditionTable, DeadlineLine, TrackLine};
use super::terms::{
    Approach, Channel, DateField, DeadlineStart, FactKind, Knowledge, List, Severity, Slot, SourceKind, Tone, Track,
    Unit, Way,
};
use super::text::Text;
use super::validity::{OutOfForce, Validity};
use facts::compiled::{Bytes, Compiled, compiled_enums, compiled_structs, compiled_terms};

compiled_terms! {
    Approach, Channel, DateField, DeadlineStart, FactKind, Knowledge, Severity, Slot, SourceKind, Tone, Track, Unit,
    Way,
}

compiled_structs! {
    Absent { selection, after_target, same_category }
    AdviceLine { approach, triggered, key_case, message }
    Applying { place, fee, source }
    Band { bounds, points }
    Bounds { from, above, up_to, below }
    ChannelRules {
        title, authority_system, clock, publish_days, from, tracks, conditions, deadlines, ends_with_deregistration, applying,
    }
    ChannelTitle { channel, title }
    ClassEntry { class, word, short, tone, approach, sampling, visits, raised_to }
    ClassRule { id, class, title, source, message, when, validity, rests_on }
    ConditionTable { penalty, abnormal_listing, serious_listing }
    DatedSource { from, until, source }
    DatedValue { from, until, value, source }
    DeadlineLine { target, reason, from, accept, decide, extend, unpublish }
    Definition { title, source, alternatives, rests_on }
    Definitions { simple, small, heavier, own }
    Edition { from, chosen }
    Figure { id, title, unit, decimals, least, most }
    Filter { field, operand }
    GradeFloor { grade, title, when }
    GradeLine { grade, bounds }
    InspectionRules {
        source, approach_with_visits, annual_cap, sector_caps, visits_lift_cap, uses_cap, resets_due, spares, sector_visits,
    }
    KeyCaseRule { id, title, source, when, rests_on }
    KeyCaseRules { counted_by, source, rules }
    ListingRules { abnormal_listing, serious_listing, serious_years, serious_repair_years }
    Material { id, title, titles, text }
    MeasureRule { id, title, source, class, when }
    Message { zh, en }
    Pack {
        id, version, title, digest, sources, parameters, presets, definitions, unknown_fine_is_small, classes, figures, scores, rules, risk_grade, key_case, inspection, channels,
        listings, conditions, papers, materials, measures, advice, forecast_years, list_separator, units, warnings,
        registered_later, timeline, words, editions,
    }
    OwnDefinition { id, definition }
    PaperLine { channel, target, reason, ids }
    Parameter { id, title, note, shape, among, values, overridden }
    Preset { id, title, source, note, values }
    PresetValue { parameter, value }
    RepairCondition { id, title, unmet, cure, test }
    RiskGradeRule { grades, title, source, message }
    Score { id, title, source, when, starts_at, parts, least, most, grades, at_least, incomplete, sector, rests_on }
    ScorePart { title, points }
    SectorCap { sector, annual_cap }
    SectorVisits { sector, grades }
    Selection { fact, filters, within, older_than }
    Source { id, title, short, form, kind, knowledge, from, until, dated, published }
    Span { unit, length, after, is_open }
    Text { zh, en }
    TrackLine { track, filters, way, severity, earliest, stops, term, source, rests_on }
    UnitBounds { title, least, most }
    Validity { from, until, out_of_force }
}

compiled_enums! {
    Amount { 0 Literal(number), 1 Parameter(index) }
    Condition {
        0 Count { selection, or, at_least, tally },
        1 Latest { selection, worst_first, is },
        2 Enterprise(filters),
        3 All(parts),
        4 Any(parts),
        5 Not(part),
        6 Number { of, test },
    }
    CountedBy { 0 ClassRule(index), 1 KeyCaseRule(index) }
    Field {
        0 Standing, 1 Annulled, 2 Live, 3 Simple, 4 Small, 5 Heavier, 6 Track, 7 Severity, 8 Kinds, 9 KindsOnly,
        10 FineAtMost, 11 FineDiscretion, 12 Discretion, 13 Procedure, 14 Sector, 15 AuthoritySystem, 16 Scope,
        17 OnList, 18 AbnormalReason, 19 LeadKind, 20 Open, 21 Mode, 22 Basis, 23 Result, 24 CommitmentKind,
        25 Breached, 26 Is, 27 Category, 28 FineAbove, 29 Any, 30 All, 31 Not, 32 EnterpriseKind, 33 Status,
        34 AnySector, 35 WorstGrade, 36 Region, 37 Industry, 38 RegisteredWithin, 39 GradeOf,
    }
    KeyCaseCondition { 0 Rule(index), 1 Own { when, unless } }
    Number { 0 Figure(index), 1 Score(index) }
    NumberTest { 0 Within(bounds), 1 Missing, 2 Grade(grades) }
    Operand {
        0 Boolean(value), 1 Terms(bits), 2 Money(amount), 3 Parameter(index), 4 Texts(texts), 5 Definition(index),
        6 Filters(sets), 7 Span(span), 8 GradeOf { sector, grades },
    }
    OutOfForce { 0 Judges, 1 Rests }
    ParameterValue {
        0 Whole(number), 1 Money(amount), 2 Percent(share), 3 Visits { min, max }, 4 Date(day), 5 Terms(bits),
        6 Tracks(lines), 7 Conditions(table), 8 Deadlines(lines),
    }
    Piece { 0 Words(words), 1 Slot(slot), 2 Parameter(index) }
    Points {
        0 Value { of, times, missing }, 1 Bands { of, bands, missing }, 2 When { when, points }, 3 Each { selection, points, at_most },
    }
    RepairTest { 0 Known(field), 1 TermOver(field), 2 None(absent) }
    Shape {
        0 Whole(unit), 1 Money, 2 Percent, 3 Visits, 4 Date, 5 One(list), 6 Some(list), 7 Tracks, 8 Conditions,
        9 Deadlines,
    }
    Tally { 0 Facts, 1 OfOneCategory, 2 Years }
}

/// What a request changed is nothing of a pack.
impl Compiled for Cited {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.id.write(bytes);
        self.article.write(bytes);
        self.default.write(bytes);
    }

    #[inline(never)]
    fn read(bytes: &mut Bytes) -> Self {
        let (id, article, default) = (String::read(bytes), Option::read(bytes), bool::read(bytes));
        Self { id, article, default, changed: false }
    }
}

impl Compiled for Class {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.index().write(bytes);
        self.id().to_owned().write(bytes);
    }

    fn read(bytes: &mut Bytes) -> Self {
        let (index, id) = (usize::read(bytes), String::read(bytes));
        Self::new(index, &id).unwrap_or_else(|| {
            bytes.spoil();
            Self::NONE
        })
    }
}

impl Compiled for ClassSet {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.0.write(bytes);
    }

    fn read(bytes: &mut Bytes) -> Self {
        Self(u8::read(bytes))
    }
}

impl Compiled for Percent {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.0.write(bytes);
    }

    fn read(bytes: &mut Bytes) -> Self {
        Self(u16::read(bytes))
    }
}

impl Compiled for List {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.0.write(bytes);
    }

    fn read(bytes: &mut Bytes) -> Self {
        Self(u8::read(bytes))
    }
}

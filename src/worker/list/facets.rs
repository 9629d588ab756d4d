//! By what the list can be narrowed, in words.

use super::SOON;
use crate::district::{InspectionState, Mark, Table, region_name};
use crate::export::{BY_HAND_TITLE, remark_title};
use crate::facts::{EnterpriseStatus, Sector, Term};
use crate::pack::{Locale, Pack, Phrase, RepairStatus, phrases};
use crate::worker::messages::{Facet, FacetChoices, FacetEntry, Known, Narrowing, ReasonFilter, RepairFilter};

phrases! {
    REGION "行政区划" "Region"
    SECTOR "监管领域" "Sector"
    REASON "理由" "Reason"
    INSPECTION "检查" "Inspection"
    REPAIR "信用修复" "Repair"
    STATUS "登记状态" "Status"
    MARK "需核对" "To be checked"
    NOT_KNOWN "不明" "not known"
    CODED "{0}（{1}）" "{0} ({1})"
    NO_REASON "没有理由（信用良好）" "no reason (good)"
    RISK_GRADE "行业风险等级提高类别" "raised by the sector's risk grade"
    OVERDUE "已逾期" "overdue"
    NEVER "无检查记录" "no visit on record"
    DUE_SOON "30日内到期" "due within 30 days"
    NOTHING_LEFT "已到期、本年上限已用完" "due, but the cap of the year is used up"
    LEAD "有未办结线索" "open leads"
    NONE_DUE "无须主动检查" "no visit asked for"
    NOW "现在可申请" "possible now"
    WITHIN "30日内可申请" "possible within 30 days"
    LACKS "还缺：{0}" "lacks: {0}"
    NOTHING_TO_REPAIR "没有处罚和列入记录" "no penalty or listing on record"
}

/// All that the list can be narrowed to, facet by facet.
pub(super) fn facets(table: &Table, pack: &Pack, locale: Locale) -> Vec<FacetChoices> {
    Facet::ALL.iter().map(|facet| choices(*facet, table, pack, locale)).collect()
}

fn choices(facet: Facet, table: &Table, pack: &Pack, locale: Locale) -> FacetChoices {
    let (label, entries) = match facet {
        Facet::Region => (REGION, regions(table, locale)),
        Facet::Sector => (SECTOR, sectors(pack, locale)),
        Facet::Reason => (REASON, reasons(pack, locale)),
        Facet::Inspection => (INSPECTION, inspections(locale)),
        Facet::Repair => (REPAIR, repairs(pack, locale)),
        Facet::Mark => {
            let marks = Mark::ALL.iter().map(|mark| entry(Narrowing::Mark(*mark), mark_title(*mark).get(locale)));
            (MARK, marks.collect())
        }
        Facet::Status => {
            let word = |status: &EnterpriseStatus| entry(Narrowing::Status(*status), pack.word(*status).get(locale));
            (STATUS, EnterpriseStatus::ALL.iter().map(word).collect())
        }
    };
    FacetChoices { facet, label: label.get(locale).to_owned(), entries }
}

fn entry(narrowing: Narrowing, words: &str) -> FacetEntry {
    FacetEntry { narrowing, words: words.to_owned() }
}

fn regions(table: &Table, locale: Locale) -> Vec<FacetEntry> {
    let region = |region: &Option<String>| match region {
        Some(region) => {
            let words = region_name(region)
                .map_or_else(|| region.clone(), |name| distinct_region_name(name, region, (table, locale)));
            entry(Narrowing::Region(Known::Is(region.clone())), &words)
        }
        None => entry(Narrowing::Region(Known::Unknown), NOT_KNOWN.get(locale)),
    };
    table.regions().iter().map(region).collect()
}

/// Returns the name of a region, with its code where another of the district has the same name.
fn distinct_region_name(name: &str, code: &str, (table, locale): (&Table, Locale)) -> String {
    let named_so = table.regions().iter().flatten().filter(|other| region_name(other) == Some(name)).count();
    if named_so > 1 { CODED.fill(locale, &[name, code]) } else { name.to_owned() }
}

fn sectors(pack: &Pack, locale: Locale) -> Vec<FacetEntry> {
    let sector = |sector: &Sector| entry(Narrowing::Sector(Known::Is(*sector)), pack.word(*sector).get(locale));
    let unknown = entry(Narrowing::Sector(Known::Unknown), NOT_KNOWN.get(locale));
    Sector::ALL.iter().map(sector).chain([unknown]).collect()
}

fn reasons(pack: &Pack, locale: Locale) -> Vec<FacetEntry> {
    let rules = pack.rules.iter().map(|rule| (ReasonFilter::Rule(rule.id.clone()), rule.title.get(locale)));
    let others = [(ReasonFilter::RiskGrade, RISK_GRADE.get(locale)), (ReasonFilter::Nothing, NO_REASON.get(locale))];
    rules.chain(others).map(|(reason, words)| entry(Narrowing::Reason(reason), words)).collect()
}

fn inspections(locale: Locale) -> Vec<FacetEntry> {
    let states = [
        (InspectionState::Overdue, OVERDUE),
        (InspectionState::Never, NEVER),
        (InspectionState::DueWithin(SOON), DUE_SOON),
        (InspectionState::NothingLeft, NOTHING_LEFT),
        (InspectionState::Triggered, LEAD),
        (InspectionState::NoneDue, NONE_DUE),
    ];
    states.map(|(state, words)| entry(Narrowing::Inspection(state), words.get(locale))).into()
}

fn repairs(pack: &Pack, locale: Locale) -> Vec<FacetEntry> {
    let said = |state: RepairFilter, words: &str| entry(Narrowing::Repair(state), words);
    let mut entries =
        vec![said(RepairFilter::Now, NOW.get(locale)), said(RepairFilter::Within(SOON), WITHIN.get(locale))];
    entries.extend(pack.conditions.iter().map(|condition| {
        // What nothing can meet any more has words of its own.
        let lacks = || LACKS.fill(locale, &[condition.title.get(locale)]);
        let words = condition.unmet.as_ref().map_or_else(lacks, |unmet| unmet.get(locale).to_owned());
        said(RepairFilter::Lacks(condition.id.clone()), &words)
    }));
    let blocked = [RepairStatus::StopsAutomatically, RepairStatus::Barred, RepairStatus::NotModelled];
    entries.extend(blocked.map(|status| said(RepairFilter::Stands(status), pack.word(status).get(locale))));
    entries.push(said(RepairFilter::Nothing, NOTHING_TO_REPAIR.get(locale)));
    entries
}

/// What is to be looked at, in words.
pub(super) fn mark_title(mark: Mark) -> Phrase {
    match mark {
        Mark::Remark(kind) => remark_title(kind),
        Mark::ByHand => BY_HAND_TITLE,
    }
}

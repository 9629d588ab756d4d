//! The rows of enterprises, and what they have in common with those that were compared.

use super::facets::mark_title;
use super::words::NAMED;
use crate::district::{District, MainReason, Row, Table};
use crate::export::{BY_HAND_TITLE, by_hand, remark_title};
use crate::facts::Withheld;
use crate::pack::{Class, Locale, Pack, Phrase, RepairStatus, phrases, withheld_text};
use crate::worker::messages::{ClassCell, InspectionCell, ListRow, RepairCell};

phrases! {
    RISK_GRADE "行业风险等级" "the sector's risk grade"
}

/// The rows of the enterprises at these places.
pub(in crate::worker) fn rows(
    places: &[u32],
    district: &District,
    table: &Table,
    pack: &Pack,
    locale: Locale,
) -> Vec<ListRow> {
    places.iter().filter_map(|place| row(*place as usize, district, table, pack, locale)).collect()
}

fn row(place: usize, district: &District, table: &Table, pack: &Pack, locale: Locale) -> Option<ListRow> {
    let (enterprise, row) = (district.enterprises().get(place)?, table.row(place)?);
    let is_assessed = !row.withheld;
    Some(ListRow {
        uscc: enterprise.uscc.clone(),
        name: enterprise.name.clone(),
        class: class_cell(district.withheld(place), row.verdict.class, pack, locale),
        key_case: is_assessed && !row.key_case.is_empty(),
        not_counted: district.gaps(place).penalties,
        registered: district.is_registered(place),
        marks: district.marks(place).into_iter().map(|mark| mark_title(mark).get(locale).to_owned()).collect(),
        reason: reason_title(row.main_reason, pack, locale).filter(|_| is_assessed).map(str::to_owned),
        penalties: row.penalties,
        inspection: is_assessed.then(|| inspection(&row)),
        repair: is_assessed.then(|| repair(&row, table, pack, locale)),
    })
}

/// The class of an enterprise, or why it is not assessed.
pub(super) fn class_cell(withheld: Option<Withheld>, class: Class, pack: &Pack, locale: Locale) -> ClassCell {
    match withheld {
        Some(withheld) => ClassCell::Withheld(withheld_text(withheld, locale).to_owned()),
        None => ClassCell::Class { class, word: pack.word(class).get(locale).to_owned() },
    }
}

/// The title of a reason; `None` where there is none.
pub(super) fn reason_title(reason: MainReason, pack: &Pack, locale: Locale) -> Option<&str> {
    match reason {
        MainReason::Rule(place) => pack.rules.get(place).map(|rule| rule.title.get(locale)),
        MainReason::RiskGrade => Some(RISK_GRADE.get(locale)),
        MainReason::Nothing => None,
    }
}

fn inspection(row: &Row) -> InspectionCell {
    InspectionCell {
        due_on: row.next_due_on,
        overdue: row.overdue,
        never_inspected: row.never_inspected,
        remaining: row.remaining,
        open_leads: row.triggered,
    }
}

/// The day, or else the word for what stands in the way.
fn repair(row: &Row, table: &Table, pack: &Pack, locale: Locale) -> RepairCell {
    let waits = [RepairStatus::ConditionsUnmet, RepairStatus::StopsAutomatically, RepairStatus::Barred];
    match row.repair_on {
        Some(on) if on <= table.as_of() => RepairCell::Now,
        Some(on) => RepairCell::On(on),
        None => match waits.into_iter().find(|status| row.repair.statuses.contains(*status)) {
            Some(status) => RepairCell::Stands(pack.word(status).get(locale).to_owned()),
            None => RepairCell::Nothing,
        },
    }
}

/// What is to be known of the enterprise at a place besides its record, each line in both languages.
pub(in crate::worker) fn beside(district: &District, place: usize) -> Vec<(String, String)> {
    let named = |title: Phrase, zh: &str, en: &str| {
        (NAMED.fill(Locale::Zh, &[title.get(Locale::Zh), zh]), NAMED.fill(Locale::En, &[title.get(Locale::En), en]))
    };
    let remarks = district.besides().remarks.get(&place).into_iter().flatten();
    let remarks = remarks.map(|remark| named(remark_title(remark.kind), &remark.words.zh, &remark.words.en));
    let changed = by_hand(district, place, Locale::Zh).zip(by_hand(district, place, Locale::En));
    remarks.chain(changed.map(|(zh, en)| named(BY_HAND_TITLE, &zh, &en))).collect()
}

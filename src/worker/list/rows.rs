//! The rows of enterprises, and what they have in common with those that were compared.

use super::facets::mark_title;
use super::words::NAMED;
use crate::district::{District, MainReason, Row, Table, region_words};
use crate::export::{BY_HAND_TITLE, by_hand, key_case, remark_title, sectors, status};
use crate::facts::Withheld;
use crate::pack::{Class, Locale, Pack, Phrase, RepairStatus, not_early_text, phrases, withheld_text};
use crate::worker::messages::{ClassCell, InspectionCell, ListRow, RepairCell};

phrases! {
    RISK_GRADE "因行业风险等级提高类别" "raised by the sector's risk grade"
}

/// The rows of the enterprises at these indices.
pub(in crate::worker) fn rows(
    indices: &[u32],
    district: &District,
    table: &Table,
    pack: &Pack,
    locale: Locale,
) -> Vec<ListRow> {
    indices.iter().filter_map(|index| row(*index as usize, district, table, pack, locale)).collect()
}

fn row(index: usize, district: &District, table: &Table, pack: &Pack, locale: Locale) -> Option<ListRow> {
    let (enterprise, row) = (district.enterprises().get(index)?, table.row(index)?);
    let is_assessed = !row.withheld;
    Some(ListRow {
        uscc: enterprise.uscc.clone(),
        name: enterprise.name.clone(),
        class: class_cell(district.withheld(index), row.verdict.class, pack, locale),
        key_case: (is_assessed && !row.key_case.is_empty()).then(|| key_case(&row, pack, locale)),
        not_counted: district.gaps(index).penalties,
        registered: district.is_registered(index),
        status: status(enterprise, district.is_registered(index), pack, locale),
        region: row.region.map(region_words).unwrap_or_default().to_owned(),
        sectors: sectors(&row, pack, locale),
        marks: district.marks(index).into_iter().map(|mark| mark_title(mark).get(locale).to_owned()).collect(),
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
        None => {
            let entry = pack.class(class);
            ClassCell::Class { tone: entry.tone, word: entry.word.get(locale).to_owned() }
        }
    }
}

/// The title of a reason; `None` where there is none.
pub(super) fn reason_title(reason: MainReason, pack: &Pack, locale: Locale) -> Option<&str> {
    match reason {
        MainReason::Rule(index) => pack.rules.get(index).map(|rule| rule.title.get(locale)),
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
            Some(RepairStatus::ConditionsUnmet) if !row.repair.curable => {
                RepairCell::Stands(not_early_text(locale).to_owned())
            }
            Some(status) => RepairCell::Stands(pack.word(status).get(locale).to_owned()),
            None => RepairCell::Nothing,
        },
    }
}

/// What is to be known of the enterprise at an index besides its record, each line in both languages.
pub(in crate::worker) fn beside(district: &District, index: usize) -> Vec<(String, String)> {
    let named = |title: Phrase, zh: &str, en: &str| {
        (NAMED.fill(Locale::Zh, &[title.get(Locale::Zh), zh]), NAMED.fill(Locale::En, &[title.get(Locale::En), en]))
    };
    let remarks = district.besides().remarks.get(&index).into_iter().flatten();
    let remarks = remarks.map(|remark| named(remark_title(remark.kind), &remark.words.zh, &remark.words.en));
    let changed = by_hand(district, index, Locale::Zh).zip(by_hand(district, index, Locale::En));
    remarks.chain(changed.map(|(zh, en)| named(BY_HAND_TITLE, &zh, &en))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::builtin;
    use crate::facts::{CourtListing, Date, Enterprise, Penalty, PenaltyKind};
    use crate::import::{Import, Remark, RemarkKind};
    use crate::pack::{Text, Tone};

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn firm(uscc: &str) -> Enterprise {
        Enterprise {
            uscc: uscc.to_owned(), name: format!("包头市{uscc}示例有限公司"), ..Enterprise::default()
        }
    }

    /// A good one, one that was fined, one on the list of the courts that is in no register, and one that was not there yet.
    fn told(locale: Locale) -> Vec<ListRow> {
        let mut fined = firm("B");
        fined.penalties.push(Penalty::new(day("2026-05-06"), [PenaltyKind::Fine].into_iter().collect()));
        let unborn = Enterprise { registered_on: Some(day("2026-12-01")), ..firm("D") };
        let mut listed = firm("C");
        listed.court_listings.push(CourtListing { listed_on: day("2025-01-05"), removed_on: None });
        let remark = Remark { kind: RemarkKind::NameDiffers, words: Text::same("") };
        let mut district = District::new(Import {
            enterprises: vec![firm("A"), fined, unborn, listed],
            registered: 3,
            remarks: [(0, vec![remark])].into(),
            ..Import::default()
        });
        district.classify(builtin::pack(), builtin::calendar(), day("2026-11-21"));
        let table = district.table().unwrap();
        rows(&[3, 1, 0, 2, 9], &district, table, builtin::pack(), locale)
    }

    #[test]
    fn a_row_tells_class_reason_penalties_and_what_is_to_be_looked_at() {
        let rows = told(Locale::Zh);
        let codes: Vec<&str> = rows.iter().map(|row| row.uscc.as_str()).collect();
        assert_eq!(codes, ["C", "B", "A", "D"], "in the order asked for, without what is not there");
        let words = |row: &ListRow| match &row.class {
            ClassCell::Class { tone, word } => (Some(*tone), word.clone()),
            ClassCell::Withheld(words) => (None, words.clone()),
        };
        assert_eq!(words(&rows[0]), (Some(Tone::Red), "违法失信、风险较高".to_owned()));
        assert_eq!(words(&rows[1]), (Some(Tone::Amber), "信用风险一般".to_owned()));
        assert_eq!(words(&rows[2]), (Some(Tone::Green), "信用良好".to_owned()));
        assert_eq!(words(&rows[3]), (None, "评估日早于成立日期，不评估".to_owned()));
        let court = builtin::pack().rule("court_list").map(|rule| rule.title.zh.as_str());
        assert_eq!((rows[0].reason.as_deref(), rows[2].reason.as_deref()), (court, None));
        assert_eq!(rows.iter().map(|row| row.penalties).collect::<Vec<_>>(), [0, 1, 0, 0]);
        assert_eq!(rows.iter().map(|row| row.registered).collect::<Vec<_>>(), [false, true, true, true]);
        assert_eq!(rows[2].marks, ["名称与代码不符"]);
        assert_eq!(told(Locale::En)[2].marks, ["Name and code disagree"]);
    }

    #[test]
    fn what_can_no_longer_be_applied_for_is_said_where_nothing_else_can_be_done() {
        let penalty = |on: &str, repaired_on: Option<Date>| Penalty {
            published_on: Some(day(on)),
            category: Some("虚假宣传".to_owned()),
            repaired_on,
            ..Penalty::new(day(on), [PenaltyKind::ConfiscationOfGoods].into_iter().collect())
        };
        // A later penalty of the same kind, which is settled or lacks what can still be done.
        let again = |uscc: &str, repaired_on: Option<Date>| Enterprise {
            penalties: vec![penalty("2026-03-10", None), penalty("2026-07-10", repaired_on)],
            ..firm(uscc)
        };
        let enterprises = vec![again("A", Some(day("2026-11-01"))), again("B", None)];
        let mut district = District::new(Import { enterprises, registered: 2, ..Import::default() });
        district.classify(builtin::pack(), builtin::calendar(), day("2026-11-21"));
        let told = |locale| {
            let rows = rows(&[0, 1], &district, district.table().unwrap(), builtin::pack(), locale);
            rows.into_iter().map(|row| row.repair.unwrap()).collect::<Vec<_>>()
        };
        let stands = |words: &str| RepairCell::Stands(words.to_owned());
        assert_eq!(told(Locale::Zh), [stands("不能提前申请"), stands("条件尚未具备")]);
        assert_eq!(told(Locale::En)[0], stands("cannot be applied for early"));
    }

    #[test]
    fn of_who_is_not_assessed_nothing_is_told_that_only_an_assessment_can_tell() {
        let rows = told(Locale::Zh);
        let unborn = &rows[3];
        assert_eq!((&unborn.reason, &unborn.inspection, &unborn.repair), (&None, &None, &None));
        let fined = rows[1].inspection.unwrap();
        assert!(fined.never_inspected && !fined.overdue && !fined.open_leads);
        assert_eq!(rows[2].repair, Some(RepairCell::Nothing));
    }
}

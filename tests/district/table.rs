//! The rows of the table say what the whole assessment says.

use xinheng::assess::Assessor;
use xinheng::builtin;
use xinheng::district::MainReason;
use xinheng::pack::{Class, RepairStatus};

use crate::support::{day, enterprise, sample, table};
use crate::{class, deciding_reason, is_visit};

#[test]
fn every_row_says_what_the_assessment_says() {
    let district = sample();
    let pack = builtin::pack();
    for as_of in ["2025-03-31", "2026-11-21", "2027-10-01"] {
        let table = table(&district, as_of);
        let as_of = day(as_of);
        assert_eq!((table.len(), table.as_of()), (district.enterprises().len(), as_of));
        let mut assessor = Assessor::new(pack, builtin::calendar(), as_of);
        for (index, enterprise) in district.enterprises().iter().enumerate() {
            let (row, whole) = (table.row(index).unwrap(), assessor.assess(enterprise, false));
            assert_eq!((row.verdict.class, row.verdict.credit_class), (whole.class, whole.credit_class));
            let first = deciding_reason(&whole);
            let main = match row.main_reason {
                MainReason::Rule(rule) => Some(pack.rules[rule].id.as_str()),
                MainReason::RiskGrade => Some("risk_grade"),
                MainReason::Nothing => None,
            };
            assert_eq!(main, first.map(|reason| reason.rule.as_str()), "{}", enterprise.uscc);
            assert_eq!(!row.key_case.is_empty(), whole.key_case.flagged);
            let visited = enterprise.inspections.iter().any(|inspection| is_visit(inspection, as_of));
            assert_eq!((row.next_due_on, row.never_inspected), (whole.inspection.next_due_on, !visited));
            assert_eq!(row.overdue, whole.inspection.overdue && visited, "{}", enterprise.uscc);
            assert_eq!(u32::from(row.remaining), whole.inspection.remaining);
            assert_eq!(row.triggered, whole.inspection.triggered);
            let repair_on = whole.repair.iter().filter_map(|repair| match repair.status {
                RepairStatus::Eligible => Some(as_of),
                RepairStatus::NotYet => repair.earliest_on,
                _ => None,
            });
            assert_eq!(row.repair_on, repair_on.min(), "{}", enterprise.uscc);
            assert_eq!((row.region, row.sectors), (enterprise.region.as_deref(), enterprise.sectors));
            assert_eq!(row.status, enterprise.status);
        }
        assert!(table.row(table.len()).is_none());
    }
}

#[test]
fn a_changed_record_changes_its_row_and_the_totals() {
    let (mut district, pack, calendar) = (sample(), builtin::pack(), builtin::calendar());
    let before = district.classify(pack, calendar, day("2026-11-21"));
    let is_good = |index: &usize| district.table().unwrap().row(*index).unwrap().verdict.class == class("good");
    let index = (0..district.enterprises().len()).find(is_good).unwrap();
    let mut record = district.enterprises()[index].clone();
    record.name = "改了名字的示例".to_owned();
    record.region = Some("999999".to_owned());
    record.court_listings.push(xinheng::facts::CourtListing { listed_on: day("2026-01-05"), removed_on: None });
    assert!(district.replace(record.clone(), pack, calendar));
    assert!(!district.replace(enterprise(1), pack, calendar), "it is not of this district");

    let row = district.table().unwrap().row(index).unwrap();
    assert_eq!((row.verdict.class, row.region), (class("high_risk"), Some("999999")));
    let filter = xinheng::district::Filter { words: "改了名字".to_owned(), ..Default::default() };
    assert_eq!(district.find(&filter, Default::default()).indices, [index as u32]);
    // Every other row, and the whole table anew, is as if it had always been so.
    let rows = |district: &xinheng::district::District| -> Vec<String> {
        (0..district.enterprises().len()).map(|index| format!("{:?}", district.table().unwrap().row(index))).collect()
    };
    let replaced = rows(&district);
    let after = district.classify(pack, calendar, day("2026-11-21"));
    assert_eq!(replaced, rows(&district));
    let count = |tallies: &xinheng::district::Tallies, class: Class| tallies.classes[class.index()].1;
    assert_eq!(count(&after, class("good")) + 1, count(&before, class("good")));
    assert_eq!(count(&after, class("high_risk")), count(&before, class("high_risk")) + 1);
}

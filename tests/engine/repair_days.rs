//! The days of a repair that no answer has in its JSON: the soonest application, the next change, the measure before.

use serde_json::{Value, json};
use xinheng::assess::{Assessment, Assessor, Evidence};
use xinheng::builtin;
use xinheng::calendar::parse_day;
use xinheng::facts::Date;
use xinheng::pack::{FactKind, RepairStatus};

use crate::{enterprise, fine};

fn day(text: &str) -> Date {
    parse_day(text).unwrap()
}

fn answer(as_of: &str, facts: &Value) -> Assessment {
    Assessor::new(builtin::pack(), builtin::calendar(), day(as_of)).assess(&enterprise(facts), false)
}

/// How the first repair stands, with the soonest application and the next day that changes something.
fn days(as_of: &str, facts: &Value) -> (RepairStatus, Option<Date>, Option<Date>) {
    let repair = &answer(as_of, facts).repair[0];
    let as_of = day(as_of);
    (repair.status, repair.soonest(builtin::pack(), as_of), repair.next_day(builtin::pack(), as_of))
}

/// A fine of 5 January 2026 with its category: repairable from 5 April, published until 5 January 2027.
fn penalty(changes: Value) -> Value {
    let mut penalty = fine(json!({"category": "虚假宣传"}));
    penalty.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    penalty
}

#[test]
fn what_the_enterprise_can_still_do_holds_no_application_up() {
    let open = json!({"penalties": [penalty(json!({}))]});
    let april = Some(day("2026-04-05"));
    assert_eq!(days("2026-02-01", &open), (RepairStatus::ConditionsUnmet, april, april));
    // Neither paid nor made good for, which may be done on the day itself.
    let today = Some(day("2026-11-21"));
    assert_eq!(days("2026-11-21", &open), (RepairStatus::ConditionsUnmet, today, None));
    let done = penalty(json!({"fulfilled_on": "2026-01-20", "harm_eliminated_on": "2026-01-20"}));
    let done = json!({"penalties": [done]});
    assert_eq!(days("2026-02-01", &done), (RepairStatus::NotYet, april, april));
    assert_eq!(days("2026-04-04", &done), (RepairStatus::NotYet, april, april));
    assert_eq!(days("2026-04-05", &done), (RepairStatus::Eligible, april, None));
}

#[test]
fn a_later_penalty_of_the_same_kind_bars_it_until_publication_ends() {
    let again = penalty(json!({"decided_on": "2026-03-02", "published_on": "2026-03-02"}));
    let barred = json!({"penalties": [penalty(json!({})), again]});
    let ends = Some(day("2027-01-05"));
    assert_eq!(days("2026-11-21", &barred), (RepairStatus::ConditionsUnmet, None, ends));
    let only_ends = |facts: &Value| {
        let repairs = answer("2026-11-21", facts).repair;
        repairs.iter().map(|repair| repair.only_ends_by_itself(builtin::pack())).collect::<Vec<bool>>()
    };
    assert_eq!(only_ends(&barred), [true, false], "the later one can still be applied for");
    let annulled = penalty(json!({"decided_on": "2026-03-02", "annulled_on": "2026-05-02"}));
    assert_eq!(only_ends(&json!({"penalties": [penalty(json!({})), annulled]})), [false, false]);
    let revoked = penalty(json!({"kinds": ["revocation_of_licence"], "fine_yuan": null}));
    let (status, soonest, next) = days("2026-11-21", &json!({"penalties": [revoked]}));
    assert_eq!((status, soonest, next), (RepairStatus::Barred, None, Some(day("2029-01-05"))));
}

#[test]
fn what_is_settled_has_no_day() {
    let settled = |as_of: &str, facts: Value| {
        let answer = answer(as_of, &facts);
        let repair = &answer.repair[0];
        let is_settled = repair.is_settled();
        assert!(!is_settled || days(as_of, &facts) == (repair.status, None, None), "{:?}", repair.status);
        (repair.status, is_settled)
    };
    let with = |changes: Value| json!({"penalties": [penalty(changes)]});
    assert_eq!(settled("2026-11-21", with(json!({"repaired_on": "2026-05-01"}))), (RepairStatus::Repaired, true));
    assert_eq!(settled("2026-11-21", with(json!({"annulled_on": "2026-05-01"}))), (RepairStatus::Annulled, true));
    assert_eq!(settled("2027-01-05", with(json!({}))), (RepairStatus::Ended, true));
    assert_eq!(settled("2027-01-04", with(json!({}))), (RepairStatus::ConditionsUnmet, false));
    let simple = with(json!({"procedure": "simple", "fine_yuan": 200}));
    assert_eq!(settled("2026-11-21", simple), (RepairStatus::NotPublished, true));
}

#[test]
fn the_measure_before_is_named_by_its_last_day() {
    let facts = json!({"penalties": [penalty(json!({"decided_on": "2025-12-01", "published_on": "2025-12-01"}))]});
    let former = |as_of: &str| answer(as_of, &facts).repair[0].former_day(builtin::pack(), day(as_of));
    assert_eq!(former("2025-12-24"), None);
    assert_eq!(former("2025-12-25"), Some(day("2025-12-24")));
}

#[test]
fn the_repair_of_a_fact_is_found_among_all_kinds() {
    let listing = json!({"reason": "annual_report", "listed_on": "2026-01-01"});
    let answer = answer(
        "2026-11-21",
        &json!({
            // The second is decided later, so that nothing is known of it.
            "penalties": [penalty(json!({})), penalty(json!({"decided_on": "2026-12-01"})), penalty(json!({}))],
            "abnormal_listings": [listing, listing],
            "serious_listings": [{"listed_on": "2026-01-01"}],
            "court_listings": [{"listed_on": "2026-01-01"}],
        }),
    );
    assert_eq!(answer.repair.len(), 5);
    let of = |kind, index| answer.repair_of(Evidence { kind, index, sector: None }).map(|repair| repair.target);
    for repair in &answer.repair {
        assert_eq!(of(repair.target.kind, Some(repair.target.index)), Some(repair.target));
    }
    assert_eq!(of(FactKind::Penalty, Some(1)), None);
    assert_eq!(of(FactKind::AbnormalListing, Some(2)), None);
    assert_eq!(of(FactKind::CourtListing, Some(0)), None);
    assert_eq!(of(FactKind::RiskGrade, None), None);
}

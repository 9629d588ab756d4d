//! What would change the class: counted by hand, on records of which each fact is known to weigh.

use serde_json::{Value, json};
use xinheng::assess::{Act, Assessor, Outcome, Step, Together, WhatIf};
use xinheng::builtin;
use xinheng::calendar::parse_day;
use xinheng::facts::{Date, RiskGrade, Sector};
use xinheng::pack::{Class, FactKind};
use xinheng::request::{answer_text, what_if_budget, what_if_by_built_in, what_if_text};

use crate::{class, enterprise, fine};

fn of_class(id: &str) -> Outcome {
    Outcome { class: class(id), key_case: false }
}

/// More than any record here has steps.
const PLENTY: usize = 100;

fn what_if(as_of: &str, facts: &Value, budget: usize) -> WhatIf {
    let enterprise = enterprise(facts);
    let mut assessor = Assessor::new(builtin::pack(), builtin::calendar(), day(as_of));
    let answer = assessor.assess(&enterprise, false);
    assessor.what_if(&enterprise, &answer, budget)
}

fn day(text: &str) -> Date {
    parse_day(text).unwrap()
}

/// A fine that was published at once.
fn fined(on: &str, changes: &Value) -> Value {
    let mut penalty = fine(json!({"decided_on": on, "published_on": on}));
    penalty.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    penalty
}

/// The same, paid and made good for on the day itself or, if that was before, on 1 April 2026.
fn done(on: &str, changes: &Value) -> Value {
    let after = on.max("2026-04-01");
    let mut penalty = fined(on, changes);
    penalty["fulfilled_on"] = json!(after);
    penalty["harm_eliminated_on"] = json!(after);
    penalty
}

/// An order to stop business in place of a fine.
fn stopped() -> Value {
    json!({"kinds": ["suspension_of_business"], "fine_yuan": null})
}

/// Twelve fines within the three years before 22 November 2026, of which the last four are still published.
fn twelve() -> Value {
    let days = "2024-01-10 2024-03-10 2024-05-10 2024-07-10 2024-09-10 2024-11-10 2025-02-10 2025-06-10 2026-01-15 \
        2026-03-10 2026-09-10 2026-10-12";
    let penalties = days.split_whitespace().enumerate();
    let penalties: Vec<Value> =
        penalties.map(|(index, on)| done(on, &json!({"category": format!("违法行为{index}")}))).collect();
    json!({"penalties": penalties})
}

/// What happens to which fact, and from when.
fn acts(found: &WhatIf) -> Vec<(Act, usize, Option<Date>)> {
    found.steps.iter().map(|step| (step.act, step.fact.index.unwrap(), step.from)).collect()
}

fn alone(step: &Step) -> Outcome {
    step.alone.unwrap()
}

#[test]
fn the_repair_of_the_one_published_penalty_is_enough() {
    let found = what_if("2026-05-01", &json!({"penalties": [done("2026-03-12", &json!({}))]}), PLENTY);
    // Three months of publication have to pass; a year of it ends it by itself.
    assert_eq!(found.now, of_class("general"));
    assert_eq!(acts(&found), [(Act::Repair, 0, Some(day("2026-06-12")))]);
    assert_eq!(alone(&found.steps[0]), of_class("good"));
    assert_eq!(found.together, Together::OneIsEnough);
    assert_eq!(found.by_itself.map(|change| (change.on, change.class)), Some((day("2027-03-12"), class("good"))));
    assert_eq!(found.trials, 1);
}

#[test]
fn of_twelve_penalties_three_have_to_be_repaired() {
    let found = what_if("2026-11-22", &twelve(), PLENTY);
    assert_eq!(found.now, Outcome { class: class("high_risk"), key_case: true });
    // What can be applied for goes first, by its day; what is no longer published cannot be repaired, only annulled.
    let can = [(8, "2026-11-22"), (9, "2026-11-22"), (10, "2026-12-10"), (11, "2027-01-12")];
    let repairs = can.map(|(index, from)| (Act::Repair, index, Some(day(from))));
    let annulments = (0..8).map(|index| (Act::Annul, index, None));
    assert_eq!(acts(&found), repairs.into_iter().chain(annulments).collect::<Vec<_>>());
    assert!(found.steps.iter().all(|step| step.alone == Some(found.now)), "eleven are no fewer than ten");
    assert_eq!(found.together, Together::These { steps: vec![0, 1, 2], outcome: of_class("general") }, "nine are");
    // Twelve alone, all four, the first two and three of them, and each of the three left out.
    assert_eq!(found.trials, 12 + 1 + 2 + 3);
}

#[test]
fn what_can_be_done_first_but_is_not_needed_is_left_out() {
    let penalties = [done("2026-03-10", &json!({})), done("2026-01-10", &stopped()), done("2026-02-10", &stopped())];
    let found = what_if("2026-11-22", &json!({"penalties": penalties}), PLENTY);
    let from = [(0, "2026-11-22"), (1, "2027-01-10"), (2, "2027-02-10")];
    assert_eq!(acts(&found), from.map(|(index, from)| (Act::Repair, index, Some(day(from)))));
    // Only the orders make it high risk; the fine, repaired today, would leave them.
    assert_eq!(found.together, Together::These { steps: vec![1, 2], outcome: of_class("general") });
}

#[test]
fn what_nobody_can_apply_for_helps_only_when_it_is_annulled() {
    let revoked = fined("2026-03-02", &json!({"kinds": ["revocation_of_licence"], "fine_yuan": null}));
    let found = what_if("2026-11-22", &json!({"penalties": [revoked]}), PLENTY);
    assert_eq!(acts(&found), [(Act::Annul, 0, None)]);
    assert_eq!(alone(&found.steps[0]), of_class("good"));
    assert_eq!(found.together, Together::Nothing);
    assert_eq!(found.by_itself.map(|change| (change.on, change.class)), Some((day("2029-03-02"), class("good"))));
    let listed = what_if("2026-11-22", &json!({"court_listings": [{"listed_on": "2026-03-02"}]}), PLENTY);
    assert_eq!(acts(&listed), [(Act::CourtRemoval, 0, None)]);
    assert_eq!((alone(&listed.steps[0]), &listed.together), (of_class("good"), &Together::Nothing));
    assert_eq!(listed.by_itself, None, "a court's listing has no end");
}

#[test]
fn a_repair_of_which_the_rules_know_nothing_is_tried_and_has_no_day() {
    let elsewhere = done("2025-12-01", &json!({"authority_system": "other"}));
    let found = what_if("2026-03-31", &json!({"penalties": [elsewhere]}), PLENTY);
    assert_eq!(acts(&found), [(Act::Repair, 0, None)]);
    assert_eq!(alone(&found.steps[0]), of_class("good"));
}

#[test]
fn a_better_grade_comes_first_and_one_inspection_puts_right_all_that_the_last_found() {
    let facts = json!({
        "sectors": ["drug"],
        "risk_grades": {"drug": "D"},
        "abnormal_listings": [{"reason": "annual_report", "listed_on": "2026-07-10", "corrected_on": "2026-11-01"}],
        "inspections": [{"on": "2026-06-01", "result": "unrectified"}, {"on": "2026-06-01", "result": "unrectified"}],
    });
    let found = what_if("2026-11-22", &facts, PLENTY);
    // General by the listing and the inspection, raised to high risk by the grade.
    assert_eq!(found.now.class, class("high_risk"));
    let today = Some(day("2026-11-22"));
    let steps: Vec<_> = found.steps.iter().map(|step| (step.act, step.fact.kind, step.grade, step.from)).collect();
    assert_eq!(
        steps,
        [
            (Act::Regrade, FactKind::RiskGrade, Some(RiskGrade::C), None),
            (Act::Remove, FactKind::AbnormalListing, None, today),
            (Act::Recheck, FactKind::Inspection, None, today),
        ]
    );
    assert_eq!(found.steps[0].fact.sector, Some(Sector::Drug));
    // The listing and the inspection each keep it general, and the grade then raises it.
    let classes: Vec<Class> = found.steps.iter().map(|step| alone(step).class).collect();
    assert_eq!(classes, [class("general"), class("high_risk"), class("high_risk")]);
    assert_eq!(found.together, Together::OneIsEnough);
    let inspected = what_if("2026-11-22", &json!({"inspections": facts["inspections"]}), PLENTY);
    assert_eq!((inspected.steps.len(), alone(&inspected.steps[0])), (1, of_class("good")));
}

#[test]
fn what_alone_changes_nothing_may_do_so_together() {
    let order = fined(
        "2025-06-10",
        &json!({"kinds": ["suspension_of_business"], "fine_yuan": null,
            "fulfilled_on": "2025-08-01", "harm_eliminated_on": "2025-08-01"}),
    );
    let facts = json!({
        "sectors": ["fire"],
        "risk_grades": {"fire": "D"},
        "penalties": [order],
        "abnormal_listings": [{"reason": "annual_report", "listed_on": "2026-07-10", "corrected_on": "2026-11-01"}],
    });
    let found = what_if("2026-11-22", &facts, PLENTY);
    let steps: Vec<Act> = found.steps.iter().map(|step| step.act).collect();
    assert_eq!(steps, [Act::Regrade, Act::Repair, Act::Remove]);
    // Repaired alone it is general by the listing and raised by the grade; a better grade alone leaves the penalty.
    assert!(found.steps.iter().all(|step| alone(step).class == class("high_risk")));
    assert_eq!(found.together, Together::These { steps: vec![0, 1], outcome: of_class("general") });
}

#[test]
fn a_good_class_rests_on_nothing() {
    let found = what_if("2026-11-22", &json!({}), PLENTY);
    assert_eq!((found.now, found.steps.len(), &found.together), (of_class("good"), 0, &Together::Nothing));
    // A grade on which nothing rests today may still be bettered, and betters nothing.
    let graded = what_if("2026-11-22", &json!({"sectors": ["food"], "risk_grades": {"food": "B"}}), PLENTY);
    assert_eq!((graded.steps[0].grade, alone(&graded.steps[0])), (Some(RiskGrade::A), of_class("good")));
    let best = what_if("2026-11-22", &json!({"sectors": ["food"], "risk_grades": {"food": "A"}}), PLENTY);
    assert!(best.steps.is_empty(), "there is no better grade");
}

#[test]
fn beyond_the_budget_nothing_is_tried_alone_and_nothing_left_out() {
    let found = what_if("2026-11-22", &twelve(), 2);
    let tried: Vec<bool> = found.steps.iter().map(|step| step.alone.is_some()).collect();
    assert_eq!(tried, [[true, true].as_slice(), &[false; 10]].concat());
    assert_eq!(found.together, Together::First { count: 3, outcome: of_class("general") });
    // Two alone, all four together, the first two and three of them.
    assert_eq!(found.trials, 2 + 1 + 2);
    let none = what_if("2026-11-22", &twelve(), 0);
    assert_eq!((none.together, none.trials), (Together::First { count: 3, outcome: of_class("general") }, 3));
}

#[test]
fn a_record_of_two_thousand_penalties_is_judged_a_few_times_only() {
    let facts = json!({"penalties": vec![done("2026-03-12", &json!({})); 2_000]});
    let budget = what_if_budget(&enterprise(&facts));
    assert_eq!(budget, 10);
    let found = what_if("2026-11-22", &facts, budget);
    assert_eq!(found.steps.len(), 2_000);
    assert_eq!(found.steps.iter().filter(|step| step.alone.is_some()).count(), budget);
    // Nine may stay. To find how many have to go, 2,000 are halved eleven times at most.
    assert_eq!(found.together, Together::First { count: 1_991, outcome: of_class("general") });
    assert!(found.trials <= budget + 1 + 11, "{} trials", found.trials);
}

#[test]
fn the_default_budget_falls_with_the_number_of_penalties() {
    let budget =
        |count: usize| what_if_budget(&enterprise(&json!({"penalties": vec![fined("2026-03-12", &json!({})); count]})));
    assert_eq!([0, 1, 66, 67, 200, 400, 401].map(budget), [60, 60, 60, 59, 20, 10, 10]);
}

fn request(as_of: &str, facts: &Value, more: &Value) -> String {
    let mut enterprise = json!({"uscc": "91350100M000100Y43", "name": "示例商贸有限公司"});
    enterprise.as_object_mut().unwrap().extend(facts.as_object().unwrap().clone());
    let mut request = json!({"as_of": as_of, "enterprise": enterprise});
    request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    request.to_string()
}

fn told(request: &str) -> Value {
    serde_json::from_str(&what_if_text(request)).unwrap()
}

#[test]
fn as_json_it_has_the_names_of_the_contract() {
    let facts = json!({
        "sectors": ["fire"],
        "risk_grades": {"fire": "D"},
        "penalties": [done("2026-03-12", &json!({}))],
        "court_listings": [{"listed_on": "2026-01-05", "removed_on": "2026-02-05"}],
    });
    let found = told(&request("2026-05-01", &facts, &json!({})));
    let good = json!({"class": "good", "key_case": false});
    let general = json!({"class": "general", "key_case": false});
    assert_eq!(
        found,
        json!({
            "now": {"class": "high_risk", "key_case": false},
            "by_itself": {"on": "2027-03-12", "class": "general"},
            "steps": [
                {"fact": {"kind": "risk_grade", "sector": "fire"}, "act": "regrade", "grade": "C", "alone": general},
                {"fact": {"kind": "penalty", "index": 0}, "act": "repair", "from": "2026-06-12", "alone": general},
            ],
            "together": {"kind": "one_is_enough"},
        })
    );
    let orders = ["2026-01-10", "2026-02-10"].map(|on| done(on, &stopped()));
    let both = told(&request("2026-11-21", &json!({"penalties": orders}), &json!({})));
    assert_eq!(both["together"], json!({"kind": "these", "steps": [0, 1], "outcome": good}));
    let three = told(&request("2026-11-22", &twelve(), &json!({})));
    assert_eq!(three["together"], json!({"kind": "these", "steps": [0, 1, 2], "outcome": general}));
    let many = json!({"penalties": vec![done("2026-03-12", &json!({})); 401]});
    let first = told(&request("2026-11-22", &many, &json!({})));
    assert_eq!(first["together"], json!({"kind": "first", "count": 392, "outcome": general}));
    assert_eq!(
        first["steps"][10],
        json!({"fact": {"kind": "penalty", "index": 10}, "act": "repair", "from": "2026-11-22"})
    );
    let nothing = told(&request("2026-11-22", &json!({}), &json!({})));
    assert_eq!(nothing, json!({"now": good, "steps": [], "together": {"kind": "nothing"}}));
}

#[test]
fn what_is_wrong_with_the_request_is_told_as_for_an_assessment() {
    for wrong in ["", "[]", "{}", r#"{"as_of": 5, "enterprise": {"penalties": [{"kinds": []}]}}"#] {
        assert_eq!(what_if_text(wrong), answer_text(wrong));
        assert_eq!(what_if_by_built_in(wrong), Some(answer_text(wrong)));
    }
}

#[test]
fn rules_of_the_requests_own_are_those_by_which_it_is_tried() {
    let own = request("2026-11-22", &twelve(), &json!({"parameters": {"ten_penalties.count": 11}}));
    let general = json!({"class": "general", "key_case": false});
    // Twelve become ten, which are fewer than eleven.
    assert_eq!(told(&own)["together"], json!({"kind": "these", "steps": [0, 1], "outcome": general}));
    assert_eq!(what_if_by_built_in(&own), None);
    let built_in = request("2026-11-22", &twelve(), &json!({"parameters": {}, "trace": true}));
    assert_eq!(what_if_by_built_in(&built_in), Some(what_if_text(&built_in)));
}

//! How and how often to inspect, measures, advice, and due days of publication.

use serde_json::{Value, json};
use xinheng::assess::{Assessor, DueFrom};
use xinheng::builtin;
use xinheng::calendar::parse_day;

use crate::{ask, ask_with, fine, texts};

fn plan(as_of: &str, facts: Value) -> Value {
    ask(as_of, facts)["inspection"].clone()
}

#[test]
fn the_approach_goes_by_the_class_and_the_visits() {
    let general = json!({"abnormal_listings": [{"reason": "annual_report", "listed_on": "2026-01-01"}]});
    let high = json!({"court_listings": [{"listed_on": "2026-01-01"}]});
    let of = |facts: &Value| {
        let plan = plan("2026-11-21", facts.clone());
        (plan["approach"].clone(), plan["sampling_percent"].clone(), plan["visits_per_year"].clone())
    };
    assert_eq!(of(&json!({})), (json!("event_triggered"), json!(2), json!({"min": 0, "max": 0})));
    assert_eq!(of(&general), (json!("routine"), json!(5), json!({"min": 0, "max": 1})));
    assert_eq!(of(&high), (json!("intensified"), json!(100), json!({"min": 1, "max": 2})));
    let food = json!({"sectors": ["food"], "risk_grades": {"food": "A"}});
    assert_eq!(of(&food), (json!("routine"), json!(2), json!({"min": 1, "max": 1})), "good, but once a year");
    let mut gone = high.clone();
    gone["status"] = json!("deregistered");
    assert_eq!(of(&gone), (json!("none"), json!(0), json!({"min": 0, "max": 0})));
    assert_eq!(ask("2026-11-21", gone)["class"], "high_risk", "the class goes on");
    let mut revoked = high;
    revoked["status"] = json!("revoked");
    assert_eq!(of(&revoked).0, "intensified");
}

#[test]
fn the_food_table_needs_the_sector_and_its_own_grade() {
    let of = |facts: Value| {
        let plan = plan("2026-11-21", facts);
        (plan["visits_per_year"].clone(), plan["adjustments"].clone(), plan["annual_cap"].clone())
    };
    let none = (json!({"min": 0, "max": 0}), json!([]), json!(2));
    assert_eq!(of(json!({"sectors": ["drug"], "risk_grades": {"food": "C"}})), none);
    assert_eq!(of(json!({"sectors": ["food"], "risk_grades": {"drug": "C"}})), none);
    let raised = json!(["sector_minimum"]);
    for (grade, min, max, cap) in [("A", 1, 1, 2), ("B", 1, 2, 2), ("C", 2, 3, 3)] {
        let expected = (json!({"min": min, "max": max}), raised.clone(), json!(cap));
        assert_eq!(of(json!({"sectors": ["drug", "food"], "risk_grades": {"food": grade}})), expected, "{grade}");
    }
    let general = json!({"sectors": ["food"], "risk_grades": {"food": "D"}});
    assert_eq!(of(general), (json!({"min": 3, "max": 4}), raised.clone(), json!(4)));
    // High risk already asks for one to two: grade A raises nothing, grade B nothing either.
    let high = |grade: &str| {
        json!({"sectors": ["food"], "risk_grades": {"food": grade},
        "court_listings": [{"listed_on": "2026-01-01"}]})
    };
    for grade in ["A", "B"] {
        assert_eq!(of(high(grade)), (json!({"min": 1, "max": 2}), json!([]), json!(2)), "{grade}");
    }
    assert_eq!(of(high("C")).1, raised);
}

#[test]
fn a_clean_check_off_site_spares_one_visit() {
    let of = |inspection: Value, parameters: Value| {
        let facts = json!({"court_listings": [{"listed_on": "2026-01-01"}], "inspections": [inspection]});
        let plan = ask_with("2026-11-21", facts, parameters)["inspection"].clone();
        (plan["visits_per_year"]["min"].clone(), plan["adjustments"].clone())
    };
    let check = |changes: Value| {
        let mut check = json!({"on": "2026-05-21", "mode": "off_site", "result": "clean"});
        check.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        check
    };
    let spared = (json!(0), json!(["off_site_credit"]));
    let not = (json!(1), json!([]));
    assert_eq!(of(check(json!({})), json!({})), spared, "six months to the day");
    assert_eq!(of(check(json!({"on": "2026-11-21", "basis": "triggered"})), json!({})), spared, "any basis");
    assert_eq!(of(check(json!({"on": "2026-05-20"})), json!({})), not);
    assert_eq!(of(check(json!({"on": "2026-11-22"})), json!({})), not);
    assert_eq!(of(check(json!({"mode": "on_site"})), json!({})), not);
    assert_eq!(of(check(json!({"result": "rectified"})), json!({})), not);
    assert_eq!(of(check(json!({"result": null})), json!({})), not);
    assert_eq!(of(check(json!({"authority_system": "other"})), json!({})), not);
    assert_eq!(of(check(json!({"on": "2026-05-20"})), json!({"off_site.months": 7})), spared);
    assert_eq!(of(check(json!({})), json!({"visits.high_risk": [0, 2]})), (json!(0), json!([])), "not below 0");
    assert_eq!(of(check(json!({})), json!({"visits.high_risk": [3, 4]})), (json!(2), json!(["off_site_credit"])));
}

#[test]
fn a_spared_visit_of_a_good_enterprise_is_no_reason_to_come() {
    let facts = json!({"inspections": [{"on": "2026-11-01", "mode": "off_site", "result": "clean"}]});
    let answer = ask_with("2026-11-21", facts, json!({"visits.good": [1, 1]}));
    assert_eq!(answer["inspection"]["approach"], "event_triggered");
    assert_eq!(answer["inspection"]["next_due_on"], Value::Null);
    assert_eq!(answer["inspection"]["overdue"], false);
    let without = ask_with("2026-11-21", json!({}), json!({"visits.good": [1, 1]}));
    assert_eq!(without["inspection"]["approach"], "routine");
}

#[test]
fn which_planned_visits_use_up_the_cap_can_be_set() {
    let visits = ["routine", "double_random", "special", "special", "triggered"];
    let visits: Vec<Value> = visits.iter().map(|basis| json!({"on": "2026-03-02", "basis": basis})).collect();
    for (bases, used) in [
        (json!(["special"]), 2),
        (json!(["routine"]), 1),
        (json!(["routine", "double_random"]), 2),
        (json!(["routine", "double_random", "special"]), 4),
    ] {
        let answer = ask_with("2026-03-02", json!({"inspections": visits}), json!({"visits.cap_bases": bases}));
        assert_eq!(answer["inspection"]["used"], used, "{bases}");
    }
    assert_eq!(ask("2026-03-02", json!({"inspections": visits}))["inspection"]["used"], 2);
}

#[test]
fn only_planned_visits_of_the_year_use_up_the_cap() {
    let visit = |on: &str, changes: Value| {
        let mut visit = json!({"on": on});
        visit.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        visit
    };
    let plan = plan(
        "2026-06-30",
        json!({"inspections": [
            visit("2026-01-01", json!({})),
            visit("2026-06-30", json!({"basis": "double_random"})),
            visit("2025-12-31", json!({})),
            visit("2026-07-01", json!({})),
            visit("2026-03-01", json!({"basis": "special"})),
            visit("2026-03-01", json!({"basis": "triggered"})),
            visit("2026-03-01", json!({"mode": "off_site"})),
            visit("2026-03-01", json!({"authority_system": "other"})),
            visit("2026-03-02", json!({})),
        ]}),
    );
    assert_eq!((&plan["annual_cap"], &plan["used"], &plan["remaining"]), (&json!(2), &json!(3), &json!(0)));
}

#[test]
fn the_next_visit_is_counted_from_the_latest_on_site() {
    let due = |as_of: &str, more: Value, min: u32| {
        let mut facts = json!({"court_listings": [{"listed_on": "2020-01-01"}]});
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let plan = ask_with(as_of, facts, json!({"visits.high_risk": [min, 20]}))["inspection"].clone();
        (plan["next_due_on"].clone(), plan["overdue"].clone())
    };
    let is = |on: &str, overdue: bool| (json!(on), json!(overdue));
    let visits = json!({"registered_on": "2015-01-01", "inspections": [
        {"on": "2025-08-31", "basis": "triggered"}, {"on": "2025-03-01"}, {"on": "2026-11-22"},
        {"on": "2026-01-01", "mode": "off_site"}, {"on": "2026-02-01", "authority_system": "other"}]});
    assert_eq!(due("2026-08-31", visits.clone(), 1), is("2026-08-31", false), "due today is not overdue");
    assert_eq!(due("2026-09-01", visits.clone(), 1), is("2026-08-31", true));
    assert_eq!(due("2026-02-27", visits.clone(), 2), is("2026-02-28", false), "31 August plus six months");
    assert_eq!(due("2026-02-27", visits.clone(), 5), is("2025-10-31", true), "every two whole months");
    assert_eq!(due("2026-02-27", visits, 13), is("2025-08-31", true), "more often than monthly");
    assert_eq!(due("2026-11-21", json!({"registered_on": "2026-01-31"}), 1), is("2027-01-31", false));
    assert_eq!(due("2026-11-21", json!({}), 1), is("2026-11-21", false));
    assert_eq!(
        due("2026-11-21", json!({"registered_on": "2026-11-22"}), 1),
        is("2026-11-21", false),
        "not registered yet"
    );
    assert_eq!(due("2026-11-21", json!({}), 0), (Value::Null, json!(false)));
}

#[test]
fn open_leads_trigger_a_check() {
    let plan = plan(
        "2026-11-21",
        json!({"leads": [
            {"kind": "complaint", "received_on": "2026-11-21", "closed_on": "2026-11-21"},
            {"kind": "complaint", "received_on": "2026-11-21", "closed_on": "2026-11-22"},
            {"kind": "request", "received_on": "2026-11-22"},
            {"kind": "emergency", "received_on": "2020-01-01"},
        ]}),
    );
    assert_eq!((&plan["triggered"], &plan["triggers"]), (&json!(true), &json!([1, 3])));
    assert_eq!(plan["approach"], "event_triggered");
    let quiet = self::plan("2026-11-21", json!({}));
    assert_eq!((&quiet["triggered"], &quiet["triggers"]), (&json!(false), &json!([])));
}

#[test]
fn advice_tells_leads_approach_and_key_case_apart() {
    let lead = json!([{"kind": "complaint", "received_on": "2026-11-21"}]);
    let courts = json!([{"listed_on": "2026-01-01"}]);
    let listed = json!([{"reason": "annual_report", "listed_on": "2026-01-01"}]);
    let heavy = fine(json!({"discretion": "aggravated", "decided_on": "2024-01-05", "published_on": "2024-01-05"}));
    let answers = [
        json!({}),
        json!({"abnormal_listings": listed}),
        json!({"court_listings": courts}),
        json!({"leads": lead}),
        json!({"leads": lead, "abnormal_listings": listed}),
        json!({"leads": lead, "court_listings": courts}),
        json!({"penalties": [heavy]}),
        json!({"penalties": [heavy], "abnormal_listings": listed}),
        json!({"penalties": [heavy], "court_listings": courts}),
        json!({"penalties": [heavy], "leads": lead}),
        json!({"status": "deregistered"}),
        json!({"status": "deregistered", "leads": lead}),
    ]
    .map(|facts| ask("2026-11-21", facts)["advice"].clone());
    for (index, advice) in answers.iter().enumerate() {
        assert!(!answers[..index].contains(advice), "the same advice twice: {advice}");
    }
    assert!(answers[3]["en"].as_str().unwrap().contains('1'), "how many leads: {}", answers[3]);
}

#[test]
fn the_serious_list_and_a_good_class_have_their_measures() {
    let ids = |facts: Value| {
        let answer = ask("2026-11-21", facts);
        texts(&answer["measures"], "id").join(" ")
    };
    let four = "key_supervision no_notification_commitment weighs_on_permits_and_tenders no_honours";
    assert_eq!(ids(json!({"serious_listings": [{"listed_on": "2023-11-22"}]})), four);
    assert_eq!(ids(json!({"serious_listings": [{"listed_on": "2023-11-21"}]})), "facilitation_available", "off today");
    assert_eq!(
        ids(json!({"serious_listings": [{"listed_on": "2026-01-01", "removed_on": "2026-11-21"}]})),
        "facilitation_available"
    );
    assert_eq!(ids(json!({"risk_grades": {"gas": "D"}})), "", "the class counts with its risk grade");
    assert_eq!(ids(json!({"court_listings": [{"listed_on": "2026-01-01"}]})), "");
}

#[test]
fn due_days_are_told_of_every_penalty_that_had_to_be_published() {
    let answer = ask(
        "2026-11-21",
        json!({"penalties": [
            fine(json!({"decided_on": "2026-09-28", "published_on": "2026-11-02", "annulled_on": "2026-11-03"})),
            fine(json!({"decided_on": "2026-09-28", "published_on": null, "repaired_on": "2026-11-03"})),
            fine(json!({"authority_system": "other"})),
            fine(json!({"kinds": ["warning"]})),
            fine(json!({"procedure": "simple", "fine_yuan": 3000})),
            fine(json!({"decided_on": "2026-11-22"})),
            fine(json!({"decided_on": "2026-09-28", "published_on": "2026-11-22"})),
            fine(json!({"decided_on": "2026-09-28", "published_on": "2026-09-28"})),
        ]}),
    );
    let due = |index: usize, late: Value| json!({"index": index, "gsxt_due_on": "2026-10-30", "credit_china_due_on": "2026-10-13", "late_working_days": late});
    let expected = json!([due(0, json!(1)), due(1, Value::Null), due(6, Value::Null), due(7, json!(0))]);
    assert_eq!(answer["disclosure"], expected);
}

#[test]
fn the_due_day_says_what_it_was_counted_from() {
    let from = |facts: Value| {
        let enterprise = crate::enterprise(&facts);
        let as_of = parse_day("2026-11-21").unwrap();
        let answer = Assessor::new(builtin::pack(), builtin::calendar(), as_of).assess(&enterprise, false);
        answer.inspection.due.map(|due| due.from)
    };
    let visit = json!({"on": "2026-02-03", "mode": "on_site", "basis": "routine"});
    let listed = json!([{"listed_on": "2026-01-01"}]);
    assert_eq!(from(json!({"court_listings": listed, "inspections": [visit]})), Some(DueFrom::Visit(0)));
    assert_eq!(from(json!({"court_listings": listed, "registered_on": "2020-01-01"})), Some(DueFrom::Registration));
    assert_eq!(from(json!({"court_listings": listed})), Some(DueFrom::Nowhere));
    assert_eq!(
        from(json!({"court_listings": listed, "registered_on": "2027-01-01"})),
        Some(DueFrom::Nowhere),
        "a registration to come is not known yet"
    );
}

//! Rules of a pack of one's own: every question that a rule can ask of a fact, whatever the built-in pack asks.

use serde_json::{Value, json};
use xinheng::builtin;
use xinheng::json::canonical;

use crate::{answer, fine};

/// The built-in pack with another condition for one of its rules.
fn pack_with(rule: &str, when: &Value) -> Value {
    let mut pack: Value = serde_json::from_str(&canonical(builtin::form())).unwrap();
    let rules = pack["rules"].as_array_mut().unwrap();
    rules.iter_mut().find(|known| known["id"] == rule).unwrap()["when"] = when.clone();
    pack
}

/// The answer by the built-in pack with another condition for the rule on abnormal listings.
pub fn answer_by(when: &Value, as_of: &str, facts: &Value) -> Value {
    let mut enterprise = json!({"uscc": "91350100M000100Y43", "name": "示例"});
    enterprise.as_object_mut().unwrap().extend(facts.as_object().unwrap().clone());
    let pack = pack_with("abnormal_list", when);
    let answer = answer(&json!({"as_of": as_of, "pack": pack, "trace": true, "enterprise": enterprise}).to_string());
    assert!(answer.get("errors").is_none(), "{when}: {}", answer["errors"]);
    answer
}

/// The places of the facts that a condition counts.
pub fn counted(when: Value, facts: &Value) -> Vec<u64> {
    let answer = answer_by(&when, "2026-11-21", facts);
    let line = answer["trace"].as_array().unwrap().iter().find(|line| line["rule"] == "abnormal_list").unwrap();
    line["counted"].as_array().unwrap().iter().map(|index| index.as_u64().unwrap()).collect()
}

#[test]
fn every_question_about_a_penalty_is_answered() {
    let facts = json!({"sectors": ["gas"], "penalties": [
        fine(json!({})),
        fine(json!({"annulled_on": "2026-02-01"})),
        fine(json!({"repaired_on": "2026-02-01", "kinds": ["closure"]})),
        fine(json!({"kinds": ["warning", "fine"], "fine_yuan": 3000, "procedure": "simple", "discretion": "lenient"})),
        fine(json!({"kinds": ["criticism", "fine"], "fine_yuan": 50000, "discretion": null, "sector": "food"})),
        fine(json!({"discretion": "aggravated", "fine_yuan": null, "authority_system": "other"})),
        fine(json!({"kinds": ["suspension_of_business"]})),
        fine(json!({"decided_on": "2026-11-22", "kinds": ["warning"]})),
    ]});
    for (filter, indices) in [
        (json!({}), vec![0, 1, 2, 3, 4, 5, 6]),
        (json!({"annulled": true}), vec![1]),
        (json!({"annulled": false}), vec![0, 2, 3, 4, 5, 6]),
        (json!({"standing": true}), vec![0, 3, 4, 5, 6]),
        (json!({"standing": false}), vec![1, 2]),
        (json!({"kinds": ["closure", "criticism"]}), vec![2, 4]),
        (json!({"kinds_only": ["fine"]}), vec![0, 1, 5]),
        (json!({"kinds_only": ["fine", "warning"]}), vec![0, 1, 3, 5]),
        (json!({"fine_at_most": 50000}), vec![2, 3, 4, 6]),
        (json!({"fine_at_most": 60000}), vec![0, 1, 2, 3, 4, 6]),
        (json!({"fine_at_most": "$simple.max_fine"}), vec![2, 3, 6]),
        (json!({"fine_discretion": ["lenient"]}), vec![2, 3, 4, 6]),
        (json!({"discretion": ["lenient"]}), vec![3]),
        (json!({"discretion": ["aggravated"]}), vec![5]),
        (json!({"procedure": ["simple"]}), vec![3]),
        (json!({"sector": ["food"]}), vec![4]),
        (json!({"sector": ["gas"]}), vec![0, 1, 2, 3, 5, 6]),
        (json!({"authority_system": ["other"]}), vec![5]),
        (json!({"scope": "all"}), vec![0, 1, 2, 3, 4, 5, 6]),
        (json!({"scope": "market_regulation"}), vec![0, 1, 2, 3, 4, 6]),
        (json!({"scope": "$ten_penalties.scope"}), vec![0, 1, 2, 3, 4, 5, 6]),
        (json!({"simple": true}), vec![3]),
        (json!({"simple": false}), vec![0, 1, 2, 4, 5, 6]),
        (json!({"small": true}), vec![3, 4]),
        (json!({"small": false}), vec![0, 1, 2, 5, 6]),
        (json!({"heavier": true}), vec![2, 5, 6]),
        (json!({"heavier": false}), vec![0, 1, 3, 4]),
        (json!({"live": true}), vec![0, 5, 6]),
        (json!({"live": false}), vec![1, 2, 3, 4]),
        (json!({"track": ["barred"]}), vec![2]),
        (json!({"track": "$serious_penalty.tracks"}), vec![2, 6]),
        (json!({"severity": ["minor"]}), vec![3, 4]),
        (json!({"severity": ["general"], "live": true}), vec![0, 5]),
    ] {
        assert_eq!(counted(json!({"any": "penalty", "where": filter}), &facts), indices, "{filter}");
    }
}

#[test]
fn every_question_about_the_other_facts_is_answered() {
    let facts = json!({
        "abnormal_listings": [
            {"reason": "name_change", "listed_on": "2026-01-01"},
            {"reason": "unreachable", "listed_on": "2026-01-01", "removed_on": "2026-11-21"},
            {"reason": "unreachable", "listed_on": "2026-11-22"},
        ],
        "serious_listings": [
            {"listed_on": "2023-11-22"}, {"listed_on": "2023-11-21"}, {"listed_on": "2026-01-01", "removed_on": "2026-02-01"},
        ],
        "court_listings": [{"listed_on": "2026-01-01"}, {"listed_on": "2026-01-01", "removed_on": "2026-02-01"}],
        "leads": [
            {"kind": "complaint", "received_on": "2026-11-01"},
            {"kind": "media", "received_on": "2026-11-01", "closed_on": "2026-11-02"},
        ],
        "inspections": [
            {"on": "2026-11-01", "result": "clean"},
            {"on": "2026-11-01", "mode": "off_site", "basis": "special", "authority_system": "other"},
        ],
        "commitments": [
            {"kind": "repair", "made_on": "2026-01-01", "breached_on": "2026-02-01"},
            {"kind": "disclosure", "made_on": "2026-01-01"},
            {"kind": "disclosure", "made_on": "2026-11-22", "breached_on": "2026-02-01"},
        ],
    });
    for (fact, filter, indices) in [
        ("abnormal_listing", json!({"on_list": true}), vec![0]),
        ("abnormal_listing", json!({"on_list": false}), vec![1]),
        ("abnormal_listing", json!({"reason": ["unreachable"]}), vec![1]),
        ("serious_listing", json!({"on_list": true}), vec![0]),
        ("serious_listing", json!({"on_list": false}), vec![1, 2]),
        ("court_listing", json!({"on_list": true}), vec![0]),
        ("court_listing", json!({"on_list": false}), vec![1]),
        ("lead", json!({"kind": ["media", "request"]}), vec![1]),
        ("lead", json!({"open": true}), vec![0]),
        ("lead", json!({"open": false}), vec![1]),
        ("inspection", json!({"mode": ["off_site"]}), vec![1]),
        ("inspection", json!({"basis": ["routine"]}), vec![0]),
        ("inspection", json!({"authority_system": ["market_regulation"]}), vec![0]),
        ("inspection", json!({"result": ["clean"]}), vec![0]),
        ("inspection", json!({"result": ["violation"]}), vec![]),
        ("commitment", json!({"kind": ["disclosure"]}), vec![1]),
        ("commitment", json!({"breached": true}), vec![0]),
        ("commitment", json!({"breached": false}), vec![1]),
    ] {
        assert_eq!(counted(json!({"any": fact, "where": filter}), &facts), indices, "{fact} {filter}");
    }
}

#[test]
fn a_span_is_counted_from_any_date_of_a_fact() {
    let facts = json!({
        "penalties": [
            fine(json!({"decided_on": "2026-08-23", "published_on": "2026-11-21", "fulfilled_on": "2026-08-22",
                "harm_eliminated_on": "2026-11-22", "commitment_on": "2026-08-23"})),
            fine(json!({"decided_on": "2026-08-22", "published_on": null})),
        ],
        "abnormal_listings": [
            {"reason": "name_change", "listed_on": "2026-08-23", "commitment_on": "2026-08-22", "corrected_on": "2026-10-01"},
        ],
        "serious_listings": [{"listed_on": "2026-08-23", "fulfilled_on": "2026-08-23", "harm_eliminated_on": "2026-08-22",
            "commitment_on": "2026-08-23"}],
        "court_listings": [{"listed_on": "2026-08-23"}, {"listed_on": "2026-08-22"}],
        "leads": [{"kind": "media", "received_on": "2026-08-22", "closed_on": "2026-08-23"}, {"kind": "media", "received_on": "2026-08-23"}],
        "inspections": [{"on": "2026-08-22"}, {"on": "2026-08-23"}],
        "commitments": [{"kind": "repair", "made_on": "2026-08-22", "breached_on": "2026-08-23"}, {"kind": "repair", "made_on": "2026-08-23"}],
    });
    // Ninety days before 21 November 2026 lies 23 August.
    for (fact, after, indices) in [
        ("penalty", "decided_on", vec![0]),
        ("penalty", "published_on", vec![0]),
        ("penalty", "fulfilled_on", vec![]),
        ("penalty", "harm_eliminated_on", vec![]),
        ("penalty", "commitment_on", vec![0]),
        ("abnormal_listing", "listed_on", vec![0]),
        ("abnormal_listing", "corrected_on", vec![0]),
        ("abnormal_listing", "commitment_on", vec![]),
        ("serious_listing", "listed_on", vec![0]),
        ("serious_listing", "fulfilled_on", vec![0]),
        ("serious_listing", "harm_eliminated_on", vec![]),
        ("serious_listing", "commitment_on", vec![0]),
        ("court_listing", "listed_on", vec![0]),
        ("lead", "received_on", vec![1]),
        ("lead", "closed_on", vec![0]),
        ("inspection", "on", vec![1]),
        ("commitment", "made_on", vec![1]),
        ("commitment", "breached_on", vec![0]),
    ] {
        let when = json!({"any": fact, "within": {"days": 90, "after": after}});
        assert_eq!(counted(when, &facts), indices, "{fact}.{after}");
    }
    for (fact, indices) in [("penalty", vec![0]), ("lead", vec![1]), ("commitment", vec![1])] {
        assert_eq!(counted(json!({"any": fact, "within": {"days": 90}}), &facts), indices, "{fact} by its own date");
    }
    assert_eq!(counted(json!({"any": "court_listing", "within": {"months": 3}}), &facts), [0, 1], "from 21 August");
    assert_eq!(counted(json!({"any": "court_listing", "within": {"years": 1}}), &facts), [0, 1]);
}

#[test]
fn each_date_of_a_fact_is_the_one_that_was_asked_for() {
    let early = "2026-01-05";
    for (fact, list, item, fields) in [
        (
            "penalty",
            "penalties",
            json!({"kinds": ["fine"], "decided_on": early}),
            &["decided_on", "published_on", "fulfilled_on", "harm_eliminated_on", "commitment_on"][..],
        ),
        (
            "abnormal_listing",
            "abnormal_listings",
            json!({"reason": "name_change", "listed_on": early}),
            &["listed_on", "corrected_on", "commitment_on"],
        ),
        (
            "serious_listing",
            "serious_listings",
            json!({"listed_on": early}),
            &["listed_on", "fulfilled_on", "harm_eliminated_on", "commitment_on"],
        ),
        ("lead", "leads", json!({"kind": "media", "received_on": early}), &["received_on", "closed_on"]),
        ("commitment", "commitments", json!({"kind": "repair", "made_on": early}), &["made_on", "breached_on"]),
    ] {
        for field in fields {
            let when = json!({"any": fact, "within": {"days": 90, "after": field}});
            // Ninety days before 21 November 2026 lies 23 August.
            for (day, indices) in [("2026-08-23", vec![0]), ("2026-08-22", vec![])] {
                let mut item = item.clone();
                item[*field] = json!(day);
                assert_eq!(counted(when.clone(), &json!({ list: [item] })), indices, "{fact}.{field} on {day}");
            }
        }
    }
}

#[test]
fn an_offence_before_the_window_does_not_hide_those_within() {
    let of = |on: &str| fine(json!({"decided_on": on, "category": "未明码标价"}));
    let facts = json!({"penalties": [of("2020-01-06"), of("2026-01-06"), of("2026-03-06"), of("2026-05-06")]});
    let mut enterprise = json!({"uscc": "91350100M000100Y43", "name": "示例"});
    enterprise.as_object_mut().unwrap().extend(facts.as_object().unwrap().clone());
    let answer = answer(&json!({"as_of": "2026-11-21", "enterprise": enterprise}).to_string());
    let reason =
        answer["reasons"].as_array().unwrap().iter().find(|reason| reason["rule"] == "repeat_offence").unwrap();
    let within: Vec<Value> = (1..=3).map(|index| json!({"kind": "penalty", "index": index})).collect();
    assert_eq!(reason["evidence"], json!(within));
}

#[test]
fn two_complaints_within_ninety_days_make_a_rule() {
    let when = json!({"count": "lead", "where": {"kind": ["complaint"]}, "within": {"days": 90}, "at_least": 2});
    let complaints = |first: &str, second: &str| {
        let lead = |on: &str| json!({"kind": "complaint", "received_on": on});
        answer_by(
            &when,
            "2026-11-21",
            &json!({"leads": [lead(first), lead(second), {"kind": "media", "received_on": second}]}),
        )
    };
    let two = complaints("2026-08-23", "2026-11-21");
    assert_eq!(two["class"], "general");
    let evidence = json!([{"kind": "lead", "index": 0}, {"kind": "lead", "index": 1}]);
    assert_eq!(two["reasons"][0]["evidence"], evidence);
    assert_eq!(two["forecast"], json!([{"on": "2026-11-22", "class": "good"}]));
    let window =
        two["trace"].as_array().unwrap().iter().find(|line| line["rule"] == "abnormal_list").unwrap()["window"].clone();
    assert_eq!(window, json!({"from": "2026-08-23", "to": "2026-11-21"}));
    assert_eq!(complaints("2026-08-22", "2026-11-21")["class"], "good");
}

#[test]
fn what_ceases_ahead_is_foreseen_from_both_sides() {
    // A penalty no longer published: so from the day on which its publication stops.
    let penalties = json!({"penalties": [fine(json!({}))]});
    let over = json!({"any": "penalty", "where": {"live": false}});
    let live = answer_by(&over, "2026-11-21", &penalties);
    assert_eq!(live["class"], "general", "still published");
    assert_eq!(live["reasons"][0]["rule"], "live_penalty");
    assert_eq!(live["forecast"], json!([]), "general by one rule until then, by the other from then on");
    let annulled = answer_by(&over, "2026-11-21", &json!({"penalties": [fine(json!({"annulled_on": "2026-02-01"}))]}));
    assert_eq!(annulled["reasons"][0]["rule"], "abnormal_list", "never published again");
    let off = json!({"any": "serious_listing", "where": {"on_list": false}});
    let listed = answer_by(&off, "2026-11-21", &json!({"serious_listings": [{"listed_on": "2026-01-01"}]}));
    assert_eq!(listed["class"], "high_risk");
    assert_eq!(listed["forecast"], json!([{"on": "2029-01-01", "class": "general"}]));
}

#[test]
fn the_forecast_judges_each_day_by_the_values_valid_then() {
    let mut pack = pack_with("abnormal_list", &json!({"any": "abnormal_listing", "where": {"on_list": true}}));
    let source = json!({"id": "default"});
    pack["parameters"]["ten_penalties.count"]["values"] = json!([
        {"until": "2026-12-31", "value": 10, "source": source},
        {"from": "2027-01-01", "until": "2028-02-29", "value": 1, "source": source},
        {"from": "2028-03-01", "value": 2, "source": source},
    ]);
    let penalty = fine(json!({"decided_on": "2026-01-05", "published_on": "2026-01-05"}));
    let ask = |as_of: &str| {
        let enterprise = json!({"uscc": "91350100M000100Y43", "name": "示例", "penalties": [penalty]});
        let answer = answer(&json!({"as_of": as_of, "pack": pack, "enterprise": enterprise}).to_string());
        (answer["class"].clone(), answer["forecast"].clone())
    };
    let changes = json!([{"on": "2027-01-01", "class": "high_risk"}, {"on": "2028-03-01", "class": "good"}]);
    assert_eq!(ask("2026-12-31"), (json!("general"), changes));
    assert_eq!(ask("2027-01-01"), (json!("high_risk"), json!([{"on": "2028-03-01", "class": "good"}])));
    assert_eq!(ask("2028-02-29").0, "high_risk");
    assert_eq!(ask("2028-03-01"), (json!("good"), json!([])));
}

#[test]
fn the_latest_inspection_may_be_asked_for_otherwise() {
    let latest = |worst_first: Value, is: Value, filter: Value| {
        json!({"latest": "inspection", "where": filter,
        "worst_first": worst_first, "is": is})
    };
    let inspections = |of_day: Value| {
        json!({"inspections": [
            {"on": "2026-01-01", "result": "violation"}, {"on": "2026-11-22", "result": "violation"},
            {"on": "2026-11-01", "result": of_day[0]}, {"on": "2026-11-01", "result": of_day[1]},
            {"on": "2026-11-01", "result": of_day[0]},
        ]})
    };
    let order = json!(["violation", "unrectified", "clean"]);
    let is = json!({"result": ["violation"]});
    let when = || latest(order.clone(), is.clone(), json!({}));
    assert_eq!(counted(when(), &inspections(json!(["clean", "violation"]))), [3]);
    assert_eq!(counted(when(), &inspections(json!(["violation", "clean"]))), [2, 4]);
    assert_eq!(counted(when(), &inspections(json!(["unrectified", "clean"]))), [0; 0]);
    // A result that the order does not name comes after those that it does.
    assert_eq!(counted(when(), &inspections(json!(["rectified", "violation"]))), [3]);
    assert_eq!(counted(when(), &inspections(json!([null, "violation"]))), [3]);
    let rectified = latest(order.clone(), json!({"result": ["rectified"]}), json!({}));
    assert_eq!(counted(rectified.clone(), &inspections(json!(["rectified", "clean"]))), [0; 0]);
    assert_eq!(counted(rectified, &inspections(json!(["rectified", null]))), [2, 4]);
    let on_site = latest(order, is, json!({"result": ["clean", "violation"], "mode": ["on_site"]}));
    let facts = json!({"inspections": [{"on": "2026-11-02", "mode": "off_site", "result": "clean"}, {"on": "2026-11-01", "result": "violation"}]});
    assert_eq!(counted(on_site, &facts), [1]);
}

//! What the language of packs can say beyond what the built-in pack says: filters and conditions joined at any depth, the
//! enterprise itself, years, windows without their last day, rules that run out, and what a place does not have.

use serde_json::{Value, json};
use xinheng::builtin;
use xinheng::json::canonical;

use crate::own_rules::{answer_by, counted};
use crate::{answer, fine};

/// The built-in pack as JSON.
pub fn pack() -> Value {
    serde_json::from_str(&canonical(builtin::form())).unwrap()
}

pub fn by(pack: &Value, as_of: &str, facts: &Value) -> Value {
    let mut enterprise = json!({"uscc": "91350100M000100Y43", "name": "示例"});
    enterprise.as_object_mut().unwrap().extend(facts.as_object().unwrap().clone());
    answer(&json!({"as_of": as_of, "pack": pack, "trace": true, "enterprise": enterprise}).to_string())
}

/// Whether a condition holds, put in the place of that of the rule on abnormal listings.
pub fn holds(when: &Value, as_of: &str, facts: &Value) -> bool {
    let answer = answer_by(when, as_of, facts);
    answer["reasons"].as_array().unwrap().iter().any(|reason| reason["rule"] == "abnormal_list")
}

#[test]
fn filters_are_joined_at_any_depth() {
    let facts = json!({"penalties": [
        fine(json!({"category": "价格", "fine_yuan": 3000})),
        fine(json!({"category": "广告", "fine_yuan": 60000})),
        fine(json!({"category": "食品", "fine_yuan": 200_000})),
        fine(json!({"category": null, "fine_yuan": null})),
        fine(json!({"category": "价格", "kinds": ["warning"], "fine_yuan": null})),
    ]});
    for (filter, indices) in [
        (json!({"category": ["价格", "食品"]}), vec![0, 2, 4]),
        (json!({"not": {"category": ["价格", "食品"]}}), vec![1, 3]),
        (json!({"fine_above": 60000}), vec![2, 3]),
        (json!({"fine_at_most": 60000}), vec![0, 1, 4]),
        (json!({"not": {"fine_above": 60000}}), vec![0, 1, 4]),
        (json!({"any": [{"category": ["广告"]}, {"fine_above": 100_000}]}), vec![1, 2, 3]),
        (json!({"all": [{"category": ["价格"]}, {"kinds": ["fine"]}]}), vec![0]),
        (
            json!({"kinds": ["fine"], "not": {"any": [{"category": ["广告"]}, {"not": {"fine_at_most": 60000}}]}}),
            vec![0],
        ),
    ] {
        assert_eq!(counted(json!({"any": "penalty", "where": filter}), &facts), indices, "{filter}");
    }
}

#[test]
fn an_unknown_amount_is_large_or_small_in_both_directions() {
    let facts = json!({"penalties": [fine(json!({"fine_yuan": null}))]});
    for (unknown, above) in [(None, true), (Some("large"), true), (Some("small"), false)] {
        for (filter, expected) in [("fine_above", above), ("fine_at_most", !above)] {
            let mut pack = pack();
            if let Some(unknown) = unknown {
                pack["unknown_fine"] = unknown.into();
            }
            let rules = pack["rules"].as_array_mut().unwrap();
            rules[0]["when"] = json!({"any": "penalty", "where": {filter: 1000}});
            let answer = by(&pack, "2026-11-21", &facts);
            assert_eq!(answer["trace"][0]["holds"], expected, "{unknown:?} {filter}");
        }
    }
}

#[test]
fn a_definition_of_ones_own_is_asked_for_and_denied() {
    let mut pack = pack();
    pack["definitions"]["advertising"] = json!({
        "title": {"zh": "广告类", "en": "advertising"}, "source": {"id": "default"},
        "when": [{"category": ["广告"]}, {"category": ["价格"], "not": {"kinds": ["warning"]}}],
    });
    let facts = json!({"penalties": [
        fine(json!({"category": "广告"})), fine(json!({"category": "价格"})),
        fine(json!({"category": "价格", "kinds": ["warning"], "fine_yuan": null})),
    ]});
    for (filter, expected) in
        [(json!({"is": "advertising"}), json!([0, 1])), (json!({"not": {"is": "advertising"}}), json!([2]))]
    {
        pack["rules"][0]["when"] = json!({"any": "penalty", "where": filter});
        assert_eq!(by(&pack, "2026-11-21", &facts)["trace"][0]["counted"], expected, "{filter}");
    }
    pack["rules"][0]["when"] = json!({"any": "penalty", "where": {"is": "publicity"}});
    let words = by(&pack, "2026-11-21", &facts)["errors"][0]["message"]["zh"].to_string();
    assert!(words.contains("rules[0].when.where.is") && words.contains("advertising"), "{words}");
}

#[test]
fn the_enterprise_itself_is_asked() {
    let facts = json!({
        "kind": "individual_business", "sectors": ["food", "fire"], "region": "150203", "industry": "F5212",
        "registered_on": "2026-05-21", "risk_grades": {"food": "B", "fire": "C"},
    });
    for (filter, expected) in [
        (json!({"kind": ["individual_business"]}), true),
        (json!({"kind": ["company", "cooperative"]}), false),
        (json!({"status": ["active"]}), true),
        (json!({"sector": ["fire"]}), true),
        (json!({"sector": ["gas"]}), false),
        (json!({"risk_grade": ["C", "D"]}), true),
        (json!({"risk_grade": ["B"]}), false),
        (json!({"region": ["1502"]}), true),
        (json!({"region": ["150204", "150203"]}), true),
        (json!({"region": ["1501"]}), false),
        (json!({"industry": ["F52"]}), true),
        (json!({"industry": ["F5212"], "sector": ["gas"]}), false),
        // Six months after 21 May is 21 November.
        (json!({"registered_within": {"months": 6}}), true),
        (json!({"registered_within": {"months": 6, "last_day": false}}), false),
        (json!({"registered_within": {"days": 183}}), false),
        (json!({"registered_within": {"days": 184}}), true),
    ] {
        assert_eq!(holds(&json!({"enterprise": filter}), "2026-11-21", &facts), expected, "{filter}");
        assert_eq!(holds(&json!({"not": {"enterprise": filter}}), "2026-11-21", &facts), !expected, "not {filter}");
    }
    for filter in [json!({"region": ["1"]}), json!({"industry": ["F"]}), json!({"registered_within": {"years": 99}})] {
        assert!(!holds(&json!({"enterprise": filter}), "2026-11-21", &json!({})), "what is not known passes nothing");
    }
}

#[test]
fn conditions_are_joined_at_any_depth_and_each_part_is_traced() {
    let new = json!({"enterprise": {"registered_within": {"years": 1}}});
    let complaint = json!({"any": "lead", "where": {"kind": ["complaint"]}});
    let fines = json!({"count": "penalty", "at_least": 2});
    let when = json!({"all": [{"any": [complaint, fines]}, {"not": new}]});
    let lead = json!([{"received_on": "2026-11-01", "kind": "complaint"}]);
    let two = json!([fine(json!({})), fine(json!({}))]);
    for (facts, expected) in [
        (json!({"leads": lead}), true),
        (json!({"penalties": two}), true),
        (json!({"penalties": [fine(json!({}))]}), false),
        (json!({"leads": lead, "registered_on": "2026-01-01"}), false),
        (json!({}), false),
    ] {
        assert_eq!(holds(&when, "2026-11-21", &facts), expected, "{facts}");
    }
    let answer = answer_by(&when, "2026-11-21", &json!({"leads": lead, "penalties": [fine(json!({}))]}));
    let reason = answer["reasons"].as_array().unwrap().iter().find(|it| it["rule"] == "abnormal_list").unwrap();
    assert_eq!(reason["evidence"], json!([{"kind": "lead", "index": 0}]), "the part that holds");
    let trace = answer["trace"].as_array().unwrap().iter().find(|it| it["rule"] == "abnormal_list").unwrap();
    assert_eq!(
        trace["parts"],
        json!([
            {"fact": "lead", "counted": [0], "count": 1, "at_least": 1},
            {"fact": "penalty", "counted": [0], "count": 1, "at_least": 2},
        ])
    );
    assert!(trace.get("count").is_none());
    let none = json!({"not": {"any": "penalty", "where": {"standing": true}}});
    let answer = answer_by(&none, "2026-11-21", &json!({}));
    let trace = answer["trace"].as_array().unwrap().iter().find(|it| it["rule"] == "abnormal_list").unwrap();
    assert_eq!((&trace["holds"], &trace["parts"][0]["negated"]), (&json!(true), &json!(true)));
}

#[test]
fn facts_of_several_kinds_are_counted_together_and_each_once() {
    let when = json!({"count": [
        {"fact": "penalty", "within": {"years": 1}},
        {"fact": "lead", "where": {"kind": ["complaint"]}},
        {"fact": "penalty", "where": {"kinds": ["warning"]}},
    ], "at_least": 3});
    let complaint = json!({"received_on": "2026-11-01", "kind": "complaint"});
    let warning = |day: &str| fine(json!({"decided_on": day, "kinds": ["warning"], "fine_yuan": null}));
    for (penalties, expected) in [
        // A warning of this year is told by two of the three, and counts once.
        (json!([warning("2026-03-01")]), false),
        (json!([warning("2026-03-01"), warning("2020-03-01")]), true),
        (json!([warning("2026-03-01"), fine(json!({"decided_on": "2020-03-01"}))]), false),
    ] {
        let facts = json!({"penalties": penalties, "leads": [complaint]});
        assert_eq!(holds(&when, "2026-11-21", &facts), expected, "{penalties}");
    }
    let facts = json!({"penalties": [warning("2026-03-01"), warning("2020-03-01")], "leads": [complaint]});
    let answer = answer_by(&when, "2026-11-21", &facts);
    let reason = answer["reasons"].as_array().unwrap().iter().find(|it| it["rule"] == "abnormal_list").unwrap();
    let evidence = [("penalty", 0), ("penalty", 1), ("lead", 0)];
    assert_eq!(reason["evidence"], json!(evidence.map(|(kind, index)| json!({"kind": kind, "index": index}))));
    // The warning of this year is within a year until 1 March 2027, and one of the three kinds for ever after.
    assert!(holds(&when, "2028-11-21", &facts));
}

#[test]
fn different_years_count_and_not_the_facts_in_them() {
    let when = json!({"count": "penalty", "different": "year", "at_least": 2});
    let on = |days: &[&str]| {
        let penalties: Vec<Value> = days.iter().map(|day| fine(json!({"decided_on": day}))).collect();
        json!({"penalties": penalties})
    };
    assert!(!holds(&when, "2026-11-21", &on(&["2026-01-01", "2026-12-31", "2026-05-05"])));
    assert!(holds(&when, "2026-11-21", &on(&["2025-12-31", "2026-01-01"])));
    let recent = json!({"count": "penalty", "different": "year", "at_least": 2, "within": {"months": 12}});
    // The first leaves the window after 31 December 2026, so that only one year is left.
    let facts = on(&["2025-12-31", "2026-01-01"]);
    assert!(holds(&recent, "2026-12-31", &facts));
    assert!(!holds(&recent, "2027-01-01", &facts));
}

#[test]
fn a_window_may_be_without_its_last_day() {
    let facts = json!({"leads": [{"received_on": "2026-08-23", "kind": "complaint"}]});
    // Ninety days after 23 August is 21 November.
    for (span, expected) in [
        (json!({"days": 90}), true),
        (json!({"days": 90, "last_day": true}), true),
        (json!({"days": 90, "last_day": false}), false),
        (json!({"days": 91, "last_day": false}), true),
    ] {
        assert_eq!(holds(&json!({"any": "lead", "within": span}), "2026-11-21", &facts), expected, "{span}");
    }
    let open = json!({"any": "lead", "within": {"days": 91, "last_day": false}});
    let answer = answer_by(&open, "2026-11-21", &facts);
    let trace = answer["trace"].as_array().unwrap().iter().find(|it| it["rule"] == "abnormal_list").unwrap();
    assert_eq!(trace["window"]["from"], "2026-08-23", "the first day that still counts");
}

#[test]
fn what_is_joined_is_foreseen_day_by_day() {
    // Live until its publication stops a year after 10 January 2026, and new until 1 March 2027.
    let facts = json!({
        "registered_on": "2026-03-01",
        "penalties": [fine(json!({"decided_on": "2026-01-05", "published_on": "2026-01-10"}))],
    });
    let live = json!({"any": "penalty", "where": {"live": true}});
    let new = json!({"enterprise": {"registered_within": {"years": 1}}});
    let mut pack = pack();
    let class = |pack: &mut Value, rule: usize, when: Value| pack["rules"][rule]["when"] = when;
    let never = json!({"any": "court_listing"});
    let rules = pack["rules"].as_array().unwrap().len();
    for rule in 0..rules {
        class(&mut pack, rule, never.clone());
    }
    let worst = pack["rules"].as_array().unwrap().iter().position(|rule| rule["class"] == "high_risk").unwrap();
    for (when, class_now, changes) in [
        (json!({"all": [live, new]}), "high_risk", json!([["2027-01-10", "good"]])),
        (json!({"any": [live, new]}), "high_risk", json!([["2027-03-02", "good"]])),
        (json!({"all": [new, {"not": live}]}), "good", json!([["2027-01-10", "high_risk"], ["2027-03-02", "good"]])),
        (json!({"not": {"any": [live, new]}}), "good", json!([["2027-03-02", "high_risk"]])),
        (json!({"any": "penalty", "where": {"not": {"live": true}}}), "good", json!([["2027-01-10", "high_risk"]])),
    ] {
        class(&mut pack, worst, when.clone());
        let answer = by(&pack, "2026-11-21", &facts);
        let told: Vec<Value> =
            answer["forecast"].as_array().unwrap().iter().map(|it| json!([it["on"], it["class"]])).collect();
        assert_eq!((&answer["class"], json!(told)), (&json!(class_now), changes), "{when}");
        // What is foreseen is what is found on the day.
        for change in told {
            let there = by(&pack, change[0].as_str().unwrap(), &facts);
            assert_eq!(there["class"], change[1], "{when} on {}", change[0]);
        }
    }
}

#[test]
fn a_rule_that_has_run_out_rests_or_judges_with_a_warning() {
    let facts = json!({"leads": [{"received_on": "2026-05-01", "kind": "complaint"}]});
    let mut pack = pack();
    pack["rules"][0]["when"] = json!({"any": "lead"});
    let rule = pack["rules"][0]["id"].clone();
    let ask = |pack: &Value, as_of: &str| {
        let answer = by(pack, as_of, &facts);
        let reasons = answer["reasons"].as_array().unwrap();
        let place = reasons.iter().position(|reason| reason["rule"] == rule);
        let warned = place.is_some_and(|place| {
            let part = json!([format!("reasons[{place}]")]);
            let warnings = answer["warnings"].as_array().unwrap();
            warnings
                .iter()
                .any(|it| it["code"] == "source_not_in_force" && it["affects"] == part && it.get("source").is_none())
        });
        (place.is_some(), warned, answer["forecast"].clone())
    };
    pack["rules"][0]["validity"] = json!({"from": "2026-05-10", "until": "2026-05-28", "out_of_force": "rests"});
    assert!(!ask(&pack, "2026-05-09").0);
    let (holds, warned, forecast) = ask(&pack, "2026-05-10");
    assert_eq!((holds, warned), (true, false));
    assert_eq!(forecast[0]["on"], "2026-05-29", "the day after the last");
    assert!(ask(&pack, "2026-05-28").0);
    assert!(!ask(&pack, "2026-05-29").0);
    pack["rules"][0]["validity"]["out_of_force"] = "judges".into();
    for (day, warned) in [("2026-05-09", true), ("2026-05-10", false), ("2026-05-28", false), ("2026-05-29", true)] {
        let (holds, told, _) = ask(&pack, day);
        assert_eq!((holds, told), (true, warned), "{day}");
    }
}

#[test]
fn what_a_place_does_not_have_is_left_out() {
    let facts = json!({
        "sectors": ["food"], "risk_grades": {"food": "D"},
        "penalties": [fine(json!({}))],
        "inspections": [{"on": "2026-11-01", "mode": "off_site", "result": "clean"}],
    });
    let with = by(&pack(), "2026-11-21", &facts);
    assert_eq!((&with["class"], &with["credit_class"]), (&json!("high_risk"), &json!("general")));
    let mut pack = pack();
    pack.as_object_mut().unwrap().remove("risk_grade");
    for key in ["spares", "sector_visits"] {
        pack["inspection"].as_object_mut().unwrap().remove(key);
    }
    let without = by(&pack, "2026-11-21", &facts);
    assert_eq!(without["class"], "general", "no grade raises it");
    assert_eq!(without["inspection"]["adjustments"], json!([]), "nothing spares a visit, no sector asks for more");
}

#[test]
fn caps_may_differ_by_sector_and_stay_below_the_visits() {
    let mut pack = pack();
    let mut cap = pack["parameters"]["visits.annual_cap"].clone();
    for (id, value) in [("cap.food", 4), ("cap.gas", 6)] {
        cap["values"] = json!([{"value": value, "source": {"id": "default"}}]);
        pack["parameters"][id] = cap.clone();
    }
    pack["inspection"]["sector_caps"] =
        json!([{"sector": "food", "annual_cap": "$cap.food"}, {"sector": "gas", "annual_cap": "$cap.gas"}]);
    let cap = |pack: &Value, sectors: Value| {
        by(pack, "2026-11-21", &json!({"sectors": sectors}))["inspection"]["annual_cap"].clone()
    };
    let of_all = cap(&pack, json!(["fire"]));
    assert_eq!(cap(&pack, json!(["food"])), 4);
    assert_eq!(cap(&pack, json!(["food", "gas"])), 6, "the largest of its sectors");
    assert_ne!(of_all, 4);
    // Of a high-risk enterprise more visits are asked for than a cap of one allows.
    let listed = json!({"serious_listings": [{"listed_on": "2026-01-01"}]});
    pack["parameters"]["visits.annual_cap"]["values"] = json!([{"value": 1, "source": {"id": "default"}}]);
    let lifted = by(&pack, "2026-11-21", &listed)["inspection"].clone();
    assert!(lifted["visits_per_year"]["max"].as_u64() > Some(1));
    assert_eq!(lifted["annual_cap"], lifted["visits_per_year"]["max"]);
    pack["inspection"]["visits_lift_cap"] = false.into();
    assert_eq!(by(&pack, "2026-11-21", &listed)["inspection"]["annual_cap"], 1);
}

#[test]
fn a_key_case_may_be_counted_by_a_rule_of_its_own() {
    let mut pack = pack();
    pack["key_case"] = json!({
        "counted_by": "complaints", "source": {"id": "default"},
        "rules": [{
            "id": "complaints", "title": {"zh": "多次投诉", "en": "Complaints"}, "source": {"id": "default"},
            "when": {"count": "lead", "within": {"days": 90}, "at_least": 2},
        }],
    });
    let lead = |day: &str| json!({"received_on": day, "kind": "complaint"});
    let facts = json!({"leads": [lead("2026-11-01"), lead("2026-11-02"), lead("2026-01-01")]});
    let found = by(&pack, "2026-11-21", &facts)["key_case"].clone();
    assert_eq!((&found["flagged"], &found["penalty_count"]), (&json!(true), &json!(2)));
    assert_eq!(found["window"], json!({"from": "2026-08-23", "to": "2026-11-21"}));
}

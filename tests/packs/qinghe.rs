//! The rules of a made-up city, written from its prose (tests/packs/qinghe.toml) by data alone. The answers were written down from the
//! prose before the pack was.

use serde_json::{Value, json};
use xinheng::builtin;
use xinheng::pack::toml::json_of;
use xinheng::request::answer_text;

fn pack() -> Value {
    let json = json_of("qinghe.toml", include_str!("qinghe.toml"), &builtin::form_of).unwrap();
    serde_json::from_str(&json).unwrap()
}

fn ask(as_of: &str, facts: &Value) -> Value {
    let mut enterprise = json!({"uscc": "91150203MAE0YWCM6D", "name": "示例"});
    enterprise.as_object_mut().unwrap().extend(facts.as_object().unwrap().clone());
    let request = json!({"as_of": as_of, "pack": pack(), "enterprise": enterprise});
    let answer: Value = serde_json::from_str(&answer_text(&request.to_string())).unwrap();
    assert!(answer.get("errors").is_none(), "{}", answer["errors"]);
    answer
}

/// The class, and the rules that give it.
fn found(as_of: &str, facts: &Value) -> (String, Vec<String>) {
    let answer = ask(as_of, facts);
    let rules = answer["reasons"].as_array().unwrap().iter().map(|reason| reason["rule"].as_str().unwrap().to_owned());
    (answer["class"].as_str().unwrap().to_owned(), rules.collect())
}

fn penalty(day: &str, more: Value) -> Value {
    let mut penalty = json!({"decided_on": day, "kinds": ["fine"], "fine_yuan": 20000});
    penalty.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    penalty
}

#[test]
fn each_article_gives_the_class_that_its_prose_says() {
    let lead = json!({"received_on": "2026-03-01", "kind": "complaint"});
    let builder = |more: Value| {
        let mut facts = json!({"region": "150271002", "industry": "E4710"});
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        facts
    };
    let slight = penalty("2026-02-01", json!({"fine_yuan": 9000}));
    let unknown = penalty("2026-02-01", json!({"fine_yuan": null}));
    for (as_of, facts, class, rules) in [
        ("2026-11-21", json!({}), "good", vec![]),
        // 1. New ones are forgiven what is slight, and of unknown amount; not what is more, and not a day after the year.
        ("2026-11-21", json!({"registered_on": "2025-11-22", "penalties": [slight]}), "good", vec![]),
        ("2026-11-21", json!({"registered_on": "2025-11-22", "penalties": [unknown]}), "good", vec![]),
        ("2026-11-21", json!({"registered_on": "2025-11-21", "penalties": [slight]}), "general", vec!["penalised"]),
        ("2026-11-21", json!({"penalties": [slight]}), "general", vec!["penalised"]),
        (
            "2026-11-21",
            json!({"registered_on": "2025-11-22", "penalties": [penalty("2026-02-01", json!({}))]}),
            "general",
            vec!["penalised"],
        ),
        // 2. Two years, not two penalties; three of whatever kind within one.
        (
            "2026-11-21",
            json!({"penalties": [
                penalty("2020-12-31", json!({"category": "广告"})), penalty("2021-01-01", json!({"category": "价格"})),
            ]}),
            "high_risk",
            vec!["persistent"],
        ),
        (
            "2026-11-21",
            json!({"penalties": [
                penalty("2021-01-01", json!({"category": "广告"})), penalty("2021-12-31", json!({"category": "价格"})),
            ]}),
            "good",
            vec![],
        ),
        (
            "2026-11-21",
            json!({"leads": [lead, lead], "penalties": [penalty("2026-01-05", json!({}))]}),
            "high_risk",
            vec!["persistent", "penalised"],
        ),
        // 3. Until one inspection has gone well.
        ("2026-11-21", builder(json!({})), "general", vec!["builders"]),
        (
            "2026-11-21",
            builder(json!({"inspections": [{"on": "2026-01-01", "result": "rectified"}]})),
            "general",
            vec!["builders"],
        ),
        ("2026-11-21", builder(json!({"inspections": [{"on": "2026-01-01", "result": "clean"}]})), "good", vec![]),
        ("2026-11-21", builder(json!({"industry": "E5010"})), "good", vec![]),
        // 4. In the first half of the year, and no more.
        ("2026-06-30", json!({"leads": [lead]}), "general", vec!["open_leads"]),
        ("2026-07-01", json!({"leads": [lead]}), "good", vec![]),
        // 6. A grade raises nothing.
        ("2026-11-21", json!({"sectors": ["food"], "risk_grades": {"food": "D"}}), "good", vec![]),
    ] {
        let rules: Vec<String> = rules.into_iter().map(str::to_owned).collect();
        assert_eq!(found(as_of, &facts), (class.to_owned(), rules), "{as_of} {facts}");
    }
}

#[test]
fn key_cases_and_caps_are_its_own() {
    let revoked =
        json!({"penalties": [penalty("2024-05-05", json!({"kinds": ["revocation_of_licence"], "fine_yuan": null}))]});
    let key_case = ask("2026-11-21", &revoked)["key_case"].clone();
    assert_eq!((&key_case["flagged"], &key_case["rules"]), (&json!(true), &json!(["revoked"])));
    assert_eq!(ask("2028-01-01", &revoked)["key_case"]["flagged"], false);
    assert_eq!(ask("2026-11-21", &json!({}))["inspection"]["annual_cap"], 2);
    assert_eq!(ask("2026-11-21", &json!({"sectors": ["food"]}))["inspection"]["annual_cap"], 4);
}

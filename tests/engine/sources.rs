//! On which document each part of an answer rests, on both sides of the days on which documents change.

use serde_json::{Value, json};

use crate::{ask, ask_with, fine};

fn cited(id: &str, article: &str, default: bool) -> Value {
    match article {
        "" => json!({"id": id, "default": default}),
        _ => json!({"id": id, "article": article, "default": default}),
    }
}

/// The source of the reason for one rule.
fn of_rule(answer: &Value, rule: &str) -> Value {
    let reasons = answer["reasons"].as_array().unwrap();
    reasons.iter().find(|reason| reason["rule"] == rule).unwrap_or_else(|| panic!("{rule} does not hold"))["source"]
        .clone()
}

#[test]
fn each_rule_cites_what_the_contract_names() {
    let minor = json!({"decided_on": "2026-11-02", "kinds": ["criticism"], "category": "虚假宣传"});
    let answer = ask(
        "2026-11-21",
        json!({
            "penalties": [minor, minor, minor, minor, minor, minor, minor, minor, fine(json!({})), fine(json!({"kinds": ["closure"]}))],
            "abnormal_listings": [{"reason": "annual_report", "listed_on": "2026-11-01"}],
            "serious_listings": [{"listed_on": "2026-11-01"}],
            "court_listings": [{"listed_on": "2026-11-01"}],
            "commitments": [{"kind": "repair", "breached_on": "2026-11-01"}],
            "inspections": [{"on": "2026-11-01", "result": "unrectified"}],
        }),
    );
    for (rule, id, article, default) in [
        ("serious_list", "samr-44", "15", false),
        ("ten_penalties", "baotou-2024-40", "124", false),
        ("serious_penalty", "samr-107", "8", true),
        ("repeat_offence", "baotou-2024-40", "124", true),
        ("court_list", "spc-2017-7", "", false),
        ("live_penalty", "samr-107", "9", true),
        ("abnormal_list", "abnormal-2025", "4", true),
        ("minor_penalties", "default", "", true),
        ("breached_commitment", "baotou-2024-40", "122", true),
        ("unrectified", "baotou-2024-40", "117", true),
    ] {
        assert_eq!(of_rule(&answer, rule), cited(id, article, default), "{rule}");
    }
    assert_eq!(answer["reasons"].as_array().unwrap().len(), 10);
    let graded = ask("2026-11-21", json!({"risk_grades": {"gas": "D"}}));
    assert_eq!(of_rule(&graded, "risk_grade"), cited("baotou-2024-40", "95", true));
    let measures = answer["measures"].as_array().unwrap();
    assert!(measures.iter().all(|measure| measure["source"] == cited("samr-44", "15", false)), "{measures:?}");
    let good = ask("2026-11-21", json!({}));
    assert_eq!(
        good["measures"],
        json!([{"id": "facilitation_available", "source": cited("baotou-2024-40", "117", false)}])
    );
}

#[test]
fn reasons_cite_the_same_before_the_new_measure() {
    let answer = ask(
        "2025-12-24",
        json!({"penalties": [fine(json!({"decided_on": "2025-12-01", "published_on": "2025-12-01"})),
        fine(json!({"kinds": ["closure"], "decided_on": "2025-12-01", "published_on": "2025-12-01"}))]}),
    );
    assert_eq!(of_rule(&answer, "serious_penalty"), cited("samr-107", "8", true));
    assert_eq!(of_rule(&answer, "live_penalty"), cited("samr-107", "9", true));
}

#[test]
fn a_number_of_the_request_decided_and_not_the_document() {
    let facts = json!({"penalties": [fine(json!({}))]});
    for name in ["ten_penalties.count", "ten_penalties.years"] {
        let other = ask_with("2026-11-21", facts.clone(), json!({name: 1, "ten_penalties.count": 1}));
        assert_eq!(of_rule(&other, "ten_penalties"), cited("baotou-2024-40", "124", true), "{name}");
        assert_eq!(other["key_case"]["sources"], json!([cited("baotou-2024-40", "124", true)]), "{name}");
    }
    let scope =
        ask_with("2026-11-21", json!({"penalties": vec![fine(json!({})); 10]}), json!({"ten_penalties.scope": "all"}));
    assert_eq!(of_rule(&scope, "ten_penalties"), cited("baotou-2024-40", "124", true), "set, though to the same");
    let unrelated = ask_with("2026-11-21", json!({"penalties": vec![fine(json!({})); 10]}), json!({"fine.minor": 10}));
    assert_eq!(of_rule(&unrelated, "ten_penalties"), cited("baotou-2024-40", "124", false));
}

#[test]
fn a_key_case_cites_each_of_its_rules_once() {
    let heavy = fine(json!({"discretion": "aggravated", "category": "虚假宣传"}));
    let all = ask("2026-03-01", json!({"penalties": vec![heavy.clone(); 10]}));
    assert_eq!(all["key_case"]["rules"], json!(["ten_penalties", "heavy_penalty", "repeat_offence"]));
    let sources = json!([cited("baotou-2024-40", "124", false), cited("baotou-2024-40", "124", true)]);
    assert_eq!(all["key_case"]["sources"], sources);
    let one = ask("2026-03-01", json!({"penalties": [heavy]}));
    assert_eq!(one["key_case"]["rules"], json!(["heavy_penalty"]));
    assert_eq!(one["key_case"]["sources"], json!([cited("baotou-2024-40", "124", false)]));
    let none = ask("2026-03-01", json!({}));
    assert_eq!(none["key_case"]["sources"], json!([cited("baotou-2024-40", "124", false)]));
}

#[test]
fn each_field_of_the_inspection_cites_its_value() {
    let sources = |answer: &Value| answer["inspection"]["sources"].clone();
    let field = |name: &str, id: &str, article: &str, default: bool| {
        let mut field = cited(id, article, default);
        field["field"] = json!(name);
        field
    };
    let approach = || field("approach", "baotou-2024-40", "117", false);
    let sampling = |default| field("sampling_percent", "bayannur-2022", "", default);
    assert_eq!(
        sources(&ask("2026-03-01", json!({}))),
        json!([
            approach(),
            sampling(true),
            field("visits_per_year", "default", "", true),
            field("annual_cap", "default", "", true),
        ])
    );
    let food = json!({"sectors": ["food"], "risk_grades": {"food": "C"}});
    assert_eq!(
        sources(&ask("2026-03-01", food.clone())),
        json!([
            approach(),
            sampling(true),
            field("visits_per_year", "food-grading-2016", "", false),
            field("annual_cap", "food-grading-2016", "", false),
        ]),
        "the cap is the larger of the two, and rests on what made it so"
    );
    let set = ask_with("2026-03-01", food, json!({"visits.food.C": [1, 2], "sampling.good": 3}));
    assert_eq!(
        sources(&set),
        json!([
            approach(),
            sampling(true),
            field("visits_per_year", "food-grading-2016", "", true),
            field("annual_cap", "default", "", true),
        ])
    );
}

/// The source of the repair of one penalty, with its track.
fn repair_of(as_of: &str, changes: Value) -> (String, Value) {
    let entry = ask(as_of, json!({"penalties": [fine(changes)]}))["repair"][0].clone();
    (entry["track"].as_str().unwrap().to_owned(), entry["source"].clone())
}

#[test]
fn each_track_of_the_publicity_system_cites_its_article() {
    let old = json!({"decided_on": "2025-12-01", "published_on": "2025-12-01"});
    let table = [
        (json!({"kinds": ["warning"]}), ("unpublished", "samr-45", "2"), ("unpublished", "samr-45", "2")),
        (
            json!({"procedure": "simple", "fine_yuan": 100}),
            ("unpublished", "samr-45", "2"),
            ("unpublished", "samr-45", "2"),
        ),
        (json!({"kinds": ["criticism"]}), ("automatic", "samr-45", "13"), ("automatic", "samr-107", "7")),
        (json!({"kinds": ["downgrade"]}), ("barred", "samr-45", "14"), ("barred", "samr-107", "8")),
        (json!({"kinds": ["revocation_of_licence"]}), ("barred", "samr-45", "14"), ("barred", "samr-107", "8")),
        (
            json!({"kinds": ["revocation_of_business_licence"]}),
            ("barred", "samr-45", "14"),
            ("barred", "samr-107", "8"),
        ),
        (json!({"kinds": ["suspension_of_business"]}), ("barred", "samr-45", "14"), ("restricted", "samr-107", "8")),
        (json!({"sector": "food"}), ("safety", "samr-repair-2021", ""), ("safety", "samr-107", "8")),
        (json!({"sector": "cosmetics"}), ("ordinary", "samr-repair-2021", ""), ("safety", "samr-107", "8")),
        (json!({"sector": "gas"}), ("ordinary", "samr-repair-2021", ""), ("ordinary", "samr-107", "9")),
    ];
    for (changes, before, after) in table {
        let mut penalty = old.clone();
        penalty.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        let expected = |(track, id, article): (&str, &str, &str)| (track.to_owned(), cited(id, article, false));
        assert_eq!(repair_of("2025-12-24", penalty.clone()), expected(before), "{changes} on 2025-12-24");
        assert_eq!(repair_of("2025-12-25", penalty), expected(after), "{changes} on 2025-12-25");
    }
    let closure = json!({"kinds": ["closure"], "decided_on": "2025-12-01", "published_on": "2025-12-01"});
    let ours = ("barred".to_owned(), cited("samr-45", "14", true));
    assert_eq!(repair_of("2025-12-24", closure.clone()), ours, "closure among the barred was our reading");
    assert_eq!(repair_of("2025-12-25", closure), ("barred".to_owned(), cited("samr-107", "8", false)));
}

#[test]
fn each_track_of_credit_china_cites_its_article() {
    let of = |changes: Value| {
        let mut penalty = json!({"authority_system": "other"});
        penalty.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        repair_of("2026-04-01", penalty)
    };
    assert_eq!(
        of(json!({"procedure": "simple", "fine_yuan": 100})),
        ("minor".to_owned(), cited("ndrc-36", "8", false))
    );
    assert_eq!(
        of(json!({"kinds": ["criticism"]})),
        ("minor".to_owned(), cited("ndrc-36", "8", true)),
        "by our measure"
    );
    assert_eq!(of(json!({})), ("ordinary".to_owned(), cited("ndrc-36", "9", false)));
    assert_eq!(
        of(json!({"kinds": ["suspension_of_licence"]})),
        ("restricted".to_owned(), cited("ndrc-36", "10", false))
    );
}

#[test]
fn listings_and_deregistration_cite_their_articles() {
    let facts = |status: &str| {
        json!({
            "status": status,
            "penalties": [fine(json!({"decided_on": "2025-12-01", "published_on": "2025-12-01"})), fine(json!({"authority_system": "other"}))],
            "abnormal_listings": [{"reason": "annual_report", "listed_on": "2025-12-01"}],
            "serious_listings": [{"listed_on": "2025-12-01"}],
        })
    };
    let sources = |as_of: &str, status: &str| {
        crate::all(&ask(as_of, facts(status))["repair"], "source").into_iter().cloned().collect::<Vec<_>>()
    };
    assert_eq!(
        sources("2025-12-24", "active")[1..],
        [cited("abnormal-2025", "11-14", false), cited("samr-44", "16", false),]
    );
    assert_eq!(sources("2026-04-01", "active")[2..], [cited("samr-107", "12", false), cited("samr-107", "13", false)]);
    let gone = cited("samr-107", "20", false);
    assert_eq!(
        sources("2026-04-01", "deregistered"),
        [gone.clone(), cited("ndrc-36", "9", false), gone.clone(), gone.clone(),]
    );
    assert_eq!(sources("2025-12-24", "deregistered"), [gone.clone(), gone.clone(), gone]);
}

#[test]
fn a_track_that_a_number_of_the_request_decided_says_so() {
    let source = |changes: Value, parameters: Value| {
        ask_with("2026-04-01", json!({"penalties": [fine(changes)]}), parameters)["repair"][0]["source"].clone()
    };
    let lenient = json!({"discretion": "lenient", "fine_yuan": 100});
    assert_eq!(source(lenient.clone(), json!({})), cited("samr-107", "7", false));
    assert_eq!(source(lenient, json!({"fine.minor": 20000})), cited("samr-107", "7", true));
    let simple = json!({"procedure": "simple", "fine_yuan": 100});
    assert_eq!(source(simple.clone(), json!({"simple.max_fine": 200})), cited("samr-45", "2", true));
    assert_eq!(source(simple, json!({"fine.minor": 20000})), cited("samr-45", "2", false));
    assert_eq!(source(json!({"sector": "food"}), json!({"fine.minor": 20000})), cited("samr-107", "8", false));
    let listed = json!({"serious_listings": [{"listed_on": "2026-01-01"}]});
    let answer = ask_with("2026-04-01", listed, json!({"serious_list.repair_years": 2}));
    assert_eq!(answer["repair"][0]["source"], cited("samr-107", "13", true));
}

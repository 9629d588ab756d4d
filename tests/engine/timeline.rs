//! What the page draws, the trace, and the order of keys.

use serde_json::{Value, json};

use crate::{answer, ask, fine};

/// The stretches of one lane as `from–to state`.
fn lane(answer: &Value, name: &str) -> Vec<String> {
    let stretches = answer["timeline"].as_array().unwrap().iter().filter(|stretch| stretch["lane"] == name);
    let text = |value: &Value| value.as_str().unwrap_or("…").to_owned();
    stretches.map(|s| format!("{}–{} {}", text(&s["from"]), text(&s["to"]), text(&s["state"]))).collect()
}

#[test]
fn penalties_and_their_publication_are_drawn() {
    let answer = ask(
        "2026-11-21",
        json!({"penalties": [
            fine(json!({})),
            fine(json!({"decided_on": "2025-11-21", "published_on": "2025-11-21"})),
            fine(json!({"decided_on": "2026-11-21", "published_on": null})),
            fine(json!({"annulled_on": "2026-03-01"})),
            fine(json!({"repaired_on": "2026-11-21"})),
            fine(json!({"kinds": ["warning"]})),
            fine(json!({"decided_on": "2026-11-22"})),
            // Annulled on the day of its publication, it was never published for a day.
            fine(json!({"published_on": "2026-01-09", "annulled_on": "2026-01-09"})),
        ]}),
    );
    assert_eq!(
        lane(&answer, "penalty"),
        [
            "2026-01-05–2026-01-05 past",
            "2025-11-21–2025-11-21 past",
            "2026-11-21–2026-11-21 current",
            "2026-01-05–2026-01-05 past",
            "2026-01-05–2026-01-05 past",
            "2026-01-05–2026-01-05 past",
            "2026-01-05–2026-01-05 past",
        ]
    );
    assert_eq!(
        lane(&answer, "publication"),
        [
            "2026-01-05–2027-01-05 current",
            "2025-11-21–2026-11-21 past",
            "2026-12-18–2027-12-18 coming",
            "2026-01-05–2026-03-01 past",
            "2026-01-05–2026-11-21 past",
        ]
    );
    assert_eq!(
        lane(&answer, "repair"),
        ["2026-04-05–2026-04-05 past", "2027-03-18–2027-03-18 coming", "2026-11-21–2026-11-21 current",]
    );
    let first = &answer["timeline"][0];
    assert_eq!(first["ref"], json!({"kind": "penalty", "index": 0}));
    assert_eq!(first["label"]["zh"], "行政处罚：罚款");
}

#[test]
fn listings_inspections_and_the_class_are_drawn() {
    let answer = ask(
        "2026-11-21",
        json!({
            "abnormal_listings": [
                {"reason": "name_change", "listed_on": "2026-01-01"},
                {"reason": "name_change", "listed_on": "2026-01-01", "removed_on": "2026-02-01"},
                {"reason": "name_change", "listed_on": "2026-01-01", "removed_on": "2026-11-22"},
                {"reason": "name_change", "listed_on": "2026-11-22"},
                {"reason": "name_change", "listed_on": "2026-02-01", "removed_on": "2026-01-01"},
            ],
            "serious_listings": [{"listed_on": "2026-01-01"}, {"listed_on": "2020-01-01", "removed_on": "2021-01-01"}],
            "court_listings": [{"listed_on": "2026-11-21"}],
            "inspections": [{"on": "2026-11-20"}, {"on": "2026-11-21"}, {"on": "2026-11-22"}],
        }),
    );
    assert_eq!(
        lane(&answer, "listing"),
        [
            "2026-01-01–… current",
            "2026-01-01–2026-02-01 past",
            "2026-01-01–… current",
            "2026-02-01–2026-02-01 past",
            "2026-01-01–2029-01-01 current",
            "2020-01-01–2021-01-01 past",
            "2026-11-21–… current",
        ]
    );
    assert_eq!(
        lane(&answer, "inspection"),
        ["2026-11-20–2026-11-20 past", "2026-11-21–2026-11-21 current", "2027-11-21–2027-11-21 coming",]
    );
    assert_eq!(lane(&answer, "class"), ["2026-11-21–… current"], "the court's listing does not end by itself");
    let answer = ask("2026-11-21", json!({"serious_listings": [{"listed_on": "2026-01-01"}]}));
    assert_eq!(lane(&answer, "class"), ["2026-11-21–2029-01-01 current", "2029-01-01–… coming"]);
    assert_eq!(lane(&answer, "repair"), ["2027-01-01–2027-01-01 coming"]);
}

#[test]
fn a_removed_listing_is_drawn_as_repaired() {
    let answer = ask(
        "2026-11-21",
        json!({
            "abnormal_listings": [{"reason": "name_change", "listed_on": "2026-01-01", "removed_on": "2026-02-01"}],
            "serious_listings": [{"listed_on": "2026-01-01", "removed_on": "2026-03-01"}],
        }),
    );
    assert_eq!(lane(&answer, "repair"), ["2026-02-01–2026-02-01 past", "2026-03-01–2026-03-01 past"]);
}

#[test]
fn the_trace_tells_what_each_rule_counted() {
    let penalty = |decided_on: &str, category: &str| fine(json!({"decided_on": decided_on, "category": category}));
    let answer = ask(
        "2026-11-21",
        json!({
            "penalties": [penalty("2026-01-05", "甲"), penalty("2026-01-06", "乙"), penalty("2026-01-07", "甲"),
            penalty("2023-11-20", "甲"), penalty("2026-11-22", "甲"), penalty("2026-01-08", "丙")],
        "risk_grades": {"gas": "D"},
        }),
    );
    let trace = answer["trace"].as_array().unwrap();
    let rules: Vec<&str> = trace.iter().map(|line| line["rule"].as_str().unwrap()).collect();
    assert_eq!(
        rules,
        [
            "serious_list",
            "ten_penalties",
            "serious_penalty",
            "repeat_offence",
            "court_list",
            "live_penalty",
            "abnormal_list",
            "minor_penalties",
            "breached_commitment",
            "unrectified"
        ]
    );
    assert_eq!(
        trace[1],
        json!({"rule": "ten_penalties", "holds": false, "class": "high_risk", "fact": "penalty",
        "counted": [0, 1, 2, 5], "count": 4, "at_least": 10, "window": {"from": "2023-11-21", "to": "2026-11-21"}})
    );
    assert_eq!(
        trace[3],
        json!({"rule": "repeat_offence", "holds": false, "class": "high_risk", "fact": "penalty",
        "counted": [0, 1, 2, 5], "count": 2, "at_least": 3, "window": {"from": "2024-11-21", "to": "2026-11-21"}})
    );
    assert_eq!(trace[5]["holds"], true);
    assert_eq!(
        (&trace[5]["count"], &trace[5]["at_least"], trace[5].get("window")),
        (&json!(5), &json!(1), None),
        "by their publication"
    );
    assert_eq!((&trace[9]["fact"], &trace[9]["count"]), (&json!("inspection"), &json!(0)));
}

#[test]
fn the_trace_is_absent_unless_asked_for() {
    let request = |trace: &str| {
        answer(&format!(
            r#"{{"as_of": "2026-11-21"{trace}, "enterprise": {{"uscc": "91350100M000100Y43", "name": "示例"}}}}"#
        ))
    };
    assert!(request("").get("trace").is_none());
    assert!(request(r#", "trace": false"#).get("trace").is_none());
    assert!(request(r#", "trace": null"#).get("trace").is_none());
    assert!(request(r#", "trace": true"#)["trace"].is_array());
}

#[test]
fn keys_come_in_the_order_of_the_contract() {
    let request =
        r#"{"enterprise": {"name": "示例", "uscc": "91350100M000100Y43"}, "trace": true, "as_of": "2026-11-21"}"#;
    let text = xinheng::request::answer_text(request);
    let keys = [
        "as_of",
        "pack",
        "class",
        "credit_class",
        "advice",
        "reasons",
        "inspection",
        "key_case",
        "repair",
        "disclosure",
        "measures",
        "forecast",
        "timeline",
        "warnings",
        "trace",
    ];
    let indices: Vec<usize> = keys.iter().map(|key| text.find(&format!("\"{key}\":")).unwrap()).collect();
    assert!(indices.is_sorted(), "{indices:?}");
    let plan = &text[text.find("\"inspection\":").unwrap()..];
    let keys = [
        "approach",
        "triggered",
        "triggers",
        "sampling_percent",
        "visits_per_year",
        "adjustments",
        "annual_cap",
        "used",
        "remaining",
        "next_due_on",
        "overdue",
        "sources",
    ];
    let indices: Vec<usize> = keys.iter().map(|key| plan.find(&format!("\"{key}\":")).unwrap()).collect();
    assert!(indices.is_sorted(), "{indices:?}");
}

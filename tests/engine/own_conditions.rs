//! Conditions of repair of a pack of one's own: every date that one can ask for, and every fact that must not be there.

use serde_json::{Value, json};
use xinheng::builtin;
use xinheng::json::canonical;

use crate::{answer, fine};

/// Whether a target meets a condition that stands alone for all targets.
fn meets(condition: &Value, facts: &Value, kind: &str) -> bool {
    let mut pack: Value = serde_json::from_str(&canonical(builtin::form())).unwrap();
    let known = pack["conditions"]["fulfilled"].as_object_mut().unwrap();
    known.remove("known");
    known.extend(condition.as_object().unwrap().clone());
    let only = json!(["fulfilled"]);
    for dated in pack["parameters"]["gsxt.conditions"]["values"].as_array_mut().unwrap() {
        dated["value"] = json!({"penalty": only, "abnormal_listing": only, "serious_listing": only});
    }
    let mut enterprise = json!({"uscc": "91350100M000100Y43", "name": "示例"});
    enterprise.as_object_mut().unwrap().extend(facts.as_object().unwrap().clone());
    let answer = answer(&json!({"as_of": "2026-11-21", "pack": pack, "enterprise": enterprise}).to_string());
    assert!(answer.get("errors").is_none(), "{condition}: {}", answer["errors"]);
    let entries = answer["repair"].as_array().unwrap();
    let entry = entries.iter().find(|entry| entry["target"]["kind"] == kind).unwrap();
    assert_eq!(entry["conditions"].as_array().unwrap().len(), 1, "{entry}");
    entry["conditions"][0]["met"].as_bool().unwrap()
}

/// The three targets, the named one with a date more.
fn targets(kind: &str, field: &str, date: &str) -> Value {
    let mut facts = json!({
        "penalties": [fine(json!({}))],
        "abnormal_listings": [{"reason": "name_change", "listed_on": "2026-01-05"}],
        "serious_listings": [{"listed_on": "2026-01-05"}],
    });
    let list =
        ["penalties", "abnormal_listings", "serious_listings"].into_iter().find(|list| list.starts_with(&kind[..4]));
    facts[list.unwrap()][0][field] = json!(date);
    facts
}

#[test]
fn any_date_of_a_target_can_be_asked_for() {
    for (kind, fields) in [
        ("penalty", &["fulfilled_on", "harm_eliminated_on", "commitment_on", "published_on"][..]),
        ("abnormal_listing", &["corrected_on", "commitment_on"]),
        ("serious_listing", &["fulfilled_on", "harm_eliminated_on", "commitment_on"]),
    ] {
        for field in fields {
            let condition = json!({"known": field});
            let other = if *field == "commitment_on" { "removed_on" } else { "commitment_on" };
            assert!(meets(&condition, &targets(kind, field, "2026-11-21"), kind), "{kind}.{field}");
            assert!(!meets(&condition, &targets(kind, field, "2026-11-22"), kind), "{kind}.{field} lies ahead");
            if *field != "published_on" && other != "removed_on" {
                assert!(!meets(&condition, &targets(kind, other, "2026-11-21"), kind), "{kind}.{other} is no {field}");
            }
        }
    }
    let over = json!({"term_over": "measures_end_on"});
    let serious = "serious_listing";
    assert!(meets(&over, &targets(serious, "measures_end_on", "2026-11-21"), serious));
    assert!(!meets(&over, &targets(serious, "measures_end_on", "2026-11-22"), serious));
    assert!(meets(&over, &targets(serious, "commitment_on", "2026-11-21"), serious), "no term");
}

#[test]
fn any_fact_can_be_asked_not_to_be_there() {
    for (fact, list, item, date) in [
        ("penalty", "penalties", json!({"kinds": ["fine"]}), "decided_on"),
        ("abnormal_listing", "abnormal_listings", json!({"reason": "name_change"}), "listed_on"),
        ("serious_listing", "serious_listings", json!({}), "listed_on"),
        ("court_listing", "court_listings", json!({}), "listed_on"),
        ("lead", "leads", json!({"kind": "media"}), "received_on"),
        ("inspection", "inspections", json!({}), "on"),
        ("commitment", "commitments", json!({"kind": "repair"}), "made_on"),
    ] {
        // The target is an abnormal listing of 5 January; what is asked for lies on some other day.
        let facts = |on: &str| {
            let mut item = item.clone();
            item[date] = json!(on);
            let mut facts = json!({"abnormal_listings": [{"reason": "name_change", "listed_on": "2026-01-05"}]});
            if fact == "abnormal_listing" {
                facts[list].as_array_mut().unwrap().push(item);
            } else {
                facts[list] = json!([item]);
            }
            facts
        };
        let later = json!({"none": [{"of": fact, "after_target": true}]});
        let met = |condition: &Value, on: &str| meets(condition, &facts(on), "abnormal_listing");
        assert!(!met(&later, "2026-01-06"), "{fact} on a later day");
        assert!(met(&later, "2026-01-05"), "{fact} on the same day");
        assert!(met(&later, "2026-11-22"), "{fact} ahead");
        if fact != "abnormal_listing" {
            let any = json!({"none": [{"of": fact}]});
            assert!(!met(&any, "2026-01-01"), "{fact} on an earlier day");
            let either = json!({"none": [{"of": "court_listing", "after_target": true}, {"of": fact}]});
            assert!(!met(&either, "2026-01-01"), "the second of two: {fact}");
        }
    }
}

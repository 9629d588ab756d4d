//! What is true of every answer, whatever the facts.

use proptest::prelude::*;
use serde_json::Value;
use xinheng::builtin;
use xinheng::facts::Date;

use crate::draw::for_all;
use crate::facts::{Case, case, forecast_end};
use crate::oracle::day;
use crate::properties::answer;

/// The rules in the order of the contract's table.
pub const RULES: [&str; 11] = [
    "serious_list",
    "ten_penalties",
    "serious_penalty",
    "repeat_offence",
    "court_list",
    "live_penalty",
    "abnormal_list",
    "minor_penalties",
    "breached_commitment",
    "unrectified",
    "risk_grade",
];
pub const KEY_CASE_RULES: [&str; 3] = ["ten_penalties", "heavy_penalty", "repeat_offence"];

pub fn items<'v>(value: &'v Value, field: &str) -> &'v [Value] {
    value[field].as_array().unwrap()
}

pub fn date(value: &Value) -> Date {
    day(value.as_str().unwrap())
}

fn is_in_order(found: &[&str], order: &[&str]) -> bool {
    let indices: Vec<_> = found.iter().map(|name| order.iter().position(|known| known == name)).collect();
    indices.iter().all(Option::is_some) && indices.windows(2).all(|pair| pair[0] < pair[1])
}

/// Every `source` and `sources[…]`, with the part of the answer it belongs to as a warning names that.
pub fn cited(answer: &Value) -> Vec<(String, &Value)> {
    let mut all = Vec::new();
    for list in ["reasons", "repair", "measures"] {
        let entries = items(answer, list).iter().enumerate();
        all.extend(entries.map(|(index, entry)| (format!("{list}[{index}]"), &entry["source"])));
    }
    for field in items(&answer["inspection"], "sources") {
        all.push((format!("inspection.{}", field["field"].as_str().unwrap()), field));
    }
    all.extend(items(&answer["key_case"], "sources").iter().map(|source| ("key_case".to_owned(), source)));
    all
}

#[test]
fn answers_hold_together() {
    for_all(400, case(), |case| {
        let answer = answer(&case);
        let reasons: Vec<&str> =
            items(&answer, "reasons").iter().map(|reason| reason["rule"].as_str().unwrap()).collect();
        prop_assert!(is_in_order(&reasons, &RULES), "{reasons:?}");
        prop_assert_eq!(reasons.contains(&"risk_grade"), answer["class"] != answer["credit_class"]);
        let key_rules: Vec<&str> =
            items(&answer["key_case"], "rules").iter().map(|rule| rule.as_str().unwrap()).collect();
        prop_assert!(is_in_order(&key_rules, &KEY_CASE_RULES), "{key_rules:?}");
        for (part, source) in cited(&answer) {
            let id = source["id"].as_str().unwrap();
            prop_assert!(builtin::pack().source(id).is_some(), "{part} cites {id}");
            prop_assert!(id != "default" || source["default"] == true, "{part}: {source}");
        }
        evidence_exists(&case, &answer)?;
        repairs_hold_together(&case, &answer)?;
        forecast_holds_together(&case, &answer)?;
        no_words_are_left_open(&answer, "")
    });
}

/// The own date of a fact, or none where it has none.
fn own_date(case: &Case, kind: &str, index: usize) -> Option<Date> {
    let e = &case.enterprise;
    match kind {
        "penalty" => Some(e.penalties[index].decided_on),
        "abnormal_listing" => Some(e.abnormal_listings[index].listed_on),
        "serious_listing" => Some(e.serious_listings[index].listed_on),
        "court_listing" => Some(e.court_listings[index].listed_on),
        "inspection" => Some(e.inspections[index].on),
        "commitment" => e.commitments[index].made_on.or(e.commitments[index].breached_on),
        _ => unreachable!("{kind}"),
    }
}

fn evidence_exists(case: &Case, answer: &Value) -> Result<(), TestCaseError> {
    for reason in items(answer, "reasons") {
        let evidence = items(reason, "evidence");
        prop_assert!(!evidence.is_empty(), "{reason}");
        let indices: Vec<_> = evidence.iter().map(|fact| fact["index"].as_u64()).collect();
        prop_assert!(indices.windows(2).all(|pair| pair[0] < pair[1] || pair[0].is_none()), "{reason}");
        for fact in evidence.iter().filter(|fact| fact["kind"] != "risk_grade") {
            let date = own_date(case, fact["kind"].as_str().unwrap(), fact["index"].as_u64().unwrap() as usize);
            prop_assert!(date.is_some_and(|date| date <= case.as_of), "{reason}");
        }
    }
    let leads = items(&answer["inspection"], "triggers").iter().map(|index| index.as_u64().unwrap() as usize);
    for index in leads {
        prop_assert!(case.enterprise.leads[index].received_on <= case.as_of);
    }
    for entry in items(answer, "repair") {
        let target = &entry["target"];
        let date = own_date(case, target["kind"].as_str().unwrap(), target["index"].as_u64().unwrap() as usize);
        prop_assert!(date.is_some_and(|date| date <= case.as_of), "{entry}");
    }
    Ok(())
}

fn repairs_hold_together(case: &Case, answer: &Value) -> Result<(), TestCaseError> {
    for entry in items(answer, "repair") {
        let status = entry["status"].as_str().unwrap();
        let has = |field: &str| entry.get(field).is_some();
        let by_conditions = ["conditions_unmet", "not_yet", "eligible"].contains(&status);
        prop_assert_eq!(has("deadlines"), status == "eligible", "{}", entry);
        prop_assert_eq!(has("track"), entry["target"]["kind"] == "penalty");
        prop_assert_eq!(has("severity"), has("track"));
        for field in ["conditions", "earliest_on", "materials"] {
            prop_assert_eq!(has(field), by_conditions, "{} of {}", field, entry);
        }
        if has("stops_on") {
            let over = date(&entry["stops_on"]) <= case.as_of;
            prop_assert_eq!(over, status == "ended", "{}", entry);
        }
        if by_conditions {
            let met = items(entry, "conditions").iter().all(|condition| condition["met"] == true);
            let open = date(&entry["earliest_on"]) <= case.as_of;
            let expected = if !met {
                "conditions_unmet"
            } else if !open {
                "not_yet"
            } else {
                "eligible"
            };
            prop_assert_eq!(status, expected, "{}", entry);
        }
        for condition in entry["conditions"].as_array().into_iter().flatten() {
            prop_assert!(builtin::pack().condition(condition["id"].as_str().unwrap()).is_some(), "{condition}");
        }
        for material in entry["materials"].as_array().into_iter().flatten() {
            prop_assert!(builtin::pack().material(material.as_str().unwrap()).is_some(), "{material}");
        }
        if let Some(deadlines) = entry["deadlines"].as_object() {
            let days: Vec<Date> = deadlines.iter().filter(|(key, _)| *key != "from").map(|(_, on)| date(on)).collect();
            prop_assert!(!days.is_empty() && days.iter().all(|on| *on > case.as_of), "{entry}");
        }
    }
    Ok(())
}

fn forecast_holds_together(case: &Case, answer: &Value) -> Result<(), TestCaseError> {
    let (mut on, mut class) = (case.as_of, &answer["class"]);
    for change in items(answer, "forecast") {
        prop_assert!(date(&change["on"]) > on && date(&change["on"]) <= forecast_end(case), "{change}");
        prop_assert!(change["class"] != *class, "{change} changes nothing");
        (on, class) = (date(&change["on"]), &change["class"]);
    }
    // The lane of the class shows today and the same changes.
    let lane = items(answer, "timeline").iter().filter(|stretch| stretch["lane"] == "class");
    let starts: Vec<&Value> = lane.map(|stretch| &stretch["from"]).collect();
    let mut expected = vec![&answer["as_of"]];
    expected.extend(items(answer, "forecast").iter().map(|change| &change["on"]));
    prop_assert_eq!(starts, expected);
    for stretch in items(answer, "timeline") {
        let from = date(&stretch["from"]);
        let state = stretch["state"].as_str().unwrap();
        prop_assert_eq!(state == "coming", from > case.as_of, "{}", stretch);
        if let Some(to) = stretch.get("to") {
            prop_assert!(from <= date(to), "{stretch}");
            prop_assert!(state != "past" || date(to) <= case.as_of, "{stretch}");
        }
    }
    Ok(())
}

/// Every message is there in both languages, with nothing left to fill in.
fn no_words_are_left_open(value: &Value, path: &str) -> Result<(), TestCaseError> {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                no_words_are_left_open(field, &format!("{path}.{name}"))?;
            }
        }
        Value::Array(values) => {
            for value in values {
                no_words_are_left_open(value, path)?;
            }
        }
        Value::String(text) if path.ends_with(".zh") || path.ends_with(".en") => {
            prop_assert!(!text.is_empty() && !text.contains(['{', '}']), "{path}: {text}");
        }
        _ => {}
    }
    Ok(())
}

//! Sentences of the contract, case by case, that the worked cases leave open. Expectations come from its text.

#[path = "engine/counties.rs"]
mod counties;
#[path = "engine/errors.rs"]
mod errors;
#[path = "engine/inspection.rs"]
mod inspection;
#[path = "engine/key_case.rs"]
mod key_case;
#[path = "engine/language.rs"]
mod language;
#[path = "engine/own_conditions.rs"]
mod own_conditions;
#[path = "engine/own_rules.rs"]
mod own_rules;
#[path = "engine/parameters.rs"]
mod parameters;
#[path = "engine/repair.rs"]
mod repair;
#[path = "engine/repair_days.rs"]
mod repair_days;
#[path = "engine/sample.rs"]
mod sample;
#[path = "engine/sources.rs"]
mod sources;
#[path = "engine/timeline.rs"]
mod timeline;
#[path = "engine/warnings.rs"]
mod warnings;
#[path = "engine/what_if.rs"]
mod what_if;

use serde_json::{Value, json};
use xinheng::builtin;
use xinheng::facts::Enterprise;
use xinheng::pack::Class;
use xinheng::request::{answer_text, read_half};

/// The answer to a request's text.
fn answer(request: &str) -> Value {
    serde_json::from_str(&answer_text(request)).unwrap()
}

/// The assessment of an enterprise of which these facts are known besides code and name.
fn ask(as_of: &str, facts: Value) -> Value {
    ask_with(as_of, facts, json!({}))
}

/// The same with some parameters set.
fn ask_with(as_of: &str, facts: Value, parameters: Value) -> Value {
    let mut enterprise = json!({"uscc": "91350100M000100Y43", "name": "示例商贸有限公司"});
    enterprise.as_object_mut().unwrap().extend(facts.as_object().unwrap().clone());
    let request = json!({"as_of": as_of, "parameters": parameters, "trace": true, "enterprise": enterprise});
    let answer = answer(&request.to_string());
    assert!(answer.get("errors").is_none(), "{}", answer["errors"]);
    answer
}

/// The enterprise of which these facts are known, for what an answer tells besides its JSON.
fn enterprise(facts: &Value) -> Enterprise {
    let mut enterprise = json!({"uscc": "91350100M000100Y43", "name": "示例商贸有限公司"});
    enterprise.as_object_mut().unwrap().extend(facts.as_object().unwrap().clone());
    let record = xinheng::json::parse(&json!({"enterprise": enterprise}).to_string()).unwrap();
    let half = read_half(&record);
    assert!(half.problems.is_empty(), "{:?}", half.problems);
    half.enterprise
}

/// A fine of market regulation, published on the day of its decision, with some fields changed.
fn fine(changes: Value) -> Value {
    let mut penalty = json!({"decided_on": "2026-01-05", "published_on": "2026-01-05", "kinds": ["fine"],
        "fine_yuan": 60000, "discretion": "ordinary"});
    penalty.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    penalty
}

/// The values of one field of all items.
fn all<'v>(items: &'v Value, field: &str) -> Vec<&'v Value> {
    items.as_array().unwrap().iter().map(|item| &item[field]).collect()
}

/// The same, of texts.
fn texts<'v>(items: &'v Value, field: &str) -> Vec<&'v str> {
    all(items, field).into_iter().map(|text| text.as_str().unwrap()).collect()
}

/// A class of the built-in pack.
fn class(id: &str) -> Class {
    builtin::pack().class_with_id(id).unwrap().class
}

//! The worked cases of the contract, natively and in a browser, with the same bytes from both.
//!
//! `tests/cases/*.json` stand there as they were given. What they name of a response must be in it; the bytes of the
//! whole response are compared through `tests/cases/digests.txt`, which both targets must agree with. After a change
//! that is meant to change responses, `UPDATE=1 cargo test --test contract` writes that file anew, natively.

use serde_json::Value;
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};
use xinheng::request::answer_text;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;
#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

const NAMED: &str = include_str!("cases/named.json");
const DRAWN: &str = include_str!("cases/drawn.json");
const ERRORS: &str = include_str!("cases/errors.json");
const LATER: &str = include_str!("cases/later.json");
const DIGESTS: &str = include_str!("cases/digests.txt");

#[derive(serde::Deserialize)]
struct Case {
    name: String,
    /// As it was written: the order of errors follows the text.
    request: Box<RawValue>,
    expect: Option<Value>,
    errors: Option<Value>,
}

fn cases() -> Vec<Case> {
    let files = [NAMED, DRAWN, ERRORS, LATER];
    files.iter().flat_map(|text| serde_json::from_str::<Vec<Case>>(text).unwrap()).collect()
}

#[test]
fn every_case_is_answered_as_it_says() {
    let cases = cases();
    assert!(cases.len() >= 175, "only {} cases were found", cases.len());
    let mut wrong = Vec::new();
    for case in &cases {
        let found: Value = serde_json::from_str(&answer_text(case.request.get())).unwrap();
        let mut differences = Vec::new();
        match (&case.expect, &case.errors) {
            (Some(expected), None) => compare(expected, &found, "", &mut differences),
            (None, Some(errors)) => {
                assert!(found.get("class").is_none(), "{} has an assessment besides its errors", case.name);
                compare(errors, &found["errors"], "errors", &mut differences);
            }
            _ => differences.push("a case expects either a response or errors".to_owned()),
        }
        if !differences.is_empty() {
            wrong.push(format!("{}\n    {}", case.name, differences.join("\n    ")));
        }
    }
    assert!(wrong.is_empty(), "{} cases differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn native_and_browser_give_the_same_bytes() {
    let lines: Vec<String> = cases()
        .iter()
        .map(|case| {
            let hash = Sha256::digest(answer_text(case.request.get()));
            let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
            format!("{hash} {}", case.name)
        })
        .collect();
    #[cfg(not(target_arch = "wasm32"))]
    if std::env::var_os("UPDATE").is_some() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/digests.txt");
        std::fs::write(file, lines.join("\n") + "\n").unwrap();
        return;
    }
    let recorded: Vec<&str> = DIGESTS.lines().collect();
    let changed: Vec<&String> = lines.iter().filter(|line| !recorded.contains(&line.as_str())).collect();
    assert!(changed.is_empty(), "{} responses are not the recorded bytes: {changed:#?}", changed.len());
    assert_eq!(recorded.len(), lines.len(), "a case has gone");
}

/// Notes where what was found lacks what was expected: objects by the keys that are named, arrays in full. Of an
/// entry of `repair`, its days, conditions and deadlines must be absent where they are not named.
fn compare(expected: &Value, found: &Value, path: &str, differences: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            for (key, value) in expected {
                match found.get(key) {
                    Some(found) => compare(value, found, &format!("{path}.{key}"), differences),
                    None => differences.push(format!("{path}.{key} is absent, expected {value}")),
                }
            }
            if path.starts_with(".repair[") && path.ends_with(']') {
                for key in ["stops_on", "earliest_on", "conditions", "deadlines"] {
                    if found.contains_key(key) && !expected.contains_key(key) {
                        differences.push(format!("{path}.{key} is there: {}", found[key]));
                    }
                }
            }
        }
        (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => {
            for (index, (expected, found)) in expected.iter().zip(found).enumerate() {
                compare(expected, found, &format!("{path}[{index}]"), differences);
            }
        }
        _ if expected == found => {}
        _ => differences.push(format!("{path}: expected {expected}, found {found}")),
    }
}

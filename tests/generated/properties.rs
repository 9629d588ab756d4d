//! The answer of the engine against the contract's plain reading.

use proptest::prelude::*;
use serde_json::Value;
use xinheng::request::answer_text;

use crate::draw::for_all;
use crate::facts::{Case, case, case_with_forecast};
use crate::oracle::Oracle;
use crate::workdays::Workdays;

/// The answer to a case.
pub fn answer(case: &Case) -> Value {
    serde_json::from_str(&answer_text(&case.request().to_string())).unwrap()
}

/// Where the found value lacks what is expected: objects by the keys they name, arrays in full. Of a repair nothing
/// may be there that is not expected.
fn differences(expected: &Value, found: &Value, path: &str, all: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            for (key, value) in expected {
                differences(value, found.get(key).unwrap_or(&Value::Null), &format!("{path}.{key}"), all);
            }
            if path.starts_with(".repair[") || path.ends_with(".source") {
                let others = found.keys().filter(|key| !expected.contains_key(*key));
                all.extend(others.map(|key| format!("{path}.{key} is there: {}", found[key])));
            }
        }
        (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => {
            for (index, (expected, found)) in expected.iter().zip(found).enumerate() {
                differences(expected, found, &format!("{path}[{index}]"), all);
            }
        }
        _ if expected == found => {}
        _ => all.push(format!("{path}: the contract says {expected}, found {found}")),
    }
}

fn same(expected: &Value, found: &Value) -> Result<(), TestCaseError> {
    let mut all = Vec::new();
    differences(expected, found, "", &mut all);
    prop_assert!(all.is_empty(), "{}", all.join("\n"));
    Ok(())
}

#[test]
fn answers_are_those_of_the_contract() {
    let workdays = Workdays::read();
    for_all(1_500, case(), |case| {
        let oracle = Oracle { numbers: &case.numbers, workdays: &workdays };
        same(&oracle.response(&case.enterprise, case.as_of), &answer(&case))
    });
}

#[test]
fn forecasts_are_those_of_the_contract() {
    let workdays = Workdays::read();
    for years in [1, 5] {
        for_all(60 / years, case_with_forecast(years), |case| {
            let oracle = Oracle { numbers: &case.numbers, workdays: &workdays };
            let expected = Value::Array(oracle.forecast(&case.enterprise, case.as_of));
            same(&expected, &answer(&case)["forecast"])
        });
    }
}

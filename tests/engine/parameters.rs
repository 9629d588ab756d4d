//! Parameters: their built-in values, their ranges, and what setting them does.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use xinheng::builtin;
use xinheng::json::{canonical, parse};

use crate::{answer, ask, ask_with};

fn request(parameters: &Value) -> String {
    json!({"as_of": "2026-11-21", "parameters": parameters, "enterprise": {"uscc": "1", "name": "1"}}).to_string()
}

/// The problems of setting a parameter to a JSON text, as codes.
fn codes(name: &str, value: &str) -> Vec<String> {
    let answer =
        answer(&request(&json!({})).replace("\"parameters\":{}", &format!("\"parameters\":{{\"{name}\":{value}}}")));
    let errors = answer["errors"].as_array().cloned().unwrap_or_default();
    errors
        .iter()
        .map(|error| {
            assert_eq!(error["path"], format!("parameters.{name}"));
            error["code"].as_str().unwrap().to_owned()
        })
        .collect()
}

fn fits(name: &str, value: &str) -> bool {
    let codes = codes(name, value);
    assert!(codes.is_empty() || codes == ["bad_parameter"], "{name} = {value}: {codes:?}");
    codes.is_empty()
}

const FROM_ONE: [&str; 13] = [
    "ten_penalties.count",
    "ten_penalties.years",
    "repeat_offence.count",
    "repeat_offence.months",
    "minor_penalties.count",
    "minor_penalties.months",
    "breached_commitment.months",
    "unrectified.months",
    "off_site.months",
    "heavy_penalty.years",
    "serious_list.years",
    "serious_list.repair_years",
    "forecast.years",
];

#[test]
fn counts_months_and_years_are_whole_and_from_one() {
    for name in FROM_ONE {
        for good in ["1", "8", "8.0", "8e0", "80e-1", "120"] {
            assert!(fits(name, good), "{name} = {good}");
        }
        for bad in ["0", "-1", "-0", "0.5", "1.5", "1e400", "4294967296", "\"8\"", "null", "true", "[8]", "{}"] {
            assert!(!fits(name, bad), "{name} = {bad}");
        }
    }
}

#[test]
fn days_are_from_zero() {
    for name in ["gsxt.publish_days", "credit_china.publish_days"] {
        for (value, good) in [("0", true), ("-0", true), ("20", true), ("-1", false), ("0.5", false), ("null", false)] {
            assert_eq!(fits(name, value), good, "{name} = {value}");
        }
    }
}

#[test]
fn money_is_not_negative_and_has_two_decimals() {
    for name in ["fine.minor", "simple.max_fine"] {
        for (value, good) in [
            ("0", true),
            ("0.01", true),
            ("6e4", true),
            ("1000000000000", true),
            ("-0.01", false),
            ("0.001", false),
            ("1000000000000.01", false),
            ("1e400", false),
            ("\"6\"", false),
            ("null", false),
        ] {
            assert_eq!(fits(name, value), good, "{name} = {value}");
        }
    }
}

#[test]
fn percentages_lie_between_0_and_100() {
    for name in ["sampling.good", "sampling.general", "sampling.high_risk"] {
        for (value, good) in [
            ("0", true),
            ("100", true),
            ("101", false),
            ("-1", false),
            ("2.5", true),
            ("2.125", false),
            ("\"2\"", false),
        ] {
            assert_eq!(fits(name, value), good, "{name} = {value}");
        }
    }
}

#[test]
fn visits_are_from_to_in_order() {
    for name in ["visits.good", "visits.general", "visits.high_risk", "visits.food.A", "visits.food.D"] {
        for (value, good) in [
            ("[0, 0]", true),
            ("[1, 1]", true),
            ("[0, 12]", true),
            ("[2, 1]", false),
            ("[1]", false),
            ("[1, 2, 3]", false),
            ("[]", false),
            ("1", false),
            ("[-1, 1]", false),
            ("[0.5, 1]", false),
            ("[\"0\", 1]", false),
            ("[null, 1]", false),
            ("[0, \"x\", 1]", false),
        ] {
            assert_eq!(fits(name, value), good, "{name} = {value}");
        }
    }
    assert!(fits("visits.annual_cap", "1") && !fits("visits.annual_cap", "0"));
}

#[test]
fn words_are_of_their_list_without_doubles_and_not_none() {
    for (name, value, good) in [
        ("ten_penalties.scope", "\"all\"", true),
        ("ten_penalties.scope", "\"market_regulation\"", true),
        ("ten_penalties.scope", "\"other\"", false),
        ("ten_penalties.scope", "[\"all\"]", false),
        ("serious_penalty.tracks", "[\"barred\"]", true),
        ("serious_penalty.tracks", "[\"minor\", \"automatic\", \"unpublished\"]", true),
        ("serious_penalty.tracks", "[\"barred\", \"barred\"]", false),
        ("serious_penalty.tracks", "[]", false),
        ("serious_penalty.tracks", "\"barred\"", false),
        ("live_penalty.tracks", "[\"good\"]", false),
        ("live_penalty.tracks", "[null]", false),
        ("risk.raise_grades", "[\"A\", \"D\"]", true),
        ("risk.raise_grades", "[\"E\"]", false),
        ("risk.raise_grades", "[]", false),
        ("visits.cap_bases", "[\"routine\", \"double_random\", \"special\"]", true),
        ("visits.cap_bases", "[\"special\"]", true),
        // A check on a lead is never planned.
        ("visits.cap_bases", "[\"triggered\"]", false),
        ("visits.cap_bases", "[\"routine\", \"triggered\"]", false),
        ("visits.cap_bases", "[\"special\", \"special\"]", false),
        ("visits.cap_bases", "[]", false),
        ("visits.cap_bases", "\"special\"", false),
        ("gsxt.from", "\"2020-01-01\"", true),
        ("gsxt.from", "\"2020-02-30\"", false),
        ("gsxt.from", "20200101", false),
    ] {
        assert_eq!(fits(name, value), good, "{name} = {value}");
    }
}

#[test]
fn tables_are_checked_too() {
    for name in [
        "gsxt.tracks",
        "credit_china.tracks",
        "gsxt.conditions",
        "credit_china.conditions",
        "gsxt.deadlines",
        "credit_china.deadlines",
    ] {
        for bad in ["null", "5", "[]", "{\"x\": 1}", "[{}]", "\"\""] {
            assert!(!fits(name, bad), "{name} = {bad}");
        }
    }
    assert!(fits("gsxt.conditions", r#"{"penalty": ["fulfilled"]}"#));
    assert!(!fits("gsxt.conditions", r#"{"penalty": ["nothing"]}"#));
    assert!(!fits("gsxt.conditions", r#"{"penalty": []}"#), "lists are not empty");
}

#[test]
fn an_override_holds_for_all_dates() {
    let listed = |as_of: &str, parameters: Value| {
        let fine =
            json!({"decided_on": "2025-12-01", "published_on": "2025-12-01", "kinds": ["fine"], "fine_yuan": 60000});
        ask_with(as_of, json!({"penalties": [fine]}), parameters)["repair"][0]["track"].clone()
    };
    for as_of in ["2025-12-24", "2025-12-25"] {
        assert_eq!(listed(as_of, json!({})), "ordinary");
        assert_eq!(listed(as_of, json!({"fine.minor": 60000})), "automatic", "{as_of}");
    }
    let years =
        ask_with("2026-11-21", json!({"court_listings": [{"listed_on": "2026-01-01"}]}), json!({"forecast.years": 1}));
    assert_eq!(years["forecast"], json!([]));
}

#[test]
fn the_digest_is_of_the_form_with_the_overrides_in_it() {
    let digest = |parameters: Value| ask_with("2026-11-21", json!({}), parameters)["pack"]["digest"].clone();
    let of = |text: &str| {
        let hash = Sha256::digest(text.as_bytes());
        json!(format!("sha256:{}", hash.iter().map(|byte| format!("{byte:02x}")).collect::<String>()))
    };
    let form = canonical(builtin::form());
    assert_eq!(digest(json!({})), of(&form));
    assert_eq!(ask("2020-01-01", json!({}))["pack"]["digest"], of(&form));
    // The ten of `ten_penalties.count` stands once in the form, under its name.
    let index = form.find("\"ten_penalties.count\"").unwrap();
    let set = format!("{}{}", &form[..index], form[index..].replacen("\"value\":10", "\"value\":8", 1));
    assert_eq!(digest(json!({"ten_penalties.count": 8})), of(&set));
    assert_eq!(digest(json!({"ten_penalties.count": 10})), of(&form), "the same values, the same rules");
    let request = request(&json!({})).replace("\"parameters\":{}", r#""parameters":{"ten_penalties.count":8.0}"#);
    assert_eq!(answer(&request)["pack"]["digest"], of(&set), "8.0 is 8");
}

#[test]
fn the_built_in_values_are_those_of_the_contract() {
    let table = json!({
        "ten_penalties.count": 10, "ten_penalties.years": 3, "ten_penalties.scope": "all",
        "serious_penalty.tracks": ["barred", "restricted"], "live_penalty.tracks": ["safety", "ordinary"],
        "repeat_offence.count": 3, "repeat_offence.months": 24, "minor_penalties.count": 3, "minor_penalties.months": 12,
        "breached_commitment.months": 12, "unrectified.months": 12, "fine.minor": 50000, "simple.max_fine": 3000,
        "risk.raise_grades": ["D"], "sampling.good": 2, "sampling.general": 5, "sampling.high_risk": 100,
        "visits.good": [0, 0], "visits.general": [0, 1], "visits.high_risk": [1, 2], "visits.food.A": [1, 1],
        "visits.food.B": [1, 2], "visits.food.C": [2, 3], "visits.food.D": [3, 4], "visits.annual_cap": 2,
        "visits.cap_bases": ["routine", "double_random"],
        "off_site.months": 6, "heavy_penalty.years": 3, "serious_list.years": 3, "serious_list.repair_years": 1,
        "gsxt.from": "2021-09-01", "credit_china.from": "2026-04-01", "gsxt.publish_days": 20,
        "credit_china.publish_days": 7, "forecast.years": 5,
    });
    let form: Value = serde_json::from_str(&canonical(builtin::form())).unwrap();
    for (name, value) in table.as_object().unwrap() {
        let dated = form["parameters"][name]["values"].as_array().unwrap_or_else(|| panic!("{name}"));
        assert!(dated.iter().all(|dated| dated["value"] == *value), "{name}: {dated:?}");
    }
    let tables = [
        "gsxt.tracks",
        "credit_china.tracks",
        "gsxt.conditions",
        "credit_china.conditions",
        "gsxt.deadlines",
        "credit_china.deadlines",
    ];
    assert_eq!(builtin::pack().parameters.len(), table.as_object().unwrap().len() + tables.len());
    assert!(parse(&canonical(builtin::form())).is_ok());
}

//! Requests with problems: every problem, once, in the order of the schema.

use serde_json::json;

use crate::answer;

/// The problems of a request as `path: code`.
fn problems(request: &str) -> Vec<String> {
    let answer = answer(request);
    let errors = answer["errors"].as_array().unwrap_or_else(|| panic!("no errors for {request}"));
    assert_eq!(answer.as_object().unwrap().len(), 1, "errors and nothing else");
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    errors.iter().map(|error| format!("{}: {}", text(&error["path"]), text(&error["code"]))).collect()
}

/// A request with some text within its enterprise.
fn enterprise(fields: &str) -> String {
    format!(r#"{{"as_of": "2026-11-21", "enterprise": {{"uscc": "91350100M000100Y43", "name": "示例", {fields}}}}}"#)
}

/// The problems of a penalty with some text within it.
fn of_penalty(fields: &str) -> Vec<String> {
    let penalty = format!(r#""penalties": [{{"decided_on": "2026-01-05", "kinds": ["fine"], {fields}}}]"#);
    let found = problems(&enterprise(&penalty));
    found.into_iter().map(|problem| problem.replace("enterprise.penalties[0].", "")).collect()
}

fn is_accepted(request: &str) -> bool {
    answer(request).get("class").is_some()
}

#[test]
fn what_is_no_json_object_is_named_by_an_empty_path() {
    for request in [
        "",
        "{",
        "[]",
        "null",
        "5",
        "\"text\"",
        "{} {}",
        "{'as_of': 1}",
        "{\"as_of\": 01}",
        "\u{feff}{}",
        "NaN",
        r#"{"as_of": "2026-11-21", "as_of": "2026-11-22"}"#,
        r#"{"as_of": "2026-11-21", "enterprise": {"uscc": "1", "name": "示例", "penalties": [{"fine_yuan": 1, "fine_yuan": 1}]}}"#,
        r#"{"trace": {"a": {"b": 1, "b": 2}}}"#,
    ] {
        assert_eq!(problems(request), [": invalid_json"], "{request}");
    }
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(problems(&deep), [": invalid_json"]);
}

#[test]
fn an_object_with_the_key_of_numbers_is_no_number() {
    let trick = r#"{"$serde_json::private::Number": "5"}"#;
    assert_eq!(of_penalty(&format!(r#""fine_yuan": {trick}"#)), ["fine_yuan: wrong_type"]);
    assert_eq!(
        problems(trick),
        ["as_of: missing", "enterprise: missing", "$serde_json::private::Number: unknown_field"]
    );
    assert_eq!(of_penalty(r#""fine_yuan": {"$serde_json::private::Number": "5", "a": 1}"#), ["fine_yuan: wrong_type"]);
    assert_eq!(of_penalty(r#""fine_yuan": {"$serde_json::private::Number": 5}"#), ["fine_yuan: wrong_type"]);
}

#[test]
fn all_problems_come_at_once_in_the_order_of_the_schema() {
    let request = r#"{
        "nonsense": 1,
        "enterprise": {
            "zzz": 1,
            "commitments": [{"made_on": "x"}, {"kind": "x", "breached_on": 5}],
            "inspections": [{"result": "x", "department": 1, "authority_system": "x", "basis": "x", "mode": "x"}],
            "leads": [{"closed_on": "2026-02-30"}],
            "court_listings": [{"removed_on": "1989-12-31"}],
            "serious_listings": [{"removed_on": "2200-01-01", "measures_end_on": "x", "cause": 1}],
            "abnormal_listings": [{"reason": "x", "listed_on": null, "aaa": 1, "removed_on": 1}],
            "penalties": [{"annulled_on": "x", "kinds": ["x", "fine", null, 1], "aaa": null, "sector": "x", "fine_yuan": -1,
                "confiscated_yuan": "1", "procedure": 1, "authority_system": "x", "document_no": 1, "discretion": "x",
                "category": [], "authority": {}, "repaired_on": {}}, 5],
            "risk_grades": {"nothing": "A", "food": "E", "drug": 1, "gas": null},
            "sectors": ["x", 1],
            "industry": 1, "region": 1,
            "status": "x", "registered_on": "2026", "kind": "x",
            "name": " ", "uscc": 5
        },
        "trace": "yes",
        "parameters": {"fine.minor": -1, "x": 1, "ten_penalties.count": null},
        "as_of": 5
    }"#;
    assert_eq!(
        problems(request),
        [
            "as_of: wrong_type",
            "parameters.fine.minor: bad_parameter",
            "parameters.x: unknown_parameter",
            "parameters.ten_penalties.count: bad_parameter",
            "trace: wrong_type",
            "enterprise.uscc: wrong_type",
            "enterprise.name: missing",
            "enterprise.kind: unknown_value",
            "enterprise.registered_on: not_a_date",
            "enterprise.status: unknown_value",
            "enterprise.region: wrong_type",
            "enterprise.industry: wrong_type",
            "enterprise.sectors[0]: unknown_value",
            "enterprise.sectors[1]: wrong_type",
            "enterprise.risk_grades.nothing: unknown_value",
            "enterprise.risk_grades.food: unknown_value",
            "enterprise.risk_grades.drug: wrong_type",
            "enterprise.penalties[0].document_no: wrong_type",
            "enterprise.penalties[0].decided_on: missing",
            "enterprise.penalties[0].authority: wrong_type",
            "enterprise.penalties[0].authority_system: unknown_value",
            "enterprise.penalties[0].procedure: wrong_type",
            "enterprise.penalties[0].kinds[0]: unknown_value",
            "enterprise.penalties[0].kinds[2]: wrong_type",
            "enterprise.penalties[0].kinds[3]: wrong_type",
            "enterprise.penalties[0].fine_yuan: negative",
            "enterprise.penalties[0].confiscated_yuan: wrong_type",
            "enterprise.penalties[0].category: wrong_type",
            "enterprise.penalties[0].sector: unknown_value",
            "enterprise.penalties[0].discretion: unknown_value",
            "enterprise.penalties[0].repaired_on: wrong_type",
            "enterprise.penalties[0].annulled_on: not_a_date",
            "enterprise.penalties[0].aaa: unknown_field",
            "enterprise.penalties[1]: wrong_type",
            "enterprise.abnormal_listings[0].reason: unknown_value",
            "enterprise.abnormal_listings[0].listed_on: missing",
            "enterprise.abnormal_listings[0].removed_on: wrong_type",
            "enterprise.abnormal_listings[0].aaa: unknown_field",
            "enterprise.serious_listings[0].cause: wrong_type",
            "enterprise.serious_listings[0].listed_on: missing",
            "enterprise.serious_listings[0].measures_end_on: not_a_date",
            "enterprise.serious_listings[0].removed_on: date_out_of_range",
            "enterprise.court_listings[0].listed_on: missing",
            "enterprise.court_listings[0].removed_on: date_out_of_range",
            "enterprise.leads[0].kind: missing",
            "enterprise.leads[0].received_on: missing",
            "enterprise.leads[0].closed_on: not_a_date",
            "enterprise.inspections[0].on: missing",
            "enterprise.inspections[0].mode: unknown_value",
            "enterprise.inspections[0].basis: unknown_value",
            "enterprise.inspections[0].authority_system: unknown_value",
            "enterprise.inspections[0].department: wrong_type",
            "enterprise.inspections[0].result: unknown_value",
            "enterprise.commitments[0].kind: missing",
            "enterprise.commitments[0].made_on: not_a_date",
            "enterprise.commitments[1].kind: unknown_value",
            "enterprise.commitments[1].breached_on: wrong_type",
            "enterprise.zzz: unknown_field",
            "nonsense: unknown_field",
        ]
    );
}

#[test]
fn unknown_fields_parameters_and_grades_keep_the_order_of_the_text() {
    let request = r#"{"zz": 1, "aa": 2, "parameters": {"z": 1, "a": 1}, "mm": 3, "enterprise": {"y": 1, "b": 1,
        "risk_grades": {"z": "A", "food": "x", "a": "A"}}}"#;
    assert_eq!(
        problems(request),
        [
            "as_of: missing",
            "parameters.z: unknown_parameter",
            "parameters.a: unknown_parameter",
            "enterprise.uscc: missing",
            "enterprise.name: missing",
            "enterprise.risk_grades.z: unknown_value",
            "enterprise.risk_grades.food: unknown_value",
            "enterprise.risk_grades.a: unknown_value",
            "enterprise.y: unknown_field",
            "enterprise.b: unknown_field",
            "zz: unknown_field",
            "aa: unknown_field",
            "mm: unknown_field",
        ]
    );
}

#[test]
fn null_is_absent_but_not_in_a_list() {
    let nulls = r#""kind": null, "registered_on": null, "status": null, "region": null, "sectors": null,
        "risk_grades": null, "penalties": null, "leads": null"#;
    assert!(is_accepted(&enterprise(nulls)));
    let request = format!(r#"{{"pack": null, "parameters": null, "trace": null, {}"#, &enterprise(nulls)[1..]);
    assert!(is_accepted(&request));
    assert_eq!(problems(&enterprise(r#""penalties": [null]"#)), ["enterprise.penalties[0]: wrong_type"]);
    assert_eq!(problems(&enterprise(r#""sectors": [null]"#)), ["enterprise.sectors[0]: wrong_type"]);
    assert_eq!(problems(r#"{"as_of": null, "enterprise": null}"#), ["as_of: missing", "enterprise: missing"]);
    assert_eq!(of_penalty(r#""nothing": null"#), ["nothing: unknown_field"], "a mistyped name with nothing in it");
    let kinds = r#""penalties": [{"decided_on": "2026-01-05", "kinds": null}]"#;
    assert_eq!(problems(&enterprise(kinds)), ["enterprise.penalties[0].kinds: missing"]);
}

#[test]
fn blank_text_is_empty() {
    for blank in ["", " ", "\\t\\n", "\u{3000}"] {
        let request = format!(r#"{{"as_of": "2026-11-21", "enterprise": {{"uscc": "{blank}", "name": "{blank}"}}}}"#);
        assert_eq!(problems(&request), ["enterprise.uscc: missing", "enterprise.name: missing"]);
        assert!(is_accepted(&enterprise(&format!(r#""region": "{blank}", "industry": "{blank}""#))));
    }
    assert_eq!(problems(&enterprise(r#""status": """#)), ["enterprise.status: unknown_value"]);
    assert_eq!(problems(&enterprise(r#""registered_on": """#)), ["enterprise.registered_on: not_a_date"]);
}

#[test]
fn amounts_are_read_exactly_however_they_are_written() {
    for (text, code) in [
        ("-0.01", "negative"),
        ("-0.001", "negative"),
        ("-1e400", "negative"),
        ("0.001", "too_precise"),
        ("1e-3", "too_precise"),
        ("1e-400", "too_precise"),
        ("50000.005", "too_precise"),
        ("1000000000000.001", "too_precise"),
        ("1000000000000.01", "too_large"),
        ("1e13", "too_large"),
        ("1e400", "too_large"),
        ("1e99999999999999999999", "too_large"),
        ("\"5\"", "wrong_type"),
        ("true", "wrong_type"),
        ("[]", "wrong_type"),
    ] {
        assert_eq!(of_penalty(&format!(r#""fine_yuan": {text}"#)), [format!("fine_yuan: {code}")], "{text}");
        assert_eq!(
            of_penalty(&format!(r#""confiscated_yuan": {text}"#)),
            [format!("confiscated_yuan: {code}")],
            "{text}"
        );
    }
    // 50,000 is the largest small fine: what is read as more is on another track.
    let track = |amount: &str| {
        let penalty =
            format!(r#""penalties": [{{"decided_on": "2026-01-05", "kinds": ["fine"], "fine_yuan": {amount}}}]"#);
        answer(&enterprise(&penalty))["repair"][0]["track"].clone()
    };
    for amount in ["50000", "50000.00", "5e4", "5.0E+4", "500000e-1", "0.5e5", "-0", "0", "0e999", "0.01", "-0.0e5"] {
        assert_eq!(track(amount), "automatic", "{amount}");
    }
    for amount in ["50000.01", "5.000001e4", "6e4", "1000000000000", "1e12", "1000000000000.00"] {
        assert_eq!(track(amount), "ordinary", "{amount}");
    }
}

#[test]
fn days_lie_between_1990_and_2199() {
    let as_of = |day: &str| format!(r#"{{"as_of": "{day}", "enterprise": {{"uscc": "1", "name": "示例"}}}}"#);
    for day in ["1990-01-01", "2199-12-31", "2024-02-29"] {
        assert!(is_accepted(&as_of(day)), "{day}");
    }
    for day in ["1989-12-31", "2200-01-01", "0001-01-01", "9999-12-31"] {
        assert_eq!(problems(&as_of(day)), ["as_of: date_out_of_range"], "{day}");
    }
    for day in ["2025-02-29", "2026-1-1", "2026/01/01", "20260101", "2026-01-01T00:00:00", "", "0000-13-01"] {
        assert_eq!(problems(&as_of(day)), ["as_of: not_a_date"], "{day}");
    }
    let term = r#""serious_listings": [{"listed_on": "2199-12-31", "measures_end_on": "2199-12-31"}]"#;
    let late = enterprise(term).replace("2026-11-21", "2199-12-31");
    assert_eq!(answer(&late)["repair"][0]["stops_on"], "2202-12-31", "days of a response may run past 2199");
}

#[test]
fn lists_and_objects_are_of_their_type() {
    for list in [
        "sectors",
        "penalties",
        "abnormal_listings",
        "serious_listings",
        "court_listings",
        "leads",
        "inspections",
        "commitments",
    ] {
        assert_eq!(problems(&enterprise(&format!(r#""{list}": {{}}"#))), [format!("enterprise.{list}: wrong_type")]);
        assert!(is_accepted(&enterprise(&format!(r#""{list}": []"#))), "{list} may be empty");
    }
    assert_eq!(problems(&enterprise(r#""risk_grades": []"#)), ["enterprise.risk_grades: wrong_type"]);
    assert_eq!(problems(r#"{"as_of": "2026-11-21", "enterprise": []}"#), ["enterprise: wrong_type"]);
    assert_eq!(
        problems(r#"{"as_of": "2026-11-21", "parameters": [], "enterprise": {"uscc": "1", "name": "1"}}"#),
        ["parameters: wrong_type"]
    );
    let kinds = |kinds: &str| {
        problems(&enterprise(&format!(r#""penalties": [{{"decided_on": "2026-01-05", "kinds": {kinds}}}]"#)))
    };
    assert_eq!(kinds("[]"), ["enterprise.penalties[0].kinds: empty_list"]);
    assert_eq!(kinds("\"fine\""), ["enterprise.penalties[0].kinds: wrong_type"]);
    let twice = enterprise(r#""penalties": [{"decided_on": "2026-01-05", "kinds": ["fine", "fine"]}]"#);
    assert!(is_accepted(&twice));
}

#[test]
fn words_say_where_what_and_what_to_do() {
    let told = answer(&enterprise(r#""penalties": [{"decided_on": "2026-02-30", "kinds": ["fine"]}]"#));
    let message = &told["errors"][0]["message"];
    for language in ["zh", "en"] {
        let text = message[language].as_str().unwrap();
        assert!(text.contains("enterprise.penalties[0].decided_on") && text.contains("2026-02-30"), "{text}");
        assert!(text.contains("2026-11-21"), "how a date is written: {text}");
    }
    // What is no request at all is wrong at no place: its words begin with themselves.
    let message = &answer("{")["errors"][0]["message"];
    assert!(message["zh"].as_str().unwrap().starts_with("内容不是"), "{message}");
    assert!(message["en"].as_str().unwrap().starts_with("this is no"), "{message}");
}

#[test]
fn a_pack_is_known_by_its_id_or_given_whole() {
    let with = |pack: &str, parameters: &str| {
        format!(
            r#"{{"as_of": "2026-11-21", "pack": {pack}, "parameters": {parameters}, "enterprise": {{"uscc": "1", "name": "1"}}}}"#
        )
    };
    assert!(is_accepted(&with(r#""baotou-2024""#, "{}")));
    assert_eq!(
        problems(&with(r#""baotou""#, r#"{"x": 1}"#)),
        ["pack: unknown_pack"],
        "parameters are not checked then"
    );
    assert_eq!(problems(&with(r#""""#, "{}")), ["pack: unknown_pack"]);
    assert_eq!(problems(&with("5", r#"{"x": 1}"#)), ["pack: wrong_type"]);
    assert_eq!(problems(&with("[]", "{}")), ["pack: wrong_type"]);
    let faults = problems(&with(r#"{"id": "x"}"#, r#"{"x": 1}"#));
    assert_eq!(faults[..2], ["pack.version: bad_pack", "pack.title: bad_pack"], "each by its own place");
    assert!(faults.len() > 10 && faults.iter().all(|fault| fault.ends_with(": bad_pack")), "{faults:?}");
    let own = xinheng::json::canonical(xinheng::builtin::form());
    assert!(is_accepted(&with(&own, r#"{"ten_penalties.count": 8}"#)));
    assert_eq!(problems(&with(&own, r#"{"x": 1}"#)), ["parameters.x: unknown_parameter"]);
    let renamed = own.replacen("\"id\":\"baotou-2024\"", "\"id\":\"ours\"", 1);
    assert_eq!(answer(&with(&renamed, "{}"))["pack"]["id"], json!("ours"));
}

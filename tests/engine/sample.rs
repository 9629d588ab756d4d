//! The made-up enterprise with which a newcomer begins.

use serde_json::{Value, json};

use super::{answer, texts};

const SAMPLE: &str = include_str!("../../www/sample/enterprise.json");

#[test]
fn every_part_of_the_answer_has_something_to_show() {
    let record: Value = serde_json::from_str(SAMPLE).unwrap();
    assert!(record.get("as_of").is_none(), "it is looked at on the day of the reader");
    for as_of in ["2026-11-22", "2027-11-22"] {
        let answer = answer(&json!({"as_of": as_of, "enterprise": record["enterprise"]}).to_string());
        assert_eq!(answer["class"], "high_risk", "{as_of}: {answer}");
        assert_eq!(answer["inspection"]["triggered"], true, "{as_of}");
        assert_eq!(answer["key_case"]["flagged"], as_of == "2026-11-22", "{as_of}");
        for part in ["reasons", "repair", "disclosure", "measures", "forecast", "timeline", "warnings"] {
            assert!(!answer[part].as_array().unwrap().is_empty(), "{as_of}: {part}");
        }
    }
}

#[test]
fn its_repair_shows_nearly_every_status_and_its_code_is_valid() {
    let record: Value = serde_json::from_str(SAMPLE).unwrap();
    let answer = answer(&json!({"as_of": "2026-11-22", "enterprise": record["enterprise"]}).to_string());
    let statuses = texts(&answer["repair"], "status");
    for status in [
        "annulled",
        "repaired",
        "ended",
        "not_published",
        "stops_automatically",
        "conditions_unmet",
        "not_yet",
        "eligible",
    ] {
        assert!(statuses.contains(&status), "{status} is not among {statuses:?}");
    }
    assert!(texts(&answer["repair"], "channel").contains(&"credit_china"));
    assert!(!texts(&answer["warnings"], "code").contains(&"uscc_invalid"));
}

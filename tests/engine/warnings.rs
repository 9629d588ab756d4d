//! Every warning: its code, what it names, and its words.

use serde_json::{Value, json};

use crate::{all, ask, ask_with, fine, texts};

/// The warnings of one code.
fn of_code(answer: &Value, code: &str) -> Vec<Value> {
    answer["warnings"].as_array().unwrap().iter().filter(|warning| warning["code"] == code).cloned().collect()
}

/// The paths that warnings of one code name.
fn paths(answer: &Value, code: &str) -> Vec<String> {
    of_code(answer, code).iter().map(|warning| warning["path"].as_str().unwrap().to_owned()).collect()
}

/// What warnings about a source or a year name, and what these affect.
fn affects(answer: &Value, key: &str) -> Vec<(Value, Value)> {
    let warnings = answer["warnings"].as_array().unwrap().iter().filter(|warning| warning.get(key).is_some());
    warnings.map(|warning| (warning[key].clone(), warning["affects"].clone())).collect()
}

#[test]
fn every_date_ahead_is_named() {
    let ahead = "2026-11-22";
    let answer = ask(
        "2026-11-21",
        json!({
            "registered_on": ahead,
            "penalties": [
                {"decided_on": ahead, "kinds": ["fine"], "published_on": ahead},
                {"decided_on": "2026-11-21", "kinds": ["warning"], "published_on": ahead, "fulfilled_on": ahead,
                 "harm_eliminated_on": ahead, "commitment_on": ahead, "repaired_on": ahead, "annulled_on": ahead,
                 "restriction_ends_on": ahead},
            ],
            "abnormal_listings": [
                {"reason": "annual_report", "listed_on": "2026-11-21", "corrected_on": ahead, "commitment_on": ahead,
                 "removed_on": ahead},
                {"reason": "annual_report", "listed_on": ahead},
            ],
            "serious_listings": [
                {"listed_on": "2026-11-21", "fulfilled_on": ahead, "harm_eliminated_on": ahead, "commitment_on": ahead,
                 "measures_end_on": ahead, "removed_on": ahead},
                {"listed_on": ahead},
            ],
            "court_listings": [{"listed_on": "2026-11-21", "removed_on": ahead}, {"listed_on": ahead, "removed_on": ahead}],
            "leads": [{"kind": "media", "received_on": "2026-11-21", "closed_on": ahead}, {"kind": "media", "received_on": ahead}],
            "inspections": [{"on": ahead}],
            "commitments": [{"kind": "repair", "made_on": "2026-11-21", "breached_on": ahead}, {"kind": "repair", "made_on": ahead},
                {"kind": "repair", "breached_on": ahead}, {"kind": "repair", "made_on": ahead, "breached_on": "2026-11-21"}],
        }),
    );
    let words: Vec<Value> =
        of_code(&answer, "future_fact_ignored").iter().take(2).map(|told| told["message"].clone()).collect();
    assert_eq!(words[0]["zh"], "成立日期（2026年11月22日）晚于评估日。");
    assert_eq!(words[0]["en"], "The day of registration, 2026-11-22, lies after the as-of date.");
    assert_eq!(words[1]["zh"], "2026年11月22日晚于评估日，尚未发生，未计入。");
    assert_eq!(
        paths(&answer, "future_fact_ignored"),
        [
            "enterprise.registered_on",
            "enterprise.penalties[0]",
            "enterprise.penalties[1].published_on",
            "enterprise.penalties[1].fulfilled_on",
            "enterprise.penalties[1].harm_eliminated_on",
            "enterprise.penalties[1].commitment_on",
            "enterprise.penalties[1].repaired_on",
            "enterprise.penalties[1].annulled_on",
            "enterprise.abnormal_listings[0].corrected_on",
            "enterprise.abnormal_listings[0].commitment_on",
            "enterprise.abnormal_listings[0].removed_on",
            "enterprise.abnormal_listings[1]",
            "enterprise.serious_listings[0].fulfilled_on",
            "enterprise.serious_listings[0].harm_eliminated_on",
            "enterprise.serious_listings[0].commitment_on",
            "enterprise.serious_listings[0].removed_on",
            "enterprise.serious_listings[1]",
            "enterprise.court_listings[0].removed_on",
            "enterprise.court_listings[1]",
            "enterprise.leads[0].closed_on",
            "enterprise.leads[1]",
            "enterprise.inspections[0]",
            "enterprise.commitments[0].breached_on",
            "enterprise.commitments[1]",
            "enterprise.commitments[2]",
            "enterprise.commitments[3]",
        ]
    );
    let first = &of_code(&answer, "future_fact_ignored")[0]["message"];
    assert!(first["zh"].as_str().unwrap().contains("2026年11月22日"), "{first}");
    assert!(first["en"].as_str().unwrap().contains("2026-11-22"), "{first}");
    // What is listed today and whose removal lies ahead is listed; a commitment not yet made is not broken.
    let rules = texts(&answer["reasons"], "rule");
    assert_eq!(rules, ["serious_list", "court_list", "abnormal_list"]);
}

#[test]
fn a_wrong_code_and_a_status_are_told() {
    let wrong = |uscc: &str| paths(&ask("2026-11-21", json!({"uscc": uscc})), "uscc_invalid");
    for uscc in
        ["91350100M000100Y44", "91350100M000100Y4Z", "913501", "91350100m000100y43", "统一社会信用代码统一社会信用代"]
    {
        assert_eq!(wrong(uscc), ["enterprise.uscc"], "{uscc}");
    }
    assert!(wrong("91350100M000100Y43").is_empty());
    for (status, word) in [("revoked", "吊销"), ("deregistered", "注销")] {
        let answer = ask("2026-11-21", json!({"status": status}));
        let warnings = of_code(&answer, "revoked_or_deregistered");
        assert_eq!(all(&json!(warnings), "path"), ["enterprise.status"]);
        assert!(warnings[0]["message"]["zh"].as_str().unwrap().contains(word));
    }
    assert!(of_code(&ask("2026-11-21", json!({"status": "active"})), "revoked_or_deregistered").is_empty());
}

#[test]
fn dates_in_the_wrong_order_are_told() {
    let answer = ask(
        "2026-11-21",
        json!({
            "registered_on": "2026-01-05",
            "penalties": [
                fine(json!({"decided_on": "2026-01-04", "published_on": "2026-01-04"})),
                fine(json!({"published_on": "2026-01-04"})),
                fine(json!({})),
            ],
        }),
    );
    assert_eq!(paths(&answer, "decided_before_registered"), ["enterprise.penalties[0]"]);
    assert_eq!(paths(&answer, "published_before_decided"), ["enterprise.penalties[1]"]);
    // A registration that lies ahead is not known, so nothing was decided before it.
    let answer = ask("2026-11-21", json!({"registered_on": "2026-12-01", "penalties": [fine(json!({}))]}));
    assert!(paths(&answer, "decided_before_registered").is_empty());
}

#[test]
fn the_later_of_two_equal_numbers_is_named() {
    let number = |number: Value| fine(json!({"document_no": number}));
    let answer = ask(
        "2026-11-21",
        json!({"penalties": [
            number(json!("甲1")), number(json!("甲2")), number(json!("甲1")), number(json!(null)), number(json!("")),
            number(json!("  ")), number(json!("甲1")),
            {"decided_on": "2026-11-22", "kinds": ["fine"], "document_no": "甲2"},
        ]}),
    );
    assert_eq!(paths(&answer, "duplicate_document_no"), ["enterprise.penalties[2]", "enterprise.penalties[6]"]);
    assert_eq!(answer["key_case"]["penalty_count"], 7, "a number given twice counts twice");
    let words = &of_code(&answer, "duplicate_document_no")[0]["message"]["zh"];
    assert!(words.as_str().unwrap().contains("甲1"), "{words}");
}

#[test]
fn a_simple_procedure_that_cannot_be_one_is_told() {
    let simple = |kinds: Value, fine_yuan: Value| {
        let penalty =
            json!({"decided_on": "2026-11-02", "kinds": kinds, "fine_yuan": fine_yuan, "procedure": "simple"});
        let answer = ask("2026-11-21", json!({"penalties": [penalty]}));
        paths(&answer, "procedure_implausible").len()
    };
    assert_eq!(simple(json!(["warning"]), json!(null)), 0);
    assert_eq!(simple(json!(["warning"]), json!(900_000)), 0, "an amount without a fine says nothing");
    assert_eq!(simple(json!(["fine"]), json!(3000)), 0);
    assert_eq!(simple(json!(["warning", "fine"]), json!(3000)), 0);
    assert_eq!(simple(json!(["fine"]), json!(3000.01)), 1);
    assert_eq!(simple(json!(["fine"]), json!(null)), 1);
    assert_eq!(simple(json!(["criticism"]), json!(null)), 1);
    assert_eq!(simple(json!(["fine", "closure"]), json!(100)), 1);
}

#[test]
fn an_unknown_publication_is_told_while_it_matters() {
    let told = |changes: Value, status: &str| {
        let mut penalty = fine(json!({"decided_on": "2026-11-02", "published_on": null}));
        penalty.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        let answer = ask("2026-11-21", json!({"status": status, "penalties": [penalty]}));
        (answer["repair"][0]["status"].as_str().unwrap().to_owned(), paths(&answer, "publication_assumed").len())
    };
    let is = |status: &str, count| (status.to_owned(), count);
    assert_eq!(told(json!({}), "active"), is("conditions_unmet", 1));
    assert_eq!(told(json!({"published_on": "2026-11-03"}), "active"), is("conditions_unmet", 0));
    assert_eq!(told(json!({"published_on": "2026-11-22"}), "active"), is("conditions_unmet", 1), "not known today");
    assert_eq!(told(json!({"discretion": "lenient", "fine_yuan": 100}), "active"), is("stops_automatically", 1));
    assert_eq!(told(json!({"kinds": ["closure"]}), "active"), is("barred", 1));
    assert_eq!(told(json!({"kinds": ["warning"]}), "active"), is("not_published", 0));
    assert_eq!(told(json!({"annulled_on": "2026-11-03"}), "active"), is("annulled", 0));
    assert_eq!(told(json!({"repaired_on": "2026-11-03"}), "active"), is("repaired", 0));
    assert_eq!(told(json!({"decided_on": "2024-11-02"}), "active"), is("ended", 0));
    assert_eq!(told(json!({}), "deregistered"), is("ended", 0));
    assert_eq!(
        told(json!({"authority_system": "other"}), "active"),
        is("conditions_unmet", 0),
        "counted from the decision"
    );
    let answer =
        ask("2026-11-21", json!({"penalties": [fine(json!({"decided_on": "2026-10-12", "published_on": null}))]}));
    let message = &of_code(&answer, "publication_assumed")[0]["message"];
    // Twenty working days after Monday 12 October.
    assert!(message["en"].as_str().unwrap().contains("2026-11-09"), "{message}");
}

#[test]
fn a_fine_without_an_amount_is_told() {
    let answer = ask(
        "2026-11-21",
        json!({"penalties": [
            fine(json!({"fine_yuan": null})),
            fine(json!({"fine_yuan": 0})),
            fine(json!({"kinds": ["warning"], "fine_yuan": null})),
            fine(json!({"fine_yuan": null, "authority_system": "other", "annulled_on": "2026-02-01"})),
        ]}),
    );
    assert_eq!(paths(&answer, "fine_missing"), ["enterprise.penalties[0]", "enterprise.penalties[3]"]);
}

#[test]
fn an_unknown_step_of_discretion_is_told_where_it_decided() {
    let told = |changes: Value, status: &str| {
        let small =
            json!({"decided_on": "2026-11-02", "published_on": "2026-11-02", "fine_yuan": 50000, "discretion": null});
        let mut penalty = fine(small);
        penalty.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        let answer = ask("2026-11-21", json!({"status": status, "penalties": [penalty]}));
        (answer["repair"][0]["track"].as_str().unwrap().to_owned(), paths(&answer, "discretion_assumed").len())
    };
    let is = |track: &str, count| (track.to_owned(), count);
    assert_eq!(told(json!({}), "active"), is("automatic", 1));
    assert_eq!(told(json!({"discretion": "mitigated"}), "active"), is("automatic", 0));
    assert_eq!(told(json!({"fine_yuan": 50000.01}), "active"), is("ordinary", 0), "too large whatever the step");
    assert_eq!(told(json!({"kinds": ["criticism"]}), "active"), is("automatic", 0), "there is no fine");
    assert_eq!(told(json!({"fine_yuan": 3000, "procedure": "simple"}), "active"), is("unpublished", 0));
    assert_eq!(told(json!({"annulled_on": "2026-11-03"}), "active"), is("automatic", 0));
    assert_eq!(told(json!({"repaired_on": "2026-11-03"}), "active"), is("automatic", 0));
    assert_eq!(
        told(json!({"decided_on": "2026-01-02", "published_on": "2026-01-02"}), "active"),
        is("automatic", 0),
        "ended"
    );
    assert_eq!(told(json!({}), "deregistered"), is("automatic", 0));
    let other = json!({"authority_system": "other"});
    assert_eq!(told(other.clone(), "active"), is("minor", 1));
    assert_eq!(told(other, "deregistered"), is("minor", 1), "deregistration ends nothing on Credit China");
    let simple = json!({"authority_system": "other", "procedure": "simple", "fine_yuan": 3000});
    assert_eq!(told(simple, "active"), is("minor", 0), "minor by its procedure, not by the fine");
}

#[test]
fn each_document_out_of_force_is_named_once_with_all_that_rests_on_it() {
    let heavy = fine(json!({"kinds": ["closure"]}));
    let answer = ask(
        "2026-05-29",
        json!({
            "serious_listings": [{"listed_on": "2026-05-01"}],
            "penalties": vec![heavy; 10],
        }),
    );
    assert_eq!(texts(&answer["reasons"], "rule"), ["serious_list", "ten_penalties", "serious_penalty"]);
    assert_eq!(
        affects(&answer, "source"),
        [(json!("baotou-2024-40"), json!(["reasons[1]", "inspection.approach", "key_case"]))]
    );
    let message = &of_code(&answer, "source_not_in_force")[0]["message"];
    assert!(message["zh"].as_str().unwrap().contains("包府发〔2024〕40号"), "{message}");
    assert!(message["en"].as_str().unwrap().contains("2026-05-28"), "{message}");
    let on_its_last_day = ask("2026-05-28", json!({}));
    assert!(affects(&on_its_last_day, "source").is_empty());
    let before = ask("2024-05-27", json!({}));
    let parts = json!(["inspection.approach", "key_case", "measures[0]"]);
    assert_eq!(affects(&before, "source"), [(json!("baotou-2024-40"), parts)]);
}

#[test]
fn what_our_own_choice_decided_rests_on_no_document() {
    // The repeated offence is our reading "after" the expired measure: no warning for it.
    let repeated = fine(json!({"category": "虚假宣传"}));
    let answer = ask("2026-11-21", json!({"penalties": vec![repeated; 3]}));
    assert_eq!(texts(&answer["reasons"], "rule"), ["repeat_offence", "live_penalty"]);
    let parts = json!(["inspection.approach", "key_case"]);
    assert_eq!(affects(&answer, "source"), [(json!("baotou-2024-40"), parts)]);
}

#[test]
fn a_number_of_the_request_does_not_put_the_document_in_force() {
    let answer = ask_with("2026-11-21", json!({"penalties": [fine(json!({}))]}), json!({"ten_penalties.count": 1}));
    assert_eq!(answer["reasons"][0]["source"], json!({"id": "baotou-2024-40", "article": "124", "default": true}));
    let parts = json!(["reasons[0]", "inspection.approach", "key_case"]);
    assert_eq!(affects(&answer, "source"), [(json!("baotou-2024-40"), parts)]);
}

#[test]
fn documents_that_were_not_yet_in_force_are_named() {
    let answer = ask(
        "2016-11-30",
        json!({
            "sectors": ["food"], "risk_grades": {"food": "B"},
            "court_listings": [{"listed_on": "2016-01-01"}],
            "penalties": [fine(json!({"decided_on": "2016-11-01", "published_on": "2016-11-01"}))],
            "abnormal_listings": [{"reason": "annual_report", "listed_on": "2016-11-01"}],
            "serious_listings": [{"listed_on": "2016-11-01"}],
        }),
    );
    assert_eq!(all(&answer["repair"], "status"), ["not_modelled", "not_modelled", "not_modelled"]);
    assert_eq!(
        affects(&answer, "source"),
        [
            (
                json!("samr-44"),
                json!(["reasons[0]", "repair[2]", "measures[0]", "measures[1]", "measures[2]", "measures[3]"])
            ),
            (json!("spc-2017-7"), json!(["reasons[1]"])),
            (json!("baotou-2024-40"), json!(["inspection.approach", "key_case"])),
            (json!("samr-repair-2021"), json!(["repair[0]"])),
            (json!("samr-45"), json!(["disclosure[0]"])),
        ]
    );
    let good = ask("2016-11-30", json!({"sectors": ["food"], "risk_grades": {"food": "B"}}));
    let food = json!(["inspection.visits_per_year"]);
    assert!(affects(&good, "source").contains(&(json!("food-grading-2016"), food)));
    let later = ask("2016-12-01", json!({"sectors": ["food"], "risk_grades": {"food": "B"}}));
    assert!(!affects(&later, "source").iter().any(|(id, _)| id == "food-grading-2016"));
}

#[test]
fn each_year_without_a_calendar_is_named_once_with_all_that_counted_its_days() {
    let ready = json!({"decided_on": "2026-01-05", "published_on": "2026-01-05", "fulfilled_on": "2026-02-01",
        "harm_eliminated_on": "2026-02-01"});
    let answer = ask(
        "2026-12-25",
        json!({"penalties": [
            fine(json!({"decided_on": "2026-12-21", "published_on": null})),
            fine(ready.clone()),
            fine(json!({"decided_on": "2026-12-21", "published_on": "2026-12-22"})),
            fine(json!({"decided_on": "2026-12-21", "kinds": ["warning"]})),
            fine(json!({"decided_on": "2026-12-21", "authority_system": "other"})),
        ]}),
    );
    assert_eq!(answer["repair"][1]["status"], "eligible");
    let parts = json!(["repair[0]", "repair[1]", "disclosure[0]", "disclosure[2]"]);
    assert_eq!(affects(&answer, "year"), [(json!(2027), parts)]);
    let words = &of_code(&answer, "calendar_missing")[0]["message"];
    let zh = "没有2027年的放假安排，该年的工作日只扣除周末：2027年1月1日及以后的日期，放假安排公布后可能变动。";
    assert_eq!(words["zh"], zh);
    assert!(words["en"].as_str().unwrap().contains("dates from 2027-01-01 on may move"), "{words}");
    // Twelve working days from 15 December end on the last of the year, and what ends there is known.
    let answer = ask("2026-12-15", json!({"penalties": [fine(ready)]}));
    assert_eq!(answer["repair"][0]["deadlines"]["unpublish_by"], "2026-12-31");
    assert!(affects(&answer, "year").is_empty());
    // A late publication counts on into years that are not known, of which each is named.
    let late = fine(json!({"decided_on": "2026-12-21", "published_on": "2028-02-01", "annulled_on": "2027-01-05"}));
    let answer = ask("2028-03-01", json!({"penalties": [late]}));
    assert_eq!(
        affects(&answer, "year"),
        [(json!(2027), json!(["disclosure[0]"])), (json!(2028), json!(["disclosure[0]"]))]
    );
}

#[test]
fn warnings_of_the_facts_come_first_and_then_those_of_the_answer() {
    let answer = ask(
        "2027-01-04",
        json!({
            "uscc": "统一", "registered_on": "2028-01-01", "status": "revoked",
            "leads": [{"kind": "media", "received_on": "2028-01-01"}],
            "penalties": [fine(json!({"decided_on": "2026-12-30", "published_on": null}))],
        }),
    );
    assert_eq!(
        texts(&answer["warnings"], "code"),
        [
            "uscc_invalid",
            "future_fact_ignored",
            "revoked_or_deregistered",
            "publication_assumed",
            "future_fact_ignored",
            "source_not_in_force",
            "calendar_missing",
        ]
    );
}

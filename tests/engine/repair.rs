//! Repair: the order of the lines, conditions, days, papers and deadlines.

use serde_json::{Value, json};
use xinheng::assess::Assessor;
use xinheng::builtin;
use xinheng::calendar::parse_day;
use xinheng::pack::ParameterValue;

use crate::{ask, ask_with, enterprise, fine};

fn entry(as_of: &str, facts: Value) -> Value {
    ask(as_of, facts)["repair"][0].clone()
}

fn met(entry: &Value) -> Vec<(&str, bool)> {
    let conditions = entry["conditions"].as_array().unwrap().iter();
    conditions.map(|condition| (condition["id"].as_str().unwrap(), condition["met"].as_bool().unwrap())).collect()
}

#[test]
fn the_papers_go_by_the_target_and_the_reason() {
    let papers = |facts: Value| entry("2026-11-21", facts)["materials"].clone();
    let five =
        json!(["application", "qualification", "commitment_letter", "proof_of_fulfilment", "proof_of_rectification"]);
    assert_eq!(papers(json!({"penalties": [fine(json!({}))]})), five);
    assert_eq!(papers(json!({"serious_listings": [{"listed_on": "2026-01-01"}]})), five);
    let other = json!({"penalties": [fine(json!({"authority_system": "other"}))]});
    assert_eq!(papers(other), json!(["proof_of_correction", "commitment_letter"]));
    for (reason, own) in [
        ("annual_report", "annual_report"),
        ("immediate_disclosure", "disclosure"),
        ("name_change", "name_registration"),
        ("unreachable", "address_or_contact"),
        ("concealment", "disclosure"),
    ] {
        let listed = json!({"abnormal_listings": [{"reason": reason, "listed_on": "2026-01-01"}]});
        assert_eq!(
            papers(listed.clone()),
            json!(["application", "qualification", "commitment_letter", own]),
            "{reason}"
        );
        let before = entry("2025-12-24", json!({"abnormal_listings": [{"reason": reason, "listed_on": "2025-01-01"}]}));
        assert_eq!(before["materials"], papers(listed), "on every T");
    }
    let before = fine(json!({"decided_on": "2025-12-01", "published_on": "2025-12-01"}));
    assert_eq!(entry("2025-12-24", json!({"penalties": [before]}))["materials"], five, "on every T");
}

#[test]
fn the_deadlines_of_listings_go_by_the_reason_and_the_day() {
    let deadlines = |as_of: &str, reason: &str| {
        let listing = json!({"reason": reason, "listed_on": "2025-01-01", "corrected_on": "2025-02-01"});
        entry(as_of, json!({"abnormal_listings": [listing]}))["deadlines"].clone()
    };
    // Wednesday 24 December 2025: 25, 26, 29, 30, 31 December; 1 to 3 January off, Sunday 4 January worked.
    for reason in ["annual_report", "immediate_disclosure"] {
        assert_eq!(
            deadlines("2025-12-24", reason),
            json!({"from": "application", "decide_by": "2025-12-31"}),
            "{reason}"
        );
    }
    for reason in ["name_change", "unreachable", "concealment"] {
        assert_eq!(
            deadlines("2025-12-24", reason),
            json!({"from": "verification", "decide_by": "2025-12-31"}),
            "{reason}"
        );
    }
    for reason in ["annual_report", "immediate_disclosure", "name_change", "concealment"] {
        let expected = json!({"from": "application", "accept_by": "2025-12-29", "decide_by": "2025-12-31",
            "unpublish_by": "2026-01-06"});
        assert_eq!(deadlines("2025-12-25", reason), expected, "{reason}");
    }
    let expected = json!({"from": "verification", "decide_by": "2025-12-29", "unpublish_by": "2026-01-04"});
    assert_eq!(deadlines("2025-12-25", "unreachable"), expected);
}

#[test]
fn the_deadlines_of_penalties_and_serious_listings_go_by_the_system_and_the_day() {
    let done = json!({"decided_on": "2024-01-05", "published_on": "2024-01-05", "fulfilled_on": "2024-06-01",
        "harm_eliminated_on": "2024-06-01", "commitment_on": "2024-06-01"});
    let facts = json!({
        "penalties": [fine(done.clone())],
        "serious_listings": [{"listed_on": "2024-01-05", "fulfilled_on": "2024-06-01", "harm_eliminated_on": "2024-06-01"}],
    });
    let answer = ask("2025-12-24", facts);
    // Listed as well: the penalty cannot be repaired before.
    assert_eq!(answer["repair"][0]["status"], "conditions_unmet");
    let old = json!({"from": "application", "accept_by": "2025-12-26", "decide_by": "2026-01-19", "unpublish_by": "2026-01-22"});
    assert_eq!(answer["repair"][1]["deadlines"], old);
    assert_eq!(entry("2025-12-24", json!({"penalties": [fine(done.clone())]}))["deadlines"], old);
    let mut recent = fine(done);
    recent["published_on"] = json!("2025-06-05");
    recent["decided_on"] = json!("2025-06-05");
    let new = json!({"from": "application", "accept_by": "2025-12-29", "decide_by": "2026-01-08", "unpublish_by": "2026-01-13"});
    assert_eq!(entry("2025-12-25", json!({"penalties": [recent.clone()]}))["deadlines"], new);
    recent["authority_system"] = json!("other");
    let china = json!({"from": "application", "accept_by": "2026-04-07", "decide_by": "2026-04-16"});
    assert_eq!(entry("2026-04-01", json!({"penalties": [recent]}))["deadlines"], china, "Monday 6 April is a day off");
}

#[test]
fn the_conditions_of_a_penalty_are_asked_one_by_one() {
    let base = json!({"decided_on": "2025-06-05", "published_on": "2025-06-05", "category": "虚假宣传"});
    let with = |changes: Value| {
        let mut penalty = base.clone();
        penalty.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        fine(penalty)
    };
    let conditions = |as_of: &str, facts: Value| {
        let entry = entry(as_of, facts);
        met(&entry).iter().map(|(id, met)| format!("{id}:{met}")).collect::<Vec<_>>().join(" ")
    };
    let listed = json!([{"reason": "annual_report", "listed_on": "2025-06-01"}]);
    assert_eq!(
        conditions("2026-02-01", json!({"penalties": [with(json!({}))], "abnormal_listings": listed})),
        "fulfilled:false harm_eliminated:false no_repeat:true"
    );
    assert_eq!(
        conditions(
            "2025-12-24",
            json!({"penalties": [with(json!({"fulfilled_on": "2025-12-24"}))], "abnormal_listings": listed})
        ),
        "fulfilled:true harm_eliminated:false no_repeat:true not_listed:false"
    );
    let removed = json!([{"reason": "annual_report", "listed_on": "2025-06-01", "removed_on": "2025-12-24"}]);
    assert_eq!(
        conditions(
            "2025-12-24",
            json!({"penalties": [with(json!({"harm_eliminated_on": "2025-12-24"}))], "abnormal_listings": removed})
        ),
        "fulfilled:false harm_eliminated:true no_repeat:true not_listed:true"
    );
    let serious = json!([{"listed_on": "2025-06-01"}]);
    assert_eq!(
        conditions("2025-12-24", json!({"penalties": [with(json!({}))], "serious_listings": serious})),
        "fulfilled:false harm_eliminated:false no_repeat:true not_listed:false"
    );
    let ended = json!([{"listed_on": "2022-12-24"}]);
    assert_eq!(
        conditions("2025-12-24", json!({"penalties": [with(json!({}))], "serious_listings": ended})),
        "fulfilled:false harm_eliminated:false no_repeat:true not_listed:true"
    );
    // What repeats: the same category, market regulation, a later day, by T, not annulled.
    let repeats = |other: Value| {
        conditions("2026-02-01", json!({"penalties": [with(json!({})), other]})).ends_with("no_repeat:false")
    };
    let later = json!({"decided_on": "2025-06-06"});
    assert!(repeats(with(later.clone())));
    assert!(repeats(with(json!({"decided_on": "2026-02-01", "kinds": ["warning"]}))));
    assert!(repeats(with(json!({"decided_on": "2025-06-06", "repaired_on": "2025-07-01"}))));
    assert!(repeats(with(json!({"decided_on": "2025-06-06", "annulled_on": "2026-02-02"}))), "annulled tomorrow");
    assert!(!repeats(with(json!({"decided_on": "2025-06-06", "annulled_on": "2026-02-01"}))));
    assert!(!repeats(with(json!({"decided_on": "2025-06-05"}))));
    assert!(!repeats(with(json!({"decided_on": "2026-02-02"}))));
    assert!(!repeats(with(json!({"decided_on": "2025-06-06", "category": "其他"}))));
    assert!(!repeats(with(json!({"decided_on": "2025-06-06", "authority_system": "other"}))));
    let nameless = with(json!({"category": ""}));
    let facts = json!({"penalties": [nameless.clone(), with(json!({"category": " ", "decided_on": "2025-06-06"}))]});
    assert!(!conditions("2026-02-01", facts).contains("no_repeat:false"), "an empty category repeats nothing");
}

#[test]
fn the_conditions_of_credit_china_are_two() {
    let other = |changes: Value| {
        let mut penalty = fine(json!({"authority_system": "other", "category": "消防"}));
        penalty.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        penalty
    };
    let again = other(json!({"decided_on": "2026-01-06"}));
    let entry = entry("2026-05-01", json!({"penalties": [other(json!({"commitment_on": "2026-02-01"})), again]}));
    assert_eq!(met(&entry), [("fulfilled", false), ("commitment", true)]);
    assert_eq!(entry["status"], "conditions_unmet");
    assert_eq!(entry["earliest_on"], "2026-04-05");
    assert_eq!(entry["stops_on"], "2027-01-05");
}

#[test]
fn a_serious_listing_asks_for_four_things() {
    let listing = json!({"listed_on": "2025-01-31", "fulfilled_on": "2025-02-01", "harm_eliminated_on": "2025-02-01",
        "measures_end_on": "2026-02-01"});
    let heavy = |changes: Value| {
        let mut penalty = json!({"decided_on": "2025-02-01", "kinds": ["closure"]});
        penalty.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        penalty
    };
    let of = |as_of: &str, penalties: Value| {
        let answer = ask(as_of, json!({"serious_listings": [listing], "penalties": penalties}));
        let entries = answer["repair"].as_array().unwrap();
        entries.iter().find(|entry| entry["target"]["kind"] == "serious_listing").unwrap().clone()
    };
    let before_the_term = of("2026-01-31", json!([]));
    assert_eq!(before_the_term["status"], "conditions_unmet");
    assert_eq!(before_the_term["earliest_on"], "2026-01-31");
    assert_eq!(before_the_term["stops_on"], "2028-01-31");
    assert_eq!(met(&before_the_term)[3], ("measures_ended", false));
    let open = of("2026-02-01", json!([]));
    assert_eq!(open["status"], "eligible");
    assert_eq!(
        met(&open),
        [("fulfilled", true), ("harm_eliminated", true), ("no_new_heavy", true), ("measures_ended", true)]
    );
    for (changes, barring) in [
        (json!({}), true),
        (json!({"repaired_on": "2025-03-01"}), true),
        (json!({"kinds": ["fine"], "discretion": "aggravated"}), true),
        (json!({"decided_on": "2025-01-31"}), false),
        (json!({"annulled_on": "2025-03-01"}), false),
        (json!({"authority_system": "other"}), false),
        (json!({"kinds": ["fine"]}), false),
        (json!({"kinds": ["warning"], "discretion": "aggravated"}), false),
        (json!({"kinds": ["suspension_of_licence"]}), false),
    ] {
        let entry = of("2026-02-01", json!([heavy(changes.clone())]));
        assert_eq!(met(&entry)[2], ("no_new_heavy", !barring), "{changes}");
    }
    let early = ask(
        "2026-01-30",
        json!({"serious_listings": [
        {"listed_on": "2025-01-31", "fulfilled_on": "2025-02-01", "harm_eliminated_on": "2025-02-01"}]}),
    );
    assert_eq!(early["repair"][0]["status"], "not_yet");
}

#[test]
fn a_listing_lasts_as_long_as_its_measures() {
    let listed = json!({"serious_listings": [{"listed_on": "2023-11-21", "measures_end_on": "2027-03-01"}]});
    let answer = ask("2026-11-21", listed.clone());
    assert_eq!(answer["class"], "high_risk");
    assert_eq!(answer["repair"][0]["stops_on"], "2027-03-01");
    assert_eq!(answer["forecast"], json!([{"on": "2027-03-01", "class": "good"}]));
    let ended = ask("2027-03-01", listed);
    assert_eq!(ended["repair"][0]["status"], "ended");
    assert_eq!(ended["repair"][0]["stops_on"], "2027-03-01");
    assert_eq!(ended["class"], "good");
    let short =
        ask("2026-11-20", json!({"serious_listings": [{"listed_on": "2023-11-21", "measures_end_on": "2024-03-01"}]}));
    assert_eq!(short["repair"][0]["stops_on"], "2026-11-21", "a term shortens nothing");
}

#[test]
fn the_first_line_that_fits_gives_the_status() {
    let status = |as_of: &str, status: &str, changes: Value| {
        let mut penalty = fine(json!({"decided_on": "2021-08-02", "published_on": "2021-08-02"}));
        penalty.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        let entry = entry(as_of, json!({"status": status, "penalties": [penalty]}));
        for field in ["conditions", "earliest_on", "materials", "deadlines"] {
            assert!(entry.get(field).is_none(), "{field} of {entry}");
        }
        assert!(entry.get("track").is_some() && entry.get("severity").is_some(), "{entry}");
        let stops = entry.get("stops_on").is_some();
        (entry["status"].as_str().unwrap().to_owned(), stops)
    };
    let is = |status: &str, stops| (status.to_owned(), stops);
    let both = json!({"annulled_on": "2021-08-05", "repaired_on": "2021-08-04"});
    assert_eq!(status("2021-08-31", "deregistered", both), is("annulled", false));
    assert_eq!(status("2021-08-31", "deregistered", json!({"repaired_on": "2021-08-04"})), is("repaired", false));
    assert_eq!(status("2021-08-31", "deregistered", json!({})), is("ended", false));
    assert_eq!(status("2021-08-31", "active", json!({})), is("not_modelled", false));
    assert_eq!(status("2021-08-31", "active", json!({"kinds": ["warning"]})), is("not_modelled", false));
    assert_eq!(status("2021-09-01", "active", json!({"kinds": ["warning"]})), is("not_published", false));
    assert_eq!(status("2024-08-02", "active", json!({"kinds": ["closure"]})), is("ended", true));
    assert_eq!(status("2024-08-01", "active", json!({"kinds": ["closure"]})), is("barred", true));
    assert_eq!(status("2021-11-02", "active", json!({"kinds": ["criticism"]})), is("ended", true));
    assert_eq!(status("2021-11-01", "active", json!({"kinds": ["criticism"]})), is("stops_automatically", true));
    let other = json!({"authority_system": "other"});
    assert_eq!(
        status("2026-03-31", "deregistered", other.clone()),
        is("not_modelled", false),
        "no end by deregistration there"
    );
    assert_eq!(status("2026-04-01", "deregistered", other), is("ended", true));
}

#[test]
fn targets_come_in_order_and_only_when_they_exist() {
    let answer = ask(
        "2026-11-21",
        json!({
            "serious_listings": [{"listed_on": "2026-11-22"}, {"listed_on": "2026-11-21"}],
            "abnormal_listings": [{"reason": "name_change", "listed_on": "2026-11-21"}, {"reason": "name_change", "listed_on": "2026-11-22"}],
            "penalties": [fine(json!({"decided_on": "2026-11-22"})), fine(json!({"decided_on": "2026-11-21"})), fine(json!({}))],
            "court_listings": [{"listed_on": "2026-11-21"}],
        }),
    );
    let targets: Vec<_> = crate::all(&answer["repair"], "target").into_iter().map(Value::to_string).collect();
    assert_eq!(
        targets,
        [
            r#"{"index":1,"kind":"penalty"}"#,
            r#"{"index":2,"kind":"penalty"}"#,
            r#"{"index":0,"kind":"abnormal_listing"}"#,
            r#"{"index":1,"kind":"serious_listing"}"#,
        ]
    );
}

#[test]
fn a_restriction_holds_back_both_days_where_the_track_honours_it() {
    let days = |as_of: &str, changes: Value| {
        let mut penalty = fine(json!({"restriction_ends_on": "2031-05-06"}));
        penalty.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        let entry = entry(as_of, json!({"penalties": [penalty]}));
        (entry.get("earliest_on").cloned(), entry.get("stops_on").cloned())
    };
    let until = |day: &str| Some(json!(day));
    assert_eq!(
        days("2026-05-01", json!({"kinds": ["suspension_of_business"]})),
        (until("2031-05-06"), until("2031-05-06"))
    );
    assert_eq!(days("2026-05-01", json!({"kinds": ["closure"]})), (None, until("2031-05-06")));
    assert_eq!(days("2026-05-01", json!({"sector": "food"})), (until("2027-01-05"), until("2029-01-05")));
    assert_eq!(days("2026-05-01", json!({})), (until("2026-04-05"), until("2027-01-05")));
    assert_eq!(days("2026-02-01", json!({"kinds": ["criticism"]})), (None, until("2026-04-05")));
    let other = json!({"authority_system": "other"});
    assert_eq!(days("2026-05-01", other), (until("2031-05-06"), until("2031-05-06")), "on every track there");
    let small = json!({"authority_system": "other", "kinds": ["criticism"], "restriction_ends_on": "2026-01-20",
        "decided_on": "2026-03-31"});
    assert_eq!(days("2026-05-01", small), (until("2026-03-31"), until("2026-06-30")), "a term shortens nothing");
}

#[test]
fn deadlines_and_conditions_are_parameters_too() {
    let done = fine(json!({"fulfilled_on": "2026-02-01", "harm_eliminated_on": "2026-02-01"}));
    let lines = json!([{"target": ["penalty"], "from": "application", "accept": 1}]);
    let answer = ask_with("2026-06-01", json!({"penalties": [done]}), json!({"gsxt.deadlines": lines}));
    assert_eq!(answer["repair"][0]["deadlines"], json!({"from": "application", "accept_by": "2026-06-02"}));
    let answer = ask_with(
        "2026-06-01",
        json!({"penalties": [fine(json!({}))]}),
        json!({"gsxt.conditions": {"penalty": ["no_repeat"]}}),
    );
    assert_eq!(answer["repair"][0]["conditions"], json!([{"id": "no_repeat", "met": true}]));
    assert_eq!(answer["repair"][0]["status"], "eligible");
}

#[test]
fn each_penalty_names_the_line_of_the_table_that_gave_its_track() {
    let (pack, as_of) = (builtin::pack(), parse_day("2026-11-21").unwrap());
    let stopped = json!({"kinds": ["suspension_of_business"], "restriction_ends_on": "2027-01-01"});
    let minor = json!({"fine_yuan": 3000, "discretion": "lenient"});
    let changes = [json!({}), json!({"sector": "food"}), stopped, minor, json!({"authority_system": "other"})];
    let facts = json!({"penalties": changes.map(fine)});
    let answer = Assessor::new(pack, builtin::calendar(), as_of).assess(&enterprise(&facts), false);
    let mut named = Vec::new();
    for repair in &answer.repair {
        let tracks = pack.value(pack.edition(as_of), pack.channels[repair.channel as usize].tracks);
        let ParameterValue::Tracks(lines) = tracks else { panic!("a channel has a table of tracks") };
        let line = &lines[repair.line.unwrap()];
        assert_eq!((Some(line.track), Some(line.severity)), (repair.track, repair.severity), "{:?}", repair.target);
        named.push((repair.channel, repair.line));
    }
    named.sort_by_key(|(channel, line)| (*channel as usize, *line));
    named.dedup();
    assert_eq!(named.len(), 5, "five penalties, five lines");
}

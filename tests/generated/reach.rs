//! What the generator of enterprises reaches: nothing of the contract's vocabulary may stay unseen.

use std::collections::BTreeSet;

use chrono::Datelike;
use serde_json::Value;
use xinheng::builtin;
use xinheng::facts::{AuthoritySystem, InspectionBasis, InspectionMode, Term};
use xinheng::pack::{Adjustment, Approach, Channel, FactKind, RepairStatus, Severity, Track, WarningCode};

use crate::draw::each;
use crate::facts::{Case, case};
use crate::invariants::{KEY_CASE_RULES, RULES};
use crate::properties::answer;

fn codes<T: Term>(what: &str) -> Vec<String> {
    T::ALL.iter().map(|term| format!("{what} {}", term.code())).collect()
}

/// Everything that can be seen in an answer, by what it is.
fn vocabulary() -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    let classes = |what: &str| -> Vec<String> {
        builtin::pack().classes.iter().map(|entry| format!("{what} {}", entry.class.id())).collect()
    };
    all.extend(classes("class"));
    all.extend(classes("credit_class"));
    // By the built-in values nothing becomes of high risk by the passing of time alone.
    all.extend(classes("forecast").into_iter().filter(|change| change != "forecast high_risk"));
    all.extend(RULES.iter().map(|rule| format!("rule {rule}")));
    all.extend(KEY_CASE_RULES.iter().map(|rule| format!("key case {rule}")));
    all.extend(codes::<Approach>("approach"));
    all.extend(codes::<Adjustment>("adjustment"));
    all.extend(codes::<RepairStatus>("status"));
    all.extend(codes::<Track>("track"));
    all.extend(codes::<Severity>("severity"));
    all.extend(codes::<Channel>("channel"));
    // The built-in pack has no figures.
    all.extend(codes::<WarningCode>("warning").into_iter().filter(|code| code != "warning figure_missing"));
    let kinds = codes::<FactKind>("evidence");
    // A lead is no evidence of a class.
    all.extend(kinds.into_iter().filter(|kind| kind != "evidence lead"));
    let conditions = ["fulfilled", "harm_eliminated", "no_repeat", "not_listed", "commitment", "corrected"];
    for condition in conditions.into_iter().chain(["no_new_heavy", "measures_ended"]) {
        all.extend([true, false].map(|met| format!("condition {condition} {met}")));
    }
    for measure in ["key_supervision", "no_notification_commitment", "weighs_on_permits_and_tenders", "no_honours"] {
        all.insert(format!("measure {measure}"));
    }
    all.insert("measure facilitation_available".to_owned());
    all.extend(["application", "verification"].map(|from| format!("deadlines from {from}")));
    // Until 2025-12-24 three reasons counted from verification, since then one does.
    let applied = ["annual_report", "immediate_disclosure", "name_change", "concealment"];
    all.extend(applied.map(|reason| format!("listed for {reason}, from application")));
    let verified = ["name_change", "unreachable", "concealment"];
    all.extend(verified.map(|reason| format!("listed for {reason}, from verification")));
    all.extend(["inside", "outside"].map(|side| format!("a special check {side} the cap")));
    all
}

/// What is seen in one answer to a case.
fn seen(case: &Case, answer: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let mut all = vec![
        format!("class {}", text(&answer["class"])),
        format!("credit_class {}", text(&answer["credit_class"])),
        format!("approach {}", text(&answer["inspection"]["approach"])),
    ];
    for reason in list(&answer["reasons"]) {
        all.push(format!("rule {}", text(&reason["rule"])));
        all.extend(list(&reason["evidence"]).iter().map(|fact| format!("evidence {}", text(&fact["kind"]))));
    }
    all.extend(list(&answer["key_case"]["rules"]).iter().map(|rule| format!("key case {}", text(rule))));
    all.extend(list(&answer["inspection"]["adjustments"]).iter().map(|name| format!("adjustment {}", text(name))));
    all.extend(list(&answer["forecast"]).iter().map(|change| format!("forecast {}", text(&change["class"]))));
    all.extend(list(&answer["measures"]).iter().map(|measure| format!("measure {}", text(&measure["id"]))));
    all.extend(list(&answer["warnings"]).iter().map(|warning| format!("warning {}", text(&warning["code"]))));
    for entry in list(&answer["repair"]) {
        for field in ["status", "track", "severity", "channel"] {
            all.push(format!("{field} {}", text(&entry[field])));
        }
        for condition in list(&entry["conditions"]) {
            all.push(format!("condition {} {}", text(&condition["id"]), condition["met"]));
        }
        let from = text(&entry["deadlines"]["from"]);
        if entry["target"]["kind"] == "abnormal_listing" {
            let index = entry["target"]["index"].as_u64().unwrap() as usize;
            let reason = case.enterprise.abnormal_listings[index].reason.code();
            all.push(format!("listed for {reason}, from {from}"));
        }
        all.push(format!("deadlines from {from}"));
    }
    let special = case.enterprise.inspections.iter().any(|check| {
        check.basis == InspectionBasis::Special
            && check.mode == InspectionMode::OnSite
            && check.authority_system == AuthoritySystem::MarketRegulation
            && check.on <= case.as_of
            && check.on.year() == case.as_of.year()
    });
    if special {
        let inside = case.numbers.cap_bases.contains(&InspectionBasis::Special);
        all.push(format!("a special check {} the cap", if inside { "inside" } else { "outside" }));
    }
    all
}

#[test]
fn everything_is_reached() {
    let mut unseen = vocabulary();
    let all = unseen.len();
    each(1_000, case(), |case| {
        if !unseen.is_empty() {
            for name in seen(&case, &answer(&case)) {
                unseen.remove(&name);
            }
        }
    });
    assert!(unseen.is_empty(), "{} of {all} were never seen: {unseen:?}", unseen.len());
}

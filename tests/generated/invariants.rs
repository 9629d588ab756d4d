//! What is true of every answer, whatever the facts.

use std::collections::BTreeSet;

use chrono::Datelike;
use proptest::prelude::*;
use serde_json::{Value, json};
use xinheng::builtin;
use xinheng::facts::{Date, EnterpriseStatus, Penalty, PenaltyKind, Procedure, check_credit_code};

use crate::draw::for_all;
use crate::facts::{Case, case, forecast_end};
use crate::oracle::{Oracle, day, known};
use crate::properties::answer;
use crate::workdays::Workdays;

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

fn items<'v>(value: &'v Value, field: &str) -> &'v [Value] {
    value[field].as_array().unwrap()
}

fn date(value: &Value) -> Date {
    day(value.as_str().unwrap())
}

fn is_in_order(found: &[&str], order: &[&str]) -> bool {
    let places: Vec<_> = found.iter().map(|name| order.iter().position(|known| known == name)).collect();
    places.iter().all(Option::is_some) && places.windows(2).all(|pair| pair[0] < pair[1])
}

/// Every `source` and `sources[…]`, with the part of the answer it belongs to as a warning names that.
fn cited(answer: &Value) -> Vec<(String, &Value)> {
    let mut all = Vec::new();
    for list in ["reasons", "repair", "measures"] {
        let entries = items(answer, list).iter().enumerate();
        all.extend(entries.map(|(place, entry)| (format!("{list}[{place}]"), &entry["source"])));
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

#[test]
fn warnings_are_those_of_the_contract() {
    let workdays = Workdays::read();
    for_all(600, case(), |case| {
        let answer = answer(&case);
        let warnings = items(&answer, "warnings");
        let of_facts = warnings.iter().filter(|warning| warning.get("path").is_some());
        let found: Vec<(&str, String)> = of_facts
            .map(|warning| (warning["code"].as_str().unwrap(), warning["path"].as_str().unwrap().to_owned()))
            .collect();
        let mut sorted = found.clone();
        sorted.sort();
        let mut expected = fact_warnings(&case, &answer, &Oracle { numbers: &case.numbers, workdays: &workdays });
        expected.sort();
        prop_assert_eq!(sorted, expected);
        // In the order of the request: its fields first, then list by list, item by item.
        let items_met: Vec<(usize, usize)> = found.iter().map(|(_, path)| place_of(path)).collect();
        prop_assert!(items_met.windows(2).all(|pair| pair[0] <= pair[1]), "{items_met:?}");

        let of_parts: Vec<Value> = warnings[found.len()..]
            .iter()
            .map(|warning| {
                let mut warning = warning.clone();
                warning.as_object_mut().unwrap().remove("message");
                warning
            })
            .collect();
        // A value of the request rests on no document; the cases written by hand have that.
        if case.numbers.overrides.is_empty() {
            prop_assert_eq!(of_parts, part_warnings(&case, &answer, &workdays));
        }
        Ok(())
    });
}

/// Where in the request a path leads: the field or list, and the item.
fn place_of(path: &str) -> (usize, usize) {
    const ORDER: [&str; 10] = [
        "uscc",
        "registered_on",
        "status",
        "penalties",
        "abnormal_listings",
        "serious_listings",
        "court_listings",
        "leads",
        "inspections",
        "commitments",
    ];
    let name = path.strip_prefix("enterprise.").unwrap();
    let (list, rest) = name.split_once('[').unwrap_or((name, "0]"));
    let index = rest.split_once(']').unwrap().0.parse().unwrap();
    (ORDER.iter().position(|known| *known == list).unwrap(), index)
}

/// What the facts themselves give rise to.
fn fact_warnings(case: &Case, answer: &Value, oracle: &Oracle) -> Vec<(&'static str, String)> {
    let (e, today) = (&case.enterprise, case.as_of);
    let known = known(e, today);
    let mut all = Vec::new();
    if check_credit_code(&e.uscc).is_err() {
        all.push(("uscc_invalid", "enterprise.uscc".to_owned()));
    }
    if e.status != EnterpriseStatus::Active {
        all.push(("revoked_or_deregistered", "enterprise.status".to_owned()));
    }
    let mut numbers = BTreeSet::new();
    for (index, penalty) in &known.penalties {
        let item = format!("enterprise.penalties[{index}]");
        let status = repair_status(answer, *index);
        let done = ["annulled", "repaired", "ended"].contains(&status);
        let run = oracle.run(penalty, &known, today);
        let has_fine = penalty.kinds.contains(PenaltyKind::Fine);
        let mut warn = |code, holds: bool| all.extend(holds.then(|| (code, item.clone())));
        let number = penalty.document_no.as_deref();
        warn("duplicate_document_no", number.is_some_and(|number| !numbers.insert(number)));
        warn("decided_before_registered", known.enterprise.registered_on.is_some_and(|on| penalty.decided_on < on));
        warn("published_before_decided", penalty.published_on.is_some_and(|on| on < penalty.decided_on));
        warn("publication_assumed", run.assumed.is_some() && !done && status != "not_published");
        warn("procedure_implausible", penalty.procedure == Procedure::Simple && !oracle.is_simple(penalty));
        warn("fine_missing", has_fine && penalty.fine.is_none());
        let small = ["automatic", "minor"].contains(&run.track) && !oracle.is_simple(penalty);
        warn("discretion_assumed", small && has_fine && penalty.discretion.is_none() && !done);
    }
    let mut future = |path: String, date: Option<Date>| {
        let ahead = date.is_some_and(|date| date > today);
        all.extend(ahead.then(|| ("future_fact_ignored", path)));
        ahead
    };
    future("enterprise.registered_on".to_owned(), e.registered_on);
    // An item ahead is named itself, of another one each date ahead.
    let mut item = |list: &str, index: usize, own: Option<Date>, dates: &[(&str, Option<Date>)]| {
        let item = format!("enterprise.{list}[{index}]");
        if !future(item.clone(), own) {
            for (name, date) in dates {
                future(format!("{item}.{name}"), *date);
            }
        }
    };
    for (index, p) in e.penalties.iter().enumerate() {
        let dates: &[(&str, Option<Date>)] = &[
            ("published_on", p.published_on),
            ("fulfilled_on", p.fulfilled_on),
            ("harm_eliminated_on", p.harm_eliminated_on),
            ("commitment_on", p.commitment_on),
            ("repaired_on", p.repaired_on),
            ("annulled_on", p.annulled_on),
        ];
        item("penalties", index, Some(p.decided_on), dates);
    }
    for (index, l) in e.abnormal_listings.iter().enumerate() {
        let dates =
            [("corrected_on", l.corrected_on), ("commitment_on", l.commitment_on), ("removed_on", l.removed_on)];
        item("abnormal_listings", index, Some(l.listed_on), &dates);
    }
    for (index, l) in e.serious_listings.iter().enumerate() {
        let dates = [
            ("fulfilled_on", l.fulfilled_on),
            ("harm_eliminated_on", l.harm_eliminated_on),
            ("commitment_on", l.commitment_on),
            ("removed_on", l.removed_on),
        ];
        item("serious_listings", index, Some(l.listed_on), &dates);
    }
    for (index, l) in e.court_listings.iter().enumerate() {
        item("court_listings", index, Some(l.listed_on), &[("removed_on", l.removed_on)]);
    }
    for (index, l) in e.leads.iter().enumerate() {
        item("leads", index, Some(l.received_on), &[("closed_on", l.closed_on)]);
    }
    for (index, inspection) in e.inspections.iter().enumerate() {
        item("inspections", index, Some(inspection.on), &[]);
    }
    for (index, c) in e.commitments.iter().enumerate() {
        let breach = c.made_on.and(c.breached_on);
        item("commitments", index, c.made_on.or(c.breached_on), &[("breached_on", breach)]);
    }
    all
}

fn repair_status(answer: &Value, penalty: usize) -> &str {
    let target = json!({"kind": "penalty", "index": penalty});
    items(answer, "repair").iter().find(|entry| entry["target"] == target).unwrap()["status"].as_str().unwrap()
}

/// The documents whose validity is limited, from `domain.md`: first and last day.
fn is_in_force(id: &str, today: Date) -> bool {
    let (from, until) = match id {
        "baotou-2024-40" => ("2024-05-28", "2026-05-28"),
        "samr-44" | "samr-45" => ("2021-09-01", "9999-12-31"),
        "samr-107" => ("2025-12-25", "9999-12-31"),
        "samr-repair-2021" => ("2021-09-01", "2025-12-24"),
        "ndrc-36" => ("2026-04-01", "9999-12-31"),
        "abnormal-2025" => ("2014-10-01", "9999-12-31"),
        "penalty-law-2021" => ("2021-07-15", "9999-12-31"),
        "food-grading-2016" => ("2016-12-01", "9999-12-31"),
        "spc-2017-7" => ("2017-05-01", "9999-12-31"),
        // Presets and defaults have no validity.
        _ => return true,
    };
    day(from) <= today && today <= day(until)
}

/// What the answer rests on that is not in force, and the years that it had to guess, in the order of the answer.
fn part_warnings(case: &Case, answer: &Value, workdays: &Workdays) -> Vec<Value> {
    let today = case.as_of;
    let mut all: Vec<Value> = Vec::new();
    let mut add = |code: &str, key: &str, value: Value, part: &str| {
        let Some(warning) = all.iter_mut().find(|warning| warning[key] == value) else {
            let mut warning = json!({"code": code, "affects": [part]});
            warning[key] = value;
            all.push(warning);
            return;
        };
        let affects = warning["affects"].as_array_mut().unwrap();
        if !affects.iter().any(|affected| affected == part) {
            affects.push(json!(part));
        }
    };
    let id = |source: &Value| source["id"].as_str().unwrap().to_owned();
    // Our own choices cite a document only to say after what they were made.
    let law = |source: &Value| if source["default"] == true { "default".to_owned() } else { id(source) };
    let mut parts: Vec<(String, String)> = Vec::new();
    parts.extend(cited(answer).into_iter().map(|(part, source)| (part, law(source))));
    // The due days of publication rest on the document that sets the days, which no source of theirs names.
    let disclosures = 0..items(answer, "disclosure").len();
    parts.extend(disclosures.map(|place| (format!("disclosure[{place}]"), "samr-45".to_owned())));
    parts.sort_by_key(|(part, _)| {
        let order = ["reasons", "inspection", "key_case", "repair", "disclosure", "measures"];
        order.iter().position(|name| part.starts_with(name))
    });
    for (place, (part, id)) in parts.iter().enumerate() {
        if !is_in_force(id, today) {
            add("source_not_in_force", "source", json!(id), part);
        }
        if parts.get(place + 1).is_none_or(|(next, _)| next != part) {
            for year in years_counted(case, answer, part).into_iter().filter(|year| !workdays.has(*year)) {
                add("calendar_missing", "year", json!(year), part);
            }
        }
    }
    all
}

/// The years in which an entry of repair or disclosure counted working days.
fn years_counted(case: &Case, answer: &Value, part: &str) -> BTreeSet<i32> {
    let mut years = BTreeSet::new();
    let mut count = |after: Date, until: Date| {
        years.extend(after.iter_days().skip(1).take_while(|on| *on <= until).map(|on| on.year()))
    };
    let Some((list, place)) = part.strip_suffix(']').and_then(|part| part.split_once('[')) else { return years };
    let entry = &answer[list][place.parse::<usize>().unwrap()];
    let published = |p: &Penalty| p.published_on.filter(|on| *on <= case.as_of);
    match list {
        "repair" => {
            if entry["target"]["kind"] == "penalty" && entry["channel"] == "gsxt" && entry.get("stops_on").is_some() {
                let penalty = &case.enterprise.penalties[entry["target"]["index"].as_u64().unwrap() as usize];
                if published(penalty).is_none() {
                    count(penalty.decided_on, due_on(case, answer, penalty));
                }
            }
            if let Some(deadlines) = entry["deadlines"].as_object() {
                let last = deadlines.iter().filter(|(key, _)| *key != "from").map(|(_, on)| date(on)).max().unwrap();
                count(case.as_of, last);
            }
        }
        "disclosure" => {
            let penalty = &case.enterprise.penalties[entry["index"].as_u64().unwrap() as usize];
            let dues = [date(&entry["gsxt_due_on"]), date(&entry["credit_china_due_on"])];
            let last = dues.into_iter().chain(published(penalty)).max().unwrap();
            count(penalty.decided_on, last);
        }
        _ => {}
    }
    years
}

/// The latest lawful day of publication: what the disclosure of the same penalty says.
fn due_on(case: &Case, answer: &Value, penalty: &Penalty) -> Date {
    let index = case.enterprise.penalties.iter().position(|other| std::ptr::eq(other, penalty)).unwrap();
    date(&items(answer, "disclosure").iter().find(|entry| entry["index"] == index).unwrap()["gsxt_due_on"])
}

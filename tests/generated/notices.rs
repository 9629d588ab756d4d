//! The warnings of an answer against the contract's plain reading.

use std::collections::BTreeSet;

use chrono::Datelike;
use proptest::prelude::*;
use serde_json::{Value, json};
use xinheng::facts::{Date, EnterpriseStatus, Penalty, PenaltyKind, Procedure, check_credit_code};

use crate::draw::for_all;
use crate::facts::{Case, case};
use crate::invariants::{cited, date, items};
use crate::oracle::{Oracle, day, known};
use crate::properties::answer;
use crate::workdays::Workdays;

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
        let items_met: Vec<(usize, usize)> = found.iter().map(|(_, path)| index_of(path)).collect();
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
fn index_of(path: &str) -> (usize, usize) {
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
        all.extend(ahead.then_some(("future_fact_ignored", path)));
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
    parts.extend(disclosures.map(|index| (format!("disclosure[{index}]"), "samr-45".to_owned())));
    parts.sort_by_key(|(part, _)| {
        let order = ["reasons", "inspection", "key_case", "repair", "disclosure", "measures"];
        order.iter().position(|name| part.starts_with(name))
    });
    for (index, (part, id)) in parts.iter().enumerate() {
        if !is_in_force(id, today) {
            add("source_not_in_force", "source", json!(id), part);
        }
        if parts.get(index + 1).is_none_or(|(next, _)| next != part) {
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
    let Some((list, index)) = part.strip_suffix(']').and_then(|part| part.split_once('[')) else { return years };
    let entry = &answer[list][index.parse::<usize>().unwrap()];
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

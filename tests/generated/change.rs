//! What may and may not change when the facts change.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value, json};
use xinheng::assess::Assessor;
use xinheng::builtin;
use xinheng::facts::{Date, Enterprise};
use xinheng::json;
use xinheng::pack::RepairStatus;
use xinheng::request::{Request, read};

use crate::draw::for_all;
use crate::facts::{Case, case, case_and_standing_penalty, case_with_forecast, forecast_end};
use crate::oracle::known;
use crate::properties::answer;

/// The request as the engine has read it.
fn request(case: &Case) -> Request {
    read(&json::parse(&case.request().to_string()).unwrap()).unwrap()
}

fn rank(answer: &Value, field: &str) -> usize {
    ["good", "general", "high_risk"].iter().position(|class| answer[field] == *class).unwrap()
}

/// The rules that hold, but for the risk grade, which is named only when it changes the class.
fn rules(answer: &Value) -> Vec<&str> {
    let reasons = answer["reasons"].as_array().unwrap().iter();
    reasons.map(|reason| reason["rule"].as_str().unwrap()).filter(|rule| *rule != "risk_grade").collect()
}

/// The one answer is as bad as the other or worse: in its classes, and no rule has ceased to hold.
fn not_better(worse: &Value, than: &Value) -> Result<(), TestCaseError> {
    for field in ["class", "credit_class"] {
        prop_assert!(rank(worse, field) >= rank(than, field), "{field}: {} after {}", worse[field], than[field]);
    }
    for rule in rules(than) {
        prop_assert!(rules(worse).contains(&rule), "{rule} no longer holds");
    }
    Ok(())
}

#[test]
fn another_standing_penalty_never_betters_the_class() {
    for_all(250, case_and_standing_penalty(), |(case, penalty, index)| {
        let before = answer(&case);
        let mut with = case.clone();
        let index = index.index(with.enterprise.penalties.len() + 1);
        with.enterprise.penalties.insert(index, penalty);
        let after = answer(&with);
        not_better(&after, &before)?;
        for rule in before["key_case"]["rules"].as_array().unwrap() {
            prop_assert!(
                after["key_case"]["rules"].as_array().unwrap().contains(rule),
                "{rule} is no longer a key case"
            );
        }
        Ok(())
    });
}

#[test]
fn a_repair_or_an_annulment_never_worsens_the_class() {
    let what = (case(), any::<prop::sample::Index>(), 0..2_u64, any::<bool>());
    for_all(250, what, |(case, which, days, annul)| {
        let on = Some(case.as_of.checked_sub_days(chrono::Days::new(days)).unwrap().max("1990-01-01".parse().unwrap()));
        let before = answer(&case);
        let mut with = case.clone();
        let e = &mut with.enterprise;
        // Every date that can end something.
        let mut ends: Vec<&mut Option<Date>> = Vec::new();
        ends.extend(e.penalties.iter_mut().map(|p| if annul { &mut p.annulled_on } else { &mut p.repaired_on }));
        ends.extend(e.abnormal_listings.iter_mut().map(|listing| &mut listing.removed_on));
        ends.extend(e.serious_listings.iter_mut().map(|listing| &mut listing.removed_on));
        ends.extend(e.court_listings.iter_mut().map(|listing| &mut listing.removed_on));
        if ends.is_empty() {
            return Ok(());
        }
        let which = which.index(ends.len());
        *ends[which] = on;
        not_better(&before, &answer(&with))
    });
}

#[test]
fn classifying_is_assessing_without_words() {
    // One assessor for all enterprises of a day, as a district has it: nothing may remain from one to the next.
    let day: Date = "2026-06-30".parse().unwrap();
    let mut kept = Assessor::new(builtin::pack(), builtin::calendar(), day);
    let kept = std::cell::RefCell::new(&mut kept);
    for_all(200, case(), |case| {
        let request = request(&case);
        let mut own = Assessor::new(&request.pack, builtin::calendar(), request.as_of);
        agree(&mut own, &request.enterprise)?;
        agree(&mut kept.borrow_mut(), &request.enterprise)
    });
}

fn agree(assessor: &mut Assessor, enterprise: &Enterprise) -> Result<(), TestCaseError> {
    let verdict = assessor.classify(enterprise);
    let assessment = assessor.assess(enterprise, false);
    prop_assert_eq!(verdict.class, assessment.class);
    prop_assert_eq!(verdict.credit_class, assessment.credit_class);
    let all = &builtin::pack().rules;
    let holding: Vec<&str> = verdict.rules.iter().map(|index| all[index].id.as_str()).collect();
    let reasons: Vec<&str> =
        assessment.reasons.iter().map(|r| r.rule.as_str()).filter(|r| *r != "risk_grade").collect();
    prop_assert_eq!(holding, reasons);
    Ok(())
}

#[test]
fn an_outline_is_the_assessment_without_words() {
    for_all(300, case(), |case| {
        let request = request(&case);
        let pack = &request.pack;
        let mut assessor = Assessor::new(pack, builtin::calendar(), request.as_of);
        let outline = assessor.outline(&request.enterprise);
        let assessment = assessor.assess(&request.enterprise, false);
        prop_assert_eq!(outline.verdict, assessor.classify(&request.enterprise));
        let key_case: Vec<&str> = outline.key_case.iter().map(|index| pack.key_case.rules[index].id.as_str()).collect();
        prop_assert_eq!(key_case, assessment.key_case.rules);
        let (lean, plan) = (outline.inspection, &assessment.inspection);
        prop_assert_eq!((lean.approach, lean.triggered), (plan.approach, plan.triggered));
        prop_assert_eq!((lean.annual_cap, lean.used, lean.remaining), (plan.annual_cap, plan.used, plan.remaining));
        prop_assert_eq!((lean.next_due_on, lean.overdue), (plan.next_due_on, plan.overdue));
        let existing = request.enterprise.penalties.iter().filter(|penalty| penalty.decided_on <= request.as_of);
        prop_assert_eq!(outline.penalties, existing.count());
        let repairs = &assessment.repair;
        prop_assert_eq!(outline.repair.statuses, repairs.iter().map(|repair| repair.status).collect());
        let waiting = repairs.iter().filter(|repair| repair.status == RepairStatus::NotYet);
        prop_assert_eq!(outline.repair.next_on, waiting.filter_map(|repair| repair.earliest_on).min());
        let unmet: BTreeSet<&str> =
            outline.repair.unmet.iter().map(|index| pack.conditions[index].id.as_str()).collect();
        let lacking = repairs.iter().flat_map(|repair| repair.conditions.iter().flatten());
        let lacking = lacking.filter(|condition| !condition.met).map(|condition| condition.id.as_str());
        prop_assert_eq!(unmet, lacking.collect());
        prop_assert_eq!(assessor.reasons(&request.enterprise), assessment.reasons);
        prop_assert_eq!(assessor.disclosures(&request.enterprise), assessment.disclosure);
        prop_assert_eq!(assessor.forecast_of(&request.enterprise, assessment.class), assessment.forecast);
        Ok(())
    });
}

#[test]
fn the_forecast_is_the_class_judged_day_by_day() {
    for (cases, years) in [(40, 1), (20, 2), (6, 5)] {
        for_all(cases, case_with_forecast(years), |case| {
            let request = request(&case);
            let judge = |enterprise: &Enterprise, day: Date| {
                Assessor::new(&request.pack, builtin::calendar(), day).classify(enterprise).class
            };
            let taken_out = known(&case.enterprise, case.as_of).record(case.as_of);
            let mut class = judge(&case.enterprise, case.as_of);
            prop_assert_eq!(class, judge(&taken_out, case.as_of));
            let mut expected = Vec::new();
            for day in case.as_of.iter_days().skip(1).take_while(|day| *day <= forecast_end(&case)) {
                let next = judge(&taken_out, day);
                if next != class {
                    expected.push((day, next));
                    class = next;
                }
            }
            let assessment =
                Assessor::new(&request.pack, builtin::calendar(), case.as_of).assess(&request.enterprise, false);
            let forecast: Vec<_> = assessment.forecast.iter().map(|change| (change.on, change.class)).collect();
            prop_assert_eq!(forecast, expected);
            Ok(())
        });
    }
}

/// The lists of a request by their names there and in an answer.
const LISTS: [(&str, &str); 7] = [
    ("penalties", "penalty"),
    ("abnormal_listings", "abnormal_listing"),
    ("serious_listings", "serious_listing"),
    ("court_listings", "court_listing"),
    ("leads", "lead"),
    ("inspections", "inspection"),
    ("commitments", "commitment"),
];

/// An order of so many items, drawn by a seed: at each place the place before.
fn order(seed: u64, length: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    order.sort_by_key(|index| seed.wrapping_mul(*index as u64 * 2 + 3).rotate_left(29).wrapping_mul(seed | 1));
    order
}

/// An answer with the places of facts brought back to what they were, and whatever lists facts in the order of the
/// request brought into one order.
fn unplaced(answer: &Value, back: &dyn Fn(&str, usize) -> usize) -> Value {
    let mut answer = answer.clone();
    bring_back(&mut answer, back);
    let number = |value: &Value| value.as_u64().unwrap() as usize;
    for index in answer["inspection"]["triggers"].as_array_mut().unwrap() {
        *index = json!(back("lead", number(index)));
    }
    for entry in answer["disclosure"].as_array_mut().unwrap() {
        entry["index"] = json!(back("penalty", number(&entry["index"])));
    }
    for rule in answer["trace"].as_array_mut().unwrap() {
        let fact = rule["fact"].as_str().unwrap().to_owned();
        for index in rule["counted"].as_array_mut().unwrap() {
            *index = json!(back(&fact, number(index)));
        }
    }
    // A warning names parts of the answer by their indices there, which have moved with the facts.
    let parts: Vec<(String, String)> = [("repair", "target"), ("disclosure", "index")]
        .into_iter()
        .flat_map(|(list, key)| {
            let entries = answer[list].as_array().unwrap().iter().enumerate();
            entries.map(move |(index, entry)| (format!("{list}[{index}]"), format!("{list} of {}", entry[key])))
        })
        .collect();
    for warning in answer["warnings"].as_array_mut().unwrap() {
        if let Some(path) = warning["path"].as_str() {
            // Which of two equal numbers is the later one depends on the order: only how many there are does not.
            let moved = if warning["code"] == "duplicate_document_no" { String::new() } else { path_back(path, back) };
            warning["path"] = json!(moved);
        }
        for affected in warning["affects"].as_array_mut().into_iter().flatten() {
            if let Some((_, part)) = parts.iter().find(|(path, _)| affected == path) {
                *affected = json!(part);
            }
        }
    }
    sort(&mut answer);
    answer
}

/// Brings back every `{kind, index}`.
fn bring_back(value: &mut Value, back: &dyn Fn(&str, usize) -> usize) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| bring_back(item, back)),
        Value::Object(fields) => {
            if let (Some(Value::String(kind)), Some(index)) = (fields.get("kind"), fields.get("index")) {
                let index = back(kind, index.as_u64().unwrap() as usize);
                fields.insert("index".to_owned(), json!(index));
            }
            fields.values_mut().for_each(|field| bring_back(field, back));
        }
        _ => {}
    }
}

/// `enterprise.penalties[2].repaired_on` with its place brought back.
fn path_back(path: &str, back: &dyn Fn(&str, usize) -> usize) -> String {
    let Some((list, rest)) = path.strip_prefix("enterprise.").and_then(|path| path.split_once('[')) else {
        return path.to_owned();
    };
    let (index, field) = rest.split_once(']').unwrap();
    let (_, kind) = LISTS.iter().find(|(name, _)| *name == list).unwrap();
    format!("enterprise.{list}[{}]{field}", back(kind, index.parse().unwrap()))
}

/// Sorts every list but the reasons and the forecast by the text of its items.
fn sort(value: &mut Value) {
    match value {
        Value::Array(items) => {
            items.iter_mut().for_each(sort);
            items.sort_by_key(Value::to_string);
        }
        Value::Object(fields) => {
            for (name, field) in fields.iter_mut() {
                match field {
                    Value::Array(items) if name == "reasons" || name == "forecast" => items.iter_mut().for_each(sort),
                    _ => sort(field),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn the_order_of_facts_changes_nothing_but_indices() {
    for_all(250, (case(), any::<u64>()), |(case, seed)| {
        let mut request = case.request();
        request["trace"] = json!(true);
        let mut moved = request.clone();
        for (list, _) in LISTS {
            if let Some(items) = moved["enterprise"].get_mut(list).and_then(Value::as_array_mut) {
                *items = order(seed, items.len()).into_iter().map(|index| items[index].clone()).collect();
            }
        }
        let length = |kind: &str| {
            let (list, _) = LISTS.iter().find(|(_, name)| *name == kind).unwrap();
            request["enterprise"][list].as_array().map_or(0, Vec::len)
        };
        let answer = |request: &Value| -> Value {
            serde_json::from_str(&xinheng::request::answer_text(&request.to_string())).unwrap()
        };
        let before = unplaced(&answer(&request), &|_, index| index);
        let after = unplaced(&answer(&moved), &|kind, index| order(seed, length(kind))[index]);
        prop_assert_eq!(before, after);
        Ok(())
    });
}

//! Requests that are anything but right: whatever parses gets an assessment or errors, in words, and no panic.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value as Answer;
use xinheng::builtin;
use xinheng::facts::Term;
use xinheng::json::{Value, parse};
use xinheng::request::{ProblemCode, answer_text};

use crate::draw::{each, for_all};
use crate::facts::case;

/// The text of a value; unlike the canonical one it keeps the order of keys.
fn text(value: &Value) -> String {
    let string = |string: &str| serde_json::to_string(string).unwrap();
    match value {
        Value::Array(items) => format!("[{}]", items.iter().map(text).collect::<Vec<_>>().join(",")),
        Value::Object(fields) => {
            let fields = fields.iter().map(|(key, value)| format!("{}:{}", string(key), text(value)));
            format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
        }
        Value::String(content) => string(content),
        Value::Number(digits) => digits.clone(),
        Value::Bool(value) => value.to_string(),
        Value::Null => "null".to_owned(),
    }
}

fn number() -> impl Strategy<Value = Value> {
    let odd = [
        "0",
        "-0",
        "1",
        "-1",
        "2",
        "3",
        "12",
        "366",
        "8.0",
        "6e4",
        "1e400",
        "-1e400",
        "1e-400",
        "0.001",
        "1e99999999999",
        "50000.005",
        "1000000000000",
        "1000000000000.01",
        "4294967295",
        "4294967296",
        "18446744073709551616",
        "0.1e1",
        "123456789012345678901234567890",
    ];
    select(odd.to_vec()).prop_map(|text| Value::Number(text.to_owned()))
}

fn string() -> impl Strategy<Value = Value> {
    let odd = [
        "",
        " ",
        "\u{3000}",
        "2026-11-21",
        "2026-02-29",
        "1949-10-01",
        "2200-01-01",
        "2026-1-1",
        "２０２６-11-21",
        "9999-12-31",
        "0000-00-00",
        "all",
        "food",
        "D",
        "fine",
        "closure",
        "market_regulation",
        "baotou-2024",
        "$fine.minor",
        "$nothing",
        "{count}",
        "{",
        "\u{0}",
        "\u{202e}文",
        "<script>",
        "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一",
        "$serde_json::private::Number",
    ];
    prop_oneof![4 => select(odd.to_vec()).prop_map(str::to_owned), 1 => any::<String>()].prop_map(Value::String)
}

/// Any JSON, mostly small.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::Bool),
        3 => number(),
        3 => string(),
    ];
    let nested = leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            proptest::collection::vec((key(), inner), 0..4).prop_map(Value::Object),
        ]
    });
    prop_oneof![
        20 => nested,
        1 => (1..200_usize).prop_map(|depth| (0..depth).fold(Value::Null, |inner, _| Value::Array(vec![inner]))),
    ]
}

fn key() -> impl Strategy<Value = String> {
    let known = [
        "as_of",
        "pack",
        "parameters",
        "enterprise",
        "trace",
        "penalties",
        "kinds",
        "id",
        "value",
        "values",
        "from",
        "until",
        "source",
        "where",
        "within",
        "is",
        "$serde_json::private::Number",
        "",
        "no such key",
    ];
    select(known.to_vec()).prop_map(str::to_owned)
}

/// One thing done to one place of a value.
#[derive(Clone, Debug)]
enum Blow {
    Replace(Value),
    Remove,
    Twice,
    Swap(Index),
    Rename(String),
    /// What stands elsewhere in the same value, so that it is often of the right type.
    Copy(Index),
}

fn blow() -> impl Strategy<Value = Blow> {
    prop_oneof![
        5 => any_json().prop_map(Blow::Replace),
        2 => Just(Blow::Remove),
        1 => Just(Blow::Twice),
        2 => any::<Index>().prop_map(Blow::Swap),
        2 => key().prop_map(Blow::Rename),
        4 => any::<Index>().prop_map(Blow::Copy),
    ]
}

/// How many values there are within a value, itself included.
fn size(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(size).sum(),
        Value::Object(fields) => fields.iter().map(|(_, value)| size(value)).sum(),
        _ => 0,
    }
}

/// The value at a place, counted depth first.
fn at(value: &Value, mut index: usize) -> &Value {
    if index == 0 {
        return value;
    }
    index -= 1;
    let inner: Vec<&Value> = match value {
        Value::Array(items) => items.iter().collect(),
        Value::Object(fields) => fields.iter().map(|(_, value)| value).collect(),
        _ => Vec::new(),
    };
    for inner in inner {
        if index < size(inner) {
            return at(inner, index);
        }
        index -= size(inner);
    }
    unreachable!("a place beyond the value")
}

/// Strikes at a place below the value itself.
fn strike(value: &mut Value, mut index: usize, blow: &Blow, whole: &Value) {
    let length = match value {
        Value::Array(items) => items.len(),
        Value::Object(fields) => fields.len(),
        _ => 0,
    };
    for child in 0..length {
        let inner = match value {
            Value::Array(items) => &mut items[child],
            Value::Object(fields) => &mut fields[child].1,
            _ => unreachable!(),
        };
        if index > 0 && index < size(inner) {
            return strike(inner, index, blow, whole);
        }
        if index > 0 {
            index -= size(inner);
            continue;
        }
        match blow {
            Blow::Replace(other) => *inner = other.clone(),
            Blow::Copy(from) => *inner = at(whole, from.index(size(whole))).clone(),
            _ => match value {
                Value::Array(items) => match blow {
                    Blow::Remove => drop(items.remove(child)),
                    Blow::Swap(with) => items.swap(child, with.index(length)),
                    _ => items.insert(child, items[child].clone()),
                },
                Value::Object(fields) => match blow {
                    Blow::Remove => drop(fields.remove(child)),
                    Blow::Swap(with) => fields.swap(child, with.index(length)),
                    Blow::Rename(name) => fields[child].0.clone_from(name),
                    _ => fields.insert(child, fields[child].clone()),
                },
                _ => unreachable!(),
            },
        }
        return;
    }
}

fn struck(mut value: Value, blows: Vec<(Index, Blow)>) -> Value {
    for (index, blow) in blows {
        let whole = value.clone();
        if size(&whole) > 1 {
            strike(&mut value, index.index(size(&whole) - 1), &blow, &whole);
        }
    }
    value
}

fn blows(most: usize) -> impl Strategy<Value = Vec<(Index, Blow)>> {
    proptest::collection::vec((any::<Index>(), blow()), 1..=most)
}

fn with(request: Value, key: &str, value: Value) -> Value {
    let Value::Object(mut fields) = request else { unreachable!() };
    fields.retain(|(name, _)| name != key);
    fields.push((key.to_owned(), value));
    Value::Object(fields)
}

fn good_request() -> impl Strategy<Value = Value> {
    case().prop_map(|case| parse(&case.request().to_string()).unwrap())
}

/// Values for every parameter, some of them fitting.
fn parameters() -> impl Strategy<Value = Value> {
    let names: Vec<String> = builtin::pack().parameters.iter().map(|parameter| parameter.id.clone()).collect();
    let name = prop_oneof![20 => select(names), 1 => key()];
    let given = builtin::form().get("parameters").unwrap().clone();
    // What another parameter has, or what this one has, struck: most of the checks are of the right shape then.
    let of_pack = (any::<Index>(), blows(2)).prop_map(move |(index, blows)| {
        let index = index.index(size(&given));
        struck(Value::Array(vec![at(&given, index).clone()]), blows)
    });
    let of_pack = of_pack.prop_map(|value| match value {
        Value::Array(items) => items.into_iter().next().unwrap_or(Value::Null),
        other => other,
    });
    let value = prop_oneof![2 => any_json(), 2 => of_pack, 1 => number()];
    proptest::collection::vec((name, value), 0..4).prop_map(Value::Object)
}

/// The built-in pack, struck a few times, as a pack of the request's own.
fn struck_pack() -> impl Strategy<Value = Value> {
    blows(3).prop_map(|blows| struck(builtin::form().clone(), blows))
}

/// A penalty with one odd amount, day or list.
fn odd_penalty() -> impl Strategy<Value = Value> {
    let field =
        select(vec!["fine_yuan", "confiscated_yuan", "decided_on", "published_on", "restriction_ends_on", "kinds"]);
    (field, prop_oneof![number(), string(), any_json()]).prop_map(|(field, value)| {
        let text = r#"{"as_of": "2026-11-21", "enterprise": {"uscc": "91150203MAE0YWCM6D", "name": "示例"}}"#;
        let penalty = parse(r#"{"decided_on": "2025-03-02", "kinds": ["fine"]}"#).unwrap();
        let penalties = Value::Array(vec![with(penalty, field, value)]);
        let request = parse(text).unwrap();
        let enterprise = with(request.get("enterprise").unwrap().clone(), "penalties", penalties);
        with(request, "enterprise", enterprise)
    })
}

fn bad_request() -> impl Strategy<Value = String> {
    let struck_request = (good_request(), blows(4)).prop_map(|(request, blows)| struck(request, blows));
    let own_parameters = (good_request(), parameters()).prop_map(|(request, value)| with(request, "parameters", value));
    let own_pack = (good_request(), any_json()).prop_map(|(request, value)| with(request, "pack", value));
    prop_oneof![
        4 => struck_request.prop_map(|value| text(&value)),
        3 => own_parameters.prop_map(|value| text(&value)),
        1 => own_pack.prop_map(|value| text(&value)),
        2 => odd_penalty().prop_map(|value| text(&value)),
        1 => any_json().prop_map(|value| text(&value)),
        1 => (good_request(), any::<Index>()).prop_map(|(value, cut)| {
            let text = text(&value);
            text.chars().take(cut.index(text.chars().count())).collect()
        }),
        1 => any::<String>(),
    ]
}

/// The answer, which must be an assessment or errors, each with its words.
fn checked(request: &str) -> Result<Answer, TestCaseError> {
    let answer: Answer = serde_json::from_str(&answer_text(request))
        .map_err(|error| TestCaseError::fail(format!("{error} in the answer to {request}")))?;
    match answer["errors"].as_array() {
        None => prop_assert!(answer["class"].is_string(), "neither class nor errors for {request}"),
        Some(errors) => {
            prop_assert!(!errors.is_empty() && answer.get("class").is_none(), "{request}");
            let mut paths = BTreeSet::new();
            for error in errors {
                prop_assert!(ProblemCode::from_code(error["code"].as_str().unwrap()).is_some());
                prop_assert!(!error["message"]["zh"].as_str().unwrap().is_empty());
                prop_assert!(!error["message"]["en"].as_str().unwrap().is_empty());
                prop_assert!(paths.insert(error["path"].as_str().unwrap()), "two codes for {}", error["path"]);
            }
        }
    }
    Ok(answer)
}

#[test]
fn whatever_parses_is_answered() {
    for_all(500, bad_request(), |request| checked(&request).map(drop));
}

#[test]
fn whatever_pack_is_given_is_answered() {
    for_all(120, (good_request(), struck_pack(), parameters(), any::<bool>()), |(request, pack, parameters, set)| {
        let request = with(request, "pack", pack);
        let request = if set { with(request, "parameters", parameters) } else { request };
        checked(&text(&request)).map(drop)
    });
}

#[test]
fn a_pack_that_is_a_little_other_is_often_accepted() {
    // Else the property above would only ever see the checks of packs.
    let mut accepted = 0;
    let mut all = 0;
    each(60, (good_request(), blows(1)), |(request, blows)| {
        all += 1;
        let pack = struck(builtin::form().clone(), blows);
        let answer: Answer = serde_json::from_str(&answer_text(&text(&with(request, "pack", pack)))).unwrap();
        accepted += usize::from(answer.get("class").is_some());
    });
    assert!(accepted * 10 >= all, "only {accepted} of {all} packs were accepted");
}

#[test]
fn every_problem_is_met() {
    // Only figures can be too small, and the built-in pack has none.
    let codes = ProblemCode::ALL.iter().filter(|code| **code != ProblemCode::TooSmall);
    let mut missing: BTreeSet<&str> = codes.map(|code| code.code()).collect();
    each(1_500, bad_request(), |request| {
        if missing.is_empty() {
            return;
        }
        let answer: Answer = serde_json::from_str(&answer_text(&request)).unwrap();
        for error in answer["errors"].as_array().into_iter().flatten() {
            missing.remove(error["code"].as_str().unwrap());
        }
    });
    assert!(missing.is_empty(), "no request had {missing:?}");
}

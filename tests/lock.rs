//! The lock of the pack: every rule and value is paired with its source and the day someone checked it.
//!
//! A piece of the pack that is changed or added needs a new entry. Whoever has compared the piece with the document
//! writes it by `CHECKED_ON=2026-11-21 AGAINST=text cargo test --test lock`; `AGAINST` says with what it was compared:
//! `text` of the document, `part` of that text, `digest` of it by somebody who read it, or `choice` for what is our own.
//! `TEXT` says which text that was, where it was another than the document itself: the address at which it was read.
#![cfg(not(target_arch = "wasm32"))]

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use xinheng::builtin;
use xinheng::calendar::parse_day;
use xinheng::json::{Value, canonical};

const LOCK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/packs/baotou-2024.lock");

const HEAD: &str = "\
# Each rule and value of baotou-2024.toml by the hash of its canonical JSON, the source that it cites, the day on which
# someone compared it with that source, and with what: the text of the document, a part of it, a digest of it by somebody
# who read it, or nothing but our own choice; `text` is where that was read. tests/lock.rs says how an entry is written.
";

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
struct Entry {
    piece: String,
    hash: String,
    source: String,
    checked_on: String,
    against: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    text: String,
}

#[derive(Deserialize, Serialize)]
struct Lock {
    entry: Vec<Entry>,
}

/// What can be checked by itself: a name and its form.
fn pieces() -> Vec<(String, Value)> {
    let form = builtin::form();
    let mut pieces = Vec::new();
    let fields = |key: &str| match form.get(key) {
        Some(Value::Object(fields)) => fields.clone(),
        other => panic!("{key} is no table: {other:?}"),
    };
    let items = |value: Option<&Value>| match value {
        Some(Value::Array(items)) => items.clone(),
        other => panic!("no list: {other:?}"),
    };
    for key in ["sources", "units", "definitions", "channels", "conditions"] {
        pieces.extend(fields(key).into_iter().map(|(name, value)| (format!("{key}.{name}"), value)));
    }
    for preset in items(form.get("presets")) {
        let Some(Value::String(id)) = preset.get("id").cloned() else { panic!("a preset without id") };
        pieces.push((format!("presets.{id}"), preset));
    }
    for (name, parameter) in fields("parameters") {
        for (index, value) in items(parameter.get("values")).into_iter().enumerate() {
            pieces.push((format!("parameters.{name}[{index}]"), value));
        }
    }
    for key in ["classes", "rules", "measures"] {
        for rule in items(form.get(key)) {
            let Some(Value::String(id)) = rule.get("id").cloned() else { panic!("a rule without id") };
            pieces.push((format!("{key}.{id}"), rule));
        }
    }
    for rule in items(form.get("key_case").and_then(|key_case| key_case.get("rules"))) {
        let Some(Value::String(id)) = rule.get("id").cloned() else { panic!("a rule without id") };
        pieces.push((format!("key_case.{id}"), rule));
    }
    for key in ["risk_grade", "inspection", "listings"] {
        pieces.push((key.to_owned(), form.get(key).unwrap().clone()));
    }
    pieces.push(("materials.papers".to_owned(), form.get("materials").unwrap().get("papers").unwrap().clone()));
    pieces
}

/// The sources that a piece cites, in the order in which they stand in it.
fn sources(piece: &Value, found: &mut Vec<String>) {
    match piece {
        Value::Object(fields) => {
            let text = |key: &str| match piece.get(key) {
                Some(Value::String(text)) => Some(text.clone()),
                _ => None,
            };
            if let Some(id) = text("id").filter(|id| builtin::pack().source(id).is_some()) {
                let cited = text("article").map_or(id.clone(), |article| format!("{id} {article}"));
                if !found.contains(&cited) {
                    found.push(cited);
                }
            }
            fields.iter().for_each(|(_, value)| sources(value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| sources(value, found)),
        _ => {}
    }
}

fn entries_as_they_should_be() -> Vec<Entry> {
    let checked_on = std::env::var("CHECKED_ON").unwrap_or_default();
    let against = std::env::var("AGAINST").unwrap_or_default();
    let text = std::env::var("TEXT").unwrap_or_default();
    pieces()
        .into_iter()
        .map(|(piece, form)| {
            let hash = Sha256::digest(canonical(&form));
            let mut cited = Vec::new();
            sources(&form, &mut cited);
            if let Some(id) = piece.strip_prefix("sources.") {
                cited = vec![id.to_owned()];
            }
            Entry {
                piece,
                hash: hash.iter().map(|byte| format!("{byte:02x}")).collect(),
                source: cited.join(", "),
                checked_on: checked_on.clone(),
                against: against.clone(),
                text: text.clone(),
            }
        })
        .collect()
}

#[test]
fn every_rule_and_value_was_checked_against_its_source() {
    let locked = std::fs::read_to_string(LOCK).unwrap_or_default();
    let locked: Vec<Entry> = toml::from_str::<Lock>(&locked).map(|lock| lock.entry).unwrap_or_default();
    let is_same = |entry: &Entry, other: &Entry| {
        (&entry.piece, &entry.hash, &entry.source) == (&other.piece, &other.hash, &other.source)
    };
    let wanted = entries_as_they_should_be();
    if std::env::var_os("CHECKED_ON").is_some() {
        let kept = |entry: Entry| locked.iter().find(|old| is_same(old, &entry)).cloned().unwrap_or(entry);
        let lock = Lock { entry: wanted.into_iter().map(kept).collect() };
        std::fs::write(LOCK, format!("{HEAD}\n{}", toml::to_string(&lock).unwrap())).unwrap();
        return;
    }
    let unchecked: Vec<_> =
        wanted.iter().filter(|entry| !locked.iter().any(|old| is_same(old, entry))).map(|entry| &entry.piece).collect();
    assert!(unchecked.is_empty(), "changed, and not checked since: {unchecked:#?}");
    let gone: Vec<_> =
        locked.iter().filter(|old| !wanted.iter().any(|entry| is_same(old, entry))).map(|old| &old.piece).collect();
    assert!(gone.is_empty(), "no longer in the pack: {gone:#?}");
    for entry in locked {
        assert!(parse_day(&entry.checked_on).is_some(), "{} has no day of checking", entry.piece);
        assert!(
            ["text", "part", "digest", "choice"].contains(&entry.against.as_str()),
            "{}: {}",
            entry.piece,
            entry.against
        );
    }
}

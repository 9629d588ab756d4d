//! The texts of the help: the same in both languages, resting on documents that the rules know, with an entry for all
//! that leads there.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;
use xinheng::builtin;

const LANGUAGES: [&str; 2] = ["zh", "en"];

fn file(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn parts(language: &str) -> Vec<Value> {
    let help: Value = serde_json::from_str(&file(&format!("www/help/{language}.json"))).unwrap();
    help["parts"].as_array().unwrap().clone()
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value.get(key).map_or(&[], |list| list.as_array().unwrap())
}

fn terms(parts: &[Value]) -> Vec<&Value> {
    parts.iter().flat_map(|part| list(part, "terms")).collect()
}

/// The id of every part and every term, in order.
fn ids(parts: &[Value]) -> Vec<&str> {
    parts.iter().chain(terms(parts)).map(|entry| entry["id"].as_str().unwrap()).collect()
}

#[test]
fn both_languages_have_the_same_parts_terms_and_documents() {
    let [chinese, english] = LANGUAGES.map(parts);
    assert_eq!(ids(&chinese), ids(&english));
    for (here, there) in chinese.iter().zip(&english) {
        for key in ["text", "steps", "items"] {
            assert_eq!(list(here, key).len(), list(there, key).len(), "{key} of {}", here["id"]);
        }
    }
    for (here, there) in terms(&chinese).into_iter().zip(terms(&english)) {
        assert_eq!(here.get("sources"), there.get("sources"), "{}", here["id"]);
    }
}

#[test]
fn every_entry_has_an_id_of_its_own_that_an_address_can_hold() {
    for language in LANGUAGES {
        let parts = parts(language);
        let ids = ids(&parts);
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
        for id in ids {
            assert!(id.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-'), "{id}");
        }
        for term in terms(&parts) {
            for key in ["term", "text"] {
                assert!(!term[key].as_str().unwrap().is_empty(), "{key} of {}", term["id"]);
            }
        }
    }
}

#[test]
fn every_document_is_one_of_the_rules_and_every_article_a_number_or_a_range() {
    let mut named = 0;
    for term in terms(&parts("zh")) {
        for cited in list(term, "sources") {
            let cited: Vec<&str> = cited.as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect();
            let [id, rest @ ..] = cited.as_slice() else { panic!("{term}") };
            assert!(builtin::pack().source(id).is_some(), "{id} in {}", term["id"]);
            let is_number = |text: &str| text.parse::<u16>().is_ok_and(|number| number > 0);
            match rest {
                [] => {}
                [article] => assert!(article.split('-').all(is_number), "{article} in {}", term["id"]),
                _ => panic!("{term}"),
            }
            named += 1;
        }
    }
    assert!(named > 50, "{named}");
}

#[test]
fn every_section_of_the_answer_has_an_entry() {
    let parts = parts("zh");
    let ids = ids(&parts);
    let mut paths = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/app/pages/enterprise")];
    let mut sections = Vec::new();
    while let Some(path) = paths.pop() {
        if path.is_dir() {
            paths.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let text = fs::read_to_string(path).unwrap();
        let named = text.split("section(view, \"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned());
        sections.extend(named);
    }
    assert!(sections.iter().any(|section| section == "why"), "{sections:?}");
    sections.retain(|section| !ids.contains(&section.as_str()));
    assert!(sections.is_empty(), "without an entry in the help: {sections:?}");
}

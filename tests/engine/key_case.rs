//! What an answer tells of a key case besides its JSON: the facts behind each of its rules, and on whose number it rests.

use serde_json::{Value, json};
use xinheng::assess::{Assessor, KeyCase, RuleSet};
use xinheng::builtin;
use xinheng::pack::MOST_RULES;

use crate::fine;

/// The key case of an enterprise with these penalties, with some parameters set.
fn key_case(penalties: &[Value], parameters: &Value) -> KeyCase {
    let enterprise = json!({"uscc": "91350100M000100Y43", "name": "示例商贸有限公司", "penalties": penalties});
    let request = json!({"as_of": "2026-03-01", "parameters": parameters, "enterprise": enterprise});
    let request = xinheng::request::read(&xinheng::json::parse(&request.to_string()).unwrap()).unwrap();
    let mut assessor = Assessor::new(&request.pack, builtin::calendar(), request.as_of);
    assessor.assess(&request.enterprise, false).key_case
}

#[test]
fn each_rule_of_a_key_case_names_its_penalties() {
    let light = fine(json!({"category": "未明码标价"}));
    let heavy = fine(json!({"discretion": "aggravated", "category": "虚假宣传"}));
    let found = key_case(&[light.clone(), heavy.clone()], &json!({}));
    assert_eq!(found.rules, ["heavy_penalty"]);
    let indices = |found: &KeyCase| -> Vec<Vec<Option<usize>>> {
        found.evidence.iter().map(|facts| facts.iter().map(|fact| fact.index).collect()).collect()
    };
    assert_eq!(indices(&found), [[Some(1)]]);
    let both = key_case(&[heavy, light.clone(), light], &json!({"ten_penalties.count": 3}));
    assert_eq!(both.rules, ["ten_penalties", "heavy_penalty"]);
    assert_eq!(indices(&both), [vec![Some(0), Some(1), Some(2)], vec![Some(0)]]);
}

#[test]
fn an_article_that_is_cited_once_tells_our_choice_and_a_changed_number() {
    let heavy = fine(json!({"discretion": "aggravated", "category": "虚假宣传"}));
    let found = key_case(&[heavy.clone(), heavy.clone(), heavy], &json!({"ten_penalties.count": 3}));
    assert_eq!(found.rules, ["ten_penalties", "heavy_penalty", "repeat_offence"]);
    let told: Vec<_> = found.sources.iter().map(|source| (source.default, source.changed)).collect();
    // The article by itself, for heavier penalties; and once for what the document does not say.
    assert_eq!(told, [(true, true), (false, false)]);
}

#[test]
fn a_set_of_rules_holds_no_index_that_no_pack_has() {
    let set: RuleSet = [0, MOST_RULES - 1, MOST_RULES, MOST_RULES + 1].into_iter().collect();
    assert_eq!(set.iter().collect::<Vec<_>>(), [0, MOST_RULES - 1]);
    assert!(set.contains(MOST_RULES - 1) && !set.contains(MOST_RULES), "no place beyond the last");
}

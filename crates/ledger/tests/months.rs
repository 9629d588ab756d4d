//! What a person changed stands over the files of other months, once, until they say the same or something of their own.

use facts::Enterprise;
use facts::json::{Value, parse};
use ledger::{Content, Entry, Moment, Why, changes, lay_over};
use request::{enterprise_json, read_record};

const SHOP: &str = "91350100M000100Y43";

fn enterprise(facts: &str) -> Enterprise {
    let text = format!(r#"{{"uscc": "{SHOP}", "name": "示例有限公司", {facts}}}"#);
    read_record(&parse(&text).unwrap()).unwrap().enterprise
}

/// The entries that a person's changes make.
fn entries(official: &Enterprise, by_hand: &Enterprise) -> Vec<Entry> {
    let at = Moment::parse("2026-11-30T08:31:00Z").unwrap();
    let changes = changes(official, by_hand).into_iter();
    changes.map(|change| Entry::new(SHOP, "张", at, Vec::new(), Content::Change(change))).collect()
}

/// What came of laying the changes over the files of a month: the enterprise, how many are settled, why questions are asked.
fn laid(month: &Enterprise, entries: &[Entry]) -> (Value, usize, Vec<Why>) {
    let all: Vec<&Entry> = entries.iter().collect();
    let laid = lay_over(month, &all);
    (laid.enterprise, laid.settled.len(), laid.questions.into_iter().map(|question| question.why).collect())
}

const FINE: &str = r#""penalties": [{"document_no": "包市监处罚〔2026〕12号", "decided_on": "2026-05-25", "kinds": ["fine"], "fine_yuan": 60000"#;

#[test]
fn a_day_that_was_typed_stands_in_the_next_month_and_goes_once_the_files_have_it() {
    let official = enterprise(&format!("{FINE}}}]"));
    let by_hand = enterprise(&format!(r#"{FINE}, "fulfilled_on": "2026-06-01"}}]"#));
    let entries = entries(&official, &by_hand);
    assert_eq!(entries.len(), 1);

    // The next month is as the one before.
    assert_eq!(laid(&official, &entries), (enterprise_json(&by_hand), 0, vec![]));
    // Then the files say the same.
    assert_eq!(laid(&by_hand, &entries), (enterprise_json(&by_hand), 1, vec![]));
    // Or something else: what was typed holds until a person has answered.
    let other = enterprise(&format!(r#"{FINE}, "fulfilled_on": "2026-06-09"}}]"#));
    let now = Some(Value::String("2026-06-09".to_owned()));
    assert_eq!(laid(&other, &entries), (enterprise_json(&by_hand), 0, vec![Why::Official { now }]));
    // Or the penalty is not there any more.
    assert_eq!(laid(&enterprise(r#""penalties": []"#), &entries).2, [Why::Gone]);
}

#[test]
fn the_decision_is_known_again_however_its_number_is_written_and_wherever_it_stands() {
    let official = enterprise(&format!("{FINE}}}]"));
    let by_hand = enterprise(&format!(r#"{FINE}, "fulfilled_on": "2026-06-01"}}]"#));
    let month = enterprise(
        r#""penalties": [{"decided_on": "2026-07-01", "kinds": ["warning"]},
            {"document_no": "包市监处罚[2026]12号", "decided_on": "2026-05-25", "kinds": ["fine"], "fine_yuan": 60000}]"#,
    );
    let (laid, _, why) = laid(&month, &entries(&official, &by_hand));
    assert_eq!(why, []);
    let Some(Value::Array(penalties)) = laid.get("penalties") else { panic!("{laid:?}") };
    assert_eq!(penalties[0].get("fulfilled_on"), None);
    assert_eq!(penalties[1].get("fulfilled_on"), Some(&Value::String("2026-06-01".to_owned())));
}

#[test]
fn a_visit_that_was_typed_and_its_row_in_the_files_are_one_visit() {
    let visit = r#"{"on": "2026-11-03", "basis": "double_random", "department": "食品科""#;
    let official = enterprise(r#""inspections": []"#);
    let by_hand = enterprise(&format!(r#""inspections": [{visit}}}]"#));
    let entries = entries(&official, &by_hand);
    assert_eq!(laid(&official, &entries), (enterprise_json(&by_hand), 0, vec![]));

    // The row says more than was typed: nothing is asked.
    let row = enterprise(&format!(r#""inspections": [{visit}, "result": "clean"}}]"#));
    assert_eq!(laid(&row, &entries), (enterprise_json(&row), 1, vec![]));

    // Without a department it may be that visit or another of the day: a person says.
    let vague = enterprise(r#""inspections": [{"on": "2026-11-03", "basis": "double_random"}]"#);
    assert_eq!(laid(&vague, &entries).2, [Why::Which(vec![0])]);

    // Another visit of another day stays beside it.
    let other =
        enterprise(r#""inspections": [{"on": "2026-11-10", "basis": "double_random", "department": "食品科"}]"#);
    let (both, _, why) = laid(&other, &entries);
    assert_eq!(
        (both.get("inspections").map(|all| matches!(all, Value::Array(all) if all.len() == 2)), why),
        (Some(true), vec![])
    );
}

#[test]
fn a_typed_visit_that_the_files_tell_otherwise_counts_once_and_is_asked_about() {
    let official = enterprise(r#""inspections": []"#);
    let by_hand = enterprise(r#""inspections": [{"on": "2026-11-03", "result": "clean"}]"#);
    let month = enterprise(r#""inspections": [{"on": "2026-11-03", "result": "violation"}]"#);
    let (laid, settled, why) = laid(&month, &entries(&official, &by_hand));
    assert_eq!(laid, enterprise_json(&by_hand), "one visit, as it was typed");
    assert_eq!(settled, 0);
    let [Why::Official { now: Some(now) }] = why.as_slice() else { panic!("{why:?}") };
    assert_eq!(now.get("result"), Some(&Value::String("violation".to_owned())));
}

#[test]
fn two_facts_of_one_key_are_asked_about_and_neither_is_changed() {
    let official = enterprise(r#""penalties": [{"decided_on": "2026-05-25", "kinds": ["fine"]}]"#);
    let by_hand =
        enterprise(r#""penalties": [{"decided_on": "2026-05-25", "kinds": ["fine"], "fulfilled_on": "2026-06-01"}]"#);
    let month = enterprise(
        r#""penalties": [{"decided_on": "2026-05-25", "kinds": ["fine"]}, {"decided_on": "2026-05-25", "kinds": ["warning"]}]"#,
    );
    assert_eq!(laid(&month, &entries(&official, &by_hand)), (enterprise_json(&month), 0, vec![Why::Which(vec![0, 1])]));
}

#[test]
fn fields_of_the_enterprise_and_facts_that_were_taken_away_are_kept_as_well() {
    let official = enterprise(r#""status": "active", "leads": [{"kind": "complaint", "received_on": "2026-10-01"}]"#);
    let by_hand = enterprise(r#""status": "revoked", "sectors": ["food"]"#);
    let entries = entries(&official, &by_hand);
    let (enterprise_now, settled, why) = laid(&official, &entries);
    let now = read_record(&enterprise_now).unwrap().enterprise;
    assert_eq!((now, settled, why), (by_hand.clone(), 0, vec![]));
    assert_eq!(laid(&by_hand, &entries).1, 3, "status, sectors and lead are in the files now");
}

//! What counties asked for beyond what one city's rules say: ages of facts, the grade of one sector, a fine that is not known.

use serde_json::{Value, json};

use crate::fine;
use crate::language::{by, holds, pack};
use crate::own_rules::counted;

#[test]
fn a_fact_can_have_to_be_older_than_a_span() {
    let complaint = |day: &str| json!({"kind": "complaint", "received_on": day});
    let when = json!({"any": "lead", "where": {"open": true}, "older_than": {"days": 30}});
    let facts = json!({"leads": [complaint("2026-10-01")]});
    assert!(!holds(&when, "2026-10-31", &facts), "thirty days old");
    assert!(holds(&when, "2026-11-01", &facts));
    // One that is recent changes nothing about one that is old, and is not counted.
    let both = json!({"leads": [complaint("2026-10-01"), complaint("2026-10-30")]});
    assert_eq!(counted(json!({"any": "lead", "older_than": {"months": 1}}), &both), [0]);
    // Between two ages.
    let between = json!({"any": "lead", "within": {"months": 2}, "older_than": {"months": 1}});
    assert!(holds(&between, "2026-11-02", &facts) && !holds(&between, "2026-12-02", &facts));
    assert!(!holds(&between, "2026-11-01", &facts), "of this day a month ago");
}

#[test]
fn filters_of_the_enterprise_are_joined_as_well_and_ask_for_the_grade_of_one_sector() {
    let when = |filters: Value| json!({"enterprise": filters});
    let facts = json!({"region": "150203", "sectors": ["fire", "food"], "risk_grades": {"fire": "D", "food": "A"}});
    for (filters, expected) in [
        (json!({"not": {"region": ["150203"]}}), false),
        (json!({"any": [{"region": ["320"]}, {"sector": ["food"]}]}), true),
        (json!({"region": ["1502"], "not": {"any": [{"kind": ["cooperative"]}, {"sector": ["drug"]}]}}), true),
        (json!({"risk_grade": ["D"]}), true),
        (json!({"risk_grade_of": {"sector": "food", "grade": ["C", "D"]}}), false),
        (json!({"risk_grade_of": {"sector": "food", "grade": ["A"]}}), true),
        (json!({"risk_grade_of": {"sector": "drug", "grade": ["A", "B", "C", "D"]}}), false),
    ] {
        assert_eq!(holds(&when(filters.clone()), "2026-11-21", &facts), expected, "{filters}");
    }
}

#[test]
fn what_becomes_of_an_unknown_fine_in_rules_leaves_the_law_of_repair_alone() {
    let mut pack = pack();
    pack["unknown_fine"] = "small".into();
    let fine =
        json!({"decided_on": "2026-05-25", "published_on": "2026-05-26", "kinds": ["fine"], "discretion": "lenient"});
    let found = by(&pack, "2026-11-21", &json!({"penalties": [fine]}));
    assert_eq!(found["repair"][0]["track"], "ordinary", "an amount that is not known is no small one");
}

#[test]
fn a_key_case_that_counts_the_whole_record_names_no_days() {
    let mut pack = pack();
    pack["key_case"]["rules"][0] = json!({"id": "five", "source": {"id": "default"}, "title": {"zh": "五次", "en": "five"},
        "when": {"count": "penalty", "at_least": 5}});
    pack["key_case"]["counted_by"] = "five".into();
    let penalties: Vec<Value> = (0..5).map(|_| fine(json!({"decided_on": "2022-05-25"}))).collect();
    let found = by(&pack, "2026-11-21", &json!({"penalties": penalties}));
    assert_eq!((&found["key_case"]["penalty_count"], found["key_case"].get("window")), (&json!(5), None));
}

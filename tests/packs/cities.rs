//! Two made-up cities, each with its prose in its pack: four classes (yunling.toml) and a scorecard (xinghu.toml). The answers were
//! written down from the prose before the packs were.

use std::sync::LazyLock;

use serde_json::{Value, json};
use xinheng::builtin;
use xinheng::pack::toml::json_of;
use xinheng::request::answer_text;

const AS_OF: &str = "2026-11-21";

fn pack(toml: &str) -> Value {
    serde_json::from_str(&json_of("city.toml", toml, &builtin::form_of).unwrap()).unwrap()
}

fn ask(pack: &Value, facts: &Value) -> Value {
    let mut enterprise = json!({"uscc": "91150203MAE0YWCM6D", "name": "示例"});
    enterprise.as_object_mut().unwrap().extend(facts.as_object().unwrap().clone());
    let request = json!({"as_of": AS_OF, "pack": pack, "enterprise": enterprise});
    serde_json::from_str(&answer_text(&request.to_string())).unwrap()
}

fn yunling(facts: Value) -> Value {
    static PACK: LazyLock<Value> = LazyLock::new(|| pack(include_str!("yunling.toml")));
    ask(&PACK, &facts)
}

fn xinghu(facts: Value) -> Value {
    static PACK: LazyLock<Value> = LazyLock::new(|| pack(include_str!("xinghu.toml")));
    ask(&PACK, &facts)
}

fn fine(day: &str, yuan: f64) -> Value {
    json!({"decided_on": day, "kinds": ["fine"], "fine_yuan": yuan, "published_on": day})
}

fn texts<'v>(items: &'v Value, key: &str) -> Vec<&'v str> {
    items.as_array().unwrap().iter().map(|item| item[key].as_str().unwrap()).collect()
}

#[test]
fn each_article_of_yunling_gives_one_of_its_four_classes() {
    let closed = json!({"decided_on": "2024-01-01", "kinds": ["suspension_of_business"], "published_on": "2024-01-02"});
    let listed = json!({"reason": "unreachable", "listed_on": "2026-02-01"});
    for (facts, class, credit_class, rules) in [
        (json!({}), "jia", "jia", vec![]),
        (json!({"penalties": [fine("2026-03-01", 20000.0)]}), "yi", "yi", vec!["penalised"]),
        // A hundred thousand is not above it, and more than a year ago.
        (json!({"penalties": [fine("2025-01-01", 100_000.0)]}), "jia", "jia", vec![]),
        (json!({"penalties": [fine("2025-01-01", 100_000.01)]}), "bing", "bing", vec!["large_fine"]),
        (json!({"abnormal_listings": [listed]}), "bing", "bing", vec!["abnormal"]),
        (json!({"penalties": [closed]}), "ding", "ding", vec!["grave"]),
        (json!({"penalties": [closed], "abnormal_listings": [listed]}), "ding", "ding", vec!["grave", "abnormal"]),
        // 5. One step up is two from the second class.
        (json!({"risk_grades": {"food": "D"}}), "yi", "jia", vec!["risk_grade"]),
        (
            json!({"risk_grades": {"food": "D"}, "penalties": [fine("2026-03-01", 20000.0)]}),
            "ding",
            "yi",
            vec!["penalised", "risk_grade"],
        ),
        (
            json!({"risk_grades": {"food": "D"}, "abnormal_listings": [listed]}),
            "ding",
            "bing",
            vec!["abnormal", "risk_grade"],
        ),
        (json!({"risk_grades": {"food": "D"}, "penalties": [closed]}), "ding", "ding", vec!["grave"]),
    ] {
        let answer = yunling(facts.clone());
        assert_eq!((&answer["class"], &answer["credit_class"]), (&json!(class), &json!(credit_class)), "{facts}");
        assert_eq!(texts(&answer["reasons"], "rule"), rules, "{facts}");
    }
}

#[test]
fn each_class_of_yunling_is_inspected_as_its_measure_says_and_has_its_consequences() {
    let of = |facts: Value| {
        let answer = yunling(facts);
        let plan = &answer["inspection"];
        let visits =
            [&plan["visits_per_year"]["min"], &plan["visits_per_year"]["max"]].map(|end| end.as_u64().unwrap());
        let measures: Vec<String> = texts(&answer["measures"], "id").into_iter().map(str::to_owned).collect();
        (plan["approach"].clone(), plan["sampling_percent"].as_u64().unwrap(), visits, measures)
    };
    let listing = json!({"reason": "unreachable", "listed_on": "2026-02-01"});
    let serious = json!({"listed_on": "2026-02-01"});
    assert_eq!(of(json!({})), (json!("event_triggered"), 0, [0, 0], vec!["convenience".to_owned()]));
    assert_eq!(of(json!({"penalties": [fine("2026-03-01", 1.0)]})), (json!("routine"), 3, [0, 1], vec![]));
    assert_eq!(
        of(json!({"abnormal_listings": [listing]})),
        (json!("intensified"), 15, [1, 2], vec!["talk".to_owned()])
    );
    assert_eq!(
        of(json!({"serious_listings": [serious]})),
        (json!("intensified"), 100, [2, 4], vec!["talk".to_owned()])
    );
}

#[test]
fn the_class_of_yunling_is_foretold_and_drawn_by_its_own_words() {
    let answer = yunling(json!({"penalties": [fine("2026-03-01", 20000.0)]}));
    assert_eq!(answer["forecast"], json!([{"on": "2027-03-02", "class": "jia"}]));
    let lanes = answer["timeline"].as_array().unwrap();
    let words: Vec<&str> = lanes
        .iter()
        .filter(|stretch| stretch["lane"] == "class")
        .map(|it| it["label"]["zh"].as_str().unwrap())
        .collect();
    assert_eq!(words, ["乙等", "甲等"]);
}

/// The sum, the grade and the class of a food enterprise.
fn card(facts: Value) -> (Value, Value, Value) {
    let mut food = json!({"sectors": ["food"]});
    food.as_object_mut().unwrap().extend(facts.as_object().unwrap().clone());
    let answer = xinghu(food);
    assert!(answer.get("errors").is_none(), "{}", answer["errors"]);
    (answer["scores"][0]["points"].clone(), answer["scores"][0]["grade"].clone(), answer["class"].clone())
}

#[test]
fn each_article_of_the_card_takes_its_points() {
    let two = json!([fine("2026-01-01", 20000.0), fine("2025-06-01", 60000.0)]);
    let complaint = json!([{"kind": "complaint", "received_on": "2026-11-01"}]);
    let six: Vec<Value> = (1..=6).map(|month| fine(&format!("2026-0{month}-01"), 20000.0)).collect();
    let of = |points: f64, grade: &str, class: &str| (json!(points), json!(grade), json!(class));
    let whole = |points: i64, grade: &str, class: &str| (json!(points), json!(grade), json!(class));
    assert_eq!(card(json!({"figures": {"hygiene": 85, "area": 200}})), whole(99, "A", "good"));
    assert_eq!(card(json!({"penalties": two, "figures": {"hygiene": 75.5, "area": 150}})), of(63.25, "C", "general"));
    assert_eq!(
        card(json!({"penalties": two, "leads": complaint, "figures": {"hygiene": 75.5, "area": 150}})),
        of(58.25, "D", "high_risk")
    );
    // Six penalties take no more than forty; eighty is enough for hygiene.
    assert_eq!(card(json!({"penalties": six, "figures": {"hygiene": 80, "area": 100}})), of(59.5, "D", "high_risk"));
    // Without a score of hygiene ten are taken off: ninety is an A still.
    assert_eq!(card(json!({"figures": {"area": 0}})), whole(90, "A", "good"));
    // Listed, it is no better than C; a floor area that is not known leaves no sum, and C.
    let listed = json!([{"reason": "unreachable", "listed_on": "2026-02-01"}]);
    assert_eq!(
        card(json!({"abnormal_listings": listed, "figures": {"hygiene": 90, "area": 100}})),
        of(99.5, "C", "general")
    );
    assert_eq!(card(json!({"figures": {"hygiene": 90}})), (Value::Null, json!("C"), json!("general")));
    // The sum ends at nothing.
    assert_eq!(card(json!({"figures": {"hygiene": 90, "area": 90000}})), whole(0, "D", "high_risk"));
}

#[test]
fn an_answer_says_how_the_points_came_about() {
    let penalties = json!([fine("2026-01-01", 20000.0), fine("2025-06-01", 60000.0)]);
    let answer =
        xinghu(json!({"sectors": ["food"], "penalties": penalties, "figures": {"hygiene": 75.5, "area": 150}}));
    let score = &answer["scores"][0];
    assert_eq!((&score["id"], &score["sector"]), (&json!("card"), &json!("food")));
    let parts = score["parts"].as_array().unwrap();
    let points: Vec<&Value> = parts.iter().map(|part| &part["points"]).collect();
    assert_eq!(points, [&json!(-16), &json!(-10), &json!(0), &json!(-10), &json!(-0.75)]);
    assert_eq!(parts[0]["evidence"], json!([{"kind": "penalty", "index": 0}, {"kind": "penalty", "index": 1}]));
    assert_eq!(parts[1]["evidence"], json!([{"kind": "penalty", "index": 1}]));
    assert_eq!((&parts[3]["figure"], &parts[3]["value"]), (&json!("hygiene"), &json!(75.5)));
    let reason = &answer["reasons"][0];
    assert_eq!((&reason["rule"], &reason["message"]["zh"]), (&json!("grade_c"), &json!("综合评分63.25分，为C级")));
    assert_eq!(reason["evidence"], parts[0]["evidence"]);
}

#[test]
fn the_grade_of_the_card_is_that_of_the_sector_unless_the_record_has_one() {
    let penalties = json!([fine("2026-01-01", 20000.0), fine("2025-06-01", 60000.0)]);
    let complaint = json!([{"kind": "complaint", "received_on": "2026-11-01"}]);
    let facts = json!({"sectors": ["food"], "penalties": penalties, "leads": complaint,
        "figures": {"hygiene": 75.5, "area": 150}});
    let answer = xinghu(facts.clone());
    // Grade D of food asks for three to four visits a year.
    assert_eq!(answer["inspection"]["visits_per_year"], json!({"min": 3, "max": 4}));
    assert_eq!(answer["scores"][0].get("overruled"), None);
    let mut graded = facts;
    graded["risk_grades"] = json!({"food": "A"});
    let answer = xinghu(graded);
    assert_eq!(answer["inspection"]["visits_per_year"], json!({"min": 1, "max": 2}));
    assert_eq!(answer["scores"][0]["overruled"], json!(true));
}

#[test]
fn a_score_can_be_of_some_enterprises_alone_and_its_floor_holds_without_a_sum() {
    let mut of_food = pack(include_str!("xinghu.toml"));
    let card = &mut of_food["scores"][0];
    card["when"] = json!({"enterprise": {"sector": ["food"]}});
    card.as_object_mut().unwrap().remove("incomplete");
    let other = ask(&of_food, &json!({"sectors": ["fire"]}));
    assert_eq!((other.get("scores"), &other["class"]), (None, &json!("good")));
    assert!(!other["warnings"].to_string().contains("figure_missing"), "{}", other["warnings"]);
    // Nothing is known of the floor area: there is no sum, and no grade but that of the floor.
    let food = json!({"sectors": ["food"], "figures": {"hygiene": 90}});
    assert_eq!(ask(&of_food, &food)["scores"][0].get("grade"), None);
    let mut listed = food;
    listed["abnormal_listings"] = json!([{"reason": "unreachable", "listed_on": "2026-02-01"}]);
    let found = ask(&of_food, &listed);
    assert_eq!((&found["scores"][0]["grade"], &found["class"]), (&json!("C"), &json!("general")));
    assert_eq!(found["scores"][0]["at_least"][0]["zh"], "列入经营异常名录");
}

#[test]
fn a_card_that_gets_better_by_time_alone_is_foretold() {
    // 100 − 8 − 10 − 8 − 10 = 64; without the first, which is three years old on 10 January 2027, 82.
    let penalties = json!([fine("2024-01-10", 60000.0), fine("2025-05-05", 20000.0)]);
    let facts = json!({"sectors": ["food"], "penalties": penalties, "figures": {"hygiene": 75, "area": 0}});
    let answer = xinghu(facts);
    assert_eq!((&answer["scores"][0]["points"], &answer["class"]), (&json!(64), &json!("general")));
    assert_eq!(answer["forecast"], json!([{"on": "2027-01-11", "class": "good"}]));
}

#[test]
fn a_figure_that_is_not_known_is_told_with_the_scores_that_need_it() {
    let answer = xinghu(json!({"sectors": ["food"], "figures": {"area": null}}));
    let warnings = answer["warnings"].as_array().unwrap();
    let missing: Vec<(&Value, &Value)> = warnings
        .iter()
        .filter(|it| it["code"] == "figure_missing")
        .map(|warning| (&warning["path"], &warning["affects"]))
        .collect();
    let scores = json!(["scores[0]"]);
    let paths = [json!("enterprise.figures.hygiene"), json!("enterprise.figures.area")];
    assert_eq!(missing, [(&paths[0], &scores), (&paths[1], &scores)]);
    assert!(answer["scores"][0].get("points").is_none() && answer["scores"][0]["parts"][4]["missing"] == json!(true));
}

#[test]
fn figures_are_checked_as_the_pack_declares_them() {
    let errors = |figures: Value| {
        let answer = xinghu(json!({"figures": figures}));
        let told = answer["errors"].as_array().unwrap().iter();
        let told = told.map(|error| format!("{} {}", error["path"].as_str().unwrap(), error["code"].as_str().unwrap()));
        told.collect::<Vec<_>>()
    };
    for (figures, told) in [
        (json!({"hygiene": 100.1}), "enterprise.figures.hygiene too_large"),
        (json!({"hygiene": 85.25}), "enterprise.figures.hygiene too_precise"),
        (json!({"hygiene": -0.25}), "enterprise.figures.hygiene negative"),
        (json!({"hygiene": "85"}), "enterprise.figures.hygiene wrong_type"),
        (json!({"area": 1e30}), "enterprise.figures.area too_large"),
        (json!([]), "enterprise.figures wrong_type"),
    ] {
        assert_eq!(errors(figures), [told]);
    }
    let mut from_ten = pack(include_str!("xinghu.toml"));
    from_ten["figures"][0]["least"] = json!(10);
    assert_eq!(ask(&from_ten, &json!({"figures": {"hygiene": 9.5}}))["errors"][0]["code"], "too_small");
    // What is not known stands last.
    assert_eq!(
        errors(json!({"nothing": 1, "hygiene": 101})),
        ["enterprise.figures.hygiene too_large", "enterprise.figures.nothing unknown_field"]
    );
    let request = json!({"as_of": AS_OF, "enterprise": {"uscc": "91150203MAE0YWCM6D", "name": "示例", "figures": {"hygiene": 1}}});
    let answer: Value = serde_json::from_str(&answer_text(&request.to_string())).unwrap();
    assert_eq!(answer["errors"][0]["code"], "unknown_field", "the built-in pack has no figures");
}

#[test]
fn the_other_pack_that_is_built_in_is_known_by_its_id() {
    let ask = |request: Value| -> Value { serde_json::from_str(&answer_text(&request.to_string())).unwrap() };
    let listed = json!([{"listed_on": "2026-02-01"}]);
    let enterprise = json!({"uscc": "91150203MAE0YWCM6D", "name": "示例", "serious_listings": listed});
    let answer = ask(json!({"as_of": AS_OF, "pack": "samr-abcd", "enterprise": enterprise}));
    assert_eq!((&answer["class"], &answer["pack"]["id"]), (&json!("D"), &json!("samr-abcd")));
    assert_eq!(answer["pack"]["digest"], json!(builtin::pack_by_id("samr-abcd").unwrap().digest));
    let answer =
        ask(json!({"as_of": AS_OF, "pack": "samr-abcd", "parameters": {"sampling.D": 50}, "enterprise": enterprise}));
    assert_eq!(answer["inspection"]["sampling_percent"], json!(50));
    assert_eq!(builtin::ids().collect::<Vec<_>>(), ["baotou-2024", "samr-abcd"]);
}

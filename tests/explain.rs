//! Answers in words, as the JavaScript API gives them: of every case of the contract, in both languages.
#![cfg(not(target_arch = "wasm32"))]

use serde_json::Value;
use serde_json::value::RawValue;
use xinheng::js::explain;
use xinheng::pack::Locale;
use xinheng::request::answer_text;

const FILES: [&str; 3] =
    [include_str!("cases/named.json"), include_str!("cases/drawn.json"), include_str!("cases/errors.json")];

#[derive(serde::Deserialize)]
struct Case {
    name: String,
    request: Box<RawValue>,
}

/// Every answer of the cases, with the name of its case.
fn answers() -> Vec<(String, String)> {
    let cases = FILES.iter().flat_map(|text| serde_json::from_str::<Vec<Case>>(text).unwrap());
    cases.map(|case| (case.name, answer_text(case.request.get()))).collect()
}

fn explained(answer: &str, locale: Locale) -> Value {
    serde_json::from_str(&explain(answer, locale).unwrap()).unwrap()
}

/// All texts in an explanation but for ids.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(fields) => {
            fields.iter().filter(|(key, _)| *key != "id").for_each(|(_, value)| texts(value, found))
        }
        _ => {}
    }
}

fn items<'e>(explanation: &'e Value, section: &str) -> &'e [Value] {
    let sections = explanation["sections"].as_array().unwrap();
    let found = sections.iter().find(|it| it["id"] == section);
    found.map_or(&[], |section| section["items"].as_array().unwrap())
}

#[test]
fn no_code_of_the_answer_is_left_in_the_words() {
    let codes = |text: &str| {
        let words = text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
        words.filter(|word| word.contains('_')).map(str::to_owned).collect::<Vec<_>>()
    };
    for (name, answer) in answers() {
        // What a message of the answer itself names, such as the path of an error, it names here as well.
        let named: Vec<String> = codes(&answer);
        let is_error = answer.starts_with(r#"{"errors""#);
        for locale in [Locale::Zh, Locale::En] {
            let mut found = Vec::new();
            texts(&explained(&answer, locale), &mut found);
            assert!(found.len() > 1, "{name}");
            for text in found.iter().filter(|_| !is_error) {
                let left: Vec<_> = codes(text).into_iter().filter(|code| named.contains(code)).collect();
                let of_a_message = answer.contains(&format!("{:?}", text));
                assert!(left.is_empty() || of_a_message, "{name}: {text}");
                assert!(!text.contains(['{', '}']), "{name}: {text}");
            }
        }
    }
}

#[test]
fn everything_that_the_answer_says_has_its_line() {
    for (name, answer) in answers() {
        let explanation = explained(&answer, Locale::Zh);
        let answer: Value = serde_json::from_str(&answer).unwrap();
        for (key, list) in answer.as_object().unwrap() {
            let told = items(&explanation, key);
            match (key.as_str(), list.as_array()) {
                ("reasons", Some(reasons)) => assert_eq!(told.len(), reasons.len().max(1), "{name}"),
                ("errors" | "repair" | "disclosure" | "measures" | "forecast" | "warnings", Some(list)) => {
                    assert_eq!(told.len(), list.len(), "{name}: {key}");
                }
                _ => {}
            }
        }
    }
}

#[test]
fn a_penalty_is_told_with_its_reasons_days_and_papers() {
    let answer = answer_text(
        r#"{"as_of": "2026-11-21", "enterprise": {"uscc": "91350100M000100Y43", "name": "示例", "penalties": [
            {"decided_on": "2026-03-02", "published_on": "2026-03-10", "kinds": ["closure"]},
            {"decided_on": "2026-07-02", "published_on": "2026-07-10", "kinds": ["fine"], "fine_yuan": 60000,
             "fulfilled_on": "2026-08-01"}]}}"#,
    );
    let zh = explained(&answer, Locale::Zh);
    assert_eq!(zh["title"], "违法失信、风险较高");
    let why = &items(&zh, "reasons")[0];
    assert_eq!(why["details"][0], "依据：行政处罚第1项");
    assert_eq!(why["sources"][0]["default"], true);
    let repair = &items(&zh, "repair")[1];
    assert_eq!(repair["text"], "行政处罚第2项 · 公示系统：条件尚未具备");
    assert_eq!(repair["sources"][0]["text"], "市场监管总局令第107号第九条");
    let details: Vec<&str> = repair["details"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect();
    assert!(details.iter().any(|line| line.starts_with("未具备的条件：")), "{details:?}");
    assert!(details.contains(&"最早2026年10月10日可以申请"), "{details:?}");
    assert!(details.contains(&"2027年7月10日自动停止公示或者届满"), "{details:?}");
    assert!(details.iter().any(|line| line.starts_with("材料：")), "{details:?}");
    let en = explained(&answer, Locale::En);
    assert_eq!(items(&en, "reasons")[0]["details"][0], "Rests on: penalty no. 1");
}

#[test]
fn what_cannot_be_applied_for_early_is_told_with_nothing_but_the_day_on_which_it_ends() {
    let answer = answer_text(
        r#"{"as_of": "2026-11-22", "enterprise": {"uscc": "91350100M000100Y43", "name": "示例", "penalties": [
            {"decided_on": "2026-03-10", "published_on": "2026-03-10", "kinds": ["fine"], "fine_yuan": 60000,
             "discretion": "ordinary", "category": "虚假宣传"},
            {"decided_on": "2026-07-10", "published_on": "2026-07-10", "kinds": ["fine"], "fine_yuan": 60000,
             "discretion": "ordinary", "category": "虚假宣传"}]}}"#,
    );
    // What is answered stays as the contract has it.
    assert!(answer.contains(r#""status":"conditions_unmet""#) && answer.contains(r#""earliest_on":"2026-06-10""#));
    let details = |repair: &Value| -> Vec<String> {
        repair["details"].as_array().unwrap().iter().map(|line| line.as_str().unwrap().to_owned()).collect()
    };
    let zh = explained(&answer, Locale::Zh);
    let [first, second] = [&items(&zh, "repair")[0], &items(&zh, "repair")[1]];
    assert_eq!(first["text"], "行政处罚第1项 · 公示系统：不能提前申请");
    let told = details(first);
    assert!(told.iter().any(|line| line.contains("因同类违法行为又受到处罚，公示期满前不能申请")), "{told:?}");
    assert!(told.contains(&"2027年3月10日自动停止公示或者届满".to_owned()), "{told:?}");
    assert!(!told.iter().any(|line| line.contains("可以申请") || line.starts_with("材料：")), "{told:?}");
    assert_eq!(second["text"], "行政处罚第2项 · 公示系统：条件尚未具备");
    assert!(details(second).contains(&"最早2026年10月10日可以申请".to_owned()));
    let en = explained(&answer, Locale::En);
    assert_eq!(items(&en, "repair")[0]["text"], "penalty no. 1 · publicity system (gsxt): cannot be applied for early");
}

#[test]
fn what_is_no_answer_is_not_explained() {
    for text in ["", "null", "[]", "{}", r#"{"class": "good"}"#, r#"{"class": 1, "advice": {}}"#] {
        assert_eq!(explain(text, Locale::Zh), None, "{text}");
    }
}

#[test]
fn what_another_pack_names_stays_as_it_is_named() {
    let answer = r#"{"class": "good", "advice": {"zh": "甲", "en": "A"}, "measures": [{"id": "ours", "source": {"id": "own"}}]}"#;
    let explanation = explained(answer, Locale::En);
    assert_eq!(explanation["advice"], "A");
    let measure = &items(&explanation, "measures")[0];
    assert_eq!((&measure["text"], &measure["sources"][0]["text"]), (&"ours".into(), &"own".into()));
}

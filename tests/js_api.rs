//! The JavaScript API in a real browser: plain objects in and out, the same answers as from JSON text.
#![cfg(target_arch = "wasm32")]

use js_sys::{JSON, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use xinheng::js::assess;
use xinheng::request::answer_text;

wasm_bindgen_test_configure!(run_in_browser);

const FILES: [&str; 3] =
    [include_str!("cases/named.json"), include_str!("cases/drawn.json"), include_str!("cases/errors.json")];

fn text(value: &JsValue) -> String {
    JSON::stringify(value).unwrap().into()
}

#[wasm_bindgen_test]
fn every_case_has_the_same_answer_as_from_text() {
    let mut asked = 0;
    for file in FILES {
        for case in js_sys::Array::from(&JSON::parse(file).unwrap()) {
            let request = Reflect::get(&case, &"request".into()).unwrap();
            let answer = assess(request.clone()).unwrap();
            assert_eq!(text(&answer), answer_text(&text(&request)), "{}", text(&case));
            asked += 1;
        }
    }
    assert_eq!(asked, 142);
}

#[wasm_bindgen_test]
fn what_is_no_request_is_an_error_and_no_exception() {
    let cyclic = Object::new();
    Reflect::set(&cyclic, &"enterprise".into(), &cyclic).unwrap();
    for request in [JsValue::UNDEFINED, JsValue::NULL, JsValue::from_str("{}"), JsValue::from(1.5), cyclic.into()] {
        let answer = assess(request).unwrap();
        assert!(text(&answer).starts_with(r#"{"errors":[{"path":"","code":"invalid_json""#), "{}", text(&answer));
    }
}

#[wasm_bindgen_test]
fn a_number_that_is_none_is_no_silence() {
    let request = JSON::parse(
        r#"{"as_of": "2026-11-21", "enterprise": {"uscc": "91350100M000100Y43", "name": "示例",
            "penalties": [{"decided_on": "2026-01-01", "kinds": ["fine"]}]}}"#,
    )
    .unwrap();
    let enterprise = Reflect::get(&request, &"enterprise".into()).unwrap();
    let penalties = Reflect::get(&enterprise, &"penalties".into()).unwrap();
    let penalty = Reflect::get_u32(&penalties, 0).unwrap();
    Reflect::set(&penalty, &"fine_yuan".into(), &JsValue::from(f64::NAN)).unwrap();
    let answer = text(&assess(request).unwrap());
    assert!(answer.contains(r#""path":"enterprise.penalties[0].fine_yuan","code":"wrong_type""#), "{answer}");
}

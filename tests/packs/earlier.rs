//! Packs of before: one that an office has saved, or that goes along with a release, is opened and judges as it did.

use serde_json::{Value as Answer, json};
use sha2::{Digest, Sha256};
use xinheng::builtin;
use xinheng::calendar::parse_day;
use xinheng::facts::AbnormalReason;
use xinheng::json::{Value, canonical, parse};
use xinheng::request::{answer_by, answer_text};

use xinheng::pack::{Pack, toml};

/// A version of the pack that was brought along.
struct Version {
    number: &'static str,
    toml: &'static str,
    /// What answers by it named then.
    digest: &'static str,
    /// The bytes of the answers to the cases of its time, as they were recorded then.
    answers: &'static str,
}

const VERSIONS: [Version; 2] = [
    Version {
        number: "1",
        toml: include_str!("../../packs/earlier/baotou-2024-1.toml"),
        digest: "sha256:eaecb701134f4b1d1045cc588850bf541730c5390805d02f64032e86c3279169",
        answers: include_str!("../cases/digests_of_version_1.txt"),
    },
    Version {
        number: "2",
        toml: include_str!("../../packs/earlier/baotou-2024-2.toml"),
        digest: "sha256:3aaa96a0ef621c21d62b4d2152ed6aa0c12100701833e8ab43cfaef52cffc37f",
        answers: include_str!("../cases/digests_of_version_2.txt"),
    },
];

impl Version {
    fn form(&self) -> Value {
        toml::parse(self.toml).unwrap().form
    }

    /// The text of a request, judged by this version as a pack of its own.
    fn asked(&self, request: &str) -> String {
        let rest = request.trim_start().strip_prefix('{').unwrap();
        format!(r#"{{"pack": {}, {rest}"#, canonical(&self.form()))
    }
}

fn version_1() -> Value {
    VERSIONS[0].form()
}

/// The text of a request, judged by version 1 as a pack of its own.
fn by_version_1(request: &str) -> String {
    VERSIONS[0].asked(request)
}

fn answer(request: &Answer) -> Answer {
    serde_json::from_str(&answer_text(&by_version_1(&request.to_string()))).unwrap()
}

#[test]
fn each_version_has_the_digest_that_it_had() {
    for version in &VERSIONS {
        let pack = builtin::read_pack(&version.form()).unwrap();
        assert_eq!((pack.id.as_str(), pack.version.as_str()), ("baotou-2024", version.number));
        assert_eq!(pack.digest, version.digest);
        assert_ne!(builtin::pack().digest, version.digest);
    }
    assert_eq!(builtin::pack().version, "3");
}

#[test]
fn each_judges_the_cases_of_its_time_byte_for_byte_as_it_did() {
    for version in &VERSIONS {
        let changed = judged_otherwise(version);
        assert!(changed.is_empty(), "{} answers are not those of then: {changed:#?}", changed.len());
    }
}

#[test]
fn the_pack_of_today_says_what_the_one_before_said_but_for_its_version_and_digest() {
    let before = builtin::read_pack(&VERSIONS[1].form()).unwrap();
    let cases: Vec<Answer> = serde_json::from_str(include_str!("../cases/drawn.json")).unwrap();
    for case in &cases {
        let enterprise = parse(&case["request"]["enterprise"].to_string()).unwrap();
        let as_of = parse_day(case["request"]["as_of"].as_str().unwrap()).unwrap();
        let said = |pack: &Pack| {
            let text = answer_by(as_of, &enterprise, pack, builtin::calendar());
            text.replace(&pack.digest, "").replace(&format!(r#""version":"{}""#, pack.version), "")
        };
        assert_eq!(said(builtin::pack()), said(&before), "{}", case["name"]);
    }
    assert!(cases.len() > 50, "{}", cases.len());
}

/// The names of the cases that a version judges otherwise than it did.
fn judged_otherwise(version: &Version) -> Vec<String> {
    #[derive(serde::Deserialize)]
    struct Case<'t> {
        name: String,
        #[serde(borrow)]
        request: &'t serde_json::value::RawValue,
        errors: Option<Answer>,
    }
    let files = [include_str!("../cases/named.json"), include_str!("../cases/drawn.json")];
    // Read once; a request that sets parameters reads it for itself.
    let pack = builtin::read_pack(&version.form()).unwrap();
    let judge = |request: &str| {
        let value = parse(request).unwrap();
        let sets = value.get("parameters").or(value.get("trace"));
        let (Some(Value::String(as_of)), None) = (value.get("as_of"), sets) else {
            return answer_text(&version.asked(request));
        };
        answer_by(parse_day(as_of).unwrap(), value.get("enterprise").unwrap(), &pack, builtin::calendar())
    };
    let mut judged = 0;
    let mut changed = Vec::new();
    for case in files.iter().flat_map(|text| serde_json::from_str::<Vec<Case>>(text).unwrap()) {
        assert!(case.errors.is_none());
        let hash = Sha256::digest(judge(case.request.get()));
        let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        let line = format!("{hash} {}", case.name);
        if !version.answers.lines().any(|recorded| recorded == line) {
            changed.push(case.name);
        }
        judged += 1;
    }
    assert!(judged >= 133, "only {judged} cases were found");
    changed
}

#[test]
fn what_it_has_no_value_for_is_as_it_was_and_what_it_has_no_word_for_has_one() {
    let pack = builtin::read_pack(&version_1()).unwrap();
    assert!(pack.presets.is_empty() && pack.parameter("visits.cap_bases").is_none());
    assert_eq!(pack.word(AbnormalReason::Concealment), builtin::pack().word(AbnormalReason::Concealment));
    let request = json!({"as_of": "2025-12-01", "enterprise": {"uscc": "91350100M000100Y43", "name": "示例",
        "abnormal_listings": [{"reason": "concealment", "listed_on": "2025-03-03", "corrected_on": "2025-11-03"}],
        "inspections": [
            {"on": "2025-03-03", "basis": "special"},
            {"on": "2025-04-03", "basis": "routine"},
            {"on": "2025-05-03", "basis": "double_random"}]}});
    let found = answer(&request);
    assert_eq!(found["inspection"]["used"], 2);
    // It says nothing of this ground: its line for all listings holds, and it asks for no papers of its own.
    let repair = &found["repair"][0];
    assert_eq!(repair["deadlines"], json!({"from": "application", "decide_by": "2025-12-08"}));
    assert_eq!(repair["materials"], json!([]));
    assert!(found["timeline"].to_string().contains("隐瞒真实情况"), "{}", found["timeline"]);
}

#[test]
fn it_does_not_know_the_parameters_that_came_later() {
    let request = json!({"as_of": "2026-11-21", "parameters": {"visits.cap_bases": ["special"]},
        "enterprise": {"uscc": "91350100M000100Y43", "name": "示例"}});
    let errors = answer(&request)["errors"].clone();
    assert_eq!(errors[0]["path"], "parameters.visits.cap_bases");
    assert_eq!(errors[0]["code"], "unknown_parameter");
}

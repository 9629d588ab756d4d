//! Packs: what is wrong with a broken one is told with its place, and an office can change the rules without Rust.
#![cfg(not(target_arch = "wasm32"))]

use serde::Deserialize;
use xinheng::facts::Term;
use xinheng::json::{self, Value, canonical};
use xinheng::request::answer_text;
use xinheng::{builtin, pack};

#[path = "packs/cities.rs"]
mod cities;
#[path = "packs/earlier.rs"]
mod earlier;
#[path = "packs/mending.rs"]
mod mending;
#[path = "packs/qinghe.rs"]
mod qinghe;

const PACK: &str = include_str!("../packs/baotou-2024.toml");

/// A pack that differs in one place, and the faults that are to be found.
#[derive(Deserialize)]
struct Broken {
    what: String,
    old: String,
    new: String,
    faults: Vec<Fault>,
}

#[derive(Deserialize)]
struct Fault {
    code: String,
    path: String,
    /// The text that begins at the line and column that are told.
    at: String,
    met: String,
}

/// A pack that differs in some places.
#[derive(Deserialize)]
struct Changed {
    change: Vec<Change>,
}

#[derive(Deserialize)]
struct Change {
    old: String,
    new: String,
}

/// The pack's text with one passage replaced: the first one that reads so.
fn replaced(text: &str, old: &str, new: &str) -> String {
    assert!(text.contains(old), "the pack no longer has: {old}");
    text.replacen(old, new, 1)
}

fn fixtures() -> Vec<(String, Broken)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/packs/broken");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let read = |file: &std::path::PathBuf| toml::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    files.iter().map(|file| (file.file_stem().unwrap().to_str().unwrap().to_owned(), read(file))).collect()
}

fn line_and_column(text: &str, part: &str) -> (usize, usize) {
    let offset = text.find(part).unwrap_or_else(|| panic!("not in the pack: {part}"));
    let line_start = text[..offset].rfind('\n').map_or(0, |end| end + 1);
    (text[..offset].matches('\n').count() + 1, text[line_start..offset].chars().count() + 1)
}

#[test]
fn the_pack_as_it_stands_has_no_fault() {
    let located = pack::toml::parse(PACK).unwrap();
    assert_eq!(pack::read(&located.form).map(|pack| pack.id), Ok("baotou-2024".to_owned()));
}

#[test]
fn faults_are_told_with_place_and_what_was_met() {
    let fixtures = fixtures();
    assert!(fixtures.len() >= 20, "only {} broken packs were found", fixtures.len());
    let mut wrong = Vec::new();
    for (name, broken) in fixtures {
        let text = replaced(PACK, &broken.old, &broken.new);
        let located = pack::toml::parse(&text).unwrap();
        let Err(found) = pack::read(&located.form) else { panic!("{name}: no fault was found. {}", broken.what) };
        let found: Vec<_> = found
            .iter()
            .map(|fault| {
                (fault.code.code().to_owned(), fault.path.clone(), located.position(&fault.path), fault.met.clone())
            })
            .collect();
        let expected: Vec<_> = broken
            .faults
            .iter()
            .map(|fault| (fault.code.clone(), fault.path.clone(), line_and_column(&text, &fault.at), fault.met.clone()))
            .collect();
        if found != expected {
            wrong.push(format!("{name}: {}\n  expected {expected:?}\n  found    {found:?}", broken.what));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_pack_in_a_request_is_checked_the_same_way() {
    for (name, broken) in fixtures() {
        let form = pack::toml::parse(&replaced(PACK, &broken.old, &broken.new)).unwrap().form;
        let answer: serde_json::Value = serde_json::from_str(&answer_text(&request(&form))).unwrap();
        let errors = answer["errors"].as_array().unwrap();
        assert_eq!(errors.len(), broken.faults.len(), "{name}: {answer}");
        for (error, fault) in errors.iter().zip(&broken.faults) {
            // What is missing has the place at which it should be.
            let key = if fault.code.starts_with("missing") { fault.met.as_str() } else { "" };
            let steps = ["pack", &fault.path, key].into_iter().filter(|step| !step.is_empty());
            let path = steps.collect::<Vec<&str>>().join(".");
            assert_eq!((&error["path"], &error["code"]), (&path.into(), &"bad_pack".into()), "{name}");
            for language in ["zh", "en"] {
                let words = error["message"][language].as_str().unwrap();
                assert!(words.contains(&fault.path) && words.contains(&fault.met), "{name}: {words}");
            }
        }
    }
}

#[test]
fn no_more_conditions_and_key_case_rules_than_an_answer_without_words_has_room_for() {
    let more = |line: &str| (0..65).map(|number| line.replace('#', &number.to_string())).collect::<String>();
    let conditions = more(
        "\n[conditions.one_more_#]\ntitle = { zh = \"甲\", en = \"a\" }\ncure = { zh = \"乙\", en = \"b\" }\nknown = \"fulfilled_on\"\n",
    );
    let rules = more(
        "\n[[key_case.rules]]\nid = \"one_more_#\"\nrule = \"court_list\"\nsource = { id = \"default\" }\ntitle = { zh = \"甲\", en = \"a\" }\n",
    );
    for (added, path, met) in [(conditions, "conditions", "73"), (rules, "key_case.rules", "68")] {
        let form = pack::toml::parse(&(PACK.to_owned() + &added)).unwrap().form;
        let found = pack::read(&form).unwrap_err();
        let told: Vec<_> =
            found.iter().map(|fault| (fault.code.code(), fault.path.as_str(), fault.met.as_str())).collect();
        assert_eq!(told, [("bad_value", path, met)]);
    }
}

/// A request about an enterprise with two complaints and a live penalty, judged by a pack of its own.
fn request(form: &Value) -> String {
    format!(
        r#"{{"as_of": "2026-11-21", "pack": {}, "enterprise": {{"uscc": "91350100M000100Y43", "name": "示例",
            "penalties": [{{"decided_on": "2026-10-01", "published_on": "2026-10-08", "kinds": ["fine"],
                "fine_yuan": 60000}}],
            "leads": [{{"kind": "complaint", "received_on": "2026-08-23", "closed_on": "2026-08-30"}},
                {{"kind": "complaint", "received_on": "2026-11-20"}},
                {{"kind": "media", "received_on": "2026-11-20"}}]}}}}"#,
        canonical(form)
    )
}

#[test]
fn a_rule_and_a_message_of_an_offices_own_need_no_rust() {
    let changed: Changed = toml::from_str(include_str!("packs/two_complaints.toml")).unwrap();
    let text = changed.change.iter().fold(PACK.to_owned(), |text, change| replaced(&text, &change.old, &change.new));
    let form = pack::toml::parse(&text).unwrap().form;
    let answer: serde_json::Value = serde_json::from_str(&answer_text(&request(&form))).unwrap();
    assert_eq!(answer["class"], "general");
    let reasons = answer["reasons"].as_array().unwrap();
    let rules: Vec<_> = reasons.iter().map(|reason| reason["rule"].as_str().unwrap()).collect();
    assert_eq!(rules, ["live_penalty", "two_complaints"]);
    assert_eq!(reasons[0]["message"]["zh"], "尚有1项处罚在公示");
    assert_eq!(reasons[1]["message"]["zh"], "90日内被投诉举报2次");
    assert_eq!(reasons[1]["message"]["en"], "2 complaints within 90 days");
    assert_eq!(reasons[1]["evidence"], serde_json::json!([{"kind": "lead", "index": 0}, {"kind": "lead", "index": 1}]));
    assert_ne!(answer["pack"]["digest"], builtin::pack().digest.as_str());
    // The 90 days after 23 August end with 21 November; the day after, one complaint is left.
    let day_after = request(&form).replace("\"as_of\": \"2026-11-21\"", "\"as_of\": \"2026-11-22\"");
    let answer: serde_json::Value = serde_json::from_str(&answer_text(&day_after)).unwrap();
    assert_eq!(answer["reasons"].as_array().map(Vec::len), Some(1), "{}", answer["reasons"]);
}

#[test]
fn each_preset_sets_what_was_published_and_says_what_it_leaves_out() {
    use xinheng::json::parse;
    let pack = builtin::pack();
    let sets = |id: &str| {
        let preset = pack.presets.iter().find(|preset| preset.id == id).unwrap();
        let sets = preset.values.iter().map(|set| {
            let parameter = &pack.parameters[set.parameter];
            (parameter.id.as_str(), canonical(&set.value.form(parameter.shape).unwrap()))
        });
        sets.collect::<Vec<_>>()
    };
    let bands = |good: &str, general: &str, high_risk: &str| {
        let shares = [("sampling.good", good), ("sampling.general", general), ("sampling.high_risk", high_risk)];
        shares.map(|(id, share)| (id, share.to_owned())).to_vec()
    };
    assert_eq!(sets("bayannur-2022"), bands("2", "5", "100"));
    assert_eq!(sets("henan-2021"), bands("1", "2", "30"));
    let cap =
        |most: &str, bases: &str| vec![("visits.annual_cap", most.to_owned()), ("visits.cap_bases", bases.to_owned())];
    assert_eq!(sets("rudong-2025"), cap("1", r#"["routine","double_random"]"#));
    assert_eq!(sets("taiyuan-2025"), cap("4", r#"["routine","double_random","special"]"#));
    for preset in &pack.presets {
        assert_eq!(preset.id, preset.source.id);
        assert_eq!(pack.source(&preset.source.id).unwrap().kind.code(), "preset");
        // What a preset gives can be set, as a person would.
        let values = sets(&preset.id).into_iter().map(|(id, value)| (id.to_owned(), parse(&value).unwrap()));
        assert!(pack.with_overrides(builtin::form(), &values.collect::<Vec<_>>()).is_ok(), "{}", preset.id);
    }
    let note = |id: &str| &pack.presets.iter().find(|preset| preset.id == id).unwrap().note.zh;
    assert!(note("bayannur-2022").contains("一次专项抽查"));
    assert!(note("henan-2021").contains("10%没有对应的类别"));
    for id in ["rudong-2025", "taiyuan-2025"] {
        assert!(note(id).contains("年度上限按检查频次的上限计"), "{id}");
    }
}

#[test]
fn the_digest_is_that_of_the_form_with_overrides_applied() {
    use sha2::Digest;
    let digest = |form: &Value| {
        let hash = sha2::Sha256::digest(canonical(form));
        format!("sha256:{}", hash.iter().map(|byte| format!("{byte:02x}")).collect::<String>())
    };
    let built_in = builtin::pack();
    assert_eq!(built_in.digest, digest(builtin::form()));
    let eight = json::parse("8").unwrap();
    let changed = built_in.with_overrides(builtin::form(), &[("ten_penalties.count".to_owned(), eight)]).unwrap();
    let by_hand = PACK.replace("values = [{ value = 10, source", "values = [{ value = 8, source");
    assert_eq!(changed.digest, digest(&pack::toml::parse(&by_hand).unwrap().form));
    // The same number written otherwise is the same pack.
    let written_otherwise = json::parse("0.8e1").unwrap();
    let same =
        built_in.with_overrides(builtin::form(), &[("ten_penalties.count".to_owned(), written_otherwise)]).unwrap();
    assert_eq!(same.digest, changed.digest);
}

#[test]
fn the_published_schema_takes_the_pack_and_refuses_other_forms() {
    let schema: serde_json::Value = serde_json::from_str(include_str!("../docs/pack.schema.json")).unwrap();
    let mut compiler = boon::Compiler::new();
    compiler.add_resource("pack.schema.json", schema).unwrap();
    let mut schemas = boon::Schemas::new();
    let schema = compiler.compile("pack.schema.json", &mut schemas).unwrap();
    let fits = |form: &Value| {
        let form: serde_json::Value = serde_json::from_str(&canonical(form)).unwrap();
        schemas.validate(&form, schema).map_err(|error| error.to_string())
    };
    assert_eq!(fits(builtin::form()), Ok(()));
    for earlier in
        [include_str!("../packs/earlier/baotou-2024-1.toml"), include_str!("../packs/earlier/baotou-2024-2.toml")]
    {
        assert_eq!(fits(&pack::toml::parse(earlier).unwrap().form), Ok(()));
    }
    for city in
        [include_str!("packs/qinghe.toml"), include_str!("packs/yunling.toml"), include_str!("packs/xinghu.toml")]
    {
        let whole = pack::toml::json_of("city.toml", city, &builtin::form_of).unwrap();
        assert_eq!(fits(&json::parse(&whole).unwrap()), Ok(()));
    }
    let by_form_alone =
        ["unknown_key", "missing_key", "missing_source", "unknown_fact", "unknown_filter", "unknown_term"];
    let mut refused = 0;
    for (name, broken) in fixtures() {
        if broken.faults.iter().any(|fault| by_form_alone.contains(&fault.code.as_str())) {
            let form = pack::toml::parse(&replaced(PACK, &broken.old, &broken.new)).unwrap().form;
            assert!(fits(&form).is_err(), "the schema takes {name}");
            refused += 1;
        }
    }
    assert!(refused >= 8, "only {refused} broken packs were shown to the schema");
}

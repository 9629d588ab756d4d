//! A fault of a pack leads to its mend: it says what was met and what fits, names what was meant where that is nearly written, and
//! is told once, without what only follows from it.

use xinheng::builtin;
use xinheng::pack;

use crate::{PACK, replaced};

const WHEN: &str = "when = { any = \"court_listing\", where = { on_list = true } }";

/// The faults of the built-in pack with one passage replaced, as path and words.
fn faults(old: &str, new: &str) -> Vec<(String, String)> {
    let form = pack::toml::parse(&replaced(PACK, old, new)).unwrap().form;
    let found = pack::read(&form).err().unwrap_or_default();
    found.into_iter().map(|fault| (fault.path.clone(), fault.message().zh)).collect()
}

/// Holds that a passage gives one fault, at a place and with these words in it.
#[track_caller]
fn one_fault(old: &str, new: &str, path: &str, words: &str) {
    let found = faults(old, new);
    let [(at, told)] = &found[..] else { panic!("{new}: {found:?}") };
    assert_eq!(at, path, "{told}");
    assert!(told.contains(words), "{told} has no {words}");
}

/// The same for the condition of the rule on the court's list.
#[track_caller]
fn wrong_condition(when: &str, within: &str, words: &str) {
    one_fault(WHEN, &format!("when = {when}"), &format!("rules[4].when{within}"), words);
}

#[test]
fn a_pack_written_as_toml_becomes_the_file_that_opens_or_tells_each_fault_with_its_line() {
    let json = pack::toml::json_of("mine.toml", PACK, &builtin::form_of).unwrap();
    let form = xinheng::json::parse(&json).unwrap();
    assert_eq!(pack::read(&form).unwrap().digest, builtin::pack().digest);
    let broken = replaced(PACK, WHEN, "when = { any = \"court_listng\" }");
    let [told] = &pack::toml::json_of("mine.toml", &broken, &builtin::form_of).unwrap_err()[..] else {
        panic!("one fault")
    };
    let line = broken.lines().position(|line| line.contains("court_listng")).unwrap() + 1;
    assert!(told.starts_with(&format!("mine.toml:{line}:16: rules[court_list].when.any：")), "{told}");
    assert!(told.contains("是不是“court_listing”") && told.contains("did you mean \"court_listing\""), "{told}");
    let [told] = &pack::toml::json_of("mine.toml", "id = ", &builtin::form_of).unwrap_err()[..] else {
        panic!("one fault")
    };
    assert!(told.starts_with("mine.toml: "), "{told}");
}

#[test]
fn what_was_meant_is_named_where_it_is_nearly_written() {
    wrong_condition("{ any = \"court_listng\" }", ".any", "是不是“court_listing”");
    wrong_condition("{ any = \"court_listing\", where = { on_lst = true } }", ".where.on_lst", "是不是“on_list”");
    wrong_condition("{ any = \"court_listing\", wher = { on_list = true } }", ".wher", "是不是“where”");
    wrong_condition("{ any = \"lead\", where = { kind = [\"complant\"] } }", ".where.kind[0]", "是不是“complaint”");
    wrong_condition(
        "{ count = \"penalty\", at_least = \"$ten_penalties.cont\" }",
        ".at_least",
        "是不是“ten_penalties.count”",
    );
    wrong_condition("{ enterprise = { industri = [\"F\"] } }", ".enterprise.industri", "是不是“industry”");
    one_fault(
        "source = { id = \"spc-2017-7\" }",
        "source = { id = \"spc-2017-8\" }",
        "rules[4].source.id",
        "是不是“spc-2017-7”",
    );
    one_fault("rule = \"ten_penalties\"", "rule = \"ten_penalty\"", "key_case.rules[0].rule", "是不是“ten_penalties”");
    // What is like nothing is given the list of what there is.
    wrong_condition("{ any = \"weather\" }", ".any", "应为：penalty, abnormal_listing");
    one_fault("counted_by = \"ten_penalties\"", "counted_by = \"most\"", "key_case.counted_by", "ten_penalties, ");
}

#[test]
fn what_is_empty_is_said_to_be() {
    one_fault("id = \"court_list\"", "id = \"\"", "rules[4].id", "不能为空");
    wrong_condition("{ any = \"lead\", where = { kind = [] } }", ".where.kind", "不能为空");
    wrong_condition("{ all = [] }", ".all", "不能为空");
    wrong_condition("{ any = \"penalty\", where = { category = [] } }", ".where.category", "不能为空");
}

#[test]
fn the_forms_of_the_language_say_what_fits() {
    wrong_condition("{ at_least = 2 }", "", "应为：any, count, latest, enterprise, figure, score, all, not");
    wrong_condition("{ count = \"penalty\", at_least = 2, different = \"month\" }", ".different", "应为：year");
    wrong_condition("{ count = [{ where = { standing = true } }], at_least = 2 }", ".count[0]", "fact");
    wrong_condition("{ any = \"penalty\", where = { not = [{ standing = true }] } }", ".where.not", "应为：{…}");
    wrong_condition(
        "{ any = \"penalty\", where = { fine_above = \"$ten_penalties.count\" } }",
        ".where.fine_above",
        "应为：fine.minor, simple.max_fine",
    );
    wrong_condition(
        "{ enterprise = { registered_within = { weeks = 3 } } }",
        ".enterprise.registered_within.weeks",
        "years, months, days",
    );
    wrong_condition("{ any = \"penalty\", where = { is = \"advertising\" } }", ".where.is", "没有这个名称");
    let with = |more: &str| format!("{WHEN}\n{more}");
    one_fault(WHEN, &with("validity = { out_of_force = \"rests\" }"), "rules[4].validity", "from, until");
    one_fault(
        WHEN,
        &with("validity = { until = \"2026-05-28\", out_of_force = \"stops\" }"),
        "rules[4].validity.out_of_force",
        "judges, rests",
    );
    let backwards = with("validity = { from = \"2026-05-28\", until = \"2024-05-28\", out_of_force = \"rests\" }");
    one_fault(WHEN, &backwards, "rules[4].validity", "日期");
    one_fault("[definitions.simple]", "[unknown_fine]\n[definitions.simple]", "unknown_fine", "文字");
}

#[test]
fn a_filter_that_stands_by_itself_is_told_where_it_belongs() {
    let live = "应为：{ any = \"penalty\", where = { live = … } }";
    wrong_condition("{ live = true }", ".live", live);
    wrong_condition("{ all = [{ any = \"penalty\" }, { live = true }] }", ".all[1].live", live);
    wrong_condition("{ not = { live = false } }", ".not.live", "“live”是筛选条件，不能单独写在这里，请改写");
    wrong_condition("{ any = \"penalty\", live = true }", ".live", "应为：where = { live = … }");
    wrong_condition(
        "{ count = [{ fact = \"penalty\", live = true }], at_least = 2 }",
        ".count[0].live",
        "where = { live",
    );
    // What several can be asked for is told of each of them.
    wrong_condition("{ on_list = true }", ".on_list", "{ any = \"court_listing\", where = { on_list = … } }");
    wrong_condition("{ region = [\"15\"] }", ".region", "应为：{ enterprise = { region = … } }");
    // The name of a condition that is nearly written is told as such.
    wrong_condition("{ counts = \"penalty\", at_least = 2 }", ".counts", "是不是“count”");
}

#[test]
fn a_form_that_rests_on_another_is_told_what_makes_it_whole_and_nothing_else() {
    let read = |text: &str| {
        let faults = pack::read(&xinheng::json::parse(text).unwrap()).unwrap_err();
        let [fault] = &faults[..] else { panic!("{faults:?}") };
        (fault.path.clone(), fault.message())
    };
    let (path, words) = read(r#"{"base": "baotou-2024", "id": "mine", "version": "1"}"#);
    assert_eq!(path, "base");
    assert!(
        words.zh.starts_with("base：“baotou-2024”只能写在规则的 TOML 文件里") && words.zh.contains("--example pack")
    );
    assert!(words.en.contains("make whole JSON of it"), "{}", words.en);
    assert!(read(r#"{"base": ["baotou-2024"]}"#).1.zh.starts_with("base：“[\"baotou-2024\"]”只能写在"));
    // In its TOML it is at home, as a text.
    let [told] = &pack::toml::json_of("mine.toml", "base = 5\n", &builtin::form_of).unwrap_err()[..] else {
        panic!("one fault")
    };
    assert!(told.starts_with("mine.toml:1:8: base：“5”类型不对") && told.contains("应为：文字"), "{told}");
}

#[test]
fn what_is_nested_deeper_than_anybody_writes_is_refused_and_no_stack_overflows() {
    let deep = |depth: usize| format!("{}{{ any = \"lead\" }}{}", "{ not = ".repeat(depth), " }".repeat(depth));
    assert_eq!(faults(WHEN, &format!("when = {}", deep(20))), []);
    let found = faults(WHEN, &format!("when = {}", deep(60)));
    let [(path, _)] = &found[..] else { panic!("{found:?}") };
    assert!(path.starts_with("rules[4].when.not.not"), "{path}");
}

#[test]
fn what_only_follows_from_a_fault_is_not_told() {
    // Each is used in many places.
    one_fault(
        "[parameters.\"ten_penalties.count\"]\n",
        "[parameters.\"ten_penalties.count\"]\nnot_known = 1\n",
        "parameters.ten_penalties.count.not_known",
        "没有这一项",
    );
    let id = "id = \"ten_penalties\"\nclass = \"high_risk\"";
    one_fault(id, "id = \"ten_penalties\"\nclass = \"highrisk\"", "rules[1].class", "是不是“high_risk”");
    one_fault(
        "[sources.samr-107]\n",
        "[sources.samr-107]\nkindd = \"law\"\n",
        "sources.samr-107.kindd",
        "是不是“kind”",
    );
    // A parameter that cannot be read leaves every rule that uses it without one.
    let of_count = "(this number is enough)\" }\ntype = ";
    let mistyped = format!("{of_count}\"whol\"");
    one_fault(&format!("{of_count}\"whole\""), &mistyped, "parameters.ten_penalties.count.type", "whole + unit");
    // A key that is nearly written is not missing besides.
    wrong_condition("{ count = \"penalty\", at_lest = 2 }", ".at_lest", "是不是“at_least”");
}

/// Holds that a passage of a pack that rests on the built-in one gives one fault, at a place and with these words in it.
#[track_caller]
fn one_fault_laid_over(text: &str, place: &str, words: &str) {
    let head = "base = \"baotou-2024\"\nid = \"mine\"\nversion = \"1\"\ntitle = { zh = \"试\", en = \"mine\" }\n";
    let text = format!("{head}{text}");
    let found = pack::toml::json_of("mine.toml", &text, &builtin::form_of).unwrap_err();
    let [told] = &found[..] else { panic!("{text}: {found:?}") };
    assert!(told.contains(&format!(": {place}：")) && told.contains(words), "{told}");
}

const FIGURE: &str = r#"
[[figures]]
id = "hygiene"
title = { zh = "卫生评分", en = "Hygiene" }
most = 100
[warnings]
figure_missing = { zh = "缺少{text}", en = "{text} is missing" }
"#;

/// A score with this part.
fn with_part(part: &str) -> String {
    [
        FIGURE,
        "[[scores]]\nid = \"card\"\nsource = { id = \"default\" }\ntitle = { zh = \"评分\", en = \"Card\" }\nparts = [{ title = { zh = \"卫生\", en = \"Hygiene\" }, ",
        part,
        " }]\n",
    ]
    .concat()
}

#[test]
fn faults_of_figures_scores_and_classes_lead_to_their_mend() {
    one_fault_laid_over("without = [\"risk_grades\"]", "without[0]", "risk_grades");
    one_fault_laid_over(&with_part("figure = \"hygeine\""), "scores[card].parts[0].figure", "是不是“hygiene”");
    one_fault_laid_over(&with_part("points = 5"), "scores[card].parts[0]", "figure, score, when, each");
    one_fault_laid_over(&with_part("score = \"card\""), "scores[card].parts[0].score", "没有这个名称");
    one_fault_laid_over(
        &with_part("figure = \"hygiene\", bands = [{ below = 60, points = 1 }]"),
        "scores[card].parts[0].bands",
        "最后一行只写 points",
    );
    one_fault_laid_over(
        &with_part("figure = \"hygiene\", bands = [{ from = 60, above = 50, points = 1 }, { points = 0 }]"),
        "scores[card].parts[0].bands[0]",
        "from, above",
    );
    one_fault_laid_over(&with_part("figure = \"hygiene\", times = 0.00001"), "scores[card].parts[0].times", "0.0001");
    one_fault_laid_over(
        &[&with_part("figure = \"hygiene\""), "sector = \"food\"\n"].concat(),
        "scores[card].sector",
        "grades",
    );
    one_fault_laid_over(&FIGURE.replace("most = 100", "least = 5\nmost = 1"), "figures[hygiene].most", "5–");
    one_fault_laid_over(
        &FIGURE.replace("figure_missing", "figure_mising"),
        "warnings.figure_mising",
        "是不是“figure_missing”",
    );
    let classes = |tone: &str, raised_to: &str| {
        let class = |id: &str, tone: &str, more: &str| {
            format!(
                "[[classes]]\nid = \"{id}\"\ntone = \"{tone}\"\n{more}approach = \"routine\"\nsampling = \"$sampling.good\"\nvisits = \"$visits.good\"\nword = {{ zh = \"甲\", en = \"a\" }}\n"
            )
        };
        [class("good", tone, ""), class("general", "amber", raised_to), class("high_risk", "red", "")].concat()
    };
    one_fault_laid_over(&classes("gren", ""), "classes[good].tone", "是不是“green”");
    one_fault_laid_over(&classes("green", "raised_to = \"god\"\n"), "classes[general].raised_to", "是不是“good”");
    one_fault_laid_over(&classes("green", "raised_to = \"good\"\n"), "classes", "general, high_risk");
}

/// The lines of the faults of a text that rests on the built-in pack.
fn told(text: &str) -> Vec<String> {
    let text = format!(
        "base = \"baotou-2024\"\nid = \"mine\"\nversion = \"1\"\ntitle = {{ zh = \"试\", en = \"mine\" }}\n{text}"
    );
    pack::toml::json_of("mine.toml", &text, &builtin::form_of).unwrap_err()
}

#[test]
fn a_fault_of_a_pack_that_rests_on_another_is_told_at_its_own_line_or_as_the_others() {
    let rule = "[[rules]]\nid = \"mine\"\nclass = \"terrible\"\nsource = { id = \"default\" }\ntitle = { zh = \"试\", en = \"mine\" }\nmessage = { zh = \"试\", en = \"mine\" }\nwhen = { any = \"lead\" }\n";
    let [line] = &told(rule)[..] else { panic!("one fault") };
    assert!(line.starts_with("mine.toml:7:9: rules[mine].class："), "{line}");
    // What the base says of something that was taken out is told as its own.
    let lines = told("without = [\"sources.spc-2017-7\"]");
    assert!(lines.iter().all(|line| line.starts_with("mine.toml: baotou-2024: ")), "{lines:?}");
    assert!(lines.iter().any(|line| line.contains("rules[court_list].source.id")), "{lines:?}");
    // The same id twice is no second thought of the first.
    let lines = told(&[rule, rule].concat().replace("terrible", "general"));
    assert!(lines.len() == 1 && lines[0].starts_with("mine.toml:13:6: rules[1].id："), "{lines:?}");
    // It is no other pack under the name of its base.
    let same = pack::toml::json_of("mine.toml", "base = \"baotou-2024\"\n", &builtin::form_of).unwrap_err();
    assert!(same[0].contains("“id”缺少这一项"), "{same:?}");
}

#[test]
fn whatever_is_refused_is_told_why_and_a_consequence_only_beside_its_cause() {
    // A share is no number that a message can have.
    one_fault(
        "message = { zh = \"列入严重违法失信名单，尚未移出\"",
        "message = { zh = \"列入{sampling.good}名单\"",
        "rules[0].message",
        "sampling.good",
    );
    // A class rule is no definition.
    one_fault(
        "when = { any = \"penalty\", where = { standing = true, heavier = true,",
        "when = { any = \"penalty\", where = { standing = true, is = \"court_list\",",
        "key_case.rules[1].when.where.is",
        "court_list",
    );
    // Whose source is wrong is no other fault besides.
    one_fault(
        "kind = \"law\"\nknowledge = \"unread\"",
        "kind = \"lore\"\nknowledge = \"unread\"",
        "sources.spc-2017-7.kind",
        "lore",
    );
}

#[test]
fn a_chinese_line_says_in_chinese_what_fits_and_a_placeholder_nearly_written_is_named() {
    let text = faults("id = \"baotou-2024\"", "id = 5");
    assert!(text[0].1.contains("应为：文字") && !text[0].1.contains("text"), "{text:?}");
    one_fault("（{at_least}次以上，含本数）", "（{at_lest}次以上，含本数）", "rules[1].message", "是不是“at_least”");
}

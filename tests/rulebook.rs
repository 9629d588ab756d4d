//! The rules in words: nothing of a pack is left out, every link leads somewhere, and the words say what the pack says.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;

use xinheng::builtin;
use xinheng::facts::Date;
use xinheng::json::{Value, parse};
use xinheng::pack::{Locale, Pack};
use xinheng::rulebook::{self, Book, Entry, Runs};

fn book_of(pack: &Pack, locale: Locale) -> Book {
    let as_of = Date::from_ymd_opt(2026, 11, 22).unwrap();
    rulebook::write(pack, builtin::pack(), builtin::calendar(), as_of, locale)
}

fn entries(book: &Book) -> impl Iterator<Item = &Entry> {
    book.sections.iter().flat_map(|section| &section.entries)
}

fn entry<'b>(book: &'b Book, id: &str) -> &'b Entry {
    entries(book).find(|entry| entry.id == id).unwrap_or_else(|| panic!("no entry {id}"))
}

fn words(runs: &Runs) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// All words of an entry, line after line.
fn all_words(entry: &Entry) -> String {
    let lines = entry.lines.iter().map(|line| {
        let items: Vec<String> = line.items.iter().map(words).collect();
        format!("{}: {}\n{}", line.label, words(&line.words), items.join("\n"))
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The built-in pack with one parameter set otherwise.
fn with(id: &str, value: &str) -> Pack {
    builtin::pack().with_overrides(builtin::form(), &[(id.to_owned(), parse(value).unwrap())]).unwrap()
}

#[test]
fn whatever_the_form_declares_is_told_once() {
    let Value::Object(form) = builtin::form() else { panic!("the form is no object") };
    let names = |key: &str| match form.iter().find(|(name, _)| name == key) {
        Some((_, Value::Object(fields))) => fields.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>(),
        Some((_, Value::Array(items))) => items
            .iter()
            .map(|item| match item.get("id") {
                Some(Value::String(id)) => id.clone(),
                _ => panic!("{key} without id"),
            })
            .collect(),
        _ => panic!("no {key}"),
    };
    let mut expected = [names("rules"), names("parameters"), names("sources")].concat();
    for kind in ["measures", "conditions", "definitions", "channels"] {
        expected.extend(names(kind).into_iter().map(|name| format!("{kind}.{name}")));
    }
    expected.extend(names("presets").into_iter().map(|name| format!("presets.{name}")));
    assert!(expected.len() > 80, "{}", expected.len());
    for locale in [Locale::Zh, Locale::En] {
        let book = book_of(builtin::pack(), locale);
        for id in &expected {
            assert_eq!(entries(&book).filter(|entry| entry.id == *id).count(), 1, "{id}");
        }
    }
}

#[test]
fn every_entry_has_words_and_every_link_leads_to_one() {
    for locale in [Locale::Zh, Locale::En] {
        let book = book_of(builtin::pack(), locale);
        let ids: Vec<&str> = entries(&book).map(|entry| entry.id.as_str()).collect();
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(known.len(), ids.len(), "an id is given twice");
        for entry in entries(&book) {
            assert!(!entry.title.is_empty() && !entry.lines.is_empty(), "{}", entry.id);
            for line in &entry.lines {
                assert!(!line.words.is_empty() || !line.items.is_empty(), "{}: {}", entry.id, line.label);
                for run in line.words.iter().chain(line.items.iter().flatten()) {
                    assert!(run.to.is_empty() || known.contains(run.to.as_str()), "{}: {}", entry.id, run.to);
                    assert!(!run.text.contains(['{', '}', '$']), "{}: {}", entry.id, run.text);
                }
            }
        }
    }
}

#[test]
fn a_condition_is_a_sentence_with_its_values() {
    let book = book_of(builtin::pack(), Locale::Zh);
    let told = all_words(entry(&book, "ten_penalties"));
    assert!(told.contains("近3年内，符合下列条件的行政处罚达到10次以上"), "{told}");
    assert!(told.contains("已作出，未被撤销，也未获准信用修复"), "{told}");
    assert!(told.contains("计入的处罚：所有机关"), "{told}");
    assert!(told.contains("包府发〔2024〕40号第124条（已于2026年5月28日到期）"), "{told}");
    let told = all_words(entry(&book, "serious_penalty"));
    assert!(told.contains("处理类型为“不予提前修复”或者“限制、停业类”"), "{told}");
    assert!(told.contains("本工具暂定"), "{told}");
    let told = all_words(entry(&book, "gsxt.tracks"));
    assert!(told.contains("失信程度严重；满12个月起可以申请修复，公示满36个月自动停止；处罚有期限的"), "{told}");
    let told = all_words(entry(&book, "conditions.no_repeat"));
    assert!(told.contains("日期晚于要修复的这一项；违法行为类型相同；未被撤销；机关为市场监管部门"), "{told}");
    let english = all_words(entry(&book_of(builtin::pack(), Locale::En), "ten_penalties"));
    assert!(english.contains("Within 3 years, at least 10 records of the kind “penalty” meet this:"), "{english}");
}

#[test]
fn a_value_stands_with_its_days_its_source_and_its_kind() {
    let book = book_of(builtin::pack(), Locale::Zh);
    let told = all_words(entry(&book, "fine.minor"));
    assert!(told.contains("2025年12月24日以前（含当日）: 5万元。依据：规定未写明（本工具暂定）"), "{told}");
    assert!(told.contains("2025年12月25日起: 5万元。依据：市场监管总局令第107号第七条（法律、"), "{told}");
    let setting = entry(&book, "fine.minor").setting.as_ref().unwrap();
    assert_eq!((setting.typed.as_slice(), setting.unit.as_str()), (&["50000".to_owned()][..], "元"));
    let hint = &entry(&book, "ten_penalties.count").setting.as_ref().unwrap().hint;
    assert_eq!(hint, "1至100000的整数");
    let chosen = entry(&book, "risk.raise_grades").setting.as_ref().unwrap();
    let chosen: Vec<_> = chosen.choices.iter().map(|choice| (choice.code.as_str(), choice.chosen)).collect();
    assert_eq!(chosen, [("A", false), ("B", false), ("C", false), ("D", true)]);
}

#[test]
fn a_changed_parameter_is_marked_beside_what_the_pack_says() {
    let book = book_of(&with("ten_penalties.count", "8"), Locale::Zh);
    let changed = entry(&book, "ten_penalties.count");
    assert_eq!(changed.marks, ["临时改动"]);
    let told = all_words(changed);
    assert!(told.contains("现用: 8次") && told.contains("各日期均适用: 10次"), "{told}");
    assert_eq!(entry(&book, "ten_penalties").marks, ["临时改动"]);
    assert_eq!(entry(&book, "key_case.ten_penalties").marks, ["临时改动"]);
    assert!(all_words(entry(&book, "ten_penalties")).contains("达到8次以上"));
    let marked: Vec<_> = entries(&book).filter(|entry| entry.setting.as_ref().is_some_and(|of| of.changed)).collect();
    assert_eq!(marked.len(), 1);
    assert!(all_words(entry(&book, "pack")).contains("重点案件的处罚次数"));
}

#[test]
fn a_preset_says_what_it_sets_what_it_leaves_out_and_whether_it_is_in_use() {
    let book = book_of(builtin::pack(), Locale::Zh);
    let henan = entry(&book, "presets.henan-2021");
    let told = all_words(henan);
    assert!(told.contains("信用风险一般企业的抽查比例：2%") && told.contains("10%没有对应的类别"), "{told}");
    let choosing = henan.choosing.as_ref().unwrap();
    assert_eq!(choosing.values, r#"{"sampling.general":2,"sampling.good":1,"sampling.high_risk":30}"#);
    assert!(!choosing.in_use && henan.marks.is_empty());
    // What the pack itself says is brought back and not set.
    let bayannur = entry(&book, "presets.bayannur-2022");
    let nothing = r#"{"sampling.general":null,"sampling.good":null,"sampling.high_risk":null}"#;
    assert_eq!(
        (bayannur.choosing.as_ref().unwrap().values.as_str(), &bayannur.marks[..]),
        (nothing, &["现用".to_owned()][..])
    );
    let rudong = entry(&book, "presets.rudong-2025");
    let cap = r#"{"visits.annual_cap":1,"visits.cap_bases":null}"#;
    assert_eq!(rudong.choosing.as_ref().unwrap().values, cap);
    let capped = book_of(&with("visits.annual_cap", "1"), Locale::Zh);
    assert!(entry(&capped, "presets.rudong-2025").choosing.as_ref().unwrap().in_use);
    // A parameter leads to the presets that set it.
    let told = all_words(entry(&book, "visits.annual_cap"));
    assert!(told.contains("如东县2025年频次上限：每年1次：1次/年") && told.contains("太原市2025年"), "{told}");
    assert!(all_words(entry(&book, "henan-2021")).contains("河南省2021年抽查比例"));
}

#[test]
fn which_checks_count_is_chosen_among_those_that_can_be_planned() {
    let book = book_of(&with("visits.cap_bases", r#"["special"]"#), Locale::Zh);
    let bases = entry(&book, "visits.cap_bases");
    let choices = &bases.setting.as_ref().unwrap().choices;
    let choices: Vec<_> = choices.iter().map(|choice| (choice.code.as_str(), choice.chosen)).collect();
    assert_eq!(choices, [("routine", false), ("double_random", false), ("special", true)]);
    assert!(all_words(bases).contains("用于"), "{}", all_words(bases));
    assert!(all_words(entry(&book, "inspection")).contains("专项检查"));
}

#[test]
fn a_document_whose_first_day_in_force_is_not_known_says_so() {
    let book = book_of(builtin::pack(), Locale::Zh);
    for id in ["baotou-inspection-2025", "im-inspection-2025", "samr-first-offence-2025"] {
        let told = all_words(entry(&book, id));
        assert!(told.contains("有效期: 施行日期不详"), "{told}");
    }
    let told = all_words(entry(&book, "baotou-inspection-2025"));
    assert!(told.contains("成文日期: 2025年7月9日") && told.contains("核对程度: 只读到部分原文"), "{told}");
    assert!(all_words(entry(&book, "samr-107")).contains("公布日期: 2025年11月21日"));
    // Figures of other places have no validity to be known.
    for id in ["bayannur-2022", "henan-2021", "rudong-2025", "taiyuan-2025", "default"] {
        assert!(all_words(entry(&book, id)).contains("有效期: 没有有效期"), "{id}");
    }
}

#[test]
fn a_paper_has_the_name_that_its_channel_gives_it() {
    let book = book_of(builtin::pack(), Locale::Zh);
    let told = all_words(entry(&book, "papers"));
    let line = |begins: &str| told.lines().find(|line| line.starts_with(begins)).unwrap().to_owned();
    assert!(line("公示系统，行政处罚").contains("守信承诺书"), "{told}");
    assert!(line("信用中国，行政处罚").contains("信用承诺书"), "{told}");
    let paper = entry(&book, "materials.commitment_letter");
    assert_eq!(paper.title, "守信承诺书");
    assert!(all_words(paper).contains("在信用中国上称为: “信用承诺书”"), "{}", all_words(paper));
}

#[test]
fn a_document_that_ran_out_says_so_and_names_what_rests_on_it() {
    let book = book_of(builtin::pack(), Locale::Zh);
    let source = entry(&book, "baotou-2024-40");
    assert_eq!(source.marks, ["评估日不在有效期内"]);
    let told = all_words(source);
    assert!(told.contains("有效期: 2024年5月28日至2026年5月28日（已于2026年5月28日到期）"), "{told}");
    assert!(told.contains("核对程度: 已核对原文") && told.contains("重点案件的处罚次数"), "{told}");
    assert!(entry(&book, "samr-107").marks.is_empty());
    assert!(all_words(entry(&book, "calendar")).contains("2014年至2026年"));
}

/// The book of a pack that rests on the built-in one.
fn book_of_city(toml: &str) -> Book {
    let whole = xinheng::pack::toml::json_of("city.toml", toml, &builtin::form_of).unwrap();
    book_of(&xinheng::pack::read(&parse(&whole).unwrap()).unwrap(), Locale::Zh)
}

#[test]
fn figures_and_scores_are_told_part_by_part() {
    let book = book_of_city(include_str!("packs/xinghu.toml"));
    assert!(all_words(entry(&book, "figures.hygiene")).contains("0至100分的数，最多1位小数"));
    let card = all_words(entry(&book, "scores.card"));
    for words in [
        "从100分起",
        "处罚：每项-8分",
        "最多40分",
        "不足60：-20分",
        "没有填写的按-10分",
        "数值乘以-0.005",
        "没有填写的不能评分",
        "作为食品领域的风险等级",
        "90以上（含）：A级",
        "不优于C级",
        "缺少指标时: C级",
    ] {
        assert!(card.contains(words), "{words}\n{card}");
    }
    let rule = all_words(entry(&book, "grade_d"));
    assert!(rule.contains("综合评分的等级为D级"), "{rule}");
}

#[test]
fn what_becomes_of_an_unknown_fine_is_told_of_the_packs_own_rules_and_not_of_the_law_of_repair() {
    let book = book_of_city(include_str!("packs/qinghe.toml"));
    assert!(all_words(entry(&book, "definitions.slight")).contains("数额不超过1万元或者不详"));
    assert!(all_words(entry(&book, "definitions.small")).contains("数额已知且不超过"));
}

//! The built-in papers, filled for the made-up enterprise: nothing is invented, and only what is missing is marked.

mod common;

use std::collections::BTreeSet;

use common::{DOCUMENT, part, seen};
use facts::Term;
use facts::json::{Value, parse};
use paper::{DESK_TAGS, OFFICE_TAGS, Paper, Question, fill, tags};

const RECORD: &str = include_str!("../../../www/sample/enterprise.json");
const ON: &str = "2026-11-21";

/// A text for each of these tags, as JSON.
fn texts(tags: &[&str]) -> String {
    let fields = tags.iter().map(|tag| ((*tag).to_owned(), Value::String(format!("〈{tag}〉"))));
    facts::json::indented(&Value::Object(fields.collect()))
}

/// The made-up record with everything typed that can be.
fn typed() -> String {
    let Ok(Value::Object(mut record)) = parse(RECORD) else { unreachable!() };
    record.push(("desk".to_owned(), parse(&texts(DESK_TAGS)).unwrap()));
    facts::json::indented(&Value::Object(record))
}

fn made(paper: Paper, target: Option<&str>) -> Vec<u8> {
    let (record, office) = (typed(), texts(OFFICE_TAGS));
    let asked =
        Question { record: &record, paper: paper.code(), target, on: Some(ON), office: Some(&office), template: None };
    asked.answer().unwrap_or_else(|fault| panic!("{} for {target:?}: {fault}", paper.code()))
}

/// All targets of the made-up record that a paper can be about.
fn targets(paper: Paper) -> Vec<Option<String>> {
    let counts = [("penalty", 12), ("abnormal_listing", 2), ("serious_listing", 1)];
    let fits = counts.iter().filter(|(kind, _)| paper.about().iter().any(|about| about.code() == *kind));
    let named: Vec<Option<String>> =
        fits.flat_map(|(kind, count)| (0..*count).map(move |index| Some(format!("{kind}:{index}")))).collect();
    if named.is_empty() { vec![None] } else { named }
}

fn text(file: &[u8]) -> String {
    seen(&part(file, DOCUMENT))
}

/// The names of what is marked yellow.
fn marked(file: &[u8]) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for name in [DOCUMENT, "word/header1.xml", "word/footer1.xml"] {
        let xml = part(file, name);
        for run in xml.split("w:val=\"yellow\"").skip(1) {
            let name = run.split_once('【').and_then(|(_, rest)| rest.split_once('】')).unwrap().0;
            names.insert(name.to_owned());
        }
        assert_eq!(xml.matches('【').count(), xml.matches("yellow").count(), "{xml}");
    }
    names
}

#[test]
fn every_paper_is_filled_for_every_target_it_can_be_about() {
    for paper in Paper::ALL {
        for target in targets(*paper) {
            let file = made(*paper, target.as_deref());
            let text = text(&file);
            assert!(!text.contains("{{") && !text.contains("}}"), "{text}");
            assert!(text.contains("包头市虚构食品有限公司"), "{}: {text}", paper.code());
            let footer = seen(&part(&file, "word/footer1.xml"));
            for words in ["由信衡制作", "2026年11月21日", "sha256:", "内部工作文书，请核对后使用"]
            {
                assert!(footer.contains(words), "{footer}");
            }
            assert!(seen(&part(&file, "word/header1.xml")).contains("〈机关名称〉"));
        }
    }
}

#[test]
fn only_what_is_missing_is_marked() {
    for paper in Paper::ALL {
        for target in targets(*paper) {
            // What is typed and set is all there: what is marked is a fact that this target does not have, as another would.
            let of_facts = ["改正日期", "列入原因", "履行日期", "消除危害日期"];
            for name in marked(&made(*paper, target.as_deref())) {
                assert!(of_facts.contains(&name.as_str()), "{} for {target:?}: {name}", paper.code());
            }
            let asked = Question {
                record: RECORD,
                paper: paper.code(),
                target: target.as_deref(),
                on: Some(ON),
                ..Question::default()
            };
            for name in marked(&asked.answer().unwrap()) {
                let is_asked = OFFICE_TAGS.iter().chain(DESK_TAGS).chain(&of_facts).any(|tag| **tag == name);
                assert!(is_asked, "{} for {target:?}: {name}", paper.code());
            }
        }
    }
    // One that can be applied for now has everything.
    for paper in Paper::ALL.iter().filter(|paper| paper.about().len() == 3) {
        assert!(marked(&made(*paper, Some("penalty:8"))).is_empty(), "{}", paper.code());
    }
}

#[test]
fn what_the_reader_has_to_do_stands_in_the_first_third() {
    for paper in Paper::ALL {
        // One that can be applied for now, where there is one.
        let target =
            targets(*paper).into_iter().flatten().find(|name| name == "penalty:8" || name.ends_with("listing:0"));
        let xml = part(&made(*paper, target.as_deref()), DOCUMENT);
        let at = xml.find("w:val=\"ToDo\"").unwrap_or_else(|| panic!("{} says nothing of it", paper.code()));
        let start = xml[..at].rfind("<w:p>").unwrap();
        let before = seen(&xml[..start]).chars().count();
        assert!(before * 3 < seen(&xml).chars().count(), "{}", paper.code());
    }
}

#[test]
fn a_notice_has_the_days_of_the_engine() {
    let told = text(&made(Paper::RepairNotice, Some("penalty:8")));
    for words in [
        "〈文号〉",
        "〈机关名称〉（印章）",
        "包头市昆都仑区市场监督管理局于2026年7月8日对你单位作出行政处罚决定（包市监处罚〔2026〕虚构9号）",
        "自2026年10月17日起可以申请信用修复",
        "https://shiming.gsxt.gov.cn",
        "失信程度|一般|处理类型|一般失信|",
        "最短公示期|3个月|最早可申请日|2026年10月17日|",
        "最长公示期|1年|停止公示日|2027年7月17日|",
        "依据|市场监管总局令第107号第九条|处罚类别|罚款、没收非法财物|",
        "1|履行完毕行政处罚决定规定的义务|具备|",
        "3|守信承诺书|",
    ] {
        assert!(told.contains(words), "{words} is not in\n{told}");
    }
    assert!(!told.contains("说明："), "{told}");
    // What the engine assumed is said where its days are.
    let told = text(&made(Paper::RepairNotice, Some("penalty:11")));
    assert!(told.contains("说明：公示日期不详，按法定最迟日2026年12月3日推算，各日期不会早于实际。"), "{told}");
    // A warning alone is not published: there is no day, and nothing to apply for.
    let told = text(&made(Paper::RepairNotice, Some("penalty:5")));
    assert!(
        told.contains("本项处罚的修复状态为“不予公示，无需修复”")
            && !told.contains("公示期|")
            && !told.contains("依法公示"),
        "{told}"
    );
}

#[test]
fn an_acceptance_has_the_deadlines_of_the_engine_from_the_day_of_the_application() {
    let told = text(&made(Paper::Acceptance, Some("penalty:8")));
    for words in [
        "申请日期|2026年11月21日|受理日期|〈受理日期〉|",
        "受理期限|2026年11月24日|决定期限|2026年12月3日|",
        "准予修复的，最迟2026年12月8日|",
    ] {
        assert!(told.contains(words), "{words} is not in\n{told}");
    }
    let record = typed();
    let later = Question {
        record: &record,
        paper: "acceptance",
        target: Some("penalty:8"),
        on: Some("2026-11-23"),
        ..Question::default()
    };
    assert!(text(&later.answer().unwrap()).contains("受理期限|2026年11月25日|"));
    let next_year = Question { on: Some("2026-12-28"), ..later };
    assert!(text(&next_year.answer().unwrap()).contains("说明：没有2027年的放假安排"));
}

#[test]
fn a_letter_of_commitment_has_the_name_of_its_channel() {
    assert!(text(&made(Paper::CommitmentLetter, Some("penalty:8"))).starts_with("守信承诺书"));
    assert!(text(&made(Paper::CommitmentLetter, Some("penalty:7"))).starts_with("信用承诺书"));
}

#[test]
fn a_refusal_tells_every_condition_and_what_to_do_and_an_approval_sheet_amounts_and_kinds() {
    let told = text(&made(Paper::Refusal, Some("penalty:9")));
    assert!(told.contains("〈不予理由〉") && told.contains("〈复议机关〉"), "{told}");
    let told = text(&made(Paper::ApprovalSheet, Some("penalty:11")));
    assert!(told.contains("尚未具备|缴清罚没款、履行完毕其他义务，取得履行证明|"), "{told}");
    let told = text(&made(Paper::RepairApplication, Some("penalty:2")));
    for words in ["罚款金额：12万元", "没收金额：18,600.5元", "处罚类别|罚款、没收违法所得、责令停产停业|"]
    {
        assert!(told.contains(words), "{words} is not in\n{told}");
    }
}

#[test]
fn a_decision_that_the_engine_would_not_expect_says_so() {
    let told = text(&made(Paper::Approval, Some("penalty:11")));
    assert!(told.contains("核对后删除本段：2026年11月21日的修复状态为“条件尚未具备”"), "{told}");
    for (paper, target) in [(Paper::Approval, "penalty:8"), (Paper::AbnormalRemoval, "abnormal_listing:1")] {
        let told = text(&made(paper, Some(target)));
        assert!(!told.contains("核对后删除本段"), "{told}");
    }
}

#[test]
fn a_fact_of_a_later_day_has_not_happened_yet() {
    let record = typed();
    let asked = |on| Question {
        record: &record,
        paper: "repair_application",
        target: Some("penalty:4"),
        on: Some(on),
        ..Question::default()
    };
    assert!(text(&asked("2026-11-21").answer().unwrap()).contains("已于2025年11月10日履行完毕"));
    assert!(!text(&asked("2025-11-09").answer().unwrap()).contains("履行完毕决定规定的义务。"));
}

#[test]
fn a_list_of_all_penalties_in_a_template_of_the_office_has_each_its_own() {
    let rows: &[&[&str]] =
        &[&["{{#each 处罚}}{{序号}}", "{{决定书文号}}", "{{#if 罚款金额}}{{罚款金额}}{{else}}—{{/if}}{{/each}}"]];
    let own = common::with_body(&[common::p("{{企业名称}}{{印章编号}}"), common::table(rows)].concat());
    let record = RECORD;
    // A tag of the office's own is one that it has set.
    let asked = |office| Question {
        record,
        paper: "repair_notice",
        target: Some("penalty:8"),
        on: Some(ON),
        office,
        template: Some(&own),
    };
    let told = text(&asked(Some(r#"{"印章编号": "03", "文号": null}"#)).answer().unwrap());
    assert!(told.contains("包头市虚构食品有限公司03"), "{told}");
    assert!(
        told.contains("6|包市监处罚〔2025〕虚构6号|—|") && told.contains("12|包市监处罚〔2026〕虚构12号|15万元|"),
        "{told}"
    );
    assert!(asked(None).answer().unwrap_err().message().zh.contains("没有“印章编号”这个标签"));
}

#[test]
fn what_cannot_be_answered_is_told() {
    let asked = |paper, target, on, record| {
        Question { record, paper, target, on, ..Question::default() }.answer().unwrap_err().message()
    };
    assert!(asked("notice", None, Some(ON), RECORD).zh.contains("没有“notice”这种文书，可以选择：repair_notice, "));
    assert!(asked("approval", None, Some(ON), RECORD).zh.contains("有多个事项，请指明一个：penalty:0, penalty:1, "));
    let told = asked("approval", Some("penalty:12"), Some(ON), RECORD);
    assert!(told.en.contains("has no “penalty:12”") && told.en.contains("serious_listing:0"), "{}", told.en);
    assert!(
        asked("abnormal_removal", Some("penalty:0"), Some(ON), RECORD).zh.contains("没有该文书可以针对的“penalty:0”")
    );
    // Decided later than the day of the application.
    assert!(asked("repair_notice", Some("penalty:11"), Some("2026-11-04"), RECORD).zh.contains("penalty:11"));
    assert!(asked("repair_notice", Some("penalty:8"), None, RECORD).zh.contains("记录中没有日期"));
    assert!(asked("repair_notice", Some("penalty:8"), Some("2026-02-30"), RECORD).zh.contains("“2026-02-30”不是日期"));
    assert!(asked("address_confirmation", None, Some("2018-05-15"), RECORD).zh.contains("评估日早于成立日期"));
    assert!(asked("repair_notice", None, Some(ON), "[]").zh.contains("不是有效的JSON对象"));
    let bad = RECORD.replacen("\"fine_yuan\": 52000", "\"fine_yuan\": -1", 1);
    assert!(asked("repair_notice", None, Some(ON), &bad).zh.starts_with("enterprise.penalties[0].fine_yuan（“-1”）："));
    let office = Question {
        record: RECORD,
        paper: "address_confirmation",
        on: Some(ON),
        office: Some(r#"{"文号": 3}"#),
        ..Question::default()
    };
    assert_eq!(office.answer().unwrap_err().message().zh, "文号：应为文字，请改正");
}

#[test]
fn every_tag_has_a_form_in_a_template() {
    // All text tags in one paragraph are filled or told missing: none is unknown.
    let all: String = tags()
        .filter(|tag| !["处罚", "列入", "材料", "条件"].contains(tag))
        .map(|tag| format!("{{{{{tag}}}}}，"))
        .collect();
    let own = common::with_body(&common::p(&all));
    let record = typed();
    let asked = Question {
        record: &record,
        paper: "approval",
        target: Some("penalty:8"),
        on: Some(ON),
        office: None,
        template: Some(&own),
    };
    let told = text(&asked.answer().unwrap());
    assert!(told.contains("，企业，") && told.contains("，普通程序，") && told.contains("，6.5万元，"), "{told}");
    assert!(fill(&own, &paper::Values::default()).is_ok());
}

#[test]
fn the_page_for_offices_names_every_paper_and_every_tag() {
    let page = include_str!("../../../docs/papers.md");
    let words: Vec<&str> = page.split([' ', '|', '（', '`', '\n']).collect();
    let lost: Vec<&str> = tags().chain(Paper::CODES.iter().copied()).filter(|name| !words.contains(name)).collect();
    assert!(lost.is_empty(), "{lost:?}");
}

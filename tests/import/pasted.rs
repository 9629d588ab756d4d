//! Rows copied from a spreadsheet and pasted into a record.

use xinheng::facts::{AbnormalReason, AuthoritySystem, Discretion, InspectionResult, PenaltyKind, Procedure, Sector};
use xinheng::import::{Pasted, Unit, pasted};

use crate::support::code;

const NAME: &str = "包头市虚构商贸有限公司";

fn paste(text: &str) -> Pasted {
    pasted(text, &code(1), NAME, None)
}

/// What is told, line after line.
fn told(pasted: &Pasted) -> String {
    std::iter::once(&pasted.told).chain(&pasted.lines).map(|line| line.zh.as_str()).collect::<Vec<_>>().join("\n")
}

fn assert_told(pasted: &Pasted, words: &[&str]) {
    let told = told(pasted);
    for words in words {
        assert!(told.contains(words), "“{words}” is not told: {told}");
    }
}

#[test]
fn a_block_with_its_header_is_read_as_a_file() {
    let pasted = paste(
        "行政处罚决定书文号\t违法行为类型\t处罚类别\t罚款金额（万元）\t处罚决定日期\t公示日期\t处罚机关\t监管领域\t裁量阶次\r\n\
         包市监处罚〔2025〕12号\t\"未明码\n标价\"\t警告、罚款\t0.2\t2025/3/2\t2025-03-12\t包头市市场监督管理局\t食品\t从轻\r\n\
         包消罚〔2025〕3号\t占用通道\t警告\t— —\t2025.4.8\t— —\t昆都仑区消防救援大队\t消防\t\r\n",
    );
    assert_eq!(pasted.rest, "");
    let [first, second] = &pasted.facts.penalties[..] else { panic!("{:?}", pasted.facts.penalties) };
    assert_eq!(first.category.as_deref(), Some("未明码标价"), "a field has one line");
    assert_eq!(first.fine.unwrap().to_string(), "2000");
    assert_eq!(first.decided_on.to_string(), "2025-03-02");
    assert_eq!(first.published_on.unwrap().to_string(), "2025-03-12");
    assert_eq!((first.sector, first.discretion), (Some(Sector::Food), Some(Discretion::Lenient)));
    assert_eq!((second.fine, second.published_on), (None, None));
    assert_eq!(second.authority_system, AuthoritySystem::Other);
    assert_told(&pasted, &["添加2条行政处罚"]);
    assert!(pasted.facts.uscc.is_empty() && pasted.facts.name.is_empty());
}

#[test]
fn one_row_without_a_header_is_told_by_its_cells() {
    let row = "包市监处罚〔2025〕12号\t2025-03-02\t2025-03-12\t警告；罚款\t6万元\t包头市市场监督管理局\t简易程序\t食品\t未明码标价\t3";
    let pasted = paste(row);
    let [penalty] = &pasted.facts.penalties[..] else { panic!("{}", told(&pasted)) };
    assert_eq!(penalty.document_no.as_deref(), Some("包市监处罚〔2025〕12号"));
    assert_eq!(penalty.decided_on.to_string(), "2025-03-02");
    assert_eq!(penalty.published_on.unwrap().to_string(), "2025-03-12");
    assert_eq!(penalty.kinds.iter().collect::<Vec<_>>(), [PenaltyKind::Warning, PenaltyKind::Fine]);
    assert_eq!(penalty.fine.unwrap().to_string(), "60000");
    assert_eq!(penalty.confiscated, None, "nothing was confiscated");
    assert_eq!(penalty.authority.as_deref(), Some("包头市市场监督管理局"));
    assert_eq!(penalty.procedure, Procedure::Simple);
    assert_eq!(penalty.sector, Some(Sector::Food));
    assert_eq!(penalty.category.as_deref(), Some("未明码标价"));
    assert_told(
        &pasted,
        &[
            "按内容识别了1行",
            "处罚决定日期：第2列“2025-03-02”",
            "公示日期：第3列“2025-03-12”",
            "违法行为类型：第9列“未明码标价”",
            "没有用到：第10列“3”",
        ],
    );
}

#[test]
fn whichever_day_is_earlier_is_the_decision_and_a_far_later_one_is_no_publication() {
    for (days, decided, published) in [
        ("2025-03-02\t2025-03-12", "2025-03-02", Some("2025-03-12")),
        ("2025-03-12\t2025-03-02", "2025-03-02", Some("2025-03-12")),
        ("2025-03-02\t2025-03-02", "2025-03-02", Some("2025-03-02")),
        ("2025-03-02\t2028-03-12", "2025-03-02", None),
        ("2099-12-31\t2025-03-02", "2025-03-02", None),
        ("2025年3月2日", "2025-03-02", None),
        ("20250302", "2025-03-02", None),
    ] {
        let pasted = paste(&format!("警告\t{days}"));
        let penalty = &pasted.facts.penalties[0];
        assert_eq!(penalty.decided_on.to_string(), decided, "{days}");
        assert_eq!(penalty.published_on.map(|day| day.to_string()).as_deref(), published, "{days}");
    }
}

#[test]
fn an_amount_without_a_unit_is_asked_for_and_never_guessed() {
    for text in ["罚款\t2025-03-02\t6", "处罚类别\t处罚决定日期\t罚款金额\n罚款\t2025-03-02\t6"] {
        let asked = paste(text);
        assert!(asked.asks_unit, "{text}");
        assert_eq!((asked.facts.penalties.len(), asked.rest.as_str()), (0, text));
        assert_told(&asked, &["金额没有写单位（如“6”）"]);
        for (unit, yuan) in [(Unit::Yuan, "6"), (Unit::TenThousand, "60000")] {
            let answered = pasted(text, &code(1), NAME, Some(unit));
            assert_eq!(answered.facts.penalties[0].fine.unwrap().to_string(), yuan);
            assert!(!answered.asks_unit && answered.rest.is_empty());
        }
    }
    for (amount, yuan) in
        [("6万", "60000"), ("6000元", "6000"), ("¥6,000.50元", "6000.5"), ("人民币6万元整", "60000"), ("0", "0")]
    {
        let pasted = paste(&format!("罚款\t2025-03-02\t{amount}"));
        assert_eq!(pasted.facts.penalties[0].fine.map(|fine| fine.to_string()).as_deref(), Some(yuan), "{amount}");
    }
    // What a person answers is for the amounts that lack a unit only.
    let mixed = pasted("罚款\t2025-03-02\t6\n罚款\t2025-03-03\t2万元", &code(1), NAME, Some(Unit::Yuan));
    let fines: Vec<_> = mixed.facts.penalties.iter().map(|penalty| penalty.fine.unwrap().to_string()).collect();
    assert_eq!(fines, ["6", "20000"]);
}

#[test]
fn a_number_in_front_counts_the_rows_and_is_no_amount() {
    let pasted = paste("1\t2025-03-02\t罚款\t2万元\n2\t2025-04-02\t罚款\t3万元");
    let fines: Vec<_> = pasted.facts.penalties.iter().map(|penalty| penalty.fine.unwrap().to_string()).collect();
    assert_eq!(fines, ["20000", "30000"]);
}

#[test]
fn what_was_confiscated_is_no_fine() {
    let pasted = paste("2025-03-02\t没收违法所得\t2万元\n2025-04-02\t没收违法所得、没收非法财物\t3万元");
    let penalty = &pasted.facts.penalties[0];
    assert_eq!((penalty.fine, penalty.confiscated.unwrap().to_string().as_str()), (None, "20000"));
    let both = paste("2025-03-02\t罚款、没收违法所得\t2万元\t5000元");
    let penalty = &both.facts.penalties[0];
    assert_eq!(
        (penalty.fine.unwrap().to_string().as_str(), penalty.confiscated.unwrap().to_string().as_str()),
        ("20000", "5000")
    );
}

#[test]
fn a_broken_row_among_good_ones_is_told_and_kept() {
    let header = "处罚决定日期\t处罚类别\t行政处罚决定书文号";
    let (good, no_day, no_kind, other) = (
        "2025-03-02\t警告\t包〔2025〕1号",
        "2025-02-30\t警告\t包〔2025〕2号",
        "2025-04-02\t罚歀\t包〔2025〕3号",
        "2025-05-02\t通报批评\t包〔2025〕4号",
    );
    for with_header in [true, false] {
        let rows = [good, no_day, no_kind, other].join("\r\n");
        let text = if with_header { format!("{header}\r\n{rows}\r\n") } else { rows };
        let pasted = paste(&text);
        let numbers: Vec<_> =
            pasted.facts.penalties.iter().map(|penalty| penalty.document_no.clone().unwrap()).collect();
        assert_eq!(numbers, ["包〔2025〕1号", "包〔2025〕4号"]);
        let first = 1 + u32::from(with_header);
        assert_told(
            &pasted,
            &[
                "另有2行没有采用",
                &format!("第 {} 行（粘贴的内容中）“处罚决定日期”写的是“2025-02-30”，没有这一天", first + 1),
                &format!("第 {} 行（粘贴的内容中）“处罚类别”写的是“罚歀”", first + 2),
            ],
        );
        let kept = if with_header { format!("{header}\n") } else { String::new() };
        assert_eq!(pasted.rest, format!("{kept}{no_day}\n{no_kind}\n"));
    }
}

#[test]
fn a_row_of_another_enterprise_is_not_taken_over() {
    let row = |uscc: &str, name: &str| format!("{uscc}\t{name}\t警告\t2025-03-02");
    let header = "统一社会信用代码\t企业名称\t处罚类别\t处罚决定日期\n";
    for (uscc, name, used) in [
        (code(1).as_str(), NAME, true),
        (&code(1).to_lowercase(), "从前的名称有限公司", true),
        ("", "包头市虚构商贸 有限公司", true),
        ("", "", true),
        (code(2).as_str(), NAME, false),
        ("", "另一家有限公司", false),
        ("91150203MAE0YWCM6X", NAME, false),
    ] {
        let pasted = paste(&format!("{header}{}", row(uscc, name)));
        assert_eq!(pasted.facts.penalties.len(), usize::from(used), "{uscc} {name}");
        if !used {
            assert_told(&pasted, &["是另一户的"]);
            assert!(pasted.rest.ends_with(&row(uscc, name)));
        }
    }
    // Without a header the code and the name are told as such.
    let text = format!("{}\n{}", row(&code(1), NAME), row(&code(2), NAME));
    let mixed = paste(&text);
    assert_eq!(mixed.facts.penalties.len(), 1);
    assert_told(&mixed, &["第 2 行（粘贴的内容中）“统一社会信用代码”", "是另一户的", "统一社会信用代码：第1列"]);
    // A record that does not say yet whose it is takes the rows of one enterprise.
    assert_eq!(pasted(&text, "", "", None).facts.penalties.len(), 1);
}

#[test]
fn the_code_of_an_authority_is_not_that_of_the_enterprise() {
    let mut authority = String::new();
    // Any code of an authority with a right check digit.
    for last in "0123456789ABCDEFGHJKLMNPQRTUWXY".chars() {
        let candidate = format!("11150200011500001{last}");
        if xinheng::facts::check_credit_code(&candidate).is_ok() {
            authority = candidate;
        }
    }
    let pasted = paste(&format!("2025-03-02\t警告\t包头市市场监督管理局\t{authority}"));
    assert_eq!(pasted.facts.penalties.len(), 1, "{}", told(&pasted));
    assert_told(&pasted, &[&format!("没有用到：第4列“{authority}”")]);
}

#[test]
fn a_person_is_no_enterprise_and_is_not_lost() {
    let pasted = paste("行政相对人类别\t处罚类别\t处罚决定日期\n自然人\t警告\t2025-03-02");
    assert_eq!(pasted.facts.penalties, []);
    assert_told(&pasted, &["是自然人"]);
    assert!(pasted.rest.contains("自然人"));
}

#[test]
fn other_tables_are_known_by_their_headers() {
    let abnormal = paste("列入原因\t列入日期\t纠正日期\n未按照规定的期限公示年度报告\t2025-07-08\t2025年8月1日");
    let listing = &abnormal.facts.abnormal_listings[0];
    assert_eq!(listing.reason, AbnormalReason::AnnualReport);
    assert_eq!(listing.corrected_on.unwrap().to_string(), "2025-08-01");
    assert_told(&abnormal, &["添加1条经营异常名录"]);
    let inspections =
        paste("检查日期\t检查结果\t检查部门\n2025-07-08\t未按要求整改\t包头市市场监督管理局\n2025-07-09\t\t");
    assert_eq!(inspections.facts.inspections.len(), 2);
    assert_eq!(inspections.facts.inspections[0].result, Some(InspectionResult::Unrectified));
    let serious = paste("严重违法失信名单\n列入原因\t列入日期\t移出日期\n提交\"虚假材料\"\t2025-07-08\t");
    assert_eq!(serious.facts.serious_listings.len(), 1);
    assert_eq!(serious.facts.serious_listings[0].cause.as_deref(), Some("提交\"虚假材料\""));
    assert_eq!(paste("线索类型\t收到日期\n投诉举报\t2026-11-01").facts.leads.len(), 1);
    assert_eq!(paste("承诺类型\t承诺日期\n信用修复型\t2026-11-01").facts.commitments.len(), 1);
    assert_eq!(paste("发布日期\t移除日期\n2026-11-01\t").facts.court_listings.len(), 1);
}

#[test]
fn tables_that_cannot_be_used_are_kept_whole() {
    for (text, words) in [
        ("统一社会信用代码\t企业名称\t登记状态\n91350100M000100Y43\t甲\t存续", "这是经营主体的表"),
        ("行政处罚决定书文号\t处罚决定日期\n包〔2025〕1号\t2025-03-02", "缺少“处罚类别”一列"),
        ("列入原因\t列入日期\n其他\t2025-03-02", "看不出是经营异常名录还是严重违法失信名单"),
        ("甲\t乙\n丙\t丁", "看不出各列是什么"),
        ("2025-03-02\t6万元", "没有认出：处罚类别"),
        ("处罚决定日期\t处罚类别", "除了表头以外没有可用的行"),
    ] {
        let pasted = paste(text);
        assert_eq!(pasted.rest, text);
        assert_eq!(pasted.facts, xinheng::facts::Enterprise::default());
        assert_told(&pasted, &[words]);
    }
}

#[test]
fn the_order_of_the_double_publicity_layout_tells_more_than_the_cells() {
    let behind = "包市监处罚〔2025〕12号\t擅自施工\t违法事实写得很长很长很长\t《某法》第三条\t责令停产停业、罚款\t罚款6万元\t6.000000\t— —\t— —\t\
                  2025-03-02\t2025-09-02";
    let standard = format!(
        "{NAME}\t法人及非法人组织\t{}\t\t\t{behind}\t2026-03-02\t包头市住房和城乡建设局\t11150200011500001X\t平台\t11150200011500001X\t",
        code(1)
    );
    let pasted = paste(&standard);
    let [penalty] = &pasted.facts.penalties[..] else { panic!("{}", told(&pasted)) };
    assert_eq!(penalty.category.as_deref(), Some("擅自施工"));
    assert_eq!(penalty.fine.unwrap().to_string(), "60000", "the layout has amounts in 万元");
    assert_eq!(penalty.restriction_ends_on.unwrap().to_string(), "2025-09-02");
    assert_eq!(penalty.published_on, None, "公示截止期 is no day of publication");
    assert_eq!(penalty.authority.as_deref(), Some("包头市住房和城乡建设局"));
    assert_told(&pasted, &["按“双公示”的列序识别了1行"]);

    let extended = format!(
        "{NAME}\t法人及非法人组织\t{}\t{behind}\t2025-03-12\t\t包头市住房和城乡建设局\t平台\t普通程序\t建筑工程\t从重\t2025-04-01\t2025-04-02\t2025-04-03\t2025-10-01\t\t无",
        code(1)
    );
    let pasted = paste(&extended);
    let [penalty] = &pasted.facts.penalties[..] else { panic!("{}", told(&pasted)) };
    assert_eq!(penalty.published_on.unwrap().to_string(), "2025-03-12");
    assert_eq!(penalty.fulfilled_on.unwrap().to_string(), "2025-04-01");
    assert_eq!(penalty.repaired_on.unwrap().to_string(), "2025-10-01");
    assert_eq!((penalty.sector, penalty.discretion), (Some(Sector::Construction), Some(Discretion::Aggravated)));
}

#[test]
fn rows_typed_by_hand_need_no_tabs() {
    for row in [
        "2025-03-02 警告、罚款 6万元 包〔2025〕1号",
        "2025-03-02  警告、罚款\u{3000}6万元  包〔2025〕1号",
        "2025-03-02,警告、罚款,6万元,包〔2025〕1号",
        "2025-03-02 警告、罚款 60,000元 包〔2025〕1号",
    ] {
        let pasted = paste(row);
        let [penalty] = &pasted.facts.penalties[..] else { panic!("{row}: {}", told(&pasted)) };
        assert_eq!(penalty.fine.unwrap().to_string(), "60000", "{row}");
        assert_eq!(penalty.document_no.as_deref(), Some("包〔2025〕1号"));
    }
    let header = paste("处罚决定日期 处罚类别\n2025-03-02 警告");
    assert_eq!(header.facts.penalties.len(), 1);
}

#[test]
fn what_is_told_twice_is_added_once() {
    let pasted = paste("2025-03-02\t警告\t包〔2025〕1号\n2025-03-02\t警告\t包〔2025〕1号");
    assert_eq!(pasted.facts.penalties.len(), 1);
    assert_told(&pasted, &["第 2 行与第 1 行是同一处罚"]);
}

#[test]
fn any_text_is_read_without_a_panic_and_nothing_of_it_is_lost() {
    let words = [
        "2025-03-02",
        "警告",
        "罚款",
        "6",
        "6万元",
        "\"",
        "包〔2025〕1号",
        "",
        "合计",
        "——",
        "处罚类别",
        "处罚决定日期",
        "自然人",
        "局",
    ];
    let mut seed = 7_u32;
    let mut draw = |below: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) as usize % below
    };
    for _ in 0..500 {
        let mut text = String::new();
        for _ in 0..draw(5) {
            for _ in 0..draw(6) {
                text.push_str(words[draw(words.len())]);
                text.push(['\t', ',', ' ', '\t'][draw(4)]);
            }
            text.push('\n');
        }
        let pasted = paste(&text);
        let used = pasted.facts.penalties.len();
        assert!(used == 0 || !pasted.asks_unit);
        // Each row with a document number is a fact, waits to be mended, or is told as one told twice.
        if used == 0 && text.contains("包〔2025〕1号") {
            assert!(pasted.rest.contains("包〔2025〕1号"), "{text:?}: {pasted:?}");
        }
    }
}

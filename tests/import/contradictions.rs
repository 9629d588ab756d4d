//! Rows that say different things: of one decision, of one enterprise; and whose an authority is.

use xinheng::facts::{AuthoritySystem, Term};
use xinheng::import::RemarkKind;

use crate::office::{PENALTIES, all_penalties, penalties, penalties_under, row, told};
use crate::support::{code, import, table};

#[test]
fn rows_of_one_decision_are_one_penalty_in_either_order() {
    let fine = row(1, &[]);
    let revocation = row(1, &[(3, "吊销许可证件"), (4, "")]);
    let other = row(1, &[(4, "0.8"), (6, "示例市市场监督管理局")]);
    for rows in [[fine.clone(), revocation.clone()], [revocation, fine.clone()]] {
        let import = import(&[("a.csv", &penalties(&rows))]);
        let [penalty] = all_penalties(&import)[..] else { panic!() };
        let kinds: Vec<&str> = penalty.kinds.iter().map(Term::code).collect();
        assert_eq!(
            (kinds, penalty.fine.unwrap().to_string()),
            (vec!["fine", "revocation_of_licence"], "5000".to_owned())
        );
        assert_eq!((import.report.duplicates.len(), told(&import)), (0, vec![]));
    }
    for rows in [[fine.clone(), other.clone()], [other, fine]] {
        let import = import(&[("a.csv", &penalties(&rows))]);
        let [penalty] = all_penalties(&import)[..] else { panic!() };
        assert_eq!(penalty.fine.unwrap().to_string(), "8000", "the larger");
        assert_eq!(penalty.authority.as_deref(), Some("示例区市场监督管理局"), "the first by bytes");
        assert_eq!(told(&import), ["decision_differs"]);
        let remark = &import.remarks[&0][0];
        assert_eq!(remark.kind, RemarkKind::DecisionDiffers);
        assert!(remark.words.zh.contains("罚款金额（万元）、处罚机关"), "{}", remark.words.zh);
    }
}

#[test]
fn fines_for_different_violations_in_one_decision_add_up() {
    let columns = [&PENALTIES[..], &["违法行为类型"]].concat();
    let with = |fine: &str, category: &str| [row(1, &[(4, fine)]), vec![category.to_owned()]].concat();
    let import = import(&[(
        "a.csv",
        &penalties_under(&columns, &[with("0.5", "甲类"), with("0.3", "乙类"), with("0.2", "乙类")]),
    )]);
    let [penalty] = all_penalties(&import)[..] else { panic!() };
    assert_eq!((penalty.fine.unwrap().to_string(), penalty.category.as_deref()), ("8000".into(), Some("乙类")));
}

#[test]
fn two_writings_of_one_text_are_no_contradiction() {
    let columns = [&PENALTIES[..], &["违法行为类型"]].concat();
    let with = |fine: &str, authority: &str, category: &str| {
        [row(1, &[(4, fine), (6, authority)]), vec![category.to_owned()]].concat()
    };
    let rows =
        |fine| [with("0.5", "示例区市场监督管理局", "乙类"), with(fine, "示例区 市场监督管理局", "乙\u{200B} 类")];
    let same = import(&[("a.csv", &penalties_under(&columns, &rows("0.5")))]);
    assert_eq!((all_penalties(&same).len(), same.report.duplicates.len(), told(&same)), (1, 1, vec![]));

    let other = import(&[("a.csv", &penalties_under(&columns, &rows("0.3")))]);
    let [penalty] = all_penalties(&other)[..] else { panic!() };
    assert_eq!(penalty.fine.unwrap().to_string(), "5000", "the larger of two for one violation, not their sum");
    assert_eq!(told(&other), ["decision_differs"]);
    let words = &other.remarks[&0][0].words.zh;
    assert!(words.contains("罚款金额") && !words.contains("处罚机关") && !words.contains("违法行为类型"), "{words}");
}

#[test]
fn a_code_copied_down_is_noticed_row_by_row() {
    let register: Vec<[String; 3]> =
        (1..=11).map(|number| [code(number), format!("示例{number}号商贸有限公司"), "存续".to_owned()]).collect();
    let register: Vec<Vec<&str>> = register.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let register: Vec<&[&str]> = register.iter().map(Vec::as_slice).collect();
    let register = table(&["统一社会信用代码", "企业名称", "登记状态"], &register);
    let one = code(1);
    let rows: Vec<_> = (1..=11).map(|number| row(number, &[(1, &one)])).collect();
    let copied = penalties(&rows);
    for files in [[("a.csv", &*register), ("b.csv", &*copied)], [("b.csv", &*copied), ("a.csv", &*register)]] {
        let import = import(&files);
        assert_eq!(told(&import), ["name_differs"; 10]);
        assert_eq!(import.enterprises[0].name, "示例1号商贸有限公司");
        assert_eq!(import.remarks.keys().copied().collect::<Vec<_>>(), [0]);
        assert_eq!(import.remarks[&0].len(), 10);
        assert!(import.remarks[&0][0].words.zh.starts_with("b.csv：第 3 行"), "{}", import.remarks[&0][0].words.zh);
    }
    // Without a register the name of most rows holds, and without one none.
    let two = [row(1, &[]), row(1, &[(2, "甲"), (0, "示例１号商贸有限公司")]), row(1, &[(2, "乙"), (0, "别的公司")])];
    let without = import(&[("b.csv", &penalties(&two))]);
    assert_eq!((told(&without), &*without.enterprises[0].name), (vec!["name_differs"], "示例1号商贸有限公司"));
    let none = import(&[("b.csv", &penalties(&[two[0].clone(), two[2].clone()]))]);
    assert_eq!((told(&none), &*none.enterprises[0].name), (vec!["name_differs"; 2], &*code(1)));
}

#[test]
fn authorities_are_told_by_their_names_and_listed() {
    let names = [
        "示例区市场监督管理局",
        "示例区市场监督 管理局",
        "示例区市场监督\n管理局",
        "示例区市監局",
        "示例区工商行政管理局",
        "",
        "示例区生态环境局",
        "示例区生态环境局",
    ];
    let rows: Vec<_> = (1..).zip(names).map(|(number, name)| row(number, &[(6, name)])).collect();
    let import = import(&[("a.csv", &penalties(&rows))]);
    let systems: Vec<bool> =
        all_penalties(&import).iter().map(|one| one.authority_system == AuthoritySystem::MarketRegulation).collect();
    assert_eq!(systems, [true, true, true, true, true, true, false, false]);
    let met = &import.report.files[0].authorities;
    let other: Vec<_> = met.iter().filter(|one| one.system == AuthoritySystem::Other).collect();
    assert_eq!((other.len(), other[0].name.as_str(), other[0].rows), (1, "示例区生态环境局", 2));
    assert_eq!(met.iter().map(|one| one.rows).sum::<usize>(), 7, "the empty one is none");
}

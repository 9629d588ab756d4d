//! Which enterprise a row is about, and which rows tell a penalty twice.

use xinheng::import::Import;

use crate::support::{code, codes, import, table};

const REGISTER: [&str; 3] = ["统一社会信用代码", "企业名称", "登记状态"];
const PENALTIES: [&str; 5] = ["统一社会信用代码", "行政相对人名称", "行政处罚决定书文号", "处罚类别", "处罚决定日期"];
const LEADS: [&str; 4] = ["统一社会信用代码", "企业名称", "线索类型", "收到日期"];

fn register() -> String {
    table(
        &REGISTER,
        &[
            &[&code(1), "示例一", "存续"],
            &[&code(2), "示例（二）", "存续"],
            &[&code(3), "示例同名", "存续"],
            &[&code(4), "示例同名", "注销"],
        ],
    )
}

fn lead(code: &str, name: &str) -> String {
    table(&LEADS, &[&[code, name, "转办", "2026-01-05"]])
}

fn leads_by_code(import: &Import) -> Vec<(String, usize)> {
    let firms = import.enterprises.iter().filter(|firm| !firm.leads.is_empty());
    firms.map(|firm| (firm.uscc.clone(), firm.leads.len())).collect()
}

#[test]
fn a_row_joins_by_its_code_whatever_its_name() {
    let import = import(&[("a", &register()), ("b", &lead(&code(3), "别的名称"))]);
    assert_eq!(leads_by_code(&import), [(code(3), 1)]);
    assert_eq!(import.enterprises[2].name, "示例同名");
    assert_eq!(import.report.joined_by_name, 0);
    assert_eq!(codes(import.report.problems.kept()), ["name_differs"]);
}

#[test]
fn a_row_without_a_code_joins_by_a_name_that_occurs_once() {
    for name in ["示例（二）", "示例(二)", " 示例 （二）"] {
        for missing in ["", "— —"] {
            let import = import(&[("a", &register()), ("b", &lead(missing, name))]);
            assert_eq!(leads_by_code(&import), [(code(2), 1)], "{name}");
            assert_eq!(import.report.joined_by_name, 1);
            assert_eq!(import.report.problems.kept(), []);
        }
    }
}

#[test]
fn a_name_of_several_or_of_nobody_refuses_the_row() {
    for (name, code) in [("示例同名", "name_not_unique"), ("示例无此户", "name_unknown"), ("", "missing")] {
        let import = import(&[("a", &register()), ("b", &lead("", name))]);
        assert_eq!(leads_by_code(&import), []);
        let [problem] = import.report.problems.kept() else { panic!("{name}") };
        assert_eq!((problem.code(), problem.value.as_str()), (code, name));
        assert_eq!(problem.column.as_ref().unwrap().standard, "企业名称");
        assert_eq!((import.report.joined_by_name, import.report.files[1].refused_rows), (0, 1));
    }
}

#[test]
fn a_file_without_a_column_of_codes_joins_by_name() {
    let leads = table(&["企业名称", "线索类型", "收到日期"], &[&["示例一", "转办", "2026-01-05"]]);
    let import = import(&[("a", &register()), ("b", &leads)]);
    assert_eq!(leads_by_code(&import), [(code(1), 1)]);
}

#[test]
fn a_code_that_is_in_no_register_makes_an_enterprise_counted_apart() {
    let files = [("b", &*lead(&code(9), "示例九")), ("a", &*register()), ("c", &*lead(&code(8), ""))];
    let import = import(&files);
    assert_eq!((import.enterprises.len(), import.registered), (6, 4));
    let last: Vec<_> = import.enterprises[4..].iter().map(|firm| (firm.uscc.clone(), firm.name.clone())).collect();
    assert_eq!(last, [(code(8), code(8)), (code(9), "示例九".to_owned())], "without a name the code stands for it");
}

#[test]
fn a_refused_row_makes_no_enterprise() {
    let leads = table(&LEADS, &[&[&code(9), "示例九", "转办", "不详"]]);
    let import = import(&[("a", &register()), ("b", &leads)]);
    assert_eq!(import.enterprises.len(), 4);
}

#[test]
fn the_order_of_the_files_does_not_matter() {
    let penalties = table(
        &PENALTIES,
        &[
            &[&code(2), "示例（二）", "甲1号", "罚款", "2025-01-05"],
            &["", "示例一", "甲2号", "警告", "2025-01-06"],
            &["", "示例同名", "甲3号", "警告", "2025-01-07"],
            &[&code(7), "示例七", "甲4号", "警告", "2025-01-08"],
            &[&code(2), "示例（二）", "甲5号", "罚款", "2025-01-09"],
        ],
    );
    let (register, leads) = (register(), lead("", "示例七"));
    let (r, p, l) = (("r", &*register), ("p", &*penalties), ("l", &*leads));
    let first = import(&[r, p, l]);
    for files in [[r, l, p], [p, r, l], [p, l, r], [l, r, p], [l, p, r]] {
        let other = import(&files);
        assert_eq!(first.enterprises, other.enterprises);
        assert_eq!(first.report.joined_by_name, other.report.joined_by_name);
        let mut told: Vec<_> =
            other.report.problems.kept().iter().map(|problem| (problem.code(), problem.at)).collect();
        told.sort();
        assert_eq!(told, [("name_not_unique", first.report.problems.kept()[0].at)]);
    }
    assert_eq!(first.enterprises[1].penalties.len(), 2);
    assert_eq!(first.enterprises[1].penalties[0].document_no.as_deref(), Some("甲1号"));
    assert_eq!(leads_by_code(&first), [(code(7), 1)], "the name of an enterprise known from another file");
}

#[test]
fn the_register_keeps_its_order() {
    let rows: Vec<[String; 3]> =
        [5, 3, 9, 1].into_iter().map(|n| [code(n), format!("示例{n}"), "存续".to_owned()]).collect();
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let import = import(&[("l", &lead(&code(1), "")), ("r", &table(&REGISTER, &rows))]);
    let order: Vec<&str> = import.enterprises.iter().map(|firm| firm.name.as_str()).collect();
    assert_eq!(order, ["示例5", "示例3", "示例9", "示例1"]);
}

#[test]
fn natural_persons_are_counted_and_left_out() {
    let file = table(
        &["行政相对人名称", "行政相对人类别", "统一社会信用代码", "处罚类别", "处罚决定日期"],
        &[&["张某示例", "自然人", "", "罚款", "2025-05-06"], &["李某示例", "自然人", "1502", "罚歀", "不详"]],
    );
    let import = import(&[("a", &file)]);
    assert_eq!(import.report.natural_persons, 2);
    assert!(import.enterprises.is_empty() && import.report.problems.kept().is_empty());
    assert_eq!(import.report.files[0].rows, 2);
    assert!(!format!("{import:?}").contains("张某"));
}

/// Rows by their place: which repeats which, and how many penalties are left.
fn check_repetitions(rows: &[&[&str]], repetitions: &[(u32, u32)], penalties: usize) -> Import {
    let import = import(&[("a", &register()), ("b", &table(&PENALTIES, rows))]);
    let found: Vec<_> = import.report.duplicates.iter().map(|found| (found.at.row, found.of.row)).collect();
    assert_eq!(found, repetitions, "{rows:?}");
    let count: usize = import.enterprises.iter().map(|firm| firm.penalties.len()).sum();
    assert_eq!(count, penalties, "{rows:?}");
    import
}

#[test]
fn the_same_number_day_and_enterprise_is_one_penalty() {
    let (one, two) = (code(1), code(2));
    let row: &[&str] = &[&one, "示例一", "甲1号", "罚款", "2025-01-05"];
    check_repetitions(&[row, row, row], &[(2, 1), (3, 1)], 1);
    check_repetitions(&[row, &[&one, "示例一", "甲1号", "罚款", "2025年1月5日"]], &[(2, 1)], 1);
    check_repetitions(&[row, &[&one, "示例一", "甲1号", "警告", "2025年1月5日"]], &[], 1);
    check_repetitions(&[row, &[&two, "示例（二）", "甲1号", "罚款", "2025-01-05"]], &[], 2);
    check_repetitions(&[row, &[&one, "示例一", "甲1号", "罚款", "2025-01-06"]], &[], 2);
    check_repetitions(&[row, &[&one, "示例一", "甲2号", "罚款", "2025-01-05"]], &[], 2);
    let without_number: &[&str] = &[&one, "示例一", "", "罚款", "2025-01-05"];
    check_repetitions(&[without_number, without_number], &[], 2);
    let by_name = check_repetitions(&[row, &["", "示例一", "甲1号", "罚款", "2025-01-05"]], &[(2, 1)], 1);
    assert_eq!(by_name.report.joined_by_name, 0, "the row that is used has a code");
}

#[test]
fn a_penalty_is_not_lost_with_the_broken_one_of_two_rows() {
    let one = code(1);
    let good: &[&str] = &[&one, "示例一", "甲1号", "罚款", "2025-01-05"];
    for broken in [
        [&*one, "示例一", "甲1号", "罚款", "不详"],
        [&*one, "示例一", "甲1号", "罚歀", "2025-01-05"],
        ["911502", "示例一", "甲1号", "罚款", "2025-01-05"],
    ] {
        for (rows, row) in [([&broken, good], 1), ([good, &broken], 2)] {
            let import = check_repetitions(&rows, &[(2, 1)], 1);
            let problems = import.report.problems.kept();
            assert_eq!(problems.len(), 1, "{rows:?}");
            assert_eq!(problems[0].at.unwrap().row, row);
        }
    }
}

#[test]
fn of_three_rows_the_first_good_one_is_used() {
    let one = code(1);
    let broken: &[&str] = &[&one, "示例一", "甲1号", "罚歀", "2025-01-05"];
    let good: &[&str] = &[&one, "示例一", "甲1号", "罚款", "2025-01-05"];
    check_repetitions(&[broken, good, good], &[(2, 1), (3, 1)], 1);
}

#[test]
fn rows_of_two_enterprises_of_one_name_do_not_repeat_each_other() {
    let (three, four) = (code(3), code(4));
    let broken: &[&str] = &[&three, "示例同名", "甲1号", "罚歀", "2025-01-05"];
    let good: &[&str] = &[&four, "示例同名", "甲1号", "罚款", "2025-01-05"];
    check_repetitions(&[broken, good], &[], 1);
}

#[test]
fn a_row_that_is_broken_and_joins_nobody_is_told_both_and_counted_once() {
    let leads = table(&LEADS, &[&["", "示例无此户", "转办", "不详"]]);
    let import = import(&[("a", &register()), ("b", &leads)]);
    assert_eq!(codes(import.report.problems.kept()), ["not_a_date", "name_unknown"]);
    assert_eq!(import.report.files[1].refused_rows, 1);
    let leads = table(&LEADS, &[&["", "示例一", "转办", "不详"]]);
    let import = crate::support::import(&[("a", &register()), ("b", &leads)]);
    assert_eq!(import.report.joined_by_name, 1, "whose it is can be told, though it is not used");
}

#[test]
fn a_broken_cell_that_comes_twice_is_told_once() {
    let one = code(1);
    let broken: &[&str] = &[&one, "示例一", "甲1号", "罚款", "不详"];
    let import = check_repetitions(&[broken, broken], &[(2, 1)], 0);
    assert_eq!(codes(import.report.problems.kept()), ["not_a_date"]);
    assert_eq!(import.report.problems.kept()[0].at.unwrap().row, 1);
    assert_eq!(import.report.problems.counts().map(|(_, _, count)| count).sum::<usize>(), 1);
    assert_eq!(import.report.files[1].refused_rows, 1);
}

#[test]
fn repetitions_are_seen_across_files() {
    let one = code(1);
    let file = table(&PENALTIES, &[&[&one, "示例一", "甲1号", "罚款", "2025-01-05"]]);
    let import = import(&[("a", &file), ("b", &file)]);
    let [found] = import.report.duplicates.as_slice() else { panic!() };
    assert_eq!((found.file, found.of_file, found.at.row, found.of.row), (1, 0, 1, 1));
    assert_eq!(import.enterprises[0].penalties.len(), 1);
}

#[test]
fn a_code_twice_in_the_register_is_one_enterprise_with_both_sectors() {
    let columns = ["统一社会信用代码", "企业名称", "登记状态", "监管领域", "风险等级"];
    let one = code(1);
    let file = table(&columns, &[&[&one, "示例一", "存续", "食品", "C"], &[&one, "示例壹", "注销", "药品", "D"]]);
    let import = import(&[("a", &file)]);
    let [firm] = import.enterprises.as_slice() else { panic!() };
    assert_eq!((firm.name.as_str(), firm.sectors.iter().count(), firm.risk_grades.iter().count()), ("示例一", 2, 2));
    assert_eq!(codes(import.report.problems.kept()), ["uscc_repeated", "name_differs"]);
    for grades in [["B", "D"], ["D", "B"]] {
        let rows = grades.map(|grade| [&*one, "示例一", "存续", "食品", grade]);
        let import = crate::support::import(&[("a", &table(&columns, &[&rows[0], &rows[1]]))]);
        let worst = import.enterprises[0].risk_grades.worst();
        assert_eq!(worst, Some(xinheng::facts::RiskGrade::D), "of two grades of one sector the worse");
    }
    assert!(import.report.problems.kept()[0].zh().contains("第 2 行"), "{}", import.report.problems.kept()[0].zh());
}

//! What a person enters: nothing typed is lost, what is wrong stops nothing else, and each step leaves the last alone.
#![cfg(not(target_arch = "wasm32"))]

use xinheng::entry::{Change, Entry, Part, Sheet, TypedFault, can_be_shown, fault, shown, typed};
use xinheng::facts::{Money, PenaltyKind};
use xinheng::json::{self, Value, canonical};
use xinheng::pack::FactKind;
use xinheng::request::{Problem, read_record, record_head, write_record};

const PENALTY: Part = Part::Fact(FactKind::Penalty, 0);

fn write(sheet: &Sheet, part: Part, field: &'static str, text: &str) -> Sheet {
    sheet.changed(Change::Write(part, field, text.to_owned()))
}

/// A sheet with a complete penalty: a fine decided on 2025-03-02.
fn fined() -> Sheet {
    let sheet = Sheet::default().changed(Change::Add(FactKind::Penalty));
    let sheet = write(&sheet, PENALTY, "decided_on", "2025年3月2日");
    sheet.changed(Change::Tick(PENALTY, "kinds", "fine".to_owned(), true))
}

#[test]
fn what_is_typed_in_any_usual_form_becomes_the_form_of_the_contract() {
    for (entry, text, value) in [
        (Entry::Day, " 2025/3/2 ", "\"2025-03-02\""),
        (Entry::Day, "20250302", "\"2025-03-02\""),
        (Entry::Day, "２０２５年３月２日", "\"2025-03-02\""),
        (Entry::Amount, "0.2万元", "2000"),
        (Entry::Amount, "¥60,000.50", "60000.5"),
        (Entry::Amount, "人民币6万元整", "60000"),
        (Entry::Amount, "陆万元整", "60000"),
        (Entry::Amount, "六万", "60000"),
        (Entry::Amount, "6万5千", "65000"),
        (Entry::Amount, "6.5 万 元", "65000"),
        // The field is in yuan: a place alone says enough.
        (Entry::Amount, "5千", "5000"),
        (Entry::Amount, "三百", "300"),
        (Entry::Day, "二〇二五年三月二日", "\"2025-03-02\""),
        (Entry::Code, "9115 0203 mae0ywcm6d", "\"91150203MAE0YWCM6D\""),
        (Entry::Code, "'９１１５０２０３MAE0YWCM6D", "\"91150203MAE0YWCM6D\""),
        (Entry::Words, " 未明码标价 ", "\"未明码标价\""),
        // Web pages and documents leave characters that nobody sees.
        (Entry::Code, "\u{FEFF}91150203\u{200B}MAE0YWCM6D\u{200B}", "\"91150203MAE0YWCM6D\""),
        (Entry::Words, "\u{200B}未明码标价\u{FEFF}", "\"未明码标价\""),
        // What cannot be read stays as it was typed.
        (Entry::Day, "去年", "\"去年\""),
        (Entry::Amount, "若干", "\"若干\""),
    ] {
        assert_eq!(typed(entry, text).as_ref().map(canonical).as_deref(), Some(value), "{text}");
    }
    for nothing in ["", "  ", "— —", "无"] {
        assert_eq!(typed(Entry::Day, nothing), None, "{nothing:?}");
    }
}

#[test]
fn the_amount_of_a_fine_says_that_there_is_one() {
    let sheet = Sheet::default().changed(Change::Add(FactKind::Penalty));
    let kinds = |sheet: &Sheet| sheet.value(PENALTY, "kinds").map(canonical);
    let fined = write(&sheet, PENALTY, "fine_yuan", "陆万元整");
    assert_eq!(kinds(&fined).as_deref(), Some("[\"fine\"]"));
    assert_eq!(kinds(&write(&fined, PENALTY, "fine_yuan", "5000")).as_deref(), Some("[\"fine\"]"), "once");
    for text in ["", "若干", "0"] {
        assert_eq!(kinds(&write(&sheet, PENALTY, "fine_yuan", text)), None, "{text}");
    }
    assert_eq!(kinds(&write(&sheet, PENALTY, "confiscated_yuan", "5000")), None);
}

#[test]
fn a_text_marked_by_several_apostrophes_is_the_same_when_it_is_typed_again() {
    for text in ["'示例", "''示例", "' '\u{1}'示例"] {
        let once = typed(Entry::Words, text);
        assert_eq!(once, Some(Value::String("示例".to_owned())), "{text:?}");
        assert_eq!(typed(Entry::Words, &shown(Entry::Words, once.as_ref(), |day| day.to_string())), once);
    }
}

#[test]
fn a_field_is_shown_as_a_person_writes_it() {
    let of = |text: &str| Value::String(text.to_owned());
    let day = |day: xinheng::facts::Date| format!("<{day}>");
    assert_eq!(shown(Entry::Day, Some(&of("2025-03-02")), day), "<2025-03-02>");
    assert_eq!(shown(Entry::Day, Some(&of("2025-02-30")), day), "2025-02-30");
    assert_eq!(shown(Entry::Amount, Some(&Value::Number("60000".to_owned())), day), "60000");
    assert_eq!(shown(Entry::Words, None, day), "");
}

#[test]
fn each_kind_of_fault_is_told_apart() {
    let of = |text: &str| Value::String(text.to_owned());
    for (entry, text, expected) in [
        (Entry::Day, "2025-02-30", TypedFault::NoSuchDay),
        (Entry::Day, "1989-12-31", TypedFault::DateOutOfRange),
        (Entry::Day, "五月", TypedFault::NotADate),
        (Entry::Amount, "-1", TypedFault::Negative),
        (Entry::Amount, "0.001", TypedFault::TooPrecise),
        (Entry::Amount, "1000000000001", TypedFault::TooLarge),
        (Entry::Amount, "很多", TypedFault::NotAnAmount),
    ] {
        assert_eq!(fault(entry, &of(text)), Some(expected), "{text}");
    }
}

#[test]
fn a_fact_counts_once_it_has_what_it_must_have() {
    let bare = Sheet::default().changed(Change::Add(FactKind::Penalty));
    assert_eq!(bare.read().left_out, [("penalties", 0)]);
    let half = fined().read();
    assert!(half.left_out.is_empty());
    assert!(half.enterprise.penalties[0].kinds.contains(PenaltyKind::Fine));
    let without = fined().changed(Change::Tick(PENALTY, "kinds", "fine".to_owned(), false)).read();
    assert_eq!(without.left_out, [("penalties", 0)]);
}

#[test]
fn a_wrong_field_is_as_if_it_were_not_entered_and_is_kept() {
    let sheet = write(&write(&fined(), PENALTY, "fine_yuan", "6万"), PENALTY, "published_on", "2025-02-30");
    let half = sheet.read();
    assert_eq!(half.enterprise.penalties[0].fine, Money::parse("60000", 0).ok());
    assert_eq!(half.enterprise.penalties[0].published_on, None);
    let paths: Vec<&str> = half.problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["enterprise.uscc", "enterprise.name", "enterprise.penalties[0].published_on"]);
    assert_eq!(sheet.value(PENALTY, "published_on"), Some(&Value::String("2025-02-30".to_owned())));
}

#[test]
fn facts_keep_their_indices_around_one_that_is_left_out() {
    let sheet = fined().changed(Change::Add(FactKind::Penalty)).changed(Change::Add(FactKind::Penalty));
    let third = Part::Fact(FactKind::Penalty, 2);
    let sheet = write(&sheet, third, "decided_on", "2026-01-05");
    let sheet = sheet.changed(Change::Tick(third, "kinds", "warning".to_owned(), true));
    let half = sheet.read();
    assert_eq!(half.left_out, [("penalties", 1)]);
    assert_eq!(half.enterprise.penalties.len(), 2);
    assert_eq!(half.enterprise.penalties[1].decided_on.to_string(), "2026-01-05");
}

#[test]
fn a_step_leaves_the_sheet_before_it_as_it_was() {
    let before = fined();
    let kept = before.clone();
    let after = write(&before, PENALTY, "category", "未明码标价").changed(Change::Add(FactKind::Lead));
    assert_eq!(before, kept);
    assert_ne!(before, after);
    assert_eq!(before.first_difference(&after), Some(PENALTY));
    assert_eq!(
        after
            .changed(Change::Remove(FactKind::Lead, 0))
            .changed(Change::Remove(FactKind::Lead, 0))
            .count(FactKind::Lead),
        0
    );
    assert_eq!(write(&after, PENALTY, "category", " ").changed(Change::Remove(FactKind::Lead, 0)), before);
}

#[test]
fn sectors_and_grades_are_set_and_taken_away() {
    let food = |on| Change::Tick(Part::Basics, "sectors", "food".to_owned(), on);
    let grade = |grade: &str| Change::Grade("food".to_owned(), grade.to_owned());
    let sheet = Sheet::default().changed(food(true)).changed(food(true)).changed(grade("B")).changed(grade("D"));
    let record = canonical(&sheet.record(Vec::new()));
    assert_eq!(record, r#"{"enterprise":{"risk_grades":{"food":"D"},"sectors":["food"]}}"#);
    assert!(sheet.changed(food(false)).changed(grade("")).is_blank(Part::Basics));
}

#[test]
fn a_saved_record_gives_the_same_sheet_and_a_right_one_is_a_record() {
    let sheet = write(&write(&fined(), Part::Basics, "uscc", "91150203MAE0YWCM6D"), Part::Basics, "name", "示例");
    let sheet = write(&write(&sheet, Part::Judgement, "class", "general"), Part::Judgement, "reason", "已整改");
    let sheet = write(&sheet, Part::Judgement, "officer", "张三");
    let record = sheet.record(record_head(None));
    assert_eq!(Sheet::of(&json::parse(&canonical(&record)).unwrap()), sheet);
    let read = read_record(&record).unwrap();
    assert_eq!(read.enterprise, sheet.read().enterprise);
    assert_eq!(read.judgement.unwrap().officer, "张三");
}

#[test]
fn what_was_typed_for_papers_is_kept_with_the_record() {
    let sheet = write(&write(&fined(), Part::Basics, "uscc", "91150203MAE0YWCM6D"), Part::Basics, "name", "示例");
    let typed = |sheet: &Sheet, text: &str| sheet.changed(Change::Desk("住所".to_owned(), text.to_owned()));
    let desk = typed(&typed(&sheet, "钢铁大街"), "钢铁大街1号");
    let record = desk.record(record_head(None));
    assert_eq!(Sheet::of(&json::parse(&canonical(&record)).unwrap()), desk);
    assert_eq!(record.get("version"), Some(&Value::Number("2".to_owned())));
    let read = read_record(&record).unwrap();
    assert_eq!(read.desk, [("住所".to_owned(), "钢铁大街1号".to_owned())]);
    assert_eq!(read_record(&json::parse(&write_record(&read)).unwrap()), Ok(read));
    let wrong =
        json::parse(r#"{"enterprise": {"uscc": "x", "name": "y"}, "desk": {"住所": 3, "电话": null}}"#).unwrap();
    let problems = read_record(&wrong).unwrap_err();
    assert_eq!(problems.iter().map(|problem| problem.path.as_str()).collect::<Vec<_>>(), ["desk.住所"]);
    // Without it the record is as it was before there was any, so that what knows no desk can open it.
    assert_eq!(typed(&desk, " ").record(record_head(None)), sheet.record(record_head(None)));
    assert_eq!(sheet.record(record_head(None)).get("version"), Some(&Value::Number("1".to_owned())));
}

#[test]
fn what_a_field_can_show_is_told_from_what_it_cannot() {
    let problems = |enterprise: &str| {
        read_record(&json::parse(&format!(r#"{{"enterprise": {enterprise}}}"#)).unwrap()).unwrap_err()
    };
    let shown =
        problems(r#"{"uscc": "x", "penalties": [{"decided_on": "2025-02-30", "kinds": [], "fine_yuan": "六万"}]}"#);
    assert_eq!(shown.len(), 4);
    assert!(shown.iter().all(can_be_shown), "{shown:?}");
    for lost in [r#"{"uscc": "x", "name": "y", "nickname": "z"}"#, r#"{"uscc": "x", "name": "y", "status": "closed"}"#]
    {
        assert!(!problems(lost).iter().all(can_be_shown), "{lost}");
    }
}

#[test]
fn a_figure_is_typed_as_a_number_and_kept_with_the_record() {
    let write = |sheet: &Sheet, id: &str, text: &str| sheet.changed(Change::Figure(id.to_owned(), text.to_owned()));
    let sheet = write(&Sheet::default(), "area", "1,200.50");
    let sheet = write(&sheet, "hygiene", "８５");
    let figures = |sheet: &Sheet| sheet.value(Part::Basics, "figures").map(canonical);
    assert_eq!(figures(&sheet).as_deref(), Some(r#"{"area":1200.5,"hygiene":85}"#));
    assert_eq!(sheet.read().enterprise.figures.get("hygiene").unwrap().to_string(), "85");
    let again = Sheet::of(&sheet.record(Vec::new()));
    assert_eq!(figures(&again), figures(&sheet));
    // What is no number stays as it was typed, and is no figure.
    let wrong = write(&sheet, "hygiene", "优秀");
    assert_eq!(figures(&wrong).as_deref(), Some(r#"{"area":1200.5,"hygiene":"优秀"}"#));
    let is_told = |problem: &Problem| problem.path == "enterprise.figures.hygiene" && can_be_shown(problem);
    assert!(wrong.read().problems.iter().any(is_told));
    assert_eq!(wrong.read().enterprise.figures.get("hygiene"), None);
    let none = write(&write(&sheet, "hygiene", " "), "area", "— —");
    assert_eq!(figures(&none), None);
}

//! Ledgers of colleagues come together whole, whatever the order, and what contradicts is found.

use facts::Date;
use ledger::{Content, Entry, EntryId, Ledger, Merged, Moment, PaperMade, read_ledger, write_ledger};
use proptest::prelude::*;

const SHOP: &str = "91350100M000100Y43";
const OTHER: &str = "91350100M000200X91";

fn at(minute: i64) -> Moment {
    Moment::from_unix_ms(1_796_027_460_000 + minute * 60_000).unwrap()
}

fn note(uscc: &str, author: &str, minute: i64, text: &str) -> Entry {
    Entry::new(uscc, author, at(minute), Vec::new(), Content::Note { text: text.to_owned() })
}

fn instead_of(entry: &Entry, author: &str, minute: i64, content: Content) -> Entry {
    Entry::new(entry.uscc(), author, at(minute), vec![entry.id().clone()], content)
}

fn ledger_of(entries: impl IntoIterator<Item = Entry>) -> Ledger {
    let mut ledger = Ledger::default();
    for entry in entries {
        ledger.add(entry);
    }
    ledger
}

fn texts(ledger: &Ledger, uscc: &str) -> Vec<String> {
    let text = |entry: &&Entry| match entry.content() {
        Content::Note { text } => text.clone(),
        other => format!("{other:?}"),
    };
    ledger.current(uscc).iter().map(text).collect()
}

#[test]
fn two_colleagues_who_noted_apart_have_all_of_it_together_and_each_once() {
    let both = note(SHOP, "张", 0, "已通知");
    let mut mine = ledger_of([both.clone(), note(SHOP, "张", 5, "承诺书未盖章")]);
    let hers = ledger_of([note(OTHER, "李", 3, "已签收"), both, note(SHOP, "李", 2, "电话无人接")]);

    assert_eq!(mine.merge(hers.clone()), Merged { added: 2, known: 1 });
    assert_eq!(mine.merge(hers), Merged { added: 0, known: 3 }, "a second time brings nothing");
    assert_eq!(texts(&mine, SHOP), ["已通知", "电话无人接", "承诺书未盖章"], "as they were written");
    assert_eq!(texts(&mine, OTHER), ["已签收"]);
    assert_eq!(mine.enterprises().count(), 2);
}

#[test]
fn what_was_withdrawn_by_one_is_gone_for_both_and_stays_readable() {
    let mistake = note(SHOP, "张", 0, "写错了户");
    let withdrawal = instead_of(&mistake, "李", 9, Content::Withdrawal);
    // The withdrawal comes before what it withdraws.
    let mut ledger = ledger_of([withdrawal]);
    ledger.merge(ledger_of([mistake]));
    assert_eq!(texts(&ledger, SHOP), [""; 0]);
    assert_eq!(ledger.of(SHOP).count(), 2, "nothing is deleted");
}

#[test]
fn colleagues_who_corrected_the_same_entry_otherwise_are_shown_both() {
    let first = note(SHOP, "张", 0, "12月3日前补交");
    let by_one = instead_of(&first, "张", 4, Content::Note { text: "12月4日前补交".to_owned() });
    let by_other = instead_of(&first, "李", 6, Content::Note { text: "12月5日前补交".to_owned() });
    let mut ledger = ledger_of([first.clone(), by_one.clone()]);
    assert_eq!(ledger.replaced_twice(SHOP), []);

    ledger.add(by_other.clone());
    assert_eq!(ledger.replaced_twice(SHOP), [(first.id(), vec![&by_one, &by_other])]);

    // One that stands in the place of both settles it.
    let replaces = vec![by_one.id().clone(), by_other.id().clone()];
    ledger.add(Entry::new(SHOP, "王", at(9), replaces, Content::Note { text: "12月5日前补交".to_owned() }));
    assert_eq!(ledger.replaced_twice(SHOP), []);
    assert_eq!(texts(&ledger, SHOP), ["12月5日前补交"]);
}

#[test]
fn one_number_on_two_papers_of_a_kind_is_found_across_enterprises() {
    let paper = |uscc: &str, paper: &str, number: &str, minute| {
        let on = Date::from_ymd_opt(2026, 11, 30).unwrap();
        let made = PaperMade { paper: paper.to_owned(), target: None, number: Some(number.to_owned()), on };
        Entry::new(uscc, "张", at(minute), Vec::new(), Content::Paper(made))
    };
    let (one, two) = (paper(SHOP, "repair_notice", "〔2026〕1号", 0), paper(OTHER, "repair_notice", "〔2026〕1号", 1));
    let others = [paper(OTHER, "approval", "〔2026〕1号", 2), paper(SHOP, "repair_notice", "〔2026〕2号", 3)];
    let mut ledger = ledger_of(others.into_iter().chain([one.clone(), two.clone()]));
    assert_eq!(ledger.numbers_twice(), [[&one, &two]]);
    ledger.add(instead_of(&two, "张", 8, Content::Withdrawal));
    assert_eq!(ledger.numbers_twice(), [[&one; 0]; 0]);
}

#[test]
fn an_entry_that_was_changed_in_the_file_is_told_with_its_place_and_the_others_stand() {
    let ledger = ledger_of([note(SHOP, "张", 0, "已通知"), note(SHOP, "张", 5, "罚款已缴")]);
    let text = write_ledger(&ledger);
    assert_eq!(read_ledger(&text).unwrap().ledger, ledger);

    let forged = text.replace("罚款已缴", "罚款未缴");
    let read = read_ledger(&forged).unwrap();
    assert_eq!(texts(&read.ledger, SHOP), ["已通知"]);
    let paths: Vec<&str> = read.problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["entries[1].id"]);
}

#[test]
fn what_is_wrong_with_entries_is_told_all_at_once() {
    let text = r#"{"format": "xinheng-ledger", "version": 1, "entries": [
        {"id": "x", "uscc": "91350100M000100Y43", "author": "张", "at": "gestern", "kind": "note", "text": "a"},
        {"id": "x", "uscc": "91350100M000100Y43", "author": "", "at": "2026-11-30T08:31:00Z", "kind": "mark", "on": "2026-02-30"},
        {"id": "x", "uscc": "91350100M000100Y43", "author": "张", "at": "2026-11-30T08:31:00Z", "kind": "dream"},
        17]}"#;
    let read = read_ledger(text).unwrap();
    assert!(read.ledger.is_empty());
    let met: Vec<_> = read.problems.iter().map(|problem| (problem.path.as_str(), problem.code)).collect();
    use request::ProblemCode::{Missing, NotADate, UnknownValue, WrongType};
    let expected = [
        ("entries[0].at", NotADate),
        ("entries[1].author", Missing),
        ("entries[1].word", Missing),
        ("entries[1].on", NotADate),
        ("entries[2].kind", UnknownValue),
        ("entries[3]", WrongType),
    ];
    assert_eq!(met, expected);
}

/// Few texts, authors and moments, so that entries are often the same and often correct one another.
fn entries() -> impl Strategy<Value = Vec<Entry>> {
    let one = (0..2usize, 0..2usize, 0..4i64, 0..3usize, proptest::option::of(0..8usize), any::<bool>());
    proptest::collection::vec(one, 0..12).prop_map(|drawn| {
        let mut entries: Vec<Entry> = Vec::new();
        for (uscc, author, minute, text, replaces, withdraws) in drawn {
            let uscc = [SHOP, OTHER][uscc];
            let replaced = replaces.and_then(|place| entries.get(place)).filter(|entry| entry.uscc() == uscc);
            let replaces: Vec<EntryId> = replaced.map(|entry| entry.id().clone()).into_iter().collect();
            let withdraws = withdraws && !replaces.is_empty();
            let note = Content::Note { text: ["已通知", "待复核", "{}\"\\"][text].to_owned() };
            let content = if withdraws { Content::Withdrawal } else { note };
            entries.push(Entry::new(uscc, ["张", "李"][author], at(minute), replaces, content));
        }
        entries
    })
}

proptest! {
    #[test]
    fn a_union_is_the_same_in_either_order_and_loses_nothing(one in entries(), other in entries(), third in entries()) {
        let (a, b, c) = (ledger_of(one.clone()), ledger_of(other.clone()), ledger_of(third));
        let union = |first: &Ledger, second: &Ledger| { let mut whole = first.clone(); whole.merge(second.clone()); whole };
        prop_assert_eq!(union(&a, &b), union(&b, &a));
        prop_assert_eq!(union(&union(&a, &b), &c), union(&a, &union(&b, &c)));
        prop_assert_eq!(union(&a, &a), a.clone());
        let whole = union(&a, &b);
        for entry in one.iter().chain(&other) {
            prop_assert!(whole.of(entry.uscc()).any(|kept| kept == entry));
        }
        let text = write_ledger(&whole);
        let read = read_ledger(&text).unwrap();
        prop_assert_eq!(read.problems, vec![]);
        prop_assert_eq!(&read.ledger, &whole);
        prop_assert_eq!(write_ledger(&union(&b, &a)), text);
    }
}

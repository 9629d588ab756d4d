//! Two days, or two sets of parameters: who is of another class, which way, and why.

use std::collections::BTreeMap;

use xinheng::builtin;
use xinheng::district::{MainReason, Table, compare};
use xinheng::facts::{CourtListing, Sector};
use xinheng::json::Value;
use xinheng::pack::Pack;

use crate::support::{day, district, enterprise, sample, table};

use crate::class;

fn ids(reasons: &[MainReason], pack: &Pack) -> Vec<String> {
    let id = |reason: &MainReason| match reason {
        MainReason::Rule(rule) => pack.rules[*rule].id.clone(),
        MainReason::RiskGrade => "risk_grade".to_owned(),
        MainReason::Nothing => panic!("nothing is no reason"),
    };
    reasons.iter().map(id).collect()
}

#[test]
fn between_two_days_the_facts_tell_who_moves_and_why() {
    let mut stays = enterprise(1);
    stays.court_listings.push(CourtListing { listed_on: day("2025-01-05"), removed_on: None });
    let mut begins = enterprise(2);
    begins.court_listings.push(CourtListing { listed_on: day("2026-06-01"), removed_on: None });
    let mut ends = enterprise(3);
    ends.court_listings.push(CourtListing { listed_on: day("2025-01-05"), removed_on: Some(day("2026-06-01")) });
    let mut graded = ends.clone();
    graded.uscc = enterprise(4).uscc;
    graded.risk_grades.set(Sector::Food, Some(xinheng::facts::RiskGrade::D));
    let district = district(vec![stays, begins, ends, graded], "2026-11-21");
    let (before, after) = (table(&district, "2026-05-31"), table(&district, "2026-06-01"));
    let pack = builtin::pack();
    let found = compare((&before, pack), (&after, pack), 0..before.len());
    let told: Vec<_> = found
        .moves
        .iter()
        .map(|it| (it.index, it.from, it.to, it.is_worse(), ids(&it.begun, pack), ids(&it.ceased, pack)))
        .collect();
    let court = || vec!["court_list".to_owned()];
    let expected = [
        (1, class("good"), class("high_risk"), true, court(), vec![]),
        (2, class("high_risk"), class("good"), false, vec![], court()),
        // Of high risk already, the grade changed nothing; of the best class it does.
        (3, class("high_risk"), class("general"), false, vec!["risk_grade".to_owned()], court()),
    ];
    assert_eq!(told, expected);
    assert_eq!(found.classes, [[0, 0, 1], [0, 0, 0], [1, 1, 1]]);
    assert_eq!(found.begun, [("court_list".to_owned(), 1), ("risk_grade".to_owned(), 1)]);
    assert_eq!(found.ceased, [("court_list".to_owned(), 2)]);
    let same = compare((&after, pack), (&after, pack), 0..after.len());
    assert!(same.moves.is_empty() && same.begun.is_empty() && same.ceased.is_empty());
}

#[test]
fn between_two_sets_of_parameters_only_the_rules_that_use_them_tell() {
    let district = sample();
    let set = [("minor_penalties.count".to_owned(), Value::Number("1".to_owned()))];
    let stricter = builtin::pack().with_overrides(builtin::form(), &set).unwrap();
    let before = table(&district, "2026-11-21");
    let after = Table::new(district.enterprises(), &stricter, builtin::calendar(), day("2026-11-21"));
    let found = compare((&before, builtin::pack()), (&after, &stricter), 0..before.len());
    assert!(!found.moves.is_empty());
    for step in &found.moves {
        assert!(step.is_worse());
        assert!(ids(&step.begun, &stricter).contains(&"minor_penalties".to_owned()));
        assert!(step.ceased.is_empty());
    }
    assert_eq!(found.begun[0], ("minor_penalties".to_owned(), found.moves.len()));
    let mut by_class: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for index in 0..before.len() {
        let class = |table: &Table| table.row(index).unwrap().verdict.class.index();
        *by_class.entry((class(&before), class(&after))).or_default() += 1;
    }
    for (from, row) in found.classes.iter().enumerate() {
        for (to, count) in row.iter().enumerate() {
            assert_eq!(*count, by_class.get(&(from, to)).copied().unwrap_or(0));
        }
    }
}

#[test]
fn rules_are_the_same_where_their_ids_are() {
    // The same rules in another order: nothing changes, though every place does.
    let district = sample();
    let mut turned = builtin::pack().clone();
    turned.rules.swap(0, 4);
    let before = table(&district, "2026-11-21");
    let after = Table::new(district.enterprises(), &turned, builtin::calendar(), day("2026-11-21"));
    assert!(compare((&before, builtin::pack()), (&after, &turned), 0..before.len()).moves.is_empty());
    // A rule under another name ceases to hold, and another begins to.
    let mut renamed = builtin::pack().clone();
    let court = renamed.rules.iter_mut().find(|rule| rule.id == "court_list").unwrap();
    court.id = "court_list_anew".to_owned();
    court.class = class("general");
    let after = Table::new(district.enterprises(), &renamed, builtin::calendar(), day("2026-11-21"));
    let found = compare((&before, builtin::pack()), (&after, &renamed), 0..before.len());
    assert!(!found.moves.is_empty());
    for step in &found.moves {
        assert!(ids(&step.begun, &renamed).contains(&"court_list_anew".to_owned()));
        assert!(ids(&step.ceased, builtin::pack()).contains(&"court_list".to_owned()));
    }
}

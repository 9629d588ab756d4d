//! The small made-up district that the page brings along: it has to show much, on the day it was made and a year on.

use std::collections::BTreeSet;

use xinheng::assess::Assessor;
use xinheng::builtin;
use xinheng::district::District;
use xinheng::facts::{Date, check_credit_code};
use xinheng::import::unbundle;
use xinheng::pack::RepairStatus;

use crate::support::{codes, import};

const SAMPLE: &str = include_str!("../../www/sample/district.txt");

fn district() -> District {
    let files: Vec<(&str, &str)> = unbundle(SAMPLE).collect();
    District::new(import(&files))
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn it_comes_as_eight_files_of_invented_enterprises_and_a_few_broken_rows() {
    let district = district();
    let report = district.report();
    assert_eq!(report.files.iter().filter_map(|file| file.kind).collect::<BTreeSet<_>>().len(), 8);
    assert!(report.files.iter().all(|file| file.unused_columns.is_empty() && file.rows > 0));
    assert_eq!((district.enterprises().len(), district.unregistered()), (41, 1));
    assert!(district.enterprises().iter().all(|firm| firm.name.contains("示例")));
    assert!(district.enterprises().iter().all(|firm| check_credit_code(&firm.uscc).is_ok()));
    let mut told = codes(report.problems.kept());
    told.sort_unstable();
    assert_eq!(told, ["ambiguous", "not_a_date", "not_a_date", "unknown_value", "uscc_check_digit"]);
    assert_eq!((report.duplicates.len(), report.natural_persons, report.joined_by_name), (1, 1, 1));
}

#[test]
fn it_shows_every_class_and_rule_for_a_year() {
    let mut district = district();
    let mut rules = BTreeSet::new();
    for as_of in ["2026-11-21", "2027-01-15", "2027-05-21", "2027-11-21"] {
        let tallies = district.classify(builtin::pack(), builtin::calendar(), day(as_of));
        assert_eq!(tallies.classes.iter().map(|(_, count)| count).sum::<usize>(), 41);
        assert!(tallies.classes.iter().all(|(_, count)| *count >= 5), "{as_of}: {tallies:?}");
        assert!(tallies.key_cases >= 1);
        rules.extend(tallies.rules.into_iter().filter(|(_, count)| *count > 0).map(|(rule, _)| rule));
        let first = district.standing(0).unwrap();
        assert_eq!((first.verdict.class.id(), first.key_case), ("high_risk", true), "the one with eleven penalties");
    }
    assert_eq!(district.enterprises()[0].penalties.len(), 11);
    let all: BTreeSet<String> = builtin::pack().rules.iter().map(|rule| rule.id.clone()).collect();
    assert_eq!(rules, all.into_iter().chain(["risk_grade".to_owned()]).collect());
}

#[test]
fn it_has_repairs_of_every_kind_some_possible_now_and_some_in_the_next_weeks() {
    let district = district();
    let as_of = day("2026-11-21");
    let mut assessor = Assessor::new(builtin::pack(), builtin::calendar(), as_of);
    let repairs: Vec<_> = district.enterprises().iter().flat_map(|firm| assessor.assess(firm, false).repair).collect();
    for status in [
        RepairStatus::Annulled,
        RepairStatus::Repaired,
        RepairStatus::Ended,
        RepairStatus::NotPublished,
        RepairStatus::StopsAutomatically,
        RepairStatus::Barred,
        RepairStatus::ConditionsUnmet,
    ] {
        assert!(repairs.iter().any(|repair| repair.status == status), "{status:?}");
    }
    let eligible = repairs.iter().filter(|repair| repair.status == RepairStatus::Eligible);
    assert!(eligible.count() >= 4);
    let soon = repairs.iter().filter(|repair| {
        repair.status == RepairStatus::NotYet
            && repair.earliest_on.is_some_and(|earliest| (earliest - as_of).num_days() <= 30)
    });
    assert!(soon.count() >= 2);
}

#[test]
fn classes_follow_the_day() {
    let mut district = district();
    assert_eq!(district.standing(0), None);
    district.classify(builtin::pack(), builtin::calendar(), day("2024-12-31"));
    let before = district.standing(0).unwrap().verdict;
    assert_eq!((before.credit_class.id(), before.class.id()), ("good", "general"), "no penalty yet, but grade D");
    assert_eq!(xinheng::district::rules(builtin::pack(), before).collect::<Vec<_>>(), ["risk_grade"]);
    district.classify(builtin::pack(), builtin::calendar(), day("2026-11-21"));
    let rules: Vec<&str> = xinheng::district::rules(builtin::pack(), district.standing(0).unwrap().verdict).collect();
    assert_eq!(rules[0], "ten_penalties");
    assert_eq!(district.standing(41), None);
}

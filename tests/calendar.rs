//! Months and working days, against the facts that the rules give.

use xinheng::builtin;
use xinheng::calendar::{Calendar, add_days, add_months, parse_day, read, subtract_days, subtract_months};
use xinheng::facts::Date;
use xinheng::json::parse;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;
#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

fn day(text: &str) -> Date {
    parse_day(text).unwrap()
}

#[test]
fn working_days_are_counted_as_the_holidays_were_announced() {
    let table = [
        ("2026-09-28", 7, "2026-10-13"),
        ("2026-09-28", 20, "2026-10-30"),
        ("2026-02-10", 10, "2026-03-02"),
        ("2026-02-10", 15, "2026-03-09"),
        ("2025-12-30", 3, "2026-01-05"),
        ("2026-06-30", 10, "2026-07-14"),
        ("2026-04-30", 5, "2026-05-11"),
    ];
    for (start, days, end) in table {
        assert_eq!(builtin::calendar().add_working_days(day(start), days), day(end), "{start} + {days}");
        assert_eq!(builtin::calendar().working_days_between(day(start), day(end)), days, "{start} – {end}");
    }
}

#[test]
fn make_up_days_are_worked_and_days_off_are_not() {
    let calendar = builtin::calendar();
    // National Day and Mid-Autumn 2025: 1 to 8 October off, Sunday 28 September and Saturday 11 October worked.
    for text in ["2025-10-01", "2025-10-07", "2025-10-08", "2025-10-12"] {
        assert!(!calendar.is_working_day(day(text)), "{text}");
    }
    for text in ["2025-09-28", "2025-10-09", "2025-10-11"] {
        assert!(calendar.is_working_day(day(text)), "{text}");
    }
    assert_eq!(calendar.add_working_days(day("2025-09-30"), 3), day("2025-10-11"));
}

#[test]
fn days_belong_to_their_own_year_whichever_announcement_named_them() {
    // The announcement for 2019 moved the weekend of 29 December 2018 before New Year's Day.
    let calendar = builtin::calendar();
    assert!(calendar.is_working_day(day("2018-12-29")));
    assert!(!calendar.is_working_day(day("2018-12-30")));
    assert!(!calendar.is_working_day(day("2018-12-31")));
    assert!(!calendar.is_working_day(day("2019-01-01")));
    assert_eq!(calendar.add_working_days(day("2018-12-28"), 2), day("2019-01-02"));
}

#[test]
fn the_first_day_is_not_counted_and_no_days_are_the_day_itself() {
    let calendar = builtin::calendar();
    assert_eq!(calendar.add_working_days(day("2026-11-21"), 0), day("2026-11-21"), "a Saturday stays");
    assert_eq!(calendar.add_working_days(day("2026-11-21"), 1), day("2026-11-23"));
    assert_eq!(calendar.working_days_between(day("2026-11-20"), day("2026-11-20")), 0);
    assert_eq!(calendar.working_days_between(day("2026-11-23"), day("2026-11-20")), 0, "not backwards");
    assert_eq!(calendar.working_days_between(day("2026-11-19"), day("2026-11-22")), 1);
}

#[test]
fn a_year_without_data_has_its_weekdays_worked() {
    let calendar = builtin::calendar();
    assert!(calendar.is_working_day(day("2027-01-01")), "a Friday of which nothing is known");
    assert!(!calendar.is_working_day(day("2027-01-02")));
    assert_eq!(calendar.add_working_days(day("2026-12-30"), 3), day("2027-01-04"));
    let missing = |after, until| calendar.years_missing(day(after), day(until)).collect::<Vec<_>>();
    assert_eq!(missing("2026-12-30", "2027-01-04"), [2027]);
    assert_eq!(missing("2026-12-30", "2026-12-31"), [0; 0]);
    assert_eq!(missing("2013-12-31", "2014-01-02"), [0; 0], "the first day is not counted");
    assert_eq!(missing("2013-12-30", "2014-01-02"), [2013]);
    assert_eq!(missing("2026-12-31", "2029-01-01"), [2027, 2028, 2029]);
    assert_eq!(missing("2028-01-05", "2028-01-05"), [0; 0], "no day is counted");
}

#[test]
fn every_year_from_2014_to_2026_is_known() {
    for year in 2014..=2026 {
        let new_year = Date::from_ymd_opt(year, 1, 1).unwrap();
        let eve = Date::from_ymd_opt(year - 1, 12, 31).unwrap();
        assert_eq!(builtin::calendar().years_missing(eve, new_year).count(), 0, "{year}");
        assert!(!builtin::calendar().is_working_day(new_year), "{new_year}");
    }
}

#[test]
fn years_may_stand_in_any_order_and_with_gaps() {
    let off = |text: &str| (text[..4].parse().unwrap(), vec![day(text)], Vec::new());
    // Wednesdays and Thursdays, so that only the calendar can make them free.
    let calendar = Calendar::from_years([off("2030-01-02"), off("2020-01-02"), off("2025-01-02"), off("2024-01-03")]);
    for text in ["2020-01-02", "2024-01-03", "2025-01-02", "2030-01-02"] {
        assert!(!calendar.is_working_day(day(text)), "{text}");
    }
    assert!(calendar.is_working_day(day("2025-01-03")));
    assert_eq!(
        calendar.years_missing(day("2019-12-31"), day("2030-12-31")).collect::<Vec<_>>(),
        [2021, 2022, 2023, 2026, 2027, 2028, 2029]
    );
}

#[test]
fn the_last_days_of_a_leap_year_have_their_place() {
    let calendar = Calendar::from_years([(2024, vec![day("2024-12-31")], vec![day("2024-12-29"), day("2024-03-02")])]);
    assert!(!calendar.is_working_day(day("2024-12-31")));
    assert!(calendar.is_working_day(day("2024-12-30")));
    assert!(calendar.is_working_day(day("2024-12-29")), "a Sunday made up for");
    assert!(!calendar.is_working_day(day("2024-12-28")));
    assert!(calendar.is_working_day(day("2024-03-02")), "a Saturday made up for");
    assert!(!calendar.is_working_day(day("2024-03-03")));
}

#[test]
fn months_keep_the_day_or_take_the_last_one() {
    for (from, months, to) in [
        ("2024-08-31", 6, "2025-02-28"),
        ("2023-11-30", 3, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2025-01-31", 1, "2025-02-28"),
        ("2025-12-15", 1, "2026-01-15"),
        ("2199-12-31", 12, "2200-12-31"),
        ("2025-03-31", 0, "2025-03-31"),
    ] {
        assert_eq!(add_months(day(from), months), day(to), "{from} + {months}");
    }
    assert_eq!(subtract_months(day("2026-05-31"), 3), day("2026-02-28"));
    assert_eq!(subtract_months(day("2024-02-29"), 36), day("2021-02-28"));
    assert_eq!(subtract_months(day("2026-01-15"), 1), day("2025-12-15"));
    assert_eq!(add_days(day("2024-02-28"), 2), day("2024-03-01"));
    assert_eq!(subtract_days(day("2025-03-01"), 1), day("2025-02-28"));
}

#[test]
fn what_lies_beyond_all_days_is_the_last_or_the_first() {
    assert_eq!(add_months(day("2199-12-31"), u32::MAX), Date::MAX);
    assert_eq!(subtract_months(day("1990-01-01"), u32::MAX), Date::MIN);
    assert_eq!(add_days(day("2199-12-31"), u32::MAX), Date::MAX);
    assert_eq!(subtract_days(day("1990-01-01"), u32::MAX), Date::MIN);
    assert_eq!(builtin::calendar().add_working_days(Date::MAX, 3), Date::MAX);
}

#[test]
fn only_days_that_exist_are_read_and_only_in_one_form() {
    assert_eq!(parse_day("2024-02-29"), Date::from_ymd_opt(2024, 2, 29));
    assert_eq!(parse_day("1999-12-31"), Date::from_ymd_opt(1999, 12, 31));
    for text in [
        "2026-02-29",
        "2026-13-01",
        "2026-00-10",
        "2026-01-00",
        "2026-1-01",
        "20260-1-01",
        "2026/01/01",
        "2026-01/01",
        "2026/01-01",
        "２026-01-01",
        "2026-01-01 ",
        " 2026-01-0",
        "+026-01-01",
        "2026-0a-01",
        "2026-01-0b",
        "",
        "20260101",
    ] {
        assert_eq!(parse_day(text), None, "{text}");
    }
}

#[test]
fn a_calendar_with_faults_names_each_of_them() {
    let fault_paths = |text: &str| {
        let faults = read(&parse(text).unwrap()).unwrap_err();
        assert!(faults.iter().all(|fault| !fault.zh.is_empty() && !fault.en.is_empty()));
        faults.into_iter().map(|fault| fault.path).collect::<Vec<_>>()
    };
    assert_eq!(fault_paths("[]"), [""]);
    assert_eq!(fault_paths(r#"{"year": {}, "2026": []}"#), ["year", "2026"]);
    assert_eq!(
        fault_paths(r#"{"2026": {"off": ["2026-01-01", "2025-01-01", 5, "2026-02-30"], "of": [], "workdays": {}}}"#),
        ["2026.off[1]", "2026.off[2]", "2026.off[3]", "2026.of", "2026.workdays"]
    );
    let calendar = read(&parse(r#"{"2026": {"off": ["2026-01-02"], "workdays": ["2026-01-04"]}}"#).unwrap()).unwrap();
    assert_eq!(calendar.add_working_days(day("2026-01-01"), 2), day("2026-01-05"));
}

#[test]
fn a_newer_calendar_takes_the_place_of_the_years_that_it_has() {
    let older = Calendar::from_years([(2026, vec![day("2026-01-01")], vec![]), (2025, vec![], vec![])]);
    let newer = Calendar::from_years([(2027, vec![], vec![]), (2026, vec![day("2026-01-02")], vec![])]);
    let both = older.with_years_of(newer);
    assert_eq!(both.years().collect::<Vec<_>>(), [2025, 2026, 2027]);
    assert!(both.is_working_day(day("2026-01-01")), "what the older one said of 2026 is gone");
    assert!(!both.is_working_day(day("2026-01-02")));
    assert!(both.is_working_day(day("2025-01-01")), "what it alone knows stays");
}

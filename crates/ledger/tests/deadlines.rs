//! What the office owes to who applied for repair, and by when; the days are those of samr-107 art. 16-17 and ndrc-36, counted by
//! hand on the calendar of 2026 (25 to 27 September and 1 to 7 October off, 10 October worked).

use facts::json::parse;
use facts::{Date, Term};
use ledger::{Act, Content, Deadline, Duty, Entry, FactKey, FactList, Moment, RepairStep, WaitsFor, applications};
use pack::Channel;

const SHOP: &str = "91350100M000100Y43";

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn key(list: FactList, fact: &str) -> FactKey {
    FactKey::of(list, &parse(fact).unwrap()).unwrap()
}

fn penalty() -> FactKey {
    key(FactList::Penalties, r#"{"decided_on": "2026-05-25", "document_no": "包市监处罚〔2026〕12号"}"#)
}

fn step(target: &FactKey, channel: Channel, act: &str, on: &str) -> Entry {
    let act = Act::from_code(act).unwrap();
    let content = Content::Step(RepairStep { target: target.clone(), channel, act, on: day(on), text: None });
    Entry::new(SHOP, "张", Moment::parse("2026-11-30T08:31:00Z").unwrap(), Vec::new(), content)
}

/// A duty, by when it is due, and when it was done.
type Owed = (Duty, Date, Option<Date>);

/// What is owed in the last application: the duty, by when, and when it was done.
fn owed(target: &FactKey, channel: Channel, steps: &[(&str, &str)]) -> (Vec<Owed>, Option<WaitsFor>) {
    let entries: Vec<Entry> = steps.iter().map(|(act, on)| step(target, channel, act, on)).collect();
    let all: Vec<&Entry> = entries.iter().collect();
    let applications = applications(&all, target, channel);
    let last = applications.last().unwrap();
    let deadlines = last.deadlines(builtin::pack(), builtin::calendar());
    let told = |deadline: Deadline| (deadline.duty, deadline.due_on, deadline.done_on);
    (deadlines.into_iter().map(told).collect(), last.waits_for(builtin::pack()))
}

fn open(duty: Duty, due_on: &str) -> Owed {
    (duty, day(due_on), None)
}

fn done(duty: Duty, due_on: &str, on: &str) -> Owed {
    (duty, day(due_on), Some(day(on)))
}

#[test]
fn days_run_from_the_application_and_then_from_what_was_really_done() {
    use Duty::{Accept, Decide, Unpublish};
    let gsxt = |steps: &[(&str, &str)]| owed(&penalty(), Channel::Gsxt, steps);
    // Monday 9 November: two working days to Wednesday, seven more to Friday 20, three more to Wednesday 25.
    let applied = ("application", "2026-11-09");
    let all = vec![open(Accept, "2026-11-11"), open(Decide, "2026-11-20"), open(Unpublish, "2026-11-25")];
    assert_eq!(gsxt(&[applied]), (all, None));
    // Accepted a day before it had to be: all else is earlier by a day.
    let accepted = ("acceptance", "2026-11-10");
    let all = vec![done(Accept, "2026-11-11", "2026-11-10"), open(Decide, "2026-11-19"), open(Unpublish, "2026-11-24")];
    assert_eq!(gsxt(&[applied, accepted]), (all, None));
    // A complex case: ten more.
    let all = vec![done(Accept, "2026-11-11", "2026-11-10"), open(Decide, "2026-12-03"), open(Unpublish, "2026-12-08")];
    assert_eq!(gsxt(&[applied, accepted, ("extension", "2026-11-18")]), (all, None));
    let approved = ("approval", "2026-11-12");
    let all = vec![
        done(Accept, "2026-11-11", "2026-11-10"),
        done(Decide, "2026-11-19", "2026-11-12"),
        open(Unpublish, "2026-11-17"),
    ];
    assert_eq!(gsxt(&[applied, accepted, approved]), (all, None));
}

#[test]
fn what_is_asked_for_stops_the_days_until_it_is_there() {
    use Duty::{Accept, Decide, Unpublish};
    let gsxt = |steps: &[(&str, &str)]| owed(&penalty(), Channel::Gsxt, steps);
    let (applied, asked) = (("application", "2026-11-09"), ("correction_asked", "2026-11-10"));
    assert_eq!(gsxt(&[applied, asked]), (vec![], Some(WaitsFor::Correction)));
    let all = vec![open(Accept, "2026-11-18"), open(Decide, "2026-11-27"), open(Unpublish, "2026-12-02")];
    assert_eq!(gsxt(&[applied, asked, ("correction_done", "2026-11-16")]), (all, None));
}

#[test]
fn refused_or_withdrawn_leaves_nothing_owed() {
    use Duty::{Accept, Decide, Unpublish};
    let gsxt = |steps: &[(&str, &str)]| owed(&penalty(), Channel::Gsxt, steps);
    let applied = ("application", "2026-11-09");
    let all = vec![done(Accept, "2026-11-11", "2026-11-10")];
    assert_eq!(gsxt(&[applied, ("rejection", "2026-11-10")]), (all, None));
    let all = vec![done(Decide, "2026-11-20", "2026-11-20")];
    assert_eq!(gsxt(&[applied, ("refusal", "2026-11-20")]), (all, None));
    assert_eq!(gsxt(&[applied, ("retraction", "2026-11-10")]), (vec![], None));
    // Who approved has accepted, whether that was noted or not.
    let all = vec![done(Decide, "2026-11-20", "2026-11-12"), open(Unpublish, "2026-11-17")];
    assert_eq!(gsxt(&[applied, ("approval", "2026-11-12")]), (all, None));
}

#[test]
fn who_could_not_be_reached_is_decided_on_from_the_verification() {
    use Duty::{Accept, Decide, Unpublish};
    let listing = key(FactList::AbnormalListings, r#"{"listed_on": "2026-07-10", "reason": "unreachable"}"#);
    let gsxt = |steps: &[(&str, &str)]| owed(&listing, Channel::Gsxt, steps);
    let applied = ("application", "2026-11-09");
    assert_eq!(gsxt(&[applied]), (vec![], Some(WaitsFor::Verification)));
    let all = vec![open(Decide, "2026-11-18"), open(Unpublish, "2026-11-23")];
    assert_eq!(gsxt(&[applied, ("verification", "2026-11-16")]), (all, None));
    // An annual report made up for needs none.
    let listing = key(FactList::AbnormalListings, r#"{"listed_on": "2026-07-10", "reason": "annual_report"}"#);
    let all = vec![open(Accept, "2026-11-11"), open(Decide, "2026-11-13"), open(Unpublish, "2026-11-18")];
    assert_eq!(owed(&listing, Channel::Gsxt, &[applied]), (all, None));
}

#[test]
fn holidays_and_the_law_of_the_day_count_and_years_without_data_are_told() {
    use Duty::{Accept, Decide};
    // Credit China, from Monday 28 September: three working days to Thursday 8 October (1 to 7 are off), then seven
    // of which Saturday the 10th is one: 9, 10, 12, 13, 14, 15, 16.
    let all = vec![open(Accept, "2026-10-08"), open(Decide, "2026-10-16")];
    assert_eq!(owed(&penalty(), Channel::CreditChina, &[("application", "2026-09-28")]), (all, None));
    // Before order 107: two, fifteen, three.
    let (before, _) = owed(&penalty(), Channel::Gsxt, &[("application", "2025-12-01")]);
    let due: Vec<Date> = before.iter().map(|(_, due_on, _)| *due_on).collect();
    assert_eq!(due, [day("2025-12-03"), day("2025-12-24"), day("2025-12-29")]);

    let entry = step(&penalty(), Channel::Gsxt, "application", "2026-12-24");
    let applications = applications(&[&entry], &penalty(), Channel::Gsxt);
    let deadlines = applications[0].deadlines(builtin::pack(), builtin::calendar());
    let missing: Vec<_> = deadlines.iter().map(|deadline| deadline.years_missing.clone()).collect();
    assert_eq!(missing, [vec![], vec![2027], vec![2027]]);
    assert_eq!((deadlines[0].source.id.as_str(), deadlines[0].source.article.as_deref()), ("samr-107", Some("16-17")));
}

#[test]
fn late_goes_by_today_until_it_is_done_and_by_the_day_on_which_it_was() {
    let late = |steps: &[(&str, &str)], today: &str| {
        let entries: Vec<Entry> = steps.iter().map(|(act, on)| step(&penalty(), Channel::Gsxt, act, on)).collect();
        let all: Vec<&Entry> = entries.iter().collect();
        let deadlines =
            applications(&all, &penalty(), Channel::Gsxt)[0].deadlines(builtin::pack(), builtin::calendar());
        deadlines[0].is_late(day(today))
    };
    let applied = ("application", "2026-11-09");
    assert!(!late(&[applied], "2026-11-11"));
    assert!(late(&[applied], "2026-11-12"));
    assert!(!late(&[applied, ("acceptance", "2026-11-11")], "2026-11-30"));
    assert!(late(&[applied, ("acceptance", "2026-11-12")], "2026-11-12"));
}

#[test]
fn who_was_refused_can_apply_again_and_days_that_contradict_are_found() {
    let steps = [("application", "2026-06-01"), ("refusal", "2026-06-10"), ("application", "2026-11-09")];
    let entries: Vec<Entry> = steps.iter().map(|(act, on)| step(&penalty(), Channel::Gsxt, act, on)).collect();
    let all: Vec<&Entry> = entries.iter().collect();
    let found = applications(&all, &penalty(), Channel::Gsxt);
    assert_eq!(found.iter().map(|application| application.entries.len()).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(found.iter().map(|application| application.contradictions().len()).collect::<Vec<_>>(), [0, 0]);
    assert_eq!(applications(&all, &penalty(), Channel::CreditChina), []);

    // Two colleagues noted the arrival of one application on different days.
    let entries = [("application", "2026-11-09"), ("application", "2026-11-10"), ("acceptance", "2026-11-10")]
        .map(|(act, on)| step(&penalty(), Channel::Gsxt, act, on));
    let all: Vec<&Entry> = entries.iter().collect();
    let found = applications(&all, &penalty(), Channel::Gsxt);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].contradictions(), [vec![&entries[0], &entries[1]]]);
}

//! The arithmetic behind the timeline: periods, ticks, rows, and the way of the keys. It knows no browser, so that it is
//! taken in here and run natively.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../src/app/state/period.rs"]
mod period;
#[path = "../src/app/widgets/timeline/plan.rs"]
mod plan;

use chrono::NaiveDate;
use period::{Period, Span, Step};
use plan::{MOST_ROWS, Mark, NUMBER, Name, POINT, WIDTH, arrange, insert, ticks, towards};

/// From two years before the as-of date to three years after.
const WHOLE: Span = Span { from: -730, until: 1095 };

fn span(from: i32, until: i32) -> Span {
    Span { from, until }
}

/// The days in view after some steps from a period.
fn after(period: Period, whole: Span, steps: &[Step]) -> Span {
    let step = |shown: Span, step: &Step| shown.step(*step, whole).map_or(shown, |period| Span::of(period, whole));
    steps.iter().fold(Span::of(period, whole), step)
}

#[test]
fn periods_are_named_from_the_as_of_date() {
    assert_eq!(Span::of(Period::All, WHOLE), WHOLE);
    assert_eq!(Span::of(Period::Around, WHOLE), span(-366, 366));
    let past = Span::of(Period::Past, WHOLE);
    assert!(past.from <= -1095 && past.until > 0, "{past:?}");
    let ahead = Span::of(Period::Ahead, WHOLE);
    assert!(ahead.from < 0 && ahead.until == WHOLE.until, "{ahead:?}");
    assert!(Span::of(Period::Ahead, span(-50, 10)).until >= 365, "there is always something to come");
}

#[test]
fn a_share_of_the_width_is_in_proportion_and_ends_at_the_edges() {
    let shown = span(-100, 300);
    let shares = [-101, -100, 0, 100, 300, 301, i32::MAX].map(|day| shown.share(day));
    assert_eq!(shares, [0, 0, 2_500, 5_000, WIDTH, WIDTH, WIDTH]);
    let longest = span(-76_000, 700);
    assert_eq!(longest.share(0), 9_908);
}

#[test]
fn zooming_leaves_the_as_of_date_where_it_is() {
    let closer = after(Period::All, WHOLE, &[Step::In]);
    assert_eq!(closer.days(), WHOLE.days() / 2);
    assert!(closer.share(0).abs_diff(WHOLE.share(0)) < 10, "{closer:?}");
    assert_eq!(after(Period::All, WHOLE, &[Step::In, Step::Out]), WHOLE);
    // Out of view it gives no hold: the middle stays.
    let away = Period::Chosen { from: 400, days: 400 };
    assert_eq!(after(away, WHOLE, &[Step::In]), span(500, 700));
    assert_eq!(after(away, WHOLE, &[Step::Out]), span(200, 1000));
}

#[test]
fn zooming_ends_at_a_quarter_and_at_the_whole() {
    let closest = after(Period::All, WHOLE, &[Step::In; 9]);
    assert!((90..=92).contains(&closest.days()), "{closest:?}");
    assert_eq!(closest.step(Step::In, WHOLE), None);
    assert!(closest.from <= 0 && closest.until >= 0);
    assert_eq!(after(Period::Chosen { from: 10, days: 100 }, WHOLE, &[Step::Out; 9]), WHOLE);
    assert_eq!(WHOLE.step(Step::Out, WHOLE), None);
}

#[test]
fn earlier_and_later_end_where_everything_ends() {
    let shown = after(Period::Around, WHOLE, &[Step::Earlier]);
    assert_eq!(shown, span(-730, 2), "half a screen back, and no further than the first day");
    assert_eq!(shown.step(Step::Earlier, WHOLE), None);
    assert_eq!(after(Period::Around, WHOLE, &[Step::Later]), span(0, 732));
    let last = after(Period::Around, WHOLE, &[Step::Later; 9]);
    assert_eq!((last.until, last.days()), (WHOLE.until, 732));
    assert_eq!(last.step(Step::Later, WHOLE), None);
}

#[test]
fn a_chosen_period_goes_along_with_the_as_of_date_and_stays_among_what_is_known() {
    let chosen = Period::Chosen { from: -60, days: 120 };
    assert_eq!(Span::of(chosen, WHOLE), span(-60, 60));
    // A later as-of date: more lies before it, less after.
    assert_eq!(Span::of(chosen, span(-1_800, 25)), span(-95, 25));
    assert_eq!(Span::of(chosen, span(-40, 60)), span(-40, 60), "there is less than was chosen");
}

#[test]
fn what_is_drawn_as_one_comes_closer_only_where_that_helps() {
    let Some(Period::Chosen { from, days }) = WHOLE.closer(-400, -200) else { panic!("it comes closer") };
    assert!(from <= -400 && from + days >= -200 && days < WHOLE.days() / 4, "{from} {days}");
    assert_eq!(span(-20, 72).closer(3, 3), None);
}

fn mark(lane: i32, index: usize, (from, until, state): (i32, i32, usize)) -> Mark {
    Mark { lane, from, until, state, row: 0, holds: vec![index] }
}

/// The marks of a lane with these stretches, given by both ends and state.
fn arranged(stretches: &[(i32, i32, usize)], today: i32) -> Vec<Mark> {
    let mut single = Vec::new();
    for (index, stretch) in stretches.iter().enumerate() {
        insert(&mut single, mark(0, index, *stretch));
    }
    arrange(&single, today)
}

#[test]
fn what_overlaps_stands_in_rows() {
    let marks = arranged(&[(5_000, 6_000, 0), (0, 4_000, 0), (1_000, 5_500, 0), (4_000, 4_900, 0)], WIDTH);
    let rows: Vec<_> = marks.iter().map(|mark| (mark.holds.as_slice(), mark.row)).collect();
    assert_eq!(rows, [([1].as_slice(), 0), (&[2], 1), (&[3], 0), (&[0], 0)]);
}

#[test]
fn points_of_one_day_do_not_cover_each_other() {
    let marks = arranged(&[(700, 700, 0); MOST_ROWS], WIDTH);
    assert_eq!(marks.iter().map(|mark| mark.row).collect::<Vec<_>>(), (0..MOST_ROWS).collect::<Vec<_>>());
    let apart = arranged(&[(700, 700, 0), (700 + POINT, 700 + POINT, 0)], WIDTH);
    assert_eq!(apart[1].row, 0);
}

#[test]
fn more_than_the_rows_hold_is_told_with_its_number_and_nothing_is_lost() {
    let one_more = vec![(700, 700, 0); MOST_ROWS + 1];
    let marks = arranged(&one_more, WIDTH);
    assert_eq!((marks.len(), marks[0].holds.len()), (1, MOST_ROWS + 1));
    // Beside the crowd, what stands by itself stays by itself.
    let mut beside = one_more.clone();
    beside.push((9_000, 9_500, 0));
    assert_eq!(arranged(&beside, WIDTH).last().unwrap().holds, [MOST_ROWS + 1]);
    // Two hundred long ones, a third of them of another state.
    let crowd: Vec<_> = (0..200).map(|i| (i * 37 % 7_000, i * 37 % 7_000 + 3_000, usize::from(i % 3 == 0))).collect();
    let marks = arranged(&crowd, WIDTH);
    let mut held: Vec<usize> = marks.iter().flat_map(|mark| mark.holds.clone()).collect();
    held.sort_unstable();
    assert_eq!(held, (0..200).collect::<Vec<_>>());
    assert!(marks.len() > 2, "no more is put together than has to be: {}", marks.len());
    for mark in &marks {
        assert!(mark.row < MOST_ROWS);
        assert!(mark.holds.iter().all(|index| crowd[*index].2 == mark.state), "one state a mark");
        assert!(mark.holds.iter().all(|index| (mark.from..=mark.until).contains(&crowd[*index].1)));
        let room = if mark.holds.len() > 1 { NUMBER } else { POINT };
        let covers = |other: &&Mark| other.row == mark.row && other.from > mark.from && other.from < mark.from + room;
        assert_eq!(marks.iter().find(covers), None, "a number keeps clear of the next mark");
    }
}

#[test]
fn a_number_at_the_right_edge_stays_within() {
    let marks = arranged(&[(9_990, WIDTH, 0); 7], WIDTH);
    assert_eq!((marks.len(), marks[0].from + NUMBER), (1, WIDTH));
}

#[test]
fn what_is_over_does_not_reach_beyond_the_as_of_date() {
    let over = arranged(&[(4_900, 4_950, 0); 7], 5_000);
    assert_eq!((over[0].from, over[0].until <= 5_000), (5_000 - NUMBER, true));
    let coming = arranged(&[(5_100, 5_100, 2); 7], 5_000);
    assert_eq!(coming[0].from, 5_100);
    assert_eq!(arranged(&[(100, 100, 0); 7], 200)[0].from, 0, "but within the picture");
}

fn names(first: (i32, u32, u32), days: i32, narrow: bool) -> Vec<(i32, u32)> {
    let first = NaiveDate::from_ymd_opt(first.0, first.1, first.2).unwrap();
    let shown = ticks(first, days).into_iter().filter(|tick| match tick.name {
        Name::Everywhere => true,
        Name::WideScreens => !narrow,
        Name::Nowhere => false,
    });
    shown.map(|tick| (tick.year, tick.month)).collect()
}

#[test]
fn ticks_fit_the_period() {
    assert_eq!(names((2026, 1, 15), 92, false), [(2026, 2), (2026, 3), (2026, 4)], "months of a quarter");
    assert_eq!(names((2026, 1, 15), 92, true), [(2026, 2), (2026, 3), (2026, 4)]);
    assert_eq!(names((2026, 1, 1), 365, false), [(2026, 1), (2026, 4), (2026, 7), (2026, 10)], "quarters of a year");
    assert_eq!(names((2026, 1, 1), 730, true).len(), 4, "half years of two years on a narrow screen");
    let years = names((2020, 1, 1), 3653, false);
    assert_eq!(years, (2020..2030).map(|year| (year, 1)).collect::<Vec<_>>());
    assert_eq!(names((1990, 1, 1), 76_700, false).first(), Some(&(2016, 1)), "many years: by more than one");
}

#[test]
fn ticks_stand_on_their_days_and_names_have_room() {
    let first = NaiveDate::from_ymd_opt(2023, 8, 29).unwrap();
    for days in [92, 100, 180, 299, 301, 366, 500, 732, 1_000, 1_500, 2_192, 3_653, 7_000, 20_000, 76_000] {
        let ticks = ticks(first, days);
        assert!(!ticks.is_empty(), "{days} days have a tick");
        for tick in &ticks {
            let day = NaiveDate::from_ymd_opt(tick.year, tick.month, 1).unwrap();
            let exact = (day - first).num_days() * i64::from(WIDTH) / i64::from(days);
            assert_eq!(i64::from(tick.at), exact, "{days} days, {tick:?}");
        }
        for (narrow, room) in [(true, 1_400), (false, 850)] {
            let named: Vec<i32> = ticks
                .iter()
                .filter(|tick| tick.name == Name::Everywhere || (!narrow && tick.name == Name::WideScreens))
                .map(|tick| tick.at)
                .chain([WIDTH])
                .collect();
            let least = named.windows(2).map(|pair| pair[1] - pair[0]).min().unwrap_or(WIDTH);
            assert!(least >= room, "{days} days, narrow {narrow}: {least}");
        }
    }
}

#[test]
fn keys_lead_from_mark_to_mark_and_from_lane_to_lane() {
    let marks = [(0, 100), (0, 500), (0, 900), (2, 450), (5, 0), (5, 800)].map(|(lane, at)| mark(lane, 0, (at, at, 0)));
    let to = |at, key| towards(&marks, at, key);
    assert_eq!(to(None, "ArrowRight"), Some(0));
    assert_eq!(
        (to(Some(0), "ArrowRight"), to(Some(2), "ArrowRight"), to(Some(5), "ArrowRight")),
        (Some(1), Some(3), Some(5))
    );
    assert_eq!((to(Some(3), "ArrowLeft"), to(Some(0), "ArrowLeft")), (Some(2), Some(0)));
    assert_eq!(
        (to(Some(2), "ArrowDown"), to(Some(3), "ArrowDown"), to(Some(4), "ArrowDown")),
        (Some(3), Some(5), Some(4))
    );
    assert_eq!((to(Some(4), "ArrowUp"), to(Some(3), "ArrowUp"), to(Some(1), "ArrowUp")), (Some(3), Some(1), Some(1)));
    assert_eq!((to(Some(3), "Home"), to(Some(3), "End")), (Some(0), Some(5)));
    assert_eq!((to(Some(3), "a"), to(None, "Enter")), (None, None));
    assert_eq!(towards(&[], None, "End"), None);
}

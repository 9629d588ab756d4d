//! Where things stand in the picture of the timeline: ticks along the top, marks in rows, and the way from mark to mark
//! by the keyboard. Places from left to right are hundredths of a percent of the width, so that one layout serves every
//! screen and the paper; what has to keep clear of its neighbours is measured on the narrowest, 390 px.

use chrono::Datelike;
use facts::Date;

/// The most rows of a lane. What would need more is told together, with its number.
pub const MOST_ROWS: usize = 5;
/// The whole width.
pub const WIDTH: i32 = 10_000;
/// The room of a point.
pub const POINT: i32 = 320;
/// The room of a number of three digits.
pub const NUMBER: i32 = 900;
/// The most names along the top, on a narrow screen and on a wide one.
const NAMES: i32 = 5;
const WIDE_NAMES: i32 = 10;

/// What is drawn for one stretch, or for several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The lane, from the top.
    pub lane: i32,
    /// The left end.
    pub from: i32,
    /// The right end.
    pub until: i32,
    /// Only what is equal here is told together; 0 is what is over.
    pub state: usize,
    /// From the top of its lane, from 0.
    pub row: usize,
    /// The stretches that it stands for, by their index in the list.
    pub holds: Vec<usize>,
}

/// Puts a mark among others of its lane that stand from left to right.
pub fn insert(marks: &mut Vec<Mark>, mark: Mark) {
    let index = marks.iter().position(|other| other.from > mark.from).unwrap_or(marks.len());
    marks.insert(index, mark);
}

/// Puts the marks of a lane, one for each stretch and from left to right, into rows, so that none covers another: each
/// by itself if there is room. Otherwise those that begin close to each other and have the same state are told
/// together; how close, doubles until there is room. What is over keeps to the left of `today`.
#[must_use]
pub fn arrange(single: &[Mark], today: i32) -> Vec<Mark> {
    let mut close = 1;
    loop {
        let mut marks: Vec<Mark> = Vec::new();
        for mark in single {
            let near = |other: &&mut Mark| close > 1 && other.from / close == mark.from / close;
            let like = marks.iter_mut().rev().take_while(near).find(|other| other.state == mark.state);
            if let Some(like) = like {
                like.until = like.until.max(mark.until);
                like.holds.extend(&mark.holds);
            } else {
                marks.push(mark.clone());
            }
        }
        // Once everything is close there are no more marks than states, which are fewer than rows.
        if into_rows(&mut marks, today) || close > WIDTH {
            return marks;
        }
        close = (close * 2).max(NUMBER);
    }
}

/// Gives each mark the first row that is free; whether there were enough.
fn into_rows(marks: &mut [Mark], today: i32) -> bool {
    let mut taken = [i32::MIN; MOST_ROWS];
    for mark in marks {
        let mut room = POINT;
        if mark.holds.len() > 1 {
            room = NUMBER;
            let edge = if mark.state == 0 { today } else { WIDTH };
            mark.from = mark.from.min((edge - NUMBER).max(0));
        }
        let mut rows = taken.iter_mut().enumerate();
        let Some((row, taken)) = rows.find(|(_, taken)| **taken <= mark.from) else { return false };
        mark.row = row;
        *taken = mark.until.max(mark.from + room);
    }
    true
}

/// The first day of a month along the top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The place from the left.
    pub at: i32,
    pub year: i32,
    /// From 1 to 12.
    pub month: u32,
    /// Whether the month is written beside it.
    pub name: Name,
}

/// Where a tick has its name beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    Everywhere,
    WideScreens,
    Nowhere,
}

/// Returns the ticks of so many days: months, quarters, half years, years or several, as their names fit. On a narrow screen
/// fewer of them have one.
#[must_use]
pub fn ticks(first: Date, days: i32) -> Vec<Tick> {
    let months = days / 31;
    let mut step = 1;
    let coarser = |step: i32| if step == 1 { 3 } else { step * 2 };
    while months > step * WIDE_NAMES {
        step = coarser(step);
    }
    let narrow = if months > step * NAMES { coarser(step) } else { step };
    let mut ticks = Vec::new();
    // Months are counted from the year 0.
    let mut count = first.year() * 12 / step * step;
    loop {
        let (year, month) = (count / 12, (count % 12).cast_unsigned() + 1);
        let Some(day) = Date::from_ymd_opt(year, month, 1) else { return ticks };
        let after = day.num_days_from_ce() - first.num_days_from_ce();
        if after >= days {
            return ticks;
        }
        if after >= 0 {
            let at = after * WIDTH / days;
            // A name stands to the right of its tick and must not reach over the edge.
            let name = if at <= 8_600 && count % narrow == 0 {
                Name::Everywhere
            } else if at <= 9_000 {
                Name::WideScreens
            } else {
                Name::Nowhere
            };
            ticks.push(Tick { at, year, month, name });
        }
        count += step;
    }
}

/// Returns the mark to which a key leads, among marks lane by lane from left to right. Without one to start from, the first.
/// `None` for keys that lead nowhere.
#[must_use]
pub fn towards(marks: &[Mark], at: Option<usize>, key: &str) -> Option<usize> {
    let last = marks.len().checked_sub(1)?;
    let down = match key {
        "Home" => return Some(0),
        "End" => return Some(last),
        "ArrowLeft" => return Some(at.unwrap_or(0).saturating_sub(1)),
        "ArrowRight" => return Some(at.map_or(0, |at| last.min(at + 1))),
        "ArrowUp" => -1,
        "ArrowDown" => 1,
        _ => return None,
    };
    let mut found = at.unwrap_or(0);
    let Some(here) = at.and_then(|at| marks.get(at)) else { return Some(0) };
    let mut least = i32::MAX;
    for (index, mark) in marks.iter().enumerate() {
        let lanes = (mark.lane - here.lane) * down;
        // The nearest lane that way, and there the nearest mark.
        let far = lanes * 2 * WIDTH + (mark.from - here.from).abs();
        if lanes > 0 && far < least {
            (found, least) = (index, far);
        }
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::{MOST_ROWS, Mark, NUMBER, Name, POINT, WIDTH, arrange, insert, ticks, towards};
    use facts::Date;

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
        let crowd: Vec<_> =
            (0..200).map(|i| (i * 37 % 7_000, i * 37 % 7_000 + 3_000, usize::from(i % 3 == 0))).collect();
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
            let covers =
                |other: &&Mark| other.row == mark.row && other.from > mark.from && other.from < mark.from + room;
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
        let first = Date::from_ymd_opt(first.0, first.1, first.2).unwrap();
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
        assert_eq!(
            names((2026, 1, 1), 365, false),
            [(2026, 1), (2026, 4), (2026, 7), (2026, 10)],
            "quarters of a year"
        );
        assert_eq!(names((2026, 1, 1), 730, true).len(), 4, "half years of two years on a narrow screen");
        let years = names((2020, 1, 1), 3653, false);
        assert_eq!(years, (2020..2030).map(|year| (year, 1)).collect::<Vec<_>>());
        assert_eq!(names((1990, 1, 1), 76_700, false).first(), Some(&(2016, 1)), "many years: by more than one");
    }

    #[test]
    fn ticks_stand_on_their_days_and_names_have_room() {
        let first = Date::from_ymd_opt(2023, 8, 29).unwrap();
        for days in [92, 100, 180, 299, 301, 366, 500, 732, 1_000, 1_500, 2_192, 3_653, 7_000, 20_000, 76_000] {
            let ticks = ticks(first, days);
            assert!(!ticks.is_empty(), "{days} days have a tick");
            for tick in &ticks {
                let day = Date::from_ymd_opt(tick.year, tick.month, 1).unwrap();
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
        let marks =
            [(0, 100), (0, 500), (0, 900), (2, 450), (5, 0), (5, 800)].map(|(lane, at)| mark(lane, 0, (at, at, 0)));
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
        assert_eq!(
            (to(Some(4), "ArrowUp"), to(Some(3), "ArrowUp"), to(Some(1), "ArrowUp")),
            (Some(3), Some(1), Some(1))
        );
        assert_eq!((to(Some(3), "Home"), to(Some(3), "End")), (Some(0), Some(5)));
        assert_eq!((to(Some(3), "a"), to(None, "Enter")), (None, None));
        assert_eq!(towards(&[], None, "End"), None);
    }
}

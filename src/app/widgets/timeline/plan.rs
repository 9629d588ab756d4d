//! Where things stand in the picture of the timeline: ticks along the top, marks in rows, and the way from mark to mark
//! by the keyboard. Places from left to right are hundredths of a percent of the width, so that one plan serves every
//! screen and the paper; what has to keep clear of its neighbours is measured on the narrowest, 390 px.
//!
//! Arithmetic only: `tests/drawing.rs` takes this file in by itself.

use chrono::{Datelike, NaiveDate};

/// The most rows of a lane. What would need more is told together, with its number.
pub const MOST_ROWS: usize = 5;
/// The whole width.
pub const WIDTH: i32 = 10_000;
/// The room of a point, and of a number of three digits.
pub const POINT: i32 = 320;
pub const NUMBER: i32 = 900;
/// The most names along the top, on a narrow screen and on a wide one.
const NAMES: i32 = 5;
const WIDE_NAMES: i32 = 10;

/// What is drawn for one stretch, or for several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The lane, from the top.
    pub lane: i32,
    pub from: i32,
    pub until: i32,
    /// Only what is equal here is told together; 0 is what is over.
    pub state: usize,
    /// From the top of its lane, from 0.
    pub row: usize,
    /// The stretches that it stands for, by their place in the list.
    pub holds: Vec<usize>,
}

/// Puts a mark among others of its lane that stand from left to right.
pub fn insert(marks: &mut Vec<Mark>, mark: Mark) {
    let place = marks.iter().position(|other| other.from > mark.from).unwrap_or(marks.len());
    marks.insert(place, mark);
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
    pub at: i32,
    pub year: i32,
    /// From 1 to 12.
    pub month: u32,
    pub name: Name,
}

/// Where a tick has its name beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    Everywhere,
    WideScreens,
    Nowhere,
}

/// The ticks of so many days: months, quarters, half years, years or several, as their names fit. On a narrow screen
/// fewer of them have one.
#[must_use]
pub fn ticks(first: NaiveDate, days: i32) -> Vec<Tick> {
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
        let Some(day) = NaiveDate::from_ymd_opt(year, month, 1) else { return ticks };
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

/// The mark to which a key leads, among marks lane by lane from left to right. Without one to start from, the first.
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

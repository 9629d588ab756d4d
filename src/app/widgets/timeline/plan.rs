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

/// A stretch of a lane as far as it is in view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its place in the list of stretches.
    pub index: usize,
    pub from: i32,
    pub until: i32,
    /// Only what is equal here is told together; 0 is what is over.
    pub state: usize,
}

/// What is drawn for one stretch, or for several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub from: i32,
    pub until: i32,
    pub state: usize,
    /// From the top of its lane, from 0.
    pub row: usize,
    /// The stretches that it stands for, by their place in the list.
    pub holds: Vec<usize>,
}

/// Puts the pieces of a lane into rows, so that none covers another: each by itself if there is room. Otherwise those
/// that begin close to each other and have the same state are told together; how close, doubles until there is room.
/// The marks come from left to right. What is over keeps to the left of `today`.
#[must_use]
pub fn place(pieces: impl Iterator<Item = Piece>, today: i32) -> Vec<Mark> {
    let mut sorted: Vec<Piece> = Vec::new();
    for piece in pieces {
        let after = sorted.partition_point(|other| other.from <= piece.from);
        sorted.insert(after, piece);
    }
    let mut close = 0;
    loop {
        let mut marks = together(&sorted, close);
        // Once everything is close there are no more marks than states, which are fewer than rows.
        if in_rows(&mut marks, today) || close > WIDTH {
            return marks;
        }
        close = (close * 2).max(NUMBER);
    }
}

fn together(pieces: &[Piece], close: i32) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for piece in pieces {
        let near = |mark: &&mut Mark| close > 0 && piece.from / close == mark.from / close;
        let mark = marks.iter_mut().rev().take_while(near).find(|mark| mark.state == piece.state);
        if let Some(mark) = mark {
            mark.until = mark.until.max(piece.until);
            mark.holds.push(piece.index);
        } else {
            let Piece { index, from, until, state } = *piece;
            marks.push(Mark { from, until, state, row: 0, holds: vec![index] });
        }
    }
    marks
}

/// Gives each mark the first row that is free; whether there were enough.
fn in_rows(marks: &mut [Mark], today: i32) -> bool {
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
    pub month: i32,
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
    let mut count = (first.year() * 12 + first.month0().cast_signed()) / step * step;
    loop {
        let (year, month) = (count / 12, count % 12 + 1);
        let Some(day) = NaiveDate::from_ymd_opt(year, month.cast_unsigned(), 1) else { return ticks };
        let at = i32::try_from((day - first).num_days()).map_or(WIDTH, |after| after * WIDTH / days);
        // A name stands to the right of its tick and must not reach over the edge.
        let name = match at {
            ..0 => None,
            0..=8_600 if count % narrow == 0 => Some(Name::Everywhere),
            0..=9_000 => Some(Name::WideScreens),
            9_001..WIDTH => Some(Name::Nowhere),
            _ => return ticks,
        };
        ticks.extend(name.map(|name| Tick { at, year, month, name }));
        count += step;
    }
}

/// The mark to which a key leads, among marks given by lane and place from left to right, in that order. Without one to
/// start from, the first. `None` for keys that lead nowhere.
#[must_use]
pub fn towards(marks: &[(usize, i32)], at: Option<usize>, key: &str) -> Option<usize> {
    let last = marks.len().checked_sub(1)?;
    let here = at.and_then(|at| Some((at, marks.get(at)?)));
    let nearest = |lane: Option<usize>, from: i32| {
        let of_lane = marks.iter().enumerate().filter(|(_, mark)| Some(mark.0) == lane);
        of_lane.min_by_key(|(_, mark)| (mark.1 - from).abs()).map(|(index, _)| index)
    };
    match (key, here) {
        ("Home", _) => Some(0),
        ("End", _) => Some(last),
        ("ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown", None) => Some(0),
        ("ArrowLeft", Some((at, _))) => Some(at.saturating_sub(1)),
        ("ArrowRight", Some((at, _))) => Some(last.min(at + 1)),
        ("ArrowUp", Some((at, here))) => {
            let above = marks.iter().rev().map(|mark| mark.0).find(|lane| *lane < here.0);
            nearest(above, here.1).or(Some(at))
        }
        ("ArrowDown", Some((at, here))) => {
            let below = marks.iter().map(|mark| mark.0).find(|lane| *lane > here.0);
            nearest(below, here.1).or(Some(at))
        }
        _ => None,
    }
}

//! The order of the enterprises by each column, worked out when it is first asked for.

use super::bits::Bits;
use super::table::{MainReason, NO_DAY, Table};
use facts::{Enterprise, Term, vocabulary};
use import::Gb18030Table;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// What a table can be ordered by.
    Column "column" {
        Class = "class",
        /// The main reason, in the order of the pack.
        Reason = "reason",
        Penalties = "penalties",
        /// The day by which the next planned visit is due.
        Inspection = "inspection",
        /// The next day on which something can be repaired.
        Repair = "repair",
        Region = "region",
        /// The first of the sectors.
        Sector = "sector",
        Status = "status",
        Name = "name",
        Code = "code",
    }
}

/// In which order enterprises are wanted; equal ones stand in the order of the district, those without a value last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sort {
    pub column: Column,
    pub descending: bool,
}

impl Default for Sort {
    /// The worst class first.
    fn default() -> Self {
        Self { column: Column::Class, descending: true }
    }
}

/// The key of a row that has no value; it stands behind every other.
const NOTHING: u32 = u32::MAX;

/// All places by one column, upwards.
#[derive(Debug)]
struct Order {
    indices: Vec<u32>,
    /// Whether the value at an index of this order is another than that before.
    begins: Vec<bool>,
    /// How many have a value.
    valued: usize,
}

/// Enterprises, and by which table their names are ordered, if by one.
type Named<'d> = (&'d [Enterprise], Option<fn() -> Gb18030Table>);

/// The orders that were asked for so far.
#[derive(Debug, Default)]
pub(super) struct Orders([Option<Order>; Column::ALL.len()]);

impl Orders {
    /// The indices of a set, in order.
    pub(super) fn walk(&mut self, table: &Table, named: Named, sort: Sort, set: &Bits) -> Vec<u32> {
        let order = self.0[sort.column.index()].get_or_insert_with(|| Order::new(table, named, sort.column));
        let mut found = Vec::with_capacity(set.count());
        let (valued, without) = order.indices.split_at(order.valued);
        let is_in = |index: &&u32| set.contains(**index as usize);
        if sort.descending {
            let mut end = valued.len();
            while let Some(last) = end.checked_sub(1) {
                let begin = order.begins[..=last].iter().rposition(|begins| *begins).unwrap_or(0);
                found.extend(valued[begin..end].iter().filter(is_in));
                end = begin;
            }
        } else {
            found.extend(valued.iter().filter(is_in));
        }
        found.extend(without.iter().filter(is_in));
        found
    }
}

impl Order {
    fn new(table: &Table, (enterprises, names): Named, column: Column) -> Self {
        match column {
            Column::Name => match names {
                None => Self::by_bytes(enterprises.iter().map(|enterprise| enterprise.name.as_bytes())),
                Some(table) => Self::by_gb18030(enterprises, &table()),
            },
            Column::Code => Self::by_bytes(enterprises.iter().map(|enterprise| enterprise.uscc.as_bytes())),
            _ => Self::by_number(table.len(), |index| table.key(column, index)),
        }
    }

    /// Key and place in one number: sorting such numbers is quick, and keeps equal keys in the order of the district.
    fn by_number(count: usize, key: impl Fn(usize) -> u32) -> Self {
        let mut keys: Vec<u64> = (0..count).map(|index| u64::from(key(index)) << 32 | index as u64).collect();
        keys.sort_unstable();
        let mut before = None;
        let begins = keys.iter().map(|key| before.replace(key >> 32) != Some(key >> 32)).collect();
        Self {
            begins,
            valued: keys.partition_point(|key| key >> 32 != u64::from(NOTHING)),
            indices: keys.into_iter().map(|key| key as u32).collect(),
        }
    }

    fn by_gb18030(enterprises: &[Enterprise], table: &Gb18030Table) -> Self {
        // All in one piece: a million little ones would take longer than the sorting.
        let mut bytes = Vec::new();
        let mut ends = vec![0];
        for enterprise in enterprises {
            table.encode(&enterprise.name, &mut bytes);
            ends.push(bytes.len());
        }
        Self::by_bytes(ends.windows(2).map(|ends| &bytes[ends[0]..ends[1]]))
    }

    fn by_bytes<'b>(keys: impl Iterator<Item = &'b [u8]>) -> Self {
        let mut keys: Vec<(&[u8], u32)> = keys.zip(0..).collect();
        keys.sort_unstable();
        let mut before = None;
        Self {
            begins: keys.iter().map(|(key, _)| before.replace(*key) != Some(*key)).collect(),
            valued: keys.len(),
            indices: keys.into_iter().map(|(_, index)| index).collect(),
        }
    }
}

impl Table {
    /// What a row is ordered by.
    fn key(&self, column: Column, index: usize) -> u32 {
        let number = |number: usize| u32::try_from(number).unwrap_or(NOTHING);
        match column {
            Column::Class => number(self.class[index].into()),
            Column::Reason => match self.main_reason(index) {
                MainReason::Rule(rule) => number(rule),
                MainReason::RiskGrade => NOTHING - 1,
                MainReason::Nothing => NOTHING,
            },
            Column::Penalties => self.penalties[index],
            Column::Inspection => day_key(self.due[index]),
            Column::Repair => day_key(self.repair_day(index)),
            Column::Region => match self.regions()[self.region[index] as usize] {
                Some(_) => self.region[index],
                None => NOTHING,
            },
            Column::Sector => self.sectors[index].iter().next().map_or(NOTHING, |sector| number(sector.index())),
            Column::Status => number(self.status[index].index()),
            Column::Name | Column::Code => NOTHING,
        }
    }
}

/// A day in the order of the days: those before 1970 come first.
fn day_key(day: i32) -> u32 {
    if day == NO_DAY { NOTHING } else { (day as u32) ^ (1 << 31) }
}

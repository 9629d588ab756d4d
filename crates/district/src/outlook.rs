//! How late penalties were published, and what the classes will be in the coming months: asked of the engine, one
//! enterprise after the other.

use std::collections::BTreeMap;

use super::bits::Bits;
use super::table::Table;
use assess::Assessor;
use facts::calendar::{Calendar, add_months};
use facts::{Date, Enterprise};
use pack::Pack;

/// How many months ahead the classes are told.
const MONTHS: u32 = 12;

/// What was late and what is to come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outlook {
    /// By authority, the one with the most penalties first; `None` is an authority that is not known.
    pub delays: Vec<AuthorityDelays>,
    /// On the day itself and the same day of each of the twelve months after it.
    pub classes: Vec<ClassesOn>,
}

/// When the penalties of one authority were published; those of market regulation that have to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuthorityDelays {
    pub authority: Option<String>,
    /// Published by the last lawful day.
    pub in_time: usize,
    /// Published after it.
    pub late: usize,
    /// The working days that all the late ones together were late.
    pub late_days: u64,
    /// The working days that the latest was late.
    pub latest: u32,
    /// Of which no publication is known though the last lawful day is over.
    pub unknown_overdue: usize,
    /// Of which no publication is known, and which still have time.
    pub unknown_in_time: usize,
}

impl AuthorityDelays {
    /// All penalties of the authority.
    #[must_use]
    pub fn count(&self) -> usize {
        self.in_time + self.late + self.unknown_overdue + self.unknown_in_time
    }
}

/// How many enterprises are of each class on a day if nothing happens, from the best to the worst.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassesOn {
    pub on: Date,
    pub classes: Vec<usize>,
}

impl Outlook {
    pub(super) fn of(
        enterprises: &[Enterprise],
        table: &Table,
        indices: &Bits,
        pack: &Pack,
        calendar: &Calendar,
    ) -> Self {
        let mut assessor = Assessor::new(pack, calendar, table.as_of);
        let mut delays: BTreeMap<Option<&str>, AuthorityDelays> = BTreeMap::new();
        let mut classes: Vec<ClassesOn> = (0..=MONTHS)
            .map(|month| ClassesOn { on: add_months(table.as_of, month), classes: vec![0; table.classes.len()] })
            .collect();
        for index in indices.iter().filter(|index| !table.withheld[*index]) {
            let enterprise = &enterprises[index];
            let Some(class) = table.class_at(table.class[index]) else { continue };
            let forecast = assessor.forecast_of(enterprise, class);
            for month in &mut classes {
                let change = forecast.iter().rfind(|change| change.on <= month.on);
                month.classes[change.map_or(class, |change| change.class).index()] += 1;
            }
            if enterprise.penalties.is_empty() {
                continue;
            }
            for disclosure in assessor.disclosures(enterprise) {
                let authority = enterprise.penalties[disclosure.index].authority.as_deref();
                let delays = delays.entry(authority).or_default();
                match disclosure.late_working_days {
                    Some(0) => delays.in_time += 1,
                    Some(late) => {
                        delays.late += 1;
                        delays.late_days += u64::from(late);
                        delays.latest = delays.latest.max(late);
                    }
                    None if disclosure.gsxt_due_on < table.as_of => delays.unknown_overdue += 1,
                    None => delays.unknown_in_time += 1,
                }
            }
        }
        let named = |(authority, delays): (Option<&str>, AuthorityDelays)| AuthorityDelays {
            authority: authority.map(str::to_owned),
            ..delays
        };
        let mut delays: Vec<AuthorityDelays> = delays.into_iter().map(named).collect();
        delays.sort_by_key(|delays| std::cmp::Reverse(delays.count()));
        Self { delays, classes }
    }
}

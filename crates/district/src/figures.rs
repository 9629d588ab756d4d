//! What an office reports: how many are of each class, where, why, and which inspections are due.

use chrono::Datelike;

use super::bits::Bits;
use super::table::{MainReason, NO_DAY, Table};
use facts::calendar::{add_days, add_months};
use facts::{Date, Sector, Term};
use pack::{Pack, RepairStatus};

/// How many months ahead inspections are counted.
const MONTHS: u32 = 12;

/// The figures of some enterprises.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// How many enterprises were counted.
    pub count: usize,
    /// By class, from the best to the worst.
    pub classes: Vec<usize>,
    /// How many are not assessed; all that follows is of the others.
    pub withheld: usize,
    /// By region, in the order of the table's regions.
    pub regions: Vec<ByClass<Option<String>>>,
    /// By sector; an enterprise of several counts in each, one of none under `None`.
    pub sectors: Vec<ByClass<Option<Sector>>>,
    /// How often each rule holds and how often it is the main reason, the most frequent first.
    pub reasons: Vec<(MainReason, usize, usize)>,
    pub key_cases: usize,
    /// How many are key cases by each of the pack's key-case rules.
    pub key_case_rules: Vec<usize>,
    pub inspections: DueInspections,
    /// How many have some repair that stands like this, at the place of the status.
    pub repairs: [usize; RepairStatus::ALL.len()],
    /// How many lack each condition of repair, at its index in the pack.
    pub unmet: Vec<usize>,
}

/// How many of something are of each class, from the best to the worst.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByClass<T> {
    pub of: T,
    pub classes: Vec<usize>,
}

/// How many enterprises have their next planned visit due when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DueInspections {
    /// Due before the day, counted from a visit.
    pub overdue: MonthOfInspections,
    /// Due before the day by the registration alone: no visit is on record.
    pub never: MonthOfInspections,
    /// Due from the day on, by the month, for twelve months.
    pub months: Vec<(Date, MonthOfInspections)>,
    /// Due after those months.
    pub later: usize,
    /// Of which the rules ask for no visit.
    pub none: usize,
}

/// Planned visits that are due, against what is left of each enterprise's cap in this calendar year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MonthOfInspections {
    /// Those that the cap leaves room for.
    pub within_cap: usize,
    /// Those of this calendar year or earlier of which the cap is used up.
    pub cap_used: usize,
}

impl Figures {
    pub(super) fn of(table: &Table, indices: &Bits, pack: &Pack) -> Self {
        let (classes, withheld) = table.tally(indices);
        let count = indices.count();
        let mut assessed = indices.clone();
        assessed.keep(&table.withheld, |withheld| !withheld);
        let indices = &assessed;
        let mut figures = Self {
            count,
            classes,
            withheld,
            key_case_rules: vec![0; pack.key_case.rules.len()],
            inspections: DueInspections::of(table, indices),
            unmet: vec![0; pack.conditions.len()],
            ..Self::default()
        };
        let of_none = vec![0; table.classes.len()];
        let mut regions = vec![of_none.clone(); table.regions().len()];
        let mut sectors = vec![of_none; Sector::ALL.len() + 1];
        let mut held = vec![0; pack.rules.len()];
        let mut main = vec![0; pack.rules.len()];
        let (mut raised, mut raised_mainly) = (0, 0);
        for index in indices.iter() {
            let class = usize::from(table.class[index]);
            regions[table.region[index] as usize][class] += 1;
            if table.sectors[index].is_empty() {
                sectors[Sector::ALL.len()][class] += 1;
            }
            table.sectors[index].iter().for_each(|sector| sectors[sector.index()][class] += 1);
            add(&mut held, table.rules[index].iter());
            match table.main_reason(index) {
                MainReason::Rule(rule) => add(&mut main, [rule]),
                MainReason::RiskGrade => raised_mainly += 1,
                MainReason::Nothing => {}
            }
            raised += usize::from(table.is_raised(index));
            figures.key_cases += usize::from(!table.key_case[index].is_empty());
            add(&mut figures.key_case_rules, table.key_case[index].iter());
            add(&mut figures.repairs, table.repairs[index].iter().map(RepairStatus::index));
            add(&mut figures.unmet, table.unmet[index].iter());
        }
        let names = table.regions().iter().cloned();
        figures.regions = names.zip(regions).map(|(of, classes)| ByClass { of, classes }).filter(some).collect();
        let names = Sector::ALL.iter().copied().map(Some).chain([None]);
        figures.sectors = names.zip(sectors).map(|(of, classes)| ByClass { of, classes }).filter(some).collect();
        let rules = held.into_iter().zip(main).enumerate();
        figures.reasons = rules
            .map(|(rule, (held, main))| (MainReason::Rule(rule), held, main))
            .chain([(MainReason::RiskGrade, raised, raised_mainly)])
            .filter(|(_, held, _)| *held > 0)
            .collect();
        figures.reasons.sort_by_key(|(_, held, _)| std::cmp::Reverse(*held));
        figures
    }
}

fn some<T>(counted: &ByClass<T>) -> bool {
    counted.classes.iter().any(|count| *count > 0)
}

fn add(counts: &mut [usize], indices: impl IntoIterator<Item = usize>) {
    for index in indices {
        if let Some(count) = counts.get_mut(index) {
            *count += 1;
        }
    }
}

impl DueInspections {
    fn of(table: &Table, indices: &Bits) -> Self {
        let today = table.as_of;
        // The first of each month; the first stretch begins with the day itself.
        let first = today.with_day(1).unwrap_or(today);
        let starts: Vec<Date> = (0..=MONTHS).map(|month| add_months(first, month)).collect();
        let numbers: Vec<i32> = starts.iter().map(Date::to_epoch_days).collect();
        let (end, today_number) = (numbers[MONTHS as usize], today.to_epoch_days());
        let next_year =
            Date::from_ymd_opt(today.year() + 1, 1, 1).unwrap_or_else(|| add_days(today, 1)).to_epoch_days();
        let mut due = Self {
            months: starts[..MONTHS as usize].iter().map(|start| (*start, MonthOfInspections::default())).collect(),
            ..Self::default()
        };
        for index in indices.iter() {
            let day = table.due[index];
            let month = match day {
                NO_DAY => {
                    due.none += 1;
                    continue;
                }
                _ if day < today_number && table.inspected[index] => &mut due.overdue,
                _ if day < today_number => &mut due.never,
                _ if day >= end => {
                    due.later += 1;
                    continue;
                }
                _ => &mut due.months[numbers.partition_point(|start| *start <= day) - 1].1,
            };
            // With a new year comes a new cap.
            if table.remaining[index] > 0 || day >= next_year {
                month.within_cap += 1;
            } else {
                month.cap_used += 1;
            }
        }
        due
    }
}

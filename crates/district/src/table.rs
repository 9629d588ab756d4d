//! What a table shows of every enterprise, kept column after column: a million rows take some fifty megabytes, and a
//! filter reads only the columns that it asks for.

use foldhash::HashMap;
use std::borrow::Borrow;

use assess::{Assessor, Outline, RepairOutline, RuleSet, Verdict};
use facts::calendar::Calendar;
use facts::{Date, Enterprise, EnterpriseStatus, Sector, Set};
use pack::{Class, Pack, RepairStatus};

/// A day that there is not; it stands behind every other.
pub(super) const NO_DAY: i32 = i32::MAX;

/// Why an enterprise is of its class, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MainReason {
    /// A class rule, by its index in the pack.
    Rule(usize),
    /// No rule, but the sector's own risk grade.
    RiskGrade,
    /// Nothing: it is of the best class.
    Nothing,
}

/// What is known of each enterprise as of one day under one pack, at its index in the district.
#[derive(Clone, Debug)]
pub struct Table {
    pub(super) as_of: Date,
    /// The class of each, by its index in `classes`.
    pub(super) class: Vec<u8>,
    pub(super) credit_class: Vec<u8>,
    pub(super) rules: Vec<RuleSet>,
    /// Every class of the pack, from the best.
    pub(super) classes: Vec<Class>,
    /// The class that each rule of the pack gives, by its index: the worst ones alone can be the main reason.
    rule_classes: Vec<u8>,
    pub(super) key_case: Vec<RuleSet>,
    pub(super) penalties: Vec<u32>,
    /// Days since 1970, like every day here.
    pub(super) due: Vec<i32>,
    pub(super) remaining: Vec<u16>,
    pub(super) triggered: Vec<bool>,
    /// Whether any visit is on record that the next one is counted from.
    pub(super) inspected: Vec<bool>,
    /// Whether it is not assessed: then the class and what follows from it are told of nobody.
    pub(super) withheld: Vec<bool>,
    pub(super) repairs: Vec<Set<RepairStatus>>,
    pub(super) repair_next: Vec<i32>,
    pub(super) unmet: Vec<RuleSet>,
    /// Whether some repair lacks conditions that can all still be met.
    curable: Vec<bool>,
    /// The place of its region in `regions`.
    pub(super) region: Vec<u32>,
    pub(super) sectors: Vec<Set<Sector>>,
    pub(super) status: Vec<EnterpriseStatus>,
    /// Every region by its code, in their order; `None`, where there is one without, stands first.
    regions: Vec<Option<String>>,
}

/// One row of a [`Table`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<'t> {
    /// The class, and every rule that holds; to be told of no one who is not assessed.
    pub verdict: Verdict,
    /// Whether the enterprise is not assessed.
    pub withheld: bool,
    pub main_reason: MainReason,
    /// The key-case rules that hold, by their indices in the pack.
    pub key_case: RuleSet,
    /// Penalties decided by the day.
    pub penalties: u32,
    /// The day by which the next planned visit is due.
    pub next_due_on: Option<Date>,
    /// Whether that day is over and a visit was made before it. Who was never visited is not late with the next one.
    pub overdue: bool,
    /// Whether no visit is on record: none on site by market regulation.
    pub never_inspected: bool,
    /// What is left of the year's cap of planned visits.
    pub remaining: u16,
    /// Whether an open lead calls for a look now.
    pub triggered: bool,
    pub repair: RepairOutline,
    /// The next day on which something can be repaired: the day of the table itself, where something can be now.
    pub repair_on: Option<Date>,
    pub region: Option<&'t str>,
    pub sectors: Set<Sector>,
    pub status: EnterpriseStatus,
}

impl Table {
    /// Works out every row.
    #[must_use]
    pub fn new<E: Borrow<Enterprise>>(enterprises: &[E], pack: &Pack, calendar: &Calendar, as_of: Date) -> Self {
        let count = enterprises.len();
        let (regions, region) = regions(enterprises);
        let mut table = Self {
            as_of,
            class: Vec::with_capacity(count),
            credit_class: Vec::with_capacity(count),
            rules: Vec::with_capacity(count),
            classes: pack.classes.iter().map(|entry| entry.class).collect(),
            rule_classes: pack.rules.iter().map(|rule| index_of(rule.class)).collect(),
            key_case: Vec::with_capacity(count),
            penalties: Vec::with_capacity(count),
            due: Vec::with_capacity(count),
            remaining: Vec::with_capacity(count),
            triggered: Vec::with_capacity(count),
            inspected: Vec::with_capacity(count),
            withheld: enterprises.iter().map(|enterprise| enterprise.borrow().withheld(as_of).is_some()).collect(),
            repairs: Vec::with_capacity(count),
            repair_next: Vec::with_capacity(count),
            unmet: Vec::with_capacity(count),
            curable: Vec::with_capacity(count),
            region,
            sectors: enterprises.iter().map(|enterprise| enterprise.borrow().sectors).collect(),
            status: enterprises.iter().map(|enterprise| enterprise.borrow().status).collect(),
            regions,
        };
        let mut assessor = Assessor::new(pack, calendar, as_of);
        for enterprise in enterprises {
            table.push(&assessor.outline(enterprise.borrow()));
        }
        table
    }

    fn push(&mut self, outline: &Outline) {
        let Outline { verdict, key_case, inspection, penalties, repair } = outline;
        self.class.push(index_of(verdict.class));
        self.credit_class.push(index_of(verdict.credit_class));
        self.rules.push(verdict.rules);
        self.key_case.push(*key_case);
        self.penalties.push(u32::try_from(*penalties).unwrap_or(u32::MAX));
        self.due.push(day_number(inspection.next_due_on));
        self.remaining.push(u16::try_from(inspection.remaining).unwrap_or(u16::MAX));
        self.triggered.push(inspection.triggered);
        self.inspected.push(inspection.inspected);
        self.repairs.push(repair.statuses);
        self.repair_next.push(day_number(repair.next_on));
        self.unmet.push(repair.unmet);
        self.curable.push(repair.curable);
    }

    /// Works out the row of one enterprise anew.
    pub(super) fn replace(&mut self, index: usize, enterprises: &[Enterprise], pack: &Pack, calendar: &Calendar) {
        let enterprise = &enterprises[index];
        // What the engine says goes to the end of each column, and from there to its index.
        self.push(&Assessor::new(pack, calendar, self.as_of).outline(enterprise));
        self.class.swap_remove(index);
        self.credit_class.swap_remove(index);
        self.rules.swap_remove(index);
        self.key_case.swap_remove(index);
        self.penalties.swap_remove(index);
        self.due.swap_remove(index);
        self.remaining.swap_remove(index);
        self.triggered.swap_remove(index);
        self.inspected.swap_remove(index);
        self.repairs.swap_remove(index);
        self.repair_next.swap_remove(index);
        self.unmet.swap_remove(index);
        self.curable.swap_remove(index);
        self.withheld[index] = enterprise.withheld(self.as_of).is_some();
        self.sectors[index] = enterprise.sectors;
        self.status[index] = enterprise.status;
        (self.regions, self.region) = regions(enterprises);
    }

    /// Notes that the enterprise at an index is not assessed.
    pub(super) fn withhold(&mut self, index: usize) {
        self.withheld[index] = true;
    }

    /// The day as of which everything holds.
    #[must_use]
    pub fn as_of(&self) -> Date {
        self.as_of
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.class.len()
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.class.is_empty()
    }

    /// The regions of the district by their codes, in order; `None` for the enterprises of which none is known.
    #[must_use]
    pub fn regions(&self) -> &[Option<String>] {
        &self.regions
    }

    /// The row of the enterprise at an index; `None` beyond the last.
    #[must_use]
    pub fn row(&self, index: usize) -> Option<Row<'_>> {
        let class = self.class_at(*self.class.get(index)?)?;
        let credit_class = self.class_at(self.credit_class[index])?;
        let due = self.due[index];
        let repair_on = self.repair_day(index);
        Some(Row {
            verdict: Verdict { class, credit_class, rules: self.rules[index] },
            withheld: self.withheld[index],
            main_reason: self.main_reason(index),
            key_case: self.key_case[index],
            penalties: self.penalties[index],
            next_due_on: day(due),
            overdue: self.inspected[index] && due < self.as_of.to_epoch_days(),
            never_inspected: !self.inspected[index],
            remaining: self.remaining[index],
            triggered: self.triggered[index],
            repair: RepairOutline {
                statuses: self.repairs[index],
                next_on: day(self.repair_next[index]),
                unmet: self.unmet[index],
                curable: self.curable[index],
            },
            repair_on: day(repair_on),
            region: self.regions[self.region[index] as usize].as_deref(),
            sectors: self.sectors[index],
            status: self.status[index],
        })
    }

    /// What decided the class: the risk grade where it raised it, or else the first rule, in the order of the pack, that gives it.
    pub(super) fn main_reason(&self, index: usize) -> MainReason {
        if self.is_raised(index) {
            return MainReason::RiskGrade;
        }
        let credit_class = self.credit_class[index];
        let rules = self.rules[index];
        if !rules.is_empty()
            && let Some(rule) = rules.iter().find(|rule| self.rule_classes.get(*rule) == Some(&credit_class))
        {
            return MainReason::Rule(rule);
        }
        MainReason::Nothing
    }

    /// The class with an index among those of the pack.
    pub(super) fn class_at(&self, index: u8) -> Option<Class> {
        self.classes.get(usize::from(index)).copied()
    }

    /// Whether the risk grade changed the class.
    pub(super) fn is_raised(&self, index: usize) -> bool {
        self.class[index] != self.credit_class[index]
    }

    /// The next day on which something can be repaired, as a number.
    pub(super) fn repair_day(&self, index: usize) -> i32 {
        if self.repairs[index].contains(RepairStatus::Eligible) {
            self.as_of.to_epoch_days()
        } else {
            self.repair_next[index]
        }
    }
}

/// The index of a class, in one byte: a pack has a few.
fn index_of(class: Class) -> u8 {
    class.index() as u8
}

/// A day as a number; behind every other when there is none.
fn day_number(day: Option<Date>) -> i32 {
    day.map_or(NO_DAY, |day| day.to_epoch_days())
}

fn day(number: i32) -> Option<Date> {
    if number == NO_DAY { None } else { Date::from_epoch_days(number) }
}

/// Every region once, in order, and which each enterprise is in.
fn regions<E: Borrow<Enterprise>>(enterprises: &[E]) -> (Vec<Option<String>>, Vec<u32>) {
    let mut numbers: HashMap<Option<&str>, u32> = HashMap::default();
    let mut found: Vec<Option<&str>> = Vec::new();
    let mut region: Vec<u32> = Vec::with_capacity(enterprises.len());
    for enterprise in enterprises {
        let name = enterprise.borrow().region.as_deref();
        region.push(*numbers.entry(name).or_insert_with(|| {
            found.push(name);
            // There are no more regions than enterprises, and of those no more than a number of 32 bits counts.
            (found.len() - 1) as u32
        }));
    }
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_unstable_by_key(|index| found[*index]);
    let mut indices = vec![0_u32; found.len()];
    for (index, number) in order.iter().enumerate() {
        indices[*number] = index as u32;
    }
    region.iter_mut().for_each(|number| *number = indices[*number as usize]);
    (order.into_iter().map(|number| found[number].map(str::to_owned)).collect(), region)
}

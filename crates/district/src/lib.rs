//! Many enterprises at once: everything that an office's files gave, held in memory, judged, searched and counted.
//!
//! What the engine says of every enterprise stands in a [`Table`], column after column; words, evidence and sources are
//! asked of it anew for the few rows that are read. Filters go over the columns, orders are kept once they were asked
//! for, and figures are counted for whatever a filter leaves. [`export`] writes it for other programs, `archive` as bytes that
//! are kept.
//!
//! ```
//! use district::{District, Filter};
//! use facts::{Date, Enterprise};
//! use import::Import;
//!
//! let shop = Enterprise { uscc: "91350100M000100Y43".into(), name: "示例有限公司".into(), ..Enterprise::default() };
//! let mut district = District::new(Import { enterprises: vec![shop], registered: 1, ..Import::default() });
//! district.classify(builtin::pack(), builtin::calendar(), Date::from_ymd_opt(2026, 11, 21).unwrap());
//!
//! let figures = district.figures(&Filter::default(), builtin::pack()).unwrap();
//! assert_eq!(figures.count, 1);
//! ```

#[cfg(feature = "workbooks")]
pub mod archive;
pub mod export;

mod besides;
mod bits;
mod by_hand;
mod classes;
mod compare;
mod figures;
mod filter;
mod order;
mod outlook;
mod regions;
mod search;
mod table;
mod update;

use std::collections::{BTreeMap, HashSet};

use facts::calendar::Calendar;
use facts::{Date, Enterprise, Withheld};
use import::{Gb18030Table, Import, ImportReport};
use pack::Pack;

pub use besides::{Besides, Mark, Source};
pub use by_hand::ByHand;
pub use classes::{Standing, Tallies, rules};
pub use compare::{ClassMove, Comparison, compare, differing};
pub use figures::{ByClass, DueInspections, Figures, MonthOfInspections};
pub use filter::{Filter, InspectionState, RepairState};
pub use order::{Column, Sort};
pub use outlook::{AuthorityDelays, ClassesOn, Outlook};
pub use regions::{near_region_name, region_name, region_words};
pub use table::{MainReason, Row, Table};
pub use update::{Differences, Earlier, Extent, changes, update};

use bits::Bits;
use order::Orders;
use search::Search;

/// The enterprises of a district.
#[derive(Debug, Default)]
pub struct District {
    enterprises: Vec<Enterprise>,
    registered: usize,
    report: ImportReport,
    besides: Besides,
    /// What is lacking in changed records, by their indices.
    gaps: BTreeMap<usize, Gaps>,
    /// What was last worked out of all of them; `None` before that.
    table: Option<Table>,
    /// By which names are ordered; `None` for the order of Unicode.
    names: Option<fn() -> Gb18030Table>,
    orders: Orders,
    search: Search,
}

/// What is lacking in a changed record, of which the district has only what can be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gaps {
    /// Why it is not assessed, where what every record must have is not there.
    pub withheld: Option<Withheld>,
    /// How many penalties cannot be read or are not complete, and do not count.
    pub penalties: usize,
}

/// What a question found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The indices of all enterprises that fit, in the order asked for.
    pub indices: Vec<u32>,
    /// How many fit all but the classes asked for, by class from the best to the worst.
    pub tally: Vec<usize>,
    /// How many fit all but the classes asked for, and are not assessed.
    pub withheld: usize,
}

impl District {
    /// The district that the files gave.
    #[must_use]
    pub fn new(mut import: Import) -> Self {
        let besides = Besides::of(&mut import);
        Self::kept(import, besides)
    }

    /// The district that was kept: what is known besides facts comes as it was then.
    #[must_use]
    pub fn kept(import: Import, besides: Besides) -> Self {
        Self {
            enterprises: import.enterprises,
            registered: import.registered,
            report: import.report,
            besides,
            ..Self::default()
        }
    }

    /// Has names ordered by GB18030 from now on, as people look them up: it has the common characters by their pinyin, the
    /// rarer ones behind them by their strokes. The table is asked for when names are first ordered.
    pub fn order_names_by(&mut self, table: fn() -> Gb18030Table) {
        self.names = Some(table);
        self.orders = Orders::default();
    }

    /// The district as it was before files were laid over it.
    #[must_use]
    pub fn earlier(earlier: Earlier) -> Self {
        let Earlier { enterprises, registered, report, besides, .. } = earlier;
        Self::kept(Import { enterprises, registered, report, ..Import::default() }, besides)
    }

    /// Lays the files of another month over it; what a person has changed stays so, or gives way. Gives what it was before.
    pub fn lay_over(&mut self, mut month: Import, extent: Extent, by_hand: ByHand) -> Earlier {
        let Self { mut enterprises, registered, report, besides, .. } = std::mem::take(self);
        let told = Besides::of(&mut month);
        // Files are laid over what files gave.
        let mut changed: BTreeMap<usize, Enterprise> = BTreeMap::new();
        for (index, own) in &besides.by_hand {
            changed.insert(*index, std::mem::replace(&mut enterprises[*index], own.clone()));
        }
        let (mut import, differences) = update(&enterprises, registered, month, extent);
        let mut now = besides.under(told, &differences, extent);
        if by_hand == ByHand::Keep && !changed.is_empty() {
            for (index, was) in differences.was.iter().enumerate() {
                let Some((was, changed)) = was.and_then(|was| changed.get_key_value(&(was as usize))) else { continue };
                let official = &mut import.enterprises[index];
                let kept = by_hand::kept(&enterprises[*was], changed, official);
                if kept != *official {
                    now.by_hand.insert(index, std::mem::replace(official, kept));
                }
            }
        }
        for (index, changed) in changed {
            enterprises[index] = changed;
        }
        let kept_by_hand = now.by_hand.len();
        *self = Self::kept(import, now);
        Earlier { enterprises, registered, report, besides, differences, kept_by_hand }
    }

    /// Every enterprise: those of the register in its order, then those known only from other files. Its index in
    /// this list is what the other methods call a place.
    #[must_use]
    pub fn enterprises(&self) -> &[Enterprise] {
        &self.enterprises
    }

    /// The enterprise with a credit code.
    #[must_use]
    pub fn enterprise(&self, uscc: &str) -> Option<&Enterprise> {
        self.enterprises.iter().find(|enterprise| enterprise.uscc == uscc)
    }

    /// How many enterprises are known only from files other than the register.
    #[must_use]
    pub fn unregistered(&self) -> usize {
        self.enterprises.len() - self.registered
    }

    /// Whether the enterprise at an index stands in the register.
    #[must_use]
    pub fn is_registered(&self, index: usize) -> bool {
        index < self.registered
    }

    /// What is to be known besides the facts of the enterprises.
    #[must_use]
    pub fn besides(&self) -> &Besides {
        &self.besides
    }

    /// What is to be looked at in the enterprise at an index, besides what follows from its facts.
    #[must_use]
    pub fn marks(&self, index: usize) -> Vec<Mark> {
        let remarks = self.besides.remarks.get(&index).map(Vec::as_slice).unwrap_or_default();
        let holds = |mark: &Mark| match mark {
            Mark::Remark(kind) => remarks.iter().any(|remark| remark.kind == *kind),
            Mark::ByHand => self.besides.by_hand.contains_key(&index),
        };
        Mark::ALL.into_iter().filter(holds).collect()
    }

    /// The enterprise at an index as the files gave it, without what a person has changed.
    #[must_use]
    pub fn official(&self, index: usize) -> Option<&Enterprise> {
        self.besides.by_hand.get(&index).or_else(|| self.enterprises.get(index))
    }

    /// What became of the files and their rows.
    #[must_use]
    pub fn report(&self) -> &ImportReport {
        &self.report
    }

    /// Judges every enterprise by these rules as of this day, and counts the classes. What was known of an earlier
    /// day or other rules is forgotten.
    pub fn classify(&mut self, pack: &Pack, calendar: &Calendar, as_of: Date) -> Tallies {
        // The old table goes first: two of a million rows are more than is needed at a time.
        self.table = None;
        self.orders = Orders::default();
        let table = self.table.insert(Table::new(&self.enterprises, pack, calendar, as_of));
        self.gaps.iter().filter(|(_, gaps)| gaps.withheld.is_some()).for_each(|(index, _)| table.withhold(*index));
        Tallies::of(table, pack)
    }

    /// Puts a record that a person has changed in the place of the one with its credit code, and judges it by the rules by
    /// which all were judged. What the files gave is remembered as long as it is otherwise. False when there is none with
    /// that code.
    pub fn replace(&mut self, record: Enterprise, pack: &Pack, calendar: &Calendar) -> bool {
        self.replace_with_gaps(record, Gaps::default(), pack, calendar)
    }

    /// The same for a record in which something is lacking.
    pub fn replace_with_gaps(&mut self, record: Enterprise, gaps: Gaps, pack: &Pack, calendar: &Calendar) -> bool {
        let Some(index) = self.enterprises.iter().position(|enterprise| enterprise.uscc == record.uscc) else {
            return false;
        };
        let before = std::mem::replace(&mut self.enterprises[index], record);
        let own = self.besides.by_hand.entry(index).or_insert(before);
        if *own == self.enterprises[index] {
            self.besides.by_hand.remove(&index);
        }
        self.gaps.remove(&index);
        if gaps != Gaps::default() {
            self.gaps.insert(index, gaps);
        }
        self.orders = Orders::default();
        self.search = Search::default();
        if let Some(table) = &mut self.table {
            table.replace(index, &self.enterprises, pack, calendar);
            if gaps.withheld.is_some() {
                table.withhold(index);
            }
        }
        true
    }

    /// What is lacking in the record at an index.
    #[must_use]
    pub fn gaps(&self, index: usize) -> Gaps {
        self.gaps.get(&index).copied().unwrap_or_default()
    }

    /// Why the enterprise at an index is not assessed as of the day for which all were judged last; `None` where it is.
    #[must_use]
    pub fn withheld(&self, index: usize) -> Option<Withheld> {
        let as_of = self.table.as_ref()?.as_of();
        self.gaps(index).withheld.or_else(|| self.enterprises.get(index)?.withheld(as_of))
    }

    /// What was last worked out; `None` before that.
    #[must_use]
    pub fn table(&self) -> Option<&Table> {
        self.table.as_ref()
    }

    /// How the enterprise at an index was last classed; `None` before that.
    #[must_use]
    pub fn standing(&self, index: usize) -> Option<Standing> {
        let row = self.table.as_ref()?.row(index)?;
        Some(Standing { verdict: row.verdict, key_case: !row.key_case.is_empty() })
    }

    /// The enterprises that a filter leaves, in order; none before they were judged.
    pub fn find(&mut self, filter: &Filter, sort: Sort) -> Found {
        let (indices, (tally, withheld)) = self.fitting(filter);
        let Some(table) = &self.table else { return Found::default() };
        let indices = self.orders.walk(table, (&self.enterprises, self.names), sort, &indices);
        Found { indices, tally, withheld }
    }

    /// Every place that a filter leaves, whatever their order, and how many of each class and of none fit all else.
    fn fitting(&mut self, filter: &Filter) -> (Bits, (Vec<usize>, usize)) {
        let mut indices = self.search.find(&self.enterprises, &filter.words).clone();
        let Some(table) = &self.table else { return (indices, (Vec::new(), 0)) };
        if !filter.codes.is_empty() {
            let codes: HashSet<&str> = filter.codes.iter().map(String::as_str).collect();
            indices.keep_indices(|index| codes.contains(self.enterprises[index].uscc.as_str()));
        }
        table.keep(filter, &mut indices);
        match filter.mark {
            Some(Mark::ByHand) => indices.keep_indices(|index| self.besides.by_hand.contains_key(&index)),
            Some(Mark::Remark(kind)) => indices.keep_indices(|index| {
                self.besides.remarks.get(&index).is_some_and(|remarks| remarks.iter().any(|it| it.kind == kind))
            }),
            None => {}
        }
        let tally = table.tally(&indices);
        table.keep_classes(filter, &mut indices);
        (indices, tally)
    }

    /// The figures of the enterprises that a filter leaves; `None` before they were judged.
    pub fn figures(&mut self, filter: &Filter, pack: &Pack) -> Option<Figures> {
        let (indices, _) = self.fitting(filter);
        self.table.as_ref().map(|table| Figures::of(table, &indices, pack))
    }

    /// What was late and what is to come, of the enterprises that a filter leaves; `None` before they were judged.
    /// Unlike the figures this asks the engine about each of them again.
    pub fn outlook(&mut self, filter: &Filter, pack: &Pack, calendar: &Calendar) -> Option<Outlook> {
        let (indices, _) = self.fitting(filter);
        let table = self.table.as_ref()?;
        Some(Outlook::of(&self.enterprises, table, &indices, pack, calendar))
    }
}

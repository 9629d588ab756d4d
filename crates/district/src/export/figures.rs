//! The figures of a report as tables, one for each picture.

use chrono::Datelike;

use super::{Cell, Column, words};
use crate::regions::region_words;
use crate::{ByClass, Figures, MainReason, MonthOfInspections, Outlook};
use facts::Term;
use pack::{Locale, Pack, Phrase, RepairStatus};

/// The numbers behind one picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureTable {
    /// Its name in addresses and in the names of files.
    pub id: &'static str,
    pub title: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
}

impl FigureTable {
    pub(super) fn new(
        id: &'static str,
        title: Phrase,
        columns: &[Phrase],
        rows: impl Iterator<Item = Vec<Cell>>,
        locale: Locale,
    ) -> Self {
        let column = |(index, name): (usize, &Phrase)| Column {
            name: name.get(locale).to_owned(),
            width: if index == 0 { 36 } else { 14 },
        };
        Self {
            id,
            title: title.get(locale).to_owned(),
            columns: columns.iter().enumerate().map(column).collect(),
            rows: rows.collect(),
        }
    }
}

/// A column for each class, from the best to the worst.
pub(super) fn of_classes(pack: &Pack, locale: Locale) -> impl Iterator<Item = Column> {
    pack.classes.iter().map(move |entry| Column { name: entry.word.get(locale).to_owned(), width: 24 })
}

/// The figures as tables: classes, regions, sectors, reasons, inspections and repairs.
#[must_use]
pub fn figure_tables(figures: &Figures, pack: &Pack, locale: Locale) -> Vec<FigureTable> {
    let share = |count: usize| Cell::PerMille(per_mille(count, figures.count));
    let counts: Vec<usize> = figures.classes.iter().copied().chain([figures.withheld]).collect();
    let words = pack.classes.iter().map(|entry| entry.word.get(locale));
    let names = words.chain([words::WITHHELD_ROW.get(locale)]);
    let row = |((name, count), share): ((&str, usize), u64)| vec![name.into(), count.into(), Cell::PerMille(share)];
    let rows = names.zip(counts.clone()).zip(shares(&counts, figures.count));
    // There is mostly nobody who is not assessed.
    let shown = pack.classes.len() + usize::from(figures.withheld > 0);
    let classes = rows.take(shown).map(row);
    let all = vec![words::IN_ALL.get(locale).into(), figures.count.into(), share(figures.count)];
    let regions = figures.regions.iter().map(|region| {
        let name = region.of.as_deref().map_or_else(|| words::NOT_KNOWN.get(locale), region_words);
        with_sum(name, region)
    });
    let sectors = figures.sectors.iter().map(|sector| {
        let name = sector.of.map_or_else(|| words::NO_SECTOR.get(locale), |sector| pack.word(sector).get(locale));
        with_sum(name, sector)
    });
    let reasons = figures.reasons.iter().map(|(reason, holds, mainly)| {
        vec![reason_title(*reason, pack, locale).into(), (*holds).into(), share(*holds), (*mainly).into()]
    });
    vec![
        FigureTable::new(
            "classes",
            words::CLASSES_TABLE,
            &[words::CLASS, words::COUNT, words::SHARE],
            classes.chain([all]),
            locale,
        ),
        by_class("regions", words::REGIONS_TABLE, words::REGION, regions, pack, locale),
        by_class("sectors", words::SECTORS_TABLE, words::SECTORS, sectors, pack, locale),
        FigureTable::new(
            "reasons",
            words::REASONS_TABLE,
            &[words::REASON, words::HOLDS, words::SHARE, words::MAINLY],
            reasons,
            locale,
        ),
        inspections(figures, locale),
        repairs(figures, pack, locale),
    ]
}

/// The tables of what was late and of what is to come.
#[must_use]
pub fn outlook_tables(outlook: &Outlook, pack: &Pack, locale: Locale) -> Vec<FigureTable> {
    let delays = outlook.delays.iter().map(|it| {
        let authority = it.authority.as_deref().unwrap_or_else(|| words::NOT_KNOWN.get(locale));
        let mean = it.late_days.checked_div(it.late as u64);
        vec![
            authority.into(),
            it.in_time.into(),
            it.late.into(),
            mean.map_or(Cell::Nothing, Cell::Number),
            if it.late > 0 { Cell::Number(it.latest.into()) } else { Cell::Nothing },
            it.unknown_overdue.into(),
            it.unknown_in_time.into(),
        ]
    });
    let columns = [
        words::AUTHORITY,
        words::IN_TIME,
        words::LATE,
        words::MEAN_LATE,
        words::LATEST,
        words::UNKNOWN_OVERDUE,
        words::UNKNOWN_IN_TIME,
    ];
    let delays = FigureTable::new("delays", words::DELAYS_TABLE, &columns, delays, locale);
    let mut forecast = FigureTable::new("forecast", words::FORECAST_TABLE, &[words::DAY], std::iter::empty(), locale);
    forecast.columns.extend(of_classes(pack, locale));
    forecast.rows = outlook
        .classes
        .iter()
        .map(|it| std::iter::once(Cell::Day(it.on)).chain(it.classes.iter().copied().map(Cell::from)).collect())
        .collect();
    vec![delays, forecast]
}

/// The title of a reason.
fn reason_title(reason: MainReason, pack: &Pack, locale: Locale) -> String {
    match reason {
        MainReason::Rule(index) => {
            pack.rules.get(index).map(|rule| rule.title.get(locale).to_owned()).unwrap_or_default()
        }
        _ => words::RISK_GRADE.get(locale).to_owned(),
    }
}

/// The shares of parts in a whole, in tenths of a per cent, which together are as much as the whole: where rounding each down
/// leaves something over, those that lose most by it have it.
fn shares(parts: &[usize], whole: usize) -> Vec<u64> {
    let Some(down) = parts.iter().map(|part| (part * 1000).checked_div(whole)).collect::<Option<Vec<usize>>>() else {
        return vec![0; parts.len()];
    };
    let together = parts.iter().sum::<usize>() * 1000 / whole;
    let over = together.saturating_sub(down.iter().sum());
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|index| std::cmp::Reverse(parts[*index] * 1000 % whole));
    let mut shares: Vec<u64> = down.into_iter().map(|share| share as u64).collect();
    order.into_iter().take(over).for_each(|index| shares[index] += 1);
    shares
}

/// A share in tenths of a per cent, rounded.
fn per_mille(count: usize, all: usize) -> u64 {
    ((count * 1000 + all / 2).checked_div(all).unwrap_or(0)) as u64
}

fn with_sum<T>(name: &str, counted: &ByClass<T>) -> Vec<Cell> {
    let sum: usize = counted.classes.iter().sum();
    std::iter::once(name.into()).chain(counted.classes.iter().copied().map(Cell::from)).chain([sum.into()]).collect()
}

fn by_class(
    id: &'static str,
    title: Phrase,
    of: Phrase,
    rows: impl Iterator<Item = Vec<Cell>>,
    pack: &Pack,
    locale: Locale,
) -> FigureTable {
    let mut table = FigureTable::new(id, title, &[of], rows, locale);
    table.columns.extend(of_classes(pack, locale));
    table.columns.push(Column { name: words::IN_ALL.get(locale).to_owned(), width: 14 });
    table
}

fn inspections(figures: &Figures, locale: Locale) -> FigureTable {
    let due = &figures.inspections;
    let row = |name: String, month: &MonthOfInspections| {
        let sum = month.within_cap + month.cap_used;
        vec![name.into(), month.within_cap.into(), month.cap_used.into(), sum.into()]
    };
    let month_name = |from: &facts::Date| {
        let month = format!("{:02}", from.month());
        words::MONTH_OF.fill(locale, &[&from.year().to_string(), month.as_str()])
    };
    let months = due.months.iter().map(|(from, month)| row(month_name(from), month));
    let only = |name: Phrase, count: usize| vec![name.get(locale).into(), Cell::Nothing, Cell::Nothing, count.into()];
    let past = [(words::OVERDUE_ROW, &due.overdue), (words::NEVER_ROW, &due.never)];
    let rows = past
        .into_iter()
        .map(|(name, month)| row(name.get(locale).to_owned(), month))
        .chain(months)
        .chain([only(words::LATER_ROW, due.later), only(words::NONE_ROW, due.none)]);
    let columns = [words::MONTH, words::WITHIN_CAP, words::CAP_USED, words::IN_ALL];
    FigureTable::new("inspections", words::INSPECTIONS_TABLE, &columns, rows, locale)
}

fn repairs(figures: &Figures, pack: &Pack, locale: Locale) -> FigureTable {
    let states = RepairStatus::ALL.iter().rev().zip(figures.repairs.iter().rev());
    let states = states.map(|(status, count)| (pack.word(*status).get(locale).to_owned(), *count));
    let unmet = pack.conditions.iter().zip(&figures.unmet);
    let unmet = unmet.map(|(condition, count)| {
        let title = condition.title_when(false).get(locale);
        let is_sentence = condition.unmet.is_some();
        (if is_sentence { title.to_owned() } else { words::UNMET.fill(locale, &[title]) }, *count)
    });
    let rows = states.chain(unmet).filter(|(_, count)| *count > 0);
    let rows = rows.map(|(name, count)| vec![name.into(), count.into()]);
    FigureTable::new("repairs", words::REPAIRS_TABLE, &[words::STATE, words::COUNT], rows, locale)
}

#[cfg(test)]
mod tests {
    use super::shares;

    #[test]
    fn shares_of_a_whole_are_the_whole_together() {
        // Each rounded by itself would be 100.1 and 99.9 per cent.
        assert_eq!(shares(&[1556, 1556, 6888], 10_000), [156, 155, 689]);
        assert_eq!(shares(&[1, 1, 1, 0], 3), [334, 333, 333, 0]);
        assert_eq!(shares(&[0, 0], 0), [0, 0]);
    }
}

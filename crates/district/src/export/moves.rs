//! Who is of another class, and why: between two days, or two sets of rules.

use super::figures::{FigureTable, of_classes};
use super::later::{later_in_words, way};
use super::list::joined;
use super::{Cell, Column, words};
use crate::{ClassMove, Comparison, District, Earlier, MainReason, Table};
use assess::Assessor;
use facts::calendar::Calendar;
use facts::{Date, Enterprise, Term};
use pack::{Class, FactKind, Locale, Pack, withheld_text};

/// The columns of the list of those of another class; of an update also what has changed.
#[must_use]
pub fn move_columns(is_update: bool, locale: Locale) -> Vec<Column> {
    let columns = [
        (words::CODE, 21),
        (words::NAME, 36),
        (words::BEFORE, 22),
        (words::AFTER, 22),
        (words::WAY, 8),
        (words::BEGUN, 60),
        (words::CEASED, 60),
        (words::CHANGES, 40),
    ];
    let count = columns.len() - usize::from(!is_update);
    columns[..count].iter().map(|(name, width)| Column { name: name.get(locale).to_owned(), width: *width }).collect()
}

/// Puts moves in words: what began to hold in those of the day and rules after, what ceased in those before.
pub struct MoveRows<'d> {
    district: &'d District,
    before: (Assessor<'d>, &'d Pack),
    after: (Assessor<'d>, &'d Pack),
    earlier: Option<&'d Earlier>,
    /// The days of the two tables.
    days: [Date; 2],
    locale: Locale,
}

impl<'d> MoveRows<'d> {
    /// Rows about the enterprises of a district that were judged in two ways, each a table with its rules; `earlier` where the files of
    /// another month lie between the two.
    #[must_use]
    pub fn new(
        district: &'d District,
        before: (&Table, &'d Pack, &'d Calendar),
        after: (&Table, &'d Pack, &'d Calendar),
        earlier: Option<&'d Earlier>,
        locale: Locale,
    ) -> Self {
        let side = |(table, pack, calendar): (&Table, &'d Pack, &'d Calendar)| {
            (Assessor::new(pack, calendar, table.as_of()), pack)
        };
        let days = [before.0.as_of(), after.0.as_of()];
        Self { district, before: side(before), after: side(after), earlier, days, locale }
    }

    /// The row of a move; `None` when it is of no enterprise here.
    pub fn row(&mut self, step: &ClassMove) -> Option<Vec<Cell>> {
        let (enterprise, locale) = (self.district.enterprises().get(step.index)?, self.locale);
        let class = |of: &Enterprise, as_of: Date, pack: &Pack, class: Class| {
            let withheld = of.withheld(as_of).map(|withheld| withheld_text(withheld, locale));
            Cell::from(withheld.unwrap_or_else(|| pack.class(class).word.get(locale)))
        };
        let [before, after] = self.days;
        let was = self.earlier.and_then(|earlier| earlier.was(step.index));
        let is_new = self.earlier.is_some() && was.is_none();
        let mut cells = vec![
            enterprise.uscc.as_str().into(),
            enterprise.name.as_str().into(),
            if is_new { Cell::Nothing } else { class(was.unwrap_or(enterprise), before, self.before.1, step.from) },
            class(enterprise, after, self.after.1, step.to),
            way(step, self.earlier).get(locale).into(),
            in_words(&mut self.after, enterprise, &step.begun, locale).into(),
            in_words(&mut self.before, was.unwrap_or(enterprise), &step.ceased, locale).into(),
        ];
        if let Some(earlier) = self.earlier {
            cells.push(later_in_words(earlier, self.district, step.index, locale).into());
        }
        Some(cells)
    }
}

/// Some of the reasons of an enterprise, in words.
fn in_words(side: &mut (Assessor, &Pack), enterprise: &Enterprise, some: &[MainReason], locale: Locale) -> String {
    if some.is_empty() {
        return String::new();
    }
    let (assessor, pack) = side;
    let ids: Vec<&str> = some.iter().filter_map(|reason| id(*reason, pack)).collect();
    let reasons = assessor.reasons(enterprise);
    joined(reasons.iter().filter(|reason| ids.contains(&reason.rule.as_str())), locale)
}

fn id(reason: MainReason, pack: &Pack) -> Option<&str> {
    match reason {
        MainReason::Rule(index) => pack.rules.get(index).map(|rule| rule.id.as_str()),
        MainReason::RiskGrade => Some(FactKind::RiskGrade.code()),
        MainReason::Nothing => None,
    }
}

/// The numbers of a comparison: from which class to which, and which rules it comes from.
#[must_use]
pub fn move_tables(comparison: &Comparison, before: &Pack, after: &Pack, locale: Locale) -> Vec<FigureTable> {
    let mut columns = vec![Column { name: words::BEFORE.get(locale).to_owned(), width: 24 }];
    columns.extend(of_classes(after, locale));
    let moved = before.classes.iter().zip(&comparison.classes).map(|(from, counts)| {
        std::iter::once(from.word.get(locale).into()).chain(counts.iter().copied().map(Cell::from)).collect()
    });
    let mut ids: Vec<&str> = Vec::new();
    for (id, _) in comparison.begun.iter().chain(&comparison.ceased) {
        if !ids.contains(&id.as_str()) {
            ids.push(id);
        }
    }
    let title = |id: &str| match after.rule(id).or_else(|| before.rule(id)) {
        Some(rule) => rule.title.get(locale).to_owned(),
        None => words::RISK_GRADE.get(locale).to_owned(),
    };
    let count = |counts: &[(String, usize)], id: &str| -> usize {
        counts.iter().find(|(known, _)| known == id).map_or(0, |(_, count)| *count)
    };
    let rules = ids
        .into_iter()
        .map(|id| vec![title(id).into(), count(&comparison.begun, id).into(), count(&comparison.ceased, id).into()]);
    vec![
        FigureTable { id: "moves", title: words::MOVES_TABLE.get(locale).to_owned(), columns, rows: moved.collect() },
        FigureTable::new("rules", words::RULES_TABLE, &[words::REASON, words::BEGINS, words::CEASES], rules, locale),
    ]
}

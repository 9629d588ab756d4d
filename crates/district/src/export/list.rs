//! The list of enterprises: a row each, with its reasons in words.

use super::later::changes_in_words;
use super::{Cell, Column, words};
use crate::{District, Row, Table};
use assess::{Assessor, Reason};
use facts::calendar::Calendar;
use facts::{Enterprise, EnterpriseStatus};
use import::{Remark, RemarkKind};
use pack::{Locale, Pack, Phrase, RepairStatus, not_counted_text, not_early_text, withheld_text};

/// The columns of the list.
#[must_use]
pub fn list_columns(locale: Locale) -> Vec<Column> {
    let columns = [
        (words::CODE, 21),
        (words::NAME, 36),
        (words::STATUS, 10),
        (words::REGION, 10),
        (words::SECTORS, 16),
        (words::CLASS, 22),
        (words::REASONS, 60),
        (words::KEY_CASE, 36),
        (words::PENALTIES, 10),
        (words::NEXT_DUE, 13),
        (words::OVERDUE, 8),
        (words::NEVER_INSPECTED, 10),
        (words::REMAINING, 10),
        (words::OPEN_LEADS, 10),
        (words::REPAIR_ON, 13),
        (words::REPAIR, 48),
        (words::REMARKS, 48),
        (words::BY_HAND, 24),
    ];
    columns.map(|(name, width)| Column { name: name.get(locale).to_owned(), width }).into()
}

/// Puts rows of the list in words.
pub struct ListRows<'d> {
    district: &'d District,
    table: &'d Table,
    pack: &'d Pack,
    assessor: Assessor<'d>,
    locale: Locale,
}

impl<'d> ListRows<'d> {
    /// Rows of a district that was judged by these rules; `None` before it was.
    #[must_use]
    pub fn new(district: &'d District, pack: &'d Pack, calendar: &'d Calendar, locale: Locale) -> Option<Self> {
        let table = district.table()?;
        Some(Self { district, table, pack, assessor: Assessor::new(pack, calendar, table.as_of()), locale })
    }

    /// The row of the enterprise at an index; `None` beyond the last.
    pub fn row(&mut self, index: usize) -> Option<Vec<Cell>> {
        let (pack, locale) = (self.pack, self.locale);
        let (enterprise, row) = (self.district.enterprises().get(index)?, self.table.row(index)?);
        let yes = |holds: bool| Cell::from(if holds { words::YES.get(locale) } else { "" });
        let mut cells = vec![
            enterprise.uscc.as_str().into(),
            enterprise.name.as_str().into(),
            status(enterprise, self.district.is_registered(index), pack, locale).into(),
            row.region.unwrap_or_default().into(),
            sectors(&row, pack, locale).into(),
        ];
        let gap = not_counted_text(self.district.gaps(index).penalties, locale);
        let class = |class: &str| match gap.as_str() {
            "" => Cell::from(class),
            gap => Cell::from([class, gap].join(words::SEPARATOR.get(locale))),
        };
        let penalties = Cell::Number(row.penalties.into());
        // Of one who is not assessed stands why; what an assessment would tell stays empty.
        if let Some(withheld) = self.district.withheld(index) {
            cells.extend([class(withheld_text(withheld, locale)), Cell::Nothing, Cell::Nothing, penalties]);
            cells.resize(list_columns(locale).len(), Cell::Nothing);
            return Some(cells);
        }
        let reasons = if row.verdict.rules.is_empty() && row.verdict.class == row.verdict.credit_class {
            Vec::new()
        } else {
            self.assessor.reasons(enterprise)
        };
        cells.extend([
            class(pack.class(row.verdict.class).word.get(locale)),
            joined(&reasons, locale).into(),
            key_case(&row, pack, locale).into(),
            penalties,
            row.next_due_on.into(),
            yes(row.overdue),
            yes(row.never_inspected),
            Cell::Number(row.remaining.into()),
            yes(row.triggered),
            row.repair_on.into(),
            repair(&row, pack, locale).into(),
            remarks(self.district, index, locale).into(),
            by_hand(self.district, index, locale).unwrap_or_default().into(),
        ]);
        Some(cells)
    }
}

/// What rows say of an enterprise that cannot all be right.
fn remarks(district: &District, index: usize, locale: Locale) -> String {
    let remarks = district.besides().remarks.get(&index);
    let told = remarks.into_iter().flatten().map(|Remark { kind, words: said }| {
        words::NAMED.fill(locale, &[remark_title(*kind).get(locale), said.get(locale)])
    });
    told.collect::<Vec<_>>().join(words::SEPARATOR.get(locale))
}

/// What a [`Remark`] of a kind is called.
#[must_use]
pub fn remark_title(kind: RemarkKind) -> Phrase {
    match kind {
        RemarkKind::NameDiffers => words::NAME_DIFFERS,
        RemarkKind::DecisionDiffers => words::DECISION_DIFFERS,
    }
}

/// What a person has changed of the enterprise at an index, by the kinds of facts; `None` when nothing.
#[must_use]
pub fn by_hand(district: &District, index: usize, locale: Locale) -> Option<String> {
    let own = district.besides().by_hand.get(&index)?;
    Some(changes_in_words(Some(own), district.enterprises().get(index)?, locale))
}

/// Returns the sectors of an enterprise in words; empty where there are none.
#[must_use]
pub fn sectors(row: &Row, pack: &Pack, locale: Locale) -> String {
    let words: Vec<&str> = row.sectors.iter().map(|sector| pack.word(sector).get(locale)).collect();
    words.join(pack.list_separator.get(locale))
}

/// Returns the status as the register has it; of who is in no register, that.
#[must_use]
pub fn status(enterprise: &Enterprise, registered: bool, pack: &Pack, locale: Locale) -> String {
    let word = pack.word(enterprise.status).get(locale);
    match (registered, enterprise.status) {
        (true, _) => word.to_owned(),
        (false, EnterpriseStatus::Active) => words::NOT_REGISTERED.get(locale).trim().to_owned(),
        (false, _) => word.to_owned() + words::NOT_REGISTERED.get(locale),
    }
}

/// Reasons in words, one after the other.
pub(super) fn joined<'r>(reasons: impl IntoIterator<Item = &'r Reason>, locale: Locale) -> String {
    let words: Vec<&str> = reasons.into_iter().map(|reason| reason.message.get(locale)).collect();
    words.join(words::SEPARATOR.get(locale))
}

/// Returns why an enterprise is a key case: the titles of the rules that make it one; empty where none does.
#[must_use]
pub fn key_case(row: &Row, pack: &Pack, locale: Locale) -> String {
    let rules = row.key_case.iter().filter_map(|index| pack.key_case.rules.get(index));
    let titles: Vec<&str> = rules.map(|rule| rule.title.get(locale)).collect();
    titles.join(words::SEPARATOR.get(locale))
}

/// How the repairs stand: what is settled is left out, what lacks conditions names them.
fn repair(row: &Row, pack: &Pack, locale: Locale) -> String {
    let told = [
        RepairStatus::Eligible,
        RepairStatus::NotYet,
        RepairStatus::ConditionsUnmet,
        RepairStatus::StopsAutomatically,
        RepairStatus::Barred,
        RepairStatus::NotModelled,
    ];
    let states = told.into_iter().filter(|status| row.repair.statuses.contains(*status));
    let mut parts: Vec<String> = states
        .map(|status| match status {
            RepairStatus::ConditionsUnmet if !row.repair.curable => not_early_text(locale),
            status => pack.word(status).get(locale),
        })
        .map(str::to_owned)
        .collect();
    let unmet = row.repair.unmet.iter().filter_map(|index| pack.conditions.get(index));
    let (said, lacking): (Vec<_>, Vec<_>) = unmet.partition(|condition| condition.unmet.is_some());
    parts.extend(said.into_iter().map(|condition| condition.title_when(false).get(locale).to_owned()));
    if !lacking.is_empty() {
        let lacking: Vec<&str> = lacking.into_iter().map(|condition| condition.title.get(locale)).collect();
        parts.push(words::LACKS.fill(locale, &[&lacking.join(pack.list_separator.get(locale))]));
    }
    parts.join(words::SEPARATOR.get(locale))
}

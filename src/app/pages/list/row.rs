//! The row of an enterprise.

use yew::prelude::*;

use super::cells::{class_badge, name_link, named_cell, tag, two_lines};
use crate::app::text;
use crate::pack::{Locale, day_text, not_counted_text};
use crate::worker::{InspectionCell, ListRow, RepairCell};

/// What a row is given.
#[derive(Properties, PartialEq)]
pub struct RowViewProps {
    pub row: ListRow,
    /// Its number among all rows, of which the head is the first.
    pub number: usize,
    pub locale: Locale,
}

/// An enterprise of the list: the row leads to its page.
#[component(RowView)]
pub fn row_view(RowViewProps { row, number, locale }: &RowViewProps) -> Html {
    let locale = *locale;
    let nothing = || text::NOTHING_THERE.get(locale).into();
    let inspection = row.inspection.map_or_else(nothing, |cell| inspection(cell, locale));
    let repair = row.repair.as_ref().map_or_else(nothing, |cell| repair(cell, locale));
    html! {
        <tr aria-rowindex={number.to_string()}>
            <td>
                { class_badge(&row.class) }
                if row.key_case {
                    { tag("tag strong", text::KEY_CASE_TAG.get(locale)) }
                }
                if row.not_counted > 0 {
                    { tag("tag strong", &not_counted_text(row.not_counted, locale)) }
                }
            </td>
            <td class="name">
                { name_link(&row.uscc, &row.name) }
                if !row.registered {
                    { tag("tag", text::NOT_REGISTERED.get(locale)) }
                }
                <>{ for row.marks.iter().map(|mark| tag("tag noticed", mark)) }</>
            </td>
            <td class="code">{ &row.uscc }</td>
            <td>{ two_lines(row.reason.as_deref(), locale) }</td>
            { named_cell("number", text::COLUMN_PENALTIES, locale, row.penalties.into()) }
            { named_cell("day", text::COLUMN_INSPECTION, locale, inspection) }
            { named_cell("day", text::COLUMN_REPAIR, locale, repair) }
        </tr>
    }
}

fn inspection(cell: InspectionCell, locale: Locale) -> Html {
    let due = cell.due_on.map_or_else(|| text::NOTHING_THERE.get(locale).to_owned(), |due| day_text(due, locale));
    let left = cell.due_on.map(|_| match cell.remaining {
        0 => text::VISITS_USED_UP.get(locale).to_owned(),
        left => text::VISITS_LEFT.fill(locale, &[&left.to_string()]),
    });
    let is_overdue = cell.overdue && cell.due_on.is_some();
    html! {
        <>
            <div>{ due }</div>
            if is_overdue {
                { tag("tag refused", text::OVERDUE.get(locale)) }
            }
            if cell.never_inspected {
                { tag("tag", text::NEVER_INSPECTED.get(locale)) }
            }
            if let Some(left) = left {
                { tag("tag", &left) }
            }
            if cell.open_leads {
                { tag("tag strong", text::HAS_OPEN_LEADS.get(locale)) }
            }
        </>
    }
}

/// Renders the day, or else the word for what stands in the way.
fn repair(cell: &RepairCell, locale: Locale) -> Html {
    match cell {
        RepairCell::Now => text::REPAIR_TODAY.get(locale).into(),
        RepairCell::On(day) => day_text(*day, locale).into(),
        RepairCell::Stands(word) => two_lines(Some(word), locale),
        RepairCell::Nothing => two_lines(None, locale),
    }
}

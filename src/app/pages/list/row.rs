//! The row of an enterprise.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::cells::{class_badge, name_link, named_cell, tag, two_lines};
use super::columns::shown_columns;
use crate::app::ledger::{LedgerHandle, marks_of};
use crate::app::state::ShownColumns;
use crate::app::text::{self, Phrase};
use crate::district::Column;
use crate::pack::{Locale, day_text, not_counted_text};
use crate::worker::{InspectionCell, ListRow, RepairCell};

/// What a row is given.
#[derive(Properties, PartialEq)]
pub struct RowViewProps {
    pub row: ListRow,
    /// Its number among all rows, of which the head is the first.
    pub number: usize,
    /// Which columns are shown.
    pub columns: ShownColumns,
    pub is_selected: bool,
    /// Takes the credit code of an enterprise, and whether it was selected.
    pub ontick: Callback<(String, bool)>,
    pub locale: Locale,
}

/// An enterprise of the list: the row leads to its page.
#[component(RowView)]
pub fn row_view(RowViewProps { row, number, columns, is_selected, ontick, locale }: &RowViewProps) -> Html {
    let locale = *locale;
    let onchange = {
        let uscc = row.uscc.clone();
        ontick.reform(move |event: Event| (uscc.clone(), event.target_unchecked_into::<HtmlInputElement>().checked()))
    };
    let name = if row.name.is_empty() { &row.uscc } else { &row.name };
    let noted = marks_of(use_context::<LedgerHandle>().as_ref(), &row.uscc, locale);
    html! {
        <tr aria-rowindex={number.to_string()}>
            <td class="select-one">
                <label>
                    <input
                        type="checkbox"
                        checked={*is_selected}
                        aria-label={text::SELECT_ONE.fill(locale, &[name])}
                        {onchange}
                    />
                </label>
            </td>
            { for shown_columns(columns.0).map(|(column, title)| cell(row, &noted, column, title, locale)) }
        </tr>
    }
}

/// Renders the cell of a column; `noted` are the marks of the ledger.
pub fn cell(row: &ListRow, noted: &[String], column: Column, title: Phrase, locale: Locale) -> Html {
    let nothing = || text::NOTHING_THERE.get(locale).into();
    let words = |words: &str| {
        if words.is_empty() {
            nothing()
        } else {
            html! { <>{ words }</> }
        }
    };
    match column {
        Column::Class => html! {
            <td class="class">
                { class_badge(&row.class) }
                if row.key_case.is_some() {
                    { tag("tag strong", text::KEY_CASE_TAG.get(locale)) }
                }
                if row.not_counted > 0 {
                    { tag("tag strong", &not_counted_text(row.not_counted, locale)) }
                }
            </td>
        },
        Column::Name => html! {
            <td class="name">
                { name_link(&row.uscc, &row.name) }
                if !row.registered {
                    { tag("tag", text::NOT_REGISTERED.get(locale)) }
                }
                <>{ for row.marks.iter().map(|mark| tag("tag noticed", mark)) }</>
                <>{ for noted.iter().map(|mark| tag("tag", mark)) }</>
            </td>
        },
        Column::Code => html! { <td class="code">{ &row.uscc }</td> },
        Column::Reason => html! { <td class="reason">{ reason(row, locale) }</td> },
        Column::Penalties => named_cell("number", title, locale, row.penalties.into()),
        Column::Inspection => {
            named_cell("day", title, locale, row.inspection.map_or_else(nothing, |cell| inspection(cell, locale)))
        }
        Column::Repair => {
            named_cell("day", title, locale, row.repair.as_ref().map_or_else(nothing, |cell| repair(cell, locale)))
        }
        Column::Region => named_cell("word", title, locale, words(&row.region)),
        Column::Sector => named_cell("word", title, locale, words(&row.sectors)),
        Column::Status => named_cell("word", title, locale, words(&row.status)),
    }
}

/// Renders the reason that decided the class, and what makes it a key case where that is something else.
fn reason(row: &ListRow, locale: Locale) -> Html {
    let key_case = row.key_case.as_deref().filter(|words| row.reason.as_deref() != Some(*words));
    match key_case {
        None => two_lines(row.reason.as_deref(), locale),
        Some(key_case) => html! {
            <>
                { one_line(row.reason.as_deref().unwrap_or_else(|| text::NOTHING_THERE.get(locale))) }
                { one_line(&text::NAMELY.fill(locale, &[text::KEY_CASE_TAG.get(locale), key_case])) }
            </>
        },
    }
}

/// Renders words that stand in one line; a pointer that rests on them is told what does not fit.
fn one_line(words: &str) -> Html {
    html! { <span class="one-line" title={words.to_owned()}>{ words }</span> }
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
            if cell.open_leads {
                { tag("tag strong", text::HAS_OPEN_LEADS.get(locale)) }
            }
            if let Some(left) = left {
                { tag("tag", &left) }
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

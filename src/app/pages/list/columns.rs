//! The heads of the columns.

use yew::prelude::*;

use crate::app::state::ListChange;
use crate::app::text::{self, Phrase};
use crate::district::{Column, Sort};
use crate::pack::Locale;

/// The columns of the list in their order; whether numbers stand in one.
const COLUMNS: [(Column, Phrase, bool); 7] = [
    (Column::Class, text::CLASS, false),
    (Column::Name, text::COLUMN_NAME, false),
    (Column::Code, text::COLUMN_CODE, false),
    (Column::Reason, text::COLUMN_REASON, false),
    (Column::Penalties, text::COLUMN_PENALTIES, true),
    (Column::Inspection, text::COLUMN_INSPECTION, false),
    (Column::Repair, text::COLUMN_REPAIR, false),
];

/// Renders the head of the list: each column a button that orders by it, and the other way round when pressed again.
pub fn list_columns(sort: Sort, onchange: &Callback<ListChange>, locale: Locale) -> Html {
    let heads = COLUMNS.map(|(column, words, is_number)| {
        let is_sorted = sort.column == column;
        // Classes and numbers are first wanted with the greatest on top.
        let descends_first = matches!(column, Column::Class | Column::Penalties);
        let descending = if is_sorted { !sort.descending } else { descends_first };
        let aria_sort = is_sorted.then_some(if sort.descending { "descending" } else { "ascending" });
        let onclick = onchange.reform(move |_: MouseEvent| ListChange::Sort(Sort { column, descending }));
        html! {
            <th scope="col" class={is_number.then_some("number")} aria-sort={aria_sort}>
                <button type="button" class="link" {onclick}>{ words.get(locale) }</button>
            </th>
        }
    });
    html! { <tr>{ for heads }</tr> }
}

/// Renders the head of a comparison; of an update there is a column more.
pub fn compared_columns(is_update: bool, locale: Locale) -> Html {
    let columns = [
        (text::COLUMN_BEFORE, false),
        (text::COLUMN_AFTER, false),
        (text::COLUMN_NAME, false),
        (text::COLUMN_CODE, false),
        (text::COLUMN_WAY, true),
        (text::COLUMN_BEGUN, false),
        (text::COLUMN_CEASED, false),
    ];
    let more = is_update.then_some((text::COLUMN_CHANGES, false));
    let heads = columns.into_iter().chain(more).map(|(words, is_number)| {
        html! { <th scope="col" class={is_number.then_some("number")}>{ words.get(locale) }</th> }
    });
    html! { <tr>{ for heads }</tr> }
}

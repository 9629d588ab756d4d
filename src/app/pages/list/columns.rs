//! The columns of the list, and their heads.

use yew::prelude::*;

use crate::app::state::ListChange;
use crate::app::text::{self, Phrase};
use crate::district::{Column, Sort};
use crate::facts::Set;
use crate::pack::Locale;

/// The columns of the list in their order, each with its name.
pub const COLUMNS: [(Column, Phrase); 10] = [
    (Column::Class, text::CLASS),
    (Column::Name, text::COLUMN_NAME),
    (Column::Code, text::COLUMN_CODE),
    (Column::Region, text::COLUMN_REGION),
    (Column::Sector, text::COLUMN_SECTORS),
    (Column::Status, text::COLUMN_STATUS),
    (Column::Reason, text::COLUMN_REASON),
    (Column::Penalties, text::COLUMN_PENALTIES),
    (Column::Inspection, text::COLUMN_INSPECTION),
    (Column::Repair, text::COLUMN_REPAIR),
];

/// Returns whether a list begins with what is greatest in a column when it is first ordered by it.
pub fn descends_first(column: Column) -> bool {
    matches!(column, Column::Class | Column::Penalties)
}

/// Returns those of the columns that are shown, in their order.
pub fn shown_columns(shown: Set<Column>) -> impl Iterator<Item = (Column, Phrase)> {
    COLUMNS.into_iter().filter(move |(column, _)| shown.contains(*column))
}

/// Renders the head of the list: each column a button that orders by it, and the other way round when pressed again. Before
/// them stands the column in which enterprises are selected.
pub fn list_columns(sort: Sort, shown: Set<Column>, onchange: &Callback<ListChange>, locale: Locale) -> Html {
    let heads = shown_columns(shown).map(|(column, words)| {
        let is_sorted = sort.column == column;
        let descending = if is_sorted { !sort.descending } else { descends_first(column) };
        let aria_sort = is_sorted.then_some(if sort.descending { "descending" } else { "ascending" });
        let onclick = onchange.reform(move |_: MouseEvent| ListChange::Sort(Sort { column, descending }));
        let is_number = column == Column::Penalties;
        html! {
            <th scope="col" class={is_number.then_some("number")} aria-sort={aria_sort}>
                <button type="button" class="link" {onclick}>{ words.get(locale) }</button>
            </th>
        }
    });
    html! {
        <tr>
            <th scope="col" class="select-one"><span class="unseen">{ text::SELECT.get(locale) }</span></th>
            { for heads }
        </tr>
    }
}

/// The columns of a comparison; of an update there is one more.
pub fn compared_columns(is_update: bool) -> impl Iterator<Item = Phrase> {
    let columns = [
        text::COLUMN_BEFORE,
        text::COLUMN_AFTER,
        text::COLUMN_NAME,
        text::COLUMN_CODE,
        text::COLUMN_WAY,
        text::COLUMN_BEGUN,
        text::COLUMN_CEASED,
    ];
    columns.into_iter().chain(is_update.then_some(text::COLUMN_CHANGES))
}

/// Renders the head of a comparison.
pub fn compared_heads(is_update: bool, locale: Locale) -> Html {
    let heads = compared_columns(is_update).map(|words| {
        // Its cells are as short as numbers, and stand like them.
        let class = (words == text::COLUMN_WAY).then_some("number");
        html! { <th scope="col" {class}>{ words.get(locale) }</th> }
    });
    html! { <tr>{ for heads }</tr> }
}

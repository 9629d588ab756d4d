//! The order of the rows as a field, where the heads of the columns are not to be seen.

use std::rc::Rc;

use yew::prelude::*;

use super::columns::{descends_first, shown_columns};
use crate::app::components::{Choice, Word};
use crate::app::state::{ListChange, ShownColumns};
use crate::app::text;
use crate::district::{Column, Sort};
use crate::facts::Term;
use crate::pack::Locale;

/// What the field is given.
#[derive(Properties, PartialEq)]
pub struct SortSelectProps {
    pub locale: Locale,
    pub sort: Sort,
    /// By these columns it can be ordered.
    pub columns: ShownColumns,
    pub onchange: Callback<ListChange>,
}

/// Says by which column the rows are ordered and which way, and has them ordered otherwise.
#[component(SortSelect)]
pub fn sort_select(SortSelectProps { locale, sort, columns, onchange }: &SortSelectProps) -> Html {
    let (locale, sort) = (*locale, *sort);
    let words: Rc<[Word]> = shown_columns(columns.0)
        .map(|(column, title)| Word { code: column.code().into(), name: title.get(locale).into() })
        .collect();
    let onchoose = {
        let onchange = onchange.clone();
        move |code: AttrValue| {
            if let Some(column) = Column::from_code(&code) {
                onchange.emit(ListChange::Sort(Sort { column, descending: descends_first(column) }));
            }
        }
    };
    let onturn = onchange.reform(move |_: MouseEvent| ListChange::Sort(Sort { descending: !sort.descending, ..sort }));
    let way = if sort.descending { text::DESCENDING } else { text::ASCENDING };
    html! {
        <div class="sort narrow-only">
            <label for="sort">{ text::SORT_BY.get(locale) }</label>
            <Choice id="sort" {words} chosen={AttrValue::from(sort.column.code())} {onchoose} />
            <button type="button" onclick={onturn}>{ way.get(locale) }</button>
        </div>
    }
}

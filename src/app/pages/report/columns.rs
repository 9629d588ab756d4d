//! The columns of a table one below the other, each with what it is used as and its cells in the first rows.

use std::rc::Rc;

use yew::prelude::*;

use super::{correcting, scrolled, word};
use crate::app::components::{AnsweredChoice, Word};
use crate::app::state::Model;
use crate::app::text;
use crate::pack::Locale;
use crate::worker::{ColumnField, FileCorrection, TableColumn, TableColumns};

/// The code of a column that is not used.
const NOT_USED: &str = "-";

/// What the columns are given.
#[derive(Properties, PartialEq)]
pub struct ColumnsProps {
    pub model: Model,
    pub locale: Locale,
    /// The number of the last request that the answer knows of.
    pub answered: u32,
    /// The index of the file.
    pub file: usize,
    pub columns: TableColumns,
    /// Whether the table is not read for want of a column: those that are not used stand first then.
    pub lacks_column: bool,
}

/// The columns of a table.
#[component(Columns)]
pub fn columns(props: &ColumnsProps) -> Html {
    let ColumnsProps { locale, columns, lacks_column, .. } = props;
    let locale = *locale;
    // A column that is chosen for something stays where it is.
    let order = use_memo(columns.columns.len(), |count| {
        let mut order: Vec<usize> = (0..*count).collect();
        order.sort_by_key(|place| *lacks_column && columns.columns[*place].field.is_some());
        order
    });
    let ordered = order.iter().filter_map(|place| columns.columns.get(*place));
    // While nobody knows which table it is, nobody knows what its columns may be.
    let fields = (!columns.fields.is_empty()).then(|| field_words(&columns.fields, locale));
    let rows = columns.sample_rows.iter().map(|row| {
        html! { <th scope="col">{ text::SAMPLE_ROW.fill(locale, &[&row.to_string()]) }</th> }
    });
    let table = html! {
        <>
            <thead>
                <tr>
                    <th scope="col">{ text::TABLE_COLUMN.get(locale) }</th>
                    if fields.is_some() {
                        <th scope="col">{ text::COLUMN_USED_AS.get(locale) }</th>
                    }
                    <>{ for rows }</>
                </tr>
            </thead>
            <tbody>{ for ordered.map(|column| row(props, column, fields.as_ref())) }</tbody>
        </>
    };
    html! {
        <>
            { scrolled(text::TABLE_COLUMN, locale, table) }
            if let Some(shown) = columns.cut_at {
                <p>{ text::MORE_COLUMNS.fill(locale, &[&shown.to_string()]) }</p>
            }
        </>
    }
}

fn row(props: &ColumnsProps, column: &TableColumn, fields: Option<&Rc<[Word]>>) -> Html {
    let ColumnsProps { model, locale, answered, file, .. } = props;
    let index = column.index;
    let onchoose = correcting(model, *file, move |code| {
        Some(FileCorrection::Column { index, field: (code != NOT_USED).then(|| code.to_owned()) })
    });
    html! {
        <tr>
            <th scope="row">{ &column.name }</th>
            if let Some(fields) = fields {
                <td>
                    <AnsweredChoice
                        label={text::COLUMN_AS.fill(*locale, &[&column.name])}
                        words={fields.clone()}
                        chosen={column.field.clone().unwrap_or_else(|| NOT_USED.to_owned())}
                        answered={*answered}
                        {onchoose}
                    />
                </td>
            }
            <>{ for column.cells.iter().map(|cell| html! { <td>{ cell }</td> }) }</>
        </tr>
    }
}

/// What a column may be used as.
fn field_words(fields: &[ColumnField], locale: Locale) -> Rc<[Word]> {
    let not_used = word(NOT_USED, text::COLUMN_NOT_USED.get(locale));
    let used = fields.iter().map(|field| {
        let name =
            if field.assumes_unit { text::UNIT_ASSUMED.fill(locale, &[&field.name]) } else { field.name.clone() };
        word(&field.name, &name)
    });
    std::iter::once(not_used).chain(used).collect()
}

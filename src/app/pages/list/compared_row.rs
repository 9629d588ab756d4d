//! The row of an enterprise that was compared.

use yew::prelude::*;

use super::cells::{class_badge, name_link, named_cell, tag, two_lines};
use crate::app::text;
use crate::pack::Locale;
use crate::worker::{ComparedRow, Way};

/// What such a row is given.
#[derive(Properties, PartialEq)]
pub struct ComparedRowViewProps {
    pub row: ComparedRow,
    /// Its number among all rows, of which the head is the first.
    pub number: usize,
    /// Whether the files of another month lie between the two sides, so that it is told what they change.
    pub is_update: bool,
    pub locale: Locale,
}

/// An enterprise before and after.
#[component(ComparedRowView)]
pub fn compared_row_view(ComparedRowViewProps { row, number, is_update, locale }: &ComparedRowViewProps) -> Html {
    html! { <tr aria-rowindex={number.to_string()}>{ compared_cells(row, *is_update, *locale) }</tr> }
}

/// Renders the cells of such a row; of an update there is one more.
pub fn compared_cells(row: &ComparedRow, is_update: bool, locale: Locale) -> Html {
    let before = match &row.before {
        Some(class) => class_badge(class),
        None => tag("tag", text::NEW.get(locale)),
    };
    let way = match row.way {
        Way::New => text::NEW,
        Way::Same => text::SAME,
        Way::Worse => text::WORSE,
        Way::Better => text::BETTER,
    };
    html! {
        <>
            <td class="class">{ before }</td>
            <td class="class">{ class_badge(&row.after) }</td>
            <td class="name">{ name_link(&row.uscc, &row.name) }</td>
            <td class="code">{ &row.uscc }</td>
            // As short as a number, and never broken.
            { named_cell("number", text::COLUMN_WAY, locale, two_lines(Some(way.get(locale)), locale)) }
            { named_cell("day", text::COLUMN_BEGUN, locale, two_lines(row.begun.as_deref(), locale)) }
            { named_cell("day", text::COLUMN_CEASED, locale, two_lines(row.ceased.as_deref(), locale)) }
            if is_update {
                { named_cell("day", text::COLUMN_CHANGES, locale, two_lines(row.changes.as_deref(), locale)) }
            }
        </>
    }
}

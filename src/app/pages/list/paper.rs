//! The list on paper: a table with all rows, under a head that a browser repeats on every page.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::columns::{compared_columns, shown_columns};
use super::compared_row::compared_cells;
use super::row::cell;
use crate::app::ledger::{LedgerHandle, marks_of};
use crate::app::state::{Rules, ShownColumns, State};
use crate::app::text;
use crate::pack::day_text;
use crate::worker::{ListAnswer, ListBody};

/// Renders the list that is being printed; `None` while none is. `onready` takes its element once all of it is there.
pub fn printed_list(state: &State, onready: Callback<Element>) -> Option<Html> {
    let list = state.district.printing.clone()?;
    let (rules, columns) = (state.rules.in_use.clone(), state.district.list.columns);
    let made_up = state.district.is_made_up();
    Some(html! { <ListPaper {list} {rules} {columns} {made_up} {onready} /> })
}

/// What the paper is given.
#[derive(Properties, PartialEq)]
struct ListPaperProps {
    /// All rows, with what they are narrowed to. All words are in its language.
    list: Rc<ListAnswer>,
    /// The rules by which they are judged.
    rules: Rc<Rules>,
    /// The columns that are shown on the screen as well.
    columns: ShownColumns,
    /// Whether the enterprises are those of the sample.
    made_up: bool,
    /// Takes the element of the paper once all of it is rendered.
    onready: Callback<Element>,
}

/// The rows, numbered, with title, day and rules above them.
#[component(ListPaper)]
fn list_paper(ListPaperProps { list, rules, columns, made_up, onready }: &ListPaperProps) -> Html {
    let (node, ledger) = (use_node_ref(), use_context::<LedgerHandle>());
    {
        let (node, onready) = (node.clone(), onready.clone());
        // An effect comes after everything below has been rendered.
        use_effect_with(list.clone(), move |_| {
            if let Some(table) = node.cast::<Element>() {
                onready.emit(table);
            }
        });
    }
    let ListAnswer { locale, as_of, count, ref head, ref body, .. } = **list;
    let titles: Vec<&str> = match body {
        ListBody::Comparison(comparison) => {
            let is_update = comparison.compared.as_ref().is_some_and(|compared| compared.is_update);
            compared_columns(is_update).map(|title| title.get(locale)).collect()
        }
        ListBody::Rows(_) | ListBody::Figures(_) => {
            shown_columns(columns.0).map(|(_, title)| title.get(locale)).collect()
        }
    };
    let summary = match body {
        ListBody::Comparison(comparison) => comparison.compared.as_ref().map(|compared| compared.summary.clone()),
        ListBody::Rows(_) | ListBody::Figures(_) => {
            Some(text::FOUND.fill(locale, &[&count.to_string(), &day_text(as_of, locale)]))
        }
    };
    let title = match body {
        ListBody::Comparison(_) => text::COMPARISON_TITLE,
        ListBody::Rows(_) | ListBody::Figures(_) => text::LIST_TITLE,
    };
    let pack = &rules.pack;
    let lines = summary.into_iter().chain(head.narrowed.iter().cloned()).chain(head.changed_parameters.iter().cloned());
    let width = (titles.len() + 1).to_string();
    html! {
        <table ref={node} class="paper list-paper">
            <thead>
                <tr>
                    <td colspan={width.clone()}>
                        <p>
                            <strong>{ title.get(locale) }</strong>
                            if *made_up {
                                <span class="tag">{ text::MADE_UP.get(locale) }</span>
                            }
                        </p>
                        <>{ for lines.map(|line| html! { <p>{ line }</p> }) }</>
                    </td>
                </tr>
                <tr>
                    <th scope="col" class="number">{ text::FACT_NUMBER.get(locale) }</th>
                    { for titles.into_iter().map(|title| html! { <th scope="col">{ title }</th> }) }
                </tr>
            </thead>
            <tbody>{ rows(list, *columns, ledger.as_ref()) }</tbody>
            <tfoot>
                <tr>
                    <td colspan={width}>
                        <p class="digest">
                            { text::PAPER_RULES.fill(locale, &[&pack.id, &pack.version, &pack.digest]) }
                        </p>
                    </td>
                </tr>
            </tfoot>
        </table>
    }
}

fn rows(list: &ListAnswer, columns: ShownColumns, ledger: Option<&LedgerHandle>) -> Html {
    let locale = list.locale;
    let numbered = |number: usize, cells: Html| html! { <tr><td class="number">{ number }</td>{ cells }</tr> };
    match &list.body {
        ListBody::Rows(rows) => (1..)
            .zip(rows)
            .map(|(number, row)| {
                let noted = marks_of(ledger, &row.uscc, locale);
                let cells = shown_columns(columns.0).map(|(column, title)| cell(row, &noted, column, title, locale));
                numbered(number, cells.collect())
            })
            .collect(),
        ListBody::Comparison(comparison) => {
            let compared = comparison.compared.iter();
            let rows = compared.flat_map(|compared| compared.rows.iter().map(|row| (row, compared.is_update)));
            (1..)
                .zip(rows)
                .map(|(number, (row, is_update))| numbered(number, compared_cells(row, is_update, locale)))
                .collect()
        }
        ListBody::Figures(_) => Html::default(),
    }
}

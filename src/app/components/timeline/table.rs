//! The table behind the picture: every stretch, in view or not.

use std::rc::Rc;

use yew::prelude::*;

use super::super::{fact_button, fact_words};
use super::lane_name;
use crate::app::state::queries::View;
use crate::app::text::{self, Phrase};
use crate::assess::{Stretch, Target};
use crate::facts::Term;

const COLUMNS: [Phrase; 5] =
    [text::COLUMN_LANE, text::COLUMN_FROM, text::COLUMN_TO, text::COLUMN_WHAT, text::COLUMN_STATE];

/// The words for past, current and coming.
const STATES: [Phrase; 3] = [text::STATE_PAST, text::STATE_CURRENT, text::STATE_COMING];

/// So many rows are rendered together: of a record with 20,000 penalties only those around one that changed.
const TOGETHER: usize = 16;

/// What the table is given.
#[derive(Properties, PartialEq)]
pub struct StretchTableProps {
    /// The enterprise, and what was found of it.
    pub view: Rc<View>,
}

/// A table with a row for each stretch.
#[component(StretchTable)]
pub fn stretch_table(StretchTableProps { view }: &StretchTableProps) -> Html {
    let heads = COLUMNS.iter().map(|name| html! { <th scope="col">{ name.get(view.locale) }</th> });
    let rows: Vec<Row> = view.answer.timeline.iter().map(|stretch| Row::of(view, stretch)).collect();
    let parts = rows.chunks(TOGETHER).enumerate();
    html! {
        // Where it is wider than the screen it scrolls by itself, and takes the focus for its keys.
        <div class="scroll" tabindex="0">
            <table>
                <thead><tr>{ for heads }</tr></thead>
                <tbody>{ for parts.map(|(key, rows)| html! { <StretchRows {key} rows={rows.to_vec()} /> }) }</tbody>
            </table>
        </div>
    }
}

/// What is shown of a stretch.
#[derive(Clone, PartialEq)]
struct Row {
    lane: &'static str,
    from: AttrValue,
    until: AttrValue,
    words: AttrValue,
    /// The fact that it comes from, with the words of the button that leads to it.
    fact: Option<(Target, AttrValue)>,
    state: &'static str,
}

impl Row {
    fn of(view: &View, stretch: &Stretch) -> Self {
        let locale = view.locale;
        let until = match stretch.to {
            None => text::NO_END.get(locale).into(),
            Some(to) if to == stretch.from => text::NOT_KNOWN.get(locale).into(),
            Some(to) => view.day(to).into(),
        };
        Self {
            lane: lane_name(locale, stretch.lane.index() as i32),
            from: view.day(stretch.from).into(),
            until,
            words: view.say(&stretch.label).to_owned().into(),
            fact: stretch.reference.map(|fact| (fact, fact_words(view, fact).into())),
            state: STATES.get(stretch.state.index()).map_or("", |state| state.get(locale)),
        }
    }

    fn html(&self) -> Html {
        html! {
            <tr>
                <td>{ self.lane }</td>
                <td>{ &self.from }</td>
                <td>{ &self.until }</td>
                <td>
                    { &self.words }
                    { " " }
                    if let Some((fact, words)) = &self.fact {
                        { fact_button(*fact, words) }
                    }
                </td>
                <td>{ self.state }</td>
            </tr>
        }
    }
}

/// What some rows are given.
#[derive(Properties, PartialEq)]
struct StretchRowsProps {
    rows: Vec<Row>,
}

/// Some rows of the table.
#[component(StretchRows)]
fn stretch_rows(StretchRowsProps { rows }: &StretchRowsProps) -> Html {
    rows.iter().map(Row::html).collect()
}

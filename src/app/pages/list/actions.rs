//! What can be done with the enterprises that are listed, or with those of them that were selected.

use std::rc::Rc;

use yew::prelude::*;

use super::columns::COLUMNS;
use super::export::ExportMenu;
use super::keeping::KeepingMenu;
use super::later::LayingMenu;
use crate::app::components::{Menu, Ticks, Word};
use crate::app::ledger::MarkMenu;
use crate::app::state::tasks::{print_list, show_columns};
use crate::app::state::{Action, DistrictAction, Model, ShownColumns};
use crate::app::text;
use crate::district::{ByHand, Column};
use crate::facts::Term;
use crate::pack::Locale;
use crate::worker::{ListAnswer, ListBody, ListView, Shown};

/// What the actions are given.
#[derive(Properties, PartialEq)]
pub struct ActionsProps {
    pub model: Model,
    /// What the worker told last.
    pub answer: Rc<ListAnswer>,
    /// How the list is looked at by now.
    pub view: Rc<ListView>,
    /// The credit codes of those that were selected.
    pub selected: Rc<Vec<String>>,
    pub columns: ShownColumns,
    /// What is to become of facts changed by hand.
    pub by_hand: Option<ByHand>,
}

/// Printing, files, columns, keeping and other files, each behind its button.
#[component(Actions)]
pub fn actions(ActionsProps { model, answer, view, selected, columns, by_hand }: &ActionsProps) -> Html {
    let locale = answer.locale;
    let are_rows = view.shown == Shown::Rows;
    let are_selected = are_rows && !selected.is_empty();
    let count = if are_selected { selected.len() } else { answer.count };
    // There is nothing to print or to save of a comparison that found nobody.
    let has_rows = count > 0 || matches!(answer.body, ListBody::Figures(_));
    let has_file = count > 0 || !matches!(answer.body, ListBody::Comparison(_));
    let onprint = {
        let model = model.clone();
        move |_| print_list(&model, count)
    };
    let onselect_none = {
        let model = model.clone();
        move |_| model.dispatch(Action::District(DistrictAction::SelectNone))
    };
    let print = match view.shown {
        Shown::Rows if are_selected => text::PRINT_SELECTED,
        Shown::Rows => text::PRINT_LIST,
        Shown::Figures => text::PRINT_FIGURES,
        Shown::Comparison => text::PRINT_COMPARISON,
    };
    // On a narrow screen they stand behind a button, so that the rows begin higher up; not while something is selected for them.
    let is_shut = use_state_eq(|| true);
    let onmore = {
        let is_shut = is_shut.clone();
        move |_| is_shut.set(!*is_shut)
    };
    let shut = *is_shut && !are_selected;
    html! {
        <div class={classes!("list-actions", shut.then_some("shut"))}>
            if !are_selected {
                <button type="button" class="narrow-only" aria-expanded={(!shut).to_string()} onclick={onmore}>
                    { text::LIST_ACTIONS.get(locale) }
                </button>
            }
            if are_selected {
                <span role="status">{ text::SELECTED_COUNT.fill(locale, &[&count.to_string()]) }</span>
                <button type="button" onclick={onselect_none}>{ text::SELECT_NONE.get(locale) }</button>
            }
            if are_selected {
                <MarkMenu {locale} selected={selected.clone()} />
            }
            if has_rows {
                <button type="button" onclick={onprint}>{ print.get(locale) }</button>
            }
            if has_file {
                <ExportMenu {model} {locale} {count} {are_selected} />
            }
            if are_rows {
                { column_menu(model, *columns, locale) }
            }
            <LayingMenu {model} {locale} later={answer.head.later.clone()} by_hand={*by_hand} />
            <KeepingMenu {model} {locale} keeping={answer.head.keeping.clone()} />
        </div>
    }
}

/// Renders the choice of columns.
fn column_menu(model: &Model, columns: ShownColumns, locale: Locale) -> Html {
    let optional = || COLUMNS.into_iter().filter(|(column, _)| ShownColumns::is_optional(*column));
    let words: Rc<[Word]> =
        optional().map(|(column, title)| Word { code: column.code().into(), name: title.get(locale).into() }).collect();
    let ticked: Rc<[AttrValue]> = columns
        .0
        .iter()
        .filter(|column| ShownColumns::is_optional(*column))
        .map(|column| column.code().into())
        .collect();
    let ontick = {
        let model = model.clone();
        move |(code, is_shown): (AttrValue, bool)| {
            if let Some(column) = Column::from_code(&code) {
                show_columns(&model, model.state().district.list.columns.with(column, is_shown));
            }
        }
    };
    html! {
        <Menu class="columns" title={text::COLUMNS.get(locale)}>
            <Ticks {locale} id="columns" legend={text::COLUMNS_SHOWN.get(locale)} {words} {ticked} {ontick} />
        </Menu>
    }
}

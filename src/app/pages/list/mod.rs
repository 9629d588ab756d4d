//! The list of enterprises: what stands above it, and what is shown of them — rows, figures or a comparison. The worker finds
//! and counts them; what is here shows what it tells, and has the list looked at otherwise.

mod actions;
mod cells;
mod classes;
mod columns;
mod compared_row;
mod comparison;
mod export;
mod facet;
mod figure;
mod figures;
mod filters;
mod head;
mod keeping;
mod later;
mod laying_field;
mod paper;
mod passphrase_field;
mod row;
mod rows;
mod sort_select;
mod toggle;
mod tools;
mod unused;

use std::rc::Rc;

use yew::prelude::*;

use super::way_to_start;
use crate::app::components::ReadingProgress;
use crate::app::state::tasks::{change_list, list_request};
use crate::app::state::{District, ListChange, ListState, Model, Rules};
use crate::app::text;
use crate::pack::Locale;
use crate::worker::{ListAnswer, ListBody, ListRequest, Shown};

use actions::Actions;
use comparison::ComparisonView;
use figures::FiguresView;
use filters::Filters;
use head::Head;
use later::LaidOverNote;
use rows::Rows;

pub use paper::printed_list;

/// Renders the page with the list, or why there is none.
pub fn list_page(model: &Model) -> Html {
    let state = &model.state();
    let locale = state.view.locale;
    let instead = match &state.district.now {
        District::Ready { made_up, .. } => {
            return html! {
                <ListPage
                    {model}
                    {locale}
                    made_up={*made_up}
                    list={state.district.list.clone()}
                    request={list_request(state)}
                    rules={state.rules.in_use.clone()}
                    readings={state.district.readings}
                />
            };
        }
        District::Reading { made_up, progress } => html! {
            <ReadingProgress {model} {locale} made_up={*made_up} progress={progress.clone()} />
        },
        District::None | District::Sealed(_) => {
            html! { <><p>{ text::LIST_NOTE.get(locale) }</p>{ way_to_start(locale) }</> }
        }
    };
    html! { <div class="sheet"><h1>{ text::LIST_TITLE.get(locale) }</h1>{ instead }</div> }
}

/// What the list is given.
#[derive(Properties, PartialEq)]
struct ListPageProps {
    model: Model,
    locale: Locale,
    /// Whether the enterprises are those of the sample.
    made_up: bool,
    /// How the list is looked at, and what the worker told of it last.
    list: ListState,
    /// The request for the list as it is looked at, but for the rows.
    request: ListRequest,
    /// The rules by which the worker judges: by others the list is another.
    rules: Rc<Rules>,
    /// How often files were read: of others the list is another as well.
    readings: u32,
}

/// The list of enterprises.
#[component(ListPage)]
fn list_page_of_district(props: &ListPageProps) -> Html {
    let ListPageProps { model, locale, made_up, list, request, rules, readings } = props;
    let locale = *locale;
    let onchange = use_callback(model.clone(), |change: ListChange, model| change_list(model, change));
    html! {
        <div class="list-page">
            <div class="list-head">
                <h1 class="unseen">{ text::LIST_TITLE.get(locale) }</h1>
                if *made_up {
                    <p class="notice">{ text::MADE_UP_NOTE.get(locale) }</p>
                }
                if let Some(answer) = &list.answer {
                    <Head
                        {model}
                        answer={answer.clone()}
                        view={list.view().clone()}
                        rewrites={list.rewrites()}
                        rules={rules.clone()}
                        onchange={onchange.clone()}
                    />
                } else {
                    <p class="quiet" role="status">{ text::WORKING_OUT.get(locale) }</p>
                }
            </div>
            <div class="workbench">
                if let Some(answer) = &list.answer {
                    <Filters
                        locale={answer.locale}
                        filter={list.view().filter.clone()}
                        facets={answer.head.facets.clone()}
                        count={answer.count}
                        sort={(list.view().shown == Shown::Rows).then_some(list.view().sort)}
                        columns={list.columns}
                        rewrites={list.rewrites()}
                        onchange={onchange.clone()}
                    />
                } else {
                    <section class="filters"></section>
                }
                <div class="list-main">
                    <div class="list-above">
                        if let Some(answer) = &list.answer {
                            { above_rows(props, answer, &onchange) }
                        }
                    </div>
                    // Rows of other files, or of a list that is looked at otherwise, begin at the top.
                    <Rows
                        key={format!("{readings} {}", list.changes())}
                        {model}
                        {locale}
                        answer={list.answer.clone()}
                        request={request.clone()}
                        rules={rules.clone()}
                        readings={*readings}
                        columns={list.columns}
                        selected={list.selected.clone()}
                        {onchange}
                    />
                </div>
            </div>
        </div>
    }
}

/// Renders what stands above the rows, or in their place.
fn above_rows(props: &ListPageProps, answer: &Rc<ListAnswer>, onchange: &Callback<ListChange>) -> Html {
    let ListPageProps { model, list, .. } = props;
    let ListAnswer { as_of, locale, .. } = **answer;
    let view = list.view();
    let body = match &answer.body {
        ListBody::Rows(_) => Html::default(),
        ListBody::Figures(figures) => {
            let (figures, changed_parameters) = (figures.clone(), answer.head.changed_parameters.clone());
            html! { <FiguresView {model} {locale} {figures} {changed_parameters} /> }
        }
        ListBody::Comparison(comparison) => html! {
            <ComparisonView
                {model}
                {locale}
                {as_of}
                asked={answer.view.against.clone()}
                comparison={comparison.clone()}
                against={view.against.clone()}
                rewrites={list.rewrites()}
                {onchange}
            />
        },
    };
    html! {
        <>
            <Actions
                {model}
                {answer}
                {view}
                selected={list.selected.clone()}
                columns={list.columns}
                by_hand={list.by_hand}
            />
            <LaidOverNote {model} {locale} laid={answer.head.later.laid.clone()} shown={view.shown} {onchange} />
            { body }
        </>
    }
}

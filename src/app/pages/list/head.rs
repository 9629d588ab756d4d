//! What stands above the rows: the ways to look at the list, and what is to be known of it.

use std::rc::Rc;

use yew::prelude::*;

use super::comparison::ComparisonView;
use super::export::ExportMenu;
use super::figures::FiguresView;
use super::filters::Filters;
use super::keeping::KeepingFold;
use super::later::{LaidOverNote, LayingFold};
use super::tools::Tools;
use super::unused::UnusedNote;
use crate::app::state::{ListChange, Model};
use crate::app::text;
use crate::district::ByHand;
use crate::pack::day_text;
use crate::worker::{ListAnswer, ListBody, ListView};

/// What the head is given.
#[derive(Properties, PartialEq)]
pub struct HeadProps {
    pub model: Model,
    /// What the worker told last. All words are in its language, for those of the worker are.
    pub answer: Rc<ListAnswer>,
    /// How the list is looked at by now.
    pub view: Rc<ListView>,
    /// How often the fields of text are to show something else than was written in them.
    pub rewrites: u32,
    /// What is to become of facts changed by hand.
    pub by_hand: Option<ByHand>,
    pub onchange: Callback<ListChange>,
}

/// The head of the list, and what is shown in the place of rows.
#[component(Head)]
pub fn head(HeadProps { model, answer, view, rewrites, by_hand, onchange }: &HeadProps) -> Html {
    let locale = answer.locale;
    let head = &answer.head;
    // There is a file of a comparison only where something was found.
    let has_files = answer.count > 0 || !matches!(answer.body, ListBody::Comparison(_));
    html! {
        <div>
            <UnusedNote unused={head.unused.clone()} {locale} />
            <Tools
                {locale}
                view={view.clone()}
                rewrites={*rewrites}
                classes={head.classes.clone()}
                withheld={head.withheld}
                onchange={onchange.clone()}
            />
            <Filters
                {locale}
                filter={view.filter.clone()}
                facets={head.facets.clone()}
                rewrites={*rewrites}
                onchange={onchange.clone()}
            />
            { on_paper(answer) }
            if has_files {
                <ExportMenu {model} {locale} count={answer.count} />
            }
            { found(answer) }
            <p class="quiet">{ text::INTERNAL.get(locale) }</p>
            <LaidOverNote {model} {locale} laid={head.later.laid.clone()} shown={view.shown} onchange={onchange.clone()} />
            <LayingFold {model} {locale} later={head.later.clone()} by_hand={*by_hand} />
            <KeepingFold {model} {locale} keeping={head.keeping.clone()} />
            { body(model, answer, view, *rewrites, onchange) }
        </div>
    }
}

/// Says how many there are. What is compared counts differently, and says so itself.
fn found(answer: &ListAnswer) -> Html {
    let locale = answer.locale;
    let words = match (&answer.body, answer.count) {
        (ListBody::Comparison(_), _) => return Html::default(),
        (_, 0) => text::NOTHING_FOUND.get(locale).to_owned(),
        (_, count) => text::FOUND.fill(locale, &[&count.to_string(), &day_text(answer.as_of, locale)]),
    };
    html! { <p class="quiet" role="status">{ words }</p> }
}

/// Renders what a reader of paper is told in the place of the controls.
fn on_paper(answer: &ListAnswer) -> Html {
    // The figures say on the screen as well which parameters were changed, and are printed whole.
    let is_whole = matches!(answer.body, ListBody::Figures(_));
    let lines = |lines: &[String]| lines.iter().map(|line| html! { <p>{ line }</p> }).collect::<Html>();
    html! {
        <div class="on-paper">
            { lines(&answer.head.narrowed) }
            if !is_whole {
                { lines(&answer.head.changed_parameters) }
                <p>{ text::ROWS_ON_SCREEN.get(answer.locale) }</p>
            }
        </div>
    }
}

fn body(model: &Model, answer: &ListAnswer, view: &ListView, rewrites: u32, onchange: &Callback<ListChange>) -> Html {
    let ListAnswer { as_of, locale, .. } = *answer;
    match &answer.body {
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
                {rewrites}
                onchange={onchange.clone()}
            />
        },
    }
}

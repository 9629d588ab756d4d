//! The figures of the enterprises: tables of numbers, one below the other.

use std::rc::Rc;

use yew::prelude::*;

use super::figure::FigureSection;
use crate::app::state::Model;
use crate::app::text;
use crate::pack::Locale;
use crate::worker::{Figure, ListAnswer, ListBody};

/// What the figures are given.
#[derive(Properties, PartialEq)]
pub struct FiguresViewProps {
    pub model: Model,
    /// What the worker told, which are figures.
    pub answer: Rc<ListAnswer>,
}

/// The figures, with how many enterprises they count and by which parameters.
#[component(FiguresView)]
pub fn figures_view(FiguresViewProps { model, answer }: &FiguresViewProps) -> Html {
    let ListBody::Figures(figures) = &answer.body else { return Html::default() };
    let locale = answer.locale;
    let counted = if figures.active_only { text::FIGURES_ACTIVE_ONLY } else { text::FIGURES_COUNTED };
    html! {
        <>
            <p>{ counted.fill(locale, &[&figures.counted.to_string()]) }</p>
            { for answer.head.changed_parameters.iter().map(|line| html! { <p>{ line }</p> }) }
            { tables(model, &figures.tables, locale) }
        </>
    }
}

/// Renders tables of numbers, one below the other.
pub fn tables(model: &Model, tables: &[Figure], locale: Locale) -> Html {
    tables.iter().map(|figure| html! { <FigureSection {model} {locale} figure={figure.clone()} /> }).collect()
}

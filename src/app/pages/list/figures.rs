//! The figures of the enterprises: tables of numbers, one below the other.

use yew::prelude::*;

use super::figure::FigureSection;
use crate::app::state::Model;
use crate::app::text;
use crate::pack::Locale;
use crate::worker::{Figure, Figures};

/// What the figures are given.
#[derive(Properties, PartialEq)]
pub struct FiguresViewProps {
    pub model: Model,
    pub locale: Locale,
    pub figures: Figures,
    /// Which parameters are set otherwise than in the rules, in words.
    pub changed_parameters: Vec<String>,
}

/// The figures, with how many enterprises they count and by which parameters.
#[component(FiguresView)]
pub fn figures_view(FiguresViewProps { model, locale, figures, changed_parameters }: &FiguresViewProps) -> Html {
    let counted = if figures.active_only { text::FIGURES_ACTIVE_ONLY } else { text::FIGURES_COUNTED };
    html! {
        <>
            <p>{ counted.fill(*locale, &[&figures.counted.to_string()]) }</p>
            <>{ for changed_parameters.iter().map(|line| html! { <p>{ line }</p> }) }</>
            { tables(model, &figures.tables, *locale) }
        </>
    }
}

/// Renders tables of numbers, one below the other.
pub fn tables(model: &Model, tables: &[Figure], locale: Locale) -> Html {
    tables.iter().map(|figure| html! { <FigureSection {model} {locale} figure={figure.clone()} /> }).collect()
}

//! What the register says of the enterprise.

use std::rc::Rc;

use yew::prelude::*;

use super::form::fields;
use crate::app::state::Model;
use crate::app::state::queries::View;
use crate::app::text;
use crate::entry::{Entry, Field, Part};

/// What the register entry is given.
#[derive(Properties, PartialEq)]
pub struct BasicsProps {
    pub model: Model,
    pub view: Rc<View>,
}

/// The register entry, with the sectors and their risk grades folded.
#[component(Basics)]
pub fn basics(BasicsProps { model, view }: &BasicsProps) -> Html {
    let locale = view.locale;
    let is_of_sectors = |field: &Field| matches!(field.entry, Entry::Several(_) | Entry::Grades);
    html! {
        <details open=true>
            <summary>{ text::BASICS.get(locale) }</summary>
            <div class="form">
                { for fields(model, view, Part::Basics, move |field| field.entry != Entry::Figures && !is_of_sectors(field)) }
                <details>
                    <summary>{ text::SECTORS_GRADES.get(locale) }</summary>
                    { for fields(model, view, Part::Basics, is_of_sectors) }
                </details>
                if !view.rules.pack.figures.is_empty() {
                    <details open=true>
                        <summary>{ text::FIGURES_OF_RULES.get(locale) }</summary>
                        { for fields(model, view, Part::Basics, |field| field.entry == Entry::Figures) }
                    </details>
                }
            </div>
        </details>
    }
}

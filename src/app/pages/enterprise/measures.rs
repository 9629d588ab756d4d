//! What follows from the class and the lists.

use std::rc::Rc;

use yew::prelude::*;

use super::section::{SectionProps, section};
use crate::app::components::Citation;
use crate::app::state::queries::View;
use crate::app::text;
use crate::pack::Approach;
use crate::rulebook::visits_text;

/// The section on consequences.
#[component(Measures)]
pub fn measures(SectionProps { view }: &SectionProps) -> Html {
    section(view, "measures", text::MEASURES, measure_list(view))
}

/// Renders the consequences one by one, for the page and for paper; first how it is inspected.
pub(super) fn measure_list(view: &Rc<View>) -> Html {
    let measures = view.answer.measures.iter().filter_map(|measure| {
        let rule = view.rules.pack.measure(&measure.id)?;
        Some(html! {
            <li>
                { view.say(&rule.title) }
                <p class="under"><Citation {view} cited={measure.source.clone()} /></p>
            </li>
        })
    });
    html! {
        <ul>
            <li>{ inspecting(view) }</li>
            { for measures }
        </ul>
    }
}

/// What follows from every class: how it is inspected, in the words of the section on that.
fn inspecting(view: &View) -> String {
    let plan = &view.answer.inspection;
    match plan.approach {
        Approach::None => view.word(plan.approach).to_owned(),
        approach => {
            let visits = visits_text(plan.visits_per_year.min, plan.visits_per_year.max, view.locale);
            text::MEASURE_INSPECTION.fill(view.locale, &[view.word(approach), &visits])
        }
    }
}

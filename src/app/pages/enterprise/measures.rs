//! What follows from the class and the lists.

use yew::prelude::*;

use super::plan::visits;
use super::section::{SectionProps, section};
use crate::app::components::Citation;
use crate::app::state::queries::View;
use crate::app::text;
use crate::pack::Approach;

/// The section on consequences.
#[component(Measures)]
pub fn measures(SectionProps { view }: &SectionProps) -> Html {
    let measures = view.answer.measures.iter().filter_map(|measure| {
        let rule = view.rules.pack.measure(&measure.id)?;
        Some(html! {
            <li>
                { view.say(&rule.title) }
                <p class="under"><Citation {view} cited={measure.source.clone()} /></p>
            </li>
        })
    });
    let list = html! {
        <ul>
            <li>{ inspecting(view) }</li>
            { for measures }
        </ul>
    };
    section(view, "measures", text::MEASURES, list)
}

/// Says what follows from every class: how it is inspected, in the words of the section on that.
pub(super) fn inspecting(view: &View) -> String {
    let plan = &view.answer.inspection;
    match plan.approach {
        Approach::None => view.word(plan.approach).to_owned(),
        approach => {
            let visits = visits(view, plan.visits_per_year);
            text::MEASURE_INSPECTION.fill(view.locale, &[view.word(approach), &visits])
        }
    }
}

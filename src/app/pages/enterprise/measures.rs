//! What follows from the class and the lists.

use crate::app::element::{El, el};
use crate::app::state::queries::View;
use crate::app::text;
use crate::app::widgets::citation;
use crate::pack::Approach;

use super::inspection::visits;
use super::section;

/// The section on consequences.
pub(super) fn measures(view: &View) -> El {
    let plan = &view.answer.inspection;
    // What follows from every class: how it is inspected, in the words of the section on that.
    let words = match plan.approach {
        Approach::None => view.word(plan.approach).to_owned(),
        approach => {
            let visits = visits(view, plan.visits_per_year);
            text::MEASURE_INSPECTION.fill(view.locale, &[view.word(approach), &visits])
        }
    };
    let inspection = el("li").text(&words);
    let measures = view.answer.measures.iter().filter_map(|measure| {
        let rule = view.rules.pack.measure(&measure.id)?;
        let source = el("p").class("under").with(citation(view, &measure.source));
        Some(el("li").text(view.say(&rule.title)).with(source))
    });
    section(view, "measures", text::MEASURES).with(el("ul").with(inspection).each(measures))
}

//! What follows from the class and the lists.

use crate::app::element::{El, el};
use crate::app::state::queries::View;
use crate::app::text;
use crate::app::widgets::citation;

use super::section;

/// The section on consequences.
pub(super) fn measures(view: &View) -> El {
    let section = section(view, "measures", text::MEASURES);
    if view.answer.measures.is_empty() {
        return section.with(el("p").text(text::NO_MEASURES.get(view.locale)));
    }
    section.with(el("ul").each(view.answer.measures.iter().filter_map(|measure| {
        let rule = view.rules.pack.measure(&measure.id)?;
        let source = el("p").class("under").with(citation(view, &measure.source));
        Some(el("li").text(view.say(&rule.title)).with(source))
    })))
}

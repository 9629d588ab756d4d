//! The officer's own conclusion beside the assessment.

use crate::app::element::{El, el};
use crate::app::state::queries::View;
use crate::app::text;
use crate::app::widgets::class_badge;

/// What an officer concluded, with name and reason; none where nobody did.
pub(super) fn judgement(view: &View) -> Option<El> {
    let judgement = view.opened.half.judgement.as_ref()?;
    let on = judgement.on.map(|on| view.day(on)).unwrap_or_default();
    let by = text::JUDGED_BY.fill(view.locale, &[&judgement.officer, &on]);
    let head = el("p").with(el("strong").text(text::JUDGEMENT_TITLE.get(view.locale))).text(" ").with(class_badge(
        &view.rules.pack,
        view.locale,
        judgement.class,
    ));
    Some(el("section").class("judgement").with(head).with(el("p").text(&judgement.reason)).with(el("p").text(&by)))
}

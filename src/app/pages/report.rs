//! What became of the files and their rows, as the worker draws it.

use yew::prelude::*;

use super::choices::with_choices;
use super::rules::draw;
use super::way_to_start;
use crate::app::components::ReadingProgress;
use crate::app::element::{El, el};
use crate::app::state::{District, Model};
use crate::app::text;

/// The page on what was read.
pub fn report_page(model: &Model) -> El {
    let state = &model.state();
    let locale = state.locale;
    let sheet = el("div").class("sheet wide").with(el("h1").text(text::NAV_REPORT.get(locale)));
    match &state.district {
        District::None => sheet.with(el("p").text(text::LIST_NOTE.get(locale))).html(way_to_start(locale)),
        District::Sealed(_) => sheet.html(way_to_start(locale)),
        District::Reading { made_up, progress } => sheet.html(html! {
            <ReadingProgress {model} {locale} made_up={*made_up} progress={progress.clone()} />
        }),
        District::Ready { .. } => {
            let drawing = state.report.as_ref().map_or(&[][..], |(_, report)| &report.drawing);
            sheet.with(draw(with_choices(model, el("div")), drawing))
        }
    }
}

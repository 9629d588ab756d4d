//! What changes though nothing happens, in words and as a picture.

use crate::app::element::{El, el};
use crate::app::state::Model;
use crate::app::state::queries::View;
use crate::app::text;
use crate::app::widgets::{class_badge, timeline};
use crate::pack::Amount;

use super::section;

/// The section on what is to come.
pub(super) fn forecast(view: &View) -> El {
    let locale = view.locale;
    let section = section(view, "forecast", text::FORECAST);
    if view.answer.forecast.is_empty() {
        return section.with(el("p").text(&text::NO_FORECAST.fill(locale, &[&years(view)])));
    }
    let changes = view.answer.forecast.iter().map(|change| {
        let line = text::FORECAST_LINE.fill(locale, &[&view.day(change.on)]);
        el("li").text(&line).with(class_badge(&view.rules.pack, locale, change.class))
    });
    section
        .with(el("ul").class("changes").each(changes))
        .with(el("p").class("quiet").text(text::FORECAST_NOTE.get(locale)))
}

/// The section with the timeline.
pub(super) fn course(model: &Model, view: &View) -> El {
    section(view, "timeline", text::TIMELINE).html(timeline(model, view))
}

/// Over how many years the forecast goes.
pub(super) fn years(view: &View) -> String {
    view.number(Amount::Parameter(view.rules.pack.forecast_years))
}

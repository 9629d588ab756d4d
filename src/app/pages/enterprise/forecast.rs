//! What changes though nothing happens, in words and as a picture.

use yew::prelude::*;

use crate::app::state::queries::View;
use crate::app::text;
use crate::app::widgets::{class_badge, timeline};
use crate::pack::ParameterValue;

/// The section on what is to come, with the timeline.
pub(super) fn forecast(view: &View) -> Html {
    let locale = view.locale;
    let changes = view.answer.forecast.iter().map(|change| {
        html! {
            <li>
                {text::FORECAST_LINE.fill(locale, &[&view.day(change.on)])}{" "}
                {class_badge(view.pack, locale, change.class)}
            </li>
        }
    });
    html! {
        <>
            <section aria-labelledby="forecast">
                <h2 id="forecast">{text::FORECAST.get(locale)}</h2>
                if view.answer.forecast.is_empty() {
                    <p>{text::NO_FORECAST.fill(locale, &[&years(view)])}</p>
                } else {
                    <ul class="changes">{ for changes }</ul>
                    <p class="quiet">{text::FORECAST_NOTE.get(locale)}</p>
                }
            </section>
            <section aria-labelledby="timeline">
                <h2 id="timeline">{text::TIMELINE.get(locale)}</h2>
                { timeline(view) }
            </section>
        </>
    }
}

/// Over how many years the forecast goes.
fn years(view: &View) -> String {
    let edition = view.pack.edition(view.answer.as_of);
    match view.pack.value(edition, view.pack.forecast_years) {
        ParameterValue::Whole(years) => years.to_string(),
        _ => String::new(),
    }
}

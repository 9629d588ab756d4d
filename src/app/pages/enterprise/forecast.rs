//! What changes though nothing happens, in words and as a picture.

use std::rc::Rc;

use yew::prelude::*;

use super::section::{SectionProps, badge, section};
use crate::app::components::Folds;
use crate::app::state::Model;
use crate::app::state::queries::View;
use crate::app::text;
use crate::app::widgets::timeline;
use crate::assess::timeline::Period;
use crate::pack::Amount;

/// The section on what is to come.
#[component(Forecast)]
pub fn forecast(SectionProps { view }: &SectionProps) -> Html {
    let locale = view.locale;
    let changes = view.answer.forecast.iter().map(|change| {
        html! {
            <li>
                { text::FORECAST_LINE.fill(locale, &[&view.day(change.on)]) }
                { badge(view, change.class) }
            </li>
        }
    });
    let content = html! {
        if changes.len() > 0 {
            <ul class="changes">{ for changes }</ul>
            <p class="quiet">{ text::FORECAST_NOTE.get(locale) }</p>
        } else {
            <p>{ text::NO_FORECAST.fill(locale, &[&years(view)]) }</p>
        }
    };
    section(view, "forecast", text::FORECAST, content)
}

/// Says over how many years the forecast goes.
pub(super) fn years(view: &View) -> String {
    view.number(Amount::Parameter(view.rules.pack.forecast_years))
}

/// What the section with the timeline is given.
#[derive(Properties, PartialEq)]
pub struct CourseProps {
    pub model: Model,
    /// The enterprise, and what was found of it.
    pub view: Rc<View>,
    /// How much of the timeline is in view. A person changes it.
    pub period: Period,
    /// What is unfolded, as the table behind the picture. A person changes it.
    pub folds: Folds,
}

/// The section with the timeline.
#[component(Course)]
pub fn course(CourseProps { model, view, .. }: &CourseProps) -> Html {
    section(view, "timeline", text::TIMELINE, timeline(model, view).into())
}

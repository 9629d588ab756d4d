//! What changes though nothing happens, in words and as a picture.

use std::rc::Rc;

use yew::prelude::*;

use super::section::{SectionProps, badge, section};
use crate::app::components::{Folds, Timeline};
use crate::app::state::queries::View;
use crate::app::state::{Action, Model, RecordsAction};
use crate::app::text;
use crate::assess::timeline::Period;
use crate::pack::Amount;

/// The section on what is to come.
#[component(Forecast)]
pub fn forecast(SectionProps { view }: &SectionProps) -> Html {
    section(view, "forecast", text::FORECAST, changes(view))
}

/// Renders the days on which the class changes by itself, for the page and for paper.
pub(super) fn changes(view: &View) -> Html {
    let locale = view.locale;
    let changes = view.answer.forecast.iter().map(|change| {
        html! {
            <li>
                { text::FORECAST_LINE.fill(locale, &[&view.day(change.on)]) }
                { badge(view, change.class) }
            </li>
        }
    });
    html! {
        if changes.len() > 0 {
            <ul class="changes">{ for changes }</ul>
            <p class="quiet">{ text::FORECAST_NOTE.get(locale) }</p>
        } else {
            <p>{ text::NO_FORECAST.fill(locale, &[&years(view)]) }</p>
        }
    }
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
pub fn course(CourseProps { model, view, period, folds }: &CourseProps) -> Html {
    let onperiod =
        use_callback(model.clone(), |period, model| model.dispatch(Action::Records(RecordsAction::Period(period))));
    let content = html! { <Timeline {view} period={*period} {onperiod} {folds} /> };
    section(view, "timeline", text::TIMELINE, content)
}

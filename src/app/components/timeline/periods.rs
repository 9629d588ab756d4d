//! The buttons that change how much of the timeline is in view.

use std::rc::Rc;

use yew::prelude::*;

use super::layout::Layout;
use crate::app::text::{self, Phrase};
use crate::assess::timeline::{Period, Step};

const PERIODS: [(Phrase, Period); 4] = [
    (text::PERIOD_ALL, Period::All),
    (text::PERIOD_PAST, Period::Past),
    (text::PERIOD_AROUND, Period::Around),
    (text::PERIOD_AHEAD, Period::Ahead),
];

const STEPS: [(Phrase, Step); 4] = [
    (text::ZOOM_IN, Step::In),
    (text::ZOOM_OUT, Step::Out),
    (text::EARLIER, Step::Earlier),
    (text::LATER, Step::Later),
];

/// What the buttons are given.
#[derive(Properties, PartialEq)]
pub struct PeriodsProps {
    /// What is in view.
    pub layout: Rc<Layout>,
    /// The period that was chosen. A person changes it.
    pub period: Period,
    /// Takes the period that a person wants to see.
    pub onperiod: Callback<Period>,
}

/// A button for each period that has a name, and for each step from one period to the next.
#[component(Periods)]
pub fn periods(PeriodsProps { layout, period, onperiod }: &PeriodsProps) -> Html {
    let locale = layout.view.locale;
    let named = PERIODS.iter().map(|(name, named)| {
        let onclick = onperiod.reform(move |_: MouseEvent| *named);
        html! {
            <button type="button" aria-pressed={(named == period).to_string()} {onclick}>{ name.get(locale) }</button>
        }
    });
    let steps = STEPS.iter().map(|(name, step)| {
        let next = layout.span.step(*step, layout.whole);
        let onclick = next.map(|next| onperiod.reform(move |_: MouseEvent| next));
        // A button that is disabled would lose the focus of the person who pressed it once too often.
        html! {
            <button type="button" aria-disabled={next.is_none().to_string()} {onclick}>{ name.get(locale) }</button>
        }
    });
    html! {
        <div id="timeline-tools" role="group" aria-label={text::PERIOD.get(locale)}>
            { for named }
            { for steps }
        </div>
    }
}

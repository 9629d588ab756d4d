//! Which of the problems are shown, and the way to the others.

use yew::prelude::*;

use super::pressing;
use crate::app::state::Model;
use crate::app::text::{self, Phrase};
use crate::pack::Locale;
use crate::worker::ReportChoice;

/// What the pages are given.
#[derive(Properties, PartialEq)]
pub struct ProblemPagesProps {
    pub model: Model,
    pub locale: Locale,
    /// The index of the first problem that is shown, and how many are.
    pub first: usize,
    pub shown: usize,
    /// How many there are in all.
    pub count: usize,
    /// With which problem the page before begins, and the page after, where there are such.
    pub previous: Option<usize>,
    pub next: Option<usize>,
}

/// Which of the problems are shown, with buttons that turn the pages where there are several.
#[component(ProblemPages)]
pub fn problem_pages(props: &ProblemPagesProps) -> Html {
    let ProblemPagesProps { model, locale, first, shown, count, previous, next } = props;
    let locale = *locale;
    let words = if *count == 0 {
        text::NO_SUCH_PROBLEMS.get(locale).to_owned()
    } else {
        let [from, until, count] = [first + 1, first + shown, *count].map(|number| number.to_string());
        text::PROBLEMS_SHOWN.fill(locale, &[&from, &until, &count])
    };
    let is_turned = previous.or(*next).is_some();
    let turn = |to: Option<usize>, label: Phrase| {
        let onclick = pressing(model, ReportChoice::ProblemsFrom(to.unwrap_or_default()));
        html! { <button type="button" disabled={to.is_none()} {onclick}>{ label.get(locale) }</button> }
    };
    html! {
        <div class="pages">
            if is_turned {
                { turn(*previous, text::PREVIOUS_PROBLEMS) }
            }
            <span role="status">{ words }</span>
            if is_turned {
                { turn(*next, text::NEXT_PROBLEMS) }
            }
        </div>
    }
}
